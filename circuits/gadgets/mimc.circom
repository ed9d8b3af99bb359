pragma circom 2.2.0;

// One step of the hash: the block cipher MiMC with x^5 and 110 rounds (5^110 exceeds the field), in the mode of Miyaguchi and
// Preneel: next = E_state(block) + state + block. `roundConstants` stands in the generated file.
//
// Sound: every signal is the one value that the signals before it allow; nothing is a hint.
template Compress() {
    signal input state;
    signal input block;
    signal output next;

    var c[110] = roundConstants();
    signal square[110];
    signal fourth[110];
    signal fifth[110];
    for (var i = 0; i < 110; i++) {
        var x = (i == 0 ? block : fifth[i - 1]) + state + c[i];
        square[i] <== x * x;
        fourth[i] <== square[i] * square[i];
        fifth[i] <== fourth[i] * x;
    }
    // The cipher adds its key once more at the end.
    next <== fifth[109] + state + state + block;
}

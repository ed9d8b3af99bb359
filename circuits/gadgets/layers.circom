pragma circom 2.2.0;

include "bits.circom";

// The layers of an integer network, as docs/networks.md defines them. Weights, biases and shifts are constants of the
// circuit, so whoever has its verifying key knows which network is meant.

// The least and the greatest sum that a neuron can have when its inputs are from 0 to 127. The circuit finds its bounds by
// itself: soundness needs none that somebody else worked out. (The compiler takes numbers above half the field as negative.)
function boundsOf(inputs, weights, bias) {
    var bounds[2] = [bias, bias];
    for (var i = 0; i < inputs; i++) {
        bounds[weights[i] < 0 ? 0 : 1] += 127 * weights[i];
    }
    return bounds;
}

// The least width so that -2^width <= low and high < 2^width.
function widthOf(low, high) {
    var width = 1;
    while (-low > 2 ** width || high >= 2 ** width) {
        width++;
    }
    return width;
}

// How far two sums of a layer can be from each other.
function spreadOf(inputs, neurons, weights, biases) {
    var bounds[2] = boundsOf(inputs, weights[0], biases[0]);
    for (var j = 1; j < neurons; j++) {
        var others[2] = boundsOf(inputs, weights[j], biases[j]);
        bounds[0] = others[0] < bounds[0] ? others[0] : bounds[0];
        bounds[1] = others[1] > bounds[1] ? others[1] : bounds[1];
    }
    return bounds[1] - bounds[0];
}

// What a neuron passes on: min(127, max(0, (sum + half) >> shift)).
//
// Sound, for -2^width <= sum + half < 2^width: sum + half + 2^width is from 0 to 2^(width + 1) - 1, so its bits are unique. The
// highest says whether sum + half >= 0; if so, the others are sum + half, and those from `shift` on are the quotient
// rounded down. The quotient is above 127 exactly if a bit of it from the eighth on is 1. If the highest bit is 0, the
// quotient is negative, and the last product makes the answer 0.
template Activate(width, shift) {
    signal input sum;
    signal output out;

    var half = shift == 0 ? 0 : 2 ** (shift - 1);
    component bits = Bits(width + 1);
    bits.in <== sum + half + 2 ** width;

    var low = 0;
    for (var i = 0; i < 7 && shift + i < width; i++) {
        low += bits.out[shift + i] * 2 ** i;
    }
    signal cut;
    if (shift + 7 < width) {
        component over = Any(width - shift - 7);
        for (var i = shift + 7; i < width; i++) {
            over.in[i - shift - 7] <== bits.out[i];
        }
        cut <== low + over.any * (127 - low);
    } else {
        cut <== low;
    }
    out <== bits.out[width] * cut;
}

// A layer that is not the last. Its sums are linear, so they cost nothing.
template Layer(inputs, neurons, weights, biases, shift) {
    signal input in[inputs];
    signal output out[neurons];

    var half = shift == 0 ? 0 : 2 ** (shift - 1);
    component neuron[neurons];
    for (var j = 0; j < neurons; j++) {
        var sum = biases[j];
        for (var i = 0; i < inputs; i++) {
            sum += weights[j][i] * in[i];
        }
        var bounds[2] = boundsOf(inputs, weights[j], biases[j]);
        neuron[j] = Activate(widthOf(bounds[0] + half, bounds[1] + half), shift);
        neuron[j].sum <== sum;
        out[j] <== neuron[j].out;
    }
}

// The last layer: the number of its greatest sum, the least such number when there are several.
//
// Sound: `best` and `label` begin with the first sum and number 0, and change only to a sum that is strictly greater; `is`
// is 0 or 1, so each of the two products chooses one of its two values. Two sums of the layer differ by less than 2^width.
template Label(inputs, outputs, weights, biases) {
    signal input in[inputs];
    signal output label;

    var width = widthOf(0, spreadOf(inputs, outputs, weights, biases));
    signal sums[outputs];
    for (var j = 0; j < outputs; j++) {
        var sum = biases[j];
        for (var i = 0; i < inputs; i++) {
            sum += weights[j][i] * in[i];
        }
        sums[j] <== sum;
    }
    signal best[outputs];
    signal number[outputs];
    component above[outputs];
    best[0] <== sums[0];
    number[0] <== 0;
    for (var j = 1; j < outputs; j++) {
        above[j] = Greater(width);
        above[j].a <== sums[j];
        above[j].b <== best[j - 1];
        best[j] <== best[j - 1] + above[j].is * (sums[j] - best[j - 1]);
        number[j] <== number[j - 1] + above[j].is * (j - number[j - 1]);
    }
    label <== number[outputs - 1];
}

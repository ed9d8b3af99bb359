pragma circom 2.2.0;

include "gadgets/bits.circom";
include "gadgets/layers.circom";
include "gadgets/mimc.circom";

// That a network gives some images their labels. `Network`, with signals `in[inputs]` and `label`, stands in the generated
// file.
//
// The only public signal is `digest`: the hash of `binding` (which stands for chain, collection, model, prompt and content),
// of all inputs and of all labels, as `ProofVerifier` computes it from the text of prompt and content. An image is hashed in
// blocks of 32 inputs of 7 bits, the first input highest, with zeros after the last; the last block of an image carries its
// label above them.
//
// Sound: the inputs are from 0 to 127 by their bits, so the numbers of a block (224 bits, and a label of at most 8) do not run
// into each other nor leave the field, and a block stands for one list of inputs and one label. Labels are not given but
// computed. Whoever knows a witness for a digest therefore knows the right labels of inputs with that digest; that these are
// the inputs and labels of the text is as certain as it is that nobody finds two messages of one length with one hash.
template Works(images, inputs) {
    var blocks = (inputs + 31) \ 32;
    signal input binding;
    signal input image[images][inputs];
    signal output digest;

    component range[images][inputs];
    component network[images];
    component step[images][blocks];
    signal state[images * blocks + 1];
    state[0] <== binding;
    for (var k = 0; k < images; k++) {
        network[k] = Network();
        for (var i = 0; i < inputs; i++) {
            range[k][i] = Bits(7);
            range[k][i].in <== image[k][i];
            network[k].in[i] <== image[k][i];
        }
        for (var b = 0; b < blocks; b++) {
            var block = b == blocks - 1 ? network[k].label * 2 ** 224 : 0;
            for (var i = 32 * b; i < 32 * (b + 1) && i < inputs; i++) {
                block += image[k][i] * 128 ** (31 - i + 32 * b);
            }
            step[k][b] = Compress();
            step[k][b].state <== state[k * blocks + b];
            step[k][b].block <== block;
            state[k * blocks + b + 1] <== step[k][b].next;
        }
    }
    digest <== state[images * blocks];
}

pragma circom 2.2.0;

// A number as bits, the least first.
//
// Sound: each bit is 0 or 1, since b * (b - 1) vanishes for nothing else in a field; their weighted sum is less than
// 2^n <= 2^253, which is less than the field, so it is the number itself and not the number plus a multiple of the field:
// no two lists of bits have one sum, and a number of 2^n or more has none.
template Bits(n) {
    assert(n <= 253);
    signal input in;
    signal output out[n];

    var sum = 0;
    for (var i = 0; i < n; i++) {
        out[i] <-- (in >> i) & 1;
        out[i] * (out[i] - 1) === 0;
        sum += out[i] * 2 ** i;
    }
    sum === in;
}

// Whether at least one of some bits is 1.
//
// Sound: the sum s of n bits is 0 only if all of them are, since n is less than the field. If s is 0, `any` is
// s * inverse = 0 whatever the hint says. If it is not, s * (1 - any) = 0 leaves only any = 1.
template Any(n) {
    signal input in[n];
    signal output any;

    var sum = 0;
    for (var i = 0; i < n; i++) {
        sum += in[i];
    }
    signal inverse <-- sum == 0 ? 0 : 1 / sum;
    any <== sum * inverse;
    sum * (1 - any) === 0;
}

// Whether a > b, for integers whose difference is less than 2^width both ways.
//
// Sound: a - b - 1 + 2^width is from 0 to 2^(width + 1) - 1, so its bits are unique; the highest is 1 exactly if
// a - b - 1 >= 0.
template Greater(width) {
    signal input a;
    signal input b;
    signal output is;

    component bits = Bits(width + 1);
    bits.in <== a - b - 1 + 2 ** width;
    is <== bits.out[width];
}

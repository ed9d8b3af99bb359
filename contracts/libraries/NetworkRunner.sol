// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {NetworkCode} from "./NetworkCode.sol";

/// @title Runs an integer network: several products for each multiplication
/// @dev A word of weights has, for one input, the weights of 32 neurons plus 128, so from 1 to 255, in a byte each. Every
/// fourth byte of it, times the input, is eight products in eight lanes of 32 bits, and four such multiplications are all
/// 32. A lane never reaches its neighbour: 65,535 inputs of at most 127 times 255 are less than 2^32. What the 128 added is
/// the same for all neurons, 128 times the sum of the inputs, and is taken off at the end. Inputs of 0 cost nothing.
///
/// Activations lie in memory as 16 bits each, of which only the lower 8 are read.
library NetworkRunner {
    /// @notice A network in memory, with room to work in.
    struct Network {
        bytes header;
        uint256 layers;
        uint256 weights;
        uint256 activations;
        uint256 nextActivations;
        uint256 sums;
    }

    bytes16 private constant DIGITS = "0123456789abcdef";
    uint256 private constant ONE_DIGIT = 16;

    /// @notice Loads the network of a header.
    function load(bytes memory header) internal view returns (Network memory network) {
        uint256 layers = NetworkCode.layersOf(header);
        network.header = header;
        network.layers = layers;
        network.weights = NetworkCode.load(header, NetworkCode.wordsOf(header, layers));
        uint256 room = 0;
        for (uint256 layer = 0; layer <= layers; ++layer) {
            uint256 size = NetworkCode.sizeOf(header, layer);
            if (size > room) room = size;
        }
        room = room * 2 + 0x20; // prompts are read by 16 inputs
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(add(network, 0x60), free)
            mstore(add(network, 0x80), add(free, room))
            mstore(add(network, 0xa0), add(free, shl(1, room)))
            mstore(0x40, add(add(free, shl(1, room)), 0x80))
        }
    }

    /// @notice What a network answers to a prompt; empty when it is none.
    function answer(Network memory network, bytes calldata prompt) internal pure returns (bytes memory content) {
        uint256 length = 2 * NetworkCode.sizeOf(network.header, 0);
        if (prompt.length == 0 || prompt.length % length != 0) return "";
        uint256 images = prompt.length / length;
        bool isShort = NetworkCode.sizeOf(network.header, network.layers) <= ONE_DIGIT;
        content = new bytes(isShort ? images : 2 * images);
        for (uint256 image = 0; image < images; ++image) {
            if (!read(network.activations, prompt[image * length:(image + 1) * length])) return "";
            uint256 label = run(network);
            if (isShort) {
                content[image] = DIGITS[label];
            } else {
                content[2 * image] = DIGITS[label >> 4];
                content[2 * image + 1] = DIGITS[label & 15];
            }
        }
    }

    /// @dev Reads an image from its digits, 16 inputs at a time; false when these are not all digits, or make more than 127.
    function read(uint256 activations, bytes calldata digits) private pure returns (bool valid) {
        assembly ("memory-safe") {
            let ones := div(not(0), 0xff) // each byte 1
            let wrong := 0
            let end := add(digits.offset, digits.length)
            for { let at := digits.offset } lt(at, end) { at := add(at, 0x20) } {
                let text := calldataload(at)
                if lt(sub(end, at), 0x20) {
                    // What is behind the end belongs to the next image, or to nobody: it is read as zeros.
                    let behind := shr(shl(3, sub(end, at)), not(0))
                    text := or(and(text, not(behind)), and(mul(ones, 0x30), behind))
                }
                // A letter has its sixth bit set, and is 9 more than its lower half.
                let nibbles := add(and(text, mul(ones, 0x0f)), mul(and(shr(6, text), ones), 9))
                // Written again, these must be the text: digits from 0x30, letters 0x27 further on.
                let letters := and(shr(4, add(nibbles, mul(ones, 6))), ones)
                wrong := or(wrong, xor(text, add(add(nibbles, mul(ones, 0x30)), mul(letters, 0x27))))
                // The first digit of each two is at most 7, the second at most 15.
                wrong := or(wrong, and(nibbles, mul(div(not(0), 0xffff), 0xf8f0)))
                mstore(activations, and(or(shr(4, nibbles), nibbles), mul(div(not(0), 0xffff), 0x00ff)))
                activations := add(activations, 0x20)
            }
            valid := iszero(wrong)
        }
    }

    /// @dev Runs every layer on the activations; returns the label.
    function run(Network memory network) private pure returns (uint256 label) {
        bytes memory header = network.header;
        uint256 layers = network.layers;
        uint256 weights = network.weights;
        uint256 biases = NetworkCode.biasesOf(header, layers);
        uint256 from = network.activations;
        uint256 to = network.nextActivations;
        uint256 sums = network.sums;
        int256 greatest = type(int256).min;
        uint256 inputs = NetworkCode.sizeOf(header, 0);
        unchecked {
            for (uint256 layer = 1; layer <= layers; ++layer) {
                uint256 neurons = NetworkCode.sizeOf(header, layer);
                for (uint256 first = 0; first < neurons; first += 32) {
                    uint256 offset = multiply(from, inputs, weights, sums);
                    weights += inputs * 32;
                    uint256 count = neurons - first < 32 ? neurons - first : 32;
                    if (layer < layers) {
                        activate(
                            sums, offset, biases, count, NetworkCode.shiftOf(header, layers, layer), to + 2 * first
                        );
                    } else {
                        (greatest, label) = choose(sums, offset, biases, count, first, greatest, label);
                    }
                    biases += 4 * count;
                }
                (from, to) = (to, from);
                inputs = neurons;
            }
        }
    }

    /// @dev Multiplies the activations by the weights of 32 neurons. `sums` then has four words of eight lanes: lane `p / 4`
    /// from the left of word `p % 4` is that of neuron `p`. Returns what is too much in every lane.
    function multiply(uint256 activations, uint256 inputs, uint256 weights, uint256 sums)
        private
        pure
        returns (uint256 offset)
    {
        assembly ("memory-safe") {
            let lanes := div(not(0), 0xffffffff)
            lanes := mul(lanes, 0xff)
            let s0 := 0
            let s1 := 0
            let s2 := 0
            let s3 := 0
            // An activation is the last byte of the word that ends behind it.
            let at := sub(activations, 0x1e)
            let end := add(at, shl(1, inputs))
            for {} lt(at, end) { at := add(at, 2) } {
                let x := and(mload(at), 0xff)
                if x {
                    let word := mload(weights)
                    offset := add(offset, x)
                    s0 := add(s0, mul(x, and(shr(24, word), lanes)))
                    s1 := add(s1, mul(x, and(shr(16, word), lanes)))
                    s2 := add(s2, mul(x, and(shr(8, word), lanes)))
                    s3 := add(s3, mul(x, and(word, lanes)))
                }
                weights := add(weights, 0x20)
            }
            mstore(sums, s0)
            mstore(add(sums, 0x20), s1)
            mstore(add(sums, 0x40), s2)
            mstore(add(sums, 0x60), s3)
            offset := shl(7, offset)
        }
    }

    /// @dev Rounds, cuts and writes the activations of some neurons.
    function activate(uint256 sums, uint256 offset, uint256 biases, uint256 count, uint256 shift, uint256 to)
        private
        pure
    {
        assembly ("memory-safe") {
            offset := sub(shr(1, shl(shift, 1)), offset)
            for { let p := 0 } lt(p, count) { p := add(p, 1) } {
                let lane := shr(224, mload(add(sums, or(shl(5, and(p, 3)), and(p, 28)))))
                let z := add(add(lane, offset), sar(224, mload(add(biases, shl(2, p)))))
                let x := sar(shift, z)
                if sgt(x, 127) { x := 127 }
                if slt(x, 0) { x := 0 }
                mstore8(add(add(to, 1), shl(1, p)), x)
            }
        }
    }

    /// @dev Finds the greatest of some neurons and of what was the greatest before; of several, the first.
    function choose(
        uint256 sums,
        uint256 offset,
        uint256 biases,
        uint256 count,
        uint256 first,
        int256 greatest,
        uint256 label
    ) private pure returns (int256 newGreatest, uint256 newLabel) {
        assembly ("memory-safe") {
            for { let p := 0 } lt(p, count) { p := add(p, 1) } {
                let lane := shr(224, mload(add(sums, or(shl(5, and(p, 3)), and(p, 28)))))
                let z := add(sub(lane, offset), sar(224, mload(add(biases, shl(2, p)))))
                if sgt(z, greatest) {
                    greatest := z
                    label := add(first, p)
                }
            }
            newGreatest := greatest
            newLabel := label
        }
    }
}

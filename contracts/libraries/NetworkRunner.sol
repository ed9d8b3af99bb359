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
    /// @dev Every second byte, and every second 16 bits.
    uint256 private constant BYTES = 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
    uint256 private constant LANES = 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;

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
            mstore(add(add(free, shl(1, room)), 0x80), BYTES)
            mstore(add(add(free, shl(1, room)), 0xa0), LANES)
            mstore(0x40, add(add(free, shl(1, room)), 0xc0))
        }
    }

    /// @notice What a network answers to a prompt; empty when it is none.
    // The division has no remainder.
    // slither-disable-start divide-before-multiply
    function answer(Network memory network, bytes calldata prompt) internal pure returns (bytes memory content) {
        uint256 length = 2 * NetworkCode.sizeOf(network.header, 0);
        if (prompt.length == 0 || prompt.length % length != 0) return "";
        uint256 images = prompt.length / length;
        bool isShort = NetworkCode.sizeOf(network.header, network.layers) <= ONE_DIGIT;
        content = new bytes(isShort ? images : 2 * images);
        for (uint256 image = 0; image < images; ++image) {
            bytes calldata digits = prompt[image * length:(image + 1) * length];
            if (!read(network.activations, network.sums, digits)) return "";
            uint256 label = run(network);
            if (isShort) {
                content[image] = DIGITS[label];
            } else {
                content[2 * image] = DIGITS[label >> 4];
                content[2 * image + 1] = DIGITS[label & 15];
            }
        }
    }

    // slither-disable-end divide-before-multiply

    /// @dev Reads an image from its digits, 16 inputs at a time; false when these are not all digits, or make more than 127.
    // The division has no remainder.
    // slither-disable-start divide-before-multiply
    function read(uint256 activations, uint256 sums, bytes calldata digits) private pure returns (bool valid) {
        assembly ("memory-safe") {
            // From memory, because the compiler would compute these constants anew at each use.
            let bytesOf := mload(add(sums, 0x80))
            let pairs := div(bytesOf, 0xff) // every second byte 1
            let ones := or(pairs, shl(8, pairs)) // each byte 1
            let wrong := 0
            let end := add(digits.offset, digits.length)
            for { let at := digits.offset } lt(at, end) { at := add(at, 0x20) } {
                let text := calldataload(at)
                if lt(sub(end, at), 0x20) {
                    // What is behind the end belongs to the next image, or to nobody: it is read as zeros.
                    let behind := shr(shl(3, sub(end, at)), not(0))
                    text := or(and(text, not(behind)), and(mul(ones, 0x30), behind))
                }
                // A letter has 0x40 set, and stands for 9 more than its lower half.
                let nibbles := add(and(text, mul(ones, 0x0f)), mul(and(shr(6, text), ones), 9))
                // Written again, these must be the text: digits from 0x30, letters 0x27 further on.
                let letters := and(shr(4, add(nibbles, mul(ones, 6))), ones)
                wrong := or(wrong, xor(text, add(add(nibbles, mul(ones, 0x30)), mul(letters, 0x27))))
                // The first digit of each two is at most 7, the second at most 15.
                wrong := or(wrong, and(nibbles, mul(pairs, 0xf8f0)))
                mstore(activations, and(or(shr(4, nibbles), nibbles), bytesOf))
                activations := add(activations, 0x20)
            }
            valid := iszero(wrong)
        }
    }

    // slither-disable-end divide-before-multiply

    /// @dev Runs every layer on the activations; returns the label.
    function run(Network memory network) private pure returns (uint256 label) {
        uint256 layers = network.layers;
        uint256 weights = network.weights;
        uint256 biases = NetworkCode.biasesOf(network.header, layers);
        for (uint256 layer = 1; layer < layers; ++layer) {
            (weights, biases) = runHidden(network, layer, weights, biases);
            (network.activations, network.nextActivations) = (network.nextActivations, network.activations);
        }
        return runLast(network, weights, biases);
    }

    /// @dev Runs a layer that is not the last; returns where the next one's weights and biases are.
    function runHidden(Network memory network, uint256 layer, uint256 weights, uint256 biases)
        private
        pure
        returns (uint256 nextWeights, uint256 nextBiases)
    {
        unchecked {
            uint256 shift = NetworkCode.shiftOf(network.header, network.layers, layer);
            uint256 half = (uint256(1) << shift) >> 1;
            uint256 inputs = NetworkCode.sizeOf(network.header, layer - 1);
            uint256 to = network.nextActivations;
            uint256 left = NetworkCode.sizeOf(network.header, layer);
            while (left != 0) {
                uint256 count = left < 32 ? left : 32;
                uint256 offset = multiply(network.activations, inputs, weights, network.sums);
                activate(network.sums, half - offset, biases, count, shift, to);
                to += 2 * count;
                weights += 32 * inputs;
                biases += 4 * count;
                left -= count;
            }
            return (weights, biases);
        }
    }

    /// @dev Runs the last layer; returns the label.
    function runLast(Network memory network, uint256 weights, uint256 biases) private pure returns (uint256 label) {
        unchecked {
            uint256 inputs = NetworkCode.sizeOf(network.header, network.layers - 1);
            uint256 neurons = NetworkCode.sizeOf(network.header, network.layers);
            int256 greatest = type(int256).min;
            for (uint256 first = 0; first < neurons; first += 32) {
                uint256 count = neurons - first < 32 ? neurons - first : 32;
                uint256 offset = multiply(network.activations, inputs, weights, network.sums);
                (int256 z, uint256 place) = choose(network.sums, offset, biases, count);
                if (z > greatest) (greatest, label) = (z, first + place);
                weights += 32 * inputs;
                biases += 4 * count;
            }
        }
    }

    /// @dev Multiplies the activations by the weights of 32 neurons. `sums` then has four words of eight lanes: lane `p / 4`
    /// from the left of word `p % 4` is that of neuron `p`. Returns what is too much in every lane.
    ///
    /// Two inputs are taken together: two products of at most 127 times 255 fit 16 bits, so a multiplication does sixteen.
    function multiply(uint256 activations, uint256 inputs, uint256 weights, uint256 sums)
        private
        pure
        returns (uint256 offset)
    {
        uint256 s0 = 0;
        uint256 s1 = 0;
        uint256 s2 = 0;
        uint256 s3 = 0;
        assembly ("memory-safe") {
            // From memory, because the compiler would compute these constants anew at each use.
            let bytesOf := mload(add(sums, 0x80))
            let lanes := mload(add(sums, 0xa0))
            // Two activations are at the end of the word that ends behind them.
            activations := sub(activations, 0x1c)
            for { let pairs := shr(1, add(inputs, 1)) } pairs { pairs := sub(pairs, 1) } {
                let y := and(mload(activations), 0x00ff00ff)
                if y {
                    let x := shr(16, y)
                    y := and(y, 0xff)
                    offset := add(offset, add(x, y))
                    let products :=
                        add(
                            mul(x, and(shr(8, mload(weights)), bytesOf)),
                            mul(y, and(shr(8, mload(add(weights, 0x20))), bytesOf))
                        )
                    s0 := add(s0, and(shr(16, products), lanes))
                    s2 := add(s2, and(products, lanes))
                    products := add(
                        mul(x, and(mload(weights), bytesOf)),
                        mul(y, and(mload(add(weights, 0x20)), bytesOf))
                    )
                    s1 := add(s1, and(shr(16, products), lanes))
                    s3 := add(s3, and(products, lanes))
                }
                activations := add(activations, 4)
                weights := add(weights, 0x40)
            }
            mstore(sums, s0)
            mstore(add(sums, 0x20), s1)
            mstore(add(sums, 0x40), s2)
            mstore(add(sums, 0x60), s3)
            offset := shl(7, offset)
        }
    }

    /// @dev Rounds, cuts and writes the activations of some neurons. `added` is what rounds, less what is too much in a lane.
    function activate(uint256 sums, uint256 added, uint256 biases, uint256 count, uint256 shift, uint256 to)
        private
        pure
    {
        assembly ("memory-safe") {
            for { let p := 0 } lt(p, count) { p := add(p, 1) } {
                let lane := shr(224, mload(add(sums, or(shl(5, and(p, 3)), and(p, 28)))))
                let x := sar(shift, add(add(lane, added), sar(224, mload(add(biases, shl(2, p))))))
                if sgt(x, 127) { x := 127 }
                if slt(x, 0) { x := 0 }
                mstore(to, shl(240, x))
                to := add(to, 2)
            }
            // The next layer reads by two: behind the last is a zero.
            mstore(to, 0)
        }
    }

    /// @dev Finds the greatest of some neurons; of several, the first.
    function choose(uint256 sums, uint256 offset, uint256 biases, uint256 count)
        private
        pure
        returns (int256 greatest, uint256 place)
    {
        greatest = type(int256).min;
        assembly ("memory-safe") {
            for { let p := 0 } lt(p, count) { p := add(p, 1) } {
                let lane := shr(224, mload(add(sums, or(shl(5, and(p, 3)), and(p, 28)))))
                let z := add(sub(lane, offset), sar(224, mload(add(biases, shl(2, p)))))
                if sgt(z, greatest) {
                    greatest := z
                    place := p
                }
            }
        }
    }
}

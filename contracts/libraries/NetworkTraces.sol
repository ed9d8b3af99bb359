// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Network} from "../interfaces/IFraudProofs.sol";
import {IntegerNetworks} from "./IntegerNetworks.sol";

/// @title What an integer network computes on the way from a prompt to a content, and how its trace is laid out
/// @dev docs/networks.md defines the numbers, docs/disputes.md the trace.
library NetworkTraces {
    /// @dev Sums of the last layer have four bytes.
    uint256 internal constant SUMS_IN_LEAF = 8;
    /// @dev What a label or an input is that is written wrongly: greater than any.
    uint256 internal constant NO_NUMBER = type(uint256).max;

    uint256 private constant CHUNK = IntegerNetworks.CHUNK;
    /// @dev Each byte 1.
    uint256 private constant ONES = type(uint256).max / 255;
    uint256 private constant MAX_LAYERS = 255;
    uint256 private constant MAX_SIZE = 65_535;
    uint256 private constant MAX_OUTPUTS = 256;
    uint256 private constant MAX_SHIFT = 31;
    uint256 private constant MAX_INPUT = 127;
    int256 private constant MAX_BIAS = 1 << 30;

    /// @notice Where in a trace a leaf is.
    struct Place {
        uint256 image;
        uint256 layer;
        /// Which leaf of its layer.
        uint256 leaf;
        /// The number, in the whole trace, of the first leaf of the layer below.
        uint256 below;
    }

    // --- the commitment ---

    /// @notice What a network of these parts commits to.
    function commitmentOf(Network calldata network) internal pure returns (bytes32 commitment) {
        return IntegerNetworks.commitment(network.sizes, network.shifts, network.weightRoots, network.biasRoots);
    }

    /// @notice Whether the parts fit each other and are in their bounds.
    function isWellFormed(Network calldata network) internal pure returns (bool good) {
        uint256 layers = network.weightRoots.length;
        if (layers == 0 || layers > MAX_LAYERS || network.biasRoots.length != layers) return false;
        if (network.sizes.length != layers + 1 || network.shifts.length != layers - 1) return false;
        for (uint256 i; i <= layers; ++i) {
            if (network.sizes[i] == 0 || network.sizes[i] > MAX_SIZE) return false;
        }
        for (uint256 i; i < layers - 1; ++i) {
            if (network.shifts[i] > MAX_SHIFT) return false;
        }
        return network.sizes[layers] <= MAX_OUTPUTS;
    }

    // --- the trace ---

    /// @notice How many leaves the trace of one image has.
    function leavesOf(Network calldata network) internal pure returns (uint256 leaves) {
        for (uint256 layer; layer < network.sizes.length; ++layer) {
            leaves += leavesOf(network, layer);
        }
    }

    /// @notice How many of them are of one layer; layer 0 are the inputs.
    function leavesOf(Network calldata network, uint256 layer) internal pure returns (uint256 leaves) {
        uint256 size = network.sizes[layer];
        uint256 each = layer == network.sizes.length - 1 ? SUMS_IN_LEAF : CHUNK;
        return (size + each - 1) / each;
    }

    /// @notice Where the leaf with a number is.
    function locate(Network calldata network, uint256 number) internal pure returns (Place memory place) {
        uint256 perImage = leavesOf(network);
        place.image = number / perImage;
        uint256 first = place.image * perImage;
        while (number - first >= leavesOf(network, place.layer)) {
            place.below = first;
            first += leavesOf(network, place.layer++);
        }
        place.leaf = number - first;
    }

    /// @notice What stands for 32 bytes of a trace in its tree.
    function hashLeaf(bytes32 content) internal pure returns (bytes32 leaf) {
        return keccak256(abi.encodePacked(bytes1(0x02), content));
    }

    // --- what is computed ---

    /// @notice The sum of the products of 32 weights and 32 values.
    function dot(bytes32 weights, bytes32 inputs) internal pure returns (int256 sum) {
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, 32) { i := add(i, 1) } {
                sum := add(sum, mul(signextend(0, byte(i, weights)), byte(i, inputs)))
            }
        }
    }

    /// @notice Whether 32 bytes are a chunk with so many weights, 32 or more for a full one: none is -128, the rest is zero.
    function isChunk(bytes32 weights, uint256 count) internal pure returns (bool good) {
        // A byte of `least` is 0 where a weight is -128, and only a word with a 0 byte has a high bit left in the end: of
        // the lowest such byte.
        uint256 least = uint256(weights) ^ (ONES << 7);
        unchecked {
            if ((least - ONES) & ~least & (ONES << 7) != 0) return false;
        }
        return count >= CHUNK || uint256(weights) << (8 * count) == 0;
    }

    /// @notice What a neuron that is not in the last layer makes of its sum.
    function activate(int256 sum, uint256 shift) internal pure returns (int256 activation) {
        int256 half = int256((uint256(1) << shift) >> 1);
        activation = (sum + half) >> shift;
        if (activation < 0) return 0;
        if (activation > int256(MAX_INPUT)) return int256(MAX_INPUT);
    }

    /// @notice Whether a bias is in its bounds.
    function isBias(int256 bias) internal pure returns (bool good) {
        return bias >= -MAX_BIAS && bias <= MAX_BIAS;
    }

    // --- prompt and content ---

    /// @notice How many images a prompt of this length has that is answered by a content of this length; 0 where there are no
    /// such prompt and content.
    function imagesOf(Network calldata network, uint256 prompt, uint256 content)
        internal
        pure
        returns (uint256 images)
    {
        uint256 each = 2 * uint256(network.sizes[0]);
        images = prompt / each;
        uint256 digits = digitsOf(network);
        if (prompt % each != 0 || content % digits != 0 || content / digits != images) return 0;
    }

    /// @notice The label of an image in a content; `NO_NUMBER` where none of the network's is written there.
    function labelOf(Network calldata network, bytes calldata content, uint256 image)
        internal
        pure
        returns (uint256 label)
    {
        uint256 digits = digitsOf(network);
        uint256 first = image * digits;
        label = digits == 1 ? _digit(content[first]) : _number(content, first);
        if (label >= network.sizes[network.sizes.length - 1]) return NO_NUMBER;
    }

    /// @notice Whether a leaf of the inputs is what a prompt says there.
    function isInput(Network calldata network, bytes calldata prompt, Place memory place, bytes32 content)
        internal
        pure
        returns (bool same)
    {
        uint256 size = network.sizes[0];
        uint256 first = place.leaf * CHUNK;
        for (uint256 i; i < CHUNK; ++i) {
            uint256 input = first + i < size ? _number(prompt, 2 * (place.image * size + first + i)) : 0;
            if (input > MAX_INPUT || input != uint8(content[i])) return false;
        }
        return true;
    }

    /// @notice How many digits a label is written with.
    function digitsOf(Network calldata network) internal pure returns (uint256 digits) {
        return network.sizes[network.sizes.length - 1] > 16 ? 2 : 1;
    }

    function _number(bytes calldata text, uint256 first) private pure returns (uint256 number) {
        (uint256 high, uint256 low) = (_digit(text[first]), _digit(text[first + 1]));
        return high == NO_NUMBER || low == NO_NUMBER ? NO_NUMBER : 16 * high + low;
    }

    function _digit(bytes1 character) private pure returns (uint256 digit) {
        if (character >= "0" && character <= "9") return uint8(character) - uint8(bytes1("0"));
        if (character >= "a" && character <= "f") return uint8(character) - uint8(bytes1("a")) + 10;
        return NO_NUMBER;
    }
}

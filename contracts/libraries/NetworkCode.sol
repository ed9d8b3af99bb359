// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title How an integer network lies in contract code
/// @dev The header is the code of one contract; the weights are that of as many as it takes.
///
///      | layers L | sizes      | shifts    | biases            | blobs            |
///      | 1 byte   | (L + 1) * 2 | L - 1     | 4 for each neuron | 20 for each blob |
///
/// A blob's code begins with STOP, so it can neither be changed nor destroyed. That holds only for blobs created here: what
/// an account brings might destroy itself and be created again with other code. A blob's address therefore is checked.
library NetworkCode {
    /// @notice How many bytes of weights a blob holds: the most that code may have, in whole words, after its STOP.
    uint256 internal constant BLOB = 24_544;
    /// @notice How long a header may be.
    uint256 internal constant MAX_HEADER = 24_575;

    /// @notice Where weights are, or would be, as code that this contract created.
    function blobOf(bytes memory weights) internal view returns (address blob) {
        return SSTORE2.predictCounterfactualAddress(weights, 0);
    }

    /// @notice Puts weights into code, unless they are.
    function storeBlob(bytes memory weights) internal returns (address blob) {
        blob = blobOf(weights);
        if (blob.code.length == 0) blob = SSTORE2.writeCounterfactual(weights, 0);
    }

    /// @notice How many layers a header tells of.
    function layersOf(bytes memory header) internal pure returns (uint256 layers) {
        return uint8(header[0]);
    }

    /// @notice The size with that number; 0 is the number of inputs.
    function sizeOf(bytes memory header, uint256 layer) internal pure returns (uint256 size) {
        assembly ("memory-safe") {
            size := shr(240, mload(add(add(header, 0x21), shl(1, layer))))
        }
    }

    /// @notice The shift of a layer that is not the last; they count from 1.
    function shiftOf(bytes memory header, uint256 layers, uint256 layer) internal pure returns (uint256 shift) {
        assembly ("memory-safe") {
            shift := byte(0, mload(add(add(header, 0x20), add(shl(1, add(layers, 1)), layer))))
        }
    }

    /// @notice Where in memory the biases begin.
    function biasesOf(bytes memory header, uint256 layers) internal pure returns (uint256 pointer) {
        assembly ("memory-safe") {
            pointer := add(add(header, 0x22), mul(layers, 3))
        }
    }

    /// @notice How many words of weights the layers have together.
    function wordsOf(bytes memory header, uint256 layers) internal pure returns (uint256 words) {
        unchecked {
            for (uint256 layer = 1; layer <= layers; ++layer) {
                words += groups(sizeOf(header, layer)) * sizeOf(header, layer - 1);
            }
        }
    }

    /// @notice How many groups of 32 some neurons make.
    function groups(uint256 neurons) internal pure returns (uint256 count) {
        unchecked {
            return (neurons + 31) / 32;
        }
    }

    /// @notice How many blobs some words of weights take.
    function blobs(uint256 words) internal pure returns (uint256 count) {
        return (words * 32 + BLOB - 1) / BLOB;
    }

    /// @notice Writes a header, of parts that were checked.
    function pack(uint32[] calldata sizes, uint8[] calldata shifts, int32[] calldata biases, address[] calldata parts)
        internal
        pure
        returns (bytes memory header)
    {
        uint256 length = 1 + sizes.length * 2 + shifts.length + biases.length * 4 + parts.length * 20;
        header = new bytes(length + 31); // each part is written as a word whose end the next part overwrites
        uint256 offset = put(header, 0, sizes.length - 1, 1);
        for (uint256 i = 0; i < sizes.length; ++i) {
            offset = put(header, offset, sizes[i], 2);
        }
        for (uint256 i = 0; i < shifts.length; ++i) {
            offset = put(header, offset, shifts[i], 1);
        }
        for (uint256 i = 0; i < biases.length; ++i) {
            offset = put(header, offset, uint32(biases[i]), 4);
        }
        for (uint256 i = 0; i < parts.length; ++i) {
            offset = put(header, offset, uint160(parts[i]), 20);
        }
        assembly ("memory-safe") {
            mstore(header, length)
        }
    }

    /// @notice Reads the weights of a network from code.
    /// @return weights Where in memory their words begin.
    // The division rounds up to whole blobs on purpose.
    // slither-disable-start divide-before-multiply
    function load(bytes memory header, uint256 words) internal view returns (uint256 weights) {
        assembly ("memory-safe") {
            weights := mload(0x40)
            let left := shl(5, words)
            mstore(0x40, add(weights, left))
            // The blobs are what is left of the header: its end is the end of the last one.
            let count := div(add(left, sub(BLOB, 1)), BLOB)
            let blob := sub(add(add(header, 0x20), mload(header)), mul(count, 20))
            for { let to := weights } left {} {
                let size := BLOB
                if lt(left, size) { size := left }
                extcodecopy(shr(96, mload(blob)), to, 1, size)
                to := add(to, size)
                left := sub(left, size)
                blob := add(blob, 20)
            }
        }
    }

    // slither-disable-end divide-before-multiply

    /// @dev Writes `size` bytes; returns where the next part begins.
    function put(bytes memory header, uint256 offset, uint256 value, uint256 size) private pure returns (uint256 next) {
        assembly ("memory-safe") {
            mstore(add(add(header, 0x20), offset), shl(sub(256, shl(3, size)), value))
            next := add(offset, size)
        }
    }
}

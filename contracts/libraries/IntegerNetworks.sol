// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title What commits to an integer network, as docs/networks.md defines it
library IntegerNetworks {
    /// @notice What this definition is called in a commitment.
    bytes32 internal constant FORMAT = keccak256("lazai.integer-network.1");

    /// @notice How many weights of a neuron one leaf holds.
    uint256 internal constant CHUNK = 32;

    /// @notice The commitment of a network.
    function commitment(
        uint32[] memory sizes,
        uint8[] memory shifts,
        bytes32[] memory weightRoots,
        bytes32[] memory biasRoots
    ) internal pure returns (bytes32 digest) {
        return keccak256(abi.encode(FORMAT, sizes, shifts, weightRoots, biasRoots));
    }

    /// @notice The leaf of 32 weights of a neuron, each one two's complement byte.
    function chunkLeaf(bytes32 chunk) internal pure returns (bytes32 leaf) {
        assembly ("memory-safe") {
            mstore8(0x00, 0x00)
            mstore(0x01, chunk)
            leaf := keccak256(0x00, 0x21)
        }
    }

    /// @notice The leaf of a bias.
    function biasLeaf(int32 bias) internal pure returns (bytes32 leaf) {
        assembly ("memory-safe") {
            mstore8(0x00, 0x01)
            mstore(0x01, shl(224, bias))
            leaf := keccak256(0x00, 0x05)
        }
    }

    /// @notice The root over some leaves, of which there is at least one. The array is used up.
    function root(bytes32[] memory leaves) internal pure returns (bytes32 top) {
        uint256 count = leaves.length;
        assembly ("memory-safe") {
            let base := add(leaves, 0x20)
            // What a level lacks to its right is the root over zeros of that height; on the lowest, a zero.
            let absent := 0
            for {} gt(count, 1) { count := shr(1, add(count, 1)) } {
                let end := add(base, shl(5, count))
                let to := base
                for { let from := base } lt(from, end) { from := add(from, 0x40) } {
                    mstore(0x00, mload(from))
                    mstore(0x20, absent)
                    if lt(add(from, 0x20), end) { mstore(0x20, mload(add(from, 0x20))) }
                    mstore(to, keccak256(0x00, 0x40))
                    to := add(to, 0x20)
                }
                mstore(0x00, absent)
                mstore(0x20, absent)
                absent := keccak256(0x00, 0x40)
            }
            top := mload(base)
        }
    }
}

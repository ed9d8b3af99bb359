// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Merkle trees over numbered leaves
/// @dev A tree has the least depth that holds its leaves; missing leaves are 32 zero bytes; a node is the hash of the two
/// below it, left first. A leaf is the hash of what is not 64 bytes long, so no node can be taken for one.
library MerkleTrees {
    /// @notice The depth of a tree with so many leaves, at least one.
    function depthOf(uint256 leaves) internal pure returns (uint256 depth) {
        return Math.log2(leaves, Math.Rounding.Ceil);
    }

    /// @notice The root that a node and its opening lead to.
    /// @param index Which node of its level it is said to be; what of it goes beyond the tree must be checked before.
    /// @param opening The sibling on each level, from the node upwards.
    function rootOf(bytes32 node, uint256 index, bytes32[] calldata opening) internal pure returns (bytes32 root) {
        root = node;
        assembly ("memory-safe") {
            let end := add(opening.offset, shl(5, opening.length))
            for { let sibling := opening.offset } lt(sibling, end) { sibling := add(sibling, 0x20) } {
                let side := shl(5, and(index, 1))
                mstore(side, root)
                mstore(xor(side, 0x20), calldataload(sibling))
                root := keccak256(0x00, 0x40)
                index := shr(1, index)
            }
        }
    }

    /// @notice The root over nodes of one level, a power of two of them; they are overwritten.
    function fold(bytes32[] memory nodes) internal pure returns (bytes32 root) {
        for (uint256 width = nodes.length / 2; width > 0; width /= 2) {
            for (uint256 i; i < width; ++i) {
                nodes[i] = _hash(nodes[2 * i], nodes[2 * i + 1]);
            }
        }
        return nodes[0];
    }

    function _hash(bytes32 left, bytes32 right) private pure returns (bytes32 node) {
        assembly ("memory-safe") {
            mstore(0x00, left)
            mstore(0x20, right)
            node := keccak256(0x00, 0x40)
        }
    }
}

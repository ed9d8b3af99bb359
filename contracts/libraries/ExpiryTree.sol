// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Sums of shares by deadline
/// @notice Answers how much share has expired at any time in a number of reads that is logarithmic in the number of
/// deadlines, and never more than 64, so that no deadline has to be processed when it passes.
/// @dev A path-compressed binary tree over 64-bit deadlines (a crit-bit tree) whose inner nodes know the sum under their left
/// child. The insertion of a deadline makes at most one inner node, which is stored under that deadline: it shares its higher
/// bits with everything below the node, so it is the node's prefix too. A deadline that has passed cannot be inserted again
/// (callers never insert the past), so a forgotten deadline never meets a node that still bears its name.
///
///     link:  deadline 64 | leaf 1         (bit 0: whether this is a leaf)
///     node:       left 72 | right 72 | leftSum 64 | bit 8
library ExpiryTree {
    struct Node {
        uint72 left;
        uint72 right;
        uint64 leftSum;
        uint8 bit;
    }

    struct Tree {
        uint72 root;
        uint64 sum;
        uint64 forgotten;
        mapping(uint256 deadline => Node) nodes;
    }

    /// @notice Adds a share that is alive up to and including `deadline`. The caller bounds the sum of all shares to 64 bits.
    function insert(Tree storage tree, uint64 deadline, uint64 share) internal {
        uint256 below = tree.sum;
        tree.sum = uint64(below + share);
        uint72 link = tree.root;
        if (below == 0) {
            tree.root = _leaf(deadline);
            return;
        }

        uint256 parent;
        bool wentLeft;
        while (true) {
            uint256 name = link >> 1;
            if (link & 1 == 1) {
                if (name == deadline) return;
                break;
            }
            Node storage node = tree.nodes[name];
            uint256 bit = node.bit;
            if (name >> (bit + 1) != deadline >> (bit + 1)) break;

            parent = name;
            wentLeft = (deadline >> bit) & 1 == 0;
            if (wentLeft) {
                below = node.leftSum;
                node.leftSum = uint64(below + share);
                link = node.left;
            } else {
                below -= node.leftSum;
                link = node.right;
            }
        }

        _branch(tree, deadline, share, link, uint64(below));
        uint72 inner = uint72(uint256(deadline) << 1);
        if (parent == 0) tree.root = inner;
        else if (wentLeft) tree.nodes[parent].left = inner;
        else tree.nodes[parent].right = inner;
    }

    /// @notice The sum of the shares whose deadline is before `time`, forgotten ones included.
    function sumBefore(Tree storage tree, uint256 time) internal view returns (uint256 sum) {
        sum = tree.forgotten;
        uint256 below = tree.sum;
        if (below == 0) return sum;
        uint72 link = tree.root;
        while (link & 1 == 0) {
            uint256 name = link >> 1;
            Node storage node = tree.nodes[name];
            uint256 bit = node.bit;
            uint256 prefix = name >> (bit + 1);
            uint256 timePrefix = time >> (bit + 1);
            if (prefix != timePrefix) return prefix < timePrefix ? sum + below : sum;

            uint256 leftSum = node.leftSum;
            if ((time >> bit) & 1 == 1) {
                sum += leftSum;
                below -= leftSum;
                link = node.right;
            } else {
                below = leftSum;
                link = node.left;
            }
        }
        if (link >> 1 < time) sum += below;
    }

    /// @notice Removes the earliest deadline if it is before `time`; its share moves to the forgotten ones.
    /// @return done Whether there was one.
    function forgetFirst(Tree storage tree, uint256 time) internal returns (bool done) {
        uint256 share = tree.sum;
        if (share == 0) return false;
        uint256 parent;
        uint256 grandparent;
        uint72 link = tree.root;
        while (link & 1 == 0) {
            (grandparent, parent) = (parent, link >> 1);
            Node storage node = tree.nodes[parent];
            share = node.leftSum;
            link = node.left;
        }
        if (link >> 1 >= time) return false;

        if (parent == 0) {
            tree.root = 0;
        } else {
            uint72 sibling = tree.nodes[parent].right;
            _lowerLeftSums(tree, parent, uint64(share));
            if (grandparent == 0) tree.root = sibling;
            else tree.nodes[grandparent].left = sibling;
            delete tree.nodes[parent];
        }
        tree.sum -= uint64(share);
        tree.forgotten += uint64(share);
        return true;
    }

    /// @dev Takes `share` off every node on the way to the first deadline, except the last one.
    function _lowerLeftSums(Tree storage tree, uint256 last, uint64 share) private {
        uint256 name = tree.root >> 1;
        while (name != last) {
            Node storage node = tree.nodes[name];
            node.leftSum -= share;
            name = node.left >> 1;
        }
    }

    /// @dev Stores the inner node that parts a new deadline from the subtree it meets, at the first bit where they differ.
    function _branch(Tree storage tree, uint64 deadline, uint64 share, uint72 other, uint64 otherSum) private {
        uint256 bit = Math.log2((other >> 1) ^ deadline);
        bool isLeft = (deadline >> bit) & 1 == 0;
        tree.nodes[deadline] = Node({
            left: isLeft ? _leaf(deadline) : other,
            right: isLeft ? other : _leaf(deadline),
            leftSum: isLeft ? share : otherSum,
            bit: uint8(bit)
        });
    }

    function _leaf(uint64 deadline) private pure returns (uint72 link) {
        return uint72((uint256(deadline) << 1) | 1);
    }
}

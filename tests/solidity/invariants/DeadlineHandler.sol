// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ExpiryTree} from "../../../contracts/libraries/ExpiryTree.sol";
import {Test} from "../Test.sol";
import {DeadlineList} from "../libraries/DeadlineList.sol";

/// @title A tree of deadlines and its plain list, through long lives with many deadlines that nearly meet
contract DeadlineHandler is Test {
    using ExpiryTree for ExpiryTree.Tree;
    using DeadlineList for DeadlineList.List;

    uint64 private constant LAST = type(uint64).max;
    uint256 private constant MAX_DEADLINES = 40;

    uint64 public time = 1;
    ExpiryTree.Tree private _tree;
    DeadlineList.List private _list;

    function deadlines() external view returns (uint64[] memory) {
        return _list.deadlines;
    }

    function sums(uint256 when) external view returns (uint256 ofTree, uint256 ofList) {
        return (_tree.sumBefore(when), _list.sumBefore(when));
    }

    function depth() external view returns (uint256) {
        return _tree.sum == 0 ? 0 : _depth(_tree.root);
    }

    /// A deadline that shares all but a few bits with one before, or with the present.
    function insertNear(uint256 seed, uint32 share) external {
        uint256 count = _list.deadlines.length;
        uint256 base = count == 0 ? time : _list.deadlines[seed % count];
        _insert(base ^ 2 ** ((seed >> 8) % 64), share);
    }

    function insertSoon(uint256 seed, uint32 share) external {
        _insert(uint256(time) + seed % 16, share);
    }

    function insertAnywhere(uint64 deadline, uint32 share) external {
        _insert(deadline, share);
    }

    function pass(uint256 seed) external {
        uint256 count = _list.deadlines.length;
        uint256 next = count == 0 || seed % 2 == 0 ? uint256(time) + seed % 8 : _list.deadlines[(seed >> 8) % count];
        // Few of the leaps go far, or nothing would be left to happen.
        if (next > time && next < LAST && (next - time < 1_000 || seed % 32 == 1)) time = uint64(next);
    }

    function forget(uint256 seed) external {
        for (uint256 i; i < 1 + seed % 3; ++i) {
            vm.assertEq(_tree.forgetFirst(time), _list.forgetFirst(time));
        }
    }

    function _insert(uint256 deadline, uint64 share) private {
        if (share == 0 || deadline < time || deadline > LAST || _list.deadlines.length == MAX_DEADLINES) return;
        _tree.insert(uint64(deadline), share);
        _list.insert(uint64(deadline), share);
    }

    function _depth(uint72 link) private view returns (uint256) {
        if (link & 1 == 1) return 0;
        ExpiryTree.Node storage node = _tree.nodes[link >> 1];
        uint256 left = _depth(node.left);
        uint256 right = _depth(node.right);
        return 1 + (left > right ? left : right);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ExpiryTree} from "../../../contracts/libraries/ExpiryTree.sol";
import {Test} from "../Test.sol";
import {DeadlineList} from "./DeadlineList.sol";

/// @title The tree of deadlines answers as a plain list does
contract ExpiryTreeTest is Test {
    using ExpiryTree for ExpiryTree.Tree;
    using DeadlineList for DeadlineList.List;

    uint64 private constant LAST = type(uint64).max;

    ExpiryTree.Tree private _tree;
    DeadlineList.List private _list;

    /// Whatever is inserted, forgotten and asked, in whatever order, tree and list agree at every time of interest.
    /// forge-config: default.fuzz.runs = 150
    function testFuzz_GivenAnyHistory_TheTreeAnswersAsTheList(uint256[48] calldata steps) public {
        uint64 time = 1;
        for (uint256 i; i < steps.length; ++i) {
            uint256 seed = steps[i] >> 8;
            uint256 step = steps[i] % 8;
            if (step < 6) _insert(_deadline(seed, time), uint64(bound(seed, 1, type(uint32).max)));
            else if (step == 6) time = uint64(bound(seed, time, _list.latest(time)));
            else vm.assertEq(_tree.forgetFirst(time), _list.forgetFirst(time));
        }

        _assertSameFrom(time);
        _assertDepth();
    }

    /// Forgetting one by one goes through the deadlines in their order and changes no answer.
    /// forge-config: default.fuzz.runs = 150
    function testFuzz_WhenAllIsForgotten_NoAnswerChanges(uint256[32] calldata seeds) public {
        for (uint256 i; i < seeds.length; ++i) {
            _insert(_deadline(seeds[i], 1), uint64(1 + i));
        }
        uint256 before = _tree.sumBefore(LAST);

        while (_list.forgetFirst(LAST)) {
            vm.assertTrue(_tree.forgetFirst(LAST));
            vm.assertEq(_tree.sumBefore(LAST), before);
            _assertSameFrom(LAST);
        }
        vm.assertFalse(_tree.forgetFirst(LAST));
    }

    /// A tree that was emptied takes new deadlines as a new one would.
    /// forge-config: default.fuzz.runs = 150
    function testFuzz_GivenAnEmptiedTree_ItGrowsAgain(uint256[12] calldata seeds) public {
        uint64 time = 1;
        for (uint256 round; round < 3; ++round) {
            for (uint256 i; i < seeds.length; ++i) {
                uint256 seed = uint256(keccak256(abi.encode(seeds[i], round)));
                _insert(uint64(bound(seed, time, time + 1_000)), uint64(1 + i));
            }
            time += 1_001;
            while (_list.forgetFirst(time)) vm.assertTrue(_tree.forgetFirst(time));
            vm.assertEq(_tree.sum, 0);
            vm.assertEq(_tree.forgotten, _tree.sumBefore(time));
        }
    }

    /// Deadlines that differ in one bit each make the deepest tree there is: 64 levels.
    function test_GivenAllPowersOfTwo_TheTreeIsAsDeepAsItCanBe() public {
        _insert(LAST - 1, 1);
        _insert(LAST, 2);
        for (uint256 bit = 1; bit < 64; ++bit) {
            _insert(uint64(LAST ^ 2 ** bit), uint64(bit));
        }

        vm.assertEq(_depth(_tree.root), 64);
        _assertSameFrom(1);
    }

    /// Consecutive deadlines, the common case of daily or monthly terms, make a balanced tree.
    function test_GivenConsecutiveDeadlines_TheTreeIsBalanced() public {
        for (uint64 i; i < 256; ++i) {
            _insert(1_024 + i, 1);
        }

        vm.assertEq(_depth(_tree.root), 8);
        _assertSameFrom(1);
    }

    /// One deadline for everybody takes one leaf and no node.
    function testFuzz_GivenEqualDeadlines_TheyAreOneLeaf(uint64 deadline, uint32[8] calldata shares) public {
        vm.assume(deadline != 0);
        uint256 sum;
        for (uint256 i; i < shares.length; ++i) {
            if (shares[i] == 0) continue;
            _insert(deadline, shares[i]);
            sum += shares[i];
        }

        vm.assertEq(_tree.sumBefore(deadline), 0);
        vm.assertEq(_tree.sumBefore(uint256(deadline) + 1), sum);
        if (sum != 0) vm.assertEq(_depth(_tree.root), 0);
    }

    /// A deadline counts as passed in the second after it, and the extremes of the range are no exception.
    function test_GivenTheFirstAndTheLastDeadline_TheBoundariesAreExact() public {
        _insert(1, 10);
        _insert(LAST, 20);

        vm.assertEq(_tree.sumBefore(0), 0);
        vm.assertEq(_tree.sumBefore(1), 0);
        vm.assertEq(_tree.sumBefore(2), 10);
        vm.assertEq(_tree.sumBefore(LAST), 10);
        vm.assertEq(_tree.sumBefore(uint256(LAST) + 1), 30);
        vm.assertEq(_tree.sumBefore(type(uint256).max), 30);
    }

    /// Shares up to the whole 64-bit range are summed without a loss.
    function test_GivenTheLargestSum_NothingOverflows() public {
        for (uint64 i; i < 8; ++i) {
            _insert(100 + i, i == 7 ? LAST / 8 + 7 : LAST / 8);
        }

        vm.assertEq(_tree.sumBefore(LAST), LAST);
        for (uint256 i; i < 4; ++i) {
            vm.assertTrue(_tree.forgetFirst(LAST));
        }
        vm.assertEq(_tree.sumBefore(LAST), LAST);
        vm.assertEq(_tree.forgotten, LAST / 8 * 4);
    }

    /// An empty tree has no sum and forgets nothing.
    function testFuzz_GivenNoDeadline_ThereIsNothingToSum(uint256 time) public {
        vm.assertEq(_tree.sumBefore(time), 0);
        vm.assertFalse(_tree.forgetFirst(time));
    }

    /// @dev Adversarial families of deadlines, folded to `time` or later.
    function _deadline(uint256 seed, uint64 time) private pure returns (uint64 deadline) {
        uint256 kind = seed % 7;
        uint256 number = (seed >> 8) % 64;
        uint256 wide = uint64(seed >> 16);
        if (kind == 0) wide = 2 ** number;
        else if (kind == 1) wide = 2 ** number - 1;
        else if (kind == 2) wide = LAST - number;
        else if (kind == 3) wide = LAST ^ 2 ** number;
        else if (kind == 4) wide = number + time;
        else if (kind == 5) wide = time;
        return uint64(bound(wide, time, LAST));
    }

    function _insert(uint64 deadline, uint64 share) private {
        _tree.insert(deadline, share);
        _list.insert(deadline, share);
    }

    function _assertSameFrom(uint64 time) private view {
        vm.assertEq(_tree.sumBefore(time), _list.sumBefore(time));
        vm.assertEq(_tree.sumBefore(uint256(LAST) + 1), _list.sumBefore(uint256(LAST) + 1));
        for (uint256 i; i < _list.deadlines.length; ++i) {
            uint256 deadline = _list.deadlines[i];
            if (deadline < time) continue;
            vm.assertEq(_tree.sumBefore(deadline), _list.sumBefore(deadline));
            vm.assertEq(_tree.sumBefore(deadline + 1), _list.sumBefore(deadline + 1));
        }
    }

    function _assertDepth() private view {
        if (_tree.sum != 0) vm.assertLe(_depth(_tree.root), 64);
    }

    function _depth(uint72 link) private view returns (uint256 depth) {
        if (link & 1 == 1) return 0;
        ExpiryTree.Node storage node = _tree.nodes[link >> 1];
        uint256 left = _depth(node.left);
        uint256 right = _depth(node.right);
        return 1 + (left > right ? left : right);
    }
}

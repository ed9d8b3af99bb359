// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Clock} from "../../../contracts/libraries/Clock.sol";
import {RevenueLedger} from "../../../contracts/libraries/RevenueLedger.sol";
import {RevenueLib} from "../../../contracts/libraries/RevenueLib.sol";
import {Test} from "../Test.sol";

/// @title The ledger against a list of all settlements, over which every question loops
contract RevenueLedgerTest is Test {
    using RevenueLedger for RevenueLedger.Ledger;

    struct Member {
        uint256 share;
        uint256 deadline;
        uint256 joined;
        uint256 settlementsBefore;
    }

    struct Settlement {
        uint256 time;
        uint256 growth;
    }

    uint256 private constant ONE = 1 << 64;
    uint256 private constant NEVER = type(uint48).max;

    RevenueLedger.Ledger private _ledger;
    Member[] private _members;
    Settlement[] private _settlements;
    uint256 private _joined;
    uint256 private _carried;

    function setUp() public {
        vm.warp(1_000);
    }

    /// Each member's growth, read between its mint and its deadline, is the sum of the settlements in that time.
    function testFuzz_GivenAnyHistory_EachMemberEarnsItsOwnSettlements(uint256[40] calldata steps) public {
        for (uint256 i; i < steps.length; ++i) {
            uint256 seed = steps[i] >> 8;
            uint256 step = steps[i] % 5;
            if (step == 0) _join(bound(seed, 1, type(uint32).max), _deadlineFrom(seed));
            else if (step < 4) _settle(seed % 3 == 0 ? bound(seed, 1, 1_000) : bound(seed, 1, 1e33));
            else vm.warp(block.timestamp + seed % 4);
        }

        for (uint256 i; i < _members.length; ++i) {
            vm.assertEq(_ledgerGrowth(_members[i]), _naiveGrowth(_members[i]));
        }
        vm.assertEq(_ledger.carried, _carried);
    }

    /// As long as nobody joins and nothing expires, settlements overwrite one point; afterwards they make a new one.
    function test_WhileTheMembersAreTheSame_NoPointIsAdded() public {
        _join(7, NEVER);
        _join(5, 1_010);
        _settle(100);
        vm.assertEq(_count(), 1);

        vm.warp(1_010);
        _settle(100);
        _settle(100);
        vm.assertEq(_count(), 1);

        vm.warp(1_011);
        _settle(100);
        vm.assertEq(_count(), 2);

        _join(1, NEVER);
        vm.assertEq(_count(), 2);
        _settle(100);
        vm.assertEq(_count(), 3);
    }

    /// One unit over three shares is too little each time, and exactly one each after three times: nothing is lost.
    function test_WhenTheDivisionLeavesARemainder_TheNextSettlementHasIt() public {
        _join(3, NEVER);

        _settle(1);
        vm.assertEq(_index(), ONE / 3);
        vm.assertEq(_ledger.carried, 1);
        _settle(1);
        vm.assertEq(_ledger.carried, 2);
        _settle(1);

        vm.assertEq(_index(), ONE);
        vm.assertEq(_ledger.carried, 0);
    }

    /// What the index cannot hold is refused and leaves the ledger as it was.
    function testFuzz_GivenMoreThanTheIndexHolds_ItRefuses(uint256 amount) public {
        uint256 most = type(uint192).max >> 64;
        amount = bound(amount, most + 1, type(uint256).max);
        _join(1, NEVER);
        _settle(5);

        vm.assertFalse(_ledger.settle(amount - 5, 1, 0, _joined, Clock.present(_joined)));

        vm.assertEq(_index(), 5 * ONE);
        vm.assertEq(_count(), 1);
        vm.assertTrue(_ledger.settle(most - 5, 1, 0, _joined, Clock.present(_joined)));
        vm.assertEq(_index(), most * ONE);
    }

    /// The mark of a pair says nothing about the money, and stays.
    function testFuzz_GivenAPairedLedger_ItSettlesAsAnyOther(uint64 first, uint64 second, bool joins) public {
        vm.assume(first != 0 && second != 0);
        _ledger.pair();
        vm.assertEq(_index(), 0);
        _join(3, NEVER);
        _settle(first);
        if (joins) _join(4, NEVER);
        _settle(second);

        vm.assertTrue(RevenueLedger.isPaired(_ledger.newest));
        vm.assertEq(_count(), joins ? 2 : 1);
        for (uint256 i; i < _members.length; ++i) {
            vm.assertEq(_ledgerGrowth(_members[i]), _naiveGrowth(_members[i]));
        }
    }

    /// A ledger without settlements has an index of 0 at every moment.
    function testFuzz_GivenNoSettlement_TheIndexIsZero(uint256 moment) public view {
        vm.assertEq(_index(), 0);
        vm.assertEq(_ledger.pointsBefore(_ledger.newest, moment), 0);
        vm.assertEq(_indexBefore(moment), 0);
    }

    function _index() private view returns (uint256 index) {
        return RevenueLedger.index(_ledger.newest);
    }

    function _indexBefore(uint256 moment) private view returns (uint256 index) {
        return _ledger.indexAfter(_ledger.pointsBefore(_ledger.newest, moment));
    }

    /// @dev The points of the past, and the newest one.
    function _count() private view returns (uint256 count) {
        return _ledger.past + 1;
    }

    function _deadlineFrom(uint256 seed) private view returns (uint256 deadline) {
        return seed % 2 == 0 ? NEVER : block.timestamp + (seed >> 32) % 8;
    }

    function _join(uint256 share, uint256 deadline) private {
        _joined = Clock.next(_joined);
        _members.push(Member(share, deadline, _joined, _settlements.length));
    }

    /// @dev Does nothing while nobody is alive, as the contract refuses then.
    function _settle(uint256 amount) private {
        uint256 living;
        uint256 expired;
        for (uint256 i; i < _members.length; ++i) {
            if (_members[i].deadline >= block.timestamp) living += _members[i].share;
            else expired += _members[i].share;
        }
        if (living == 0) return;

        vm.assertTrue(_ledger.settle(amount, living, expired, _joined, Clock.present(_joined)));
        (uint256 growth, uint256 remainder) = RevenueLib.growthDown(amount, _carried, living);
        _settlements.push(Settlement(block.timestamp, growth));
        _carried = remainder;
    }

    function _ledgerGrowth(Member storage member) private view returns (uint256 growth) {
        bool expired = member.deadline < block.timestamp;
        uint256 end = expired ? _indexBefore(Clock.end(member.deadline)) : _index();
        return end - _indexBefore(member.joined);
    }

    function _naiveGrowth(Member storage member) private view returns (uint256 growth) {
        for (uint256 i = member.settlementsBefore; i < _settlements.length; ++i) {
            if (_settlements[i].time <= member.deadline) growth += _settlements[i].growth;
        }
    }
}

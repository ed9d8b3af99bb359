// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPayout} from "../../../contracts/interfaces/IPayout.sol";
import {PayoutTest} from "./PayoutTest.sol";

/// @title Payout: everything that an account is owed, in one transaction
contract PayoutsTest is PayoutTest {
    // --- claims ---

    /// Whoever calls, the account gets everything, and the answer is what came in.
    function testFuzz_AnyonePaysAnAccountOut(address caller) public {
        vm.expectEmit(address(payout));
        emit IPayout.PaidOut(alice, NATIVE, 1_000);
        vm.expectEmit(address(payout));
        emit IPayout.PaidOut(alice, address(usd), 2_000);

        vm.prank(caller);
        (uint256[] memory received, bool[] memory done) =
            payout.claimEverything(alice, _all(), _list(NATIVE, address(usd)), _list(1_000, 2_000));

        vm.assertEq(abi.encode(received), abi.encode(_list(1_000, 2_000)));
        vm.assertTrue(done[0] && done[1] && done[2] && done[3]);
        vm.assertEq(alice.balance, 1_000);
        vm.assertEq(usd.balanceOf(alice), 2_000);
    }

    /// A claim that fails is passed over, and the others are made.
    function test_WhenAClaimFails_TheOthersAreMade() public {
        IPayout.Claim[] memory claims = _all();
        claims[0].data = abi.encodeCall(dat.claimMany, (_list(uint256(5)), NATIVE));
        claims[3].target = bob;
        vm.expectEmit(address(payout));
        emit IPayout.ClaimPassedOver(alice, 0, address(dat));
        vm.expectEmit(address(payout));
        emit IPayout.ClaimPassedOver(alice, 3, bob);

        (uint256[] memory received, bool[] memory done) =
            payout.claimEverything(alice, claims, _list(NATIVE, address(usd)), _list(0, 0));

        vm.assertEq(abi.encode(received), abi.encode(_list(250, 1_500)));
        vm.assertTrue(!done[0] && done[1] && done[2] && !done[3]);
    }

    /// Less than asked for reverts everything; exactly that does not.
    function testFuzz_GivenAMinimum_ItHolds(uint256 minimum) public {
        minimum = bound(minimum, 2_001, type(uint256).max);
        bytes memory call =
            abi.encodeCall(payout.claimEverything, (alice, _all(), _list(NATIVE, address(usd)), _list(1_000, minimum)));
        bytes memory reason =
            abi.encodeWithSelector(IPayout.PayoutBelowMinimum.selector, alice, address(usd), 2_000, minimum);
        _assertNo(keeper, call, reason);
        vm.assertEq(alice.balance, 0);
    }

    /// Every asset has its minimum.
    function test_GivenArraysThatDiffer_ItReverts() public {
        bytes memory call =
            abi.encodeCall(payout.claimEverything, (alice, _all(), _list(NATIVE, address(usd)), _list(uint256(1))));
        _assertNo(keeper, call, abi.encodeWithSelector(IPayout.LengthMismatch.selector, 2, 1));
    }

    /// Of nothing nothing comes, and nobody hears of it.
    function test_GivenNothingToClaim_NothingHappens() public {
        vm.recordLogs();
        (uint256[] memory received, bool[] memory done) =
            payout.claimEverything(alice, _none(), _list(NATIVE), _list(uint256(0)));
        vm.assertEq(received[0], 0);
        vm.assertEq(done.length, 0);
        vm.assertEq(vm.getRecordedLogs().length, 0);
    }

    // --- tips ---

    /// Without terms a keeper gets nothing, and the account all the same.
    function test_GivenNoTerms_ThereIsNoTip() public {
        vm.assertEq(_claimFor(_all()), 0);
        vm.assertEq(alice.balance, 1_000);
    }

    /// A tip is the account's part of what came in, no more than the cap, and no more than what is set aside; the account's
    /// own money comes in full.
    function testFuzz_ATipIsWithinItsBounds(uint16 bps, uint112 cap, uint112 minimum, uint64 balance) public {
        bps = uint16(bound(bps, 0, 10_000));
        minimum = uint112(bound(minimum, 0, 2_000));
        cap = uint112(bound(cap, 0, 2_000));
        balance = uint64(bound(balance, 0, 2_000));
        _giveTips(bps, cap, minimum, balance);
        uint256 expected = minimum > 1_000 ? 0 : _least(uint256(bps) / 10, cap, balance);
        if (expected != 0) {
            vm.expectEmit(address(payout));
            emit IPayout.Tipped(alice, keeper, expected);
        }

        vm.assertEq(_claimFor(_all()), expected);

        vm.assertEq(keeper.balance, expected);
        vm.assertEq(alice.balance, 1_000);
        vm.assertEq(payout.tipBalanceOf(alice), balance - expected);
        vm.assertEq(address(payout).balance, balance - expected);
    }

    /// What is set aside comes back when the account asks, and no more than that.
    function testFuzz_WhatIsSetAsideComesBack(uint64 balance, uint64 amount) public {
        amount = uint64(bound(amount, 0, balance));
        _giveTips(1, 1, 0, balance);
        vm.prank(alice);
        payout.withdrawTips(amount);
        vm.assertEq(alice.balance, amount);

        uint256 left = balance - amount;
        bytes memory reason = abi.encodeWithSelector(IPayout.TipBalanceTooLow.selector, alice, left, left + 1);
        _assertNo(alice, abi.encodeCall(payout.withdrawTips, (left + 1)), reason);
        vm.assertEq(payout.tipBalanceOf(alice), left);
    }

    /// Terms are said in an event, are the account's own, and are at most everything.
    function testFuzz_TermsAreTheAccountsOwn(uint16 bps, uint112 cap, uint112 minimum) public {
        bps = uint16(bound(bps, 0, 10_000));
        vm.expectEmit(address(payout));
        emit IPayout.TipTermsSet(alice, bps, cap, minimum);
        _giveTips(bps, cap, minimum, 0);
        vm.assertEq(abi.encode(payout.tipTermsOf(alice)), abi.encode(bps, cap, minimum));
        vm.assertEq(abi.encode(payout.tipTermsOf(bob)), abi.encode(0, 0, 0));

        bps = uint16(bound(bps, 10_001, type(uint16).max));
        bytes memory call = abi.encodeCall(payout.setTipTerms, (IPayout.TipTerms(bps, cap, minimum)));
        _assertNo(alice, call, abi.encodeWithSelector(IPayout.InvalidTip.selector, bps));
    }

    function _least(uint256 first, uint256 second, uint256 third) private pure returns (uint256 least) {
        least = first < second ? first : second;
        return least < third ? least : third;
    }
}

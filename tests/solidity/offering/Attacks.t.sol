// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms} from "../../../contracts/interfaces/IModelOffering.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {Flasher} from "../../../contracts/mocks/Flasher.sol";
import {Reentrant} from "../../../contracts/mocks/Reentrant.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {Squatter} from "../../../contracts/mocks/Squatter.sol";
import {OfferingTest} from "./OfferingTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Attacks on an offering
contract OfferingAttacksTest is OfferingTest {
    bytes private constant LOCKED_OUT =
        abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);

    // --- calls back in the middle of a call ---

    /// A depositor that calls back when it is paid reaches nothing, whatever it calls and whatever pays it.
    function test_WhenADepositorCallsBack_ItIsPaidOnce() public {
        ReentrantReceiver attacker = new ReentrantReceiver();
        _open(_terms());
        vm.warp(START);
        _deposit(address(attacker), 600 ether);
        vm.warp(END);
        bytes[] memory calls = _calls(address(attacker));
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            attacker.arm(address(offering), calls[i]);
            offering.collect(address(attacker));
            _assertLockedOut(attacker);
            vm.assertEq(address(attacker).balance, 300 ether);
            vm.assertEq(token.balanceOf(address(attacker)), FOR_SALE);
            vm.revertToState(state);
        }
    }

    /// A depositor that calls back when it is refunded is refunded once.
    function test_WhenADepositorCallsBackInARefund_ItIsRefundedOnce() public {
        ReentrantReceiver attacker = new ReentrantReceiver();
        _open(_terms());
        vm.warp(START);
        _deposit(address(attacker), 40 ether);
        _deposit(alice, 40 ether);
        vm.warp(END);
        bytes[] memory calls = _calls(address(attacker));
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            attacker.arm(address(offering), calls[i]);
            offering.refund(address(attacker));
            _assertLockedOut(attacker);
            vm.assertEq(address(offering).balance, 40 ether);
            vm.revertToState(state);
        }
    }

    /// A creator that calls back when it is paid is paid once.
    function test_WhenACreatorCallsBack_ItIsPaidOnce() public {
        ReentrantReceiver attacker = new ReentrantReceiver();
        OfferingTerms memory terms = _trancheTerms();
        terms.creator = address(attacker);
        _sell(terms, 300 ether, 0, 0);
        bytes[] memory calls = _calls(alice);
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            attacker.arm(address(offering), calls[i]);
            vm.assertEq(offering.release(), 60 ether);
            _assertLockedOut(attacker);
            vm.assertEq(address(offering).balance, 240 ether);
            vm.revertToState(state);
        }
    }

    /// A holder that calls back while it burns after a veto, paid by the token and by the sale, is paid once by each.
    function test_WhenAHolderCallsBackAfterAVeto_ItIsPaidOnce() public {
        ReentrantReceiver attacker = new ReentrantReceiver();
        _open(_trancheTerms());
        vm.warp(START);
        _deposit(address(attacker), 300 ether);
        _deposit(alice, 300 ether);
        vm.warp(END);
        offering.collect(address(attacker));
        _lock(address(attacker), 300_000e18);
        vm.warp(END + 1);
        offering.unlock(address(attacker));
        uint256 before = address(attacker).balance;
        bytes[] memory calls = _calls(address(attacker));
        for (uint256 i; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            attacker.arm(address(offering), calls[i]);
            vm.assertEq(_burn(address(attacker), 300_000e18), 120 ether);
            _assertLockedOut(attacker);
            vm.assertEq(address(attacker).balance, before + 120 ether);
            vm.revertToState(state);
        }
    }

    /// A payment token that calls back during a deposit credits what arrived, once.
    function test_WhenAPaymentTokenCallsBack_NothingIsCountedTwice() public {
        ReentrantToken evil = new ReentrantToken();
        _open(_paidIn(address(evil)));
        vm.warp(START);
        evil.mint(address(evil), 10);
        vm.prank(address(evil));
        evil.approve(address(offering), 10);
        evil.arm(address(offering), abi.encodeCall(offering.deposit, (10)));
        _deposit(alice, 200 ether);
        vm.assertEq(evil.answer(), LOCKED_OUT);
        vm.assertEq(offering.raised(), 200 ether);
        vm.warp(END);
        evil.arm(address(offering), abi.encodeCall(offering.release, ()));
        offering.release();
        vm.assertEq(evil.answer(), LOCKED_OUT);
        vm.assertEq(evil.balanceOf(creator), 200 ether);
    }

    // --- payment tokens that misbehave ---

    /// A token that charges for transfers: what arrived is what counts, and all of it can be paid.
    function test_WhenATokenCharges_WhatArrivedCounts() public {
        FeeToken fee = new FeeToken(1_000);
        _sell(_paidIn(address(fee)), 400 ether, 200 ether, 0);
        vm.assertEq(offering.raised(), 540 ether);
        vm.assertEq(offering.depositOf(alice), 360 ether);
        offering.collect(alice);
        offering.collect(bob);
        offering.release();
        vm.assertEq(fee.balanceOf(address(offering)), 0);
        vm.assertEq(fee.balanceOf(alice), 160 ether * 9 / 10);
    }

    /// A token that stops paying loses nobody's claim: nothing is booked, and later it is paid.
    function test_WhenATokenStops_NothingIsLost() public {
        FalseToken no = new FalseToken();
        _sell(_paidIn(address(no)), 400 ether, 200 ether, 0);
        no.stop(true);
        vm.expectRevert(abi.encodeWithSignature("TransferFailed()"));
        offering.collect(alice);
        vm.assertEq(offering.depositOf(alice), 400 ether);
        no.stop(false);
        offering.collect(alice);
        vm.assertEq(no.balanceOf(alice), 200 ether);
    }

    // --- receivers that refuse ---

    /// A depositor that takes no coins stops nobody else, and names another receiver itself.
    function test_WhenADepositorRefusesCoins_OnlyItWaits() public {
        address bomb = address(new ReturnBomb(true));
        _open(_terms());
        vm.warp(START);
        _deposit(bomb, 300 ether);
        _deposit(alice, 300 ether);
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSignature("ETHTransferFailed()"));
        offering.collect(bomb);
        offering.collect(alice);
        offering.release();
        offering.close();
        vm.prank(bomb);
        offering.collectTo(carol);
        vm.assertEq(carol.balance, 150 ether);
        vm.assertEq(address(offering).balance, 0);
    }

    /// A creator that takes no coins stops no depositor and not the treasury.
    function test_WhenACreatorRefusesCoins_OnlyItWaits() public {
        OfferingTerms memory terms = _terms();
        terms.creator = address(new ReturnBomb(true));
        _sell(terms, 300 ether, 200 ether, 100 ether);
        vm.expectRevert(abi.encodeWithSignature("ETHTransferFailed()"));
        offering.release();
        offering.close();
        _collectAll();
        vm.prank(terms.creator);
        vm.assertEq(offering.releaseTo(bob), 300 ether);
    }

    // --- borrowed tokens, and the creator's own ---

    /// Tokens borrowed for one transaction reach a veto but cannot be given back in it, so the loan fails.
    function test_WhenBorrowedTokensVeto_TheyCannotBeGivenBack() public {
        _sell(_trancheTerms(), 600 ether, 0, 0);
        offering.collect(alice);
        Flasher flasher = new Flasher();
        vm.prank(alice);
        token.approve(address(flasher), FOR_SALE);
        Flasher.Step[] memory steps = new Flasher.Step[](5);
        address sold = address(token);
        steps[0] = Flasher.Step(sold, abi.encodeCall(token.transferFrom, (alice, address(flasher), FOR_SALE)));
        steps[1] = Flasher.Step(sold, abi.encodeCall(token.approve, (address(offering), FOR_SALE)));
        steps[2] = Flasher.Step(address(offering), abi.encodeCall(offering.lock, (FOR_SALE)));
        steps[3] = Flasher.Step(address(offering), abi.encodeCall(offering.unlock, (address(flasher))));
        steps[4] = Flasher.Step(sold, abi.encodeCall(token.transfer, (alice, FOR_SALE)));

        vm.expectRevert(abi.encodeWithSelector(IModelOffering.StillLocked.selector, address(flasher), END + 1));
        flasher.run(steps);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Succeeded);
    }

    /// A creator who buys its own sale has its money back and the tokens that it paid for, and so has its weight in a veto: as
    /// anybody. What it cannot do is vote with tokens that it did not buy, or stop those who have half of the sold ones.
    function test_WhenACreatorBuysItsOwnSale_ItHasWhatItPaidFor() public {
        _open(_trancheTerms());
        vm.warp(START);
        _deposit(creator, 290 ether);
        _deposit(alice, 310 ether);
        vm.warp(END);
        offering.collect(creator);
        offering.collect(alice);
        vm.assertEq(token.balanceOf(creator), 290_000e18);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.releaseVested();
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.releaseTreasury();
        _lock(creator, 290_000e18);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Succeeded);
        _lock(alice, 10_000e18);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Vetoed);
    }

    // --- dust, splits, extremes ---

    /// Many tiny deposits of one person earn no more than one of the same size: rounding is never in their favour.
    function testFuzz_ManyTinyDeposits_GainNothing(uint256 tiny, uint256 large) public {
        tiny = bound(tiny, 1, 1e6);
        large = bound(large, SOFT_CAP, 1e30);
        _open(_terms());
        vm.warp(START);
        _deposit(alice, large);
        for (uint256 i = 1; i <= 20; ++i) {
            _deposit(vm.addr(i), tiny);
        }
        vm.warp(END);
        (uint256 sum, uint256 tokens_, uint256 back) = (offering.raised(), 0, 0);
        for (uint256 i = 1; i <= 20; ++i) {
            (uint256 got, uint256 refunded) = offering.collect(vm.addr(i));
            (tokens_, back) = (tokens_ + got, back + refunded);
        }
        vm.assertLe(tokens_, FOR_SALE * 20 * tiny / (sum > TARGET ? sum : TARGET));
        vm.assertLe(back, sum > TARGET ? 20 * tiny * (sum - TARGET) / sum : 0);
        offering.collect(alice);
        if (offering.releasable() != 0) offering.release();
        vm.assertEq(address(offering).balance, 0);
    }

    /// Dust deposits of a crowd cost the crowd, and change neither what others pay for a call nor what they get by a unit.
    function test_GivenACrowdOfDust_OthersGetTheirs() public {
        _open(_terms());
        vm.warp(START);
        _deposit(alice, 600 ether);
        for (uint256 i = 1; i <= 50; ++i) {
            _deposit(vm.addr(i), 1);
        }
        vm.warp(END);
        (uint256 got, uint256 back) = offering.collect(alice);
        vm.assertEq(got, uint256(FOR_SALE) * 600 ether / (600 ether + 50));
        vm.assertEq(back, uint256(600 ether) * (300 ether + 50) / (600 ether + 50));
    }

    /// Deposits up to the limit of the books work; one unit more is refused, not wrapped.
    function test_AtTheLimits_NothingWraps() public {
        OfferingTerms memory terms = _paidIn(address(usd));
        (terms.target, terms.softCap) = (type(uint112).max, 1);
        _open(terms);
        vm.warp(START);
        _deposit(alice, type(uint112).max);
        usd.mint(bob, 1);
        vm.prank(bob);
        usd.approve(address(offering), 1);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.DepositTooLarge.selector, type(uint112).max));
        vm.prank(bob);
        offering.deposit(1);
        vm.warp(END);
        offering.collect(alice);
        vm.assertEq(token.balanceOf(alice), FOR_SALE);
        vm.assertEq(offering.release(), type(uint112).max);
    }

    /// A deposit of 1e30 into a target of one unit: everything but the unit goes back.
    function test_GivenATargetOfOne_EverythingElseGoesBack() public {
        OfferingTerms memory terms = _terms();
        (terms.target, terms.softCap) = (1, 1);
        _sell(terms, 1e30, 0, 0);
        offering.collect(alice);
        vm.assertEq(alice.balance, 1e30 - 1);
        vm.assertEq(offering.release(), 1);
    }

    // --- coins and tokens that come unasked ---

    /// Coins forced in, tokens and dollars sent by mistake change no books and no quote; they become revenue or the treasury's.
    function test_WhenAssetsAreForcedIn_TheBooksStand() public {
        _sell(_terms(), 600 ether, 0, 0);
        vm.deal(address(this), 7 ether);
        new Squatter{value: 7 ether}(payable(address(offering)));
        usd.mint(address(offering), 5e6);
        vm.assertEq(offering.releasable(), 300 ether);
        offering.collect(alice);
        vm.prank(alice);
        token.transfer(address(offering), 10e18);
        offering.close();
        vm.assertEq(token.balanceOf(treasury), FOR_TREASURY + 10e18);
        vm.assertEq(offering.release(), 300 ether);

        vm.expectEmit(address(offering));
        emit IModelOffering.RevenueRecycled(NATIVE, 7 ether, address(token));
        offering.recycle(_list(NATIVE));
        offering.recycle(_list(address(usd)));
        vm.assertEq(address(token).balance, 7 ether);
        vm.assertEq(usd.balanceOf(address(token)), 5e6);
        vm.assertEq(address(offering).balance, 0);
    }

    /// Deposits are never taken for revenue, not while the sale runs, not in the asset that is paid in.
    function test_WhenItIsRecycledDuringTheSale_DepositsStay() public {
        OfferingTerms memory terms = _dollarTerms();
        _open(terms);
        vm.warp(START);
        _deposit(alice, 100e6);
        usd.mint(address(offering), 1);
        offering.recycle(_list(address(usd)));
        vm.assertEq(usd.balanceOf(address(offering)), 100e6);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NotRevenue.selector, token));
        offering.recycle(_list(address(token)));
    }

    /// @dev Every call that moves money or tokens.
    function _calls(address account) private view returns (bytes[] memory calls) {
        calls = new bytes[](14);
        calls[0] = abi.encodeCall(offering.collect, (account));
        calls[1] = abi.encodeCall(offering.collectTo, (account));
        calls[2] = abi.encodeCall(offering.refund, (account));
        calls[3] = abi.encodeCall(offering.refundTo, (account));
        calls[4] = abi.encodeCall(offering.release, ());
        calls[5] = abi.encodeCall(offering.releaseTo, (account));
        calls[6] = abi.encodeCall(offering.close, ());
        calls[7] = abi.encodeCall(offering.releaseTreasury, ());
        calls[8] = abi.encodeCall(offering.releaseVested, ());
        calls[9] = abi.encodeCall(offering.recycle, (_list(NATIVE)));
        calls[10] = abi.encodeCall(offering.lock, (1));
        calls[11] = abi.encodeCall(offering.unlock, (account));
        calls[12] = abi.encodeCall(offering.burnForProceeds, (1, account));
        calls[13] = abi.encodeCall(offering.deposit, (0));
    }

    function _assertLockedOut(Reentrant attacker) private view {
        vm.assertGe(attacker.calls(), 1);
        vm.assertFalse(attacker.succeeded());
        vm.assertEq(attacker.answer(), LOCKED_OUT);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms} from "../../../contracts/interfaces/IModelOffering.sol";
import {RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {OfferingTest} from "./OfferingTest.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title Deposits, and what they become
contract SaleTest is OfferingTest {
    uint256 private constant KEY = 0xA11CE;
    address private _holder = vm.addr(KEY);

    // --- deposits ---

    /// A deposit is booked, told, and can be added to.
    function test_WhenItIsOpen_ADepositIsBooked() public {
        vm.warp(START);
        vm.deal(alice, 10 ether);
        vm.expectEmit(address(offering));
        emit IModelOffering.Deposited(alice, 4 ether, 4 ether);
        vm.prank(alice);
        offering.deposit{value: 4 ether}(4 ether);
        _deposit(alice, 6 ether);
        _deposit(bob, 1);

        vm.assertEq(offering.depositOf(alice), 10 ether);
        vm.assertEq(offering.raised(), 10 ether + 1);
        vm.assertEq(offering.held(), 10 ether + 1);
        vm.assertEq(offering.depositors(), 2);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Open);
    }

    /// Before the start and from the end on nothing is taken; the first and the last second are good.
    function test_OutsideItsPeriod_NothingIsTaken() public {
        vm.deal(alice, 10 ether);
        vm.warp(START - 1);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Pending);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NotOpen.selector, START, END, START - 1));
        vm.prank(alice);
        offering.deposit{value: 1}(1);
        vm.warp(END - 1);
        _deposit(alice, 1);
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NotOpen.selector, START, END, END));
        vm.prank(alice);
        offering.deposit{value: 1}(1);
    }

    /// What is sent along is the amount, and is nothing where an ERC-20 is paid.
    function test_WhenTheCoinsAreNotTheAmount_ItReverts() public {
        vm.warp(START);
        vm.deal(alice, 10 ether);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.WrongPayment.selector, 2, 1));
        vm.prank(alice);
        offering.deposit{value: 1}(2);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.ZeroAmount.selector));
        vm.prank(alice);
        offering.deposit(0);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.InvalidPayment.selector, NATIVE));
        vm.prank(alice);
        offering.depositWithPermit(1, 0, 0, 0, 0);
        vm.warp(NOW);
        _open(_dollarTerms());
        vm.warp(START);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.WrongPayment.selector, 0, 1));
        vm.prank(alice);
        offering.deposit{value: 1}(1);
    }

    /// One account deposits up to the cap and no more. A second account of the same person may: no chain can tell.
    function test_GivenAWalletCap_OneAccountStaysBelow() public {
        OfferingTerms memory terms = _terms();
        terms.walletCap = 5 ether;
        _open(terms);
        vm.warp(START);
        _deposit(alice, 3 ether);
        _deposit(alice, 2 ether);
        vm.deal(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.WalletCapExceeded.selector, 5 ether + 1, 5 ether));
        vm.prank(alice);
        offering.deposit{value: 1}(1);
        _deposit(bob, 5 ether);
        vm.assertEq(offering.raised(), 10 ether);
    }

    /// Coins that are sent without a deposit are refused, so nobody loses them by mistake.
    function test_WhenCoinsAreSentPlainly_TheyAreRefused() public {
        vm.deal(alice, 1);
        vm.prank(alice);
        (bool success, bytes memory answer) = address(offering).call{value: 1}("");
        vm.assertFalse(success);
        vm.assertEq(answer, abi.encodeWithSelector(IModelOffering.UnexpectedCoins.selector, alice));
    }

    // --- above the target ---

    /// Twice the target: everybody has half back and the tokens of the other half, by whoever triggers it.
    function test_GivenTwiceTheTarget_EverybodyHasHalfBack() public {
        _sell(_terms(), 300 ether, 200 ether, 100 ether);
        vm.expectEmit(address(offering));
        emit IModelOffering.Collected(alice, 300_000e18, 150 ether, alice);
        vm.prank(stranger);
        (uint256 got, uint256 back) = offering.collect(alice);
        offering.collect(bob);
        offering.collect(carol);

        vm.assertEq(got, 300_000e18);
        vm.assertEq(back, 150 ether);
        vm.assertEq(token.balanceOf(alice), 300_000e18);
        vm.assertEq(token.balanceOf(bob), 200_000e18);
        vm.assertEq(token.balanceOf(carol), 100_000e18);
        vm.assertEq(alice.balance, 150 ether);
        vm.assertEq(bob.balance, 100 ether);
        vm.assertEq(carol.balance, 50 ether);
        vm.assertEq(offering.held(), 300 ether);
        vm.assertEq(offering.release(), 300 ether);
        vm.assertEq(creator.balance, 300 ether);
        vm.assertEq(address(offering).balance, 0);
    }

    /// What does not divide is rounded down, twice, and what is left over goes to creator and treasury at the end.
    function test_WhenItDoesNotDivide_TheDustIsAccounted() public {
        _sell(_terms(), 200 ether + 1, 200 ether, 300 ether);
        offering.close();
        _collectAll();
        uint256 sum = 700 ether + 1;
        uint256 over = sum - TARGET;
        uint256 back = (200 ether + 1) * over / sum + 200 ether * over / sum + 300 ether * over / sum;
        uint256 sold = uint256(FOR_SALE) * (200 ether + 1) / sum;
        sold += uint256(FOR_SALE) * 200 ether / sum + uint256(FOR_SALE) * 300 ether / sum;

        vm.assertEq(alice.balance + bob.balance + carol.balance, back);
        vm.assertEq(token.balanceOf(alice) + token.balanceOf(bob) + token.balanceOf(carol), sold);
        vm.assertTrue(over - back > 0 && over - back < 3);
        vm.assertEq(offering.release(), TARGET + over - back);
        vm.assertTrue(FOR_SALE - sold > 0 && FOR_SALE - sold < 3);
        vm.assertEq(token.balanceOf(treasury), FOR_TREASURY);
        vm.assertEq(offering.releaseTreasury(), FOR_SALE - sold);
        vm.assertEq(address(offering).balance, 0);
        vm.assertEq(token.balanceOf(address(offering)), FOR_CREATOR);
    }

    /// Whatever people deposit, everything is accounted for to the last unit, whoever is the last to collect.
    function testFuzz_WhateverIsDeposited_NothingStaysBehind(uint256 a, uint256 b, uint256 c, uint256 order) public {
        a = bound(a, 1, 1e30);
        b = bound(b, 1, order % 2 == 0 ? 1e30 : 1e3);
        c = bound(c, SOFT_CAP, 1e30);
        _sell(_terms(), a, b, c);
        uint256 sum = a + b + c;
        address[3] memory people = [alice, bob, carol];
        uint256[3] memory deposits = [a, b, c];
        if ((order >> 8) % 2 == 0) offering.release();
        for (uint256 i; i < 3; ++i) {
            uint256 who = (i + (order >> 16) % 3) % 3;
            (uint256 tokens_, uint256 back) = offering.collect(people[who]);
            vm.assertEq(back, sum > TARGET ? deposits[who] * (sum - TARGET) / sum : 0);
            vm.assertEq(tokens_, uint256(FOR_SALE) * deposits[who] / (sum > TARGET ? sum : TARGET));
        }
        if (offering.releasable() != 0) offering.release();
        offering.close();
        vm.warp(END + 360 days);
        offering.releaseVested();

        vm.assertEq(address(offering).balance, 0);
        vm.assertEq(offering.held(), 0);
        vm.assertEq(token.balanceOf(address(offering)), 0);
        uint256 kept = sum < TARGET ? sum : TARGET;
        vm.assertGe(creator.balance, kept);
        vm.assertLe(creator.balance, kept + 2);
        vm.assertEq(token.balanceOf(creator), FOR_CREATOR);
    }

    // --- between soft cap and target ---

    /// Everything is used at the full price, and what is not sold goes to the treasury.
    function test_GivenLessThanTheTarget_TheRestIsNotSold() public {
        _sell(_terms(), 60 ether, 30 ether, 10 ether);
        vm.expectEmit(address(offering));
        emit IModelOffering.OfferingClosed(100 ether, true);
        vm.expectEmit(address(offering));
        emit IModelOffering.TokensReleased(treasury, FOR_TREASURY + 400_000e18);
        offering.close();
        _collectAll();

        vm.assertEq(token.balanceOf(alice), 120_000e18);
        vm.assertEq(token.balanceOf(bob), 60_000e18);
        vm.assertEq(token.balanceOf(carol), 20_000e18);
        vm.assertEq(alice.balance + bob.balance + carol.balance, 0);
        vm.assertEq(offering.release(), 100 ether);
    }

    /// At the target exactly nothing goes back and everything is sold.
    function test_GivenExactlyTheTarget_AllIsSold() public {
        _sell(_terms(), 100 ether, 150 ether, 50 ether);
        _collectAll();
        vm.assertEq(token.balanceOf(alice) + token.balanceOf(bob) + token.balanceOf(carol), FOR_SALE);
        vm.assertEq(offering.releasableTreasury(), FOR_TREASURY);
        vm.assertEq(offering.release(), 300 ether);
    }

    // --- below the soft cap ---

    /// One unit is missing: everybody has everything back, and the treasury all tokens. Nobody has to close anything.
    function test_GivenLessThanTheSoftCap_EverythingGoesBack() public {
        _sell(_terms(), 60 ether, 40 ether - 1, 0);
        vm.assertTrue(offering.phase() == IModelOffering.Phase.Failed);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.SaleFailed.selector, 100 ether - 1, 100 ether));
        offering.collect(alice);
        vm.expectEmit(address(offering));
        emit IModelOffering.Refunded(alice, 60 ether, alice);
        vm.prank(stranger);
        vm.assertEq(offering.refund(alice), 60 ether);
        vm.prank(bob);
        vm.assertEq(offering.refundTo(carol), 40 ether - 1);

        vm.assertEq(alice.balance, 60 ether);
        vm.assertEq(carol.balance, 40 ether - 1);
        vm.assertEq(offering.releaseTreasury(), SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.release();
        vm.warp(END + 360 days);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.releaseVested();
    }

    /// Nobody came: the end is the end, and the treasury has all tokens.
    function test_GivenNoDeposit_TheTreasuryHasAll() public {
        vm.warp(END);
        vm.expectEmit(address(offering));
        emit IModelOffering.OfferingClosed(0, false);
        offering.close();
        vm.assertEq(token.balanceOf(treasury), SUPPLY);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.AlreadyClosed.selector));
        offering.close();
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NothingToRelease.selector));
        offering.releaseTreasury();
    }

    // --- once, and for whom ---

    /// Nothing moves before the end, twice, for nobody, or to nowhere.
    function test_WhenItIsNotDue_NothingMoves() public {
        vm.warp(START);
        _deposit(alice, 200 ether);
        bytes[4] memory calls = [
            abi.encodeCall(offering.collect, (alice)),
            abi.encodeCall(offering.refund, (alice)),
            abi.encodeCall(offering.close, ()),
            abi.encodeCall(offering.collectTo, (alice))
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IModelOffering.SaleNotEnded.selector, END, START));
            (bool done,) = address(offering).call(calls[i]);
            vm.assertTrue(done);
        }
        vm.warp(END);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.SaleSucceeded.selector, 200 ether, 100 ether));
        offering.refund(alice);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NoDeposit.selector, bob));
        offering.collect(bob);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.InvalidReceiver.selector, address(0)));
        vm.prank(alice);
        offering.collectTo(address(0));
        offering.collect(alice);
        vm.expectRevert(abi.encodeWithSelector(IModelOffering.NoDeposit.selector, alice));
        offering.collect(alice);
    }

    /// An account names another receiver for both, which nobody else can.
    function test_WhenAnAccountNamesAReceiver_ItGetsBoth() public {
        _sell(_terms(), 600 ether, 0, 0);
        vm.prank(alice);
        offering.collectTo(carol);
        vm.assertEq(token.balanceOf(carol), FOR_SALE);
        vm.assertEq(carol.balance, 300 ether);
    }

    /// What a quote says is what a collection pays, before and after the end.
    function testFuzz_AQuoteIsWhatIsPaid(uint256 a, uint256 b) public {
        a = bound(a, 1, 1e24);
        b = bound(b, 1, 1e24);
        _sell(_terms(), a, b, 0);
        (uint256 tokens_, uint256 back) = offering.quote(alice);
        if (a + b < SOFT_CAP) {
            vm.assertEq(tokens_, 0);
            vm.assertEq(offering.refund(alice), back);
        } else {
            (uint256 got, uint256 refunded) = offering.collect(alice);
            vm.assertEq(got, tokens_);
            vm.assertEq(refunded, back);
        }
    }

    // --- ERC-20s ---

    /// In dollars everything is the same, and no coin moves.
    function test_GivenDollars_TheSameIsTrue() public {
        OfferingTerms memory terms = _dollarTerms();
        (terms.target, terms.softCap) = (300e6, 100e6);
        _sell(terms, 300e6, 200e6, 100e6);
        _collectAll();
        vm.assertEq(usd.balanceOf(alice), 150e6);
        vm.assertEq(token.balanceOf(bob), 200_000e18);
        vm.assertEq(offering.release(), 300e6);
        vm.assertEq(usd.balanceOf(creator), 300e6);
        vm.assertEq(usd.balanceOf(address(offering)), 0);
    }

    /// With a permit it is one transaction; whoever hands the permit in before stops nothing.
    function test_GivenAPermit_OneTransactionDoes() public {
        address coin = _permitCoin();
        _open(_paidIn(coin));
        vm.warp(START);
        (uint8 v, bytes32 r, bytes32 s) = _permit(coin, 2e18);
        vm.prank(_holder);
        offering.depositWithPermit(2e18, END, v, r, s);
        vm.assertEq(offering.depositOf(_holder), 2e18);
    }

    /// A permit that somebody else has handed in before has done its work.
    function test_WhenAPermitIsHandedInBefore_TheDepositWorks() public {
        address coin = _permitCoin();
        _open(_paidIn(coin));
        vm.warp(START);
        (uint8 v, bytes32 r, bytes32 s) = _permit(coin, 2e18);
        vm.prank(stranger);
        IERC20Permit(coin).permit(_holder, address(offering), 2e18, END, v, r, s);
        vm.prank(_holder);
        offering.depositWithPermit(2e18, END, v, r, s);
        vm.assertEq(offering.raised(), 2e18);
        vm.expectRevert(abi.encodeWithSignature("TransferFromFailed()"));
        vm.prank(_holder);
        offering.depositWithPermit(1, END, v, r, s);
    }

    /// @dev A RevShare token takes permits, so it can pay for another one.
    function _permitCoin() private returns (address coin) {
        RevShareTerms memory terms = _tokenTerms();
        terms.holder = _holder;
        return tokens.create(terms, keccak256("coin"));
    }

    function _permit(address coin, uint256 amount) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 content = keccak256(abi.encode(kind, _holder, offering, amount, 0, END));
        return vm.sign(KEY, keccak256(abi.encodePacked("\x19\x01", IERC20Permit(coin).DOMAIN_SEPARATOR(), content)));
    }
}

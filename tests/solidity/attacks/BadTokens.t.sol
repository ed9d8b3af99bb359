// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {SilentToken} from "../../../contracts/mocks/SilentToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {DatTest} from "../DatTest.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Attack: assets and receivers that do not do what they say
contract BadTokensTest is DatTest {
    uint256 private _hers;

    function setUp() public override {
        super.setUp();
        _hers = _mint(alice, 1);
    }

    /// T11: of a token with a fee, what arrived is credited and emitted, and all of it can be claimed.
    function testFuzz_GivenAFeeOnTransfer_WhatArrivedCounts(uint96 amount, uint256 feeBps) public {
        amount = uint96(bound(amount, 10_000, type(uint96).max));
        feeBps = bound(feeBps, 1, 9_900);
        FeeToken token = new FeeToken(feeBps);
        _fund(token, amount);
        uint256 fee = (uint256(amount) * feeBps + 9_999) / 10_000;
        vm.expectEmit(address(dat));
        emit IERC8028.RevenueSettled(class, address(token), amount - fee);

        vm.prank(payer);
        dat.settleRevenueERC20(class, address(token), amount);

        vm.assertEq(token.balanceOf(address(dat)), amount - fee);
        vm.assertEq(_claim(_hers, address(token)), amount - fee);
        vm.assertEq(token.balanceOf(address(dat)), 0);
    }

    /// Section 5: a token that keeps everything as its fee settles nothing, and is refused like a settlement of 0.
    function testFuzz_GivenAFeeOfEverything_ItReverts(uint96 amount) public {
        FeeToken token = new FeeToken(10_000);
        _fund(token, amount);

        _assertReverts(
            payer,
            abi.encodeCall(dat.settleRevenueERC20, (class, address(token), amount)),
            abi.encodeWithSelector(IDataAnchoringToken.ZeroAmount.selector)
        );
        vm.assertEq(token.balanceOf(payer), amount);
    }

    /// T11: a token whose transfers answer nothing works.
    function testFuzz_GivenATokenWithoutAnswers_ItWorks(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        SilentToken token = new SilentToken();
        token.mint(payer, amount);
        vm.prank(payer);
        token.approve(address(dat), amount);

        vm.prank(payer);
        dat.settleRevenueERC20(class, address(token), amount);

        vm.assertEq(_claim(_hers, address(token)), amount);
        vm.assertEq(token.balanceOf(alice), amount);
    }

    /// T11: a token that answers "false" settles nothing and takes nothing off the books; honest again, it pays.
    function testFuzz_GivenATokenThatAnswersFalse_NothingIsBooked(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        FalseToken token = new FalseToken();
        _fund(token, 2 * uint256(amount));
        vm.prank(payer);
        dat.settleRevenueERC20(class, address(token), amount);
        token.stop(true);

        _assertReverts(
            payer,
            abi.encodeCall(dat.settleRevenueERC20, (class, address(token), amount)),
            abi.encodeWithSelector(SafeTransferLib.TransferFromFailed.selector)
        );
        _assertReverts(
            alice,
            abi.encodeCall(dat.claim, (_hers, address(token), payable(alice))),
            abi.encodeWithSelector(SafeTransferLib.TransferFailed.selector)
        );
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), amount);
        token.stop(false);
        vm.assertEq(_claim(_hers, address(token)), amount);
    }

    /// A token that stopped blocks its own claims only: the other assets of the same holder are paid.
    function test_GivenATokenThatStopped_OtherAssetsArePaid() public {
        FalseToken token = new FalseToken();
        _fund(token, 100);
        vm.prank(payer);
        dat.settleRevenueERC20(class, address(token), 100);
        _settleNative(100);
        token.stop(true);

        vm.assertEq(_claim(_hers, NATIVE), 100);
        vm.prank(alice);
        dat.claimAndTransfer(_hers, _list(NATIVE), bob);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), 100);
    }

    /// A receiver that answers with a megabyte is paid, or refuses, without making the caller pay for the copy.
    function test_GivenAReceiverThatAnswersTooMuch_TheCallerDoesNotCopyIt() public {
        address payable greedy = payable(address(new ReturnBomb(false)));
        address payable refusing = payable(address(new ReturnBomb(true)));
        _settleNative(100);
        _assertReverts(
            alice,
            abi.encodeCall(dat.claim, (_hers, NATIVE, refusing)),
            abi.encodeWithSelector(SafeTransferLib.ETHTransferFailed.selector)
        );

        uint256 gas = gasleft();
        vm.prank(alice);
        dat.claim(_hers, NATIVE, greedy);
        gas -= gasleft();

        vm.assertEq(greedy.balance, 100);
        // Expanding memory to a megabyte costs 2.0 million gas: once in the receiver, and not again in the contract.
        vm.assertLt(gas, 3_000_000);
    }

    /// An owner that refuses coins names another receiver; strangers cannot claim for it, and nobody else is blocked.
    function test_GivenAnOwnerThatRefusesCoins_OnlyItIsBlocked() public {
        uint256 his = _mint(bob, 1);
        _settleNative(100);
        address refusing = carol;
        vm.prank(alice);
        dat.transferToken(_hers, refusing);
        vm.etch(refusing, address(usd).code);

        _assertReverts(
            stranger,
            abi.encodeCall(dat.claim, (_hers, NATIVE, payable(refusing))),
            abi.encodeWithSelector(SafeTransferLib.ETHTransferFailed.selector)
        );
        vm.assertEq(_claim(his, NATIVE), 50);
        vm.prank(refusing);
        vm.assertEq(dat.claim(_hers, NATIVE, payable(bob)), 50);
        vm.assertEq(bob.balance, 100);
    }

    function _fund(TestToken token, uint256 amount) private {
        token.mint(payer, amount);
        vm.prank(payer);
        token.approve(address(dat), amount);
    }
}

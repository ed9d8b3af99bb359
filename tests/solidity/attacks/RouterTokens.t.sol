// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {FalseToken} from "../../../contracts/mocks/FalseToken.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {SilentToken} from "../../../contracts/mocks/SilentToken.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {RouterTest} from "../router/RouterTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @dev A token that no contract may give others a permission for.
contract GuardedToken is TestToken {
    constructor() TestToken("Guarded", "G", 18) {}

    function approve(address spender, uint256 amount) public override returns (bool) {
        require(msg.sender.code.length == 0, "no contracts");
        return super.approve(spender, amount);
    }
}

/// @title Attack: assets and receivers that misbehave on their way through the router
contract RouterTokensTest is RouterTest {
    uint256 private _hers;

    function setUp() public override {
        super.setUp();
        _open(class, 0);
        _setTerms(class, _terms(1_000));
        _hers = _mint(alice, 1);
    }

    // --- tokens ---

    /// Of a token with a fee, what arrived is split, and what arrived at the holders is theirs.
    function testFuzz_GivenAFeeOnTransfer_WhatArrivedIsSplit(uint96 amount, uint256 feeBps) public {
        amount = uint96(bound(amount, 100_000, type(uint96).max));
        feeBps = bound(feeBps, 1, 9_000);
        FeeToken token = new FeeToken(feeBps);
        _fund(token, amount);
        uint256 arrived = _afterFee(amount, feeBps);
        uint256 holders = arrived * 9_000 / 10_000;

        vm.prank(payer);
        vm.assertEq(router.pay(class, address(token), amount), arrived);

        vm.assertEq(router.owedTo(service, address(token)), arrived / 10);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), _afterFee(holders, feeBps));
        vm.assertEq(token.balanceOf(address(router)), arrived / 10 + router.carriedOf(class, address(token)));
    }

    /// A token that answers nothing goes through, into the router, to the holders, and out.
    function testFuzz_GivenATokenWithoutAnswers_ItWorks(uint96 amount) public {
        amount = uint96(bound(amount, 10, type(uint96).max));
        SilentToken token = new SilentToken();
        token.mint(payer, amount);
        vm.prank(payer);
        token.approve(address(router), amount);

        vm.prank(payer);
        router.pay(class, address(token), amount);
        router.claim(service, address(token), service);

        vm.assertEq(token.balanceOf(service), amount / 10);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), uint256(amount) * 9 / 10);
    }

    /// A token that stops lets everybody's part wait, books nothing that did not come, and pays when it moves again.
    function test_GivenATokenThatStops_ThePartsWait() public {
        FalseToken token = new FalseToken();
        uint256 child = _createClass();
        _setTerms(child, _terms(0, 0, 0, _parents(class, 10_000)));
        _fund(token, 3_000);
        vm.prank(payer);
        router.pay(child, address(token), 1_000);
        token.stop(true);

        _assertRefused(
            payer,
            abi.encodeCall(router.pay, (class, address(token), 1_000)),
            abi.encodeWithSelector(SafeTransferLib.TransferFromFailed.selector)
        );
        vm.assertEq(router.flow(class, address(token)), 1_000);
        vm.assertEq(router.heldOf(class, address(token)), 900);
        _assertRefused(
            stranger,
            abi.encodeCall(router.claim, (service, address(token), service)),
            abi.encodeWithSelector(SafeTransferLib.TransferFailed.selector)
        );

        token.stop(false);
        vm.assertEq(router.flow(class, address(token)), 900);
        vm.assertEq(router.claim(service, address(token), service), 100);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), 900);
    }

    /// A token that refuses the holders' settlement stops nobody else.
    function test_GivenATokenThatRefusesPermissions_OnlyTheHoldersWait() public {
        GuardedToken token = new GuardedToken();
        _fund(token, 1_000);

        vm.prank(payer);
        router.pay(class, address(token), 1_000);

        vm.assertEq(router.heldOf(class, address(token)), 900);
        vm.assertEq(router.claim(service, address(token), service), 100);
    }

    // --- calling back ---

    /// Whatever a token calls in the middle of a payment, the router's doors are shut.
    function test_WhenATokenCallsBack_ItFails() public {
        ReentrantToken token = new ReentrantToken();
        _fund(token, 1_000);
        bytes[4] memory calls = [
            abi.encodeCall(router.pay, (class, address(token), 1)),
            abi.encodeCall(router.flow, (class, address(token))),
            abi.encodeCall(router.claim, (service, NATIVE, service)),
            abi.encodeCall(router.flowMany, (_list(class), NATIVE))
        ];
        bytes4 reason = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
        for (uint256 i; i < calls.length; ++i) {
            token.arm(address(router), calls[i]);
            vm.prank(payer);
            router.pay(class, address(token), 100);

            vm.assertFalse(token.succeeded());
            vm.assertEq(token.answer(), abi.encodeWithSelector(reason));
        }
        vm.assertEq(router.owedTo(service, address(token)), 40);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), 360);
    }

    /// The one door that is open, to open pots, leads nowhere: the payment that it was called in is what it would have been.
    function test_WhenATokenOpensPots_ThePaymentIsTheSame() public {
        ReentrantToken token = new ReentrantToken();
        _fund(token, 24_690);
        for (uint256 i; i < 2; ++i) {
            token.arm(address(router), abi.encodeCall(router.openPots, (class, address(token))));
            vm.prank(payer);
            router.pay(class, address(token), 12_345);
            vm.assertTrue(token.succeeded());
        }

        vm.assertEq(router.owedTo(service, address(token)), 2_469);
        vm.assertEq(dat.pendingRevenue(_hers, address(token)), 22_221);
        vm.assertEq(router.carriedOf(class, address(token)), 0);
        vm.assertEq(token.balanceOf(address(router)), 2_469);
    }

    /// An account that calls back when it is paid is paid once.
    function test_WhenAReceiverCallsBack_ItIsPaidOnce() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        ILineage.Terms memory terms = _terms(0);
        terms.treasury = ILineage.Payee(address(receiver), 5_000);
        terms.holdersBps = 5_000;
        _enforceTerms(class, terms);
        _pay(class, 1_000);
        receiver.arm(address(router), abi.encodeCall(router.claim, (address(receiver), NATIVE, address(receiver))));

        router.claim(address(receiver), NATIVE, address(receiver));

        vm.assertEq(address(receiver).balance, 500);
        vm.assertFalse(receiver.succeeded());
        vm.assertEq(router.owedTo(address(receiver), NATIVE), 0);
    }

    // --- gas ---

    /// With as little gas as makes the settlement fail, nothing succeeds: nobody can make holders wait that way.
    function testFuzz_GivenLittleGas_AllOrNothing(uint256 gas) public {
        gas = bound(gas, 30_000, 300_000);

        vm.prank(payer);
        (bool success,) =
            address(router).call{gas: gas, value: 1_000}(abi.encodeCall(router.pay, (class, NATIVE, 1_000)));

        vm.assertEq(router.heldOf(class, NATIVE), 0);
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), success ? 900 : 0);
    }

    // --- terms ---

    /// A controller that changes the terms just before money flows gets nothing of what came before.
    function test_WhenTermsChangeBeforeAFlow_TheOldOnesCount() public {
        uint256 child = _createClass();
        _setTerms(child, _terms(0, 0, 0, _parents(class, 10_000)));
        _pay(child, 10_000);
        ILineage.Terms memory greedy;
        greedy.treasury = ILineage.Payee(controller, 10_000);

        _enforceTerms(class, greedy);
        router.flow(class, NATIVE);

        vm.assertEq(router.owedTo(controller, NATIVE), 0);
        vm.assertEq(router.owedTo(service, NATIVE), 1_000);
        vm.assertEq(dat.pendingRevenue(_hers, NATIVE), 9_000);
    }

    function _fund(TestToken token, uint256 amount) private {
        token.mint(payer, amount);
        vm.prank(payer);
        token.approve(address(router), amount);
    }

    function _afterFee(uint256 amount, uint256 feeBps) private pure returns (uint256 arrived) {
        return amount - (amount * feeBps + 9_999) / 10_000;
    }
}

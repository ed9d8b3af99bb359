// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Pay: everybody behind a class gets their part at once, and not a unit is lost
contract PayTest is RouterTest {
    uint256 private _child;
    uint256 private _second;

    function setUp() public override {
        super.setUp();
        _open(class, 0);
        _second = _openClass();
        _child = _createClass();
        _setTerms(_child, _terms(1_000, 500, 250, _parents(class, 2_000, _second, 333)));
    }

    // --- the split ---

    /// Every member of the terms gets its part, and the events say who.
    function test_WhenPaid_EverybodyGetsTheirPart() public {
        uint256 hers = _mintIn(_child, alice, 0, 1, 0);
        vm.expectEmit(address(router));
        emit IRevenueRouter.Owed(_child, service, NATIVE, 1_000);
        _expectOwed(_child, revShare, NATIVE, 500);
        _expectOwed(_child, treasury, NATIVE, 250);
        _expectPassedUp(_child, class, NATIVE, 2_000);
        _expectPassedUp(_child, _second, NATIVE, 333);
        _expectPaid(_child, NATIVE, 1, 10_000);
        vm.expectEmit(address(dat));
        emit IERC8028.RevenueSettled(_child, NATIVE, 5_917);

        _pay(_child, 10_000);

        vm.assertEq(router.owedTo(service, NATIVE), 1_000);
        vm.assertEq(router.owedTo(revShare, NATIVE), 500);
        vm.assertEq(router.owedTo(treasury, NATIVE), 250);
        vm.assertEq(router.receivedOf(class, NATIVE), 2_000);
        vm.assertEq(router.receivedOf(_second, NATIVE), 333);
        vm.assertEq(dat.pendingRevenue(hers, NATIVE), 5_917);
        vm.assertEq(address(router).balance, 4_083);
    }

    /// An ERC-20 goes the same way.
    function test_GivenAnErc20_EverybodyGetsTheirPart() public {
        uint256 hers = _mintIn(_child, alice, 0, 1, 0);

        for (uint256 i; i < 2; ++i) {
            usd.mint(payer, 10_000);
            _expectPaid(_child, address(usd), 1, 10_000);
            vm.prank(payer);
            router.pay(_child, address(usd), 10_000);
        }

        vm.assertEq(router.owedTo(service, address(usd)), 2_000);
        vm.assertEq(router.receivedOf(_second, address(usd)), 666);
        vm.assertEq(dat.pendingRevenue(hers, address(usd)), 11_834);
        vm.assertEq(usd.balanceOf(address(router)), 8_166);
    }

    /// Of payments of any size, each member gets exactly its part of their sum, rounded down; what is left over is carried.
    function testFuzz_OfManyPayments_EachMemberHasItsExactPart(uint128[12] memory amounts) public {
        uint256 hers = _mintIn(_child, alice, 0, 1, 0);
        uint256 sum;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 amount = bound(amounts[i], 1, i % 2 == 0 ? 20_000 : 1e30);
            sum += amount;
            vm.deal(payer, amount);
            _pay(_child, amount);

            uint256 holders = dat.pendingRevenue(hers, NATIVE);
            vm.assertEq(router.owedTo(service, NATIVE), sum * 1_000 / 10_000);
            vm.assertEq(router.owedTo(revShare, NATIVE), sum * 500 / 10_000);
            vm.assertEq(router.owedTo(treasury, NATIVE), sum * 250 / 10_000);
            vm.assertEq(router.receivedOf(class, NATIVE), sum * 2_000 / 10_000);
            vm.assertEq(router.receivedOf(_second, NATIVE), sum * 333 / 10_000);
            vm.assertEq(holders, sum * 5_917 / 10_000);
            vm.assertLt(router.carriedOf(_child, NATIVE), 6);
            vm.assertEq(address(router).balance + holders, sum);
            vm.assertEq(_books(), address(router).balance);
        }
    }

    /// Without terms, everything is the holders'.
    function testFuzz_GivenNoTerms_EverythingIsTheHolders(uint128 amount) public {
        amount = uint128(bound(amount, 1, 1e30));
        uint256 hers = _mint(alice, 1);
        _expectPaid(class, NATIVE, 0, amount);

        _pay(class, amount);

        vm.assertEq(dat.pendingRevenue(hers, NATIVE), amount);
        vm.assertEq(address(router).balance, 0);
    }

    /// Whoever pays more than once pays by the terms that are in force each time.
    function test_WhenTermsChange_WhatWasPaidStays() public {
        _enforceTerms(_second, _terms(1_000));
        _pay(_second, 15);
        _setTerms(_second, _terms(5_000));
        _pay(_second, 10);
        vm.assertEq(router.owedTo(service, NATIVE), 2);

        vm.warp(block.timestamp + 7 days);
        _pay(_second, 3);

        vm.assertEq(router.owedTo(service, NATIVE), 2 + 1);
        vm.assertEq(router.heldOf(_second, NATIVE), 22 + 1);
        vm.assertEq(router.carriedOf(_second, NATIVE), 1 + 1);
    }

    // --- the holders ---

    /// With no share alive the holders' part waits for them, and nobody else has to.
    function test_GivenNoLiveShare_TheHoldersPartWaits() public {
        _expectHoldersWait(_child, NATIVE, 5_917);
        _pay(_child, 10_000);
        _expectHoldersWait(_child, NATIVE, 11_834);
        _pay(_child, 10_000);
        vm.assertEq(router.owedTo(service, NATIVE), 2_000);
        vm.assertEq(router.heldOf(_child, NATIVE), 11_834);
        vm.assertEq(router.flow(_child, NATIVE), 0);

        uint256 hers = _mintIn(_child, alice, 0, 1, 0);
        _expectHoldersWait(_child, NATIVE, 0);
        vm.assertEq(router.flow(_child, NATIVE), 11_834);

        vm.assertEq(dat.pendingRevenue(hers, NATIVE), 11_834);
        vm.assertEq(router.heldOf(_child, NATIVE), 0);
        vm.assertEq(router.flow(_child, NATIVE), 0);
    }

    // --- what is refused ---

    /// What is sent along is the amount; with an ERC-20, nothing is.
    function testFuzz_GivenAnotherValue_ItReverts(uint96 value, uint96 amount) public {
        vm.assume(value != amount && value != 0);
        bytes4 reason = IRevenueRouter.WrongValue.selector;
        vm.deal(payer, value);

        vm.prank(payer);
        vm.expectRevert(abi.encodeWithSelector(reason, uint256(amount), uint256(value)));
        router.pay{value: value}(_child, NATIVE, amount);
        vm.prank(payer);
        vm.expectRevert(abi.encodeWithSelector(reason, 0, uint256(value)));
        router.pay{value: value}(_child, address(usd), amount);
    }

    /// Nothing, an asset that is none, a class that does not exist, and more than the books hold are refused.
    function test_GivenAnInvalidPayment_ItReverts() public {
        _assertRefused(
            payer,
            abi.encodeCall(router.pay, (_child, NATIVE, 0)),
            abi.encodeWithSelector(IDataAnchoringToken.ZeroAmount.selector)
        );
        _assertRefused(
            payer,
            abi.encodeCall(router.pay, (_child, alice, 1)),
            abi.encodeWithSelector(IDataAnchoringToken.InvalidAsset.selector, alice)
        );
        usd.mint(payer, 2 ** 128);
        _assertRefused(
            payer,
            abi.encodeCall(router.pay, (_child, address(usd), 2 ** 128)),
            abi.encodeWithSelector(IDataAnchoringToken.RevenueTooLarge.selector, _child, address(usd), 2 ** 128)
        );
        _assertRefused(payer, abi.encodeCall(router.pay, (99, address(usd), 1)), _unknownClass(99));
    }

    /// Coins that are just sent are refused: nobody could say for whom they are.
    function test_WhenCoinsAreJustSent_ItReverts() public {
        vm.prank(payer);
        (bool success,) = address(router).call{value: 1}("");
        vm.assertFalse(success);
    }

    /// @dev All that the router says it holds of the native coin.
    function _books() private view returns (uint256 sum) {
        sum = router.owedTo(service, NATIVE) + router.owedTo(revShare, NATIVE) + router.owedTo(treasury, NATIVE);
        for (uint256 classId = 1; classId <= dat.classCount(); ++classId) {
            sum += router.receivedOf(classId, NATIVE) + router.heldOf(classId, NATIVE)
            + router.carriedOf(classId, NATIVE);
        }
    }
}

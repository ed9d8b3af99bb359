// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInlet} from "../../../contracts/interfaces/IInlet.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Inlet: plain transfers to a class, before and after anything is there
contract InletTest is RouterTest {
    address private _inlet;

    function setUp() public override {
        super.setUp();
        _setTerms(class, _terms(1_000));
        _inlet = router.inletOf(class);
    }

    /// Coins and tokens that were sent before there was an inlet are the class's.
    function test_WhatCameBeforeTheInletIsTheClasss() public {
        _send(1_000);
        usd.mint(_inlet, 2_000);
        vm.assertEq(_inlet.code.length, 0);
        vm.expectEmit(address(router));
        emit IRevenueRouter.InletOpened(class, _inlet);
        vm.expectEmit(address(router));
        emit IRevenueRouter.Owed(class, service, NATIVE, 100);
        vm.expectEmit(address(router));
        emit IRevenueRouter.Paid(class, _inlet, NATIVE, 1, 1_000);

        vm.prank(stranger);
        vm.assertEq(router.flush(class, NATIVE), 1_000);

        vm.assertEq(router.flush(class, address(usd)), 2_000);
        vm.assertEq(router.owedTo(service, NATIVE), 100);
        vm.assertEq(router.owedTo(service, address(usd)), 200);
        vm.assertEq(_inlet.balance + usd.balanceOf(_inlet), 0);
    }

    /// An open inlet takes coins for no more gas than a plain transfer may have, and anyone flushes it without the router too.
    function test_AnOpenInletTakesPlainTransfers() public {
        vm.assertEq(router.openInlet(class), _inlet);
        vm.assertEq(router.openInlet(class), _inlet);
        vm.assertEq(address(IInlet(_inlet).ROUTER()), address(router));
        vm.assertEq(IInlet(_inlet).CLASS_ID(), class);
        vm.deal(address(this), 1_000);

        payable(_inlet).transfer(1_000);
        vm.prank(stranger);
        vm.assertEq(IInlet(_inlet).flush(NATIVE), 1_000);

        vm.assertEq(router.owedTo(service, NATIVE), 100);
        vm.assertEq(IInlet(_inlet).flush(NATIVE), 0);
        vm.assertEq(router.flush(class, address(usd)), 0);
    }

    /// Every class has an inlet of its own.
    function testFuzz_EveryClassHasItsOwn(uint256 first, uint256 second) public view {
        vm.assume(first != second);
        vm.assertTrue(router.inletOf(first) != router.inletOf(second));
    }

    /// It is where royalties go: what a market pays by ERC-2981 reaches the class.
    function test_RoyaltiesReachTheClass() public {
        uint256 hers = _mint(alice, 1);
        vm.prank(controller);
        dat.setRoyalty(class, _inlet, 500);

        (address receiver, uint256 royalty) = dat.royaltyInfo(hers, 1_000_000);
        vm.prank(payer);
        (bool success,) = receiver.call{value: royalty}("");
        vm.assertTrue(success);
        router.flush(class, NATIVE);

        vm.assertEq(dat.pendingRevenue(hers, NATIVE), 45_000);
        vm.assertEq(router.owedTo(service, NATIVE), 5_000);
    }

    /// What was sent to the inlet of a class that does not exist yet waits there until it does.
    function test_GivenNoClass_ItWaits() public {
        _inlet = router.inletOf(class + 1);
        _send(1_000);

        _assertRefused(stranger, abi.encodeCall(router.flush, (class + 1, NATIVE)), _unknownClass(class + 1));

        _createClass();
        vm.assertEq(router.flush(class + 1, NATIVE), 1_000);
    }

    function _send(uint256 amount) private {
        vm.prank(payer);
        (bool success,) = _inlet.call{value: amount}("");
        vm.assertTrue(success);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Claim: what an account is owed goes to it, or where it says
contract ClaimTest is RouterTest {
    function setUp() public override {
        super.setUp();
        _setTerms(class, _terms(1_000));
        _pay(class, 1_000);
        _payUsd(class, 2_000);
    }

    /// Anyone may have an account paid, in each asset, and it is paid once.
    function testFuzz_AnyoneClaimsForAnother(address caller) public {
        _expectClaimed(NATIVE, service, 100);
        vm.prank(caller);
        vm.assertEq(router.claim(service, NATIVE, service), 100);
        _expectClaimed(address(usd), service, 200);
        vm.prank(caller);
        vm.assertEq(router.claim(service, address(usd), service), 200);

        vm.assertEq(service.balance, 100);
        vm.assertEq(usd.balanceOf(service), 200);
        vm.recordLogs();
        vm.assertEq(router.claim(service, NATIVE, service), 0);
        vm.assertEq(vm.getRecordedLogs().length, 0);
    }

    /// The account itself may name another receiver.
    function test_TheAccountNamesAReceiver() public {
        _expectClaimed(NATIVE, bob, 100);

        vm.prank(service);
        router.claim(service, NATIVE, bob);

        vm.assertEq(bob.balance, 100);
    }

    /// Nobody else may, and nobody may name the zero address or the router.
    function testFuzz_WhenAnotherNamesAReceiver_ItReverts(address caller, address to) public {
        vm.assume(caller != service && to != service);

        _assertNotTo(caller, to);
        _assertNotTo(service, address(0));
        _assertNotTo(service, address(router));
    }

    function _assertNotTo(address caller, address to) private {
        _assertRefused(
            caller,
            abi.encodeCall(router.claim, (service, NATIVE, to)),
            abi.encodeWithSelector(IRevenueRouter.InvalidOwedReceiver.selector, service, caller, to)
        );
    }

    function _expectClaimed(address asset, address to, uint256 amount) private {
        vm.expectEmit(address(router));
        emit IRevenueRouter.OwedClaimed(service, asset, to, amount);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Flow: what children pass up moves on, hop by hop, by the terms under which it came
contract FlowTest is RouterTest {
    uint256 private _parentId;
    uint256 private _child;

    function setUp() public override {
        super.setUp();
        _open(class, 0);
        _parentId = _openClass();
        _child = _createClass();
        _setTerms(_parentId, _terms(1_000, 0, 0, _parents(class, 3_000)));
        _setTerms(_child, _terms(0, 0, 0, _parents(_parentId, 4_999)));
    }

    /// A hop splits what waits among the members, and the parents' part waits one generation up.
    function test_WhenItFlows_ItMovesOneHop() public {
        uint256 hers = _mintIn(_parentId, alice, 0, 1, 0);
        _pay(_child, 20_000);
        vm.assertEq(router.receivedOf(_parentId, NATIVE), 9_998);
        _expectOwed(_parentId, service, NATIVE, 999);
        _expectPassedUp(_parentId, class, NATIVE, 2_999);
        _expectFlowed(_parentId, NATIVE, 1, 9_998);
        vm.expectEmit(address(dat));
        emit IERC8028.RevenueSettled(_parentId, NATIVE, 5_998);

        vm.prank(stranger);
        vm.assertEq(router.flow(_parentId, NATIVE), 9_998);

        vm.assertEq(router.receivedOf(_parentId, NATIVE), 0);
        vm.assertEq(router.receivedOf(class, NATIVE), 2_999);
        vm.assertEq(dat.pendingRevenue(hers, NATIVE), 5_998);
        vm.assertEq(router.carriedOf(_parentId, NATIVE), 2);
    }

    /// Payments and flows of a class share one remainder, so together they are as exact as one.
    function testFuzz_PaymentsAndFlowsAreExactTogether(uint64[8] memory amounts) public {
        uint256 hers = _mintIn(_parentId, alice, 0, 1, 0);
        uint256 paid;
        uint256 passed;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 amount = bound(amounts[i], 1, 30_000);
            if (amounts[i] % 2 == 0) {
                _pay(_parentId, amount);
                paid += amount;
            } else {
                _pay(_child, amount);
                passed += amount;
            }
            if (amounts[i] % 3 == 0) router.flow(_parentId, NATIVE);
        }
        router.flow(_parentId, NATIVE);

        uint256 sum = paid + passed * 4_999 / 10_000;
        vm.assertEq(router.owedTo(service, NATIVE), sum / 10);
        vm.assertEq(router.receivedOf(class, NATIVE), sum * 3 / 10);
        vm.assertEq(dat.pendingRevenue(hers, NATIVE), sum * 6 / 10);
    }

    /// What came under earlier terms is split by them, whenever it flows; their last remainder goes to the holders.
    function testFuzz_WhenTermsChange_WhatCameBeforeIsSplitByTheOldOnes(uint256 first, uint256 second) public {
        first = bound(first, 3, 1e24);
        second = bound(second, 3, 1e24);
        _pay(_child, first);
        _setTerms(_parentId, _terms(9_000, 0, 0, _parents(class, 1)));
        vm.warp(START + 7 days);
        _pay(_child, second);
        uint256 before = first * 4_999 / 10_000;
        uint256 later = (first + second) * 4_999 / 10_000 - before;
        vm.assertEq(router.receivedOf(_parentId, NATIVE), before + later);

        router.flow(_parentId, NATIVE);

        vm.assertEq(router.receivedOf(_parentId, NATIVE), 0);
        vm.assertEq(router.owedTo(service, NATIVE), before / 10 + later * 9 / 10);
        vm.assertEq(router.receivedOf(class, NATIVE), before * 3 / 10 + later / 10_000);
        uint256 rounded = before - before / 10 - before * 3 / 10;
        vm.assertEq(router.heldOf(_parentId, NATIVE), rounded + later * 999 / 10_000);
    }

    /// Old terms flow a few versions at a time, and everything arrives in the end.
    function test_GivenManyVersions_TheyFlowAFewAtATime() public {
        for (uint16 i = 1; i <= 7; ++i) {
            _enforceTerms(_parentId, _terms(i * 1_000, 0, 0, _parents(class, 0)));
            _pay(_child, 20_000);
        }
        uint256 sum = 7 * 9_998;
        uint256 left = router.receivedOf(_parentId, NATIVE);
        vm.assertEq(left, sum);

        vm.assertEq(router.flow(_parentId, NATIVE), 5 * 9_998);
        vm.assertEq(router.receivedOf(_parentId, NATIVE), 2 * 9_998);
        vm.assertEq(router.flow(_parentId, NATIVE), 2 * 9_998);

        uint256 served;
        for (uint256 i = 1; i <= 7; ++i) {
            served += 9_998 * i / 10;
        }
        vm.assertEq(router.owedTo(service, NATIVE), served);
        vm.assertEq(router.heldOf(_parentId, NATIVE) + router.carriedOf(_parentId, NATIVE), sum - served);
        vm.assertEq(router.flow(_parentId, NATIVE), 0);
    }

    /// A path flows in one call, from a child up; each asset by itself.
    function test_APathFlowsInOneCall() public {
        _mint(alice, 1);
        _mintIn(_parentId, bob, 0, 1, 0);
        _pay(_child, 20_000);
        _payUsd(_child, 20_000);

        vm.prank(stranger);
        vm.assertEq(router.flowMany(_list(_parentId, class), NATIVE), 9_998 + 2_999);

        vm.assertEq(router.receivedOf(class, NATIVE), 0);
        vm.assertEq(router.receivedOf(_parentId, address(usd)), 9_998);
        router.flowMany(_list(_parentId, class), address(usd));
        vm.assertEq(router.receivedOf(class, address(usd)), 0);
        vm.assertEq(dat.pendingRevenue((class << 128) | 1, address(usd)), 2_999);
    }

    /// Where nothing waits, a flow moves nothing and says nothing.
    function testFuzz_GivenNothing_NothingFlows(uint256 classId, address asset) public {
        vm.recordLogs();
        vm.assertEq(router.flow(classId, asset), 0);
        vm.assertEq(vm.getRecordedLogs().length, 0);
    }
}

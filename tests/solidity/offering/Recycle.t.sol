// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering} from "../../../contracts/interfaces/IModelOffering.sol";
import {IRevShareToken, RevShareTerms} from "../../../contracts/interfaces/IRevShareToken.sol";
import {OfferingTest} from "./OfferingTest.sol";

/// @title Revenue of tokens in custody
contract RecycleTest is OfferingTest {
    address private _governor = makeAddr("governor");

    /// Tokens in custody earn like others; what they earned is split again among all, and nothing stays behind.
    function test_WhatCustodyEarns_GoesBackToAllHolders() public {
        _sell(_terms(), 600 ether, 0, 0);
        offering.collect(alice);
        offering.release();
        _earn(10 ether);
        _snapshot();
        vm.expectEmit(address(offering));
        emit IModelOffering.RevenueRecycled(NATIVE, 2.4 ether, address(token));
        vm.prank(stranger);
        offering.recycle(_list(NATIVE));

        vm.assertEq(address(offering).balance, 0);
        vm.assertEq(address(token).balance, 10 ether);
        _snapshot();
        vm.assertEq(_revShare().claimableTotal(alice, NATIVE), 3.6 ether + 2.4 ether * 6 * 6 / 100);
    }

    /// Whoever triggers the claim of the offering at the token takes nothing from anybody: the coins are recycled later.
    function test_WhenSomebodyElseTriggersTheClaim_TheSaleMoneyStands() public {
        _sell(_terms(), 600 ether, 0, 0);
        _earn(10 ether);
        _snapshot();
        _revShare().claimAllFor(address(offering), _list(NATIVE));
        vm.assertEq(address(offering).balance, 606 ether);
        vm.assertEq(offering.held(), 600 ether);
        offering.collect(alice);
        vm.assertEq(alice.balance, 300 ether);
        offering.recycle(_list(NATIVE));
        vm.assertEq(offering.release(), 300 ether);
        vm.assertEq(address(offering).balance, 0);
    }

    /// An asset that is revenue no longer would lie idle in the token, so the treasury has it.
    function test_WhenAnAssetIsNoLongerRevenue_TheTreasuryHasIt() public {
        RevShareTerms memory terms = _tokenTerms();
        terms.governor = _governor;
        (address made, address sold) = factory.create(terms, _terms(), false, keccak256("governed"));
        vm.warp(START);
        usd.mint(sold, 10e6);
        vm.prank(_governor);
        IRevShareToken(sold).setRevenueToken(address(usd), false);
        usd.mint(made, 3e6);
        IModelOffering(made).recycle(_list(address(usd)));
        vm.assertEq(usd.balanceOf(treasury), 3e6);
    }

    /// After a veto and when everybody has burnt, what the last tokens in custody redeem is the treasury's.
    function test_WhenNobodyIsLeft_TheTreasuryHasTheRedemption() public {
        _sell(_trancheTerms(), 600 ether, 0, 0);
        offering.collect(alice);
        _lock(alice, FOR_SALE);
        vm.warp(END + 1);
        offering.unlock(alice);
        _earn(10 ether);
        uint256 before = alice.balance;
        vm.assertEq(_burn(alice, FOR_SALE), 240 ether);
        vm.assertEq(alice.balance - before, 240 ether + 2.4 ether);
        offering.forfeit();
        offering.recycle(_list(NATIVE));
        vm.assertEq(token.totalSupply(), 0);
        // All that burning the last tokens pays: their part of the pool, and of what no snapshot has split.
        vm.assertGe(treasury.balance, 1.6 ether);
        offering.release();
        vm.assertEq(address(offering).balance, 0);
    }

    function _snapshot() private {
        vm.warp(block.timestamp + 1 hours);
        _revShare().snapshot();
        vm.roll(block.number + 1);
    }
}

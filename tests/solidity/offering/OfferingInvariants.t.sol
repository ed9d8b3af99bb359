// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering, OfferingTerms} from "../../../contracts/interfaces/IModelOffering.sol";
import {OfferingHandler} from "./OfferingHandler.sol";
import {OfferingTest} from "./OfferingTest.sol";

/// @title What is true of an offering after anything that anybody does or tries
contract OfferingInvariants is OfferingTest {
    OfferingHandler private _handler;

    function setUp() public override {
        super.setUp();
        OfferingTerms memory terms = _trancheTerms();
        terms.payment = address(usd);
        _open(terms);
        _handler = new OfferingHandler(offering, usd);
        for (uint256 i; i < _handler.PEOPLE(); ++i) {
            usd.mint(_handler.people(i), 1e30);
        }
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// Everything that was paid in is with somebody, or still here, to the unit.
    function invariant_MoneyIsConserved() public view {
        uint256 out = _handler.backToDepositors() + _handler.toCreator() + _handler.toTreasury() + _handler.toHolders();
        vm.assertEq(_handler.paidIn(), out + offering.held());
        vm.assertEq(usd.balanceOf(address(offering)), offering.held());
        vm.assertEq(offering.raised(), _handler.paidIn());
    }

    /// Each deposit became exactly its part by the formulas, and each lock came back whole.
    function invariant_EachPartIsExact() public view {
        vm.assertEq(_handler.wrongParts(), 0);
    }

    /// What the sale holds pays everything that it still owes: refunds, proceeds, what holders share.
    function invariant_WhatIsOwedIsHeld() public view {
        (uint256 owed, IModelOffering.Phase phase) = (offering.left(), offering.phase());
        if (phase == IModelOffering.Phase.Open) return;
        for (uint256 i; i < _handler.PEOPLE(); ++i) {
            (, uint256 back) = offering.quote(_handler.people(i));
            owed += back;
        }
        if (phase == IModelOffering.Phase.Succeeded || phase == IModelOffering.Phase.Vetoed) {
            owed += offering.releasable();
        }
        vm.assertLe(owed, offering.held());
    }

    /// The tokens here cover all that wait for depositors, lockers, the creator and the treasury.
    function invariant_TokensInCustodyAreThere() public view {
        if (offering.phase() == IModelOffering.Phase.Open) return;
        uint256 owed = offering.releasableTreasury() + offering.releasableVested();
        for (uint256 i; i < _handler.PEOPLE(); ++i) {
            address person = _handler.people(i);
            (uint256 tokens_,) = offering.quote(person);
            (uint256 locked,) = offering.lockedOf(person);
            owed += tokens_ + locked;
        }
        vm.assertLe(owed, token.balanceOf(address(offering)));
        vm.assertLe(offering.circulating(), token.totalSupply());
    }

    /// The creator never has more than what was due of the proceeds, and nothing of a vetoed tranche.
    function invariant_TheCreatorHasWhatIsDue() public view {
        uint256 sum = offering.raised();
        uint256 proceeds = sum < TARGET ? sum : TARGET;
        uint256 dust = _handler.PEOPLE();
        if (offering.phase() == IModelOffering.Phase.Failed) vm.assertEq(_handler.toCreator(), 0);
        uint256 stopped = offering.left() + _handler.toHolders() + _handler.toTreasury();
        if (offering.phase() == IModelOffering.Phase.Vetoed) {
            vm.assertLe(_handler.toCreator() + stopped, proceeds + dust);
        }
        vm.assertLe(_handler.toCreator(), proceeds + dust);
    }
}

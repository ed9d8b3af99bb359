// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILineage} from "../../../contracts/interfaces/ILineage.sol";
import {RouterTest} from "./RouterTest.sol";

/// @title Terms: who gets what, announced before it holds
contract TermsTest is RouterTest {
    // --- when they hold ---

    /// A class begins with version 0: everything to its holders.
    function test_GivenNoTerms_EverythingIsTheHolders() public view {
        ILineage.Terms memory terms = router.termsOf(class, 0);

        vm.assertEq(router.versionOf(class), 0);
        vm.assertEq(terms.holdersBps, 10_000);
        vm.assertEq(abi.encode(terms), abi.encode(_terms(0)));
        _assertPending(0, 0);
    }

    /// The first terms of a class of which nobody holds a token are in force at once.
    function test_GivenNoTokens_TheFirstTermsAreInForceAtOnce() public {
        vm.expectEmit(address(router));
        emit ILineage.TermsSet(class, 1, START, _terms(700));

        vm.assertEq(_setTerms(class, _terms(700)), 1);

        vm.assertEq(router.versionOf(class), 1);
        _assertPending(0, 0);
        vm.assertEq(abi.encode(router.termsOf(class, 1)), abi.encode(_terms(700)));
    }

    /// Where somebody holds a token, even the first terms are announced, and are in force from that second on.
    function test_GivenATokenEvenTheFirstTermsAreAnnounced() public {
        _mint(alice, 1);

        _setTerms(class, _terms(700));

        vm.assertEq(router.versionOf(class), 0);
        _assertPending(1, START + 7 days);
        vm.warp(START + 7 days - 1);
        vm.assertEq(router.versionOf(class), 0);
        vm.warp(START + 7 days);
        vm.assertEq(router.versionOf(class), 1);
        _assertPending(0, 0);
    }

    /// A change is announced with its time; until then the terms before are in force, and no other change can come.
    function testFuzz_WhenTermsChange_TheyAreAnnounced(uint256 wait) public {
        wait = bound(wait, 0, 7 days - 1);
        _setTerms(class, _terms(700));

        vm.assertEq(_setTerms(class, _terms(900)), 2);

        vm.warp(START + wait);
        vm.assertEq(router.versionOf(class), 1);
        _assertPending(2, START + 7 days);
        bytes4 reason = ILineage.ChangeAnnounced.selector;
        _assertTermsRefused(class, _terms(1), abi.encodeWithSelector(reason, class, START + 7 days));
        vm.warp(START + 7 days);
        vm.assertEq(router.versionOf(class), 2);
        vm.assertEq(_setTerms(class, _terms(1)), 3);
    }

    /// Every version stays readable, and there are no others.
    function test_EveryVersionStaysReadable() public {
        _setTerms(class, _terms(1));
        for (uint16 i = 2; i <= 4; ++i) {
            _enforceTerms(class, _terms(i));
        }

        for (uint16 i; i <= 4; ++i) {
            vm.assertEq(abi.encode(router.termsOf(class, i)), abi.encode(_terms(i)));
        }
        vm.expectRevert(abi.encodeWithSelector(ILineage.UnknownTerms.selector, class, 5, 4));
        router.termsOf(class, 5);
    }

    /// Terms are read as they were set, with every kind of member and up to sixteen parents.
    function testFuzz_WhatWasSetIsRead(uint16[16] memory bps, uint256 count) public {
        count = bound(count, 0, 16);
        ILineage.Parent[] memory parents = new ILineage.Parent[](count);
        for (uint256 i; i < count; ++i) {
            parents[i] = ILineage.Parent(_openClass(), uint16(bound(bps[i], 0, 600)), uint8(1 + i % 15));
        }
        uint256 child = _createClass();
        ILineage.Terms memory terms = _terms(1, 2, 3, parents);

        _setTerms(child, terms);

        vm.assertEq(abi.encode(router.termsOf(child, 1)), abi.encode(terms));
        uint256[] memory parentIds = router.parentsOf(child);
        vm.assertEq(parentIds.length, count);
        for (uint256 i; i < count; ++i) {
            vm.assertEq(parentIds[i], parents[i].classId);
        }
    }

    // --- what is refused ---

    /// Only the controller sets terms, and nobody once there is none.
    function testFuzz_WhenAnotherSetsTerms_ItReverts(address caller) public {
        vm.assume(caller != controller);

        _assertRefused(caller, abi.encodeCall(router.setTerms, (class, _terms(1))), _notController(class, caller));
        _assertRefused(caller, abi.encodeCall(router.setTerms, (9, _terms(1))), _unknownClass(9));
    }

    /// The parts add up to 10,000 basis points.
    function testFuzz_GivenAnotherSum_ItReverts(uint16 serviceBps, uint16 holdersBps) public {
        serviceBps = uint16(bound(serviceBps, 1, type(uint16).max));
        uint256 sum = uint256(serviceBps) + holdersBps;
        vm.assume(sum != 10_000);
        ILineage.Terms memory terms;
        terms.service = ILineage.Payee(service, serviceBps);
        terms.holdersBps = holdersBps;

        _assertTermsRefused(class, terms, abi.encodeWithSelector(ILineage.InvalidSplit.selector, class, sum));
    }

    /// The parts of parents count too.
    function test_GivenParentsThatExceedTheSum_ItReverts() public {
        uint256 child = _createClass();
        _open(class, 0);
        ILineage.Terms memory terms = _terms(0);
        terms.parents = _parents(class, 1);

        _assertTermsRefused(child, terms, abi.encodeWithSelector(ILineage.InvalidSplit.selector, child, 10_001));
    }

    /// Every part has an account, every account a part, and none is the router.
    function testFuzz_GivenAnInvalidPayee_ItReverts(uint256 member, uint16 bps) public {
        bps = uint16(bound(bps, 1, 10_000));
        ILineage.Payee[3] memory invalid =
            [ILineage.Payee(address(0), bps), ILineage.Payee(alice, 0), ILineage.Payee(address(router), bps)];
        for (uint256 i; i < 3; ++i) {
            ILineage.Terms memory terms;
            terms.holdersBps = 10_000 - invalid[i].bps;
            if (member % 3 == 0) terms.service = invalid[i];
            else if (member % 3 == 1) terms.revShare = invalid[i];
            else terms.treasury = invalid[i];
            bytes4 reason = ILineage.InvalidPayee.selector;
            _assertTermsRefused(
                class, terms, abi.encodeWithSelector(reason, invalid[i].account, uint256(invalid[i].bps))
            );
        }
    }

    /// A class has at most sixteen parents.
    function test_GivenSeventeenParents_ItReverts() public {
        ILineage.Terms memory terms = _terms(0);
        terms.parents = new ILineage.Parent[](17);

        _assertTermsRefused(
            class, terms, abi.encodeWithSelector(ILineage.TooManyParents.selector, class, uint256(17), uint256(16))
        );
    }

    function _assertPending(uint256 version, uint256 effectiveAt) private view {
        (uint256 pending, uint256 when) = router.pendingTermsOf(class);
        vm.assertEq(pending, version);
        vm.assertEq(when, effectiveAt);
    }
}

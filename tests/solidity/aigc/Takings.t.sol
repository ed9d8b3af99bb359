// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcFactory} from "../../../contracts/interfaces/IAigcFactory.sol";
import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IVerifier} from "../../../contracts/interfaces/IVerifier.sol";
import {RefusingReceiver} from "../../../contracts/mocks/RefusingReceiver.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";

/// @title What mints bring is split by the terms, and royalties are the model's
contract TakingsTest is AigcTest {
    function test_WhatMintsBring_IsSplitToTheWei() public {
        _mint(alice, "a", CONTENT);
        _mint(alice, "b", CONTENT);
        _mint(alice, "c", CONTENT);

        vm.assertEq(works.owedTo(creator), 750);
        vm.assertEq(works.owedTo(revenue), 2_250);
        vm.expectEmit(address(works));
        emit IAigcToken.PaidOut(creator, 750);
        vm.prank(stranger);
        vm.assertEq(works.payOut(creator), 750);
        vm.assertEq(works.payOut(revenue), 2_250);
        vm.assertEq(creator.balance, 750);
        vm.assertEq(revenue.balance, 2_250);
        vm.assertEq(works.paidTo(revenue), 2_250);
        vm.assertEq(address(works).balance, 0);
        vm.assertEq(works.payOut(creator), 0);
    }

    function test_WhenOneIsPaidBetweenMints_BothGetTheirPart() public {
        _mint(alice, "a", CONTENT);
        works.payOut(creator);
        _mint(alice, "b", CONTENT);

        vm.assertEq(works.payOut(creator), 250);
        vm.assertEq(works.payOut(revenue), 1_500);
    }

    function test_WhenTheCreatorRefuses_TheModelIsPaid() public {
        IAigcToken.Terms memory terms = _terms();
        terms.creator = address(new RefusingReceiver(false));
        works = IAigc(_collect(model, terms));
        _mint(alice, "a", CONTENT);

        _assertReverts(
            stranger,
            0,
            abi.encodeCall(IAigcToken.payOut, (terms.creator)),
            abi.encodeWithSignature("ETHTransferFailed()")
        );
        vm.assertEq(works.payOut(revenue), 750);
        vm.assertEq(works.owedTo(terms.creator), 250);
        _mint(alice, "b", CONTENT);
    }

    function test_WhenTheCreatorIsTheModelsReceiver_ItGetsBothParts() public {
        IAigcToken.Terms memory terms = _terms();
        terms.creator = revenue;
        works = IAigc(_collect(model, terms));
        _mint(alice, "a", CONTENT);

        vm.assertEq(works.payOut(revenue), FEE);
    }

    function testFuzz_NothingIsLostAndNobodyGetsMore(uint96 fee, uint256 bps, uint256 mints, uint256 paidAfter) public {
        bps = bound(bps, 0, 10_000);
        mints = bound(mints, 1, 5);
        IAigcToken.Terms memory terms = _terms();
        (terms.mintFee, terms.creatorBps) = (fee, bps);
        works = IAigc(_collect(model, terms));
        vm.deal(alice, type(uint128).max);
        for (uint256 i; i < mints; ++i) {
            vm.prank(alice);
            works.mint{value: fee}(
                alice, IAigcToken.Draft(abi.encodePacked("prompt", uint8(65 + i)), CONTENT, "", false)
            );
            if (i == paidAfter % mints) works.payOut(creator);
        }

        works.payOut(creator);
        works.payOut(revenue);

        vm.assertEq(creator.balance, uint256(fee) * mints * bps / 10_000);
        vm.assertEq(creator.balance + revenue.balance, uint256(fee) * mints);
    }

    function test_ToStrangersNothingIsOwed() public {
        _mint(alice, "a", CONTENT);

        vm.assertEq(works.owedTo(stranger), 0);
        vm.assertEq(works.payOut(stranger), 0);
        vm.assertEq(works.owedTo(address(0)), 0);
    }

    function test_RoyaltiesAreTheModels() public {
        _mint(alice, PROMPT, CONTENT);

        (address receiver, uint256 amount) = works.royaltyInfo(ID, 10_013);
        vm.assertEq(receiver, revenue);
        vm.assertEq(amount, 750);
        (, amount) = works.royaltyInfo(ID, type(uint256).max);
        vm.assertEq(amount, type(uint256).max / 10_000 * 750 + type(uint256).max % 10_000 * 750 / 10_000);
    }

    function test_TermsAreChecked() public {
        IAigcToken.Terms memory terms = _terms();
        terms.creatorBps = 10_001;
        _assertRefused(terms, abi.encodeWithSelector(IAigcToken.InvalidCreatorPart.selector, creator, 10_001));
        terms = _terms();
        terms.creator = address(0);
        _assertRefused(terms, abi.encodeWithSelector(IAigcToken.InvalidCreatorPart.selector, address(0), 2_500));
        terms = _terms();
        terms.royaltyBps = 10_001;
        _assertRefused(terms, abi.encodeWithSelector(IAigcToken.InvalidRoyalty.selector, revenue, 10_001));
        terms = _terms();
        terms.description = string(abi.encodePacked(hex"ff"));
        _assertRefused(terms, abi.encodeWithSelector(IAigcToken.TermsNotText.selector, hex"ff"));
        model = _register(IVerifier(address(0)));
        _assertRefused(_terms(), abi.encodeWithSelector(IAigcToken.NothingVerifies.selector, model));
    }

    function _assertRefused(IAigcToken.Terms memory terms, bytes memory reason) private {
        IAigcFactory factory = IAigcFactory(vm.deployCode("AigcFactory.sol:AigcFactory"));
        vm.expectRevert(reason);
        factory.create(registry, model, terms);
    }
}

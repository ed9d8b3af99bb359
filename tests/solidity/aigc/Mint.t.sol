// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007} from "../../../contracts/interfaces/IERC7007.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {IVerifier} from "../../../contracts/interfaces/IVerifier.sol";
import {RefusingReceiver} from "../../../contracts/mocks/RefusingReceiver.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";

/// @title Mints in one step: who gets what, by which proof, and what is refused
contract MintTest is AigcTest {
    function test_WhenAProofHolds_TheWorkIsFinalAtOnce() public {
        verifier.prove(_statement(CONTENT), hex"c0ffee");

        vm.expectEmit(address(works));
        emit IAigc.Transfer(address(0), bob, ID);
        vm.expectEmit(address(works));
        emit IERC7007.AigcData(ID, PROMPT, CONTENT, PROVE);
        vm.expectEmit(address(works));
        emit IAigcToken.ContentPublished(ID, PROMPT, CONTENT);
        vm.prank(alice);
        uint256 id = works.mint{value: FEE}(bob, _draft(PROVE));

        vm.assertEq(id, ID);
        vm.assertEq(works.ownerOf(ID), bob);
        vm.assertEq(works.balanceOf(bob), 1);
        _assertStatus(IAigcToken.Status.Final);
        IAigcToken.Work memory work = works.workOf(ID);
        vm.assertEq(work.contentHash, keccak256(CONTENT));
        vm.assertEq(uint256(work.way), uint256(IModelRegistry.Way.Proof));
        vm.assertEq(work.openedAt, 1_000);
        vm.assertEq(work.blob, address(0));
    }

    function test_WhenTheChainComputesItAgain_TheWorkIsFinalAtOnce() public {
        verifier.prove(_statement(CONTENT), "");

        vm.prank(alice);
        works.mint{value: FEE}(alice, _draft(REEXECUTE));

        _assertStatus(IAigcToken.Status.Final);
    }

    function test_WhenNothingIsBonded_TheWorkIsUnproven() public {
        _mint(alice, PROMPT, CONTENT);

        _assertStatus(IAigcToken.Status.Unproven);
        vm.assertFalse(works.verify(PROMPT, CONTENT, ""));
    }

    function test_WhenAProofFails_ItIsRefused() public {
        verifier.prove(_statement(FORGED), hex"c0ffee");

        _assertMintReverts(PROVE, _notVerified(IModelRegistry.Way.Proof));
        _assertMintReverts(REEXECUTE, _notVerified(IModelRegistry.Way.Reexecution));
    }

    function test_WhenTheWayIsNone_ItIsRefused() public {
        _assertMintReverts(hex"03", abi.encodeWithSelector(IAigcToken.UnknownWay.selector, 3));
        _assertMintReverts(hex"ff00", abi.encodeWithSelector(IAigcToken.UnknownWay.selector, 255));
    }

    function test_WhenTheModelDoesNotOfferTheWay_ItIsRefused() public {
        IVerifier none = IVerifier(address(0));
        works = _collect(_register([none, IVerifier(address(verifier)), none]));

        _assertMintReverts("", abi.encodeWithSelector(IAigcToken.WayNotOffered.selector, IModelRegistry.Way.Fraud));
        _assertMintReverts(
            REEXECUTE, abi.encodeWithSelector(IAigcToken.WayNotOffered.selector, IModelRegistry.Way.Reexecution)
        );
        vm.assertFalse(works.supportsInterface(0x3f37dce2));
    }

    function test_WhenThePromptWasMinted_ItIsRefused() public {
        _mint(alice, PROMPT, CONTENT);

        _assertReverts(
            bob,
            FEE,
            abi.encodeCall(IAigcToken.mint, (bob, _draft(""))),
            abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, alice)
        );
    }

    function test_WhenThePromptIsEmpty_ItIsRefused() public {
        IAigcToken.Draft memory draft = IAigcToken.Draft("", CONTENT, "", false);
        _assertReverts(
            alice,
            FEE,
            abi.encodeCall(IAigcToken.mint, (alice, draft)),
            abi.encodeWithSelector(IAigcToken.EmptyPrompt.selector)
        );
    }

    function test_WhenThePromptIsNoText_ItIsRefused() public {
        IAigcToken.Draft memory draft = IAigcToken.Draft(hex"c3", CONTENT, "", false);
        _assertReverts(
            alice,
            FEE,
            abi.encodeCall(IAigcToken.mint, (alice, draft)),
            abi.encodeWithSelector(IAigcToken.PromptNotText.selector, uint256(keccak256(hex"c3")))
        );
    }

    function testFuzz_WhenTheFeeIsNotExact_ItIsRefused(uint256 sent) public {
        sent = bound(sent, 0, 1e18);
        vm.assume(sent != FEE);
        _assertReverts(
            alice,
            sent,
            abi.encodeCall(IAigcToken.mint, (alice, _draft(""))),
            abi.encodeWithSelector(IAigcToken.WrongFee.selector, FEE, sent)
        );
    }

    function test_WhenTheReceiverIsNobody_ItIsRefused() public {
        _assertReverts(
            alice,
            FEE,
            abi.encodeCall(IAigcToken.mint, (address(0), _draft(""))),
            abi.encodeWithSelector(IAigc.TransferToZeroAddress.selector)
        );
    }

    function test_WhenTheReceiverRefuses_ItIsRefused() public {
        address refusing = address(new RefusingReceiver(false));
        _assertReverts(
            alice,
            FEE,
            abi.encodeCall(IAigcToken.mint, (refusing, _draft(""))),
            abi.encodeWithSelector(RefusingReceiver.NotToday.selector, ID)
        );
    }

    function test_WhenItIsStored_TheChainAnswersPromptAndContent() public {
        vm.prank(alice);
        works.mint{value: FEE}(alice, IAigcToken.Draft(PROMPT, CONTENT, "", true));

        vm.assertEq(works.prompt(ID), string(PROMPT));
        vm.assertEq(works.aigcDataOf(ID), CONTENT);
        vm.assertTrue(works.workOf(ID).blob.code.length > 0);
    }

    function testFuzz_WhatIsStoredIsWhatWasMinted(bytes calldata content) public {
        vm.prank(alice);
        works.mint{value: FEE}(alice, IAigcToken.Draft(PROMPT, content, "", true));

        vm.assertEq(works.prompt(ID), string(PROMPT));
        vm.assertEq(works.aigcDataOf(ID), content);
    }

    function test_WhenItIsNotStored_AnyoneStoresItLater() public {
        _mint(alice, PROMPT, CONTENT);
        bytes memory reason = abi.encodeWithSelector(IAigcToken.WorkNotStored.selector, ID);
        _assertReverts(alice, 0, abi.encodeWithSignature("prompt(uint256)", ID), reason);

        vm.prank(stranger);
        works.store(PROMPT, CONTENT);

        vm.assertEq(works.prompt(ID), string(PROMPT));
    }

    function test_WhenWhatIsStoredIsAnother_ItIsRefused() public {
        _mint(alice, PROMPT, CONTENT);

        _assertReverts(
            stranger,
            0,
            abi.encodeCall(IAigcToken.store, (PROMPT, FORGED)),
            abi.encodeWithSelector(IAigcToken.WrongContent.selector, ID, keccak256(CONTENT), keccak256(FORGED))
        );
        _assertReverts(
            stranger,
            0,
            abi.encodeCall(IAigcToken.store, ("another", CONTENT)),
            abi.encodeWithSelector(IAigcToken.UnknownToken.selector, uint256(keccak256("another")))
        );
    }

    function test_WhenItIsTooLargeToStore_ItIsRefused() public {
        bytes memory content = new bytes(24_576 - 4 - PROMPT.length);
        IAigcToken.Draft memory draft = IAigcToken.Draft(PROMPT, content, "", true);
        _assertReverts(
            alice,
            FEE,
            abi.encodeCall(IAigcToken.mint, (alice, draft)),
            abi.encodeWithSelector(IAigcToken.TooLargeToStore.selector, 24_576, 24_575)
        );

        draft.aigcData = new bytes(24_575 - 4 - PROMPT.length);
        vm.prank(alice);
        works.mint{value: FEE}(alice, draft);

        vm.assertEq(works.aigcDataOf(ID).length, draft.aigcData.length);
    }

    function _assertMintReverts(bytes memory proof, bytes memory reason) private {
        _assertReverts(alice, FEE, abi.encodeCall(IAigcToken.mint, (alice, _draft(proof))), reason);
    }

    function _notVerified(IModelRegistry.Way way) private view returns (bytes memory reason) {
        return abi.encodeWithSelector(IAigcToken.NotVerified.selector, ID, way);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007, IERC7007Updatable} from "../../../contracts/interfaces/IERC7007.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {AigcTest} from "../AigcTest.sol";

/// @title What a token's content is, when it is final, and what takes its place
contract ContentTest is AigcTest {
    // --- verify ---

    function test_UnderAFraudProof_VerifyHoldsOnceTheContentIsFinal() public {
        _mint(alice, PROMPT, CONTENT);
        _assertFinal(false);
        _say(CONTENT, IAigcToken.Status.Pending);
        _assertFinal(false);
        _say(CONTENT, IAigcToken.Status.Challenged);
        _assertFinal(false);
        _say(CONTENT, IAigcToken.Status.Overturned);
        _assertFinal(false);
        _say(CONTENT, IAigcToken.Status.Final);
        _assertFinal(true);
        vm.assertFalse(works.verify(PROMPT, FORGED, ""));
    }

    function test_UnderAFraudProof_VerifyIsFalseOfWhatWasNeverMinted() public {
        _say(CONTENT, IAigcToken.Status.Final);

        vm.assertFalse(works.verify(PROMPT, CONTENT, ""));
        vm.assertFalse(works.verify(PROMPT, CONTENT, hex"02"));
        vm.assertFalse(works.verify("", "", ""));
    }

    function test_UnderAValidityProof_VerifySaysWhetherTheProofChecks() public {
        verifier.prove(_statement(CONTENT), hex"c0ffee");

        vm.assertTrue(works.verify(PROMPT, CONTENT, PROVE));
        vm.assertFalse(works.verify(PROMPT, FORGED, PROVE));
        vm.assertFalse(works.verify(PROMPT, CONTENT, hex"01c0ffef"));
        vm.assertFalse(works.verify(PROMPT, CONTENT, REEXECUTE));
        vm.assertFalse(works.verify(PROMPT, CONTENT, hex"03c0ffee"));
    }

    function test_WhenAProofMadeItFinal_AnEmptyProofWillDo() public {
        _mintProven();

        vm.assertTrue(works.verify(PROMPT, CONTENT, ""));
        // Nobody bonded anything, so by the way of fraud proofs it is not.
        vm.assertFalse(works.verify(PROMPT, CONTENT, hex"02"));
    }

    function testFuzz_VerifyHoldsOfNoOtherContent(bytes calldata content) public {
        vm.assume(keccak256(content) != keccak256(CONTENT));
        _mint(alice, PROMPT, CONTENT);
        _say(CONTENT, IAigcToken.Status.Final);
        _say(content, IAigcToken.Status.Final);

        vm.assertFalse(works.verify(PROMPT, content, ""));
        vm.assertFalse(works.verify(PROMPT, content, hex"02"));
    }

    // --- addAigcData ---

    function test_WhenNothingIsBonded_TheOwnerReplacesTheContent() public {
        _mint(alice, PROMPT, FORGED);

        vm.expectEmit(address(works));
        emit IERC7007.AigcData(ID, PROMPT, CONTENT, "");
        vm.expectEmit(address(works));
        emit IAigcToken.ContentPublished(ID, PROMPT, CONTENT);
        vm.expectEmit(address(works));
        emit IAigcToken.MetadataUpdate(ID);
        vm.prank(alice);
        works.addAigcData(ID, PROMPT, CONTENT, "");

        vm.assertEq(works.workOf(ID).contentHash, keccak256(CONTENT));
        vm.assertEq(works.workOf(ID).openedAt, 1_000);
    }

    function test_WhenABondStandsBehindIt_OnlyAProofReplacesTheContent() public {
        _mint(alice, PROMPT, FORGED);
        verifier.prove(_statement(CONTENT), "");
        for (uint256 i = uint256(IAigcToken.Status.Pending); i <= uint256(IAigcToken.Status.Challenged); ++i) {
            _say(FORGED, IAigcToken.Status(i));
            _assertAddReverts(alice, PROMPT, "", abi.encodeWithSelector(IAigcToken.ContentBonded.selector, ID, i));
        }

        vm.prank(alice);
        works.addAigcData(ID, PROMPT, CONTENT, REEXECUTE);

        _assertStatus(IAigcToken.Status.Final);
        vm.assertEq(uint256(works.workOf(ID).way), uint256(IModelRegistry.Way.Reexecution));
        vm.assertTrue(works.verify(PROMPT, CONTENT, ""));
        vm.assertFalse(works.verify(PROMPT, FORGED, ""));
    }

    function test_WhenItIsFinal_NothingReplacesTheContent() public {
        _mint(alice, PROMPT, FORGED);
        _say(FORGED, IAigcToken.Status.Final);
        verifier.prove(_statement(CONTENT), "");

        bytes memory reason = abi.encodeWithSelector(IAigcToken.ContentFinal.selector, ID);
        _assertAddReverts(alice, PROMPT, "", reason);
        _assertAddReverts(alice, PROMPT, REEXECUTE, reason);
    }

    function test_WhenSomebodyElseAddsContent_ItIsRefused() public {
        _mint(alice, PROMPT, FORGED);
        verifier.prove(_statement(CONTENT), "");

        bytes memory reason = abi.encodeWithSelector(IAigcToken.NotTokenOwner.selector, ID, stranger, alice);
        _assertAddReverts(stranger, PROMPT, REEXECUTE, reason);
        _assertAddReverts(stranger, PROMPT, "", reason);
    }

    function test_WhenThePromptIsAnothers_ItIsRefused() public {
        _mint(alice, PROMPT, FORGED);

        _assertAddReverts(
            alice,
            "another",
            "",
            abi.encodeWithSelector(IAigcToken.WrongPrompt.selector, ID, uint256(keccak256("another")))
        );
    }

    function test_WhenTheTokenDoesNotExist_ItIsRefused() public {
        _assertAddReverts(alice, PROMPT, "", abi.encodeWithSelector(IAigcToken.UnknownToken.selector, ID));
    }

    function test_WhenTheProofFails_ItIsRefused() public {
        _mint(alice, PROMPT, FORGED);

        _assertAddReverts(
            alice, PROMPT, PROVE, abi.encodeWithSelector(IAigcToken.NotVerified.selector, ID, IModelRegistry.Way.Proof)
        );
    }

    // --- update ---

    function test_WhenADisputeWasLost_TheOutcomeIsInstalled() public {
        _mint(alice, PROMPT, FORGED);
        _say(FORGED, IAigcToken.Status.Overturned);
        _assertStatus(IAigcToken.Status.Overturned);
        _say(CONTENT, IAigcToken.Status.Pending);

        vm.expectEmit(address(works));
        emit IERC7007Updatable.Update(ID, PROMPT, CONTENT);
        vm.expectEmit(address(works));
        emit IAigcToken.ContentPublished(ID, PROMPT, CONTENT);
        vm.expectEmit(address(works));
        emit IAigcToken.MetadataUpdate(ID);
        vm.prank(stranger);
        works.update(PROMPT, CONTENT);

        vm.assertEq(works.ownerOf(ID), alice);
        _assertStatus(IAigcToken.Status.Pending);
        vm.assertFalse(works.verify(PROMPT, CONTENT, ""));
        _say(CONTENT, IAigcToken.Status.Final);
        vm.assertTrue(works.verify(PROMPT, CONTENT, ""));
        vm.assertFalse(works.verify(PROMPT, FORGED, ""));
    }

    function test_WhenTheWorkIsStored_TheUpdateIsToo() public {
        vm.prank(alice);
        works.mint{value: FEE}(alice, IAigcToken.Draft(PROMPT, FORGED, "", true));
        _say(FORGED, IAigcToken.Status.Overturned);
        _say(CONTENT, IAigcToken.Status.Final);

        works.update(PROMPT, CONTENT);

        vm.assertEq(works.aigcDataOf(ID), CONTENT);
        vm.assertEq(works.prompt(ID), string(PROMPT));
    }

    function test_WhenNoDisputeWasLost_AnUpdateIsRefused() public {
        _mint(alice, PROMPT, FORGED);
        _say(CONTENT, IAigcToken.Status.Final);

        for (uint256 i = uint256(IAigcToken.Status.Unproven); i <= uint256(IAigcToken.Status.Final); ++i) {
            _say(FORGED, IAigcToken.Status(i));
            _assertUpdateReverts(abi.encodeWithSelector(IAigcToken.NotOverturned.selector, ID, i));
        }
    }

    function test_WhenNobodyBondedTheNewContent_AnUpdateIsRefused() public {
        _mint(alice, PROMPT, FORGED);
        _say(FORGED, IAigcToken.Status.Overturned);
        bytes memory reason = abi.encodeWithSelector(IAigcToken.ContentNotBonded.selector, ID, keccak256(CONTENT));

        _assertUpdateReverts(reason);
        _say(CONTENT, IAigcToken.Status.Overturned);
        _assertUpdateReverts(reason);
    }

    function test_WhenAProofMadeItFinal_AnUpdateIsRefused() public {
        _mintProven();
        _say(CONTENT, IAigcToken.Status.Overturned);

        _assertUpdateReverts(abi.encodeWithSelector(IAigcToken.NotOverturned.selector, ID, IAigcToken.Status.Final));
    }

    function test_WhenNothingWasMinted_AnUpdateIsRefused() public {
        _assertUpdateReverts(abi.encodeWithSelector(IAigcToken.UnknownToken.selector, ID));
    }

    function test_WhenADisputeWasLost_TheOwnerAddsTheTruth() public {
        _mint(alice, PROMPT, FORGED);
        _say(FORGED, IAigcToken.Status.Overturned);

        vm.prank(alice);
        works.addAigcData(ID, PROMPT, CONTENT, "");

        _assertStatus(IAigcToken.Status.Unproven);
    }

    function _mintProven() private {
        verifier.prove(_statement(CONTENT), hex"c0ffee");
        vm.prank(alice);
        works.mint{value: FEE}(alice, _draft(PROVE));
    }

    function _assertFinal(bool expected) private view {
        vm.assertTrue(works.verify(PROMPT, CONTENT, "") == expected);
        vm.assertTrue(works.verify(PROMPT, CONTENT, hex"02") == expected);
        vm.assertTrue((works.statusOf(ID) == IAigcToken.Status.Final) == expected);
    }

    function _assertAddReverts(address caller, bytes memory prompt, bytes memory proof, bytes memory reason) private {
        _assertReverts(caller, 0, abi.encodeCall(IERC7007.addAigcData, (ID, prompt, CONTENT, proof)), reason);
    }

    function _assertUpdateReverts(bytes memory reason) private {
        _assertReverts(stranger, 0, abi.encodeCall(IERC7007Updatable.update, (PROMPT, CONTENT)), reason);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";

/// @title Commit and reveal: a prompt that is promised is its author's
contract CommitmentsTest is AigcTest {
    function test_WhenABlockHasPassed_TheRevealMints() public {
        bytes32 commitment = _commit(alice, PROMPT);
        vm.roll(1_001);

        vm.expectEmit(address(works));
        emit IAigcToken.PromptRevealed(commitment, ID);
        _reveal(alice, _draft(""));

        vm.assertEq(works.ownerOf(ID), alice);
        vm.assertEq(works.workOf(ID).openedAt, 0);
        vm.assertEq(works.committedAt(commitment), 0);
    }

    function test_WhenItIsTheSameBlock_TheRevealIsRefused() public {
        bytes32 commitment = _commit(alice, PROMPT);

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.RevealTooEarly.selector, commitment, 1_000));
    }

    function test_WhenNobodyCommitted_TheRevealIsRefused() public {
        bytes32 commitment = works.commitmentOf(alice, PROMPT, SALT);

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.UnknownCommitment.selector, commitment));
    }

    function test_WhenItWasRevealed_ItIsUsedUp() public {
        bytes32 commitment = _commit(alice, PROMPT);
        vm.roll(1_001);
        _reveal(alice, _draft(""));

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.UnknownCommitment.selector, commitment));
    }

    function test_WhenACommitmentIsRepeated_ItsAuthorIsNotHindered() public {
        bytes32 commitment = _commit(alice, PROMPT);
        vm.roll(1_001);
        vm.prank(stranger);
        works.commit(commitment);

        vm.assertEq(works.committedAt(commitment), 1_000);
        _reveal(alice, _draft(""));
        vm.assertEq(works.ownerOf(ID), alice);
    }

    function test_WhenTwoCommitHonestly_TheFirstRevealWins() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        _commit(bob, PROMPT);
        vm.roll(1_002);

        _reveal(bob, _draft(""));

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, bob));
    }

    function test_WhenACommitmentIsNotOlderThanAMintInOneStep_TheMintStands() public {
        _mint(bob, PROMPT, CONTENT);
        _commit(alice, PROMPT);
        vm.roll(1_001);

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, bob));
    }

    function test_WhenTheTimeToYieldIsOver_TheMintStands() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        _mint(bob, PROMPT, CONTENT);
        vm.roll(1_001 + works.YIELD_BLOCKS() + 1);

        _assertRevealReverts(alice, abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, bob));
        vm.prank(bob);
        works.transferFrom(bob, stranger, ID);
        vm.assertEq(works.ownerOf(ID), stranger);
    }

    function test_WhileAMintMayYield_TheTokenStays() public {
        _mint(bob, PROMPT, CONTENT);
        bytes memory reason = abi.encodeWithSelector(IAigcToken.StillYielding.selector, ID, 1_064);
        vm.roll(1_064);

        _assertReverts(bob, 0, abi.encodeCall(IAigc.transferFrom, (bob, alice, ID)), reason);
        _assertReverts(bob, 0, abi.encodeCall(IAigc.safeTransferFrom, (bob, alice, ID)), reason);

        vm.roll(1_065);
        vm.prank(bob);
        works.transferFrom(bob, alice, ID);
    }

    function test_WhenAWorkWasRevealed_ItMovesAtOnce() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        _reveal(alice, _draft(""));

        vm.prank(alice);
        works.transferFrom(alice, bob, ID);

        vm.assertEq(works.ownerOf(ID), bob);
    }

    function testFuzz_ACommitmentBindsEverything(address minter, bytes calldata prompt, bytes32 salt) public {
        bytes32 commitment = works.commitmentOf(minter, prompt, salt);

        vm.assertTrue(commitment != works.commitmentOf(address(uint160(minter) ^ 1), prompt, salt));
        vm.assertTrue(commitment != works.commitmentOf(minter, bytes.concat(prompt, "x"), salt));
        vm.assertTrue(commitment != works.commitmentOf(minter, prompt, ~salt));
        IAigc other = IAigc(_collect(model, _terms()));
        vm.assertTrue(commitment != other.commitmentOf(minter, prompt, salt));
        vm.chainId(block.chainid + 1);
        vm.assertTrue(commitment != works.commitmentOf(minter, prompt, salt));
    }

    function _assertRevealReverts(address minter, bytes memory reason) private {
        _assertReverts(minter, FEE, abi.encodeCall(IAigcToken.reveal, (SALT, minter, _draft(""))), reason);
    }
}

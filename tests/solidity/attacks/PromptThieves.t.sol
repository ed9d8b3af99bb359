// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {AigcTest} from "../AigcTest.sol";
import {IAigc} from "../IAigc.sol";

/// @title Attack: takes a prompt that it saw in the mempool
contract PromptThievesTest is AigcTest {
    /// The thief sees the reveal and mints the prompt in one step, in the same block and before it: the author has it in the end.
    function test_WhenAThiefMintsBeforeTheReveal_TheAuthorGetsTheToken() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        _mint(stranger, PROMPT, FORGED);

        vm.expectEmit(address(works));
        emit IAigc.Transfer(stranger, alice, ID);
        _reveal(alice, _draft(""));

        vm.assertEq(works.ownerOf(ID), alice);
        vm.assertEq(works.balanceOf(alice), 1);
        vm.assertEq(works.balanceOf(stranger), 0);
        vm.assertEq(works.workOf(ID).contentHash, keccak256(CONTENT));
    }

    /// What the thief approved, stored or proved before is gone with the token.
    function test_WhenAThiefLeavesTraps_TheAuthorStepsInNone() public {
        verifier.prove(_statement(CONTENT), "");
        _commit(alice, PROMPT);
        vm.roll(1_001);
        vm.startPrank(stranger);
        works.mint{value: FEE}(stranger, IAigcToken.Draft(PROMPT, CONTENT, REEXECUTE, true));
        works.approve(bob, ID);
        works.setApprovalForAll(bob, true);
        vm.stopPrank();

        _reveal(alice, IAigcToken.Draft(PROMPT, CONTENT, REEXECUTE, false));

        vm.assertEq(works.getApproved(ID), address(0));
        vm.assertEq(works.workOf(ID).blob, address(0));
        _assertReverts(
            bob,
            0,
            abi.encodeCall(IAigc.transferFrom, (alice, bob, ID)),
            abi.encodeWithSelector(IAigc.NotOwnerNorApproved.selector)
        );
    }

    /// The thief cannot sell what it took before the author's reveal is in: the token does not move.
    function test_WhenAThiefSellsAtOnce_TheTokenDoesNotMove() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        _mint(stranger, PROMPT, CONTENT);

        _assertReverts(
            stranger,
            0,
            abi.encodeCall(IAigc.transferFrom, (stranger, bob, ID)),
            abi.encodeWithSelector(IAigcToken.StillYielding.selector, ID, 1_065)
        );
    }

    /// Copying the reveal does not help: the commitment is its author's.
    function test_WhenAThiefCopiesTheReveal_ItIsRefused() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);

        bytes32 theirs = works.commitmentOf(stranger, PROMPT, SALT);
        _assertReverts(
            stranger,
            FEE,
            abi.encodeCall(IAigcToken.reveal, (SALT, stranger, _draft(""))),
            abi.encodeWithSelector(IAigcToken.UnknownCommitment.selector, theirs)
        );
    }

    /// Committing after having seen the reveal is too late: it is in before the thief may reveal.
    function test_WhenAThiefCommitsBeforeTheReveal_ItIsTooLate() public {
        _commit(alice, PROMPT);
        vm.roll(1_001);
        bytes32 theirs = _commit(stranger, PROMPT);
        _assertReverts(
            stranger,
            FEE,
            abi.encodeCall(IAigcToken.reveal, (SALT, stranger, _draft(""))),
            abi.encodeWithSelector(IAigcToken.RevealTooEarly.selector, theirs, 1_001)
        );
        _reveal(alice, _draft(""));
        vm.roll(1_002);

        _assertReverts(
            stranger,
            FEE,
            abi.encodeCall(IAigcToken.reveal, (SALT, stranger, _draft(""))),
            abi.encodeWithSelector(IAigcToken.AlreadyMinted.selector, ID, alice)
        );
    }
}

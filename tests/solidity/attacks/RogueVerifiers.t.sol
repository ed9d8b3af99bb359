// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007Updatable} from "../../../contracts/interfaces/IERC7007.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {IVerifier} from "../../../contracts/interfaces/IVerifier.sol";
import {RogueVerifier} from "../../../contracts/mocks/RogueVerifier.sol";
import {AigcTest} from "../AigcTest.sol";

/// @title Attack: a verifier reverts, burns all gas, or answers rubbish; none of that is ever a yes
contract RogueVerifiersTest is AigcTest {
    RogueVerifier private _rogue;

    function setUp() public override {
        super.setUp();
        _rogue = new RogueVerifier();
        works = _collect(_register(IVerifier(address(_rogue))));
    }

    function test_WhateverItSays_NothingIsProven() public {
        _mint(alice, PROMPT, CONTENT);
        for (uint256 mood; mood <= uint256(type(RogueVerifier.Mood).max); ++mood) {
            _rogue.setMood(RogueVerifier.Mood(mood));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, REEXECUTE));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, PROVE));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, hex"02"));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, ""));
        }
    }

    function test_WhateverItSays_NothingIsMintedAsProven() public {
        for (uint256 mood; mood <= uint256(type(RogueVerifier.Mood).max); ++mood) {
            _rogue.setMood(RogueVerifier.Mood(mood));
            _assertReverts(
                alice,
                FEE,
                abi.encodeCall(IAigcToken.mint, (alice, _draft(PROVE))),
                abi.encodeWithSelector(IAigcToken.NotVerified.selector, ID, IModelRegistry.Way.Proof)
            );
        }
    }

    /// Two is the word for "challenged": that it may say. Everything else means that nothing is known.
    function test_WhateverItSays_StatusAndMetadataAnswer() public {
        _mint(alice, PROMPT, CONTENT);
        for (uint256 mood; mood <= uint256(type(RogueVerifier.Mood).max); ++mood) {
            _rogue.setMood(RogueVerifier.Mood(mood));
            // One that burns what it gets burns the metadata's share too.
            if (RogueVerifier.Mood(mood) != RogueVerifier.Mood.BurnsAllGas) works.tokenURI(ID);
            bool saysTwo = RogueVerifier.Mood(mood) == RogueVerifier.Mood.SaysTwo;
            _assertStatus(saysTwo ? IAigcToken.Status.Challenged : IAigcToken.Status.Unproven);
        }
        _assertReverts(
            stranger,
            0,
            abi.encodeCall(IERC7007Updatable.update, (PROMPT, FORGED)),
            abi.encodeWithSelector(IAigcToken.NotOverturned.selector, ID, IAigcToken.Status.Unproven)
        );
    }
}

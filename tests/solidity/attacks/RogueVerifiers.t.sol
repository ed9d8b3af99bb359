// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../../contracts/interfaces/IAigcToken.sol";
import {IERC7007Updatable} from "../../../contracts/interfaces/IERC7007.sol";
import {IModelRegistry} from "../../../contracts/interfaces/IModelRegistry.sol";
import {IVerifier} from "../../../contracts/interfaces/IVerifier.sol";
import {StrangeVerifier} from "../../../contracts/mocks/StrangeVerifier.sol";
import {AigcTest} from "../AigcTest.sol";

/// @title Attack: a verifier reverts, burns all gas, or answers rubbish; none of that is ever a yes
contract RogueVerifiersTest is AigcTest {
    StrangeVerifier private _rogue;

    function setUp() public override {
        super.setUp();
        _rogue = new StrangeVerifier();
        works = _collect(_register(IVerifier(address(_rogue))));
    }

    function test_WhateverItSays_NothingIsProven() public {
        _mint(alice, PROMPT, CONTENT);
        for (uint256 mood; mood < 7; ++mood) {
            _setMood(mood);
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, REEXECUTE));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, PROVE));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, hex"02"));
            vm.assertFalse(works.verify{gas: 1_000_000}(PROMPT, CONTENT, ""));
        }
    }

    function test_WhateverItSays_NothingIsMintedAsProven() public {
        for (uint256 mood; mood < 7; ++mood) {
            _setMood(mood);
            vm.prank(alice);
            (bool success, bytes memory answer) =
                address(works).call{value: FEE, gas: 2_000_000}(abi.encodeCall(IAigcToken.mint, (alice, _draft(PROVE))));
            vm.assertFalse(success);
            vm.assertEq(answer, abi.encodeWithSelector(IAigcToken.NotVerified.selector, ID, IModelRegistry.Way.Proof));
        }
    }

    /// What it says of bonds is rubbish, and rubbish means that nothing is known.
    function test_WhateverItSays_StatusAndMetadataAnswer() public {
        _mint(alice, PROMPT, CONTENT);
        for (uint256 mood; mood < 6; ++mood) {
            _setMood(mood);
            _assertStatus(IAigcToken.Status.Unproven);
            vm.assertTrue(bytes(works.tokenURI(ID)).length > 0);
            _assertReverts(
                stranger,
                0,
                abi.encodeCall(IERC7007Updatable.update, (PROMPT, FORGED)),
                abi.encodeWithSelector(IAigcToken.NotOverturned.selector, ID, IAigcToken.Status.Unproven)
            );
        }
    }

    function _setMood(uint256 mood) private {
        StrangeVerifier.Mode word = StrangeVerifier.Mode.Word;
        if (mood == 0) _rogue.set(StrangeVerifier.Mode.Revert, bytes32(uint256(1)), 32);
        if (mood == 1) _rogue.set(word, 0, 0);
        if (mood == 2) _rogue.set(word, bytes32(uint256(5)), 32);
        if (mood == 3) _rogue.set(word, bytes32(type(uint256).max), 32);
        if (mood == 4) _rogue.set(word, bytes32(uint256(1)), 31);
        if (mood == 5) _rogue.set(word, bytes32(uint256(1)), 100_000);
        if (mood == 6) _rogue.set(StrangeVerifier.Mode.Invalid, 0, 0);
    }
}

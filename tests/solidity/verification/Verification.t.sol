// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier, Statement} from "../../../contracts/interfaces/IVerifier.sol";
import {Verification} from "../../../contracts/libraries/Verification.sol";
import {StrangeVerifier} from "../../../contracts/mocks/StrangeVerifier.sol";
import {Test} from "../Test.sol";

/// @title Asking verifiers: nothing but a plain yes is one
contract VerificationTest is Test {
    StrangeVerifier private _strange = new StrangeVerifier();

    /// A word of value 1 is a yes.
    function test_WhenAVerifierSaysYes_ItIsTrue() public {
        _strange.set(StrangeVerifier.Mode.Word, bytes32(uint256(1)), 32);
        vm.assertTrue(_ask(address(_strange)));
    }

    /// Any other word is none: not 0, not 2, not a dirty boolean.
    function testFuzz_WhenAVerifierAnswersAnotherWord_ItIsFalse(bytes32 word) public {
        vm.assume(word != bytes32(uint256(1)));
        _strange.set(StrangeVerifier.Mode.Word, word, 32);
        vm.assertFalse(_ask(address(_strange)));
    }

    /// A yes that is shorter or longer than a word is none.
    function testFuzz_WhenAnAnswerIsNoWord_ItIsFalse(uint256 length) public {
        length = bound(length, 0, 1000);
        vm.assume(length != 32);
        _strange.set(StrangeVerifier.Mode.Word, bytes32(uint256(1)), length);
        vm.assertFalse(_ask(address(_strange)));
    }

    /// A verifier that reverts with a yes says no.
    function test_WhenAVerifierReverts_ItIsFalse() public {
        _strange.set(StrangeVerifier.Mode.Revert, bytes32(uint256(1)), 32);
        vm.assertFalse(_ask(address(_strange)));
    }

    /// A verifier that uses up its gas says no, and leaves enough to go on.
    function test_WhenAVerifierRunsOutOfGas_ItIsFalse() public {
        StrangeVerifier.Mode[2] memory modes = [StrangeVerifier.Mode.Burn, StrangeVerifier.Mode.Invalid];
        for (uint256 i; i < modes.length; ++i) {
            _strange.set(modes[i], bytes32(uint256(1)), 32);
            vm.assertFalse(this.ask{gas: 1_000_000}(address(_strange)));
        }
    }

    /// A verifier that would change the state says no.
    function test_WhenAVerifierWrites_ItIsFalse() public {
        _strange.set(StrangeVerifier.Mode.Write, bytes32(uint256(1)), 32);
        vm.assertFalse(this.ask{gas: 1_000_000}(address(_strange)));
    }

    /// An answer of a megabyte costs its sender's gas, and is not copied.
    function test_WhenAnAnswerIsHuge_ItIsFalse() public {
        StrangeVerifier.Mode[2] memory modes = [StrangeVerifier.Mode.Word, StrangeVerifier.Mode.Revert];
        for (uint256 i; i < modes.length; ++i) {
            _strange.set(modes[i], bytes32(uint256(1)), 1_000_000);
            vm.assertFalse(this.ask{gas: 4_000_000}(address(_strange)));
        }
    }

    /// An address without code says no, and so does every precompile.
    function test_GivenNoCode_ItIsFalse() public {
        vm.assertFalse(_ask(makeAddr("nobody")));
        for (uint160 precompile = 0; precompile <= 0x200; ++precompile) {
            vm.assertFalse(this.ask{gas: 100_000}(address(precompile)));
        }
    }

    /// The verifier is asked exactly what is to be known.
    function testFuzz_WhenAsked_AVerifierGetsStatementAndProof(Statement calldata statement, bytes calldata proof)
        public
    {
        Listener listener = new Listener(keccak256(abi.encode(statement, proof)));
        vm.assertTrue(Verification.verify(listener, statement, proof));
        vm.assertFalse(Verification.verify(listener, statement, bytes.concat(proof, hex"00")));
    }

    function ask(address verifier) external view returns (bool) {
        return _ask(verifier);
    }

    function _ask(address verifier) private view returns (bool) {
        return Verification.verify(IVerifier(verifier), Statement(bytes32(uint256(1)), address(2), "p", "c"), "proof");
    }
}

/// @dev Says yes to one question.
contract Listener is IVerifier {
    bytes32 private immutable EXPECTED;

    constructor(bytes32 expected) {
        EXPECTED = expected;
    }

    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid) {
        return keccak256(abi.encode(statement, proof)) == EXPECTED;
    }
}

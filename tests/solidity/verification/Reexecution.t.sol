// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReexecutionVerifier} from "../../../contracts/interfaces/IReexecutionVerifier.sol";
import {NetworkTwin, Twin} from "./NetworkTwin.sol";
import {ReexecutionTest} from "./ReexecutionTest.sol";

/// @title Re-execution: the chain computes what the definition says, to the bit
contract ReexecutionRunTest is ReexecutionTest {
    using NetworkTwin for Twin;

    // --- equal to the twin ---

    /// Networks of any two layers answer as their twins do: sizes that are no multiples of anything included.
    /// forge-config: default.fuzz.runs = 40
    function testFuzz_GivenTwoLayers_AnswersAreTheTwins(uint256 seed, uint256 a, uint256 b, uint256 c) public {
        _holds(seed, _sizes(bound(a, 1, 70), bound(b, 1, 70), bound(c, 1, 40)));
    }

    /// Networks of one layer do.
    /// forge-config: default.fuzz.runs = 40
    function testFuzz_GivenOneLayer_AnswersAreTheTwins(uint256 seed, uint256 a, uint256 b) public {
        _holds(seed, _sizes(bound(a, 1, 140), bound(b, 1, 100)));
    }

    /// Networks of up to six layers do, narrow and wide ones one after the other.
    /// forge-config: default.fuzz.runs = 40
    function testFuzz_GivenManyLayers_AnswersAreTheTwins(uint256 seed) public {
        uint32[] memory sizes = new uint32[](3 + seed % 5);
        for (uint256 i; i < sizes.length; ++i) {
            sizes[i] = uint32(1 + uint256(keccak256(abi.encode(seed, i))) % 35);
        }
        _holds(seed, sizes);
    }

    /// The smallest network does: one input, one neuron.
    function testFuzz_GivenOneInputAndOneNeuron_TheAnswerIsZero(uint256 seed) public {
        bytes32 commitment = _install(NetworkTwin.random(seed, _sizes(1, 1)));
        vm.assertEq(_verifier.answer(commitment, "007f2a"), "000");
    }

    // --- extremes ---

    /// The greatest weights and inputs keep their lanes apart: no sum spills into a neighbour's.
    function test_GivenTheGreatestNumbers_SumsAreExact() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(700, 33));
        int256[] memory x = new int256[](700);
        for (uint256 i; i < 700; ++i) {
            x[i] = 127;
        }
        for (uint256 odd; odd < 2; ++odd) {
            for (uint256 j; j < 33; ++j) {
                twin.biases[0][j] = j % 2 == odd ? -int256(2 ** 30) : int256(2 ** 30);
                for (uint256 i; i < 700; ++i) {
                    twin.weights[0][j][i] = j % 2 == odd ? int256(-127) : int256(127);
                }
            }
            twin.weights[0][32 - odd][699] = 126;
            bytes32 commitment = _install(twin);
            vm.assertEq(_verifier.answer(commitment, NetworkTwin.hexOf(x)), _digits(twin.label(x), 33));
        }
    }

    /// Of several greatest outputs the first is the label, within a group of 32 neurons and across them.
    function test_WhenOutputsTie_TheFirstIsTheLabel() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(1, 70));
        for (uint256 j; j < 70; ++j) {
            (twin.weights[0][j][0], twin.biases[0][j]) = (0, -5);
        }
        vm.assertEq(_verifier.answer(_install(twin), "7f"), "00");
        (twin.biases[0][69], twin.biases[0][40], twin.biases[0][33]) = (-4, -4, -4);
        vm.assertEq(_verifier.answer(_install(twin), "7f"), "21");
    }

    /// Halves are rounded up, also below zero, at every shift.
    function test_WhenActivationsAreRounded_HalvesGoUp() public {
        for (uint256 shift; shift <= 31; shift += 1) {
            for (uint256 k; k < 6; ++k) {
                _rounds(shift, int256(k) - 3);
            }
        }
    }

    // --- several images ---

    /// A prompt of several images is answered image by image, in order.
    function testFuzz_WhenAPromptHasImages_TheContentHasTheirLabels(uint256 seed, uint256 count, uint256 inputs)
        public
    {
        inputs = bound(inputs, 1, 40);
        Twin memory twin = NetworkTwin.random(seed, _sizes(inputs, 9, 12));
        bytes32 commitment = _install(twin);
        bytes memory prompt;
        bytes memory content;
        for (uint256 i; i < bound(count, 1, 6); ++i) {
            int256[] memory x = _inputs(uint256(keccak256(abi.encode(seed, i))), inputs);
            prompt = bytes.concat(prompt, NetworkTwin.hexOf(x));
            content = bytes.concat(content, _digits(twin.label(x), 12));
        }
        vm.assertEq(_verifier.answer(commitment, prompt), content);
        vm.assertTrue(_verifier.verify(_statement(commitment, prompt, content), ""));
    }

    // --- what is false ---

    /// Any other byte of the prompt makes another prompt or none, whose content is its own.
    function testFuzz_WhenAByteOfThePromptChanges_TheAnswerIsItsOwn(uint256 seed, uint256 place, bytes1 byte_) public {
        Twin memory twin = NetworkTwin.random(seed, _sizes(21, 10, 10));
        bytes32 commitment = _install(twin);
        bytes memory prompt = NetworkTwin.hexOf(_inputs(seed, 21));
        place = bound(place, 0, 41);
        prompt[place] = byte_;
        bytes memory answered = _verifier.answer(commitment, prompt);
        if (_isDigit(byte_, place % 2 == 0 ? 7 : 15)) vm.assertEq(answered.length, 1);
        else vm.assertEq(answered, "");
        if (answered.length == 1) vm.assertEq(answered, _digits(twin.label(_parse(prompt)), 10));
    }

    /// Every byte that is no digit is refused at every place, at the end of a prompt too.
    function test_WhenAByteIsNoDigit_ThereIsNoAnswer() public {
        bytes32 commitment = _install(NetworkTwin.random(3, _sizes(17, 3)));
        for (uint256 place; place < 34; ++place) {
            bytes memory prompt = NetworkTwin.hexOf(_inputs(1, 17));
            for (uint256 code; code < 256; ++code) {
                prompt[place] = bytes1(uint8(code));
                bool isDigit = _isDigit(bytes1(uint8(code)), place % 2 == 0 ? 7 : 15);
                vm.assertEq(_verifier.answer(commitment, prompt).length, isDigit ? 1 : 0);
            }
        }
    }

    /// A prompt of another length is none.
    function testFuzz_WhenAPromptHasAnotherLength_ThereIsNoAnswer(uint256 length) public {
        bytes32 commitment = _install(NetworkTwin.random(3, _sizes(5, 3)));
        length = bound(length, 0, 200);
        bytes memory prompt = new bytes(length);
        for (uint256 i; i < length; ++i) {
            prompt[i] = "0";
        }
        vm.assertEq(_verifier.answer(commitment, prompt).length, length % 10 == 0 ? length / 10 : 0);
    }

    /// Only the one right content is true: not another label, not a longer or a shorter text.
    function testFuzz_WhenTheContentIsAnother_ItIsFalse(uint256 seed, bytes calldata content) public {
        Twin memory twin = NetworkTwin.random(seed, _sizes(6, 4));
        int256[] memory x = _inputs(seed, 6);
        bytes memory right = _digits(twin.label(x), 4);
        bytes32 commitment = _install(twin);
        bytes memory prompt = NetworkTwin.hexOf(x);
        vm.assertTrue(_verifier.verify(_statement(commitment, prompt, right), ""));
        vm.assertFalse(_verifier.verify(_statement(commitment, prompt, bytes.concat(right, right)), ""));
        vm.assertFalse(_verifier.verify(_statement(commitment, prompt, ""), ""));
        vm.assume(keccak256(content) != keccak256(right));
        vm.assertFalse(_verifier.verify(_statement(commitment, prompt, content), ""));
    }

    /// No network, no answer; and no statement about nothing is true.
    function testFuzz_GivenAnotherCommitment_ItIsFalse(uint256 seed, bytes32 other) public {
        Twin memory twin = NetworkTwin.random(seed, _sizes(6, 4));
        bytes32 commitment = _install(twin);
        vm.assume(other != commitment);
        bytes memory prompt = NetworkTwin.hexOf(_inputs(seed, 6));
        vm.assertEq(_verifier.answer(other, prompt), "");
        for (uint256 label; label < 4; ++label) {
            vm.assertFalse(_verifier.verify(_statement(other, prompt, _digits(label, 4)), ""));
        }
        vm.assertFalse(_verifier.verify(_statement(other, "", ""), ""));
        vm.assertFalse(_verifier.verify(_statement(commitment, "", ""), ""));
    }

    /// Re-execution needs no proof, and takes none.
    function testFuzz_WhenAProofIsGiven_ItIsFalse(bytes calldata proof) public {
        vm.assume(proof.length != 0);
        Twin memory twin = NetworkTwin.random(1, _sizes(6, 4));
        int256[] memory x = _inputs(1, 6);
        bytes32 commitment = _install(twin);
        bytes memory content = _digits(twin.label(x), 4);
        vm.assertFalse(_verifier.verify(_statement(commitment, NetworkTwin.hexOf(x), content), proof));
    }

    // --- helpers ---

    function _holds(uint256 seed, uint32[] memory sizes) private {
        Twin memory twin = NetworkTwin.random(seed, sizes);
        bytes32 commitment = _install(twin);
        vm.assertEq(commitment, twin.commitment());
        for (uint256 i; i < 4; ++i) {
            int256[] memory x = _inputs(seed / 4 * 4 + i, sizes[0]);
            bytes memory content = _digits(twin.label(x), sizes[sizes.length - 1]);
            vm.assertEq(_verifier.answer(commitment, NetworkTwin.hexOf(x)), content);
            vm.assertTrue(_verifier.verify(_statement(commitment, NetworkTwin.hexOf(x), content), ""));
        }
    }

    /// @dev One activation of a sum of `k` halves of the unit: a second layer tells which of 0 to 127 it was.
    function _rounds(uint256 shift, int256 k) private {
        Twin memory twin = NetworkTwin.random(1, _sizes(1, 1, 130));
        twin.shifts[0] = uint8(shift);
        twin.weights[0][0][0] = 0;
        int256 z = shift == 0 ? k : k * int256(2 ** (shift - 1));
        if (z > 2 ** 30 || z < -(2 ** 30)) return;
        twin.biases[0][0] = z;
        // Output j is 2jx - j^2, greatest at j = x.
        for (uint256 j; j < 130; ++j) {
            twin.weights[1][j][0] = j < 64 ? int256(2 * j) : int256(-127);
            twin.biases[1][j] = j < 64 ? -int256(j * j) : -int256(2 ** 30);
        }
        int256 x = NetworkTwin.activated(z, shift);
        vm.assertEq(_verifier.answer(_install(twin), "00"), _digits(uint256(x), 130));
    }

    function _isDigit(bytes1 char, uint256 greatest) private pure returns (bool) {
        uint8 code = uint8(char);
        if (code >= 0x30 && code <= 0x39) return code - 0x30 <= greatest;
        return greatest == 15 && code >= 0x61 && code <= 0x66;
    }

    function _parse(bytes memory prompt) private pure returns (int256[] memory x) {
        x = new int256[](prompt.length / 2);
        for (uint256 i; i < prompt.length; ++i) {
            uint8 code = uint8(prompt[i]);
            x[i / 2] = x[i / 2] * 16 + int256(uint256(code < 0x61 ? code - 0x30 : code - 0x57));
        }
    }
}

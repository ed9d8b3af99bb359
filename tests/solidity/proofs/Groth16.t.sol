// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IProofVerifier} from "../../../contracts/interfaces/IProofVerifier.sol";
import {Groth16} from "../../../contracts/libraries/Groth16.sol";
import {HexInputs} from "../../../contracts/libraries/HexInputs.sol";
import {Mimc} from "../../../contracts/libraries/Mimc.sol";
import {ProofsTest} from "./ProofsTest.sol";

/// @dev What a caller of the library could get wrong, and its fast parts against plain ones.
contract Groth16Test is ProofsTest {
    bytes private _prepared;

    function setUp() public override {
        super.setUp();
        _prepared = Groth16.prepare(key);
    }

    function verify(uint256 with, bytes calldata what) external view returns (bool valid) {
        return Groth16.verify(_prepared, with, what);
    }

    function pack(bytes32 characters) external pure returns (bool valid, uint256 inputs) {
        return HexInputs.pack(uint256(characters));
    }

    function digest(uint256 state, uint256[] calldata blocks) external pure returns (uint256 last) {
        return Mimc.digest(state, blocks, Mimc.constants(), 0);
    }

    function test_GivenTheSignal_WhenItIsWrittenAnotherWay_ItIsFalse() public view {
        vm.assertTrue(this.verify(signal, proof));
        for (uint256 times = 1; times <= 4; times++) {
            vm.assertFalse(this.verify(signal + times * Groth16.FIELD, proof));
        }
        vm.assertFalse(this.verify(type(uint256).max, proof));
    }

    function testFuzz_GivenAnotherSignal_WhenAProofIsVerified_ItIsFalse(uint256 other) public view {
        vm.assume(other != signal);
        vm.assertFalse(this.verify(other, proof));
    }

    function test_GivenAKey_WhenItIsRestored_ItIsWhatWasPrepared() public view {
        IProofVerifier.VerifyingKey memory again = Groth16.restore(_prepared);
        vm.assertEq(abi.encode(again), abi.encode(key));
        vm.assertEq(_prepared.length, Groth16.KEY_LENGTH);
    }

    function testFuzz_GivenAnyCharacters_WhenTheyArePacked_ItIsAsOneByOne(
        bytes32 characters,
        bytes16 inputs,
        uint8 place
    ) public view {
        _comparePacking(characters);
        bytes32 text = _text(inputs);
        _comparePacking(text);
        bytes32 broken = text ^ (bytes32(uint256(uint8(characters[0]))) << (8 * (place % 32)));
        _comparePacking(broken);
    }

    function testFuzz_GivenAnyBlocks_WhenTheyAreHashed_ItIsTheDefinition(uint256 state, uint256[] calldata drawn)
        public
        view
    {
        uint256[] memory blocks = new uint256[](drawn.length % 4);
        for (uint256 i = 0; i < blocks.length; i++) {
            blocks[i] = drawn[i] % Mimc.FIELD;
        }
        state %= Mimc.FIELD;
        uint256 expected = state;
        for (uint256 i = 0; i < blocks.length; i++) {
            expected = _compressed(expected, blocks[i]);
        }
        vm.assertEq(this.digest(state, blocks), expected);
    }

    function _comparePacking(bytes32 characters) private view {
        (bool valid, uint256 inputs) = this.pack(characters);
        (bool expectedValid, uint256 expected) = _packed(characters);
        vm.assertEq(valid, expectedValid);
        if (valid) vm.assertEq(inputs, expected);
    }

    /// @dev Character by character.
    function _packed(bytes32 characters) private pure returns (bool valid, uint256 inputs) {
        for (uint256 i = 0; i < 16; i++) {
            (bool high, uint256 first) = _digit(characters[2 * i]);
            (bool low, uint256 second) = _digit(characters[2 * i + 1]);
            if (!high || !low || first > 7) return (false, 0);
            inputs = inputs * 128 + first * 16 + second;
        }
        return (true, inputs);
    }

    function _digit(bytes1 character) private pure returns (bool valid, uint256 value) {
        bytes16 digits = "0123456789abcdef";
        for (uint256 i = 0; i < 16; i++) {
            if (digits[i] == character) return (true, i);
        }
        return (false, 0);
    }

    /// @dev Inputs as text; the highest bit of each makes it no input.
    function _text(bytes16 inputs) private pure returns (bytes32 text) {
        bytes16 digits = "0123456789abcdef";
        bytes memory characters = new bytes(32);
        for (uint256 i = 0; i < 16; i++) {
            uint256 value = uint8(inputs[i]) % 130;
            characters[2 * i] = digits[value / 16];
            characters[2 * i + 1] = digits[value % 16];
        }
        return bytes32(characters);
    }

    /// @dev The block cipher as it is written down, with every sum reduced.
    function _compressed(uint256 state, uint256 part) private pure returns (uint256 next) {
        bytes32 link = keccak256("lazai.mimc.5.110");
        uint256 x = part;
        for (uint256 i = 0; i < 110; i++) {
            uint256 sum = addmod(addmod(x, state, Mimc.FIELD), uint256(link) >> 3, Mimc.FIELD);
            x = 1;
            for (uint256 power = 0; power < 5; power++) {
                x = mulmod(x, sum, Mimc.FIELD);
            }
            link = keccak256(abi.encode(link));
        }
        return addmod(addmod(x, state, Mimc.FIELD), addmod(state, part, Mimc.FIELD), Mimc.FIELD);
    }
}

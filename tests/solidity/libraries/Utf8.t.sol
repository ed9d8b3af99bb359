// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Utf8} from "../../../contracts/libraries/Utf8.sol";
import {Test} from "../Test.sol";

/// @title UTF-8 by RFC 3629, against a plain reading of its grammar
contract Utf8Test is Test {
    function testFuzz_AnyBytesAreReadAsByTheGrammar(bytes calldata text) public pure {
        _assertSame(text);
    }

    /// Bytes near the borders of the grammar, behind any number of plain letters.
    function testFuzz_BytesNearTheBordersAreReadAsByTheGrammar(uint8 letters, uint256 seed, uint8 count) public pure {
        bytes memory leads = hex"417f8090a0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5f8feff";
        bytes memory text = new bytes(uint256(letters) % 70 + uint256(count) % 12);
        for (uint256 i; i < text.length; ++i) {
            text[i] = i < uint256(letters) % 70 ? bytes1("a") : leads[(seed >> (16 * (i % 16))) % leads.length];
        }
        _assertSame(text);
    }

    function testFuzz_EveryCharacterIsText(uint256 character, uint8 letters) public pure {
        character = bound(character, 0, 0x10ffff);
        bool surrogate = character >= 0xd800 && character <= 0xdfff;
        bytes memory text = abi.encodePacked(new bytes(uint256(letters) % 64), _encoded(character), "z");

        vm.assertTrue(Utf8.isValid(text) == !surrogate);
    }

    function test_TheBordersOfTheGrammar() public pure {
        vm.assertTrue(Utf8.isValid(""));
        vm.assertTrue(Utf8.isValid(unicode"Zürich · 東京 · 🖼️"));
        vm.assertTrue(Utf8.isValid(hex"efbfbf"));
        vm.assertTrue(Utf8.isValid(hex"f48fbfbf"));
        vm.assertFalse(Utf8.isValid(hex"f4908080"));
        vm.assertFalse(Utf8.isValid(hex"c080"));
        vm.assertFalse(Utf8.isValid(hex"e09fbf"));
        vm.assertFalse(Utf8.isValid(hex"eda080"));
        vm.assertFalse(Utf8.isValid(hex"f08fbfbf"));
        vm.assertFalse(Utf8.isValid(hex"80"));
        vm.assertFalse(Utf8.isValid(hex"e282"));
    }

    function _assertSame(bytes memory text) private pure {
        vm.assertTrue(Utf8.isValid(text) == _isByGrammar(text));
    }

    function _isByGrammar(bytes memory text) private pure returns (bool) {
        uint256 i;
        while (i < text.length) {
            uint8 a = uint8(text[i]);
            if (a <= 0x7f) ++i;
            else if (a >= 0xc2 && a <= 0xdf && _in(text, i + 1, 0x80, 0xbf)) i += 2;
            else if (_isThree(text, i, a) && _in(text, i + 2, 0x80, 0xbf)) i += 3;
            else if (_isFour(text, i, a) && _in(text, i + 2, 0x80, 0xbf) && _in(text, i + 3, 0x80, 0xbf)) i += 4;
            else return false;
        }
        return true;
    }

    function _isThree(bytes memory text, uint256 i, uint8 a) private pure returns (bool) {
        if (a == 0xe0) return _in(text, i + 1, 0xa0, 0xbf);
        if (a == 0xed) return _in(text, i + 1, 0x80, 0x9f);
        return a >= 0xe1 && a <= 0xef && _in(text, i + 1, 0x80, 0xbf);
    }

    function _isFour(bytes memory text, uint256 i, uint8 a) private pure returns (bool) {
        if (a == 0xf0) return _in(text, i + 1, 0x90, 0xbf);
        if (a == 0xf4) return _in(text, i + 1, 0x80, 0x8f);
        return a >= 0xf1 && a <= 0xf3 && _in(text, i + 1, 0x80, 0xbf);
    }

    function _in(bytes memory text, uint256 i, uint8 low, uint8 high) private pure returns (bool) {
        return i < text.length && uint8(text[i]) >= low && uint8(text[i]) <= high;
    }

    function _encoded(uint256 c) private pure returns (bytes memory) {
        if (c < 0x80) return abi.encodePacked(uint8(c));
        if (c < 0x800) return abi.encodePacked(uint8(0xc0 | (c >> 6)), _tail(c));
        if (c < 0x10000) return abi.encodePacked(uint8(0xe0 | (c >> 12)), _tail(c >> 6), _tail(c));
        return abi.encodePacked(uint8(0xf0 | (c >> 18)), _tail(c >> 12), _tail(c >> 6), _tail(c));
    }

    function _tail(uint256 c) private pure returns (uint8) {
        return uint8(0x80 | (c & 0x3f));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Whether bytes are text in UTF-8, and how long its characters are
/// @dev By RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
library Utf8 {
    /// @dev The highest bit of each byte of a word: none is set in 32 bytes of ASCII.
    uint256 private constant HIGH_BITS = 0x8080808080808080808080808080808080808080808080808080808080808080;

    /// @notice Whether the bytes are UTF-8.
    function isValid(bytes memory text) internal pure returns (bool valid) {
        uint256 place;
        uint256 length = text.length;
        while (place < length) {
            uint256 word = wordAt(text, place);
            if (length - place < 32) word &= ~(type(uint256).max >> ((length - place) << 3));
            // Most text is ASCII, which goes 32 bytes at a time.
            uint256 size = word & HIGH_BITS == 0 ? 32 : sizeOf(word);
            if (size == 0) return false;
            place += size;
        }
        return true;
    }

    /// @notice How many bytes the character at the start of a word has; 0 when none is there.
    function sizeOf(uint256 word) internal pure returns (uint256 size) {
        if (word >> 255 == 0) return 1;
        if ((word >> 240) & 0xe0c0 == 0xc080) return (word >> 248) >= 0xc2 ? 2 : 0;
        if ((word >> 232) & 0xf0c0c0 == 0xe08080) {
            uint256 lead = (word >> 232) & 0x0f2000;
            // Below U+0800 it would be overlong, U+D800 to U+DFFF are surrogates.
            return lead == 0 || lead == 0x0d2000 ? 0 : 3;
        }
        if ((word >> 224) & 0xf8c0c0c0 == 0xf0808080) {
            uint256 lead = (word >> 224) & 0x07300000;
            // Below U+10000 it would be overlong; U+10FFFF is the last.
            return lead == 0 || lead > 0x04000000 ? 0 : 4;
        }
        return 0;
    }

    /// @notice The 32 bytes from a place on; behind the end of the text stands anything.
    function wordAt(bytes memory text, uint256 place) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(text, 0x20), place))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Text of inputs, 32 characters at once
/// @dev All lanes of a word go through the same steps, so 16 inputs cost about as much as one.
library HexInputs {
    uint256 private constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;
    uint256 private constant ZEROS = 0x30 * ONES;
    /// How many characters make a block: 32 inputs.
    uint256 internal constant BLOCK = 64;

    /// @notice The block of 32 inputs of 7 bits that begins at a place of a text, the first one highest; zeros after the end.
    /// @return valid Whether the text there is lower-case hexadecimal digits of inputs from 0 to 127.
    function blockAt(bytes calldata text, uint256 from) internal pure returns (bool valid, uint256 inputs) {
        (bool validHigh, uint256 high) = pack(_charactersAt(text, from));
        (bool validLow, uint256 low) = pack(_charactersAt(text, from + 32));
        return (validHigh && validLow, (high << 112) | low);
    }

    /// @notice Whether 32 characters are lower-case hexadecimal digits of 16 inputs from 0 to 127, and these inputs, 7 bits each,
    /// the first one highest.
    function pack(uint256 characters) internal pure returns (bool valid, uint256 inputs) {
        // No lane of the sums runs into the next: a byte holds at most 15 + 9, then 0x30 + 15 + 0x27.
        unchecked {
            uint256 letters = (characters >> 6) & ONES;
            uint256 digits = ((characters & (0x0f * ONES)) + 9 * letters) & (0x0f * ONES);
            // Digits have one spelling: comparing it with the text tells them from other characters.
            letters = ((digits + 6 * ONES) >> 4) & ONES;
            valid = digits + ZEROS + 0x27 * letters == characters;
            inputs = (digits | (digits >> 4)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        }
        if (inputs & 0x0080008000800080008000800080008000800080008000800080008000800080 != 0) valid = false;
        // Neighbours move together, twice as far each time.
        inputs = (inputs | (inputs >> 9)) & 0x00003fff00003fff00003fff00003fff00003fff00003fff00003fff00003fff;
        inputs = (inputs | (inputs >> 18)) & 0x000000000fffffff000000000fffffff000000000fffffff000000000fffffff;
        inputs = (inputs | (inputs >> 36)) & 0x000000000000000000ffffffffffffff000000000000000000ffffffffffffff;
        inputs = (inputs | (inputs >> 72)) & type(uint112).max;
    }

    /// @notice A number in lower-case hexadecimal digits.
    /// @return valid Whether that is all there is.
    function number(bytes calldata text) internal pure returns (bool valid, uint256 value) {
        for (uint256 i = 0; i < text.length; i++) {
            uint256 code = uint8(text[i]);
            if (code >= 0x30 && code <= 0x39) code -= 0x30;
            else if (code >= 0x61 && code <= 0x66) code -= 0x57;
            else return (false, 0);
            value = (value << 4) | code;
        }
        return (true, value);
    }

    /// @dev 32 characters of a text, the digit 0 after its end.
    function _charactersAt(bytes calldata text, uint256 from) private pure returns (uint256 characters) {
        if (from >= text.length) return ZEROS;
        assembly ("memory-safe") {
            characters := calldataload(add(text.offset, from))
        }
        uint256 left = text.length - from;
        if (left < 32) characters = ((characters >> (256 - 8 * left)) << (256 - 8 * left)) | (ZEROS >> (8 * left));
    }
}

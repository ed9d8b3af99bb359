// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Utf8} from "./Utf8.sol";
import {DynamicBufferLib} from "solady/utils/DynamicBufferLib.sol";
import {LibString} from "solady/utils/LibString.sol";

/// @title The picture of a work: its content, written on a card whose colour comes from the content's hash
/// @dev Nothing that a minter wrote reaches the SVG but through `_write`, which lets no markup through.
library WorkCard {
    using DynamicBufferLib for DynamicBufferLib.DynamicBuffer;
    using LibString for uint256;

    /// @dev Characters in a line, and lines on a card: what does not fit is cut.
    uint256 private constant COLUMNS = 22;
    uint256 private constant LINES = 8;
    /// @dev Characters in the title and in the footer.
    uint256 private constant SMALL_COLUMNS = 40;
    /// @dev U+FFFE and U+FFFF, the two characters of UTF-8 that XML does not allow besides controls.
    uint256 private constant NO_CHARACTER = 0xefbfbe;

    // The buffer answers with itself, for chaining.
    // slither-disable-start unused-return

    /// @notice Draws a work as SVG.
    /// @param title Stands above, in one line.
    /// @param content Stands in the middle, in lines; must be UTF-8.
    /// @param footer Stands below, in one line.
    function draw(bytes memory title, bytes memory content, bytes memory footer, bytes32 contentHash)
        internal
        pure
        returns (bytes memory svg)
    {
        DynamicBufferLib.DynamicBuffer memory buffer;
        buffer.p(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="monospace">'
                '<rect width="400" height="400" rx="24" fill="hsl('
            ).p(bytes((uint256(contentHash) % 360).toString()))
            .p(',55%,24%)"/><g fill="#fff"><text x="28" y="52" font-size="14" opacity=".7">');
        _write(buffer, title, 0, SMALL_COLUMNS);
        buffer.p('</text><g font-size="25" xml:space="preserve">');
        _writeLines(buffer, content);
        buffer.p('</g><text x="28" y="368" font-size="14" opacity=".7">');
        _write(buffer, footer, 0, SMALL_COLUMNS);
        return buffer.p("</text></g></svg>").data;
    }

    function _writeLines(DynamicBufferLib.DynamicBuffer memory buffer, bytes memory content) private pure {
        uint256 place;
        for (uint256 line; line < LINES && place < content.length; ++line) {
            buffer.p('<text x="28" y="').p(bytes((104 + 32 * line).toString())).p('">');
            place = _write(buffer, content, place, COLUMNS);
            if (line == LINES - 1 && place < content.length) buffer.p(unicode"…");
            buffer.p("</text>");
        }
    }

    /// @dev Writes up to `count` characters of a text from a place on; returns where it stopped.
    function _write(DynamicBufferLib.DynamicBuffer memory buffer, bytes memory text, uint256 place, uint256 count)
        private
        pure
        returns (uint256 end)
    {
        for (end = place; count != 0 && end < text.length; --count) {
            uint256 word = Utf8.wordAt(text, end);
            uint256 size = Utf8.sizeOf(word);
            buffer.p(_character(word, size));
            end += size;
        }
    }

    // slither-disable-end unused-return

    /// @dev A character as XML: markup as entities, a space for what XML does not allow.
    function _character(uint256 word, uint256 size) private pure returns (bytes memory written) {
        uint256 first = word >> 248;
        if (first < 0x20 || first == 0x7f || (word >> 232) | 1 == NO_CHARACTER | 1) return " ";
        if (first == 0x26) return "&amp;";
        if (first == 0x3c) return "&lt;";
        if (first == 0x3e) return "&gt;";
        if (first == 0x22) return "&quot;";
        if (first == 0x27) return "&#39;";
        written = new bytes(size);
        for (uint256 i; i < size; ++i) {
            written[i] = bytes1(uint8(word >> (248 - 8 * i)));
        }
    }
}

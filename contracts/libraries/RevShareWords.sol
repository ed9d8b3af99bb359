// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @dev An account of a RevShareToken in a word, read and written at once:
///
///     balance 96 | epoch 32 | since 32 | cursor 32 | checkpoints 32 | isMarked 1
type AccountWord is uint256;

/// @dev What an account has been paid in an asset, in a word:
///
///     cursor 32 | lastSlice 32 | isOwed 1 | isAhead 1
type MarksWord is uint256;

using AccountWords for AccountWord global;
using MarksWords for MarksWord global;

/// @title Reading and writing an account's word
library AccountWords {
    function pack(
        uint256 balance_,
        uint256 epoch_,
        uint256 since_,
        uint256 cursor_,
        uint256 checkpoints_,
        bool isMarked_
    ) internal pure returns (AccountWord word) {
        uint256 low =
            balance_ | (epoch_ << 96) | (since_ << 128) | (cursor_ << 160) | (checkpoints_ << 192);
        return AccountWord.wrap(isMarked_ ? low | (1 << 224) : low);
    }

    /// @dev What the account holds.
    function balance(AccountWord word) internal pure returns (uint256) {
        return uint96(AccountWord.unwrap(word));
    }

    /// @dev The first snapshot that counts the balance.
    function epoch(AccountWord word) internal pure returns (uint256) {
        return uint32(AccountWord.unwrap(word) >> 96);
    }

    /// @dev The first snapshot that counted anything; 0 for an account that never held a token.
    function since(AccountWord word) internal pure returns (uint256) {
        return uint32(AccountWord.unwrap(word) >> 128);
    }

    /// @dev Every snapshot up to this one is claimed in the native coin.
    function cursor(AccountWord word) internal pure returns (uint256) {
        return uint32(AccountWord.unwrap(word) >> 160);
    }

    /// @dev The number of earlier balances that are kept.
    function checkpoints(AccountWord word) internal pure returns (uint256) {
        return uint32(AccountWord.unwrap(word) >> 192);
    }

    /// @dev Whether there are marks of the account in the native coin.
    function isMarked(AccountWord word) internal pure returns (bool) {
        return AccountWord.unwrap(word) >> 224 != 0;
    }

    function withCursor(AccountWord word, uint256 cursor_, bool isMarked_) internal pure returns (AccountWord) {
        return pack(word.balance(), word.epoch(), word.since(), cursor_, word.checkpoints(), isMarked_);
    }
}

/// @title Reading and writing the word of an account's marks
library MarksWords {
    uint256 private constant OWED = 1 << 64;
    uint256 private constant AHEAD = 1 << 65;

    /// @dev Nothing owed, and nothing claimed out of order.
    function pack(uint256 cursor_, uint256 lastSlice_) internal pure returns (MarksWord word) {
        return MarksWord.wrap(cursor_ | (lastSlice_ << 32));
    }

    /// @dev Every snapshot up to this one is claimed. For the native coin it is in the account.
    function cursor(MarksWord word) internal pure returns (uint256) {
        return uint32(MarksWord.unwrap(word));
    }

    /// @dev The newest id with a slice; 0 for none.
    function lastSlice(MarksWord word) internal pure returns (uint256) {
        return uint32(MarksWord.unwrap(word) >> 32);
    }

    /// @dev Whether a payment failed.
    function isOwed(MarksWord word) internal pure returns (bool) {
        return MarksWord.unwrap(word) & OWED != 0;
    }

    /// @dev Whether a snapshot after the cursor is claimed.
    function isAhead(MarksWord word) internal pure returns (bool) {
        return MarksWord.unwrap(word) & AHEAD != 0;
    }

    function withCursor(MarksWord word, uint256 cursor_) internal pure returns (MarksWord) {
        return MarksWord.wrap(((MarksWord.unwrap(word) >> 32) << 32) | cursor_);
    }

    function withLastSlice(MarksWord word, uint256 lastSlice_) internal pure returns (MarksWord) {
        return MarksWord.wrap((MarksWord.unwrap(word) & ~(uint256(type(uint32).max) << 32)) | (lastSlice_ << 32));
    }

    function withOwed(MarksWord word) internal pure returns (MarksWord) {
        return MarksWord.wrap(MarksWord.unwrap(word) | OWED);
    }

    function withAhead(MarksWord word) internal pure returns (MarksWord) {
        return MarksWord.wrap(MarksWord.unwrap(word) | AHEAD);
    }

    /// @dev Whether there is anything but a cursor.
    function isMore(MarksWord word) internal pure returns (bool) {
        return MarksWord.unwrap(word) >> 32 != 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @dev An account of a RevShareToken in a word, read and written at once:
///
///     balance 96 | epoch 32 | since 32 | cursor 32 | checkpoints 32 | isMarked 1
type AccountWord is uint256;

/// @dev What an account has been paid in an asset, in a word:
///
///     cursor 32 | lastSlice 32 | isOwed 1 | paidAhead 191
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
    function pack(uint256 cursor_, uint256 lastSlice_, bool isOwed_, uint256 paidAhead_)
        internal
        pure
        returns (MarksWord word)
    {
        uint256 rest = cursor_ | (lastSlice_ << 32) | (paidAhead_ << 65);
        return MarksWord.wrap(isOwed_ ? rest | (1 << 64) : rest);
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
        return (MarksWord.unwrap(word) >> 64) & 1 != 0;
    }

    /// @dev What was paid for snapshots after the cursor; not 0 if any of them is claimed. 2**32 snapshots of the most that
    /// one can split are below 2**147.
    function paidAhead(MarksWord word) internal pure returns (uint256) {
        return MarksWord.unwrap(word) >> 65;
    }

    function withCursor(MarksWord word, uint256 cursor_) internal pure returns (MarksWord) {
        return pack(cursor_, word.lastSlice(), word.isOwed(), word.paidAhead());
    }

    function withLastSlice(MarksWord word, uint256 lastSlice_) internal pure returns (MarksWord) {
        return pack(word.cursor(), lastSlice_, word.isOwed(), word.paidAhead());
    }

    function withPaidAhead(MarksWord word, uint256 paidAhead_) internal pure returns (MarksWord) {
        return pack(word.cursor(), word.lastSlice(), word.isOwed(), paidAhead_);
    }

    function withOwed(MarksWord word) internal pure returns (MarksWord) {
        return pack(word.cursor(), word.lastSlice(), true, word.paidAhead());
    }

    /// @dev Whether there is anything but a cursor.
    function isMore(MarksWord word) internal pure returns (bool) {
        return MarksWord.unwrap(word) >> 32 != 0;
    }
}

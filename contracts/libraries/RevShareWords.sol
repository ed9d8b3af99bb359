// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title What a RevShareToken keeps in one word each
/// @dev The compiler reads and writes a packed struct field by field, a storage access each. These are read and written at
/// once.
library RevShareWords {
    /// @dev balance 96 | epoch 32 | since 32 | cursor 32 | checkpoints 32 | isMarked 1
    struct Account {
        uint256 balance;
        /// The first snapshot that counts the balance.
        uint256 epoch;
        /// The first snapshot that counted anything; 0 for an account that never held a token.
        uint256 since;
        /// Every snapshot up to this one is claimed in the native coin.
        uint256 cursor;
        /// The number of earlier balances that are kept.
        uint256 checkpoints;
        /// There are `Marks` of it in the native coin.
        bool isMarked;
    }

    /// @dev redemption 128 | unsplit 128
    struct Pools {
        /// What burns are paid from, in parts.
        uint256 redemption;
        /// What the next snapshot splits, in parts.
        uint256 unsplit;
    }

    /// @dev cursor 32 | lastSlice 32 | isOwed 1 | free 7 | paidAhead 184
    struct Marks {
        /// Every snapshot up to this one is claimed. For the native coin it is in the account.
        uint256 cursor;
        /// The newest id with a slice; 0 for none.
        uint256 lastSlice;
        /// A payment failed.
        bool isOwed;
        /// What was paid for snapshots after the cursor; not 0 if any of them is claimed. 2**32 snapshots of the most that one
        /// can split are below 2**147.
        uint256 paidAhead;
    }

    function pack(Account memory account) internal pure returns (uint256 word) {
        return account.balance | (account.epoch << 96) | (account.since << 128) | (account.cursor << 160)
            | (account.checkpoints << 192) | (account.isMarked ? 1 << 224 : 0);
    }

    function unpackAccount(uint256 word) internal pure returns (Account memory account) {
        account.balance = uint96(word);
        account.epoch = uint32(word >> 96);
        account.since = uint32(word >> 128);
        account.cursor = uint32(word >> 160);
        account.checkpoints = uint32(word >> 192);
        account.isMarked = word >> 224 != 0;
    }

    function pack(Pools memory pools) internal pure returns (uint256 word) {
        return pools.redemption | (pools.unsplit << 128);
    }

    function unpackPools(uint256 word) internal pure returns (Pools memory pools) {
        pools.redemption = uint128(word);
        pools.unsplit = word >> 128;
    }

    function pack(Marks memory marks) internal pure returns (uint256 word) {
        return marks.cursor | (marks.lastSlice << 32) | (marks.isOwed ? 1 << 64 : 0) | (marks.paidAhead << 72);
    }

    function unpackMarks(uint256 word) internal pure returns (Marks memory marks) {
        marks.cursor = uint32(word);
        marks.lastSlice = uint32(word >> 32);
        marks.isOwed = uint8(word >> 64) != 0;
        marks.paidAhead = word >> 72;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccountWord, AccountWords, MarksWord, MarksWords} from "../../../contracts/libraries/RevShareWords.sol";
import {Test} from "../Test.sol";

/// @title The words of a RevShareToken: what is packed is read back, and a change leaves the rest alone
contract RevShareWordsTest is Test {
    /// Every field of an account.
    function testFuzz_AnAccount_IsReadBack(
        uint96 balance,
        uint32 epoch,
        uint32 since,
        uint32 cursor,
        uint32 checkpoints,
        bool isMarked
    ) public pure {
        AccountWord word = AccountWords.pack(balance, epoch, since, cursor, checkpoints, isMarked);

        vm.assertEq(word.balance(), balance);
        vm.assertEq(word.epoch(), epoch);
        vm.assertEq(word.since(), since);
        vm.assertEq(word.cursor(), cursor);
        vm.assertEq(word.checkpoints(), checkpoints);
        vm.assertEq(word.isMarked(), isMarked);
    }

    /// A claim moves the cursor and the mark, and nothing else.
    function testFuzz_ACursorOfAnAccount_ChangesAlone(uint224 rest, uint32 cursor, bool isMarked) public pure {
        AccountWord before = AccountWord.wrap(rest);

        AccountWord word = before.withCursor(cursor, isMarked);

        vm.assertEq(word.cursor(), cursor);
        vm.assertEq(word.isMarked(), isMarked);
        vm.assertEq(AccountWord.unwrap(word.withCursor(before.cursor(), false)), rest);
    }

    /// Every field of the marks.
    function testFuzz_Marks_AreReadBack(uint32 cursor, uint32 lastSlice, bool isOwed, bool isAhead) public pure {
        MarksWord word = _marks(cursor, lastSlice, isOwed, isAhead);

        _assertMarks(word, cursor, lastSlice, isOwed, isAhead);
        vm.assertEq(word.isMore(), lastSlice != 0 || isOwed || isAhead);
    }

    /// One field, and not its neighbours.
    function testFuzz_AMark_ChangesAlone(uint32 cursor, uint32 lastSlice, bool isOwed, bool isAhead, uint32 next)
        public
        pure
    {
        MarksWord word = _marks(cursor, lastSlice, isOwed, isAhead);

        _assertMarks(word.withCursor(next), next, lastSlice, isOwed, isAhead);
        _assertMarks(word.withLastSlice(next), cursor, next, isOwed, isAhead);
        _assertMarks(word.withOwed(), cursor, lastSlice, true, isAhead);
        _assertMarks(word.withAhead(), cursor, lastSlice, isOwed, true);
    }

    function _marks(uint32 cursor, uint32 lastSlice, bool isOwed, bool isAhead) private pure returns (MarksWord word) {
        word = MarksWords.pack(cursor, lastSlice);
        if (isOwed) word = word.withOwed();
        if (isAhead) word = word.withAhead();
    }

    function _assertMarks(MarksWord word, uint256 cursor, uint256 lastSlice, bool isOwed, bool isAhead) private pure {
        vm.assertEq(word.cursor(), cursor);
        vm.assertEq(word.lastSlice(), lastSlice);
        vm.assertEq(word.isOwed(), isOwed);
        vm.assertEq(word.isAhead(), isAhead);
    }
}

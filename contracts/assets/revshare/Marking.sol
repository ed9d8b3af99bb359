// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareWords} from "../../libraries/RevShareWords.sol";
import {Splits} from "./Splits.sol";

/// @title Marking: what an account has been paid, for each asset
/// @dev The cursor of the native coin is in the account, which a claim reads anyway; whatever else there is to mark is in a
/// word of its own, that exists only while there is.
abstract contract Marking is Splits {
    using RevShareWords for *;

    mapping(address account => mapping(address asset => uint256 word)) private _marks;

    /// @dev An account begins with everything claimed that was split before it held its first token.
    function _marksOf(address owner, RevShareWords.Account memory account, address asset)
        internal
        view
        returns (RevShareWords.Marks memory marks)
    {
        if (asset != NATIVE || account.isMarked) marks = _marks[owner][asset].unpackMarks();
        if (asset == NATIVE) marks.cursor = account.cursor;
        else if (account.since > marks.cursor + 1) marks.cursor = account.since - 1;
    }

    function _setMarks(
        address owner,
        RevShareWords.Account memory account,
        address asset,
        RevShareWords.Marks memory marks
    ) internal {
        if (asset != NATIVE) {
            _marks[owner][asset] = marks.pack();
            return;
        }
        bool isMarked = marks.isOwed || marks.lastSlice != 0 || marks.paidAhead != 0;
        if (isMarked || account.isMarked) _marks[owner][NATIVE] = isMarked ? marks.pack() : 0;
        (account.cursor, account.isMarked) = (marks.cursor, isMarked);
        _setAccount(owner, account);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccountWord, MarksWord} from "../../libraries/RevShareWords.sol";
import {Splits} from "./Splits.sol";

/// @title Marking: what an account has been paid, for each asset
/// @dev The cursor of the native coin is in the account, which a claim reads anyway; whatever else there is to mark is in a
/// word of its own, that exists only while there is.
abstract contract Marking is Splits {
    mapping(address account => mapping(address asset => MarksWord)) private _marks;

    /// @dev An account begins with everything claimed that was split before it held its first token.
    function _marksOf(address owner, AccountWord account, address asset) internal view returns (MarksWord marks) {
        if (asset != NATIVE) {
            marks = _marks[owner][asset];
            uint256 since = account.since();
            return since > marks.cursor() + 1 ? marks.withCursor(since - 1) : marks;
        }
        if (account.isMarked()) marks = _marks[owner][NATIVE];
        return marks.withCursor(account.cursor());
    }

    function _setMarks(address owner, AccountWord account, address asset, MarksWord marks) internal {
        if (asset != NATIVE) {
            _marks[owner][asset] = marks;
            return;
        }
        bool isMarked = marks.isMore();
        if (isMarked || account.isMarked()) _marks[owner][NATIVE] = isMarked ? marks : MarksWord.wrap(0);
        _setAccount(owner, account.withCursor(marks.cursor(), isMarked));
    }
}

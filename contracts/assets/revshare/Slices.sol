// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccountWord, MarksWord} from "../../libraries/RevShareWords.sol";
import {Payouts} from "./Payouts.sol";

/// @title Slices: the burner's part of revenue that was not split yet when it burnt
/// @dev For each account and asset a list, linked from the newest id to the oldest. Only the ids of the latest snapshot, in
/// its own block, and of the next one are open to additions, so an addition looks at two entries at most.
abstract contract Slices is Payouts {
    /// @dev slot 0:  amount 128 | previous 32
    struct Slice {
        uint128 amount;
        /// The next older id with a slice; 0 for none.
        uint32 previous;
    }

    mapping(address account => mapping(address asset => mapping(uint256 id => Slice))) private _slices;

    /// @dev Adds an amount, not 0, to the account's slice of an open snapshot. An open id has an amount if and only if it is in the list, since
    /// nothing of it can be claimed.
    function _addSlice(address owner, address asset, uint256 id, uint256 amount) internal {
        Slice storage slice = _slices[owner][asset][id];
        uint256 before = slice.amount;
        slice.amount = uint128(before + amount);
        if (before == 0) _link(owner, asset, uint32(id));

        emit SliceKept(owner, asset, id, amount);
    }

    function _link(address owner, address asset, uint32 id) private {
        mapping(uint256 => Slice) storage slices = _slices[owner][asset];
        AccountWord account = _accountOf(owner);
        MarksWord marks = _marksOf(owner, account, asset);
        uint256 last = marks.lastSlice();
        if (last < id) {
            slices[id].previous = uint32(last);
            _setMarks(owner, account, asset, marks.withLastSlice(id));
        } else {
            slices[id].previous = slices[last].previous;
            slices[last].previous = id;
        }
    }

    /// @dev Takes the account's slice of one closed snapshot; its entry stays in the list, empty.
    function _takeSlice(address account, address asset, uint256 id) internal returns (uint256 amount) {
        Slice storage slice = _slices[account][asset][id];
        amount = slice.amount;
        if (amount != 0) slice.amount = 0;
    }

    /// @dev Takes the account's slices of all snapshots up to `closed`, and their entries with them.
    /// @param last The newest id with a slice.
    /// @return amount The sum.
    /// @return newest The newest id with a slice now.
    function _takeSlices(address account, address asset, uint256 last, uint256 closed)
        internal
        returns (uint256 amount, uint256 newest)
    {
        mapping(uint256 => Slice) storage slices = _slices[account][asset];
        uint256 id = last;
        uint256 open;
        while (id > closed) (open, id) = (id, slices[id].previous);
        if (open != 0) (newest, slices[open].previous) = (last, 0);

        while (id != 0) {
            Slice memory slice = slices[id];
            delete slices[id];
            amount += slice.amount;
            id = slice.previous;
        }
    }

    function _sliceOf(address account, address asset, uint256 id) internal view returns (uint256 amount) {
        return _slices[account][asset][id].amount;
    }

    function _slicesUpTo(address account, address asset, uint256 last, uint256 closed)
        internal
        view
        returns (uint256 amount)
    {
        mapping(uint256 => Slice) storage slices = _slices[account][asset];
        for (uint256 id = last; id != 0; id = slices[id].previous) {
            if (id <= closed) amount += slices[id].amount;
        }
    }

    /// @dev Up to which id slices can be claimed: without tokens there is no next snapshot to wait for.
    function _closedForSlices(uint256 closed) internal view returns (uint256 id) {
        return _supply.amount == 0 ? type(uint256).max : closed;
    }
}

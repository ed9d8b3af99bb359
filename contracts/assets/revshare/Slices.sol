// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Payouts} from "./Payouts.sol";

/// @title Slices: the burner's part of revenue that was not split yet when it burnt
/// @dev For each account and asset a list, linked from the newest id to the oldest. Only the ids of the latest snapshot, in
/// its own block, and of the next one are open to additions, so an addition looks at two entries at most.
abstract contract Slices is Payouts {
    /// @dev slot 0:  cursor 32 | lastSlice 32 | paidAhead 128
    struct Marks {
        /// Every snapshot up to this one is claimed. For the native coin it is in the account.
        uint32 cursor;
        /// The newest id with a slice; 0 for none.
        uint32 lastSlice;
        /// What was paid for snapshots after the cursor; not 0 if any of them is claimed.
        uint128 paidAhead;
    }

    /// @dev slot 0:  amount 128 | previous 32
    struct Slice {
        uint128 amount;
        /// The next older id with a slice; 0 for none.
        uint32 previous;
    }

    mapping(address account => mapping(address asset => Marks)) internal _marks;
    mapping(address account => mapping(address asset => mapping(uint256 id => Slice))) private _slices;

    /// @dev Adds to the account's slice of an open snapshot.
    function _addSlice(address account, address asset, uint256 id, uint256 amount) internal {
        if (amount == 0) return;
        mapping(uint256 => Slice) storage slices = _slices[account][asset];
        uint256 before = slices[id].amount;
        slices[id].amount = uint128(before + amount);
        if (before == 0) _link(slices, _marks[account][asset], uint32(id));
        if (asset == NATIVE) _accounts[account].marked = true;

        emit SliceKept(account, asset, id, amount);
    }

    /// @dev An open id has an amount if and only if it is in the list, since nothing of it can be claimed.
    function _link(mapping(uint256 => Slice) storage slices, Marks storage marks, uint32 id) private {
        uint32 last = marks.lastSlice;
        if (last < id) {
            slices[id].previous = last;
            marks.lastSlice = id;
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
    function _takeSlices(address account, address asset, Marks memory marks, uint256 closed)
        internal
        returns (uint256 amount)
    {
        mapping(uint256 => Slice) storage slices = _slices[account][asset];
        uint32 id = marks.lastSlice;
        uint32 open;
        while (id > closed) (open, id) = (id, slices[id].previous);
        if (open == 0) marks.lastSlice = 0;
        else slices[open].previous = 0;

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

    function _slicesUpTo(address account, address asset, uint256 closed) internal view returns (uint256 amount) {
        mapping(uint256 => Slice) storage slices = _slices[account][asset];
        uint32 id = _marks[account][asset].lastSlice;
        while (id != 0) {
            Slice memory slice = slices[id];
            if (id <= closed) amount += slice.amount;
            id = slice.previous;
        }
    }

    /// @dev Up to which id slices can be claimed: without tokens there is no next snapshot to wait for.
    function _closedForSlices(uint256 closed) internal view returns (uint256 id) {
        return _supply.amount == 0 ? type(uint32).max : closed;
    }
}

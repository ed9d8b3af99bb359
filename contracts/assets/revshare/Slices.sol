// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccountWord, MarksWord} from "../../libraries/RevShareWords.sol";
import {Payouts} from "./Payouts.sol";

/// @title Slices: the burner's part of revenue that was not split yet when it burnt
/// @dev For each account and asset a list, linked from the newest id to the oldest. Only the ids of the latest snapshot, in
/// its own block, and of the next one are open to additions, so an addition looks at two entries at most.
abstract contract Slices is Payouts {
    uint256 private constant AMOUNT_BITS = 128;

    /// @dev amount 128 | previous 32    the next older id with a slice; 0 for none
    mapping(address account => mapping(address asset => mapping(uint256 id => uint256 slice))) private _slices;

    /// @dev Adds an amount, not 0, to the account's slice of an open snapshot. An open id has an amount if and only if it is in
    /// the list, since nothing of it can be claimed.
    function _addSlice(address owner, address asset, uint256 id, uint256 amount) internal {
        mapping(uint256 => uint256) storage slices = _slices[owner][asset];
        if (slices[id] == 0) _link(slices, owner, asset, id);
        slices[id] += amount;

        emit SliceKept(owner, asset, id, amount);
    }

    function _link(mapping(uint256 => uint256) storage slices, address owner, address asset, uint256 id) private {
        AccountWord account = _accountOf(owner);
        MarksWord marks = _marksOf(owner, account, asset);
        uint256 last = marks.lastSlice();
        if (last < id) {
            slices[id] = last << AMOUNT_BITS;
            _setMarks(owner, account, asset, marks.withLastSlice(id));
        } else {
            slices[id] = (slices[last] >> AMOUNT_BITS) << AMOUNT_BITS;
            slices[last] = uint128(slices[last]) | (id << AMOUNT_BITS);
        }
    }

    /// @dev Takes the account's slice of one closed snapshot; its entry stays in the list, empty.
    function _takeSlice(address account, address asset, uint256 id) internal returns (uint256 amount) {
        uint256 slice = _slices[account][asset][id];
        amount = uint128(slice);
        if (amount != 0) _slices[account][asset][id] = slice - amount;
    }

    /// @dev Takes the account's slices of all snapshots up to `closed`, and their entries with them.
    /// @param last The newest id with a slice.
    /// @return amount The sum.
    /// @return newest The newest id with a slice now.
    function _takeSlices(address account, address asset, uint256 last, uint256 closed)
        internal
        returns (uint256 amount, uint256 newest)
    {
        mapping(uint256 => uint256) storage slices = _slices[account][asset];
        while (last > closed) {
            // At most two are open. The older of them is the last to be kept.
            if (newest == 0) newest = last;
            uint256 previous = slices[last] >> AMOUNT_BITS;
            if (previous <= closed) slices[last] = uint128(slices[last]);
            last = previous;
        }
        while (last != 0) {
            uint256 slice = slices[last];
            slices[last] = 0;
            amount += uint128(slice);
            last = slice >> AMOUNT_BITS;
        }
    }

    function _sliceOf(address account, address asset, uint256 id) internal view returns (uint256 amount) {
        return uint128(_slices[account][asset][id]);
    }

    function _slicesUpTo(address account, address asset, uint256 last, uint256 closed)
        internal
        view
        returns (uint256 amount)
    {
        while (last != 0) {
            uint256 slice = _slices[account][asset][last];
            if (last <= closed) amount += uint128(slice);
            last = slice >> AMOUNT_BITS;
        }
    }

    /// @dev Up to which id slices can be claimed: without tokens there is no next snapshot to wait for.
    function _closedForSlices(uint256 closed) internal view returns (uint256 id) {
        return _supply.amount == 0 ? type(uint256).max : closed;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccountWord, MarksWord} from "../../libraries/RevShareWords.sol";
import {SplitLib} from "../../libraries/SplitLib.sol";
import {Slices} from "./Slices.sol";

/// @title Ranges: what an account has not claimed of many snapshots, without looking at each
/// @dev A cursor says up to where everything is claimed; the next claim in order only moves it. A *run* is a range of snapshots
/// that count one balance, named by the position of its checkpoint. What is claimed out of order is in a bitmap, and by how much
/// the index grew there is summed up for its run: what is left of the run's growth is that of the unclaimed snapshots alone,
/// and pays for them whoever claimed what before, as cheaply.
abstract contract Ranges is Slices {
    /// @dev How many eras, or snapshots where some are claimed out of order, are looked at one by one where the index cannot tell.
    uint256 private constant MAX_STEPS = 8;

    mapping(address account => mapping(address asset => mapping(uint256 word => uint256 bits))) private _claimed;
    mapping(address account => mapping(address asset => mapping(uint256 run => uint256 growth))) private _ahead;

    // --- one snapshot ---

    /// @dev If nothing was split between the cursor and `id`, there is nothing between them to claim later.
    function _mark(address owner, AccountWord account, address asset, MarksWord marks, uint256 id)
        internal
        returns (MarksWord marked)
    {
        uint256 cursor = marks.cursor();
        if (id == cursor + 1 || (!marks.isAhead() && _isIdle(asset, cursor, id - 1))) return marks.withCursor(id);
        _claimed[owner][asset][id >> 8] |= 1 << (id & 0xff);
        _ahead[owner][asset][_firstCheckpoint(owner, account, id)] += _growthBetween(asset, id - 1, id);
        return marks.withAhead();
    }

    function _isClaimed(address owner, address asset, MarksWord marks, uint256 id)
        internal
        view
        returns (bool claimed)
    {
        return id <= marks.cursor() || (marks.isAhead() && _isBitSet(owner, asset, id));
    }

    function _isBitSet(address owner, address asset, uint256 id) private view returns (bool set) {
        return (_claimed[owner][asset][id >> 8] >> (id & 0xff)) & 1 != 0;
    }

    // --- all of them ---

    /// @dev What the account's balances get of the unclaimed snapshots up to `closed`: at least the sum of the amounts of each.
    function _unclaimed(address owner, AccountWord account, address asset, MarksWord marks, uint256 closed)
        internal
        view
        returns (uint256 amount)
    {
        uint256 start = marks.cursor();
        if (start >= closed) return 0;
        uint256 count = account.checkpoints();
        for (uint256 run = _firstCheckpoint(owner, account, start + 1); run < count; ++run) {
            uint256 ahead = _aheadIn(owner, asset, marks, run);
            (uint256 lastId, uint256 balance) = _checkpointAt(owner, run);
            unchecked {
                // Each is below 2**224, and there are fewer than 2**32.
                amount += _amountOfRun(owner, asset, start, lastId, balance, ahead);
            }
            start = lastId;
        }
        uint256 aheadNow = _aheadIn(owner, asset, marks, count);
        unchecked {
            amount += _amountOfRun(owner, asset, start, closed, account.balance(), aheadNow);
        }
    }

    /// @dev Once everything is claimed, the cursor tells it.
    function _forgetAhead(address owner, AccountWord account, address asset, uint256 cursor) internal {
        uint256 count = account.checkpoints();
        for (uint256 run = _firstCheckpoint(owner, account, cursor + 1); run <= count; ++run) {
            if (_ahead[owner][asset][run] != 0) _ahead[owner][asset][run] = 0;
        }
    }

    function _aheadIn(address owner, address asset, MarksWord marks, uint256 run)
        private
        view
        returns (uint256 growth)
    {
        return marks.isAhead() ? _ahead[owner][asset][run] : 0;
    }

    /// @dev What `balance` tokens get of the unclaimed snapshots after `start` up to `end`.
    /// @param ahead By how much the index grew at those that are claimed.
    function _amountOfRun(address owner, address asset, uint256 start, uint256 end, uint256 balance, uint256 ahead)
        private
        view
        returns (uint256 amount)
    {
        if (balance == 0 || start == end) return 0;
        uint256 growth = _growthBetween(asset, start, end);
        unchecked {
            // What is ahead is the growth of some of these snapshots.
            growth -= ahead;
        }
        bool isExact;
        (amount, isExact) = SplitLib.amountOfGrowth(growth, balance);
        if (!isExact) amount = _amountByEras(owner, asset, start, end, balance, ahead, growth);
    }

    /// @dev Inside one era the growth gives back the exact parts. So the newest eras are paid one by one, each rounded down, until
    /// the rest is in one. What is claimed ahead is known of the whole run only, so beside it snapshots are. The rest
    /// after `MAX_STEPS`, of somebody who slept while tokens were burnt in most epochs, is paid by the index alone.
    function _amountByEras(
        address owner,
        address asset,
        uint256 start,
        uint256 end,
        uint256 balance,
        uint256 ahead,
        uint256 growth
    ) private view returns (uint256 amount) {
        for (uint256 i; i < MAX_STEPS; ++i) {
            (uint256 supply, uint256 era) = _eraOf(end);
            if (era <= start + 1) {
                return amount + SplitLib.amountDown(SplitLib.partsOf(growth, supply), balance, supply);
            }
            uint256 before = (ahead == 0 ? era : end) - 1;
            if (ahead == 0 || !_isBitSet(owner, asset, end)) {
                uint256 step = _growthBetween(asset, before, end);
                amount += SplitLib.amountDown(SplitLib.partsOf(step, supply), balance, supply);
                growth -= step;
            }
            end = before;
        }
        // slither-disable-next-line unused-return
        (uint256 rest,) = SplitLib.amountOfGrowth(growth, balance);
        amount += rest;
    }
}

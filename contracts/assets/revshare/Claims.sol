// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "../../interfaces/IERC7641.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {Slices} from "./Slices.sol";

/// @title Claims: each holder's part of the snapshots, one by one or all at once
/// @dev A cursor says up to where everything is claimed; the next claim in order only moves it. What is claimed out of order
/// is in a bitmap, and its sum beside the cursor: `claimAll` pays the whole range less that sum, so it never looks at the
/// bitmap, however anybody claimed before.
abstract contract Claims is Slices {
    mapping(address account => mapping(address asset => mapping(uint256 word => uint256 bits))) private _claimed;

    // --- one snapshot, or some ---

    /// @inheritdoc IERC7641
    function claim(uint256 snapshotId) external nonReentrant {
        _claim(msg.sender, snapshotId, msg.sender);
    }

    /// @inheritdoc IRevShareToken
    function claimTo(uint256 snapshotId, address to) external nonReentrant {
        _claim(msg.sender, snapshotId, to);
    }

    /// @inheritdoc IRevShareToken
    function claimFor(address account, uint256 snapshotId) external nonReentrant {
        _claim(account, snapshotId, account);
    }

    /// @inheritdoc IRevShareToken
    function claimMany(uint256[] calldata snapshotIds) external nonReentrant {
        address[] memory assets = _accepted();
        uint256[] memory amounts = new uint256[](assets.length);
        for (uint256 i; i < snapshotIds.length; ++i) {
            _debitSnapshot(msg.sender, snapshotIds[i], assets, amounts);
        }

        _payClaim(msg.sender, msg.sender, assets, amounts);
    }

    function _claim(address account, uint256 id, address to) private {
        address[] memory assets = _accepted();
        uint256[] memory amounts = new uint256[](assets.length);
        if (!_debitSnapshot(account, id, assets, amounts)) revert NothingToClaim(account, id);

        _payClaim(account, to, assets, amounts);
    }

    /// @dev Takes what the account is owed for a snapshot off the books and adds it to `amounts`.
    function _debitSnapshot(address account, uint256 id, address[] memory assets, uint256[] memory amounts)
        private
        returns (bool any)
    {
        _checkClosed(id);
        uint256 balance = _balanceAt(account, _accounts[account], id);
        for (uint256 i; i < assets.length; ++i) {
            uint256 amount = _debit(account, assets[i], id, balance);
            amounts[i] += amount;
            any = any || amount != 0;
        }
    }

    function _debit(address account, address asset, uint256 id, uint256 balance) private returns (uint256 amount) {
        Marks memory marks = _marksOf(account, asset);
        if (!_isClaimed(account, asset, marks, id)) amount = _amountAt(asset, id, balance);
        if (amount != 0) _mark(account, asset, marks, id, amount);
        if (marks.lastSlice != 0) amount += _takeSlice(account, asset, id);
    }

    /// @dev If nothing was split between the cursor and `id`, there is nothing between them to claim later.
    function _mark(address account, address asset, Marks memory marks, uint256 id, uint256 amount) private {
        bool isNext = id == uint256(marks.cursor) + 1 || (marks.paidAhead == 0 && _isIdle(asset, marks.cursor, id - 1));
        if (isNext) {
            marks.cursor = uint32(id);
        } else {
            _claimed[account][asset][id >> 8] |= 1 << (id & 0xff);
            marks.paidAhead += uint128(amount);
        }
        _setMarks(account, asset, marks);
    }

    function _isClaimed(address account, address asset, Marks memory marks, uint256 id)
        private
        view
        returns (bool claimed)
    {
        if (id <= marks.cursor) return true;
        return marks.paidAhead != 0 && (_claimed[account][asset][id >> 8] >> (id & 0xff)) & 1 != 0;
    }

    // --- everything ---

    /// @inheritdoc IRevShareToken
    function claimAll(address[] calldata assets) external nonReentrant {
        _claimAll(msg.sender, assets, msg.sender);
    }

    /// @inheritdoc IRevShareToken
    function claimAllTo(address[] calldata assets, address to) external nonReentrant {
        _claimAll(msg.sender, assets, to);
    }

    /// @inheritdoc IRevShareToken
    function claimAllFor(address account, address[] calldata assets) external nonReentrant {
        _claimAll(account, assets, account);
    }

    function _claimAll(address account, address[] calldata assets, address to) private {
        uint256[] memory amounts = new uint256[](assets.length);
        for (uint256 i; i < assets.length; ++i) {
            amounts[i] = _debitAll(account, assets[i]);
        }

        _payClaim(account, to, assets, amounts);
    }

    function _debitAll(address account, address asset) private returns (uint256 amount) {
        uint256 closed = _closed();
        Marks memory marks = _marksOf(account, asset);
        amount = _unclaimed(account, asset, marks, closed);
        (marks.cursor, marks.paidAhead) = (uint32(closed), 0);
        if (marks.lastSlice != 0) amount += _takeSlices(account, asset, marks, _closedForSlices(closed));
        if (_owed[account][asset] != 0) {
            amount += _owed[account][asset];
            _owed[account][asset] = 0;
        }
        if (amount != 0) _setMarks(account, asset, marks);
    }

    // --- views ---

    /// @inheritdoc IERC7641
    function claimableRevenue(address account, uint256 snapshotId) external view returns (uint256 amount) {
        return _claimable(account, NATIVE, snapshotId);
    }

    /// @inheritdoc IERC7641AltRevToken
    function claimableERC20(address account, uint256 snapshotId, address token) external view returns (uint256 amount) {
        return _claimable(account, token, snapshotId);
    }

    /// @inheritdoc IRevShareToken
    function claimableTotal(address account, address asset) external view returns (uint256 amount) {
        uint256 closed = _closed();
        amount = _unclaimed(account, asset, _marksOf(account, asset), closed);
        amount += _slicesUpTo(account, asset, _closedForSlices(closed)) + _owed[account][asset];
    }

    function _claimable(address account, address asset, uint256 id) private view returns (uint256 amount) {
        _checkExists(id);
        if (id > _closed()) return 0;
        amount = _sliceOf(account, asset, id);
        if (_isClaimed(account, asset, _marksOf(account, asset), id)) return amount;
        amount += _amountAt(asset, id, _balanceAt(account, _accounts[account], id));
    }

    /// @dev What the account's balances get of the snapshots after the cursor up to `closed`, less what was paid ahead.
    function _unclaimed(address account, address asset, Marks memory marks, uint256 closed)
        private
        view
        returns (uint256 amount)
    {
        Account memory state = _accounts[account];
        uint256 start = marks.cursor;
        if (start >= closed) return 0;
        for (uint256 i = _firstCheckpoint(account, state, start + 1); i < state.checkpoints; ++i) {
            (uint256 lastId, uint256 balance) = _checkpointAt(account, i);
            amount += _amountBetween(asset, start, lastId, balance);
            start = lastId;
        }
        amount += _amountBetween(asset, start, closed, state.balance);
        amount -= marks.paidAhead;
    }

    // --- marks ---

    /// @dev An account begins with everything claimed before it held its first token.
    function _marksOf(address account, address asset) private view returns (Marks memory marks) {
        Account memory state = _accounts[account];
        if (asset == NATIVE) {
            if (state.marked) marks = _marks[account][NATIVE];
            marks.cursor = state.cursor;
        } else {
            marks = _marks[account][asset];
            if (state.since != 0 && marks.cursor < state.since - 1) marks.cursor = state.since - 1;
        }
    }

    function _setMarks(address account, address asset, Marks memory marks) private {
        if (asset != NATIVE) {
            _marks[account][asset] = marks;
            return;
        }
        Account storage state = _accounts[account];
        bool marked = marks.lastSlice != 0 || marks.paidAhead != 0;
        if (marked || state.marked) _marks[account][NATIVE] = Marks(0, marks.lastSlice, marks.paidAhead);
        (state.cursor, state.marked) = (marks.cursor, marked);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "../../interfaces/IERC7641.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {AccountWord, MarksWord, MarksWords} from "../../libraries/RevShareWords.sol";
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
        uint256 balance = _balanceAt(account, _accountOf(account), id);
        for (uint256 i; i < assets.length; ++i) {
            uint256 amount = _debit(account, assets[i], id, balance);
            amounts[i] += amount;
            any = any || amount != 0;
        }
    }

    function _debit(address owner, address asset, uint256 id, uint256 balance) private returns (uint256 amount) {
        AccountWord account = _accountOf(owner);
        MarksWord marks = _marksOf(owner, account, asset);
        if (!_isClaimed(owner, asset, marks, id)) amount = _amountAt(asset, id, balance);
        if (amount != 0) _setMarks(owner, account, asset, _mark(owner, asset, marks, id, amount));
        if (marks.lastSlice() != 0) amount += _takeSlice(owner, asset, id);
    }

    /// @dev If nothing was split between the cursor and `id`, there is nothing between them to claim later.
    function _mark(address owner, address asset, MarksWord marks, uint256 id, uint256 amount)
        private
        returns (MarksWord marked)
    {
        (uint256 cursor, uint256 ahead) = (marks.cursor(), marks.paidAhead());
        if (id == cursor + 1 || (ahead == 0 && _isIdle(asset, cursor, id - 1))) return marks.withCursor(id);
        _claimed[owner][asset][id >> 8] |= 1 << (id & 0xff);
        return marks.withPaidAhead(ahead + amount);
    }

    function _isClaimed(address owner, address asset, MarksWord marks, uint256 id) private view returns (bool claimed) {
        if (id <= marks.cursor()) return true;
        return marks.paidAhead() != 0 && (_claimed[owner][asset][id >> 8] >> (id & 0xff)) & 1 != 0;
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

    function _debitAll(address owner, address asset) private returns (uint256 amount) {
        uint256 closed = _closed();
        AccountWord account = _accountOf(owner);
        MarksWord marks = _marksOf(owner, account, asset);
        amount = _unclaimed(owner, account, asset, marks, closed);
        uint256 last = marks.lastSlice();
        if (last != 0) {
            uint256 slices;
            (slices, last) = _takeSlices(owner, asset, last, _closedForSlices(closed));
            amount += slices;
        }
        if (marks.isOwed()) amount += _takeOwed(owner, asset);
        if (amount != 0) _setMarks(owner, account, asset, MarksWords.pack(closed, last, false, 0));
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
    function claimableTotal(address owner, address asset) external view returns (uint256 amount) {
        uint256 closed = _closed();
        AccountWord account = _accountOf(owner);
        MarksWord marks = _marksOf(owner, account, asset);
        amount = _unclaimed(owner, account, asset, marks, closed) + _owedTo(owner, asset);
        amount += _slicesUpTo(owner, asset, marks.lastSlice(), _closedForSlices(closed));
    }

    function _claimable(address owner, address asset, uint256 id) private view returns (uint256 amount) {
        _checkExists(id);
        if (id > _closed()) return 0;
        AccountWord account = _accountOf(owner);
        amount = _sliceOf(owner, asset, id);
        if (_isClaimed(owner, asset, _marksOf(owner, account, asset), id)) return amount;
        amount += _amountAt(asset, id, _balanceAt(owner, account, id));
    }

    /// @dev What the account's balances get of the snapshots after the cursor up to `closed`, less what was paid ahead.
    function _unclaimed(address owner, AccountWord account, address asset, MarksWord marks, uint256 closed)
        private
        view
        returns (uint256 amount)
    {
        uint256 start = marks.cursor();
        if (start >= closed) return 0;
        uint256 count = account.checkpoints();
        for (uint256 i = _firstCheckpoint(owner, account, start + 1); i < count; ++i) {
            (uint256 lastId, uint256 balance) = _checkpointAt(owner, i);
            amount += _amountBetween(asset, start, lastId, balance);
            start = lastId;
        }
        amount += _amountBetween(asset, start, closed, account.balance());
        amount -= marks.paidAhead();
    }
}

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
        if (to == address(0)) revert InvalidReceiver(to);

        _claim(msg.sender, snapshotId, to);
    }

    /// @inheritdoc IRevShareToken
    function claimFor(address account, uint256 snapshotId) external nonReentrant {
        _claim(account, snapshotId, account);
    }

    /// @inheritdoc IRevShareToken
    function claimMany(uint256[] calldata snapshotIds) external nonReentrant {
        _claimSnapshots(msg.sender, snapshotIds, msg.sender);
    }

    function _claim(address account, uint256 id, address to) private {
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        if (!_claimSnapshots(account, ids, to)) revert NothingToClaim(account, id);
    }

    function _claimSnapshots(address account, uint256[] memory ids, address to) private returns (bool isDue) {
        uint256[] memory balances = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            _checkClosed(ids[i]);
            balances[i] = _balanceAt(account, _accountOf(account), ids[i]);
        }

        uint256 outcome;
        uint256 count = _assetCount();
        for (uint256 i; i < count; ++i) {
            address asset = _assetAt(i);
            uint256 amount;
            for (uint256 j; j < ids.length; ++j) {
                amount += _debit(account, asset, ids[j], balances[j]);
            }
            outcome |= _payClaim(account, to, asset, amount, _gasFor(count));
        }
        if (outcome == FAILED) revert ClaimFailed(account, to);
        return outcome != 0;
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
        if (to == address(0)) revert InvalidReceiver(to);

        _claimAll(msg.sender, assets, to);
    }

    /// @inheritdoc IRevShareToken
    function claimAllFor(address account, address[] calldata assets) external nonReentrant {
        _claimAll(account, assets, account);
    }

    function _claimAll(address account, address[] calldata assets, address to) private {
        uint256 outcome;
        for (uint256 i; i < assets.length; ++i) {
            outcome |= _payClaim(account, to, assets[i], _debitAll(account, assets[i]), _gasFor(assets.length));
        }
        if (outcome == FAILED) revert ClaimFailed(account, to);
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

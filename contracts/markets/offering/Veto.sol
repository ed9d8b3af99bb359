// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering} from "../../interfaces/IModelOffering.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {SaleLib} from "../../libraries/SaleLib.sol";
import {Custody} from "./Custody.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Veto: holders stop what the creator has not been paid yet, and share it
abstract contract Veto is Custody {
    // Books are exact: nothing is exactly 0 in them, whatever anyone sends here. The equalities are meant.
    // slither-disable-start incorrect-equality

    using SafeTransferLib for address;

    // --- locks ---

    /// @inheritdoc IModelOffering
    function lock(uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        uint256 tranche = _vetoable();
        uint256 needed = _needed();
        Account storage account = _accounts[msg.sender];
        if (account.locked != 0 && account.tranche != tranche) revert LockedBefore(msg.sender, account.tranche);
        // No more can be locked than there is: the transfer below fails for anything that does not fit.
        if (amount > circulating()) revert ExceedsCirculating(amount, circulating());

        account.locked += uint96(amount);
        account.tranche = uint8(tranche);
        uint256 total = _count(tranche, amount);

        emit TokensLocked(msg.sender, tranche, amount, total);
        if (total >= needed) _veto(tranche);

        TOKEN.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @inheritdoc IModelOffering
    function unlock(address account) external nonReentrant returns (uint256 amount) {
        Account storage holder = _accounts[account];
        amount = holder.locked;
        if (amount == 0) revert NothingLocked(account);
        _checkUnlocked(account, holder.tranche);

        holder.locked = 0;
        holder.tranche = 0;
        _locks.all -= uint96(amount);

        emit TokensUnlocked(account, amount);

        TOKEN.safeTransfer(account, amount);
    }

    /// @inheritdoc IModelOffering
    function nextTranche() external view returns (uint256 tranche) {
        return _purse.vetoed == 0 ? _dueTranches() : TRANCHES;
    }

    /// @inheritdoc IModelOffering
    function lockedOf(address account) external view returns (uint256 amount, uint256 tranche) {
        return (_accounts[account].locked, _accounts[account].tranche);
    }

    /// @inheritdoc IModelOffering
    function vetoOf() external view returns (uint256 locked, uint256 needed) {
        locked = _purse.vetoed != 0 || _purse.counted == _dueTranches() ? _locks.counted : 0;
        needed = _needed();
    }

    function _vetoable() private view returns (uint256 tranche) {
        tranche = _dueTranches();
        if (!_hasSucceeded() || _purse.vetoed != 0 || tranche == TRANCHES) revert NothingToVeto();
    }

    function _needed() private view returns (uint256 amount) {
        return SaleLib.bpsUp(circulating(), VETO_BPS);
    }

    /// @dev Counts from zero for each tranche: what was locked against one says nothing about the next.
    function _count(uint256 tranche, uint256 amount) private returns (uint256 total) {
        if (_purse.counted != tranche) {
            _purse.counted = uint8(tranche);
            _locks.counted = 0;
        }
        total = _locks.counted + amount;
        _locks.counted = uint96(total);
        _locks.all += uint96(amount);
    }

    function _veto(uint256 tranche) private {
        uint256 left_ = _proceedsBefore(TRANCHES) - _proceedsBefore(tranche);
        _purse.vetoed = uint8(tranche + 1);
        _purse.left = uint112(left_);
        _locks.vetoedAt = uint64(block.timestamp);

        emit TranchesVetoed(tranche, left_);
    }

    function _checkUnlocked(address account, uint256 tranche) private view {
        if (block.timestamp >= _timeOf(tranche)) return;
        if (_purse.vetoed == 0) revert StillLocked(account, _timeOf(tranche));
        // Who borrowed the tokens for one transaction cannot give them back in it.
        if (block.timestamp <= _locks.vetoedAt) revert StillLocked(account, _locks.vetoedAt + 1);
    }

    // --- after a veto ---

    /// @inheritdoc IModelOffering
    function burnForProceeds(uint256 amount, address to) external nonReentrant returns (uint256 paid) {
        if (amount == 0) revert ZeroAmount();
        if (to == address(0)) revert InvalidReceiver(to);
        _checkVetoed();
        uint256 whole = circulating();
        if (amount > whole) revert ExceedsCirculating(amount, whole);
        paid = SaleLib.partDown(_purse.left, amount, whole);

        _spend(paid);

        emit ProceedsReturned(msg.sender, amount, paid, to);

        IRevShareToken(TOKEN).burnFrom(msg.sender, amount);
        _pay(PAYMENT, to, paid);
    }

    /// @inheritdoc IModelOffering
    function forfeit() external nonReentrant returns (uint256 amount) {
        _checkVetoed();
        amount = _inCustody();
        if (amount == 0) revert NothingToRelease();

        _safe.taken = uint96(CREATOR_SUPPLY);
        _safe.treasuryServed = true;

        emit TokensForfeited(amount);

        IRevShareToken(TOKEN).burn(amount);
    }

    /// @inheritdoc IModelOffering
    function settleVeto() external nonReentrant returns (uint256 amount) {
        _checkVetoed();
        amount = _purse.left;
        if (amount == 0 || circulating() != 0) revert NothingToRelease();

        _spend(amount);

        emit ProceedsReleased(amount, TREASURY);

        _pay(PAYMENT, TREASURY, amount);
    }

    function _checkVetoed() private view {
        if (_purse.vetoed == 0) revert NotVetoed();
    }

    /// @dev Takes money of the holders off the books.
    function _spend(uint256 amount) private {
        _purse.left -= uint112(amount);
        _till = _till.paying(amount);
    }

    // slither-disable-end incorrect-equality
}

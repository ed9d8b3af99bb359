// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {AccountWord, AccountWords} from "../../libraries/RevShareWords.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Accounts: balances, and what they were when a snapshot counted them
/// @dev An *epoch* is the id of the snapshot that will count a balance set now. The epoch of a snapshot ends with its
/// block. An account keeps a checkpoint of its balance only for epochs in which it changed, one slot each.
///
///     checkpoint:  lastId 32 | balance 96    counts for the ids up to `lastId`, from the checkpoint before on
abstract contract Accounts is ERC20Permit, IRevShareToken {
    /// @dev slot 0:  held 128 | snapshots 32 | blockNumber 40 | takenAt 40 | tokens 8
    struct State {
        /// Native coins that are booked and not paid out.
        uint128 held;
        /// The number of snapshots, which is the id of the latest.
        uint32 snapshots;
        /// The block of the latest snapshot.
        uint40 blockNumber;
        /// The time of the latest snapshot, or of the deployment.
        uint40 takenAt;
        /// The number of accepted ERC-20s.
        uint8 tokens;
    }

    uint256 private constant BALANCE_BITS = 96;

    State internal _state;
    /// @dev amount 96 | era 32    the era is the first snapshot that counts, or will count, this supply
    uint256 private _supply;

    mapping(address account => AccountWord) private _accounts;
    mapping(address account => mapping(uint256 position => uint256 checkpoint)) private _checkpoints;

    // --- views ---

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20, IERC20) returns (uint256 supply) {
        return uint96(_supply);
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) public view override(ERC20, IERC20) returns (uint256 balance) {
        return _accountOf(account).balance();
    }

    /// @inheritdoc IRevShareToken
    function balanceOfAt(address account, uint256 snapshotId) external view returns (uint256 balance) {
        _checkClosed(snapshotId);
        return _balanceAt(account, _accountOf(account), snapshotId);
    }

    /// @inheritdoc IRevShareToken
    function snapshotCount() external view returns (uint256 count) {
        return _state.snapshots;
    }

    // --- changes ---

    /// @inheritdoc ERC20
    function _update(address from, address to, uint256 amount) internal virtual override {
        // Anyone may move nothing of anybody's: that must leave no checkpoint.
        if (amount != 0) _moveTokens(from, to, amount, _epoch());

        emit Transfer(from, to, amount);
    }

    function _moveTokens(address from, address to, uint256 amount, uint256 epoch) private {
        if (from != address(0)) _debitTokens(from, amount, epoch);
        else _setSupply(amount, epoch);
        if (to != address(0)) _creditTokens(to, amount, epoch);
        else _setSupply(totalSupply() - amount, epoch);
    }

    function _setSupply(uint256 amount, uint256 epoch) private {
        _supply = amount | (epoch << BALANCE_BITS);
    }

    function _debitTokens(address from, uint256 amount, uint256 epoch) private {
        AccountWord account = _accountOf(from);
        if (amount > account.balance()) revert ERC20InsufficientBalance(from, account.balance(), amount);
        _setBalance(from, account, account.balance() - amount, epoch);
    }

    function _creditTokens(address to, uint256 amount, uint256 epoch) private {
        AccountWord account = _accountOf(to);
        _setBalance(to, account, account.balance() + amount, epoch);
    }

    function _setBalance(address owner, AccountWord account, uint256 balance, uint256 epoch) private {
        (uint256 since, uint256 cursor, uint256 count) = (account.since(), account.cursor(), account.checkpoints());
        if (since == 0) {
            (since, cursor) = (epoch, epoch - 1);
        } else if (account.epoch() < epoch) {
            _checkpoints[owner][count++] = ((epoch - 1) << BALANCE_BITS) | account.balance();
        }
        _setAccount(owner, AccountWords.pack(balance, epoch, since, cursor, count, account.isMarked()));
    }

    // --- for the other parts ---

    function _supplyAndEra() internal view returns (uint256 supply, uint256 era) {
        uint256 word = _supply;
        return (uint96(word), word >> BALANCE_BITS);
    }

    function _accountOf(address owner) internal view returns (AccountWord account) {
        return _accounts[owner];
    }

    function _setAccount(address owner, AccountWord account) internal {
        _accounts[owner] = account;
    }

    /// @dev The id of the snapshot that will count what changes now.
    function _epoch() internal view returns (uint256 epoch) {
        unchecked {
            return _closed() + 1;
        }
    }

    /// @dev The latest snapshot whose block has ended; 0 if there is none.
    function _closed() internal view returns (uint256 id) {
        (uint256 latest, uint256 blockNumber) = (_state.snapshots, _state.blockNumber);
        unchecked {
            // A snapshot was taken in this block, so there is one.
            // slither-disable-next-line incorrect-equality
            return blockNumber == block.number ? latest - 1 : latest;
        }
    }

    /// @dev Whether the block of the latest snapshot lasts.
    function _isOpen() internal view returns (bool open) {
        return _state.blockNumber == block.number;
    }

    function _checkExists(uint256 id) internal view {
        uint256 latest = _state.snapshots;
        if (id == 0 || id > latest) revert UnknownSnapshot(id, latest);
    }

    function _checkClosed(uint256 id) internal view {
        _checkExists(id);
        if (id > _closed()) revert SnapshotNotClosed(id, block.number);
    }

    /// @dev The balance that counts for a closed snapshot.
    function _balanceAt(address owner, AccountWord account, uint256 id) internal view returns (uint256 balance) {
        if (id >= account.epoch()) return account.balance();
        if (id < account.since()) return 0;
        (, balance) = _checkpointAt(owner, _firstCheckpoint(owner, account, id));
    }

    /// @dev The position of the first checkpoint that counts for `id` or a later snapshot; the number of them if none does.
    function _firstCheckpoint(address owner, AccountWord account, uint256 id) internal view returns (uint256 position) {
        uint256 high = account.checkpoints();
        if (id >= account.epoch()) return high;
        while (position < high) {
            uint256 middle = Math.average(position, high);
            (uint256 lastId,) = _checkpointAt(owner, middle);
            if (lastId < id) position = middle + 1;
            else high = middle;
        }
    }

    function _checkpointAt(address owner, uint256 position) internal view returns (uint256 lastId, uint256 balance) {
        uint256 checkpoint = _checkpoints[owner][position];
        return (checkpoint >> BALANCE_BITS, uint96(checkpoint));
    }
}

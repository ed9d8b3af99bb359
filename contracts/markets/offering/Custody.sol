// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelOffering} from "../../interfaces/IModelOffering.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {SaleLib} from "../../libraries/SaleLib.sol";
import {Proceeds} from "./Proceeds.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Custody: the tokens of creator and treasury, and the revenue that tokens draw while they are here
/// @dev As long as a tranche can be vetoed, none of these tokens leave, so that all that circulates was sold.
abstract contract Custody is Proceeds {
    // Books are exact: nothing is exactly 0 in them, whatever anyone sends here. The equalities are meant.
    // slither-disable-start incorrect-equality

    using SafeTransferLib for address;

    /// @dev | taken 96 | treasuryServed 8 | closed 8 |
    struct Safe {
        /// What the creator has of its tokens, or has forfeited.
        uint96 taken;
        /// Whether the treasury has its tokens, or has forfeited them; the dust comes later.
        bool treasuryServed;
        bool closed;
    }

    /// @dev | counted 96 | all 96 | vetoedAt 64 |
    struct Locks {
        /// Tokens locked against the tranche `Purse.counted`.
        uint96 counted;
        /// All locked tokens that are still here, of tranches before as well.
        uint96 all;
        /// When the veto succeeded.
        uint64 vetoedAt;
    }

    Safe internal _safe;
    Locks internal _locks;

    /// @dev The token pays revenue and redemptions here; `recycle` sends them on.
    receive() external payable {
        if (msg.sender != TOKEN) revert UnexpectedCoins(msg.sender);
    }

    /// @inheritdoc IModelOffering
    function close() external nonReentrant {
        _checkEnded();
        if (_safe.closed) revert AlreadyClosed();
        uint256 amount = _dueToTreasury();

        _safe.closed = true;

        emit OfferingClosed(_till.raised(), _hasSucceeded());

        if (amount != 0) _serveTreasury(amount);
    }

    /// @inheritdoc IModelOffering
    function releaseTreasury() external nonReentrant returns (uint256 amount) {
        amount = _dueToTreasury();
        if (amount == 0) revert NothingToRelease();

        _serveTreasury(amount);
    }

    /// @inheritdoc IModelOffering
    function releaseVested() external nonReentrant returns (uint256 amount) {
        amount = releasableVested();
        if (amount == 0) revert NothingToRelease();

        _safe.taken += uint96(amount);

        emit TokensReleased(CREATOR, amount);

        TOKEN.safeTransfer(CREATOR, amount);
    }

    /// @inheritdoc IModelOffering
    function recycle(address[] calldata assets) external nonReentrant {
        IRevShareToken(TOKEN).claimAll(assets);
        for (uint256 i; i < assets.length; ++i) {
            _recycle(assets[i]);
        }
    }

    /// @inheritdoc IModelOffering
    function releasableVested() public view returns (uint256 amount) {
        // The cliff is after the last tranche, so who has not been vetoed by then never will be.
        if (block.timestamp < VESTING_CLIFF || !_hasSucceeded() || _purse.vetoed != 0) return 0;
        return SaleLib.vestedDown(CREATOR_SUPPLY, END, VESTING_END, block.timestamp) - _safe.taken;
    }

    /// @inheritdoc IModelOffering
    function releasableTreasury() external view returns (uint256 amount) {
        return _dueToTreasury();
    }

    /// @inheritdoc IModelOffering
    function circulating() public view returns (uint256) {
        return IERC20(TOKEN).totalSupply() - _inCustody();
    }

    function _serveTreasury(uint256 amount) private {
        _safe.treasuryServed = true;

        emit TokensReleased(TREASURY, amount);

        TOKEN.safeTransfer(TREASURY, amount);
    }

    function _dueToTreasury() private view returns (uint256 amount) {
        if (!_hasEnded()) return 0;
        if (!_hasSucceeded()) return IERC20(TOKEN).balanceOf(address(this));
        if (_purse.vetoed != 0 || _dueTranches() < TRANCHES) return 0;
        return _inCustody() - (CREATOR_SUPPLY - _safe.taken);
    }

    /// @dev The tokens here that were neither sold nor locked. Once nothing waits to be collected, all others are: with them
    /// what rounding left over, and what was sent here by mistake.
    function _inCustody() internal view returns (uint256 amount) {
        if (_till.depositors() == 0) return IERC20(TOKEN).balanceOf(address(this)) - _locks.all;
        amount = CREATOR_SUPPLY - _safe.taken;
        if (!_safe.treasuryServed) {
            amount += TREASURY_SUPPLY + SALE_SUPPLY - SaleLib.soldDown(SALE_SUPPLY, _till.raised(), TARGET);
        }
    }

    /// @dev Everything beyond the books is revenue, wherever it comes from: others may trigger claims for this contract too.
    function _recycle(address asset) private {
        if (asset == TOKEN) revert NotRevenue(asset);
        uint256 balance = asset == NATIVE ? address(this).balance : IERC20(asset).balanceOf(address(this));
        uint256 booked = asset == PAYMENT ? _till.held() : 0;
        if (balance <= booked) return;
        uint256 amount = balance - booked;
        address to = _isTaken(asset) ? TOKEN : TREASURY;

        emit RevenueRecycled(asset, amount, to);

        _pay(asset, to, amount);
    }

    /// @dev Whether the token splits what it receives of an asset: not when nobody holds it, or the asset is no revenue (any more).
    function _isTaken(address asset) private view returns (bool) {
        if (IERC20(TOKEN).totalSupply() == 0) return false;
        if (asset == NATIVE) return true;
        address[] memory taken = IRevShareToken(TOKEN).revenueTokens();
        for (uint256 i; i < taken.length; ++i) {
            if (taken[i] == asset) return true;
        }
        return false;
    }

    // slither-disable-end incorrect-equality
}

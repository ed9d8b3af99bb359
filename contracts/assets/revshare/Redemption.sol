// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "../../interfaces/IERC7641.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {SplitLib} from "../../libraries/SplitLib.sol";
import {Claims} from "./Claims.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Redemption: tokens are burnt for their part of everything that is not yet split among holders
/// @dev A burn takes the burner's part of the redemption pool at once, and its part of what waits for the next snapshot, or
/// of what the latest one splits while its block lasts, as a slice. Who burns the last tokens takes all of it at once.
abstract contract Redemption is Claims {
    using SafeTransferLib for address;

    // --- burns ---

    /// @inheritdoc IERC7641
    function burn(uint256 amount) external nonReentrant {
        _redeem(msg.sender, amount, _accepted());
    }

    /// @inheritdoc IRevShareToken
    function burnFrom(address account, uint256 amount) external nonReentrant {
        _spendAllowance(account, msg.sender, amount);

        _redeem(account, amount, _accepted());
    }

    /// @inheritdoc IRevShareToken
    function redeem(uint256 amount, address[] calldata assets) external nonReentrant {
        // While a burn has to recut the latest snapshot, it has to do so in every asset.
        if (_isOpen()) revert SnapshotNotClosed(_state.snapshots, block.number);
        for (uint256 i = 1; i < assets.length; ++i) {
            if (assets[i] <= assets[i - 1]) revert AssetsNotAscending(assets[i - 1], assets[i]);
        }

        _redeem(msg.sender, amount, assets);
    }

    function _redeem(address account, uint256 amount, address[] memory assets) private {
        uint256 supply = _supply.amount;
        bool isOpen = _isOpen();
        uint256[] memory amounts = new uint256[](assets.length);
        _burn(account, amount);
        if (amount == 0) return;
        for (uint256 i; i < assets.length; ++i) {
            uint256 left = isOpen ? _recut(account, assets[i], amount, supply) : 0;
            amounts[i] = amount == supply ? _takeAll(assets[i], left) : _takePart(account, assets[i], amount, supply);
            if (amounts[i] != 0 || i == 0) emit Redeemed(account, amount, assets[i], amounts[i]);
        }
        if (isOpen) _resupply(supply - amount);

        _payRedemption(account, assets, amounts);
    }

    /// @dev Takes the part of `amount` of `supply` tokens off the pools of one asset, the whole units of it.
    function _takePart(address account, address asset, uint256 amount, uint256 supply) private returns (uint256 paid) {
        (uint256 redemption, uint256 unsplit,) = _book(asset);
        uint256 slice = unsplit == 0 ? 0 : SplitLib.amountDown(unsplit, amount, supply);
        paid = SplitLib.amountDown(redemption, amount, supply);
        _setPools(asset, redemption - paid * SplitLib.PARTS, unsplit - slice * SplitLib.PARTS);
        if (slice != 0) _addSlice(account, asset, uint256(_state.snapshots) + 1, slice);
    }

    /// @dev Takes everything that belongs to nobody else, in whole units.
    function _takeAll(address asset, uint256 left) private returns (uint256 amount) {
        (uint256 redemption, uint256 unsplit,) = _book(asset);
        uint256 parts = left + redemption + unsplit;
        _setPools(asset, parts % SplitLib.PARTS, 0);
        return parts / SplitLib.PARTS;
    }

    // --- the latest snapshot, in its own block ---

    /// @dev Takes the burner's part out of what the latest snapshot splits, and splits the rest among the tokens left.
    /// @return left What there are no tokens left for, in parts.
    function _recut(address account, address asset, uint256 amount, uint256 supply) private returns (uint256 left) {
        uint256 id = _state.snapshots;
        uint256 parts = _splitOf(asset, id);
        if (amount == supply) {
            left = parts;
            _split(asset, id, 0, 0);
        } else {
            uint256 slice = SplitLib.amountDown(parts, amount, supply);
            if (slice != 0) _addSlice(account, asset, id, slice);
            _split(asset, id, parts - slice * SplitLib.PARTS, supply - amount);
        }
    }

    function _resupply(uint256 supply) private {
        uint32 id = _state.snapshots;
        Record storage record = _records[id];
        (record.supply, record.era) = (uint96(supply), id);
    }

    /// @dev Whether the block of the latest snapshot lasts.
    function _isOpen() private view returns (bool open) {
        return _state.snapshots != _closed();
    }

    // --- without tokens ---

    /// @inheritdoc IRevShareToken
    function settleZeroSupply(address to) external nonReentrant onlyGovernor {
        if (to == address(0)) revert InvalidReceiver(to);
        if (_supply.amount != 0) revert SupplyNotZero(_supply.amount);
        address[] memory assets = _accepted();
        for (uint256 i; i < assets.length; ++i) {
            _settleZeroSupply(assets[i], to, _takeAll(assets[i], 0));
        }
    }

    function _settleZeroSupply(address asset, address to, uint256 amount) private {
        if (amount == 0) return;
        _setHeld(asset, _held(asset) - amount);

        emit ZeroSupplySettled(asset, to, amount);

        if (asset == NATIVE) to.safeTransferETH(amount);
        else asset.safeTransfer(to, amount);
    }

    // --- views ---

    /// @inheritdoc IERC7641
    function redeemableOnBurn(uint256 amount) external view returns (uint256 redeemable) {
        return _redeemable(NATIVE, amount);
    }

    /// @inheritdoc IERC7641AltRevToken
    function redeemableERC20OnBurn(uint256 amount, address token) external view returns (uint256 redeemable) {
        return _redeemable(token, amount);
    }

    function _redeemable(address asset, uint256 amount) private view returns (uint256 redeemable) {
        uint256 supply = _supply.amount;
        if (amount > supply) revert ExceedsSupply(amount, supply);
        if (amount == 0) return 0;
        (uint256 redemption, uint256 unsplit,) = _bookedPools(asset);
        if (amount != supply) return SplitLib.amountDown(redemption, amount, supply);
        uint256 left = _isOpen() ? _splitOf(asset, _state.snapshots) : 0;
        return (left + redemption + unsplit) / SplitLib.PARTS;
    }
}

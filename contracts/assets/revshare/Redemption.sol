// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641, IERC7641AltRevToken} from "../../interfaces/IERC7641.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {Payments} from "../../libraries/Payments.sol";
import {SplitLib} from "../../libraries/SplitLib.sol";
import {Claims} from "./Claims.sol";

/// @title Redemption: tokens are burnt for their part of everything that is not yet split among holders
/// @dev A burn takes the burner's part of the redemption pool at once, and its part of what waits for the next snapshot, or
/// of what the latest one splits while its block lasts, as a slice. Who burns the last tokens takes all of it at once.
abstract contract Redemption is Claims {
    // --- burns ---

    /// @inheritdoc IERC7641
    function burn(uint256 amount) external nonReentrant {
        _redeem(msg.sender, amount, _none(), _assetCount());
    }

    /// @inheritdoc IRevShareToken
    function burnFrom(address account, uint256 amount) external nonReentrant {
        _spendAllowance(account, msg.sender, amount);

        _redeem(account, amount, _none(), _assetCount());
    }

    /// @inheritdoc IRevShareToken
    function redeem(uint256 amount, address[] calldata assets) external nonReentrant {
        // While a burn has to recut the latest snapshot, it has to do so in every asset.
        if (_isOpen()) revert SnapshotNotClosed(_state.snapshots, block.number);
        for (uint256 i = 1; i < assets.length; ++i) {
            if (assets[i] <= assets[i - 1]) revert AssetsNotAscending(assets[i - 1], assets[i]);
        }

        _redeem(msg.sender, amount, assets, assets.length);
    }

    /// @param assets What is paid; if there are none, every accepted one.
    /// @param count How many they are.
    function _redeem(address account, uint256 amount, address[] memory assets, uint256 count) private {
        uint256 supply = _supply.amount;
        bool isOpen = _isOpen();
        _update(account, address(0), amount);
        if (amount == 0) return;
        uint256[] memory amounts = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            address asset = _pick(assets, i);
            uint256 left = isOpen ? _recut(account, asset, amount, supply) : 0;
            uint256 paid = amount == supply ? _takeAll(asset, left) : _takePart(account, asset, amount, supply);
            amounts[i] = paid;
            if (paid != 0 || i == 0) emit Redeemed(account, amount, asset, paid);
        }
        if (isOpen) _resupply(supply - amount);

        // Every pool is settled before anything is paid, so that no quote is wrong in the middle of it.
        for (uint256 i; i < count; ++i) {
            if (amounts[i] != 0) _pay(account, account, _pick(assets, i), amounts[i], _gasFor(count));
        }
    }

    function _pick(address[] memory assets, uint256 place) private view returns (address asset) {
        return assets.length == 0 ? _assetAt(place) : assets[place];
    }

    function _none() private pure returns (address[] memory assets) {}

    /// @dev Takes the part of `amount` of `supply` tokens off the pools of one asset, the whole units of it.
    function _takePart(address account, address asset, uint256 amount, uint256 supply) private returns (uint256 paid) {
        (uint256 redemption, uint256 unsplit,) = _book(asset);
        uint256 slice = unsplit == 0 ? 0 : SplitLib.amountDown(unsplit, amount, supply);
        paid = SplitLib.amountDown(redemption, amount, supply);
        unchecked {
            // Both are parts of the whole, rounded down.
            _setPools(asset, redemption - paid * SplitLib.PARTS, unsplit - slice * SplitLib.PARTS);
        }
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

    // --- without tokens ---

    /// @inheritdoc IRevShareToken
    function settleZeroSupply(address to) external nonReentrant onlyGovernor {
        if (to == address(0)) revert InvalidReceiver(to);
        if (_supply.amount != 0) revert SupplyNotZero(_supply.amount);
        uint256 count = _assetCount();
        for (uint256 i; i < count; ++i) {
            address asset = _assetAt(i);
            _settleZeroSupply(asset, to, _takeAll(asset, 0));
        }
    }

    /// @dev What does not go out, of a token that fails, waits for another time.
    function _settleZeroSupply(address asset, address to, uint256 amount) private {
        if (amount == 0) return;
        uint256 held = _held(asset);
        _setHeld(asset, held - amount);
        if (Payments.send(asset, to, amount, gasleft())) {
            emit ZeroSupplySettled(asset, to, amount);
        } else {
            (uint256 redemption, uint256 unsplit) = _poolsOf(asset);
            _setPools(asset, redemption + amount * SplitLib.PARTS, unsplit);
            _setHeld(asset, held);
        }
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

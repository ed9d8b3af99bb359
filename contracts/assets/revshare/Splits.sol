// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC7641} from "../../interfaces/IERC7641.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {SplitLib} from "../../libraries/SplitLib.sol";
import {Assets} from "./Assets.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Splits: what each snapshot divides, among how many tokens
/// @dev The index of an asset at a snapshot answers any range of snapshots with two reads. Inside an *era*, a run of
/// snapshots with one supply, it gives back the exact parts that were split.
abstract contract Splits is Assets {
    /// @dev slot 0:  supply 96 | era 32 | split 128
    struct Record {
        uint96 supply;
        /// The first snapshot since when the supply is the same.
        uint32 era;
        /// What is split in the native coin, in parts.
        uint128 split;
    }

    uint256 private immutable MIN_INTERVAL;

    mapping(uint256 snapshotId => Record) internal _records;
    mapping(address asset => mapping(uint256 snapshotId => uint256 index)) private _indexes;

    constructor(uint256 minInterval_) {
        MIN_INTERVAL = minInterval_;
        _state.takenAt = uint40(block.timestamp);
    }

    // --- snapshots ---

    /// @inheritdoc IERC7641
    function snapshot() external nonReentrant returns (uint256 snapshotId) {
        Supply memory supply = _supply;
        if (supply.amount == 0) revert ZeroSupply();
        _checkTime();
        snapshotId = uint256(_state.snapshots) + 1;

        _records[snapshotId] = Record(supply.amount, supply.era, 0);
        uint256 count = _assetCount();
        for (uint256 i; i < count; ++i) {
            address asset = _assetAt(i);
            _split(asset, snapshotId, _takeUnsplit(asset), supply.amount);
        }
        _state.snapshots = uint32(snapshotId);
        _state.blockNumber = uint40(block.number);
        _state.takenAt = uint40(block.timestamp);

        emit SnapshotTaken(snapshotId, supply.amount);
    }

    /// @inheritdoc IRevShareToken
    function snapshotOf(uint256 snapshotId, address asset) external view returns (uint256 supply, uint256 split) {
        _checkExists(snapshotId);
        return (_records[snapshotId].supply, _splitOf(asset, snapshotId));
    }

    /// @inheritdoc IRevShareToken
    function nextSnapshotAt() public view returns (uint256 timestamp) {
        return _state.takenAt + MIN_INTERVAL;
    }

    /// @inheritdoc IRevShareToken
    function minInterval() external view returns (uint256 interval) {
        return MIN_INTERVAL;
    }

    /// @dev One snapshot in a block, whatever the interval: two would share their epoch's end.
    function _checkTime() private view {
        uint256 earliest = nextSnapshotAt();
        if (block.timestamp < earliest) revert SnapshotTooEarly(earliest, block.timestamp);
        if (_isOpen()) revert SnapshotNotClosed(_state.snapshots, block.number);
    }

    function _takeUnsplit(address asset) private returns (uint256 parts) {
        (uint256 redemption, uint256 unsplit, uint256 booked) = _book(asset);
        if (unsplit != 0 || booked != 0) _setPools(asset, redemption, 0);
        return unsplit;
    }

    /// @dev Makes a snapshot split `parts` of an asset among `supply` tokens; 0 tokens go with 0 parts. What the index cannot
    /// hold, of assets with absurd amounts, waits for the next snapshot.
    function _split(address asset, uint256 id, uint256 parts, uint256 supply) internal {
        uint256 index = _indexAt(asset, id - 1);
        uint256 growth;
        if (parts != 0) {
            uint256 fitting = SplitLib.partsThatFit(type(uint256).max - index, supply);
            if (parts > fitting) {
                _putBack(asset, parts - fitting);
                parts = fitting;
            }
            growth = SplitLib.growthUp(parts, supply);
        }
        _indexes[asset][id] = index + growth;
        if (asset == NATIVE) _records[id].split = uint128(parts);
    }

    function _putBack(address asset, uint256 parts) private {
        (uint256 redemption, uint256 unsplit) = _poolsOf(asset);
        uint256 room = type(uint128).max - redemption - unsplit;
        _setPools(asset, redemption, unsplit + Math.min(parts, room));
    }

    // --- for the other parts ---

    /// @dev What a snapshot splits in an asset, in parts.
    function _splitOf(address asset, uint256 id) internal view returns (uint256 parts) {
        Record storage record = _records[id];
        if (asset == NATIVE) return record.split;
        return SplitLib.partsOf(_indexAt(asset, id) - _indexAt(asset, id - 1), record.supply);
    }

    /// @dev What `balance` tokens get of one snapshot.
    function _amountAt(address asset, uint256 id, uint256 balance) internal view returns (uint256 amount) {
        if (balance == 0) return 0;
        return SplitLib.amountDown(_splitOf(asset, id), balance, _records[id].supply);
    }

    /// @dev What `balance` tokens get of the snapshots after `start` up to `end`: the floor of the exact sum; only across eras,
    /// and only where `SplitLib.amountOfGrowth` cannot tell, one more at most. It is never below the sum of the amounts of
    /// each.
    function _amountBetween(address asset, uint256 start, uint256 end, uint256 balance)
        internal
        view
        returns (uint256 amount)
    {
        if (balance == 0 || start == end) return 0;
        uint256 growth = _indexAt(asset, end) - _indexAt(asset, start);
        bool isExact;
        (amount, isExact) = SplitLib.amountOfGrowth(growth, end - start, balance);
        if (isExact) return amount;

        (uint256 supply, uint256 era) = (_records[end].supply, _records[end].era);
        if (era <= start + 1) amount = SplitLib.amountDown(SplitLib.partsOf(growth, supply), balance, supply);
    }

    /// @dev Whether the snapshots after `start` up to `end` split nothing.
    function _isIdle(address asset, uint256 start, uint256 end) internal view returns (bool idle) {
        return _indexAt(asset, start) == _indexAt(asset, end);
    }

    function _indexAt(address asset, uint256 id) private view returns (uint256 index) {
        return _indexes[asset][_splitUpTo(asset, id)];
    }
}

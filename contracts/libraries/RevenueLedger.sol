// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevenueLib} from "./RevenueLib.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title What one class has earned in one asset
/// @notice An index of revenue per share with its past, as sparse as the membership allows: as long as no share joins or
/// leaves between two settlements, the second one overwrites the point of the first.
/// @dev A point says: at this moment of the class's clock, the index was this. The clock (see `Clock`) orders mints and
/// settlements inside a second and is a time at once, so one sorted list answers both "from where does a token earn" (by
/// its mint) and "up to where did it" (by its expiry). The newest point has a place of its own, since most claims need no other.
///
///     newest:  hasPast 1 | isPaired 1 | moment 62 | index 192
///     point:   moment 62 | index 192
library RevenueLedger {
    uint256 private constant INDEX_BITS = 192;
    uint256 private constant MAX_INDEX = type(uint192).max;
    uint256 private constant MAX_MOMENT = (1 << 62) - 1;
    /// @dev Points older than the newest one exist.
    uint256 private constant HAS_PAST = 1 << 255;
    /// @dev See `ClaimRecords`.
    uint256 private constant IS_PAIRED = 1 << 254;

    struct Ledger {
        uint256 newest;
        /// @dev How many points are older than the newest one.
        uint64 past;
        /// @dev Undivided revenue, in 1/2**64 of the smallest unit.
        uint64 carried;
        /// @dev The share that had expired at the newest point.
        uint64 expiredShare;
        mapping(uint256 position => uint256 point) points;
    }

    /// @notice Divides revenue among the living share.
    /// @param amount Revenue in the smallest unit of the asset.
    /// @param living The share alive, not 0.
    /// @param expired The share of the class that has expired.
    /// @param joined The moment of the class's last mint.
    /// @param moment Now; not before `joined`.
    /// @return done False, and nothing changed, if the amount is more than the index can hold.
    function settle(
        Ledger storage ledger,
        uint256 amount,
        uint256 living,
        uint256 expired,
        uint256 joined,
        uint256 moment
    ) internal returns (bool done) {
        if (amount > RevenueLib.MAX_AMOUNT) return false;
        uint256 newest = ledger.newest;
        (uint256 growth, uint256 remainder) = RevenueLib.growthDown(amount, ledger.carried, living);
        if (growth > MAX_INDEX - index(newest)) return false;

        uint256 flags = newest & (HAS_PAST | IS_PAIRED);
        bool sameMembers = joined <= _moment(newest) && expired == ledger.expiredShare;
        if (!sameMembers && index(newest) != 0) {
            ledger.points[ledger.past++] = newest ^ flags;
            flags |= HAS_PAST;
        }
        ledger.carried = uint64(remainder);
        ledger.expiredShare = uint64(expired);
        ledger.newest = flags | (moment << INDEX_BITS) | (index(newest) + growth);
        return true;
    }

    /// @notice Marks the asset as one of the two of its class that share a slot in claim records; before its first settlement.
    function pair(Ledger storage ledger) internal {
        ledger.newest = IS_PAIRED;
    }

    function isPaired(uint256 newest) internal pure returns (bool paired) {
        return newest & IS_PAIRED != 0;
    }

    /// @notice The index at a point. It is 0 before the first settlement only: the smallest amount makes it grow by something.
    function index(uint256 point) internal pure returns (uint256 value) {
        return point & MAX_INDEX;
    }

    /// @notice How many points are older than a moment.
    /// @param newest The newest point of the ledger, which the caller has read.
    /// @dev What is counted for a mint stays true: a mint ends the newest point, and older ones never change.
    function pointsBefore(Ledger storage ledger, uint256 newest, uint256 moment) internal view returns (uint256 count) {
        if (newest & HAS_PAST == 0) return index(newest) != 0 && _moment(newest) < moment ? 1 : 0;
        uint256 high = ledger.past;
        if (_moment(newest) < moment) return high + 1;
        while (count < high) {
            uint256 middle = Math.average(count, high);
            if (_moment(ledger.points[middle]) < moment) count = middle + 1;
            else high = middle;
        }
    }

    /// @notice The index as the oldest `count` points leave it.
    function indexAfter(Ledger storage ledger, uint256 count) internal view returns (uint256 value) {
        if (count == 0) return 0;
        uint256 point = ledger.points[count - 1];
        return index(point == 0 ? ledger.newest : point);
    }

    function _moment(uint256 point) private pure returns (uint256 moment) {
        return (point >> INDEX_BITS) & MAX_MOMENT;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevenueLib} from "./RevenueLib.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title What one class has earned in one asset
/// @notice An index of revenue per share with its past, as sparse as the membership allows: as long as no share joins or
/// leaves between two settlements, the second one overwrites the point of the first.
/// @dev A point says: at this moment of the class's clock, the index was this. The clock (see `Clock`) orders mints and
/// settlements inside a second and is a time at once, so one sorted list answers both "from where does a token earn" (by
/// its mint) and "up to where did it" (by its expiry).
///
///     point:   moment 64 | index 192
library RevenueLedger {
    uint256 private constant INDEX_BITS = 192;
    uint256 private constant MAX_INDEX = type(uint192).max;

    struct Ledger {
        uint64 count;
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
        uint256 count = ledger.count;
        uint256 newest = count == 0 ? 0 : ledger.points[count - 1];
        (uint256 growth, uint256 remainder) = RevenueLib.growthDown(amount, ledger.carried, living);
        if (growth > MAX_INDEX - _index(newest)) return false;

        bool sameMembers = count != 0 && joined <= _moment(newest) && expired == ledger.expiredShare;
        if (!sameMembers) ledger.count = uint64(++count);
        ledger.carried = uint64(remainder);
        ledger.expiredShare = uint64(expired);
        ledger.points[count - 1] = (moment << INDEX_BITS) | (_index(newest) + growth);
        return true;
    }

    /// @notice The index now.
    function latest(Ledger storage ledger) internal view returns (uint256 index) {
        uint256 count = ledger.count;
        return count == 0 ? 0 : _index(ledger.points[count - 1]);
    }

    /// @notice The index as it stood before a moment: after every settlement that is older.
    function indexBefore(Ledger storage ledger, uint256 moment) internal view returns (uint256 index) {
        uint256 low;
        uint256 high = ledger.count;
        while (low < high) {
            uint256 middle = Math.average(low, high);
            if (_moment(ledger.points[middle]) < moment) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : _index(ledger.points[low - 1]);
    }

    function _moment(uint256 point) private pure returns (uint256 moment) {
        return point >> INDEX_BITS;
    }

    function _index(uint256 point) private pure returns (uint256 index) {
        return point & MAX_INDEX;
    }
}

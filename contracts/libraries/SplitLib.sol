// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title The arithmetic of a RevShareToken: the only place that divides its money
/// @dev Revenue is kept as *parts*, 1/10000 of a smallest unit: `bps * amount` is exact, so nothing is rounded before it is
/// paid. An *index* is the sum over snapshots of `parts * 2**128 / supply`, each term rounded up. Balances and supplies are
/// below 2**96, ids below 2**32. Directions are in the names.
library SplitLib {
    /// @dev Parts in one smallest unit, and basis points in the whole.
    uint256 internal constant PARTS = 10_000;

    /// @notice What one smallest unit of tokens gets of `parts`, times 2**128, rounded up.
    /// @param parts Below 2**128.
    function growthUp(uint256 parts, uint256 supply) internal pure returns (uint256 growth) {
        return ((parts << 128) + supply - 1) / supply;
    }

    /// @notice The most parts whose `growthUp` is at most `room`.
    function partsThatFit(uint256 room, uint256 supply) internal pure returns (uint256 parts) {
        return Math.mulShr(room, supply, 128);
    }

    /// @notice The parts that made an index grow while the supply was `supply`, exactly.
    /// @dev Every term was rounded up by less than 1, so the product is above the true one by less than
    /// `terms * supply < 2**32 * 2**96 = 2**128`: the division drops just that.
    function partsOf(uint256 growth, uint256 supply) internal pure returns (uint256 parts) {
        return Math.mulShr(growth, supply, 128);
    }

    /// @notice What `balance` of `supply` tokens gets of `parts`, in smallest units, rounded down once.
    function amountDown(uint256 parts, uint256 balance, uint256 supply) internal pure returns (uint256 amount) {
        unchecked {
            return Math.mulDiv(parts, balance, supply * PARTS);
        }
    }

    /// @notice What `balance` tokens get of an index's growth, in smallest units: never below the sum of what they get of each
    /// term.
    /// @dev The growth is above the exact one by less than its number of terms, so the product is above the exact one by
    /// less than `balance * terms < 2**128`, which is one part. That decides something only if the parts are just a whole number of
    /// units: then the amount may be the floor of the exact sum and one. Before it is rounded down it is above the exact sum
    /// by less than `balance * terms / (2**128 * 10000)`, over all holders and snapshots by less than one part; and whole
    /// units cannot exceed a whole number of parts by less than one, so what is paid stays within what was split.
    /// @return amount The floor of the exact sum, or one more.
    /// @return isExact Whether it is certain to be the floor.
    function amountOfGrowth(uint256 growth, uint256 balance) internal pure returns (uint256 amount, bool isExact) {
        uint256 parts = Math.mulShr(growth, balance, 128);
        amount = parts / PARTS;
        isExact = parts % PARTS != 0 || parts == 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title The arithmetic of revenue and of prices: where money is divided
/// @dev An index counts revenue per unit of share, in 1/2**64 of the asset's smallest unit. A total share is below 2**64,
/// so the remainder of a division is worth less than one smallest unit. Directions are in the names.
library RevenueLib {
    /// @dev Fraction bits of an index.
    uint256 internal constant FRACTION = 64;
    /// @dev Amounts up to this can be scaled without overflow: 2**192 - 1.
    uint256 internal constant MAX_AMOUNT = type(uint256).max >> FRACTION;
    uint256 internal constant BPS = 10_000;

    /// @notice Divides revenue among shares.
    /// @param amount Revenue, at most `MAX_AMOUNT`.
    /// @param carried Remainder of the division before, below 2**64.
    /// @param totalShare The shares alive, 1 to 2**64 - 1.
    /// @return growth What one unit of share earns, rounded down.
    /// @return remainder What the rounding left over, to be carried on: `growth * totalShare + remainder` is exactly what came in.
    function growthDown(uint256 amount, uint256 carried, uint256 totalShare)
        internal
        pure
        returns (uint256 growth, uint256 remainder)
    {
        uint256 scaled = (amount << FRACTION) + carried;
        growth = scaled / totalShare;
        remainder = scaled % totalShare;
    }

    /// @notice What a share earns while the index grows by `growth`, rounded down.
    function amountDown(uint256 share, uint256 growth) internal pure returns (uint256 amount) {
        return (share * growth) >> FRACTION;
    }

    /// @notice What a quantity costs at a price for `unit` of it, rounded up: nothing is given away. `unit` is not 0.
    function costUp(uint256 price, uint256 quantity, uint256 unit) internal pure returns (uint256 cost) {
        return Math.mulDiv(price, quantity, unit, Math.Rounding.Ceil);
    }

    /// @notice `bps` basis points of an amount of any size, rounded down; `bps` is at most 10,000.
    function bpsDown(uint256 amount, uint256 bps) internal pure returns (uint256 part) {
        return Math.mulDiv(amount, bps, BPS);
    }
}

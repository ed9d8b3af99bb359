// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevenueLib} from "./RevenueLib.sol";

/// @title The arithmetic of a sale: every division that an offering makes, but for basis points rounded down (`RevenueLib`)
/// @dev Money is below 2**112, tokens are below 2**96 and times below 2**64, so no product here overflows: the largest is
/// money times money. Directions are in the names.
library SaleLib {
    /// @notice What of a deposit goes back when more than the target was raised, rounded down: the sum of these never exceeds
    /// `raised - target`.
    function refundDown(uint256 deposit, uint256 raised, uint256 target) internal pure returns (uint256 refund) {
        return raised > target ? deposit * (raised - target) / raised : 0;
    }

    /// @notice The tokens that a deposit becomes, rounded down: the sum of these never exceeds `soldDown`.
    function tokensDown(uint256 deposit, uint256 supply, uint256 raised, uint256 target)
        internal
        pure
        returns (uint256 tokens)
    {
        return supply * deposit / (raised > target ? raised : target);
    }

    /// @notice The tokens that all deposits together become.
    function soldDown(uint256 supply, uint256 raised, uint256 target) internal pure returns (uint256 sold) {
        return raised < target ? supply * raised / target : supply;
    }

    /// @notice The least number that is `bps` basis points of an amount or more.
    function bpsUp(uint256 amount, uint256 bps) internal pure returns (uint256 part) {
        return (amount * bps + RevenueLib.BPS - 1) / RevenueLib.BPS;
    }

    /// @notice What `part` of `whole` has of an amount; `whole` is not 0.
    function partDown(uint256 amount, uint256 part, uint256 whole) internal pure returns (uint256 share) {
        return amount * part / whole;
    }

    /// @notice What is vested of an amount that vests evenly between two times; all of it from the end on.
    function vestedDown(uint256 amount, uint256 start, uint256 end, uint256 time)
        internal
        pure
        returns (uint256 vested)
    {
        return time < end ? amount * (time - start) / (end - start) : amount;
    }
}

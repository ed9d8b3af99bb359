// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevenueLib} from "../../../contracts/libraries/RevenueLib.sol";

/// @title The arithmetic of revenue, for every number at once: what halmos proves
/// @dev Plain `assert`s, which halmos reads; forge runs nothing here, for no name begins with "test". What needs a product
/// with a symbolic quotient (`growth * totalShare + remainder` is what came in) is out of reach of its solvers even for 8-bit
/// numbers, and held by fuzzing.
contract RevenueLibProofs {
    uint256 private constant ONE = 1 << 64;

    /// The remainder is less than the share it was divided by, so what is carried on is worth less than one unit.
    function check_GrowthDown_LeavesLessThanTheShare(uint256 amount, uint64 carried, uint64 totalShare) public pure {
        if (amount > RevenueLib.MAX_AMOUNT || totalShare == 0) return;

        (, uint256 remainder) = RevenueLib.growthDown(amount, carried, totalShare);

        assert(remainder < totalShare);
    }

    /// Up to the largest amount nothing overflows when it is scaled.
    function check_GrowthDown_NeverReverts(uint256 amount, uint64 carried, uint64 totalShare) public view {
        if (amount > RevenueLib.MAX_AMOUNT || totalShare == 0) return;

        try this.growthDown(amount, carried, totalShare) {}
        catch {
            assert(false);
        }
    }

    /// What a share earns is the floor of its exact part.
    function check_AmountDown_IsTheFloorOfTheExactPart(uint192 growth, uint32 share) public pure {
        uint256 amount = RevenueLib.amountDown(share, growth);

        uint256 exact = uint256(share) * growth;
        assert(amount * ONE <= exact);
        assert(exact - amount * ONE < ONE);
    }

    /// Whoever waits earns no less: what a share has earned only grows with the index.
    function check_AmountDown_GrowsWithTheIndex(uint184 before, uint184 more, uint32 share) public pure {
        uint256 earlier = RevenueLib.amountDown(share, before);

        assert(RevenueLib.amountDown(share, uint256(before) + more) >= earlier);
    }

    /// Two shares apart never earn more than their sum would.
    function check_AmountDown_PartsAreAtMostTheWhole(uint96 growth, uint8 first, uint8 second) public pure {
        uint256 together = RevenueLib.amountDown(uint256(first) + second, growth);

        assert(RevenueLib.amountDown(first, growth) + RevenueLib.amountDown(second, growth) <= together);
    }

    /// Five per cent of an amount are never more than the amount.
    function check_BpsDown_IsAtMostTheAmount(uint128 amount) public pure {
        assert(RevenueLib.bpsDown(amount, 500) <= amount);
    }

    /// @dev The library behind a call, so that a revert can be seen.
    function growthDown(uint256 amount, uint256 carried, uint256 totalShare)
        external
        pure
        returns (uint256 growth, uint256 remainder)
    {
        return RevenueLib.growthDown(amount, carried, totalShare);
    }
}

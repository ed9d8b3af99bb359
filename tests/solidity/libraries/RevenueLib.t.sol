// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevenueLib} from "../../../contracts/libraries/RevenueLib.sol";
import {Test} from "../Test.sol";

/// @title The arithmetic of revenue, on random numbers
contract RevenueLibTest is Test {
    uint256 private constant ONE = 1 << 64;

    /// Nothing is lost by a division: what the shares earn and what is carried on is exactly what came in.
    function testFuzz_GrowthDown_LosesNothing(uint256 amount, uint64 carried, uint64 totalShare) public pure {
        amount = bound(amount, 0, RevenueLib.MAX_AMOUNT);
        vm.assume(totalShare != 0);

        (uint256 growth, uint256 remainder) = RevenueLib.growthDown(amount, carried, totalShare);

        uint256 scaled = amount * ONE + carried;
        vm.assertLt(remainder, totalShare);
        vm.assertEq(scaled - remainder, growth * totalShare);
    }

    /// A share never earns more than its exact part, and less than one unit less.
    function testFuzz_AmountDown_IsTheFloorOfTheExactPart(uint192 growth, uint32 share) public pure {
        uint256 amount = RevenueLib.amountDown(share, growth);

        vm.assertLe(amount * ONE, uint256(share) * growth);
        vm.assertLt(uint256(share) * growth, (amount + 1) * ONE);
    }

    /// The growth that pays for an amount pays for exactly that amount, and one unit of growth less does not.
    function testFuzz_GrowthUp_IsTheLeastThatPays(uint160 amount, uint32 share) public pure {
        vm.assume(share != 0 && amount != 0);

        uint256 growth = RevenueLib.growthUp(amount, share);

        vm.assertEq(RevenueLib.amountDown(share, growth), amount);
        vm.assertLt(RevenueLib.amountDown(share, growth - 1), amount);
    }

    /// A claim never moves its mark beyond the index that it was paid from.
    function testFuzz_GrowthUp_OfWhatWasEarned_IsAtMostTheGrowth(uint192 growth, uint32 share) public pure {
        vm.assume(share != 0);

        uint256 amount = RevenueLib.amountDown(share, growth);

        vm.assertLe(RevenueLib.growthUp(amount, share), growth);
    }

    /// However a growth is cut into claims, they pay the same in sum as one claim, but for 2**-32 units a claim.
    function testFuzz_ManyClaims_PayAsMuchAsOne(uint96[8] calldata growths, uint32 share) public pure {
        vm.assume(share != 0);
        uint256 index;
        uint256 mark;
        uint256 claimed;
        for (uint256 i; i < growths.length; ++i) {
            index += growths[i];
            uint256 amount = RevenueLib.amountDown(share, index - mark);
            mark += RevenueLib.growthUp(amount, share);
            claimed += amount;
        }

        uint256 exact = share * index;
        vm.assertLe(claimed * ONE, exact);
        vm.assertLt(exact, (claimed + 1) * ONE + growths.length * share);
    }

    /// The parts of a sale are rounded down and never more than the sale, whatever its size.
    function testFuzz_BpsDown_IsTheFloorOfTheExactPart(uint256 amount, uint256 bps) public pure {
        bps = bound(bps, 0, RevenueLib.BPS);

        uint256 part = RevenueLib.bpsDown(amount, bps);

        uint256 whole = amount / RevenueLib.BPS;
        uint256 rest = amount % RevenueLib.BPS;
        vm.assertEq(part, whole * bps + rest * bps / RevenueLib.BPS);
        vm.assertLe(part, amount);
    }
}

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

    /// However a growth is cut into claims, each of all that was earned less all that was paid, they pay what one claim does.
    function testFuzz_ManyClaims_PayAsMuchAsOne(uint96[8] calldata growths, uint32 share) public pure {
        uint256 index;
        uint256 paid;
        for (uint256 i; i < growths.length; ++i) {
            index += growths[i];
            paid += RevenueLib.amountDown(share, index) - paid;
        }

        vm.assertEq(paid, RevenueLib.amountDown(share, index));
    }

    /// A cost is the least that is not below the exact one, so parts together cost no less than the whole.
    function testFuzz_CostUp_IsTheLeastThatGivesNothingAway(uint128 price, uint96 quantity, uint32 unit) public pure {
        vm.assume(unit != 0);

        uint256 cost = RevenueLib.costUp(price, quantity, unit);

        uint256 exact = uint256(price) * quantity;
        vm.assertGe(cost * unit, exact);
        vm.assertLt(cost * unit, exact + unit);
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

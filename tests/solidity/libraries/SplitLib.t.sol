// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SplitLib} from "../../../contracts/libraries/SplitLib.sol";
import {Test} from "../Test.sol";

/// @title The arithmetic of a RevShareToken, on random numbers
contract SplitLibTest is Test {
    uint256 private constant ONE = 1 << 128;

    /// What the index keeps gives back exactly what was split.
    function testFuzz_PartsOf_GivesBackWhatGrew(uint128 parts, uint96 supply) public pure {
        vm.assume(supply != 0);

        vm.assertEq(SplitLib.partsOf(SplitLib.growthUp(parts, supply), supply), parts);
    }

    /// So it does of several snapshots with one supply at once.
    function testFuzz_PartsOf_GivesBackTheSum(uint120[8] memory parts, uint96 supply) public pure {
        vm.assume(supply != 0);
        uint256 growth;
        uint256 sum;
        for (uint256 i; i < 8; ++i) {
            growth += SplitLib.growthUp(parts[i], supply);
            sum += parts[i];
        }

        vm.assertEq(SplitLib.partsOf(growth, supply), sum);
    }

    /// The growth is the exact one, rounded up.
    function testFuzz_GrowthUp_IsTheCeiling(uint120 parts, uint96 supply) public pure {
        vm.assume(supply != 0);

        uint256 growth = SplitLib.growthUp(parts, supply);

        vm.assertEq(growth, parts * ONE / supply + (parts * ONE % supply == 0 ? 0 : 1));
    }

    /// What fits into an index does not overflow it.
    function testFuzz_PartsThatFit_Fit(uint256 room, uint96 supply) public pure {
        vm.assume(supply != 0);

        uint256 parts = SplitLib.partsThatFit(room, supply);

        if (parts < ONE) vm.assertLe(SplitLib.growthUp(parts, supply), room);
    }

    /// Nobody gets more than its exact part, nor a unit less.
    function testFuzz_AmountDown_IsTheFloor(uint128 parts, uint96 balance, uint96 supply) public pure {
        vm.assume(supply != 0);
        balance = uint96(bound(balance, 0, supply));

        uint256 amount = SplitLib.amountDown(parts, balance, supply);

        uint256 unit = SplitLib.PARTS * uint256(supply);
        vm.assertLe(amount * unit, uint256(parts) * balance);
        vm.assertLt(uint256(parts) * balance, (amount + 1) * unit);
    }

    /// By the index nobody gets less than its exact part, at most a unit more, and that only where it is said.
    function testFuzz_AmountOfGrowth_IsTheFloorOrSaysSo(uint128 parts, uint96 balance, uint96 supply) public pure {
        vm.assume(supply != 0);
        balance = uint96(bound(balance, 0, supply));
        if (parts % 2 == 0) parts -= uint128(parts % SplitLib.PARTS);

        (uint256 amount, bool isExact) = SplitLib.amountOfGrowth(SplitLib.growthUp(parts, supply), balance);

        uint256 floor = SplitLib.amountDown(parts, balance, supply);
        vm.assertLe(floor, amount);
        vm.assertLe(amount, isExact ? floor : floor + 1);
    }

    /// Just below a whole number the index alone says one too many, and that it is not certain.
    function test_GivenASumJustBelowAUnit_TheIndexIsNotCertain() public pure {
        uint256 growth = SplitLib.growthUp(6_000_000, 1e24);

        (uint256 amount, bool isExact) = SplitLib.amountOfGrowth(growth, 1e24 - 1);

        vm.assertEq(amount, 600);
        vm.assertFalse(isExact);
        vm.assertEq(SplitLib.amountDown(6_000_000, 1e24 - 1, 1e24), 599);
    }
}

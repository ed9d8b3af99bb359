// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareTest} from "./RevShareTest.sol";

/// @title What `claimAll` pays after claims out of order, and across supplies: never above the floor of the exact sum
contract RevShareAheadTest is RevShareTest {
    /// Of 1.6 and 1.6, one is paid by itself, and then the floor of the other; not the rest of 3.2.
    function test_GivenAFractionPaidAhead_AClaimOfAllPaysTheFloorOfTheRest() public {
        _give(alice, bob, SUPPLY / 3);
        for (uint256 i; i < 2; ++i) {
            _pay(8);
            _snapshot();
        }
        _claim(bob, 2);
        vm.assertEq(bob.balance, 1);
        vm.assertEq(token.claimableTotal(bob, NATIVE), 1);

        _claimAll(bob, NATIVE);

        vm.assertEq(bob.balance, 2);
        vm.assertEq(token.claimableTotal(bob, NATIVE), 0);
    }

    /// Nobody has anything more of it in the next round, when claims go ahead of the cursor again.
    function test_GivenTwoRoundsOutOfOrder_EachIsPaidByItself() public {
        _give(alice, bob, SUPPLY / 3);
        for (uint256 round; round < 2; ++round) {
            for (uint256 i; i < 4; ++i) {
                _pay(8);
                _snapshot();
            }
            _claim(bob, 4 * round + 2);
            _claim(bob, 4 * round + 4);
            _claimAll(bob, NATIVE);
            // 1 and 1 for the two, and the floor of 1.6 and 1.6.
            vm.assertEq(bob.balance, 5 * (round + 1));
        }
    }

    /// A balance that changes in between makes two runs; what was claimed in each is taken off it.
    function test_GivenClaimsInTwoRuns_EachRunPaysTheRest() public {
        _give(alice, bob, SUPPLY / 4);
        for (uint256 i; i < 6; ++i) {
            _pay(100);
            _snapshot();
            if (i == 2) _give(alice, bob, SUPPLY / 4);
        }
        _claim(bob, 2);
        _claim(bob, 5);
        vm.assertEq(bob.balance, 45);
        vm.assertEq(token.claimableTotal(bob, NATIVE), 90);

        _claimAll(bob, NATIVE);
        vm.assertEq(bob.balance, 135);
    }

    /// Just below a whole number, over supplies that change: each of eight eras is rounded by itself, so no unit is paid too many.
    function test_GivenEightSuppliesAndASumJustBelowAUnit_TheUnitIsNotPaid() public {
        _give(alice, bob, 8);
        for (uint256 i; i < 8; ++i) {
            _pay(1000);
            _snapshot();
            _burn(bob, 1);
        }

        vm.assertEq(token.claimableTotal(alice, NATIVE), 8 * 599);
        token.claimFor(alice, 5);
        vm.assertEq(token.claimableTotal(alice, NATIVE), 7 * 599);
    }

    /// The same where somebody claimed some of it, in an ERC-20 too.
    function testFuzz_GivenAnyClaimsAhead_AllPayBetweenEachAndTheExactSum(uint256 seed, uint96 held) public {
        held = uint96(bound(held, 1, SUPPLY - 1));
        _give(alice, bob, held);
        uint256 low;
        uint256 exact;
        for (uint256 i = 1; i <= 5; ++i) {
            uint256 amount = 1 + uint256(keccak256(abi.encode(seed, i))) % 30;
            _payUsd(amount);
            _pay(amount);
            _snapshot();
            bool isClaimed = (seed >> i) & 1 == 1 && token.claimableRevenue(bob, i) != 0;
            if (isClaimed) token.claimFor(bob, i);
            else (low, exact) = (low + amount * BPS * held / (1e4 * SUPPLY), exact + amount * BPS * held);
        }

        uint256 total = token.claimableTotal(bob, NATIVE);
        vm.assertLe(low, total);
        vm.assertLe(total, exact / (1e4 * SUPPLY));
        vm.assertEq(token.claimableTotal(bob, address(usd)), total);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Clock} from "../../../contracts/libraries/Clock.sol";
import {Test} from "../Test.sol";

/// @title The clock orders mints, settlements and deadlines
contract ClockTest is Test {
    uint256 private constant LAST_TIME = type(uint48).max - 1;

    uint256[] private _mints;
    uint256[] private _mintMoments;
    uint256[] private _settlements;
    uint256[] private _settlementMoments;
    uint256[] private _settlementTimes;

    /// A settlement's moment reaches a mint's exactly when it came after the mint, however they fall into seconds.
    function testFuzz_SettlementsAndMints_KeepTheirOrder(uint8[40] calldata steps) public {
        vm.warp(1_000);
        uint256 last;
        for (uint256 i; i < steps.length; ++i) {
            uint256 step = steps[i] % 3;
            if (step == 0) {
                last = _mint(last, i);
            } else if (step == 1) {
                _settle(last, i);
            } else {
                vm.warp(block.timestamp + steps[i] / 128);
            }
        }

        for (uint256 s; s < _settlements.length; ++s) {
            for (uint256 m; m < _mints.length; ++m) {
                vm.assertEq(_settlementMoments[s] >= _mintMoments[m], _settlements[s] > _mints[m]);
            }
        }
    }

    /// A settlement is before the end of a deadline exactly when its second is the deadline or earlier.
    function testFuzz_SettlementsAndDeadlines_KeepTheirOrder(uint8[20] calldata steps, uint256 deadline) public {
        vm.warp(1_000);
        deadline = bound(deadline, 990, 1_010);
        uint256 last;
        for (uint256 i; i < steps.length; ++i) {
            if (steps[i] % 4 == 0) last = _mint(last, i);
            else _settle(last, i);
            if (steps[i] % 3 == 0) vm.warp(block.timestamp + 1);
        }

        for (uint256 s; s < _settlements.length; ++s) {
            vm.assertEq(_settlementMoments[s] < Clock.end(deadline), _settlementTimes[s] <= deadline);
        }
    }

    /// Every mint has a moment of its own, later than all before it.
    function testFuzz_Next_IsLaterThanThePresent(uint256 time, uint256 last) public {
        vm.warp(bound(time, 1, LAST_TIME));
        last = bound(last, 0, (block.timestamp << 16) + 65_534);

        vm.assertEq(Clock.next(last), Clock.present(last) + 1);
        vm.assertLt(last, Clock.next(last));
        vm.assertLe(block.timestamp << 16, Clock.present(last));
    }

    /// 65,535 mints fit a second: the last of them is still before the end of that second.
    function test_WhenASecondIsFull_ItsMintsAreBeforeItsEnd() public {
        vm.warp(LAST_TIME);
        uint256 last;
        for (uint256 i; i < 65_535; ++i) {
            last = Clock.next(last);
        }

        vm.assertEq(last, (LAST_TIME << 16) + 65_535);
        vm.assertEq(last + 1, Clock.end(LAST_TIME));
        vm.assertLe(Clock.end(LAST_TIME), type(uint64).max);
    }

    function _mint(uint256 last, uint256 order) private returns (uint256 moment) {
        moment = Clock.next(last);
        _mints.push(order);
        _mintMoments.push(moment);
    }

    function _settle(uint256 last, uint256 order) private {
        _settlements.push(order);
        _settlementMoments.push(Clock.present(last));
        _settlementTimes.push(block.timestamp);
    }
}

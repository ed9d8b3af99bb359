// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {DatTest} from "../DatTest.sol";

/// @title Attack: so many deadlines, or such deadlines, that a settlement cannot be afforded
contract DeadlinesTest is DatTest {
    uint256 private constant COUNT = 2_000;
    uint256 private constant GAS_LIMIT = 1_500_000;
    uint256 private constant TRANSACTION = 21_000;
    uint256 private constant BATCH = 500;

    /// T3: 2,000 deadlines in one class: settlements before, among and after them stay cheap and exact.
    function test_GivenTwoThousandDeadlines_EverySettlementIsCheapAndExact() public {
        uint256 forever = _mint(alice, 1);
        _mintDeadlines();

        uint256 owed;
        uint256[5] memory passed = [uint256(0), 1, COUNT / 2, COUNT - 1, COUNT];
        for (uint256 i; i < passed.length; ++i) {
            vm.warp(_deadlineOf(passed[i]) + 1);
            uint256 living = 1 + COUNT - passed[i];
            vm.assertEq(dat.totalShareOf(class), living);
            _assertSettlementIsCheap(living * 1e15);
            owed += 1e15;
            vm.assertEq(dat.pendingRevenue(forever, NATIVE), owed);
            vm.assertEq(dat.pendingRevenue(_tokenOf(1), NATIVE), i == 0 ? owed : 1e15);
        }
        vm.assertEq(dat.pendingRevenue(_tokenOf(COUNT / 2), NATIVE), 2e15);
        vm.assertEq(dat.pendingRevenue(_tokenOf(COUNT), NATIVE), 4e15);
    }

    /// T3: forgetting the 2,000 in steps of four is cheap each time, changes no total, and ends.
    function test_GivenTwoThousandDeadlines_EachSyncIsCheap() public {
        uint256 forever = _mint(alice, 1);
        _mintDeadlines();
        vm.warp(_deadlineOf(COUNT) + 1);
        _assertSettlementIsCheap(1e18);

        uint256 steps;
        while (_syncCheaply(4) == 4) {
            ++steps;
            vm.assertEq(dat.totalShareOf(class), 1);
        }

        vm.assertEq(steps, COUNT / 4);
        _assertSettlementIsCheap(1e18);
        vm.assertEq(_claim(forever, NATIVE), 2e18);
        vm.assertEq(dat.pendingRevenue(_tokenOf(COUNT), NATIVE), 0);
    }

    /// T3: the deadlines that make the tree as deep as it gets cost no settlement, mint or sync more than the limit.
    function test_GivenTheDeepestTree_EverythingStaysCheap() public {
        _mint(alice, 1);
        uint256 base = 1 << 31;
        _mintCheaply(uint64(base));
        for (uint256 bit; bit < 31; ++bit) {
            _mintCheaply(uint64(base + 2 ** bit));
        }
        for (uint256 bit = 32; bit < 64; ++bit) {
            _mintCheaply(uint64(2 ** bit));
        }
        _assertSettlementIsCheap(65e18);
        vm.assertEq(dat.totalShareOf(class), 65);

        vm.warp(base);
        _assertSettlementIsCheap(65e18);
        vm.warp(base + 1);
        _assertSettlementIsCheap(64e18);
        vm.assertEq(_syncCheaply(4), 1);
        vm.warp(base + 8);
        _mintCheaply(uint64(base + 9));
        vm.assertEq(_syncCheaply(4), 3);
        vm.assertEq(dat.totalShareOf(class), 62);
        _assertSettlementIsCheap(62e18);
        vm.assertEq(dat.pendingRevenue(_tokenOf(1), NATIVE), 2e18);
        vm.assertEq(dat.pendingRevenue(class << 128 | 1, NATIVE), 4e18);
    }

    function _mintDeadlines() private {
        address[] memory to = new address[](BATCH);
        uint256[] memory value = new uint256[](BATCH);
        uint256[] memory share = new uint256[](BATCH);
        uint64[] memory expireAt = new uint64[](BATCH);
        for (uint256 first = 1; first <= COUNT; first += BATCH) {
            for (uint256 i; i < BATCH; ++i) {
                (to[i], share[i], expireAt[i]) = (bob, 1, uint64(_deadlineOf(first + i)));
            }
            vm.prank(controller);
            dat.mintBatch(class, to, value, share, expireAt);
        }
    }

    /// @dev Every second deadline is far from the one before, so that the tree is no neat one.
    function _deadlineOf(uint256 number) private pure returns (uint256 deadline) {
        return START + number * 86_400 + (number % 2) * 40_000;
    }

    function _tokenOf(uint256 number) private view returns (uint256 tokenId) {
        return (class << 128) + 1 + number;
    }

    function _assertSettlementIsCheap(uint256 amount) private {
        vm.deal(address(this), amount);
        vm.cool(address(dat));
        uint256 gas = gasleft();
        dat.settleRevenueETH{value: amount}(class);
        vm.assertLt(gas - gasleft() + TRANSACTION, GAS_LIMIT);
    }

    function _mintCheaply(uint64 expireAt) private {
        vm.prank(controller);
        vm.cool(address(dat));
        uint256 gas = gasleft();
        dat.mint(class, bob, 0, 1, expireAt);
        vm.assertLt(gas - gasleft() + TRANSACTION, GAS_LIMIT);
    }

    function _syncCheaply(uint256 max) private returns (uint256 forgotten) {
        vm.cool(address(dat));
        uint256 gas = gasleft();
        forgotten = dat.sync(class, max);
        vm.assertLt(gas - gasleft() + TRANSACTION, GAS_LIMIT);
    }
}

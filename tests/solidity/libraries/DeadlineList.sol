// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title The naive twin of `ExpiryTree`: every deadline in a list, every question a loop
library DeadlineList {
    struct List {
        uint64[] deadlines;
        uint64[] shares;
        bool[] forgotten;
    }

    function insert(List storage list, uint64 deadline, uint64 share) internal {
        list.deadlines.push(deadline);
        list.shares.push(share);
        list.forgotten.push(false);
    }

    function sumBefore(List storage list, uint256 time) internal view returns (uint256 sum) {
        for (uint256 i; i < list.deadlines.length; ++i) {
            if (list.forgotten[i] || list.deadlines[i] < time) sum += list.shares[i];
        }
    }

    function forgetFirst(List storage list, uint256 time) internal returns (bool done) {
        uint256 first = type(uint256).max;
        for (uint256 i; i < list.deadlines.length; ++i) {
            if (!list.forgotten[i] && list.deadlines[i] < first) first = list.deadlines[i];
        }
        if (first >= time) return false;
        for (uint256 i; i < list.deadlines.length; ++i) {
            if (list.deadlines[i] == first) list.forgotten[i] = true;
        }
        return true;
    }

    /// @dev The latest deadline, or `time` when all are before it.
    function latest(List storage list, uint64 time) internal view returns (uint64 deadline) {
        deadline = time;
        for (uint256 i; i < list.deadlines.length; ++i) {
            if (list.deadlines[i] > deadline) deadline = list.deadlines[i];
        }
    }
}

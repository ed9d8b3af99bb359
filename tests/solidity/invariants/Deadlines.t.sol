// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Test} from "../Test.sol";
import {DeadlineHandler} from "./DeadlineHandler.sol";

/// @title What is true of the tree of deadlines however long it lives
contract DeadlineInvariants is Test {
    DeadlineHandler private _handler;

    function setUp() public {
        _handler = new DeadlineHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// At the present, and on both sides of every deadline to come, tree and list have the same sum.
    function invariant_TheTreeAnswersAsTheList() external view {
        uint64[] memory deadlines = _handler.deadlines();
        uint256 time = _handler.time();
        _assertSame(time);
        for (uint256 i; i < deadlines.length; ++i) {
            if (deadlines[i] < time) continue;
            _assertSame(deadlines[i]);
            _assertSame(uint256(deadlines[i]) + 1);
        }
    }

    /// No way through the tree is longer than a deadline has bits.
    function invariant_TheTreeIsNeverDeeperThan64() external view {
        vm.assertLe(_handler.depth(), 64);
    }

    function _assertSame(uint256 when) private view {
        (uint256 ofTree, uint256 ofList) = _handler.sums(when);
        vm.assertEq(ofTree, ofList);
    }
}

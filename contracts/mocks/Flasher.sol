// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A contract that makes several calls in one transaction and fails when one of them does, for tests
contract Flasher {
    /// @notice One call to make.
    struct Step {
        address target;
        bytes data;
    }

    receive() external payable {}

    /// @notice Makes calls one after another.
    function run(Step[] calldata steps) external payable {
        for (uint256 i; i < steps.length; ++i) {
            (bool success, bytes memory answer) = steps[i].target.call(steps[i].data);
            if (success) continue;
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TestToken} from "./TestToken.sol";

/// @title An ERC-20 that says "false" instead of reverting while it is stopped, for tests
contract FalseToken is TestToken {
    bool private _stopped;

    constructor() TestToken("False token", "NO", 18) {}

    /// @notice From now on transfers move nothing and answer false, or are honest again.
    function stop(bool stopped) external {
        _stopped = stopped;
    }

    /// @dev Answers false and moves nothing while stopped.
    function transfer(address to, uint256 amount) public override returns (bool) {
        return !_stopped && super.transfer(to, amount);
    }

    /// @dev Answers false and moves nothing while stopped.
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return !_stopped && super.transferFrom(from, to, amount);
    }
}

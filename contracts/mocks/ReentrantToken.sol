// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Reentrant} from "./Reentrant.sol";
import {TestToken} from "./TestToken.sol";

/// @title An ERC-20 that calls back during every transfer, for tests
contract ReentrantToken is TestToken, Reentrant {
    constructor() TestToken("Re-entrant token", "RE", 18) {}

    /// @dev The call back happens before the balances move, as the hook of an ERC-777 sender does.
    function _update(address from, address to, uint256 amount) internal override {
        if (from != address(0)) _callBack();
        super._update(from, to, amount);
    }
}

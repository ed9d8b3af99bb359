// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TestToken} from "./TestToken.sol";

/// @title An ERC-20 that takes a fee out of every transfer, for tests
contract FeeToken is TestToken {
    uint256 private constant BPS = 10_000;

    /// @notice The fee in basis points, 0 to 10,000.
    uint256 public immutable FEE_BPS;

    constructor(uint256 feeBps) TestToken("Fee token", "FEE", 18) {
        FEE_BPS = feeBps;
    }

    /// @dev The fee is rounded up and burnt; mints are free of it.
    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = from == address(0) ? 0 : (amount * FEE_BPS + BPS - 1) / BPS;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";

/// @title An ERC-20 with permits (EIP-2612) and authorisations (EIP-3009) that anyone may mint, for tests
contract AuthToken is ERC20Permit, ERC3009 {
    constructor() ERC20("Auth token", "AUTH") ERC20Permit("Auth token") {}

    /// @notice Creates `amount` smallest units for `to`.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

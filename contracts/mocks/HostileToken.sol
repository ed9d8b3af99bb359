// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TestToken} from "./TestToken.sol";

/// @title An ERC-20 that can turn bad in several ways, for tests
contract HostileToken is TestToken {
    /// @notice What it does from now on.
    enum Mood {
        Honest,
        Reverts,
        EatsGas,
        Bombs,
        LiesOfMuch,
        RevertsOnBalance
    }

    /// @notice What it does now.
    Mood public mood;

    constructor() TestToken("Hostile token", "HOST", 18) {}

    /// @notice Changes what it does.
    function turn(Mood mood_) external {
        mood = mood_;
    }

    /// @notice Takes away what an account has, as a token does whose balances shrink.
    function shrink(address account, uint256 amount) external {
        _burn(account, amount);
    }

    /// @dev Misbehaves by its mood.
    function transfer(address to, uint256 amount) public override returns (bool) {
        if (mood == Mood.Reverts) revert("no");
        if (mood == Mood.EatsGas) _eat();
        if (mood == Mood.Bombs) _bomb();
        return super.transfer(to, amount);
    }

    /// @dev Misbehaves by its mood.
    function balanceOf(address account) public view override returns (uint256) {
        if (mood == Mood.LiesOfMuch) return type(uint256).max;
        if (mood == Mood.RevertsOnBalance) revert("no");
        if (mood == Mood.EatsGas) _eat();
        if (mood == Mood.Bombs) _bomb();
        return super.balanceOf(account);
    }

    function _eat() private view {
        while (gasleft() > 100) {}
    }

    function _bomb() private pure {
        assembly ("memory-safe") {
            revert(0, 1000000)
        }
    }
}

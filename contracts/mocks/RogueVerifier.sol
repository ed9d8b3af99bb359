// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A verifier that answers whatever it is asked with anything but a clean yes, for tests
contract RogueVerifier {
    /// @notice What it does when it is asked.
    enum Mood {
        Reverts,
        BurnsAllGas,
        SaysNothing,
        SaysTwo,
        SaysMuch,
        SaysMost
    }

    /// @notice What it does now.
    Mood public mood;

    /// @notice Changes what it does.
    function setMood(Mood mood_) external {
        mood = mood_;
    }

    fallback() external {
        if (mood == Mood.Reverts) revert("no");
        if (mood == Mood.BurnsAllGas) assembly { invalid() }
        if (mood == Mood.SaysNothing) return;
        uint256 answer = mood == Mood.SaysMost ? type(uint256).max : 2;
        uint256 length = mood == Mood.SaysMuch ? 100_000 : 32;
        assembly {
            mstore(0, answer)
            return(0, length)
        }
    }
}

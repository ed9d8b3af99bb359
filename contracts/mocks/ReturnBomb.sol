// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title A receiver of coins that answers with a megabyte, so that whoever copies it pays for it, for tests
contract ReturnBomb {
    uint256 private constant SIZE = 1_000_000;

    /// @notice Whether it refuses the coins.
    bool public immutable REFUSES;

    constructor(bool refuses) {
        REFUSES = refuses;
    }

    receive() external payable {
        bool refuses = REFUSES;
        assembly ("memory-safe") {
            if refuses { revert(0, SIZE) }
            return(0, SIZE)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AuthToken} from "./AuthToken.sol";

/// @title An `AuthToken` of before ERC-5267, whose domain has to be guessed, for tests
contract OldAuthToken is AuthToken {
    string private _version;

    constructor(string memory version_) {
        _version = version_;
    }

    /// @notice What it calls its version, if anything; the one that it signs in is always 1.
    function version() external view returns (string memory) {
        if (bytes(_version).length == 0) revert();
        return _version;
    }

    /// @dev There is no such thing yet.
    function eip712Domain()
        public
        pure
        override
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {
        revert();
    }
}

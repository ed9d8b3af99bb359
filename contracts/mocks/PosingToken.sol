// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AuthToken} from "./AuthToken.sol";

/// @title A token that wants its signatures made in another token's domain, for tests
contract PosingToken is AuthToken {
    AuthToken private immutable VICTIM;

    constructor(AuthToken victim) {
        VICTIM = victim;
    }

    /// @dev Says what the other token says of itself.
    function eip712Domain()
        public
        view
        override
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {
        return VICTIM.eip712Domain();
    }
}

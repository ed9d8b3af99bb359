// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";

/// @title The EIP-712 domain of everything that is signed for the token
abstract contract Domain is EIP712 {
    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("DataAnchoringToken", "1");
    }

    /// @dev Keeps the chain's domain out of the code, so that one address has one code hash on every chain.
    function _domainNameAndVersionMayChange() internal pure override returns (bool result) {
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";

/// @title An EIP-712 domain that is kept out of the code, so that one address has one code hash on every chain
abstract contract PortableDomain is EIP712 {
    /// @dev What may change is hashed when it is asked for, and not when the contract is made.
    function _domainNameAndVersionMayChange() internal pure override returns (bool result) {
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {PortableDomain} from "../../libraries/PortableDomain.sol";

/// @title The EIP-712 domain of everything that is signed for the token
abstract contract Domain is PortableDomain {
    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("DataAnchoringToken", "1");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier, Statement} from "../interfaces/IVerifier.sol";

/// @title Asks verifiers, and takes nothing but a plain yes for one
library Verification {
    /// @notice Whether a verifier says that a statement is true. It is false where the verifier reverts, runs out of gas, has
    /// no code, or answers anything but one word of value 1. Never reverts by the verifier's doing.
    /// @dev The verifier gets 63 of 64 parts of the gas, so who calls with too little gas gets `false` for a true statement:
    /// this may refuse a work, but must not be what condemns one. A long answer is not copied.
    function verify(IVerifier verifier, Statement memory statement, bytes memory proof)
        internal
        view
        returns (bool valid)
    {
        bytes memory question = abi.encodeCall(IVerifier.verify, (statement, proof));
        assembly ("memory-safe") {
            let done := staticcall(gas(), verifier, add(question, 0x20), mload(question), 0x00, 0x20)
            valid := and(done, and(eq(returndatasize(), 0x20), eq(mload(0x00), 1)))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFraudProofs} from "../interfaces/IFraudProofs.sol";
import {IVerifier} from "../interfaces/IVerifier.sol";

/// @title Asks what bonded results say of a statement, and takes nothing but a plain answer for one
library Bonds {
    /// @notice How far a statement has come; `None` where the verifier reverts, runs out of gas, has no code, or answers
    /// anything but one of the five words. Never reverts by the verifier's doing.
    /// @dev A long answer is not copied.
    function statusOf(IVerifier verifier, bytes32 statement) internal view returns (IFraudProofs.Status status) {
        bytes memory question = abi.encodeCall(IFraudProofs.statusOf, (statement));
        uint256 answer;
        assembly ("memory-safe") {
            let done := staticcall(gas(), verifier, add(question, 0x20), mload(question), 0x00, 0x20)
            if and(done, eq(returndatasize(), 0x20)) { answer := mload(0x00) }
        }
        if (answer > uint256(type(IFraudProofs.Status).max)) return IFraudProofs.Status.None;
        return IFraudProofs.Status(answer);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier} from "../interfaces/IVerifier.sol";

/// @title What the bonded results of a statement say of it, asked of somebody who may be hostile
library Bonds {
    /// @dev Where a statement stands, in the order of the verifier's own answer.
    enum State {
        None,
        Pending,
        Challenged,
        Final,
        Overturned
    }

    /// @notice The state of a statement; `None` when the verifier reverts, has no code or answers with anything else.
    /// @dev The answer is read as one word, because a verifier can answer with as much as it likes.
    function stateOf(IVerifier verifier, bytes32 statement) internal view returns (State state) {
        bytes memory question = abi.encodeWithSignature("statusOf(bytes32)", statement);
        uint256 answer;
        assembly ("memory-safe") {
            let answered := staticcall(gas(), verifier, add(question, 0x20), mload(question), 0, 0x20)
            if and(answered, gt(returndatasize(), 0x1f)) { answer := mload(0) }
        }
        return answer > uint256(State.Overturned) ? State.None : State(answer);
    }
}

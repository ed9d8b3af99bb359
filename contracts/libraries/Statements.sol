// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Statement} from "../interfaces/IVerifier.sol";

/// @title What a proof, a bond or an index of works refers to a statement by
/// @dev Every part has a place of its own (`abi.encode` of hashes), so no two statements have one encoding.
library Statements {
    /// @notice The hash that binds chain, collection, model, prompt and content.
    function hash(Statement calldata statement) internal view returns (bytes32 digest) {
        return
            hash(statement.commitment, statement.collection, keccak256(statement.prompt), keccak256(statement.content));
    }

    /// @notice The same, where prompt and content are known by their hashes.
    function hash(bytes32 commitment, address collection, bytes32 promptHash, bytes32 contentHash)
        internal
        view
        returns (bytes32 digest)
    {
        return keccak256(abi.encode(block.chainid, collection, commitment, promptHash, contentHash));
    }
}

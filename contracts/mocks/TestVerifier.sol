// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier, Statement} from "../interfaces/IVerifier.sol";
import {Statements} from "../libraries/Statements.sol";

/// @title A verifier that knows what it is told, for tests
contract TestVerifier is IVerifier {
    /// @notice What is said of bonded results of a statement, by its hash.
    mapping(bytes32 statement => uint256 status) public statusOf;

    mapping(bytes32 statement => mapping(bytes32 proofHash => bool)) private _proven;

    /// @notice Lets a proof be one of a statement.
    function prove(bytes32 statement, bytes calldata proof) external {
        _proven[statement][keccak256(proof)] = true;
    }

    /// @notice Sets what is said of bonded results of a statement; 3 is final.
    function setStatus(bytes32 statement, uint256 status) external {
        statusOf[statement] = status;
    }

    /// @inheritdoc IVerifier
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid) {
        bytes32 hash = Statements.hash(statement);
        return statusOf[hash] == 3 || _proven[hash][keccak256(proof)];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevShareToken, RevShareTerms} from "../../interfaces/IRevShareToken.sol";

/// @title Model: what the token is a share of
abstract contract Model is IRevShareToken {
    bytes32 private immutable MODEL_COMMITMENT;
    uint256 private immutable CLASS_ID;

    /// @inheritdoc IRevShareToken
    string public modelURI;

    constructor(RevShareTerms memory terms) {
        MODEL_COMMITMENT = terms.modelCommitment;
        CLASS_ID = terms.classId;
        modelURI = terms.modelURI;
    }

    /// @inheritdoc IRevShareToken
    function modelCommitment() external view returns (bytes32 commitment) {
        return MODEL_COMMITMENT;
    }

    /// @inheritdoc IRevShareToken
    function classId() external view returns (uint256 id) {
        return CLASS_ID;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028Proofs} from "../../interfaces/IERC8028.sol";
import {Signatures} from "../../libraries/Signatures.sol";
import {TypedData} from "../../libraries/TypedData.sol";
import {Domain} from "./Domain.sol";
import {Positions} from "./Positions.sol";

/// @title Proofs: statements about a token that its owner or its class's controller signed
abstract contract Proofs is Positions, Domain {
    mapping(bytes32 proofHash => uint256 timestamp) private _addedAt;

    /// @inheritdoc IERC8028Proofs
    function addProof(uint256 tokenId, bytes32 proofType, string calldata uri_, bytes calldata signature) external {
        address owner = _position(tokenId).owner;
        address controller = _classUnchecked(_classIdOf(tokenId)).controller;
        bytes32 proofHash = TypedData.hashProof(tokenId, proofType, uri_);
        if (msg.sender != controller && !_isSigned(proofHash, owner, controller, signature)) {
            revert InvalidProofSignature(tokenId, proofType, uri_);
        }

        if (_addedAt[proofHash] == 0) _addedAt[proofHash] = block.timestamp;

        emit ProofAdded(tokenId, proofType, uri_, signature);
    }

    /// @inheritdoc IDataAnchoringToken
    function proofAddedAt(uint256 tokenId, bytes32 proofType, string calldata uri_)
        external
        view
        returns (uint256 timestamp)
    {
        return _addedAt[TypedData.hashProof(tokenId, proofType, uri_)];
    }

    function _isSigned(bytes32 proofHash, address owner, address controller, bytes calldata signature)
        private
        view
        returns (bool valid)
    {
        bytes32 digest = _hashTypedData(proofHash);
        return Signatures.isSignedBy(owner, digest, signature) || Signatures.isSignedBy(controller, digest, signature);
    }
}

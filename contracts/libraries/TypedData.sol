// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title EIP-712 struct hashes of everything that anyone signs
/// @dev The domain (name, version, chain id, contract) is added by the contract that checks the signature.
library TypedData {
    bytes32 internal constant ADD_PROOF = keccak256("AddProof(uint256 tokenId,bytes32 proofType,string uri)");

    /// @notice The hash of a proof that the owner of a token or the controller of its class stands for.
    function hashProof(uint256 tokenId, bytes32 proofType, string calldata uri) internal pure returns (bytes32 hash) {
        return keccak256(abi.encode(ADD_PROOF, tokenId, proofType, keccak256(bytes(uri))));
    }
}

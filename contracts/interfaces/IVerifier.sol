// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice That a model made a content from a prompt, for one collection.
struct Statement {
    /// Commitment of the model: the hash of its weights and program (see docs/networks.md for integer networks).
    bytes32 commitment;
    /// The ERC-7007 collection that the work is minted in.
    address collection;
    /// What the model was asked.
    bytes prompt;
    /// What it is said to have answered.
    bytes content;
}

/// @title Verifier: says whether a statement about a model's work is true
/// @notice There are three ways to know: computing it again on the chain, a validity proof, and a bonded result that nobody
/// could refute in time.
/// @dev Whoever asks treats an answer that reverts, runs out of gas, is no boolean, or comes from an address without code as
/// `false`; see `Verification`.
interface IVerifier {
    /// @notice Whether the statement is known to be true now, on this chain.
    /// @param proof What the way of verifying needs besides; empty where it needs nothing. It must not be usable for any
    /// other chain, collection, model, prompt or content.
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool valid);
}

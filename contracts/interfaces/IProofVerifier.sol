// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier, Statement} from "./IVerifier.sol";

/// @title Proof verifier: accepts a statement with a Groth16 proof that the model's circuit holds
/// @notice One contract for one circuit and one verifying key, both fixed for ever. Its address at the deterministic deployer
/// commits to code, circuit and key, so whoever registers a model names its key by naming this contract.
/// @dev What is assumed, and by whom:
/// - That the key is of a circuit that computes the committed model cannot be seen on a chain. Whoever registers the model
///   answers for it; anyone can compile the circuit again and compare.
/// - Whoever made the key and kept the secrets of its making can prove anything. A model of value needs a ceremony of many.
/// - A proof is not unique: from a valid one, anybody makes others for the same statement. Nothing may be keyed by a proof.
interface IProofVerifier is IVerifier {
    /// @notice What is proved: that a model gives images their labels.
    struct Circuit {
        /// Commitment of the model; see docs/networks.md.
        bytes32 commitment;
        /// How many inputs an image has.
        uint32 inputs;
        /// How many outputs the network has, at most 256: a label has one hexadecimal digit up to 16 of them, else two.
        uint16 outputs;
        /// How many images one proof is about.
        uint8 images;
    }

    /// @notice The points of a verifying key, as EIP-196 and EIP-197 write them: imaginary parts before real ones.
    struct VerifyingKey {
        uint256[2] alpha;
        uint256[4] beta;
        uint256[4] gamma;
        uint256[4] delta;
        /// What belongs to the number one.
        uint256[2] constant_;
        /// What belongs to the public signal.
        uint256[2] signal;
    }

    /// @notice A circuit has inputs, outputs and images, and a label fits the hash.
    error InvalidCircuit(uint32 inputs, uint16 outputs, uint8 images);
    /// @notice A point of the key, counted from 0 in the order of `VerifyingKey`, is at infinity, not on its curve, or outside its
    /// group.
    error InvalidVerifyingKey(uint256 point);

    /// @notice The circuit that proofs are about.
    function circuit() external view returns (Circuit memory what);

    /// @notice The key that decides, as it was handed over.
    function verifyingKey() external view returns (VerifyingKey memory key);

    /// @notice The one public signal of a statement: a hash of all of it, as the circuit computes it too.
    /// @dev It begins with `uint256(Statements.hash(statement))` modulo the field, and takes in each image in blocks of 32 inputs
    /// of 7 bits, the first input highest, zeros after the last; above the inputs of an image's last block stands its label.
    /// The binding alone makes every byte of the statement count; the blocks are the same inputs and labels as the circuit sees
    /// them. Two digests that are equal modulo the field are as hard to find as two of 253 bits that are equal.
    /// @return wellFormed Whether prompt and content are the text of this circuit's images and labels, and nothing else.
    function publicSignal(Statement calldata statement) external view returns (bool wellFormed, uint256 signal);
}

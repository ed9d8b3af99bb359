// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVerifier} from "./IVerifier.sol";

/// @title Model registry: what a model is, who stands behind it, where its money goes and how its work is verified
/// @notice A version of a model never changes once it is registered; a later version names the one before. Registering gives
/// no rights over anything else: readers judge a model by its owner and by its commitment.
interface IModelRegistry {
    /// @notice How a work can be verified.
    enum Way {
        /// The chain computes it again.
        Reexecution,
        /// A validity proof is checked.
        Proof,
        /// A bonded result stands until somebody refutes it.
        Fraud
    }

    /// @notice One version of a model.
    struct Model {
        /// Hash of weights and program; see docs/networks.md.
        bytes32 commitment;
        /// The version before; 0 for the first.
        uint256 previous;
        /// The class of Data Anchoring Tokens that the model's earnings and quota belong to.
        uint256 classId;
        /// The model's ERC-7641 token; the zero address for none.
        address revShare;
        /// Where royalties and fees of the model's works go: takes plain coins and ERC-20s.
        address revenue;
        /// Where the description lies: quantisation, version name, how to run it.
        string uri;
        /// Verifier of each way, by the number of the way; the zero address for ways that are not offered.
        IVerifier[3] verifiers;
    }

    /// @notice A version of a model exists from now on.
    event ModelRegistered(uint256 indexed modelId, bytes32 indexed commitment, address indexed owner, Model model);

    /// @notice No model has this id.
    error UnknownModel(uint256 modelId);
    /// @notice Only the owner of a version registers its successor.
    error NotModelOwner(uint256 modelId, address caller, address owner);
    /// @notice A version has at most one successor.
    error AlreadySucceeded(uint256 modelId, uint256 successor);
    /// @notice A model commits to something.
    error EmptyCommitment();
    /// @notice Whoever receives the model's money is named.
    error NoRevenueReceiver();
    /// @notice A verifier is the zero address or a contract.
    error InvalidVerifier(Way way, address verifier);

    /// @notice Registers a version of a model; the caller becomes its owner.
    /// @return modelId Counts from 1.
    function register(Model calldata model) external returns (uint256 modelId);

    /// @notice A version of a model, as it was registered.
    function modelOf(uint256 modelId) external view returns (Model memory model);

    /// @notice Who registered a version.
    function ownerOf(uint256 modelId) external view returns (address owner);

    /// @notice The version that follows; 0 for the latest.
    function successorOf(uint256 modelId) external view returns (uint256 successor);

    /// @notice The commitment, the receiver of money and the verifier of one way, for who needs no more.
    function termsOf(uint256 modelId, Way way)
        external
        view
        returns (bytes32 commitment, address revenue, IVerifier verifier);

    /// @notice How many versions of models were ever registered; they are numbered from 1.
    function modelCount() external view returns (uint256 count);
}

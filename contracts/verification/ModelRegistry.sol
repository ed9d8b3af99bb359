// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IModelRegistry} from "../interfaces/IModelRegistry.sol";
import {IVerifier} from "../interfaces/IVerifier.sol";

/// @title Model registry: versions of models, which never change
contract ModelRegistry is IModelRegistry {
    /// @dev What is known of a version besides itself.
    ///
    ///      | successor | owner |
    ///      | 96        | 160   |
    struct Standing {
        address owner;
        uint96 successor;
    }

    mapping(uint256 modelId => Model) private _models;
    mapping(uint256 modelId => Standing) private _standings;
    uint96 private _count;

    modifier onlyKnown(uint256 modelId) {
        if (_standings[modelId].owner == address(0)) revert UnknownModel(modelId);
        _;
    }

    /// @inheritdoc IModelRegistry
    function register(Model calldata model) external returns (uint256 modelId) {
        if (model.commitment == 0) revert EmptyCommitment();
        if (model.revenue == address(0)) revert NoRevenueReceiver();
        _checkVerifiers(model.verifiers);
        if (model.previous != 0) _checkPrevious(model.previous);

        uint96 id = ++_count;
        _models[id] = model;
        _standings[id].owner = msg.sender;
        if (model.previous != 0) _standings[model.previous].successor = id;

        emit ModelRegistered(id, model.commitment, msg.sender, model);
        return id;
    }

    /// @inheritdoc IModelRegistry
    function modelOf(uint256 modelId) external view onlyKnown(modelId) returns (Model memory model) {
        return _models[modelId];
    }

    /// @inheritdoc IModelRegistry
    function ownerOf(uint256 modelId) external view onlyKnown(modelId) returns (address owner) {
        return _standings[modelId].owner;
    }

    /// @inheritdoc IModelRegistry
    function successorOf(uint256 modelId) external view onlyKnown(modelId) returns (uint256 successor) {
        return _standings[modelId].successor;
    }

    /// @inheritdoc IModelRegistry
    function termsOf(uint256 modelId, Way way)
        external
        view
        returns (bytes32 commitment, address revenue, IVerifier verifier)
    {
        Model storage model = _models[modelId];
        // Every model commits to something, so this costs no look at its owner.
        if (model.commitment == 0) revert UnknownModel(modelId);
        return (model.commitment, model.revenue, model.verifiers[uint256(way)]);
    }

    /// @inheritdoc IModelRegistry
    function modelCount() external view returns (uint256 count) {
        return _count;
    }

    function _checkVerifiers(IVerifier[3] calldata verifiers) private view {
        for (uint256 way = 0; way < verifiers.length; ++way) {
            address verifier = address(verifiers[way]);
            if (verifier != address(0) && verifier.code.length == 0) revert InvalidVerifier(Way(way), verifier);
        }
    }

    function _checkPrevious(uint256 previous) private view {
        Standing storage standing = _standings[previous];
        if (standing.owner == address(0)) revert UnknownModel(previous);
        if (standing.owner != msg.sender) revert NotModelOwner(previous, msg.sender, standing.owner);
        if (standing.successor != 0) revert AlreadySucceeded(previous, standing.successor);
    }
}

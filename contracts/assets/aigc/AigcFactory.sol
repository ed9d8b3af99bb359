// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcFactory} from "../../interfaces/IAigcFactory.sol";
import {IAigcToken} from "../../interfaces/IAigcToken.sol";
import {IModelRegistry} from "../../interfaces/IModelRegistry.sol";
import {AigcToken} from "./AigcToken.sol";

/// @title Factory of collections: each has its address by what it is made of
contract AigcFactory is IAigcFactory {
    /// @inheritdoc IAigcFactory
    mapping(address collection => bool made) public isCollection;

    /// @inheritdoc IAigcFactory
    function create(IModelRegistry registry, uint256 modelId, IAigcToken.Terms calldata terms)
        external
        returns (IAigcToken collection)
    {
        collection = IAigcToken(addressOf(registry, modelId, terms));
        // Whoever was overtaken by somebody who asked for the same has what they asked for.
        if (isCollection[address(collection)]) return collection;

        isCollection[address(collection)] = true;

        emit CollectionCreated(address(collection), registry, modelId, terms.creator);

        new AigcToken{salt: 0}(registry, modelId, terms);
    }

    /// @inheritdoc IAigcFactory
    function addressOf(IModelRegistry registry, uint256 modelId, IAigcToken.Terms calldata terms)
        public
        view
        returns (address collection)
    {
        bytes memory creation = abi.encodePacked(type(AigcToken).creationCode, abi.encode(registry, modelId, terms));
        bytes32 hash = keccak256(abi.encodePacked(bytes1(0xff), address(this), bytes32(0), keccak256(creation)));
        return address(uint160(uint256(hash)));
    }
}

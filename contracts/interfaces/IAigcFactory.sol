// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "./IAigcToken.sol";
import {IModelRegistry} from "./IModelRegistry.sol";

/// @title Factory of collections: each has its address by what it is made of
interface IAigcFactory {
    /// @notice A collection exists from now on.
    event CollectionCreated(
        address indexed collection, IModelRegistry indexed registry, uint256 indexed modelId, address creator
    );

    /// @notice Makes a collection of a model's works, or finds the one that is there. Anyone may, for anyone: it gives no
    /// rights.
    function create(IModelRegistry registry, uint256 modelId, IAigcToken.Terms calldata terms)
        external
        returns (IAigcToken collection);

    /// @notice Where such a collection is, or would be.
    function addressOf(IModelRegistry registry, uint256 modelId, IAigcToken.Terms calldata terms)
        external
        view
        returns (address collection);

    /// @notice Whether this factory made it: its code is that of `AigcToken`.
    function isCollection(address collection) external view returns (bool made);
}

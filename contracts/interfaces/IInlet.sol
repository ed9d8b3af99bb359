// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRevenueRouter} from "./IRevenueRouter.sol";

/// @title Inlet: an address that takes money for one class by plain transfers, and gives it to the router only
interface IInlet {
    /// @notice The router that put it in place, and that it pays through.
    function ROUTER() external view returns (IRevenueRouter router);

    /// @notice The class that it takes money for.
    function CLASS_ID() external view returns (uint256 classId);

    /// @notice Pays all that lies here in an asset to the class, by the terms in force. Anyone may.
    /// @return received What arrived and was split; 0 when there is nothing.
    function flush(address asset) external returns (uint256 received);
}

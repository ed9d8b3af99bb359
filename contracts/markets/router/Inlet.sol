// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInlet} from "../../interfaces/IInlet.sol";
import {IRevenueRouter} from "../../interfaces/IRevenueRouter.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Inlet: an address that takes money for one class by plain transfers
/// @dev It keeps no books: all that it holds is the class's, whenever it came. So it needs no guard either; the router has
/// one, behind which the money arrives.
contract Inlet is IInlet {
    using SafeTransferLib for address;

    /// @inheritdoc IInlet
    IRevenueRouter public immutable ROUTER;
    /// @inheritdoc IInlet
    uint256 public immutable CLASS_ID;

    constructor(uint256 classId) {
        ROUTER = IRevenueRouter(msg.sender);
        CLASS_ID = classId;
    }

    /// @notice Takes the native coin, for no more gas than a plain transfer may have.
    receive() external payable {}

    /// @inheritdoc IInlet
    function flush(address asset) external returns (uint256 received) {
        uint256 amount = asset == address(0) ? address(this).balance : IERC20(asset).balanceOf(address(this));
        // Whoever sends one unit unasked has it paid to the class: the equality is meant.
        // slither-disable-next-line incorrect-equality
        if (amount == 0) return 0;

        if (asset == address(0)) return ROUTER.pay{value: amount}(CLASS_ID, asset, amount);
        asset.safeApproveWithRetry(address(ROUTER), amount);
        return ROUTER.pay(CLASS_ID, asset, amount);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IRevShareToken} from "../../interfaces/IRevShareToken.sol";
import {Redemption} from "./Redemption.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";

/// @title Harvest: revenue of the Data Anchoring Tokens that the contract holds becomes revenue of its holders
/// @dev A position that was given to the contract stays with it.
abstract contract Harvest is Redemption {
    address private immutable DAT;

    constructor(address dat) {
        DAT = dat;
    }

    /// @inheritdoc IRevShareToken
    function harvest(uint256[] calldata tokenIds, address[] calldata assets) external nonReentrant {
        for (uint256 i; i < tokenIds.length; ++i) {
            address owner = IDataAnchoringToken(DAT).ownerOf(tokenIds[i]);
            if (owner != address(this)) revert NotOwnedPosition(tokenIds[i], owner);
        }

        for (uint256 i; i < assets.length; ++i) {
            // What came in is booked by its balance.
            // slither-disable-next-line unused-return
            IDataAnchoringToken(DAT).claimMany(tokenIds, assets[i]);
        }
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155Received(address, address, uint256, uint256, bytes calldata)
        external
        view
        returns (bytes4 selector)
    {
        _checkDat();
        return IERC1155Receiver.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(address, address, uint256[] calldata, uint256[] calldata, bytes calldata)
        external
        view
        returns (bytes4 selector)
    {
        _checkDat();
        return IERC1155Receiver.onERC1155BatchReceived.selector;
    }

    /// @inheritdoc IRevShareToken
    function dataAnchoringToken() external view returns (address dat) {
        return DAT;
    }

    function _checkDat() private view {
        if (msg.sender != DAT) revert NotDataAnchoringToken(msg.sender);
    }
}

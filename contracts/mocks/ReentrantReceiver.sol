// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Reentrant} from "./Reentrant.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @title A holder that calls back whenever it receives coins or tokens, for tests
contract ReentrantReceiver is Reentrant, IERC1155Receiver, IERC721Receiver {
    /// @notice What came along with the last tokens.
    bytes public received;

    receive() external payable {
        _callBack();
    }

    /// @notice Makes a call of its own, as an account would.
    function execute(address target, uint256 value, bytes calldata data) external returns (bytes memory result) {
        bool success;
        (success, result) = target.call{value: value}(data);
        require(success, string(result));
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155Received(address, address, uint256, uint256, bytes calldata data) external returns (bytes4) {
        received = data;
        _callBack();
        return IERC1155Receiver.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(address, address, uint256[] calldata, uint256[] calldata, bytes calldata data)
        external
        returns (bytes4)
    {
        received = data;
        _callBack();
        return IERC1155Receiver.onERC1155BatchReceived.selector;
    }

    /// @inheritdoc IERC721Receiver
    function onERC721Received(address, address, uint256, bytes calldata data) external returns (bytes4) {
        received = data;
        _callBack();
        return IERC721Receiver.onERC721Received.selector;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool supported) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC1155Receiver).interfaceId;
    }
}

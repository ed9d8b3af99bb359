// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028} from "../../interfaces/IERC8028.sol";
import {Positions} from "./Positions.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {ERC1155Utils} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Utils.sol";

/// @title Ownership: whole tokens change hands, by ERC-8028 and by ERC-1155
/// @dev Every id is an ERC-1155 id with a supply of one, held by its owner. A move takes quota, share and unclaimed revenue
/// along; it needs no accounting, because all of them belong to the token.
abstract contract Ownership is Positions {
    mapping(address owner => mapping(address operator => bool)) private _operators;

    // --- moves ---

    /// @inheritdoc IERC8028
    function transferToken(uint256 tokenId, address to) external {
        address from = _checkMover(tokenId);

        _move(tokenId, from, to);
        emit TransferSingle(msg.sender, from, to, tokenId, 1);

        ERC1155Utils.checkOnERC1155Received(msg.sender, from, to, tokenId, 1, "");
    }

    /// @inheritdoc IERC1155
    function safeTransferFrom(address from, address to, uint256 tokenId, uint256 amount, bytes calldata data) external {
        _checkERC1155Move(from, to);

        _moveAmount(tokenId, from, to, amount);
        emit TransferSingle(msg.sender, from, to, tokenId, amount);

        ERC1155Utils.checkOnERC1155Received(msg.sender, from, to, tokenId, amount, data);
    }

    /// @inheritdoc IERC1155
    function safeBatchTransferFrom(
        address from,
        address to,
        uint256[] calldata tokenIds,
        uint256[] calldata amounts,
        bytes calldata data
    ) external {
        _checkERC1155Move(from, to);
        if (tokenIds.length != amounts.length) revert ERC1155InvalidArrayLength(tokenIds.length, amounts.length);

        for (uint256 i; i < tokenIds.length; ++i) {
            _moveAmount(tokenIds[i], from, to, amounts[i]);
        }
        emit TransferBatch(msg.sender, from, to, tokenIds, amounts);

        ERC1155Utils.checkOnERC1155BatchReceived(msg.sender, from, to, tokenIds, amounts, data);
    }

    /// @inheritdoc IERC1155
    function setApprovalForAll(address operator, bool approved) external {
        if (operator == address(0)) revert ERC1155InvalidOperator(operator);

        _operators[msg.sender][operator] = approved;

        emit ApprovalForAll(msg.sender, operator, approved);
    }

    // --- views ---

    /// @inheritdoc IERC1155
    function isApprovedForAll(address owner, address operator) public view returns (bool approved) {
        return _operators[owner][operator];
    }

    /// @inheritdoc IERC1155
    function balanceOf(address account, uint256 tokenId) public view returns (uint256 balance) {
        return account != address(0) && _ownerOrZero(tokenId) == account ? 1 : 0;
    }

    /// @inheritdoc IERC1155
    function balanceOfBatch(address[] calldata accounts, uint256[] calldata tokenIds)
        external
        view
        returns (uint256[] memory balances)
    {
        if (accounts.length != tokenIds.length) revert ERC1155InvalidArrayLength(tokenIds.length, accounts.length);
        balances = new uint256[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            balances[i] = balanceOf(accounts[i], tokenIds[i]);
        }
    }

    // --- for the other parts ---

    /// @dev The owner of the token, if the caller may move it.
    function _checkMover(uint256 tokenId) internal view returns (address owner) {
        owner = _position(tokenId).owner;
        if (msg.sender != owner && !isApprovedForAll(owner, msg.sender)) {
            revert NotOwnerOrOperator(tokenId, msg.sender);
        }
    }

    /// @dev Sets the owner; `from` is the owner now. The caller emits the ERC-1155 event and calls the receiver.
    function _move(uint256 tokenId, address from, address to) internal {
        if (to == address(0)) revert ERC1155InvalidReceiver(to);
        Position storage position = _position(tokenId);
        _announceExpiry(tokenId, position);
        position.owner = to;

        emit TransferToken(tokenId, from, to);
    }

    function _checkERC1155Move(address from, address to) private view {
        if (msg.sender != from && !isApprovedForAll(from, msg.sender)) {
            revert ERC1155MissingApprovalForAll(msg.sender, from);
        }
        if (to == address(0)) revert ERC1155InvalidReceiver(to);
    }

    /// @dev ERC-1155 lets anyone move an amount of 0 of anything: it moves nothing.
    function _moveAmount(uint256 tokenId, address from, address to, uint256 amount) private {
        uint256 balance = balanceOf(from, tokenId);
        if (amount > balance) revert ERC1155InsufficientBalance(from, balance, amount, tokenId);
        if (amount == 1) _move(tokenId, from, to);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAigcToken} from "../../contracts/interfaces/IAigcToken.sol";

/// @title Everything that a deployed AigcToken answers
/// @dev Tests know the contract by this and deploy its artifact; see `IDat`.
interface IAigc is IAigcToken {
    event Transfer(address indexed from, address indexed to, uint256 indexed id);

    error NotOwnerNorApproved();
    error TransferToZeroAddress();

    function YIELD_BLOCKS() external view returns (uint256 blocks);
    function approve(address account, uint256 id) external payable;
    function balanceOf(address owner) external view returns (uint256 balance);
    function getApproved(uint256 id) external view returns (address account);
    function isApprovedForAll(address owner, address operator) external view returns (bool approved);
    function name() external view returns (string memory);
    function ownerOf(uint256 id) external view returns (address owner);
    function safeTransferFrom(address from, address to, uint256 id) external payable;
    function setApprovalForAll(address operator, bool approved) external;
    function symbol() external view returns (string memory);
    function tokenURI(uint256 id) external view returns (string memory uri);
    function transferFrom(address from, address to, uint256 id) external payable;
}

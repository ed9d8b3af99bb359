// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IERC8028} from "../../interfaces/IERC8028.sol";
import {Positions} from "./Positions.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Quota: units of usage are added to a token, used up, or move to another token of the class
abstract contract Quota is Positions {
    mapping(address owner => mapping(uint256 classId => mapping(address operator => bool))) private _classOperators;

    /// @inheritdoc IDataAnchoringToken
    function mintValue(uint256 tokenId, uint256 value) external {
        _mintable(_classIdOf(tokenId));
        Position storage position = _position(tokenId);
        _checkAlive(tokenId, position);
        if (value == 0) revert ZeroAmount();

        _raise(position, value);

        emit ValueMinted(tokenId, value);
    }

    /// @inheritdoc IERC8028
    function transferValue(uint256 fromTokenId, uint256 toTokenId, uint256 value) external {
        Position storage from = _checkUser(fromTokenId);
        Position storage to = _position(toTokenId);
        if (fromTokenId == toTokenId) revert SameToken(fromTokenId);
        if (_classIdOf(fromTokenId) != _classIdOf(toTokenId)) revert ClassMismatch(fromTokenId, toTokenId);
        _checkAlive(toTokenId, to);
        if (value == 0) revert ZeroAmount();

        _lower(fromTokenId, from, value);
        _raise(to, value);

        emit ValueTransferred(fromTokenId, toTokenId, value);
    }

    /// @inheritdoc IERC8028
    function recordUsage(uint256 tokenId, bytes32 metricType, uint256 amount) external {
        _recordUsage(tokenId, metricType, amount);
    }

    /// @inheritdoc IDataAnchoringToken
    function recordUsageBatch(uint256[] calldata tokenIds, bytes32 metricType, uint256[] calldata amounts) external {
        _checkLength(tokenIds.length, amounts.length);

        for (uint256 i; i < tokenIds.length; ++i) {
            _recordUsage(tokenIds[i], metricType, amounts[i]);
        }
    }

    /// @inheritdoc IERC8028
    function approveForClass(uint256 classId, address operator, bool approved) external {
        _class(classId);

        _classOperators[msg.sender][classId][operator] = approved;

        emit ApprovalForClass(msg.sender, classId, operator, approved);
    }

    /// @inheritdoc IERC8028
    function isApprovedForClass(address owner, uint256 classId, address operator) public view returns (bool approved) {
        return _classOperators[owner][classId][operator];
    }

    function _recordUsage(uint256 tokenId, bytes32 metricType, uint256 amount) private {
        Position storage position = _checkUser(tokenId);

        if (amount != 0) _lower(tokenId, position, amount);

        emit UsageRecorded(tokenId, metricType, amount, msg.sender);
    }

    /// @dev The position, if the caller may use its quota now.
    function _checkUser(uint256 tokenId) internal view returns (Position storage position) {
        position = _position(tokenId);
        address owner = position.owner;
        if (msg.sender != owner && !isApprovedForClass(owner, _classIdOf(tokenId), msg.sender)) {
            revert NotOwnerOrClassOperator(tokenId, msg.sender);
        }
        _checkAlive(tokenId, position);
    }

    function _lower(uint256 tokenId, Position storage position, uint256 amount) internal {
        uint256 available = position.value;
        if (amount > available) revert InsufficientValue(tokenId, available, amount);
        position.value = uint128(available - amount);
    }

    function _raise(Position storage position, uint256 amount) internal {
        uint256 raised = Math.saturatingAdd(position.value, amount);
        if (raised > type(uint128).max) revert ValueTooLarge(raised, type(uint128).max);
        position.value = uint128(raised);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareTerms} from "../../interfaces/IRevShareToken.sol";
import {IRevShareTokenFactory} from "../../interfaces/IRevShareTokenFactory.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title RevShare factory: makes one kind of RevShare token, whose code it keeps in two contracts
/// @dev The code that creates a token is larger than a contract may be, so it does not fit into this one.
abstract contract RevShareFactory is IRevShareTokenFactory {
    /// @dev A contract of data has a byte before it, so that nobody can call it.
    uint256 private constant MAX_PART = 24_575;

    address private immutable DAT;
    address private immutable FIRST;
    address private immutable SECOND;

    constructor(bytes memory code, address dat) {
        if (code.length > 2 * MAX_PART) revert CodeTooLarge(code.length, 2 * MAX_PART);
        uint256 half = code.length / 2;
        DAT = dat;
        FIRST = SSTORE2.write(_slice(code, 0, half));
        SECOND = SSTORE2.write(_slice(code, half, code.length));
    }

    /// @inheritdoc IRevShareTokenFactory
    function create(RevShareTerms calldata terms, bytes32 salt) external returns (address token) {
        bytes memory code = _creation(terms);
        bytes32 bound = _bind(msg.sender, salt);

        emit RevShareTokenCreated(Create2.computeAddress(bound, keccak256(code)), msg.sender, salt, terms);

        token = _deploy(code, bound, salt);
    }

    /// @inheritdoc IRevShareTokenFactory
    function addressOf(RevShareTerms calldata terms, address deployer, bytes32 salt)
        external
        view
        returns (address token)
    {
        return Create2.computeAddress(_bind(deployer, salt), keccak256(_creation(terms)));
    }

    /// @inheritdoc IRevShareTokenFactory
    function dataAnchoringToken() external view returns (address dat) {
        return DAT;
    }

    function _creation(RevShareTerms calldata terms) private view returns (bytes memory code) {
        return bytes.concat(SSTORE2.read(FIRST), SSTORE2.read(SECOND), abi.encode(terms, DAT));
    }

    /// @dev What the constructor reverts with is passed on.
    function _deploy(bytes memory code, bytes32 bound, bytes32 salt) private returns (address token) {
        assembly ("memory-safe") {
            token := create2(0, add(code, 32), mload(code), bound)
            if and(iszero(token), gt(returndatasize(), 0)) {
                let answer := mload(0x40)
                returndatacopy(answer, 0, returndatasize())
                revert(answer, returndatasize())
            }
        }
        if (token == address(0)) revert CreationFailed(salt);
    }

    function _bind(address deployer, bytes32 salt) private pure returns (bytes32 bound) {
        return keccak256(abi.encode(deployer, salt));
    }

    function _slice(bytes memory code, uint256 from, uint256 to) private pure returns (bytes memory part) {
        part = new bytes(to - from);
        for (uint256 i; i < part.length; ++i) {
            part[i] = code[from + i];
        }
    }
}

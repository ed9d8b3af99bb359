// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {RevShareTerms} from "./IRevShareToken.sol";

/// @title Factory of RevShare tokens: one transaction, at an address that is known before
/// @dev An address depends on the caller, so nobody can take another's by being quicker.
interface IRevShareTokenFactory {
    /// @notice `token` was made for `deployer`.
    event RevShareTokenCreated(address indexed token, address indexed deployer, bytes32 salt, RevShareTerms terms);

    /// @notice The code of the token does not fit two contracts.
    error CodeTooLarge(uint256 size, uint256 maximum);
    /// @notice Nothing was made, for it exists already.
    error CreationFailed(bytes32 salt);

    /// @notice Makes a token. Terms that it refuses revert with its own error.
    function create(RevShareTerms calldata terms, bytes32 salt) external returns (address token);

    /// @notice Where `create` by an account puts a token.
    function addressOf(RevShareTerms calldata terms, address deployer, bytes32 salt)
        external
        view
        returns (address token);

    /// @notice The contract of Data Anchoring Tokens that its tokens can hold positions of.
    function dataAnchoringToken() external view returns (address dat);
}

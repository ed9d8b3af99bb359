// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {OfferingTerms} from "./IModelOffering.sol";
import {RevShareTerms} from "./IRevShareToken.sol";

/// @title Factory of model offerings: token and sale in one transaction, at addresses that are known before
/// @dev Addresses depend on the caller and on all terms, so nobody can take another's by being quicker.
interface IModelOfferingFactory {
    /// @notice `offering` sells `token`.
    event OfferingCreated(
        address indexed offering,
        address indexed token,
        address indexed deployer,
        bytes32 salt,
        bool votes,
        RevShareTerms tokenTerms,
        OfferingTerms terms
    );

    /// @notice Makes a token and its offering, which has the whole supply. Terms that either refuses revert with its error.
    /// @param tokenTerms Its `holder` does not count.
    /// @param votes Whether the token counts votes (ERC-5805), which makes its transfers dearer.
    function create(RevShareTerms calldata tokenTerms, OfferingTerms calldata terms, bool votes, bytes32 salt)
        external
        returns (address offering, address token);

    /// @notice Where `create` by an account puts token and offering.
    function addressesOf(
        RevShareTerms calldata tokenTerms,
        OfferingTerms calldata terms,
        bool votes,
        address deployer,
        bytes32 salt
    ) external view returns (address offering, address token);

    /// @notice The token that an offering of this factory sells; the zero address for any other contract.
    function tokenOf(address offering) external view returns (address token);

    /// @notice The factory of the tokens, of those that count votes or of those that do not.
    function tokenFactory(bool votes) external view returns (address factory);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title ERC-20 that takes signatures, as the SDK sees it: permits (EIP-2612) and authorisations (EIP-3009)
/// @notice What somebody's token may have besides ERC-20: letting others spend, or pay, by a signature. Errors have the
/// names that OpenZeppelin gives them.
interface SignedErc20 {
    /// @notice The payer did not sign this authorisation, or signed something else.
    error ERC3009InvalidSignature();
    /// @notice The authorisation counts between two times only, and now is not between them.
    error ERC3009InvalidAuthorizationTime(uint256 validAfter, uint256 validBefore);
    /// @notice The authorisation was used before, or its payer took it back.
    error ERC3009UsedAuthorization(address authorizer, bytes32 nonce);

    /// @notice The EIP-712 domain that signatures for this contract are bound to, by ERC-5267.
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        );

    /// @notice The hash of the EIP-712 domain that permits are signed in.
    function DOMAIN_SEPARATOR() external view returns (bytes32 separator);

    /// @notice The token's name, which is also that of its domain.
    function name() external view returns (string memory name);

    /// @notice The version of the token's domain.
    function version() external view returns (string memory version);

    /// @notice The number in the account's next permit: each is good once.
    function nonces(address owner) external view returns (uint256 nonce);

    /// @notice Whether an authorisation of an account with this nonce was used or taken back.
    function authorizationState(address authorizer, bytes32 nonce) external view returns (bool used);

    /// @notice Lets `spender` take up to `value` of `owner`'s tokens, by the owner's signature. Anyone may hand it in.
    /// @param value In the smallest unit.
    /// @param deadline The last second at which it counts.
    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external;
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Service registry: where a metered service is reached and on what terms
/// @notice A service is an account: the one that vouchers name and that signs receipts. It announces itself, or signs an
/// announcement that anyone may send for it. Nobody else can.
interface IServiceRegistry {
    /// @notice What a service says of itself.
    struct Service {
        /// Base URL of its endpoint.
        string endpoint;
        /// Where its price terms lie.
        string termsURI;
        /// What it meters, e.g. `keccak256("inference_calls")`.
        bytes32 metric;
        /// The key for encryption to the service, in any encoding that its terms name; may be empty.
        bytes publicKey;
    }

    /// @notice A service announced itself, or withdrew with everything empty.
    event ServiceAnnounced(
        address indexed service,
        uint256 nonce,
        string endpoint,
        string termsURI,
        bytes32 indexed metric,
        bytes publicKey
    );

    /// @notice The signature is not the service's over exactly this announcement.
    error InvalidServiceSignature(address service, uint256 nonce);
    /// @notice The signed announcement was to be sent before.
    error SignatureExpired(uint256 deadline, uint256 timestamp);

    /// @notice Announces the caller; replaces what it announced before.
    function announce(Service calldata announcement) external;

    /// @notice Announces a service by its signature; anyone may send it.
    /// @dev EIP-712 in the domain that `eip712Domain()` answers: `Announcement(address service,string endpoint,string
    /// termsURI,bytes32 metric,bytes publicKey,uint256 nonce,uint256 deadline)` with the service's current nonce, which
    /// every announcement uses up.
    /// @param deadline The last second at which it can be sent.
    /// @param signature Of the account, or by ERC-1271.
    function announceFor(address service, Service calldata announcement, uint256 deadline, bytes calldata signature)
        external;

    /// @notice What a service last announced; empty when it never did.
    function serviceOf(address service) external view returns (Service memory announcement);

    /// @notice The number of announcements of a service, which its next signature must carry.
    function nonceOf(address service) external view returns (uint256 nonce);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../interfaces/IDatExchange.sol";
import {IMetering} from "../interfaces/IMetering.sol";
import {IServiceRegistry} from "../interfaces/IServiceRegistry.sol";

/// @title EIP-712 struct hashes of everything that anyone signs
/// @dev The domain (name, version, chain id, contract) is added by the contract that checks the signature.
library TypedData {
    bytes32 internal constant ADD_PROOF = keccak256("AddProof(uint256 tokenId,bytes32 proofType,string uri)");
    bytes32 internal constant VOUCHER = keccak256(
        "Voucher(uint256 tokenId,address reserver,address service,address session,uint32 generation,bytes32 metric,uint256 cumulative,uint64 deadline,bytes32 call)"
    );
    bytes32 internal constant SESSION = keccak256(
        "Session(uint256 tokenId,address reserver,address service,uint32 generation,address key,uint256 cap,uint64 expireAt)"
    );
    bytes32 internal constant ANNOUNCEMENT = keccak256(
        "Announcement(address service,string endpoint,string termsURI,bytes32 metric,bytes publicKey,uint256 nonce,uint256 deadline)"
    );
    bytes32 internal constant ORDER = keccak256(
        "Order(address seller,uint256 tokenId,uint256 quantity,address asset,uint256 price,uint256 maxRoyaltyBps,address buyer,uint256 nonce,uint256 deadline)"
    );
    bytes32 internal constant TRIAL = keccak256("Trial(uint256 offerId,address account,uint256 deadline)");

    /// @notice The hash of a proof that the owner of a token or the controller of its class stands for.
    function hashProof(uint256 tokenId, bytes32 proofType, string calldata uri) internal pure returns (bytes32 hash) {
        return keccak256(abi.encode(ADD_PROOF, tokenId, proofType, keccak256(bytes(uri))));
    }

    /// @notice The hash of a voucher.
    function hashVoucher(IMetering.Voucher calldata voucher) internal pure returns (bytes32 hash) {
        return keccak256(abi.encode(VOUCHER, voucher));
    }

    /// @notice The hash of what a reserver signs for the session key of a voucher.
    function hashSession(IMetering.Voucher calldata voucher, uint256 cap, uint256 expireAt)
        internal
        pure
        returns (bytes32 hash)
    {
        return keccak256(
            abi.encode(
                SESSION,
                voucher.tokenId,
                voucher.reserver,
                voucher.service,
                voucher.generation,
                voucher.session,
                cap,
                expireAt
            )
        );
    }

    /// @notice The hash of what a seller offers.
    function hashOrder(IDatExchange.Order calldata order) internal pure returns (bytes32 hash) {
        return keccak256(abi.encode(ORDER, order));
    }

    /// @notice The hash of what a controller gives an account for nothing, once.
    function hashTrial(uint256 offerId, address account, uint256 deadline) internal pure returns (bytes32 hash) {
        return keccak256(abi.encode(TRIAL, offerId, account, deadline));
    }

    /// @notice The hash of what a service says of itself.
    function hashAnnouncement(
        address service,
        IServiceRegistry.Service calldata announcement,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32 hash) {
        return keccak256(
            abi.encode(
                ANNOUNCEMENT,
                service,
                keccak256(bytes(announcement.endpoint)),
                keccak256(bytes(announcement.termsURI)),
                announcement.metric,
                keccak256(announcement.publicKey),
                nonce,
                deadline
            )
        );
    }
}

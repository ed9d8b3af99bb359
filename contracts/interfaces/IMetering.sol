// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Metering: quota set aside for one service, and paid out against signed vouchers
/// @notice A holder reserves quota for a service and signs, off the chain and for each call, a voucher with the growing sum of
/// what it has used. The service redeems the last voucher only. A voucher never pays twice, because it carries a sum; it never
/// pays after its reservation, because it carries the generation; it never pays anybody else, because it carries both parties.
/// @dev A reservation is known by its token, its service and its reserver (the account that made it and whose signature
/// counts). It survives a transfer of the token: the reserver goes on signing, what is left over returns to the token.
/// Assumptions: an ERC-1271 wallet can take back its own signature until it is redeemed, so a service that trusts one redeems
/// early. An account cannot, not even when it takes on code (EIP-7702): what its key signed counts. A wallet answers within
/// 100,000 gas; one that needs more has not signed.
interface IMetering {
    /// @notice A promise of a reserver to a service, signed by EIP-712 in the domain of this contract.
    struct Voucher {
        /// The token whose quota is used.
        uint256 tokenId;
        /// Who reserved.
        address reserver;
        /// Who is paid.
        address service;
        /// The session key that signed, or the zero address when the reserver did.
        address session;
        /// Which of the reservations that followed each other between the three.
        uint32 generation;
        /// What was used, e.g. `keccak256("inference_calls")`.
        bytes32 metric;
        /// All that was used in this generation, in the smallest unit of the class.
        uint256 cumulative;
        /// The last second at which the voucher can be redeemed.
        uint64 deadline;
        /// What the service was asked for: a commitment to the request, so that a voucher pays for one call. The chain does
        /// not look into it.
        bytes32 call;
    }

    /// @notice Why a voucher in a batch did not pay.
    enum Refusal {
        /// No such reservation, or the voucher is of another generation.
        UnknownReservation,
        /// The reservation is over.
        ReservationEnded,
        /// The voucher's deadline has passed.
        DeadlinePassed,
        /// The same or a higher voucher was redeemed before.
        NothingNew,
        /// The signature is not the reserver's nor that of a session key of it that is valid for this.
        BadSignature
    }

    /// @notice The amount does not fit a reservation.
    error ReservationTooLarge(uint256 amount, uint256 maximum);
    /// @notice A reservation ends now or later, not after its token, and never earlier than it was promised.
    error InvalidUntil(uint256 until, uint256 earliest, uint256 latest);
    /// @notice The zero address cannot serve.
    error InvalidService(address service);
    /// @notice There is nothing reserved between these three.
    error NoReservation(uint256 tokenId, address reserver, address service);
    /// @notice Until then only the service may release the reservation.
    error ReservationRunning(uint256 until);

    /// @notice Quota was set aside: `amount` more, up to and including `until`.
    event Reserved(
        uint256 indexed tokenId,
        address indexed reserver,
        address indexed service,
        uint32 generation,
        uint256 amount,
        uint64 until
    );
    /// @notice A reservation is over; `returned` went back to the token.
    event Released(
        uint256 indexed tokenId, address indexed reserver, address indexed service, uint32 generation, uint256 returned
    );
    /// @notice A voucher in a batch did not pay.
    event VoucherRefused(
        uint256 indexed tokenId, address indexed reserver, address indexed service, uint256 cumulative, Refusal refusal
    );
    /// @notice Vouchers that a session key signed for a reserver cannot be redeemed from `effectiveAt` on.
    event SessionRevoked(address indexed reserver, address indexed key, uint256 effectiveAt);

    /// @notice Sets quota aside for a service, or adds to a reservation and prolongs it. Only the owner of the token or its
    /// class operator; the caller is the reserver.
    /// @param amount Quota to add, in the smallest unit of the class; 0 only prolongs.
    /// @param until The last second at which the service can redeem; not after the token's expiry.
    /// @return generation What vouchers must name.
    function reserve(uint256 tokenId, address service, uint256 amount, uint64 until)
        external
        returns (uint32 generation);

    /// @notice Ends a reservation and returns what was not redeemed to the token. The service may at any time, anyone once
    /// `until` has passed.
    function release(uint256 tokenId, address reserver, address service) external returns (uint256 returned);

    /// @notice Redeems vouchers for their services. Anyone may. Bad ones are passed over and reported.
    /// @dev The signature of a voucher whose `session` is 0 is the reserver's: an account's, or an ERC-1271 wallet's. Otherwise it
    /// is `cap (32 bytes) | expireAt (32) | the key's signature (65) | the reserver's signature`, where the reserver
    /// signs `Session(uint256 tokenId,address reserver,address service,uint32 generation,address key,uint256 cap,
    /// uint64 expireAt)`: the key may sign vouchers of that generation whose sum is at most `cap`, until `expireAt`.
    /// Emits `UsageRecorded` with the service as actor, or `VoucherRefused`.
    /// @return paid The units redeemed, in the order of the vouchers; 0 for those refused.
    function redeem(Voucher[] calldata vouchers, bytes[] calldata signatures) external returns (uint256[] memory paid);

    /// @notice Takes a session key's right back. Always possible; what was signed before stays redeemable for
    /// `REVOCATION_NOTICE`, so that a service is paid for what it has served.
    function revokeSession(address key) external;

    /// @notice A reservation as it stands.
    /// @return amount What was reserved in this generation.
    /// @return redeemed What of it was redeemed.
    /// @return until The last second at which vouchers can be redeemed; 0 when nothing is reserved.
    /// @return generation What vouchers must name.
    function reservationOf(uint256 tokenId, address reserver, address service)
        external
        view
        returns (uint256 amount, uint256 redeemed, uint64 until, uint32 generation);

    /// @notice From when on a reserver's session key is revoked; 0 when it is not.
    function sessionRevokedAt(address reserver, address key) external view returns (uint256 effectiveAt);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../interfaces/IMetering.sol";
import {Signatures} from "../../libraries/Signatures.sol";
import {TypedData} from "../../libraries/TypedData.sol";
import {Domain} from "./Domain.sol";
import {Quota} from "./Quota.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Metering: reserved quota is paid out against signed vouchers
abstract contract Metering is IMetering, Quota, Domain {
    /// @dev slot:  amount 96 | redeemed 96 | until 40 | generation 24
    /// `until` is 0 when nothing is reserved. The generation stays for good.
    struct Reservation {
        uint96 amount;
        uint96 redeemed;
        uint40 until;
        uint24 generation;
    }

    /// @notice How long vouchers of a revoked session key stay redeemable, in seconds.
    uint256 public constant REVOCATION_NOTICE = 15 minutes;

    /// @dev Bytes in front of the reserver's signature in a session's: cap 32 | expireAt 32 | signature of the key 65.
    uint256 private constant SESSION_HEAD = 129;

    mapping(uint256 tokenId => mapping(address reserver => mapping(address service => Reservation))) private
        _reservations;
    mapping(address reserver => mapping(address key => uint256 effectiveAt)) private _revokedAt;

    // --- reservations ---

    /// @inheritdoc IMetering
    function reserve(uint256 tokenId, address service, uint256 amount, uint64 until)
        external
        returns (uint32 generation)
    {
        Position storage position = _checkUser(tokenId);
        if (service == address(0)) revert InvalidService(service);
        Reservation storage reservation = _reservations[tokenId][msg.sender][service];
        if (_hasEnded(reservation)) _release(tokenId, msg.sender, service);
        _checkUntil(until, Math.max(block.timestamp, reservation.until), position.expireAt);
        uint256 total = Math.saturatingAdd(reservation.amount, amount);
        if (total > type(uint96).max) revert ReservationTooLarge(total, type(uint96).max);

        _lower(tokenId, position, amount);
        if (reservation.until == 0) ++reservation.generation;
        generation = reservation.generation;
        reservation.amount = uint96(total);
        reservation.until = uint40(until);

        emit Reserved(tokenId, msg.sender, service, generation, amount, until);
    }

    /// @inheritdoc IMetering
    function release(uint256 tokenId, address reserver, address service) external returns (uint256 returned) {
        Reservation storage reservation = _reservations[tokenId][reserver][service];
        uint256 until = reservation.until;
        if (until == 0) revert NoReservation(tokenId, reserver, service);
        if (msg.sender != service && block.timestamp <= until) revert ReservationRunning(until);

        return _release(tokenId, reserver, service);
    }

    /// @inheritdoc IMetering
    function reservationOf(uint256 tokenId, address reserver, address service)
        external
        view
        returns (uint256 amount, uint256 redeemed, uint64 until, uint32 generation)
    {
        Reservation storage reservation = _reservations[tokenId][reserver][service];
        return (reservation.amount, reservation.redeemed, reservation.until, reservation.generation);
    }

    function _release(uint256 tokenId, address reserver, address service) private returns (uint256 returned) {
        Reservation storage reservation = _reservations[tokenId][reserver][service];
        uint24 generation = reservation.generation;
        returned = reservation.amount - reservation.redeemed;
        _reservations[tokenId][reserver][service] = Reservation(0, 0, 0, generation);
        _raise(_position(tokenId), returned);

        emit Released(tokenId, reserver, service, generation, returned);
    }

    function _hasEnded(Reservation storage reservation) private view returns (bool ended) {
        return reservation.until != 0 && block.timestamp > reservation.until;
    }

    function _checkUntil(uint256 until, uint256 earliest, uint256 expireAt) private pure {
        uint256 latest = expireAt == 0 ? type(uint40).max : Math.min(expireAt, type(uint40).max);
        if (until < earliest || until > latest) revert InvalidUntil(until, earliest, latest);
    }

    // --- vouchers ---

    /// @inheritdoc IMetering
    function redeem(Voucher[] calldata vouchers, bytes[] calldata signatures) external returns (uint256[] memory paid) {
        _checkLength(vouchers.length, signatures.length);

        paid = new uint256[](vouchers.length);
        for (uint256 i; i < vouchers.length; ++i) {
            paid[i] = _redeem(vouchers[i], signatures[i]);
        }
    }

    /// @inheritdoc IMetering
    function revokeSession(address key) external {
        if (_revokedAt[msg.sender][key] != 0) return;
        uint256 effectiveAt = block.timestamp + REVOCATION_NOTICE;
        _revokedAt[msg.sender][key] = effectiveAt;

        emit SessionRevoked(msg.sender, key, effectiveAt);
    }

    /// @inheritdoc IMetering
    function sessionRevokedAt(address reserver, address key) external view returns (uint256 effectiveAt) {
        return _revokedAt[reserver][key];
    }

    function _redeem(Voucher calldata voucher, bytes calldata signature) private returns (uint256 amount) {
        Reservation storage reservation = _reservations[voucher.tokenId][voucher.reserver][voucher.service];
        uint256 redeemed = reservation.redeemed;
        uint256 owed = Math.min(voucher.cumulative, reservation.amount);
        if (reservation.until == 0 || voucher.generation != reservation.generation) {
            return _refuse(voucher, Refusal.UnknownReservation);
        }
        if (_hasEnded(reservation)) return _refuse(voucher, Refusal.ReservationEnded);
        if (block.timestamp > voucher.deadline) return _refuse(voucher, Refusal.DeadlinePassed);
        if (owed <= redeemed) return _refuse(voucher, Refusal.NothingNew);
        if (!_isSigned(voucher, signature)) return _refuse(voucher, Refusal.BadSignature);

        amount = owed - redeemed;
        reservation.redeemed = uint96(owed);

        emit UsageRecorded(voucher.tokenId, voucher.metric, amount, voucher.service);
    }

    function _refuse(Voucher calldata voucher, Refusal refusal) private returns (uint256 nothing) {
        emit VoucherRefused(voucher.tokenId, voucher.reserver, voucher.service, voucher.cumulative, refusal);
        return 0;
    }

    function _isSigned(Voucher calldata voucher, bytes calldata signature) private view returns (bool valid) {
        bytes32 digest = _hashTypedData(TypedData.hashVoucher(voucher));
        if (voucher.session == address(0)) {
            return Signatures.isSignedBy(voucher.reserver, digest, signature);
        }
        return _isSignedBySession(voucher, digest, signature);
    }

    function _isSignedBySession(Voucher calldata voucher, bytes32 digest, bytes calldata signature)
        private
        view
        returns (bool valid)
    {
        if (signature.length < SESSION_HEAD) return false;
        uint256 cap = uint256(bytes32(signature[:32]));
        uint256 expireAt = uint256(bytes32(signature[32:64]));
        uint256 revokedAt = _revokedAt[voucher.reserver][voucher.session];
        if (revokedAt != 0 && block.timestamp >= revokedAt) return false;
        if (voucher.cumulative > cap || block.timestamp > expireAt) return false;

        bytes32 grant = _hashTypedData(TypedData.hashSession(voucher, cap, expireAt));
        return Signatures.isSignedBy(voucher.session, digest, signature[64:SESSION_HEAD])
            && Signatures.isSignedBy(voucher.reserver, grant, signature[SESSION_HEAD:]);
    }
}

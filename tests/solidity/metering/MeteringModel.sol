// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {Signing} from "./Signing.sol";

/// @title Tokens, reservations and vouchers on a plain list
/// @dev What the contract must do, said a second time and without thought for gas.
abstract contract MeteringModel is Signing {
    struct Token {
        uint256 id;
        address owner;
        uint256 value;
        uint64 expireAt;
    }

    struct Reservation {
        uint256 amount;
        uint256 redeemed;
        uint256 until;
        uint32 generation;
    }

    /// What a service was promised in one generation, and what it got.
    struct Account {
        uint256 signed;
        uint256 paid;
        uint256 payments;
    }

    uint256 public constant PEOPLE = 3;
    uint256 public constant SERVICES = 2;

    uint256 public time = 1_800_000_000;
    uint256 public minted;
    uint256 public used;
    uint256 public paidBySession;
    address[3] public people;
    address[2] public services;
    Account[] private _accounts;
    Token[] internal _tokens;
    mapping(address owner => mapping(address operator => bool)) internal _isOperator;
    mapping(address reserver => mapping(address key => uint256 effectiveAt)) internal _revokedAt;
    mapping(uint256 tokenId => mapping(address reserver => mapping(address service => Reservation))) internal
        _reservations;
    mapping(bytes32 name => uint256 indexPlusOne) private _accountOf;

    function tokens() external view returns (Token[] memory) {
        return _tokens;
    }

    function accounts() external view returns (Account[] memory) {
        return _accounts;
    }

    function reservationOf(uint256 tokenId, address reserver, address service)
        external
        view
        returns (Reservation memory reservation)
    {
        return _reservations[tokenId][reserver][service];
    }

    // --- what happens ---

    function _modelReserve(Token storage token, address reserver, address service, uint256 amount, uint64 until)
        internal
    {
        Reservation storage reservation = _reservations[token.id][reserver][service];
        if (_isOver(reservation)) _modelRelease(token, reservation);
        if (reservation.until == 0) ++reservation.generation;
        token.value -= amount;
        reservation.amount += amount;
        reservation.until = until;
    }

    function _modelRelease(Token storage token, Reservation storage reservation) internal {
        token.value += reservation.amount - reservation.redeemed;
        (reservation.amount, reservation.redeemed, reservation.until) = (0, 0, 0);
    }

    /// @dev What the voucher must pay now.
    function _modelRedeem(IMetering.Voucher memory voucher, bool signed) internal returns (uint256 paid) {
        Reservation storage reservation = _reservations[voucher.tokenId][voucher.reserver][voucher.service];
        if (reservation.until == 0 || reservation.generation != voucher.generation) return 0;
        if (time > reservation.until || time > voucher.deadline || !signed) return 0;
        uint256 sum = voucher.cumulative < reservation.amount ? voucher.cumulative : reservation.amount;
        if (sum <= reservation.redeemed) return 0;
        paid = sum - reservation.redeemed;
        reservation.redeemed = sum;
        used += paid;
    }

    // --- what is so ---

    function _isOver(Reservation storage reservation) internal view returns (bool over) {
        return reservation.until != 0 && time > reservation.until;
    }

    function _isAlive(Token storage token) internal view returns (bool alive) {
        return token.expireAt == 0 || time <= token.expireAt;
    }

    function _mayUse(Token storage token, address caller) internal view returns (bool allowed) {
        return _isAlive(token) && (caller == token.owner || _isOperator[token.owner][caller]);
    }

    function _mayReserve(Token storage token, address reserver, address service, uint256 amount, uint64 until)
        internal
        view
        returns (bool allowed)
    {
        Reservation storage reservation = _reservations[token.id][reserver][service];
        bool over = _isOver(reservation);
        uint256 returned = over ? reservation.amount - reservation.redeemed : 0;
        uint256 earliest = over || reservation.until < time ? time : reservation.until;
        bool ends = until >= earliest && until <= type(uint40).max;
        bool fits = amount <= type(uint96).max - (over ? 0 : reservation.amount);
        return _mayUse(token, reserver) && ends && (token.expireAt == 0 || until <= token.expireAt) && fits
            && amount <= token.value + returned;
    }

    // --- what was signed and paid, apart from all that ---

    function _bookSigned(IMetering.Voucher memory voucher) internal {
        Account storage account = _account(voucher);
        if (voucher.cumulative > account.signed) account.signed = voucher.cumulative;
    }

    function _bookPaid(IMetering.Voucher memory voucher, uint256 paid) internal {
        if (paid == 0) return;
        Account storage account = _account(voucher);
        account.paid += paid;
        ++account.payments;
        if (voucher.session != address(0)) ++paidBySession;
    }

    function _account(IMetering.Voucher memory voucher) private returns (Account storage account) {
        bytes32 name = keccak256(abi.encode(voucher.tokenId, voucher.reserver, voucher.service, voucher.generation));
        if (_accountOf[name] == 0) {
            _accounts.push();
            _accountOf[name] = _accounts.length;
        }
        return _accounts[_accountOf[name] - 1];
    }
}

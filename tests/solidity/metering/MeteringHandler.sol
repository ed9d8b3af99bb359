// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {IDat} from "../IDat.sol";
import {MeteringModel} from "./MeteringModel.sol";

/// @title Random people reserving, signing, redeeming, releasing and selling, on the contract and on a plain list
/// @dev Every call is made whether or not it may succeed; it must succeed exactly when the list says so.
contract MeteringHandler is MeteringModel {
    struct Parties {
        uint256 token;
        address reserver;
        address service;
    }

    uint256 private constant MAX_TOKENS = 3;
    uint256 private constant FIRST_KEY = 100;
    uint256 private constant SESSION_KEY = 0x5E55;
    uint256 private constant NOTICE = 15 minutes;

    IDat public immutable DAT;
    Parties[] private _made;

    modifier now_() {
        vm.warp(time);
        if (_tokens.length == 0) _mint(1, 1_000);
        _;
    }

    constructor() {
        DAT = deployDat();
        DAT.createClass("", 0, 0, "");
        for (uint256 i; i < PEOPLE; ++i) {
            people[i] = vm.addr(FIRST_KEY + i);
        }
        // The second service is one of the people, so that somebody may be paid by its own reservation.
        services = [address(0xCAFE), people[0]];
    }

    // --- time and tokens ---

    /// Some seconds pass, or the last second of some reservation comes, or the one after.
    function pass(uint256 seed) external now_ {
        (Token storage token, address reserver, address service) = _parties(seed >> 8);
        uint256 until = _reservations[token.id][reserver][service].until;
        if (seed % 4 != 0) time += (seed >> 4) % 60;
        else if (until + (seed >> 4) % 2 > time) time = until + (seed >> 4) % 2;
    }

    function mint(uint256 seed, uint128 value) external now_ {
        if (_tokens.length < MAX_TOKENS) _mint(seed, value % 1_000_000);
    }

    function transfer(uint256 seed) external now_ {
        Token storage token = _token(seed);
        address to = _person(seed >> 8);
        vm.prank(token.owner);
        DAT.transferToken(token.id, to);
        token.owner = to;
    }

    function approve(uint256 seed, bool approved) external now_ {
        (address owner, address operator) = (_person(seed), _person(seed >> 8));
        vm.prank(owner);
        DAT.approveForClass(1, operator, approved);
        _isOperator[owner][operator] = approved;
    }

    function recordUsage(uint256 seed, uint256 amount) external now_ {
        Token storage token = _token(seed);
        address caller = _person(seed >> 8);
        amount = amount % (token.value / 16 + 2);
        bool allowed = _mayUse(token, caller) && amount <= token.value;

        _call(caller, abi.encodeCall(DAT.recordUsage, (token.id, "", amount)), allowed);

        if (!allowed) return;
        token.value -= amount;
        used += amount;
    }

    function transferValue(uint256 seed, uint256 value) external now_ {
        (Token storage from, Token storage to) = (_token(seed), _token(seed >> 8));
        address caller = _person(seed >> 16);
        value = value % (from.value + 2);
        bool allowed = _mayUse(from, caller) && _isAlive(to) && value != 0 && value <= from.value && from.id != to.id;

        _call(caller, abi.encodeCall(DAT.transferValue, (from.id, to.id, value)), allowed);

        if (!allowed) return;
        from.value -= value;
        to.value += value;
    }

    // --- reservations ---

    function reserve(uint256 seed, uint256 amount, uint256 end) external now_ {
        (Token storage token, address reserver, address service) = _parties(seed);
        if ((seed >> 48) % 8 != 0) amount = amount % (token.value / ((seed >> 52) % 8 + 1) + 2);
        uint256 promised = _reservations[token.id][reserver][service].until;
        uint64 until = uint64((end % 4 == 0 || promised < time ? time : promised) + (end >> 8) % 400 - (end >> 16) % 2);
        bool allowed = _mayReserve(token, reserver, service, amount, until);

        _call(reserver, abi.encodeCall(DAT.reserve, (token.id, service, amount, until)), allowed);

        if (!allowed) return;
        _modelReserve(token, reserver, service, amount, until);
        _made.push(Parties(token.id - _tokens[0].id, reserver, service));
    }

    function release(uint256 seed) external now_ {
        (Token storage token, address reserver, address service) = _parties(seed);
        address caller = (seed >> 48) % 6 == 0 ? service : people[1 + (seed >> 56) % 2];
        Reservation storage reservation = _reservations[token.id][reserver][service];
        bool allowed = reservation.until != 0 && (caller == service || time > reservation.until);

        _call(caller, abi.encodeCall(DAT.release, (token.id, reserver, service)), allowed);

        if (allowed) _modelRelease(token, reservation);
    }

    // --- vouchers ---

    function revokeSession(uint256 seed) external now_ {
        if (seed % 8 != 0) return; // a revocation is for ever, and there are other things to see
        address reserver = _person(seed >> 8);
        address key = vm.addr(SESSION_KEY);
        vm.prank(reserver);
        DAT.revokeSession(key);
        if (_revokedAt[reserver][key] == 0) _revokedAt[reserver][key] = time + NOTICE;
    }

    /// Two vouchers in one batch, by anyone: good and bad ones, often of the same reservation.
    function redeem(uint256 seed, uint256 first, uint256 second) external now_ {
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](2);
        bytes[] memory signatures = new bytes[](2);
        bool[2] memory signed;
        (vouchers[0], signatures[0], signed[0]) = _draw(seed, first);
        (vouchers[1], signatures[1], signed[1]) = _draw(seed % 2 == 0 ? seed : first, second);

        vm.prank(_person(seed >> 128));
        uint256[] memory paid = DAT.redeem(vouchers, signatures);

        for (uint256 i; i < 2; ++i) {
            if (signed[i]) _bookSigned(vouchers[i]);
            _bookPaid(vouchers[i], paid[i]);
            vm.assertEq(paid[i], _modelRedeem(vouchers[i], signed[i]));
        }
    }

    /// @dev Mostly a voucher that could pay, by the reserver's key, a session key or a wrong one.
    function _draw(uint256 parties, uint256 seed)
        private
        view
        returns (IMetering.Voucher memory voucher, bytes memory signature, bool signed)
    {
        voucher = _unsigned(parties, seed);
        uint256 key = (seed >> 32) % 10 == 0 ? SESSION_KEY : _keyOf(voucher.reserver);
        if ((seed >> 40) % 3 == 0) return _drawSession(voucher, key, seed >> 48);
        return (voucher, _signature(key, _digest(_domain(), _voucherHash(voucher))), key != SESSION_KEY);
    }

    function _unsigned(uint256 parties, uint256 seed) private view returns (IMetering.Voucher memory voucher) {
        Token storage token;
        (token, voucher.reserver, voucher.service) = _parties(parties);
        voucher.tokenId = token.id;
        Reservation storage reservation = _reservations[token.id][voucher.reserver][voucher.service];
        voucher.generation = reservation.generation;
        if (seed % 16 == 0 && voucher.generation != 0) --voucher.generation;
        voucher.cumulative = (seed >> 8) % (reservation.amount + reservation.amount / 4 + 2);
        voucher.deadline = uint64((seed >> 24) % 16 == 0 ? time - 1 : time + (seed >> 24) % 16);
        voucher.call = bytes32(seed);
    }

    /// @dev The voucher under a session key, whose grant is of the reserver unless `granter` is another.
    function _drawSession(IMetering.Voucher memory voucher, uint256 granter, uint256 seed)
        private
        view
        returns (IMetering.Voucher memory, bytes memory signature, bool signed)
    {
        voucher.session = vm.addr(SESSION_KEY);
        uint256 cap = voucher.cumulative + seed % 6;
        if (cap != 0) --cap;
        uint64 expireAt = uint64(time + (seed >> 8) % 6 - ((seed >> 8) % 6 == 0 ? 1 : 0));
        signature = abi.encodePacked(
            cap,
            uint256(expireAt),
            _signature(SESSION_KEY, _digest(_domain(), _voucherHash(voucher))),
            _signature(granter, _digest(_domain(), _sessionHash(voucher, cap, expireAt)))
        );
        uint256 revokedAt = _revokedAt[voucher.reserver][voucher.session];
        signed = granter != SESSION_KEY && cap >= voucher.cumulative && expireAt >= time
            && (revokedAt == 0 || time < revokedAt);
        return (voucher, signature, signed);
    }

    // --- helpers ---

    function _call(address caller, bytes memory call, bool allowed) private {
        vm.prank(caller);
        (bool success,) = address(DAT).call(call);
        vm.assertEq(success, allowed);
    }

    function _mint(uint256 seed, uint256 value) private {
        uint64 expireAt = seed % 4 != 0 ? 0 : uint64(time + 500 + (seed >> 16) % 3_000);
        address to = _person(seed >> 32);
        _tokens.push(Token(DAT.mint(1, to, value, 0, expireAt), to, value, expireAt));
        minted += value;
    }

    function _domain() private view returns (Domain memory domain) {
        return Domain("DataAnchoringToken", "1", block.chainid, address(DAT));
    }

    function _keyOf(address person) private view returns (uint256 key) {
        for (key = FIRST_KEY; people[key - FIRST_KEY] != person;) {
            ++key;
        }
    }

    /// @dev Mostly three between whom something was reserved.
    function _parties(uint256 seed) private view returns (Token storage token, address reserver, address service) {
        if (_made.length != 0 && seed % 4 != 0) {
            Parties storage made = _made[(seed >> 4) % _made.length];
            return (_tokens[made.token], made.reserver, made.service);
        }
        token = _token(seed >> 8);
        (reserver, service) = (_reserver(token, seed >> 16), _service(seed >> 24));
    }

    /// @dev Mostly the owner, sometimes anyone.
    function _reserver(Token storage token, uint256 seed) private view returns (address reserver) {
        return seed % 4 == 0 ? _person(seed >> 4) : token.owner;
    }

    function _token(uint256 seed) private view returns (Token storage token) {
        return _tokens[seed % _tokens.length];
    }

    function _person(uint256 seed) private view returns (address person) {
        return people[seed % PEOPLE];
    }

    function _service(uint256 seed) private view returns (address service) {
        return services[seed % SERVICES];
    }
}

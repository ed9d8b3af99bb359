// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {MeteringTest} from "./MeteringTest.sol";

/// @title Session keys: they sign for a reserver up to a cap, until an expiry, for one service, and can be revoked
contract SessionsTest is MeteringTest {
    uint256 private constant RESERVED = 1_000;
    uint256 private constant CAP = 400;
    uint64 private constant EXPIRY = uint64(START + 1 hours);

    function setUp() public override {
        super.setUp();
        _reserve(RESERVED);
    }

    // --- what a key may ---

    /// A key signs vouchers up to its cap; what it signs and what the reserver signs is one sum.
    function testFuzz_WithinTheCap_ItPays(uint256 sum) public {
        sum = bound(sum, 2, CAP);
        _assertPays(_voucher(1), _sign(_voucher(1)), 1);

        _assertPays(_sessionVoucher(sum), _bySession(sum), sum - 1);

        _assertRefused(_voucher(sum), _sign(_voucher(sum)), IMetering.Refusal.NothingNew);
        _assertPays(_voucher(RESERVED), _sign(_voucher(RESERVED)), RESERVED - sum);
    }

    /// A voucher above the cap pays nothing, not even up to it.
    function testFuzz_AboveTheCap_ItIsRefused(uint256 sum) public {
        sum = bound(sum, CAP + 1, type(uint256).max);

        _assertRefused(_sessionVoucher(sum), _bySession(sum), IMetering.Refusal.BadSignature);
    }

    /// A cap above what is reserved pays what is reserved.
    function test_GivenACapAboveTheReserved_ItPaysWhatIsReserved() public {
        IMetering.Voucher memory voucher = _sessionVoucher(type(uint256).max);

        _assertPays(voucher, _signBySession(voucher, Grant(type(uint256).max, EXPIRY)), RESERVED);
    }

    /// A key signs until its expiry, the last second included.
    function test_AfterItsExpiry_ItIsRefused() public {
        bytes memory signature = _bySession(9);

        vm.warp(EXPIRY + 1);
        _assertRefused(_sessionVoucher(9), signature, IMetering.Refusal.BadSignature);
        vm.warp(EXPIRY);
        _assertPays(_sessionVoucher(9), signature, 9);
    }

    /// Cap and expiry count as the reserver signed them: whoever raises one in the signature has none.
    function testFuzz_GivenTermsThatWereNotSigned_ItIsRefused(uint256 cap, uint64 expireAt) public {
        vm.assume(cap != CAP || expireAt != EXPIRY);
        IMetering.Voucher memory voucher = _sessionVoucher(9);
        bytes memory ofReserver = _signature(KEY, _grantDigest(voucher, Grant(CAP, EXPIRY)));

        bytes memory signature = _join(Grant(cap, expireAt), _sign(SESSION_KEY, voucher), ofReserver);

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
    }

    // --- what a grant is bound to ---

    /// A grant for another token, reserver, service, generation or key is none.
    function test_GivenAGrantForSomethingElse_ItIsRefused() public {
        IMetering.Voucher memory voucher = _sessionVoucher(9);
        for (uint256 i; i < 5; ++i) {
            IMetering.Voucher memory granted = _sessionVoucher(9);
            if (i == 0) granted.tokenId += 1;
            if (i == 1) granted.reserver = bob;
            if (i == 2) granted.service = bob;
            if (i == 3) granted.generation += 1;
            if (i == 4) granted.session = bob;
            Grant memory grant = Grant(CAP, EXPIRY);
            bytes memory ofReserver = _signature(KEY, _grantDigest(granted, grant));

            _assertRefused(
                voucher, _join(grant, _sign(SESSION_KEY, voucher), ofReserver), IMetering.Refusal.BadSignature
            );
        }
        _assertPays(voucher, _bySession(9), 9);
    }

    /// A session ends with its generation: in the next reservation the key needs a new grant.
    function test_InTheNextGeneration_TheGrantIsWorthNothing() public {
        Grant memory grant = Grant(CAP, EXPIRY);
        bytes memory ofReserver = _signature(KEY, _grantDigest(_sessionVoucher(9), grant));
        _release(service);
        _reserve(RESERVED);
        IMetering.Voucher memory voucher = _sessionVoucher(9);

        bytes memory signature = _join(grant, _sign(SESSION_KEY, voucher), ofReserver);

        _assertRefused(voucher, signature, IMetering.Refusal.BadSignature);
        _assertPays(voucher, _signBySession(voucher, grant), 9);
    }

    /// Both signatures are needed, each of the right one: the key's alone, the reserver's twice, the key's twice pay nothing.
    function test_GivenOneSignatureOfTwo_ItIsRefused() public {
        IMetering.Voucher memory voucher = _sessionVoucher(9);
        Grant memory grant = Grant(CAP, EXPIRY);
        bytes32 granted = _grantDigest(voucher, grant);
        bytes[6] memory signatures = [
            _sign(SESSION_KEY, voucher),
            _sign(KEY, voucher),
            _join(grant, _sign(SESSION_KEY, voucher), ""),
            _join(grant, _sign(KEY, voucher), _signature(KEY, granted)),
            _join(grant, _sign(SESSION_KEY, voucher), _signature(SESSION_KEY, granted)),
            _join(grant, _sign(OTHER_KEY, voucher), _signature(KEY, granted))
        ];

        for (uint256 i; i < signatures.length; ++i) {
            _assertRefused(voucher, signatures[i], IMetering.Refusal.BadSignature);
        }
    }

    /// A voucher that names no session is not paid by a session's signature, and a grant is no voucher.
    function test_GivenAVoucherWithoutASession_TheGrantIsNoSignature() public {
        IMetering.Voucher memory voucher = _voucher(9);
        Grant memory grant = Grant(CAP, EXPIRY);

        _assertRefused(voucher, _signBySession(voucher, grant), IMetering.Refusal.BadSignature);
        _assertRefused(
            voucher, _signature(KEY, _grantDigest(_sessionVoucher(9), grant)), IMetering.Refusal.BadSignature
        );
    }

    /// Two keys with a cap each do not add up: a cap is on the sum of the generation.
    function test_GivenTwoKeys_TheirCapsAreOnOneSum() public {
        IMetering.Voucher memory voucher = _sessionVoucher(CAP);
        _assertPays(voucher, _bySession(CAP), CAP);
        voucher.session = vm.addr(OTHER_KEY);
        Grant memory grant = Grant(CAP, EXPIRY);

        bytes memory signature = _join(grant, _sign(OTHER_KEY, voucher), _signature(KEY, _grantDigest(voucher, grant)));

        _assertRefused(voucher, signature, IMetering.Refusal.NothingNew);
    }

    // --- revocation ---

    /// A revocation is announced, and takes effect after the notice: until then the service redeems what it has served.
    function test_WhenRevoked_ItPaysForTheNoticeOnly() public {
        address key = vm.addr(SESSION_KEY);
        uint256 effectiveAt = START + 15 minutes;
        vm.assertEq(dat.REVOCATION_NOTICE(), 15 minutes);
        vm.assertEq(dat.sessionRevokedAt(alice, key), 0);
        bytes memory signature = _bySession(9);
        vm.expectEmit(address(dat));
        emit IMetering.SessionRevoked(alice, key, effectiveAt);

        vm.prank(alice);
        dat.revokeSession(key);

        vm.assertEq(dat.sessionRevokedAt(alice, key), effectiveAt);
        vm.warp(effectiveAt);
        _assertRefused(_sessionVoucher(9), signature, IMetering.Refusal.BadSignature);
        vm.warp(effectiveAt - 1);
        _assertPays(_sessionVoucher(9), signature, 9);
    }

    /// A second revocation changes nothing: it neither gives the key more time nor emits.
    function test_WhenRevokedTwice_TheFirstCounts() public {
        address key = vm.addr(SESSION_KEY);
        vm.prank(alice);
        dat.revokeSession(key);
        vm.warp(START + 14 minutes);
        vm.recordLogs();

        vm.prank(alice);
        dat.revokeSession(key);

        vm.assertEq(dat.sessionRevokedAt(alice, key), START + 15 minutes);
        vm.assertEq(_countEvents(IMetering.SessionRevoked.selector), 0);
    }

    /// A revoked key stays revoked: no new grant and no new generation brings it back.
    function test_WhenRevoked_NoNewGrantHelps() public {
        vm.prank(alice);
        dat.revokeSession(vm.addr(SESSION_KEY));
        vm.warp(START + 15 minutes);
        _release(service);
        _reserve(RESERVED);
        IMetering.Voucher memory voucher = _sessionVoucher(9);

        _assertRefused(voucher, _signBySession(voucher, Grant(RESERVED, UNTIL)), IMetering.Refusal.BadSignature);
        _assertPays(_voucher(9), _sign(_voucher(9)), 9);
    }

    /// A revocation is the reserver's own: anybody else revokes the key for itself only.
    function testFuzz_WhenAnotherRevokes_TheKeyStillSigns(address other) public {
        vm.assume(other != alice);
        vm.prank(other);
        dat.revokeSession(vm.addr(SESSION_KEY));
        vm.warp(START + 15 minutes);

        _assertPays(_sessionVoucher(9), _bySession(9), 9);
    }

    /// Revoking works always: with no reservation, no token, for a key that was never granted, and after a sale.
    function testFuzz_RevokingAlwaysWorks(address reserver, address key) public {
        vm.prank(reserver);
        dat.revokeSession(key);

        vm.assertEq(dat.sessionRevokedAt(reserver, key), START + 15 minutes);
        vm.prank(alice);
        dat.transferToken(tokenId, bob);
        vm.prank(alice);
        dat.revokeSession(vm.addr(SESSION_KEY));
        vm.warp(START + 15 minutes);
        _assertRefused(_sessionVoucher(9), _bySession(9), IMetering.Refusal.BadSignature);
    }

    function _bySession(uint256 sum) private view returns (bytes memory signature) {
        return _signBySession(_sessionVoucher(sum), Grant(CAP, EXPIRY));
    }
}

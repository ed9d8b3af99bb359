// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC8028} from "../../../contracts/interfaces/IERC8028.sol";
import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {DatTest} from "../DatTest.sol";
import {Signing} from "./Signing.sol";

/// @dev A token of alice with quota, a service, and vouchers between them.
abstract contract MeteringTest is DatTest, Signing {
    struct Grant {
        uint256 cap;
        uint64 expireAt;
    }

    uint256 internal constant QUOTA = 1_000_000;
    uint256 internal constant SESSION_KEY = 0x5E55;
    uint256 internal constant OTHER_KEY = 0xB0B;
    uint64 internal constant UNTIL = uint64(START + 1 days);

    address internal service = makeAddr("service");
    uint256 internal tokenId;

    function setUp() public virtual override {
        super.setUp();
        tokenId = _mint(alice, QUOTA, 0, 0);
    }

    // --- reservations ---

    function _reserve(uint256 amount) internal returns (uint32 generation) {
        return _reserve(alice, service, amount, UNTIL);
    }

    function _reserve(address reserver, address to, uint256 amount, uint64 until) internal returns (uint32 generation) {
        vm.prank(reserver);
        return dat.reserve(tokenId, to, amount, until);
    }

    function _release(address caller) internal returns (uint256 returned) {
        vm.prank(caller);
        return dat.release(tokenId, alice, service);
    }

    function _assertReservation(uint256 amount, uint256 redeemed, uint64 until, uint32 generation) internal view {
        (uint256 amount_, uint256 redeemed_, uint64 until_, uint32 generation_) =
            dat.reservationOf(tokenId, alice, service);
        vm.assertEq(amount_, amount);
        vm.assertEq(redeemed_, redeemed);
        vm.assertEq(until_, until);
        vm.assertEq(generation_, generation);
    }

    function _redeemed() internal view returns (uint256 redeemed) {
        (, redeemed,,) = dat.reservationOf(tokenId, alice, service);
    }

    // --- vouchers ---

    /// @dev A voucher of alice for the service, in the generation that is running.
    function _voucher(uint256 cumulative) internal view returns (IMetering.Voucher memory voucher) {
        return _voucher(alice, service, cumulative);
    }

    function _voucher(address reserver, address to, uint256 cumulative)
        internal
        view
        returns (IMetering.Voucher memory voucher)
    {
        (,,, uint32 generation) = dat.reservationOf(tokenId, reserver, to);
        bytes32 call = keccak256("request");
        return
            IMetering.Voucher(tokenId, reserver, to, address(0), generation, METRIC, cumulative, type(uint64).max, call);
    }

    function _domain() internal view returns (Domain memory domain) {
        return Domain("DataAnchoringToken", "1", block.chainid, address(dat));
    }

    function _digest(IMetering.Voucher memory voucher) internal view returns (bytes32 digest) {
        return _digest(_domain(), _voucherHash(voucher));
    }

    function _sign(IMetering.Voucher memory voucher) internal view returns (bytes memory signature) {
        return _sign(KEY, voucher);
    }

    function _sign(uint256 key, IMetering.Voucher memory voucher) internal view returns (bytes memory signature) {
        return _signature(key, _digest(voucher));
    }

    // --- session keys ---

    function _sessionVoucher(uint256 cumulative) internal view returns (IMetering.Voucher memory voucher) {
        voucher = _voucher(cumulative);
        voucher.session = vm.addr(SESSION_KEY);
    }

    /// @dev What alice signs for the session key of a voucher.
    function _grantDigest(IMetering.Voucher memory voucher, Grant memory grant) internal view returns (bytes32 digest) {
        return _digest(_domain(), _sessionHash(voucher, grant.cap, grant.expireAt));
    }

    function _join(Grant memory grant, bytes memory ofKey, bytes memory ofReserver)
        internal
        pure
        returns (bytes memory signature)
    {
        return abi.encodePacked(grant.cap, uint256(grant.expireAt), ofKey, ofReserver);
    }

    /// @dev Signed by the session key, which alice's key lets sign so much.
    function _signBySession(IMetering.Voucher memory voucher, Grant memory grant)
        internal
        view
        returns (bytes memory signature)
    {
        return _join(grant, _sign(SESSION_KEY, voucher), _signature(KEY, _grantDigest(voucher, grant)));
    }

    // --- redemptions ---

    function _redeem(IMetering.Voucher memory voucher, bytes memory signature) internal returns (uint256 paid) {
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](1);
        bytes[] memory signatures = new bytes[](1);
        (vouchers[0], signatures[0]) = (voucher, signature);
        vm.prank(stranger);
        return dat.redeem(vouchers, signatures)[0];
    }

    function _expectPaid(IMetering.Voucher memory voucher, uint256 amount) internal {
        vm.expectEmit(address(dat));
        emit IERC8028.UsageRecorded(voucher.tokenId, voucher.metric, amount, voucher.service);
    }

    function _expectRefused(IMetering.Voucher memory voucher, IMetering.Refusal refusal) internal {
        vm.expectEmit(address(dat));
        emit IMetering.VoucherRefused(voucher.tokenId, voucher.reserver, voucher.service, voucher.cumulative, refusal);
    }

    function _assertPays(IMetering.Voucher memory voucher, bytes memory signature, uint256 amount) internal {
        _expectPaid(voucher, amount);
        vm.assertEq(_redeem(voucher, signature), amount);
    }

    /// @dev The voucher pays nothing, the event says why, and the reservation stays as it is.
    function _assertRefused(IMetering.Voucher memory voucher, bytes memory signature, IMetering.Refusal refusal)
        internal
    {
        (, uint256 before,,) = dat.reservationOf(voucher.tokenId, voucher.reserver, voucher.service);
        _expectRefused(voucher, refusal);
        vm.assertEq(_redeem(voucher, signature), 0);
        (, uint256 redeemed,,) = dat.reservationOf(voucher.tokenId, voucher.reserver, voucher.service);
        vm.assertEq(redeemed, before);
    }

    /// @dev The voucher in a batch between two good ones pays nothing, and they pay.
    function _assertPassedOver(IMetering.Voucher memory voucher, bytes memory signature) internal {
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](3);
        bytes[] memory signatures = new bytes[](3);
        uint256 redeemed = _redeemed();
        (vouchers[0], vouchers[1], vouchers[2]) = (_voucher(redeemed + 1), voucher, _voucher(redeemed + 3));
        (signatures[0], signatures[1], signatures[2]) = (_sign(vouchers[0]), signature, _sign(vouchers[2]));

        uint256[] memory paid = dat.redeem(vouchers, signatures);

        vm.assertEq(paid[0], 1);
        vm.assertEq(paid[1], 0);
        vm.assertEq(paid[2], 2);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {MeteringTest} from "./MeteringTest.sol";

/// @title Reservations: quota is set aside for one service, and can be raised and prolonged
contract ReservationsTest is MeteringTest {
    uint64 private constant DEADLINE = uint64(START + 100);

    // --- reserve ---

    /// What is reserved leaves the token, and the event and the view say what is reserved until when.
    function testFuzz_WhenQuotaIsReserved_ItLeavesTheToken(uint256 amount, uint64 until) public {
        amount = bound(amount, 0, QUOTA);
        until = uint64(bound(until, START, type(uint40).max));
        vm.expectEmit(address(dat));
        emit IMetering.Reserved(tokenId, alice, service, 1, amount, until);

        vm.assertEq(_reserve(alice, service, amount, until), 1);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - amount);
        _assertReservation(amount, 0, until, 1);
    }

    /// A second reserve of the same three raises: the amounts add up, the generation stays, the event says what was added.
    function testFuzz_WhenAReservationIsRaised_TheAmountsAddUp(uint256 first, uint256 second, uint256 used) public {
        first = bound(first, 1, QUOTA - 1);
        second = bound(second, 1, QUOTA - first);
        used = bound(used, 1, first);
        _reserve(first);
        _redeem(_voucher(used), _sign(_voucher(used)));
        vm.expectEmit(address(dat));
        emit IMetering.Reserved(tokenId, alice, service, 1, second, UNTIL);

        vm.assertEq(_reserve(second), 1);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - first - second);
        _assertReservation(first + second, used, UNTIL, 1);
    }

    /// An amount of 0 only prolongs, at the last second too.
    function testFuzz_WhenNothingIsAdded_ItOnlyProlongs(uint64 until) public {
        until = uint64(bound(until, UNTIL, type(uint40).max));
        _reserve(70);
        vm.warp(UNTIL);
        vm.expectEmit(address(dat));
        emit IMetering.Reserved(tokenId, alice, service, 1, 0, until);

        _reserve(alice, service, 0, until);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - 70);
        _assertReservation(70, 0, until, 1);
    }

    /// The class operator of the owner reserves under its own name, beside the owner and with its own signature.
    function test_WhenAClassOperatorReserves_ItIsTheReserver() public {
        address operator = vm.addr(OTHER_KEY);
        vm.prank(alice);
        dat.approveForClass(class, operator, true);
        _reserve(70);

        _reserve(operator, service, 30, UNTIL);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - 100);
        _assertReservation(70, 0, UNTIL, 1);
        IMetering.Voucher memory voucher = _voucher(operator, service, 100);
        _assertRefused(voucher, _sign(KEY, voucher), IMetering.Refusal.BadSignature);
        _assertPays(voucher, _sign(OTHER_KEY, voucher), 30);
        _assertReservation(70, 0, UNTIL, 1);
    }

    /// Reservations for two services are two: neither counts in the other.
    function test_GivenTwoServices_EachHasItsOwn() public {
        _reserve(70);
        _reserve(alice, bob, 30, UNTIL + 1);

        (uint256 amount,, uint64 until, uint32 generation) = dat.reservationOf(tokenId, alice, bob);

        vm.assertEq(amount, 30);
        vm.assertEq(until, UNTIL + 1);
        vm.assertEq(generation, 1);
        _assertReservation(70, 0, UNTIL, 1);
    }

    /// Only the owner or its class operator may: not a stranger, not the service, not who may only move the token.
    function test_GivenSomebodyElse_ReserveReverts() public {
        vm.prank(alice);
        dat.setApprovalForAll(carol, true);
        address[4] memory others = [stranger, service, carol, controller];

        for (uint256 i; i < others.length; ++i) {
            _assertReserveReverts(
                others[i],
                1,
                UNTIL,
                abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrClassOperator.selector, tokenId, others[i])
            );
        }
    }

    /// There is nothing to reserve in a token that does not exist, and nobody reserves for the zero address.
    function testFuzz_GivenNoTokenOrNoService_ItReverts(uint256 unknown) public {
        vm.assume(unknown != tokenId);

        _assertReverts(alice, abi.encodeCall(dat.reserve, (unknown, service, 1, UNTIL)), _unknownToken(unknown));
        _assertReverts(
            alice,
            abi.encodeCall(dat.reserve, (tokenId, address(0), 1, UNTIL)),
            abi.encodeWithSelector(IMetering.InvalidService.selector, address(0))
        );
    }

    /// More than the token has cannot be reserved: what is reserved already is not there.
    function testFuzz_GivenTooLittleQuota_ItReverts(uint256 reserved, uint256 amount) public {
        reserved = bound(reserved, 0, QUOTA);
        _reserve(reserved);
        uint256 available = QUOTA - reserved;
        amount = bound(amount, available + 1, type(uint96).max - reserved);

        _assertReserveReverts(
            alice,
            amount,
            UNTIL,
            abi.encodeWithSelector(IDataAnchoringToken.InsufficientValue.selector, tokenId, available, amount)
        );
    }

    /// A reservation holds 2^96 - 1 at most, whatever the token has; sums that no number holds are refused like others.
    function testFuzz_GivenMoreThanFits_ItReverts(uint256 reserved, uint256 amount) public {
        uint256 max = type(uint96).max;
        tokenId = _mint(alice, type(uint128).max, 0, 0);
        reserved = bound(reserved, 0, max);
        amount = bound(amount, max - reserved + 1, type(uint256).max);
        _reserve(reserved);
        uint256 total = amount > type(uint256).max - reserved ? type(uint256).max : reserved + amount;

        _assertReserveReverts(
            alice, amount, UNTIL, abi.encodeWithSelector(IMetering.ReservationTooLarge.selector, total, max)
        );
        _reserve(max - reserved);
        _assertReservation(max, 0, UNTIL, 1);
    }

    // --- until ---

    /// A reservation ends now or later.
    function testFuzz_GivenAnEndInThePast_ItReverts(uint64 until) public {
        until = uint64(bound(until, 0, START - 1));

        _assertInvalidUntil(until, START, type(uint40).max);
        _reserve(alice, service, 1, uint64(START));
        _assertReservation(1, 0, uint64(START), 1);
    }

    /// It never ends earlier than it was promised.
    function testFuzz_GivenAnEndBeforeThePromised_ItReverts(uint64 until) public {
        _reserve(70);
        until = uint64(bound(until, 0, UNTIL - 1));

        _assertInvalidUntil(until, UNTIL, type(uint40).max);
    }

    /// It does not outlive the token, and ends before the year 36812 in any case.
    function testFuzz_GivenAnEndAfterTheToken_ItReverts(uint64 until, uint64 expireAt) public {
        expireAt = uint64(bound(expireAt, START, type(uint64).max));
        uint64 latest = expireAt < type(uint40).max ? expireAt : type(uint40).max;
        until = uint64(bound(until, uint256(latest) + 1, type(uint64).max));
        tokenId = _mint(alice, QUOTA, 0, expireAt);

        _assertInvalidUntil(until, START, latest);
        _reserve(alice, service, 1, latest);
        _assertReservation(1, 0, latest, 1);
    }

    /// With an end that was promised at the token's last second, there is nothing left to prolong.
    function test_GivenATokenNearItsExpiry_ItIsReservedToItsLastSecond() public {
        tokenId = _mint(alice, QUOTA, 0, DEADLINE);
        vm.warp(DEADLINE);

        _reserve(alice, service, 5, DEADLINE);
        _assertInvalidUntil(DEADLINE + 1, DEADLINE, DEADLINE);
        vm.warp(DEADLINE + 1);

        _assertReserveReverts(alice, 1, DEADLINE + 1, _expired(tokenId, DEADLINE));
    }

    // --- what is set aside ---

    /// Reserved quota cannot be used, moved or reserved a second time.
    function test_GivenReservedQuota_ItIsNotThere() public {
        _reserve(QUOTA - 10);
        uint256 other = _mint(bob, 0, 0, 0);
        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.InsufficientValue.selector, tokenId, 10, 11);

        _assertReverts(alice, abi.encodeCall(dat.recordUsage, (tokenId, METRIC, 11)), reason);
        _assertReverts(alice, abi.encodeCall(dat.transferValue, (tokenId, other, 11)), reason);
        _assertReverts(alice, abi.encodeCall(dat.reserve, (tokenId, bob, 11, UNTIL)), reason);
    }

    function _assertInvalidUntil(uint64 until, uint256 earliest, uint256 latest) private {
        _assertReserveReverts(
            alice, 1, until, abi.encodeWithSelector(IMetering.InvalidUntil.selector, until, earliest, latest)
        );
    }

    function _assertReserveReverts(address caller, uint256 amount, uint64 until, bytes memory reason) private {
        _assertReverts(caller, abi.encodeCall(dat.reserve, (tokenId, service, amount, until)), reason);
    }
}

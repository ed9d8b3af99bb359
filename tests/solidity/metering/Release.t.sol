// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {MeteringTest} from "./MeteringTest.sol";

/// @title Release: what was not redeemed returns to the token, when it may
contract ReleaseTest is MeteringTest {
    uint256 private constant RESERVED = 1_000;

    function setUp() public override {
        super.setUp();
        _reserve(RESERVED);
    }

    // --- by whom, when ---

    /// The service may at any time; what was not redeemed returns, what was redeemed does not.
    function testFuzz_WhenTheServiceReleases_TheRestReturns(uint256 used, uint256 time) public {
        used = bound(used, 1, RESERVED);
        _redeem(_voucher(used), _sign(_voucher(used)));
        vm.warp(bound(time, START, uint256(UNTIL) * 2));
        vm.expectEmit(address(dat));
        emit IMetering.Released(tokenId, alice, service, 1, RESERVED - used);

        vm.assertEq(_release(service), RESERVED - used);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - used);
        _assertReservation(0, 0, 0, 1);
    }

    /// Anyone may when `until` has passed.
    function testFuzz_WhenItIsOver_AnyoneReleases(address caller, uint256 time) public {
        vm.warp(bound(time, uint256(UNTIL) + 1, uint256(UNTIL) * 2));

        vm.assertEq(_release(caller), RESERVED);

        vm.assertEq(dat.valueOf(tokenId), QUOTA);
    }

    /// Nobody but the service may before, the last second included: not the reserver, not the owner, not the controller.
    function testFuzz_WhileItRuns_OnlyTheServiceReleases(address caller, uint256 time) public {
        vm.assume(caller != service);
        vm.warp(bound(time, START, UNTIL));
        address[3] memory others = [caller, alice, controller];

        for (uint256 i; i < others.length; ++i) {
            _assertReleaseReverts(others[i], abi.encodeWithSelector(IMetering.ReservationRunning.selector, UNTIL));
        }
        _assertReservation(RESERVED, 0, UNTIL, 1);
    }

    /// A prolonged reservation runs until its new end.
    function test_WhenItWasProlonged_ItRunsLonger() public {
        _reserve(alice, service, 0, UNTIL + 10);
        vm.warp(UNTIL + 10);

        _assertReleaseReverts(alice, abi.encodeWithSelector(IMetering.ReservationRunning.selector, UNTIL + 10));
        vm.warp(UNTIL + 11);
        vm.assertEq(_release(alice), RESERVED);
    }

    /// What does not exist, or is over, is not released: neither twice, nor for others, nor in unknown tokens.
    function testFuzz_GivenNoReservation_ItReverts(uint256 token, address reserver, address other) public {
        vm.assume(token != tokenId || reserver != alice || other != service);
        _assertReverts(
            other,
            abi.encodeCall(dat.release, (token, reserver, other)),
            abi.encodeWithSelector(IMetering.NoReservation.selector, token, reserver, other)
        );

        _release(service);
        _assertReleaseReverts(
            service, abi.encodeWithSelector(IMetering.NoReservation.selector, tokenId, alice, service)
        );
        vm.assertEq(dat.valueOf(tokenId), QUOTA);
    }

    // --- the next generation ---

    /// After a release the next reservation starts from nothing, under the next generation, and may end earlier.
    function test_AfterARelease_TheNextGenerationStarts() public {
        _redeem(_voucher(400), _sign(_voucher(400)));
        _release(service);

        vm.assertEq(_reserve(alice, service, 50, uint64(START)), 2);

        _assertReservation(50, 0, uint64(START), 2);
        vm.assertEq(dat.valueOf(tokenId), QUOTA - 400 - 50);
    }

    /// Who reserves over one that is over releases that first: its rest is there for the new one.
    function test_WhenReservedOverAnEndedOne_ThatIsReleased() public {
        _reserve(QUOTA - RESERVED);
        _redeem(_voucher(400), _sign(_voucher(400)));
        vm.warp(UNTIL + 1);
        vm.expectEmit(address(dat));
        emit IMetering.Released(tokenId, alice, service, 1, QUOTA - 400);
        vm.expectEmit(address(dat));
        emit IMetering.Reserved(tokenId, alice, service, 2, QUOTA - 400, UNTIL + 1);

        vm.assertEq(_reserve(alice, service, QUOTA - 400, UNTIL + 1), 2);

        _assertReservation(QUOTA - 400, 0, UNTIL + 1, 2);
        vm.assertEq(dat.valueOf(tokenId), 0);
    }

    // --- tokens that move, end or are full ---

    /// A reservation survives a transfer: the reserver goes on signing, the new owner has no hand in it, and the rest returns
    /// to the token.
    function test_WhenTheTokenIsTransferred_TheReservationStands() public {
        vm.prank(alice);
        dat.transferToken(tokenId, bob);

        _assertPays(_voucher(300), _sign(_voucher(300)), 300);
        _assertReleaseReverts(bob, abi.encodeWithSelector(IMetering.ReservationRunning.selector, UNTIL));
        _assertReverts(
            alice,
            abi.encodeCall(dat.reserve, (tokenId, service, 0, UNTIL + 1)),
            abi.encodeWithSelector(IDataAnchoringToken.NotOwnerOrClassOperator.selector, tokenId, alice)
        );
        vm.warp(UNTIL + 1);
        vm.assertEq(_release(bob), RESERVED - 300);
        vm.prank(bob);
        dat.recordUsage(tokenId, METRIC, QUOTA - 300);
        vm.assertEq(dat.valueOf(tokenId), 0);
    }

    /// The new owner's reservation for the same service is another one, which the former reserver does not sign for.
    function test_WhenTheNewOwnerReserves_ItIsBesideTheFormer() public {
        address buyer = vm.addr(OTHER_KEY);
        vm.prank(alice);
        dat.transferToken(tokenId, buyer);

        vm.assertEq(_reserve(buyer, service, 10, UNTIL), 1);

        IMetering.Voucher memory voucher = _voucher(buyer, service, 10);
        _assertRefused(voucher, _sign(KEY, voucher), IMetering.Refusal.BadSignature);
        _assertPays(voucher, _sign(OTHER_KEY, voucher), 10);
        _assertReservation(RESERVED, 0, UNTIL, 1);
    }

    /// What was reserved in a token that expired returns to it, whoever calls: nothing is left behind.
    function test_WhenTheTokenHasExpired_TheRestReturns() public {
        tokenId = _mint(alice, QUOTA, 0, UNTIL);
        _reserve(600);
        vm.warp(UNTIL);
        _assertPays(_voucher(100), _sign(_voucher(100)), 100);
        vm.warp(UNTIL + 1);

        _assertRefused(_voucher(200), _sign(_voucher(200)), IMetering.Refusal.ReservationEnded);
        vm.assertEq(_release(stranger), 500);

        vm.assertEq(dat.valueOf(tokenId), QUOTA - 100);
    }

    /// A token that was filled to the brim meanwhile has no room for the rest; it waits until there is some.
    function test_GivenAFullToken_TheRestWaits() public {
        uint256 max = type(uint128).max;
        uint256 full = _mint(alice, max, 0, 0);
        vm.prank(alice);
        dat.transferValue(full, tokenId, max - QUOTA + RESERVED);

        _assertReleaseReverts(
            service, abi.encodeWithSelector(IDataAnchoringToken.ValueTooLarge.selector, max + RESERVED, max)
        );
        vm.prank(alice);
        dat.recordUsage(tokenId, METRIC, RESERVED);
        vm.assertEq(_release(service), RESERVED);
        vm.assertEq(dat.valueOf(tokenId), max);
    }

    function _assertReleaseReverts(address caller, bytes memory reason) private {
        _assertReverts(caller, abi.encodeCall(dat.release, (tokenId, alice, service)), reason);
    }
}

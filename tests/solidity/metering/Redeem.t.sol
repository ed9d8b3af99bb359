// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IMetering} from "../../../contracts/interfaces/IMetering.sol";
import {MeteringTest} from "./MeteringTest.sol";

/// @title Redemption: a voucher pays what is new in its sum, once
contract RedeemTest is MeteringTest {
    uint256 private constant RESERVED = 1_000;

    function setUp() public override {
        super.setUp();
        _reserve(RESERVED);
    }

    // --- sums ---

    /// A voucher pays the difference to what was redeemed before; the token's own quota is not touched.
    function testFuzz_WhenRedeemed_ItPaysTheDifference(uint256 first, uint256 second) public {
        first = bound(first, 1, RESERVED - 1);
        second = bound(second, first + 1, RESERVED);

        _assertPays(_voucher(first), _sign(_voucher(first)), first);
        _assertPays(_voucher(second), _sign(_voucher(second)), second - first);

        _assertReservation(RESERVED, second, UNTIL, 1);
        vm.assertEq(dat.valueOf(tokenId), QUOTA - RESERVED);
    }

    /// Vouchers in any order pay together what the highest says, and never more than is reserved.
    function testFuzz_GivenAnyOrder_TheHighestIsPaid(uint256[6] memory sums) public {
        uint256 highest;
        uint256 total;
        for (uint256 i; i < sums.length; ++i) {
            if (i != 3) sums[i] = bound(sums[i], 0, RESERVED + 200);
            if (sums[i] > highest) highest = sums[i];

            total += _redeem(_voucher(sums[i]), _sign(_voucher(sums[i])));
        }

        vm.assertEq(total, highest < RESERVED ? highest : RESERVED);
        vm.assertEq(_redeemed(), total);
    }

    /// The same voucher, or a lower one, pays nothing.
    function testFuzz_GivenNothingNew_ItIsRefused(uint256 sum) public {
        sum = bound(sum, 0, 500);
        _redeem(_voucher(500), _sign(_voucher(500)));

        _assertRefused(_voucher(sum), _sign(_voucher(sum)), IMetering.Refusal.NothingNew);
    }

    /// What a voucher commits to is opaque to the chain: another call of the same sum pays nothing more.
    function testFuzz_GivenAnotherCallOfTheSameSum_ItIsRefused(bytes32 call) public {
        _redeem(_voucher(500), _sign(_voucher(500)));
        IMetering.Voucher memory voucher = _voucher(500);
        voucher.call = call;

        _assertRefused(voucher, _sign(voucher), IMetering.Refusal.NothingNew);
        voucher.cumulative = 501;
        _assertPays(voucher, _sign(voucher), 1);
    }

    /// A voucher above what is reserved pays what is reserved, and the rest when the reserver has raised.
    function testFuzz_GivenAVoucherAboveTheReserved_ItPaysWhatIsReserved(uint256 sum) public {
        sum = bound(sum, RESERVED + 1, type(uint256).max);
        IMetering.Voucher memory voucher = _voucher(sum);
        bytes memory signature = _sign(voucher);

        _assertPays(voucher, signature, RESERVED);
        _assertRefused(voucher, signature, IMetering.Refusal.NothingNew);
        _reserve(50);
        uint256 rest = sum - RESERVED < 50 ? sum - RESERVED : 50;
        _assertPays(voucher, signature, rest);

        _assertReservation(RESERVED + 50, RESERVED + rest, UNTIL, 1);
    }

    // --- times ---

    /// A voucher pays up to and at its deadline.
    function testFuzz_GivenADeadline_ItPaysUpToIt(uint64 deadline) public {
        IMetering.Voucher memory voucher = _voucher(9);
        voucher.deadline = uint64(bound(deadline, START, UNTIL - 1));
        bytes memory signature = _sign(voucher);

        vm.warp(voucher.deadline + 1);
        _assertRefused(voucher, signature, IMetering.Refusal.DeadlinePassed);
        vm.warp(voucher.deadline);
        _assertPays(voucher, signature, 9);
    }

    /// A voucher pays up to and at the end of its reservation, whatever its own deadline.
    function test_WhenTheReservationIsOver_ItIsRefused() public {
        vm.warp(UNTIL + 1);
        _assertRefused(_voucher(9), _sign(_voucher(9)), IMetering.Refusal.ReservationEnded);

        vm.warp(UNTIL);
        _assertPays(_voucher(9), _sign(_voucher(9)), 9);
    }

    // --- generations ---

    /// A voucher of an ended generation is worth nothing in the next, also when that reserves the same again.
    function test_GivenAnOldGeneration_ItIsRefused() public {
        IMetering.Voucher memory old = _voucher(700);
        bytes memory signature = _sign(old);
        _redeem(_voucher(100), _sign(_voucher(100)));
        _release(service);

        _assertRefused(old, signature, IMetering.Refusal.UnknownReservation);
        _reserve(RESERVED);
        _assertRefused(old, signature, IMetering.Refusal.UnknownReservation);
        old.generation = 2;
        _assertRefused(old, signature, IMetering.Refusal.BadSignature);
        _assertPays(_voucher(700), _sign(_voucher(700)), 700);
    }

    /// A voucher names exactly the running generation: none to come, and none that only looks like it in 24 bits.
    function testFuzz_GivenAnotherGeneration_ItIsRefused(uint32 generation) public {
        vm.assume(generation != 1);
        IMetering.Voucher memory voucher = _voucher(9);

        voucher.generation = generation;
        _assertRefused(voucher, _sign(voucher), IMetering.Refusal.UnknownReservation);
        voucher.generation = 1 + (1 << 24);
        _assertRefused(voucher, _sign(voucher), IMetering.Refusal.UnknownReservation);
    }

    /// Between parties without a reservation nothing is paid, whoever signs; the zero address neither.
    function testFuzz_GivenNoReservation_ItIsRefused(uint256 token, uint256 key, address to) public {
        key = bound(key, 1, type(uint128).max);
        IMetering.Voucher memory voucher = _voucher(9);
        voucher.tokenId = token;
        (voucher.reserver, voucher.service) = (vm.addr(key), to);
        vm.assume(key != KEY);

        _assertRefused(voucher, _sign(key, voucher), IMetering.Refusal.UnknownReservation);
        voucher.generation = 0;
        _assertRefused(voucher, _sign(key, voucher), IMetering.Refusal.UnknownReservation);
        voucher.reserver = address(0);
        _assertRefused(voucher, "", IMetering.Refusal.UnknownReservation);
    }

    // --- batches ---

    /// Two vouchers of one reservation in one batch pay the higher sum together, in both orders.
    function test_GivenTwoOfOneReservation_TheyPayTheHigherSum() public {
        (IMetering.Voucher memory low, IMetering.Voucher memory high) = (_voucher(300), _voucher(800));
        uint256 state = vm.snapshotState();
        _expectPaid(low, 300);
        _expectPaid(high, 500);
        uint256[] memory paid = _redeemBoth(low, high);
        vm.assertEq(paid[0], 300);
        vm.assertEq(paid[1], 500);
        vm.assertEq(_redeemed(), 800);

        vm.revertToState(state);
        _expectPaid(high, 800);
        _expectRefused(low, IMetering.Refusal.NothingNew);
        paid = _redeemBoth(high, low);
        vm.assertEq(paid[0], 800);
        vm.assertEq(paid[1], 0);
        vm.assertEq(_redeemed(), 800);
    }

    /// A batch of 100 reservations pays each, and 30 bad vouchers among them are reported and change nothing for the others.
    function test_GivenABatchOfAHundred_TheGoodOnesPay() public {
        (IMetering.Voucher[] memory vouchers, bytes[] memory signatures) = _hundred();
        for (uint256 i; i < 30; ++i) {
            signatures[3 * i + 1] = abi.encodePacked(signatures[0]);
        }
        for (uint256 i; i < vouchers.length; ++i) {
            if (i % 3 == 1 && i < 90) _expectRefused(vouchers[i], IMetering.Refusal.BadSignature);
            else _expectPaid(vouchers[i], 1 + i);
        }

        uint256[] memory paid = dat.redeem(vouchers, signatures);

        for (uint256 i; i < paid.length; ++i) {
            (, uint256 redeemed,,) = dat.reservationOf(tokenId, alice, vouchers[i].service);
            vm.assertEq(paid[i], i % 3 == 1 && i < 90 ? 0 : 1 + i);
            vm.assertEq(redeemed, paid[i]);
        }
    }

    /// A further voucher in a batch of 100 costs at most 24,000 gas, with its share of the call's data.
    function test_GivenABatchOfAHundred_EachIsCheap() public {
        (IMetering.Voucher[] memory vouchers, bytes[] memory signatures) = _hundred();
        bytes memory call = abi.encodeCall(dat.redeem, (vouchers, signatures));
        vm.cool(address(dat));
        uint256 before = gasleft();
        (bool success,) = address(dat).call(call);
        uint256 spent = before - gasleft();

        vm.assertTrue(success);
        vm.assertLe((spent + _calldataGas(call)) / vouchers.length, 24_000);
    }

    /// Vouchers without a signature each, or signatures without a voucher, are a mistake of the caller.
    function testFuzz_GivenListsOfTwoLengths_ItReverts(uint8 vouchers, uint8 signatures) public {
        vm.assume(vouchers != signatures);
        _assertReverts(
            service,
            abi.encodeCall(dat.redeem, (new IMetering.Voucher[](vouchers), new bytes[](signatures))),
            abi.encodeWithSelector(IDataAnchoringToken.LengthMismatch.selector, vouchers, signatures)
        );
    }

    /// A batch of nothing pays nothing.
    function test_GivenAnEmptyBatch_NothingHappens() public {
        vm.assertEq(dat.redeem(new IMetering.Voucher[](0), new bytes[](0)).length, 0);
        _assertReservation(RESERVED, 0, UNTIL, 1);
    }

    /// The standard's event names the service as actor and the signed metric, whoever sends.
    function testFuzz_WhoeverRedeems_TheServiceIsTheActor(address caller, bytes32 metric) public {
        IMetering.Voucher memory voucher = _voucher(9);
        voucher.metric = metric;
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](1);
        bytes[] memory signatures = new bytes[](1);
        (vouchers[0], signatures[0]) = (voucher, _sign(voucher));
        _expectPaid(voucher, 9);

        vm.prank(caller);
        vm.assertEq(dat.redeem(vouchers, signatures)[0], 9);
    }

    function _redeemBoth(IMetering.Voucher memory first, IMetering.Voucher memory second)
        private
        returns (uint256[] memory paid)
    {
        IMetering.Voucher[] memory vouchers = new IMetering.Voucher[](2);
        bytes[] memory signatures = new bytes[](2);
        (vouchers[0], vouchers[1]) = (first, second);
        (signatures[0], signatures[1]) = (_sign(first), _sign(second));
        return dat.redeem(vouchers, signatures);
    }

    /// @dev A voucher each for 100 services, of 1, 2, ... 100 units.
    function _hundred() private returns (IMetering.Voucher[] memory vouchers, bytes[] memory signatures) {
        (vouchers, signatures) = (new IMetering.Voucher[](100), new bytes[](100));
        for (uint256 i; i < vouchers.length; ++i) {
            address to = address(uint160(0xCAFE0000 + i));
            _reserve(alice, to, RESERVED, UNTIL);
            vouchers[i] = _voucher(alice, to, 1 + i);
            signatures[i] = _sign(vouchers[i]);
        }
    }

    function _calldataGas(bytes memory data) private pure returns (uint256 gas_) {
        for (uint256 i; i < data.length; ++i) {
            gas_ += data[i] == 0 ? 4 : 16;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {FeeToken} from "../../../contracts/mocks/FeeToken.sol";
import {ReentrantReceiver} from "../../../contracts/mocks/ReentrantReceiver.sol";
import {ReentrantToken} from "../../../contracts/mocks/ReentrantToken.sol";
import {ReturnBomb} from "../../../contracts/mocks/ReturnBomb.sol";
import {ExchangeTest} from "../exchange/ExchangeTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @dev Takes all the gas that it is given.
contract GasEater {
    receive() external payable {
        assembly { invalid() }
    }
}

/// @title Attack: what sellers, buyers and others do to orders
contract HostileOrdersTest is ExchangeTest {
    // --- signatures ---

    /// A filled order is filled once, also when its seller has the token again.
    function test_WhenReplayed_ItReverts() public {
        IDatExchange.Order memory order = _wholeOrder();
        _fill(order, _taken(), 10_000);
        vm.prank(bob);
        dat.transferToken(sold, alice);

        _assertNotFilled(
            order,
            _taken(),
            10_000,
            abi.encodeWithSelector(IDatExchange.OrderFilledUp.selector, _orderHash(order), uint256(1), uint256(0))
        );
    }

    /// The other form of a signature, or its short form, fills the same order and not another one.
    function test_GivenAnotherForm_ItIsTheSameOrder() public {
        IDatExchange.Order memory order = _sliceOrder();
        bytes32 digest = _orderHash(order);
        _fill(order, _taken(200), 667);
        bytes memory reason =
            abi.encodeWithSelector(IDatExchange.OrderFilledUp.selector, digest, uint256(200), uint256(100));

        _assertNo(bob, 667, abi.encodeCall(exchange.fill, (order, _short(KEY, digest), _taken(200))), reason);
        _assertNo(bob, 667, abi.encodeCall(exchange.fill, (order, _turned(KEY, digest), _taken(200))), reason);
    }

    /// An order says what its seller signed, in every field.
    function testFuzz_WhenAFieldChanges_ItReverts(uint8 field, uint256 seed) public {
        IDatExchange.Order memory order = _sliceOrder();
        bytes memory signature = _sign(order);
        uint256 other = _mint(alice, 1_000, 1, 0);
        seed = bound(seed, 1, 1_000);

        if (field % 8 == 0) order.tokenId = other;
        if (field % 8 == 1) order.quantity += seed;
        if (field % 8 == 2) order.asset = address(usd);
        if (field % 8 == 3) order.price -= seed;
        if (field % 8 == 4) order.maxRoyaltyBps += seed;
        if (field % 8 == 5) order.buyer = bob;
        if (field % 8 == 6) order.nonce += seed;
        if (field % 8 == 7) order.deadline += seed;

        _assertInvalid(order, signature);
    }

    /// A signature for another chain or exchange, or of another key, is none here.
    function testFuzz_GivenAForeignSignature_ItReverts(uint64 chainId, address verifier, uint256 key) public {
        vm.assume(chainId != block.chainid && verifier != address(exchange));
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != KEY);
        IDatExchange.Order memory order = _wholeOrder();
        bytes memory signature = _sign(order);
        _assertInvalid(order, _signature(key, _orderHash(order)));
        _assertInvalid(order, "");

        vm.chainId(chainId);
        _assertInvalid(order, signature);
        exchange = IDatExchange(vm.deployCode("DatExchange.sol:DatExchange", abi.encode(dat, router)));
        _assertInvalid(order, signature);
    }

    /// An order of nobody cannot be signed by garbage.
    function testFuzz_GivenNoSeller_GarbageIsRefused(bytes memory garbage) public {
        IDatExchange.Order memory order = _wholeOrder();
        order.seller = address(0);
        _assertInvalid(order, garbage);
    }

    // --- cancellations ---

    /// A seller who takes an order back, or all, just before it is filled costs the buyer nothing: coins and tokens stay where
    /// they are.
    function testFuzz_WhenTheCancellationIsQuicker_TheBuyerLosesNothing(bool all, bool isNative, bool isWhole) public {
        IDatExchange.Order memory order = isWhole ? _wholeOrder() : _sliceOrder();
        if (!isNative) order.asset = address(usd);
        (uint256 coins, uint256 dollars) = (bob.balance, usd.balanceOf(bob));
        vm.prank(alice);
        if (all) exchange.raiseNonce(1);
        else exchange.cancel(order);

        _assertNotFilled(
            order,
            _taken(order.quantity),
            isNative ? order.price : 0,
            abi.encodeWithSelector(IDatExchange.OrderIsCancelled.selector, _orderHash(order))
        );

        vm.assertEq(bob.balance, coins);
        vm.assertEq(usd.balanceOf(bob), dollars);
        vm.assertEq(alice.balance + artist.balance + usd.balanceOf(alice) + usd.balanceOf(artist), 0);
        vm.assertEq(dat.ownerOf(sold), alice);
        vm.assertEq(dat.valueOf(sold), 1_000);
    }

    /// A buyer who is quicker than the cancellation has what was signed, at its price, and not a unit of what is left.
    function testFuzz_WhenTheFillIsQuicker_TheRestIsCancelled(uint256 quantity) public {
        quantity = bound(quantity, 1, 299);
        IDatExchange.Order memory order = _sliceOrder();
        uint256 cost = (1_000 * quantity + 299) / 300;
        vm.assertEq(_fill(order, _taken(quantity), cost), cost);

        vm.prank(alice);
        exchange.cancel(order);

        _assertNotFilled(
            order, _taken(1), 4, abi.encodeWithSelector(IDatExchange.OrderIsCancelled.selector, _orderHash(order))
        );
        vm.assertEq(alice.balance + artist.balance, cost);
        vm.assertEq(dat.valueOf(bobs), 5 + quantity);
        vm.assertEq(dat.valueOf(sold), 1_000 - quantity);
    }

    // --- what is sold ---

    /// A seller that sold elsewhere sells nothing of the next owner's, although that one lets the exchange move its tokens.
    function test_WhenTheTokenIsSomebodyElses_ItReverts() public {
        vm.prank(alice);
        dat.transferToken(sold, carol);
        vm.prank(carol);
        dat.setApprovalForAll(address(exchange), true);
        vm.prank(carol);
        dat.approveForClass(class, address(exchange), true);

        bytes memory reason = abi.encodeWithSelector(IDatExchange.SellerNotOwner.selector, sold, alice, carol);
        _assertNotFilled(_wholeOrder(), _taken(), 10_000, reason);
        _assertNotFilled(_sliceOrder(), _taken(300), 1_000, reason);
    }

    /// Revenue drained just before a fill: the buyer's floor stops it, in each asset.
    function testFuzz_WhenRevenueIsDrainedBefore_TheFloorStopsIt(uint96 amount) public {
        amount = uint96(bound(amount, 1, type(uint96).max));
        _settleNative(amount);
        _settleUsd(amount);
        IDatExchange.Fill memory taken = _taken();
        taken.floors = new IDatExchange.Floor[](2);
        taken.floors[0] = IDatExchange.Floor(NATIVE, dat.pendingRevenue(sold, NATIVE));
        taken.floors[1] = IDatExchange.Floor(address(usd), dat.pendingRevenue(sold, address(usd)));
        uint256 state = vm.snapshotState();
        _claim(sold, address(usd));
        _assertNotFilled(
            _wholeOrder(),
            taken,
            10_000,
            abi.encodeWithSelector(
                IDatExchange.PendingBelowFloor.selector, sold, address(usd), uint256(0), taken.floors[1].amount
            )
        );
        vm.revertToState(state);

        _fill(_wholeOrder(), taken, 10_000);

        vm.assertEq(dat.pendingRevenue(sold, NATIVE), taken.floors[0].amount);
    }

    /// Revenue drained in the middle of a fill, by a payment token that is the seller's own, is seen as well.
    function test_WhenRevenueIsDrainedInTheMiddle_TheFloorStopsIt() public {
        _settleNative(700);
        ReentrantToken token = new ReentrantToken();
        token.mint(bob, 10_000);
        vm.prank(bob);
        token.approve(address(exchange), 10_000);
        IDatExchange.Order memory order = _wholeOrder();
        order.asset = address(token);
        IDatExchange.Fill memory taken = _taken();
        taken.floors = new IDatExchange.Floor[](1);
        taken.floors[0] = IDatExchange.Floor(NATIVE, 700);
        token.arm(address(dat), abi.encodeCall(dat.claim, (sold, NATIVE, payable(alice))));

        _assertNotFilled(
            order,
            taken,
            0,
            abi.encodeWithSelector(IDatExchange.PendingBelowFloor.selector, sold, NATIVE, uint256(0), uint256(700))
        );
    }

    /// Quota used up just before a fill, and a token that expires too early or has expired, are stopped as well.
    function testFuzz_WhenTheTokenIsWorthLess_ItReverts(uint16 used, uint32 life) public {
        used = uint16(bound(used, 1, 1_000));
        life = uint32(bound(life, 1, type(uint32).max));
        IDatExchange.Order memory order = _wholeOrder();
        IDatExchange.Fill memory taken = _taken();
        taken.minValue = 1_000;
        vm.prank(alice);
        dat.recordUsage(sold, METRIC, used);
        bytes memory reason =
            abi.encodeWithSelector(IDatExchange.ValueBelowFloor.selector, sold, uint256(1_000 - used), uint256(1_000));
        _assertNotFilled(order, taken, 10_000, reason);

        uint64 expireAt = uint64(START + life);
        order.tokenId = _mint(alice, 1_000, 1, expireAt);
        taken.minExpireAt = type(uint64).max;
        _assertExpiresTooEarly(order, taken, expireAt, type(uint64).max);
        taken.minExpireAt = expireAt;
        (uint256 state, bool isFilled) = (vm.snapshotState(), false);
        isFilled = _fill(order, taken, 10_000) == 10_000;
        vm.assertTrue(isFilled);
        vm.revertToState(state);
        taken.minExpireAt = 0;
        vm.warp(uint256(expireAt) + 1);
        order.deadline = type(uint64).max;
        _assertExpiresTooEarly(order, taken, expireAt, uint256(expireAt) + 1);
    }

    /// Quota that is gone, and quota for a token of another class or an expired one, are not sold.
    function test_GivenQuotaThatCannotMove_ItReverts() public {
        IDatExchange.Order memory order = _sliceOrder();
        IDatExchange.Fill memory taken = _taken(300);
        taken.toTokenId = _mintIn(_createClass(), bob, 0, 0, 0);
        _assertNotFilled(
            order, taken, 1_000, abi.encodeWithSignature("ClassMismatch(uint256,uint256)", sold, taken.toTokenId)
        );
        vm.prank(alice);
        dat.recordUsage(sold, METRIC, 701);
        _assertNotFilled(
            order,
            _taken(300),
            1_000,
            abi.encodeWithSignature("InsufficientValue(uint256,uint256,uint256)", sold, 299, 300)
        );
        _fill(order, _taken(299), 997);
    }

    /// Without the seller's permission the exchange moves nothing; each permission is for its own kind of order.
    function test_GivenNoPermission_ItReverts() public {
        vm.prank(alice);
        dat.setApprovalForAll(address(exchange), false);
        vm.prank(alice);
        dat.approveForClass(class, address(exchange), false);

        _assertNotFilled(
            _wholeOrder(),
            _taken(),
            10_000,
            abi.encodeWithSignature("ERC1155MissingApprovalForAll(address,address)", exchange, alice)
        );
        _assertNotFilled(
            _sliceOrder(),
            _taken(300),
            1_000,
            abi.encodeWithSignature("NotOwnerOrClassOperator(uint256,address)", sold, exchange)
        );
    }

    // --- royalties ---

    /// A controller that raises the royalty just before a fill gets nothing of the seller's price by it.
    function testFuzz_WhenTheRoyaltyIsRaised_ItReverts(uint16 bps) public {
        bps = uint16(bound(bps, 2_001, 10_000));
        _setRoyalty(controller, bps);
        bytes memory reason =
            abi.encodeWithSelector(IDatExchange.RoyaltyAboveMaximum.selector, uint256(bps), uint256(2_000));
        _assertNotFilled(_wholeOrder(), _taken(), 10_000, reason);

        _setRoyalty(controller, 2_000);
        _fill(_wholeOrder(), _taken(), 10_000);
        vm.assertEq(alice.balance, 8_000);
    }

    /// An artist that refuses coins, eats gas or answers with a megabyte stops no sale; its money waits for it.
    function test_WhenTheArtistRefuses_ItsMoneyWaits() public {
        address[3] memory artists = [address(new ReturnBomb(true)), address(new GasEater()), address(usd)];
        for (uint256 i; i < artists.length; ++i) {
            uint256 state = vm.snapshotState();
            _setRoyalty(artists[i], 1_000);
            vm.expectEmit(address(exchange));
            emit IDatExchange.PaymentKept(artists[i], NATIVE, 1_000);

            _fill(_wholeOrder(), _taken(), 10_000);

            vm.assertEq(exchange.keptFor(artists[i], NATIVE), 1_000);
            vm.assertEq(alice.balance, 9_000);
            _assertNo(
                stranger,
                0,
                abi.encodeCall(exchange.withdraw, (artists[i], NATIVE, artists[i])),
                abi.encodeWithSelector(IDatExchange.StillRefused.selector, artists[i], NATIVE, artists[i])
            );
            vm.prank(artists[i]);
            vm.assertEq(exchange.withdraw(artists[i], NATIVE, carol), 1_000);
            vm.assertEq(carol.balance, 1_000);
            vm.revertToState(state);
        }
    }

    /// What waits goes to its account, or where that says, once.
    function testFuzz_WhatWaitsIsItsAccounts(address caller, address to) public {
        address bomb = address(new ReturnBomb(true));
        vm.assume(caller != bomb && to != bomb);
        _setRoyalty(bomb, 1_000);
        _fill(_wholeOrder(), _taken(), 10_000);

        bytes4 invalid = IDatExchange.InvalidWithdrawal.selector;
        _assertNo(
            caller,
            0,
            abi.encodeCall(exchange.withdraw, (bomb, NATIVE, to)),
            abi.encodeWithSelector(invalid, bomb, caller, to)
        );
        _assertNo(
            bomb,
            0,
            abi.encodeCall(exchange.withdraw, (bomb, NATIVE, address(0))),
            abi.encodeWithSelector(invalid, bomb, bomb, address(0))
        );
        vm.expectEmit(address(exchange));
        emit IDatExchange.Withdrawn(bomb, NATIVE, carol, 1_000);
        vm.prank(bomb);
        exchange.withdraw(bomb, NATIVE, carol);
        _assertNo(
            bomb,
            0,
            abi.encodeCall(exchange.withdraw, (bomb, NATIVE, carol)),
            abi.encodeWithSelector(IDatExchange.NothingToWithdraw.selector, bomb, NATIVE)
        );
    }

    /// Little gas does not make a payment wait that would have arrived: the fill reverts, or all arrives.
    function testFuzz_GivenLittleGas_AllOrNothing(uint256 gas_) public {
        gas_ = bound(gas_, 60_000, 400_000);
        IDatExchange.Order memory order = _wholeOrder();
        bytes memory call = abi.encodeCall(exchange.fill, (order, _sign(order), _taken()));

        vm.prank(bob);
        (bool success,) = address(exchange).call{value: 10_000, gas: gas_}(call);

        vm.assertEq(alice.balance, success ? 9_000 : 0);
        vm.assertEq(artist.balance, success ? 1_000 : 0);
    }

    // --- tokens and call backs ---

    /// Of a token with a fee the cost does not arrive: the fill reverts.
    function test_GivenAFeeOnTransfer_ItReverts() public {
        FeeToken token = new FeeToken(100);
        token.mint(bob, 10_000);
        vm.prank(bob);
        token.approve(address(exchange), 10_000);
        IDatExchange.Order memory order = _wholeOrder();
        order.asset = address(token);

        _assertNotFilled(
            order,
            _taken(),
            0,
            abi.encodeWithSelector(IDatExchange.PaymentShort.selector, address(token), uint256(9_900), uint256(10_000))
        );
    }

    /// A buyer, an artist or a token that calls back in a fill finds it shut.
    function test_WhenSomebodyCallsBack_TheDoorsAreShut() public {
        ReentrantReceiver receiver = new ReentrantReceiver();
        _setRoyalty(address(receiver), 1_000);
        IDatExchange.Order memory order = _sliceOrder();
        receiver.arm(address(exchange), abi.encodeCall(exchange.fill, (order, _sign(order), _taken(100))));
        vm.deal(address(receiver), 0);
        _fill(order, _taken(100), 334);
        _assertLockedOut(receiver);
        receiver.arm(
            address(exchange), abi.encodeCall(exchange.withdraw, (address(receiver), NATIVE, address(receiver)))
        );
        IDatExchange.Fill memory taken = _taken();
        taken.to = address(receiver);
        _fill(_wholeOrder(), taken, 10_000);
        _assertLockedOut(receiver);
        vm.assertEq(receiver.calls(), 3);
        vm.assertEq(dat.ownerOf(sold), address(receiver));
    }

    /// The exchange itself takes no plain coins.
    function test_PlainSendsAreRefused() public {
        vm.prank(bob);
        (bool success,) = address(exchange).call{value: 1}("");
        vm.assertFalse(success);
    }

    function _assertExpiresTooEarly(
        IDatExchange.Order memory order,
        IDatExchange.Fill memory taken,
        uint256 expireAt,
        uint256 minimum
    ) private {
        bytes memory reason = abi.encodeWithSelector(
            IDatExchange.ExpiresTooEarly.selector, order.tokenId, expireAt, minimum
        );
        _assertNotFilled(order, taken, 10_000, reason);
    }

    function _assertInvalid(IDatExchange.Order memory order, bytes memory signature) private {
        _assertNo(
            bob,
            0,
            abi.encodeCall(exchange.fill, (order, signature, _taken(1))),
            abi.encodeWithSelector(IDatExchange.InvalidOrderSignature.selector, _orderHash(order), order.seller)
        );
    }

    function _assertLockedOut(ReentrantReceiver attacker) private view {
        vm.assertFalse(attacker.succeeded());
        vm.assertEq(
            attacker.answer(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }
}

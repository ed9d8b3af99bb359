// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {ExchangeTest} from "./ExchangeTest.sol";

/// @title Cancel: a seller takes back one order, or all up to a nonce
contract CancelTest is ExchangeTest {
    /// A cancelled order is not filled any more, and its twin with another nonce still is.
    function test_WhenCancelled_ItIsNotFilled() public {
        IDatExchange.Order memory order = _wholeOrder();
        vm.expectEmit(address(exchange));
        emit IDatExchange.OrderCancelled(_orderHash(order), alice);

        vm.prank(alice);
        exchange.cancel(order);

        bytes memory reason = abi.encodeWithSelector(IDatExchange.OrderIsCancelled.selector, _orderHash(order));
        _assertNotFilled(order, _taken(), 10_000, reason);
        vm.assertEq(exchange.filledOf(_orderHash(order)), type(uint256).max);
        order.nonce = 1;
        _fill(order, _taken(), 10_000);
    }

    /// What is left of an order that was filled in part can be cancelled.
    function test_WhenFilledInPart_TheRestIsCancelled() public {
        IDatExchange.Order memory order = _sliceOrder();
        _fill(order, _taken(100), 334);

        vm.prank(alice);
        exchange.cancel(order);

        bytes memory reason = abi.encodeWithSelector(IDatExchange.OrderIsCancelled.selector, _orderHash(order));
        _assertNotFilled(order, _taken(100), 334, reason);
        vm.assertEq(dat.valueOf(bobs), 105);
    }

    /// Nobody cancels for another.
    function testFuzz_GivenAStranger_ItReverts(address caller) public {
        vm.assume(caller != alice);
        bytes memory reason = abi.encodeWithSelector(IDatExchange.NotSeller.selector, caller, alice);
        _assertNo(caller, 0, abi.encodeCall(exchange.cancel, (_wholeOrder())), reason);
    }

    /// Raising the nonce cancels all orders below it, signed before or after, and none from it on.
    function testFuzz_WhenTheNonceIsRaised_OrdersBelowAreCancelled(uint256 nonce, uint256 below) public {
        nonce = bound(nonce, 1, type(uint256).max);
        below = bound(below, 0, nonce - 1);
        vm.expectEmit(address(exchange));
        emit IDatExchange.NonceRaised(alice, nonce);

        vm.prank(alice);
        exchange.raiseNonce(nonce);

        vm.assertEq(exchange.nonceOf(alice), nonce);
        vm.assertEq(exchange.nonceOf(bob), 0);
        IDatExchange.Order memory order = _wholeOrder();
        order.nonce = below;
        bytes memory reason = abi.encodeWithSelector(IDatExchange.OrderIsCancelled.selector, _orderHash(order));
        _assertNotFilled(order, _taken(), 10_000, reason);
        order.nonce = nonce;
        _fill(order, _taken(), 10_000);
    }

    /// A nonce does not fall, and does not stay.
    function testFuzz_WhenItDoesNotRise_ItReverts(uint256 nonce, uint256 other) public {
        nonce = bound(nonce, 1, type(uint256).max);
        other = bound(other, 0, nonce);
        vm.prank(alice);
        exchange.raiseNonce(nonce);

        bytes memory reason = abi.encodeWithSelector(IDatExchange.NonceTooLow.selector, other, nonce);
        _assertNo(alice, 0, abi.encodeCall(exchange.raiseNonce, (other)), reason);
    }
}

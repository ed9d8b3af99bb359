// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDatExchange} from "../../../contracts/interfaces/IDatExchange.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {SignerWallet} from "../../../contracts/mocks/SignerWallet.sol";
import {ExchangeTest} from "./ExchangeTest.sol";

/// @title Fill: token, price and royalty move together
contract FillTest is ExchangeTest {
    // --- whole tokens ---

    /// The buyer has the token with all that it earned, the seller the price, the artist the royalty.
    function test_WhenFilled_TokenAndMoneyMove() public {
        _settleNative(700);
        IDatExchange.Order memory order = _wholeOrder();
        vm.assertEq(exchange.hashOrder(order), _orderHash(order));
        vm.expectEmit(address(exchange));
        emit IDatExchange.OrderFilled(_orderHash(order), alice, bob, sold, 1, NATIVE, 10_000, 1_000);

        vm.assertEq(_fill(order, _taken(), 10_000), 10_000);

        vm.assertEq(dat.ownerOf(sold), bob);
        vm.assertEq(dat.pendingRevenue(sold, NATIVE), 700);
        vm.assertEq(alice.balance, 9_000);
        vm.assertEq(artist.balance, 1_000);
        vm.assertEq(address(exchange).balance, 0);
        vm.assertEq(exchange.filledOf(_orderHash(order)), 1);
    }

    /// An ERC-20 pays as well.
    function test_GivenAnErc20_TokenAndMoneyMove() public {
        IDatExchange.Order memory order = _wholeOrder();
        order.asset = address(usd);

        _fill(order, _taken(), 0);

        vm.assertEq(dat.ownerOf(sold), bob);
        vm.assertEq(usd.balanceOf(alice), 9_000);
        vm.assertEq(usd.balanceOf(artist), 1_000);
        vm.assertEq(usd.balanceOf(address(exchange)), 0);
    }

    /// Of any price the royalty is rounded down, and not a unit stays behind.
    function testFuzz_OfAnyPrice_NothingStaysBehind(uint128 price, uint16 bps, bool isNative) public {
        bps = uint16(bound(bps, 0, 2_000));
        _setRoyalty(artist, bps);
        IDatExchange.Order memory order = _wholeOrder();
        (order.asset, order.price) = (isNative ? NATIVE : address(usd), bound(price, 0, 1e39));

        _fill(order, _taken(), isNative ? order.price : 0);

        uint256 royalty = order.price * bps / 10_000;
        vm.assertEq(isNative ? artist.balance : usd.balanceOf(artist), royalty);
        vm.assertEq(isNative ? alice.balance : usd.balanceOf(alice), order.price - royalty);
        vm.assertEq(isNative ? address(exchange).balance : usd.balanceOf(address(exchange)), 0);
    }

    /// The royalty of a class that names its inlet goes to everybody behind it, by the class's terms.
    function testFuzz_GivenTheInletAsReceiver_RoyaltiesAreRouted(bool isNative) public {
        _enforceTerms(class, _terms(2_500));
        _setRoyalty(router.inletOf(class), 1_000);
        IDatExchange.Order memory order = _wholeOrder();
        (order.asset, order.deadline) = (isNative ? NATIVE : address(usd), block.timestamp);
        vm.expectEmit(address(router));
        emit IRevenueRouter.Paid(class, address(exchange), order.asset, 1, 1_000);

        _fill(order, _taken(), isNative ? 10_000 : 0);

        vm.assertEq(router.owedTo(service, order.asset), 250);
        vm.assertEq(dat.pendingRevenue(sold, order.asset), 750);
        vm.assertEq(usd.allowance(address(exchange), address(router)), 0);
    }

    // --- quota ---

    /// Quota is sold in parts; each is rounded up, so that the parts cost no less than the whole, and no more by a unit each.
    function testFuzz_WhenFilledInParts_TheyCostNoLess(uint16[6] memory parts) public {
        IDatExchange.Order memory order = _sliceOrder();
        uint256 filled;
        uint256 paid;
        uint256 fills;
        for (uint256 i; i < parts.length && filled < 300; ++i) {
            uint256 quantity = bound(parts[i], 1, 300 - filled);
            uint256 cost = (1_000 * quantity + 299) / 300;
            vm.assertEq(_fill(order, _taken(quantity), cost), cost);
            (filled, paid, fills) = (filled + quantity, paid + cost, fills + 1);
        }

        vm.assertEq(exchange.filledOf(_orderHash(order)), filled);
        vm.assertEq(dat.valueOf(bobs), 5 + filled);
        vm.assertEq(dat.valueOf(sold), 1_000 - filled);
        vm.assertEq(dat.ownerOf(sold), alice);
        vm.assertGe(paid * 300, 1_000 * filled);
        vm.assertLe(paid * 300, 1_000 * filled + 300 * fills);
        vm.assertEq(alice.balance + artist.balance, paid);
    }

    /// More than is left is not sold, however much, and nothing is no fill.
    function testFuzz_GivenTooMuch_ItReverts(uint256 more) public {
        IDatExchange.Order memory order = _sliceOrder();
        _fill(order, _taken(299), 997);
        more = bound(more, 2, type(uint256).max);
        _assertNotFilled(
            order,
            _taken(more),
            4,
            abi.encodeWithSelector(IDatExchange.OrderFilledUp.selector, _orderHash(order), more, uint256(1))
        );
        _assertNotFilled(order, _taken(0), 0, abi.encodeWithSelector(IDatExchange.EmptyFill.selector));
    }

    // --- who, when, how much ---

    /// An order for somebody is for nobody else.
    function testFuzz_GivenABuyer_NobodyElseFills(address buyer) public {
        vm.assume(buyer != bob && buyer != address(0));
        IDatExchange.Order memory order = _wholeOrder();
        order.buyer = buyer;
        _assertNotFilled(order, _taken(), 10_000, abi.encodeWithSelector(IDatExchange.WrongBuyer.selector, bob, buyer));
        order.buyer = bob;
        _fill(order, _taken(), 10_000);
    }

    /// An order is good in its last second, and not after it.
    function test_WhenLate_ItReverts() public {
        IDatExchange.Order memory order = _wholeOrder();
        vm.warp(START + 1);
        bytes memory reason = abi.encodeWithSelector(IDatExchange.OrderExpired.selector, START, START + 1);
        _assertNotFilled(order, _taken(), 10_000, reason);
    }

    /// Whoever sends anything but the cost, or allows less, gets nothing.
    function testFuzz_GivenAnotherPayment_ItReverts(uint96 sent, uint256 maxCost) public {
        vm.assume(sent != 10_000);
        IDatExchange.Order memory order = _wholeOrder();
        bytes4 wrong = IDatExchange.PaymentMismatch.selector;
        _assertNotFilled(order, _taken(), sent, abi.encodeWithSelector(wrong, uint256(sent), 10_000));
        order.asset = address(usd);
        _assertNotFilled(order, _taken(), 1, abi.encodeWithSelector(wrong, 1, 10_000));
        IDatExchange.Fill memory taken = _taken();
        taken.maxCost = bound(maxCost, 0, 9_999);
        bytes memory reason = abi.encodeWithSelector(IDatExchange.CostAboveMaximum.selector, 10_000, taken.maxCost);
        _assertNotFilled(order, taken, 0, reason);
    }

    /// A wallet sells by ERC-1271, and its owner's key alone does not sell for itself what is the wallet's.
    function test_GivenAWallet_ItSells() public {
        address wallet = address(new SignerWallet(alice));
        vm.prank(alice);
        dat.transferToken(sold, wallet);
        vm.prank(wallet);
        dat.setApprovalForAll(address(exchange), true);
        IDatExchange.Order memory order = _wholeOrder();
        bytes memory reason = abi.encodeWithSelector(IDatExchange.SellerNotOwner.selector, sold, alice, wallet);
        _assertNotFilled(order, _taken(), 10_000, reason);
        order.seller = wallet;

        _fill(order, _taken(), 10_000);

        vm.assertEq(dat.ownerOf(sold), bob);
        // It takes no coins: they wait, and its key has nothing to say about where they go.
        vm.assertEq(exchange.keptFor(wallet, NATIVE), 9_000);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {IDataAnchoringToken} from "../../../contracts/interfaces/IDataAnchoringToken.sol";
import {IRevenueRouter} from "../../../contracts/interfaces/IRevenueRouter.sol";
import {StoreTest} from "./StoreTest.sol";

/// @title Buy: one transaction mints the quota and pays everybody behind it
contract BuyTest is StoreTest {
    // --- the money ---

    /// A purchase mints a token without a share, and its price is split by the class's terms at once.
    function test_WhenBought_EverybodyBehindTheClassIsPaid() public {
        uint256 parent = _openClass();
        uint256 child = _createClass();
        _setTerms(child, _terms(1_000, 500, 250, _parents(parent, 2_000)));
        uint256 hers = _mintIn(child, bob, 0, 1, 0);
        vm.prank(controller);
        dat.setMinter(child, address(store), true);
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.classId = child;
        uint256 offerId = _create(offer);
        uint256 next = (child << 128) + 2;
        vm.expectEmit(address(store));
        emit IAccessStore.Bought(offerId, next, alice, 1_000, 10_000, address(0), 0);
        vm.expectEmit(address(router));
        emit IRevenueRouter.Paid(child, address(store), NATIVE, 1, 10_000);

        vm.prank(alice);
        vm.assertEq(store.buy{value: 10_000}(_purchase(offerId, 1_000)), next);

        vm.assertEq(dat.ownerOf(next), alice);
        vm.assertEq(dat.valueOf(next), 1_000);
        vm.assertEq(dat.shareRatioOf(next), 0);
        vm.assertEq(dat.expireAtOf(next), 0);
        vm.assertEq(router.owedTo(service, NATIVE), 1_000);
        vm.assertEq(router.receivedOf(parent, NATIVE), 2_000);
        vm.assertEq(dat.pendingRevenue(hers, NATIVE), 6_250);
        vm.assertEq(address(store).balance, 0);
    }

    /// An ERC-20 goes the same way, more than once.
    function test_GivenAnErc20_EverybodyBehindTheClassIsPaid() public {
        uint256 hers = _mint(bob, 1);
        uint256 offerId = _create(_offer(address(usd)));
        uint256 before = usd.balanceOf(alice);

        _buy(_purchase(offerId, 1_000));
        _buy(_purchase(offerId, 1_000));

        vm.assertEq(dat.pendingRevenue(hers, address(usd)), 20_000);
        vm.assertEq(usd.balanceOf(alice), before - 20_000);
        vm.assertEq(usd.balanceOf(address(store)), 0);
        vm.assertEq(usd.allowance(address(store), address(router)), 0);
    }

    /// With no holder alive a purchase works, and the money waits for them in the router.
    function test_GivenNoHolder_TheMoneyWaits() public {
        _buy(_purchase(_create(_offer(NATIVE)), 1_000));

        vm.assertEq(router.heldOf(class, NATIVE), 10_000);
    }

    /// What is free is free: nothing is routed, and no coins are taken.
    function test_GivenAPriceOfNothing_ItCostsNothing() public {
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.tiers = _tiers(1, 0);
        uint256 offerId = _create(offer);

        uint256 tokenId = _buy(_purchase(offerId, 5));

        vm.assertEq(dat.valueOf(tokenId), 5);
        _assertNotBought(
            _purchase(offerId, 5),
            1,
            abi.encodeWithSelector(IAccessStore.PaymentMismatch.selector, uint256(1), uint256(0))
        );
    }

    // --- the price ---

    /// The cost is the price of the tier that the quantity reaches, rounded up to the unit, and buying in parts saves nothing
    /// within a tier.
    function testFuzz_TheCostIsThatOfTheTier(uint128 price, uint128 low, uint64 quantity, uint64 other) public {
        price = uint128(bound(price, 1, type(uint128).max));
        low = uint128(bound(low, 0, price));
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.tiers = new IAccessStore.Tier[](2);
        (offer.tiers[0], offer.tiers[1]) = (IAccessStore.Tier(1, price), IAccessStore.Tier(1_000, low));
        uint256 offerId = _create(offer);
        quantity = uint64(bound(quantity, 1, 1e12));
        other = uint64(bound(other, 1, 1e12));

        vm.assertEq(store.costOf(offerId, quantity), _ceil(quantity * uint256(quantity < 1_000 ? price : low), 100));
        vm.assertEq(store.costOf(offerId, 999), _ceil(999 * uint256(price), 100));
        vm.assertEq(store.costOf(offerId, 1_000), _ceil(1_000 * uint256(low), 100));
        uint256 together = store.costOf(offerId, 1_000 + quantity + other);
        vm.assertLe(together, store.costOf(offerId, 1_000 + quantity) + store.costOf(offerId, other));
    }

    /// Whoever allows less than it costs buys nothing; whoever sends more or less than it costs, neither.
    function testFuzz_GivenAnotherPayment_ItReverts(uint256 maxCost, uint96 sent) public {
        uint256 offerId = _create(_offer(NATIVE));
        IAccessStore.Purchase memory purchase = _purchase(offerId, 1_000);
        purchase.maxCost = bound(maxCost, 0, 9_999);
        vm.assume(sent != 10_000);
        _assertNotBought(
            purchase, 10_000, abi.encodeWithSelector(IAccessStore.CostAboveMaximum.selector, 10_000, purchase.maxCost)
        );

        purchase.maxCost = 10_000;
        _assertNotBought(
            purchase,
            sent,
            abi.encodeWithSelector(IAccessStore.PaymentMismatch.selector, uint256(sent), uint256(10_000))
        );
        purchase.offerId = _create(_offer(address(usd)));
        _assertNotBought(
            purchase, 1, abi.encodeWithSelector(IAccessStore.PaymentMismatch.selector, uint256(1), uint256(10_000))
        );
    }

    /// Less than the first tier is not sold, and more than is left neither, however much that is.
    function testFuzz_GivenTooLittleOrTooMuch_ItReverts(uint256 more) public {
        uint256 offerId = _create(_offer(NATIVE));
        for (uint256 quantity; quantity < 10; quantity += 9) {
            _assertNotBought(
                _purchase(offerId, quantity),
                0,
                abi.encodeWithSelector(IAccessStore.QuantityTooSmall.selector, quantity, 10)
            );
        }
        _buy(_purchase(offerId, 999_000));
        vm.assertEq(store.leftOf(offerId), 1_000);
        more = bound(more, 1_001, type(uint256).max);

        _assertNotBought(
            _purchase(offerId, more), 0, abi.encodeWithSelector(IAccessStore.SoldOut.selector, offerId, more, 1_000)
        );
        _buy(_purchase(offerId, 1_000));
        vm.assertEq(store.leftOf(offerId), 0);
    }

    // --- what is bought ---

    /// A new token goes to whoever the buyer names, and lives as long as the offer says.
    function testFuzz_GivenADuration_TheTokenLivesSoLong(uint40 duration) public {
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.duration = duration;
        IAccessStore.Purchase memory purchase = _purchase(_create(offer), 10);
        purchase.to = bob;

        uint256 tokenId = _buy(purchase);

        vm.assertEq(dat.ownerOf(tokenId), bob);
        vm.assertEq(dat.expireAtOf(tokenId), duration == 0 ? 0 : START + duration);
    }

    /// A token is topped up, whoever owns it, and nothing is minted.
    function test_WhenATokenIsNamed_ItIsToppedUp() public {
        uint256 tokenId = _mint(bob, 7, 1, 0);
        IAccessStore.Purchase memory purchase = _purchase(_create(_offer(NATIVE)), 1_000);
        (purchase.tokenId, purchase.to) = (tokenId, address(0));

        vm.assertEq(_buy(purchase), tokenId);

        vm.assertEq(dat.valueOf(tokenId), 1_007);
        vm.assertEq(dat.pendingRevenue(tokenId, NATIVE), 10_000);
        vm.assertEq(dat.tokenCountOf(class), 1);
    }

    /// Quota for a while goes into tokens that live no longer than that.
    function testFuzz_GivenADuration_ItDoesNotGoIntoALongerLife(uint32 life) public {
        life = uint32(bound(life, 0, 3_000));
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.duration = 1_000;
        IAccessStore.Purchase memory purchase = _purchase(_create(offer), 10);
        uint64 expireAt = life == 0 ? 0 : uint64(START + life);
        purchase.tokenId = _mint(alice, 0, 0, expireAt);

        if (life != 0 && life <= 1_000) {
            _buy(purchase);
            vm.assertEq(dat.valueOf(purchase.tokenId), 10);
        } else {
            bytes memory reason = abi.encodeWithSelector(
                IAccessStore.TokenOutlivesOffer.selector, purchase.tokenId, expireAt, START + 1_000
            );
            _assertNotBought(purchase, 100, reason);
        }
    }

    /// A token of another class, one that expired, one that is not there, and nobody get nothing.
    function test_GivenNobodyToGiveItTo_ItReverts() public {
        IAccessStore.Purchase memory purchase = _purchase(_create(_offer(NATIVE)), 10);
        purchase.tokenId = _mintIn(_createClass(), alice, 0, 0, 0);
        _assertNotBought(
            purchase, 100, abi.encodeWithSelector(IAccessStore.WrongClass.selector, purchase.tokenId, class)
        );
        purchase.tokenId = _mint(alice, 0, 0, uint64(START));
        vm.warp(START + 1);
        _assertNotBought(purchase, 100, _expired(purchase.tokenId, uint64(START)));
        purchase.tokenId = 5;
        _assertNotBought(purchase, 100, _unknownToken(5));
        (purchase.tokenId, purchase.to) = (0, address(0));
        _assertNotBought(purchase, 100, abi.encodeWithSignature("ERC1155InvalidReceiver(address)", address(0)));
    }

    /// A class that takes the store its right away sells nothing more, and no coin stays behind.
    function test_GivenNoRightToMint_ItReverts() public {
        uint256 offerId = _create(_offer(NATIVE));
        vm.prank(controller);
        dat.setMinter(class, address(store), false);

        bytes memory reason = abi.encodeWithSelector(IDataAnchoringToken.NotMinter.selector, class, address(store));
        _assertNotBought(_purchase(offerId, 10), 100, reason);
        vm.assertEq(store.leftOf(offerId), 1_000_000);
    }

    // --- referrals ---

    /// A referrer is owed its part, rounded down, the class gets all the rest, and anyone has the referrer paid.
    function testFuzz_GivenAReferrer_ItIsOwedItsPart(uint16 bps, uint32 quantity, bool isNative) public {
        bps = uint16(bound(bps, 0, 10_000));
        quantity = uint32(bound(quantity, 10, 1_000_000));
        IAccessStore.Offer memory offer = _offer(isNative ? NATIVE : address(usd));
        offer.referralBps = bps;
        IAccessStore.Purchase memory purchase = _purchase(_create(offer), quantity);
        purchase.referrer = friend;
        uint256 cost = store.costOf(purchase.offerId, quantity);
        uint256 part = cost * bps / 10_000;

        _buy(purchase);

        vm.assertEq(store.referralOf(friend, offer.asset), part);
        vm.assertEq(router.heldOf(class, offer.asset), cost - part);
        if (part != 0) {
            vm.expectEmit(address(store));
            emit IAccessStore.ReferralPaid(friend, offer.asset, part);
        }
        vm.prank(stranger);
        vm.assertEq(store.payReferral(friend, offer.asset), part);
        vm.assertEq(isNative ? friend.balance : usd.balanceOf(friend), part);
        vm.assertEq(store.payReferral(friend, offer.asset), 0);
    }

    /// A buyer may name itself: the referral is a discount that the class grants to whoever asks.
    function test_GivenTheBuyerAsReferrer_ItIsADiscount() public {
        IAccessStore.Purchase memory purchase = _purchase(_create(_offer(NATIVE)), 1_000);
        purchase.referrer = alice;

        _buy(purchase);

        vm.assertEq(store.referralOf(alice, NATIVE), 1_000);
        vm.assertEq(router.heldOf(class, NATIVE), 9_000);
    }

    function _ceil(uint256 amount, uint256 by) private pure returns (uint256 quotient) {
        return (amount + by - 1) / by;
    }
}

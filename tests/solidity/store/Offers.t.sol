// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {StoreTest} from "./StoreTest.sol";

/// @title Offers: a controller publishes one, and it says the same for good
contract OffersTest is StoreTest {
    /// An offer is published as it was given, numbered from 1, and says so in an event.
    function testFuzz_TheControllerPublishesAnOffer(uint40 duration, uint40 until, uint16 referralBps, uint128 supply)
        public
    {
        IAccessStore.Offer memory offer = _offer(address(usd));
        offer.duration = duration;
        offer.until = uint40(bound(until, START, type(uint40).max));
        offer.referralBps = uint16(bound(referralBps, 0, 10_000));
        (offer.supply, offer.trialQuantity) = (supply, supply / 2);
        offer.tiers = _ladder(3);
        vm.expectEmit(address(store));
        emit IAccessStore.OfferCreated(1, class, offer);

        vm.assertEq(_create(offer), 1);

        vm.assertEq(abi.encode(store.offerOf(1)), abi.encode(offer));
        vm.assertEq(store.leftOf(1), supply);
        vm.assertEq(_create(_offer(NATIVE)), 2);
        vm.assertEq(store.offerCount(), 2);
    }

    /// Whoever publishes an offer opens the pots of its asset, so that its first buyer pays for none.
    function test_WhenPublished_ThePotsOfItsAssetAreOpen() public {
        _enforceTerms(class, _terms(1_000));
        uint256 start = vm.snapshotState();
        uint256 closed = _gasOfOpening(class, address(usd));
        vm.revertToState(start);

        _create(_offer(address(usd)));

        vm.assertLt(_gasOfOpening(class, address(usd)) + 2 * 17_000, closed);
        _assertOpen(class, address(usd));
    }

    /// Nobody else publishes or closes; the next controller does both, also of offers that it found.
    function testFuzz_GivenAStranger_ItReverts(address caller) public {
        vm.assume(caller != controller);
        uint256 offerId = _create(_offer(NATIVE));
        bytes memory reason =
            abi.encodeWithSelector(IAccessStore.NotClassController.selector, class, caller, controller);
        _assertNo(caller, 0, abi.encodeCall(store.createOffer, (_offer(NATIVE))), reason);
        _assertNo(caller, 0, abi.encodeCall(store.closeOffer, (offerId)), reason);

        vm.prank(controller);
        dat.transferController(class, bob);
        vm.prank(bob);
        dat.acceptController(class);
        vm.prank(bob);
        store.closeOffer(offerId);
        reason = abi.encodeWithSelector(IAccessStore.NotClassController.selector, class, controller, bob);
        _assertNotOffered(_offer(NATIVE), reason);
    }

    /// A closed offer sells nothing from the same second on, and cannot be closed again.
    function test_WhenClosed_NothingIsSold() public {
        uint256 offerId = _create(_offer(NATIVE));
        vm.expectEmit(address(store));
        emit IAccessStore.OfferClosed(offerId);

        _close(offerId);

        bytes memory reason = abi.encodeWithSelector(IAccessStore.OfferEnded.selector, offerId, START - 1);
        _assertNotBought(_purchase(offerId, 10), 100, reason);
        _assertNo(controller, 0, abi.encodeCall(store.closeOffer, (offerId)), reason);
        vm.assertEq(store.offerOf(offerId).until, START - 1);
    }

    /// An offer sells in its last second, and not after it.
    function testFuzz_GivenAnEnd_ItSellsUntilThen(uint32 seconds_) public {
        IAccessStore.Offer memory offer = _offer(NATIVE);
        offer.until = uint40(START + seconds_);
        uint256 offerId = _create(offer);

        vm.warp(offer.until);
        _buy(_purchase(offerId, 10));
        vm.warp(offer.until + 1);

        bytes memory reason = abi.encodeWithSelector(IAccessStore.OfferEnded.selector, offerId, offer.until);
        _assertNotBought(_purchase(offerId, 10), 100, reason);
    }

    /// Terms that mean nothing are refused.
    function test_GivenBadTerms_ItReverts() public {
        IAccessStore.Offer memory offer = _offer(bob);
        _assertNotOffered(offer, abi.encodeWithSelector(IAccessStore.InvalidPaymentAsset.selector, bob));
        (offer.asset, offer.referralBps) = (NATIVE, 10_001);
        _assertNotOffered(offer, abi.encodeWithSelector(IAccessStore.InvalidReferral.selector, 10_001));
        (offer.referralBps, offer.until) = (0, uint40(START - 1));
        _assertNotOffered(offer, abi.encodeWithSelector(IAccessStore.InvalidEnd.selector, START - 1, START));
        (offer.until, offer.classId) = (0, 99);
        _assertNotOffered(offer, _unknownClass(99));
    }

    /// Tiers ascend from at least 1, and are 1 to 8.
    function testFuzz_GivenBadTiers_ItReverts(uint128 quantity) public {
        IAccessStore.Offer memory offer = _offer(NATIVE);
        bytes memory reason = abi.encodeWithSelector(IAccessStore.InvalidTiers.selector);
        offer.tiers = _ladder(0);
        _assertNotOffered(offer, reason);
        offer.tiers = _ladder(9);
        _assertNotOffered(offer, reason);
        offer.tiers = _tiers(0, 1);
        _assertNotOffered(offer, reason);
        offer.tiers = _ladder(3);
        offer.tiers[2].minQuantity = uint128(bound(quantity, 0, offer.tiers[1].minQuantity));
        _assertNotOffered(offer, reason);
    }

    /// A class whose unit is finer than a word can tell has no price by the unit.
    function testFuzz_GivenTooFineAUnit_ItReverts(uint8 decimals) public {
        IAccessStore.Offer memory offer = _offer(NATIVE);
        vm.prank(controller);
        offer.classId = dat.createClass("", 0, decimals, "");
        if (decimals > 77) {
            bytes memory reason = abi.encodeWithSelector(IAccessStore.UnitTooFine.selector, offer.classId, decimals, 77);
            return _assertNotOffered(offer, reason);
        }

        uint256 offerId = _create(offer);

        vm.assertEq(
            store.costOf(offerId, 10), decimals == 0 ? 10_000 : 10_000 / 10 ** decimals + (decimals > 4 ? 1 : 0)
        );
    }

    /// What nobody offered is unknown, by whatever way it is asked for.
    function testFuzz_GivenNoOffer_ItReverts(uint256 offerId) public {
        bytes memory reason = abi.encodeWithSelector(IAccessStore.UnknownOffer.selector, offerId);
        _assertNo(alice, 0, abi.encodeCall(store.offerOf, (offerId)), reason);
        _assertNo(alice, 0, abi.encodeCall(store.leftOf, (offerId)), reason);
        _assertNo(alice, 0, abi.encodeCall(store.costOf, (offerId, 1)), reason);
        _assertNo(alice, 0, abi.encodeCall(store.closeOffer, (offerId)), reason);
        _assertNotBought(_purchase(offerId, 1), 0, reason);
    }

    function _ladder(uint256 count) private pure returns (IAccessStore.Tier[] memory tiers) {
        tiers = new IAccessStore.Tier[](count);
        for (uint256 i; i < count; ++i) {
            tiers[i] = IAccessStore.Tier(uint128(10 * (i + 1)), uint128(1_000 - i));
        }
    }
}

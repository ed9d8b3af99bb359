// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../../contracts/interfaces/IAccessStore.sol";
import {Signing} from "../metering/Signing.sol";
import {RouterTest} from "../router/RouterTest.sol";

/// @dev A store that is a minter of the class, whose unit has 2 decimals, and buyers with money.
abstract contract StoreTest is RouterTest, Signing {
    IAccessStore internal store;
    address internal friend = makeAddr("friend");

    function setUp() public virtual override {
        super.setUp();
        store = IAccessStore(vm.deployCode("AccessStore.sol:AccessStore", abi.encode(dat, router)));
        vm.prank(controller);
        dat.setMinter(class, address(store), true);
        vm.deal(alice, 1e40);
        usd.mint(alice, 1e40);
        vm.prank(alice);
        usd.approve(address(store), type(uint256).max);
    }

    // --- offers ---

    function _tiers(uint128 minQuantity, uint128 unitPrice) internal pure returns (IAccessStore.Tier[] memory tiers) {
        tiers = new IAccessStore.Tier[](1);
        tiers[0] = IAccessStore.Tier(minQuantity, unitPrice);
    }

    /// @dev 1,000 a unit, at least a tenth of one; a million smallest units in all; a tenth for referrals.
    function _offer(address asset) internal view returns (IAccessStore.Offer memory offer) {
        offer.classId = class;
        offer.asset = asset;
        offer.referralBps = 1_000;
        offer.supply = 1_000_000;
        offer.tiers = _tiers(10, 1_000);
    }

    function _create(IAccessStore.Offer memory offer) internal returns (uint256 offerId) {
        vm.prank(controller);
        return store.createOffer(offer);
    }

    function _close(uint256 offerId) internal {
        vm.prank(controller);
        store.closeOffer(offerId);
    }

    // --- purchases ---

    /// @dev For alice, at any price, with nobody to thank.
    function _purchase(uint256 offerId, uint256 quantity)
        internal
        view
        returns (IAccessStore.Purchase memory purchase)
    {
        return IAccessStore.Purchase(offerId, quantity, 0, alice, type(uint256).max, address(0));
    }

    function _buy(IAccessStore.Purchase memory purchase) internal returns (uint256 tokenId) {
        uint256 cost = store.costOf(purchase.offerId, purchase.quantity);
        bool isNative = store.offerOf(purchase.offerId).asset == NATIVE;
        vm.prank(alice);
        return store.buy{value: isNative ? cost : 0}(purchase);
    }

    // --- refusals ---

    /// @dev A call to the store must revert with exactly these bytes.
    function _assertNo(address caller, uint256 value, bytes memory call, bytes memory reason) internal {
        vm.prank(caller);
        (bool success, bytes memory answer) = address(store).call{value: value}(call);
        vm.assertFalse(success);
        vm.assertEq(answer, reason);
    }

    function _assertNotBought(IAccessStore.Purchase memory purchase, uint256 value, bytes memory reason) internal {
        _assertNo(alice, value, abi.encodeCall(store.buy, (purchase)), reason);
    }

    function _assertNotOffered(IAccessStore.Offer memory offer, bytes memory reason) internal {
        _assertNo(controller, 0, abi.encodeCall(store.createOffer, (offer)), reason);
    }
}

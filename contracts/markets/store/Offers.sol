// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessStore} from "../../interfaces/IAccessStore.sol";
import {IDataAnchoringToken} from "../../interfaces/IDataAnchoringToken.sol";
import {IRevenueRouter} from "../../interfaces/IRevenueRouter.sol";
import {RevenueLib} from "../../libraries/RevenueLib.sol";

/// @title Offers: what is sold, at what price, and how much of it is left
abstract contract Offers is IAccessStore {
    /// @dev slot 0:  classId 120 | unitDecimals 8 | left 128
    ///      slot 1:  asset 160 | duration 40 | until 40 | referralBps 16
    ///      slot 2:  supply 128 | trialQuantity 128
    ///      a slot for the number of tiers, and one for each of them
    struct StoredOffer {
        uint120 classId;
        uint8 unitDecimals;
        uint128 left;
        address asset;
        uint40 duration;
        uint40 until;
        uint16 referralBps;
        uint128 supply;
        uint128 trialQuantity;
        Tier[] tiers;
    }

    /// @dev What a purchase needs to know of its offer, read once.
    struct Sale {
        uint256 classId;
        address asset;
        uint256 cost;
        uint256 referralBps;
        uint256 duration;
    }

    address internal constant NATIVE = address(0);
    uint256 private constant MAX_TIERS = 8;
    /// @dev 10**77 is the last power of ten in a word.
    uint256 private constant MAX_UNIT_DECIMALS = 77;

    IDataAnchoringToken internal immutable DAT;
    IRevenueRouter internal immutable ROUTER;

    /// @inheritdoc IAccessStore
    uint256 public offerCount;

    mapping(uint256 offerId => StoredOffer) private _offers;

    constructor(IDataAnchoringToken dat, IRevenueRouter router) {
        DAT = dat;
        ROUTER = router;
    }

    // --- for controllers ---

    /// @inheritdoc IAccessStore
    function createOffer(Offer calldata offer) external returns (uint256 offerId) {
        _checkController(offer.classId);
        _checkTerms(offer);
        uint8 unitDecimals = _unitDecimals(offer.classId);

        offerId = ++offerCount;
        StoredOffer storage stored = _offers[offerId];
        // A class id beyond 120 bits does not exist, or the token would not have answered.
        (stored.classId, stored.unitDecimals, stored.left) = (uint120(offer.classId), unitDecimals, offer.supply);
        (stored.asset, stored.referralBps) = (offer.asset, offer.referralBps);
        (stored.duration, stored.until) = (offer.duration, offer.until);
        (stored.supply, stored.trialQuantity) = (offer.supply, offer.trialQuantity);
        for (uint256 i; i < offer.tiers.length; ++i) {
            stored.tiers.push(offer.tiers[i]);
        }

        emit OfferCreated(offerId, offer.classId, offer);

        // The storage that payments need is paid for here, and not by the first buyer. The router calls nobody for it.
        ROUTER.openPots(offer.classId, offer.asset);
    }

    /// @inheritdoc IAccessStore
    function closeOffer(uint256 offerId) external {
        StoredOffer storage offer = _open(offerId);
        _checkController(offer.classId);

        offer.until = uint40(block.timestamp - 1);

        emit OfferClosed(offerId);
    }

    // --- views ---

    /// @inheritdoc IAccessStore
    function costOf(uint256 offerId, uint256 quantity) external view returns (uint256 cost) {
        return _costUp(_known(offerId), quantity);
    }

    /// @inheritdoc IAccessStore
    function offerOf(uint256 offerId) external view returns (Offer memory offer) {
        StoredOffer storage stored = _known(offerId);
        return Offer({
            classId: stored.classId,
            asset: stored.asset,
            duration: stored.duration,
            referralBps: stored.referralBps,
            until: stored.until,
            supply: stored.supply,
            trialQuantity: stored.trialQuantity,
            tiers: stored.tiers
        });
    }

    /// @inheritdoc IAccessStore
    function leftOf(uint256 offerId) external view returns (uint256 quantity) {
        return _known(offerId).left;
    }

    // --- for the other parts ---

    /// @dev Checks a purchase against its offer, and takes the quantity out of it.
    function _sell(Purchase calldata purchase) internal returns (Sale memory sale) {
        StoredOffer storage offer = _open(purchase.offerId);
        // First, for more than there is can also be more than can be multiplied.
        _take(purchase.offerId, offer, purchase.quantity);
        sale = Sale(offer.classId, offer.asset, _costUp(offer, purchase.quantity), offer.referralBps, offer.duration);
        if (sale.cost > purchase.maxCost) revert CostAboveMaximum(sale.cost, purchase.maxCost);
        if (purchase.tokenId != 0) _checkTopUp(purchase.tokenId, sale);
    }

    function _take(uint256 offerId, StoredOffer storage offer, uint256 quantity) internal {
        uint256 left = offer.left;
        if (quantity > left) revert SoldOut(offerId, quantity, left);
        offer.left = uint128(left - quantity);
    }

    /// @dev The offer, if it can be bought now.
    function _open(uint256 offerId) internal view returns (StoredOffer storage offer) {
        offer = _known(offerId);
        uint256 until = offer.until;
        if (until != 0 && block.timestamp > until) revert OfferEnded(offerId, until);
    }

    function _expiry(uint256 duration) internal view returns (uint64 expireAt) {
        return duration == 0 ? 0 : uint64(block.timestamp + duration);
    }

    function _known(uint256 offerId) private view returns (StoredOffer storage offer) {
        offer = _offers[offerId];
        if (offer.classId == 0) revert UnknownOffer(offerId);
    }

    /// @dev The price of the highest tier that the quantity reaches, rounded up: what is sold is never given away.
    function _costUp(StoredOffer storage offer, uint256 quantity) private view returns (uint256 cost) {
        Tier[] storage tiers = offer.tiers;
        Tier memory tier = tiers[0];
        if (quantity < tier.minQuantity) revert QuantityTooSmall(quantity, tier.minQuantity);
        for (uint256 i = 1; i < tiers.length && quantity >= tiers[i].minQuantity; ++i) {
            tier = tiers[i];
        }
        return RevenueLib.costUp(tier.unitPrice, quantity, 10 ** uint256(offer.unitDecimals));
    }

    /// @dev Quota that works for a while is cheaper than quota that works for ever: it is not sold into a longer life.
    function _checkTopUp(uint256 tokenId, Sale memory sale) private view {
        if (DAT.classOf(tokenId) != sale.classId) revert WrongClass(tokenId, sale.classId);
        if (sale.duration == 0) return;
        uint256 expireAt = DAT.expireAtOf(tokenId);
        uint256 latest = block.timestamp + sale.duration;
        if (expireAt == 0 || expireAt > latest) revert TokenOutlivesOffer(tokenId, expireAt, latest);
    }

    function _checkController(uint256 classId) private view {
        address controller = DAT.controllerOf(classId);
        if (msg.sender != controller) revert NotClassController(classId, msg.sender, controller);
    }

    function _checkTerms(Offer calldata offer) private view {
        if (offer.asset != NATIVE && offer.asset.code.length == 0) revert InvalidPaymentAsset(offer.asset);
        if (offer.referralBps > RevenueLib.BPS) revert InvalidReferral(offer.referralBps);
        if (offer.until != 0 && offer.until < block.timestamp) revert InvalidEnd(offer.until, block.timestamp);
        uint256 count = offer.tiers.length;
        if (count == 0 || count > MAX_TIERS || offer.tiers[0].minQuantity == 0) revert InvalidTiers();
        for (uint256 i = 1; i < count; ++i) {
            if (offer.tiers[i].minQuantity <= offer.tiers[i - 1].minQuantity) revert InvalidTiers();
        }
    }

    function _unitDecimals(uint256 classId) private view returns (uint8 unitDecimals) {
        // slither-disable-next-line unused-return
        (,, unitDecimals,) = DAT.getClassMeta(classId);
        if (unitDecimals > MAX_UNIT_DECIMALS) revert UnitTooFine(classId, unitDecimals, MAX_UNIT_DECIMALS);
    }
}

"""The store as its interface means it, in integers.

The checks of a call stand in the order in which the contract makes them. What a call changes before it is refused does
not matter here: whoever asks the model asks a fork of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from lazai_py._contract import errors
from lazai_py._contract.bindings.access_store import Offer, Purchase
from lazai_py._types import NATIVE, Address
from tests.stateful.market_books import WHOLE, Books, Places, Split, divide_up


@dataclass(frozen=True, slots=True)
class Bill:
    """What a purchase came to."""

    token_id: int
    cost: int
    referral: int


class Store(Books):
    """Offers, what is left of them, trials and referrals."""

    def __init__(self, at: Places, terms: dict[int, Split], decimals: dict[int, int], controller: Address) -> None:
        super().__init__(at, terms, decimals, controller)
        self.offers: dict[int, Offer] = {}
        self.left: dict[int, int] = {}
        self.trialled: set[tuple[int, Address]] = set()
        self.referrals: Counter[tuple[Address, Address]] = Counter()
        self.authorized: set[bytes] = set()

    def create_offer(self, offer: Offer, caller: Address) -> int:
        """Returns the id of a new offer."""
        self._check_controller(offer.class_id, caller)
        if offer.referral_bps > WHOLE:
            raise errors.InvalidReferral(offer.referral_bps)
        if offer.until and offer.until < self.now:
            raise errors.InvalidEnd(offer.until, self.now)
        sizes = [tier.min_quantity for tier in offer.tiers]
        if not sizes or not sizes[0] or sizes != sorted(set(sizes)):
            raise errors.InvalidTiers
        offer_id = len(self.offers) + 1
        self.offers[offer_id], self.left[offer_id] = offer, offer.supply
        return offer_id

    def close_offer(self, offer_id: int, caller: Address) -> None:
        """The last second of the offer is the one before."""
        offer = self._open(offer_id)
        self._check_controller(offer.class_id, caller)
        self.offers[offer_id] = replace(offer, until=self.now - 1)

    def buy(self, purchase: Purchase, buyer: Address, coins: int) -> Bill:
        """A purchase for coins, or for what the buyer allowed the store."""
        offer, cost = self._sell(purchase)
        if coins != (0 if offer.asset != NATIVE else cost):
            raise errors.PaymentMismatch(coins, cost)
        self.pull(offer.asset, cost, buyer, self.at.store)
        return self._deliver(offer, purchase, cost)

    def buy_with_permit(self, purchase: Purchase, buyer: Address, value: int | None) -> Bill:
        """A purchase with a permit of a value, or with one that does not count."""
        offer, cost = self._sell_for_erc20(purchase)
        if value is not None:
            self.allowance[buyer, self.at.store] = value
        self.pull(offer.asset, cost, buyer, self.at.store)
        return self._deliver(offer, purchase, cost)

    def buy_with_authorization(self, purchase: Purchase, payer: Address, value: int, nonce: bytes, meant: bool) -> Bill:
        """A purchase with an authorisation, which counts once and for the purchase that was meant."""
        offer, cost = self._sell_for_erc20(purchase)
        if value != cost:
            raise errors.PaymentMismatch(value, cost)
        if not meant:
            raise errors.ERC3009InvalidSignature
        if nonce in self.authorized:
            raise errors.ERC3009UsedAuthorization(payer, nonce)
        self.authorized.add(nonce)
        self.move(offer.asset, cost, payer, self.at.store)
        return self._deliver(offer, purchase, cost)

    def take_trial(self, offer_id: int, account: Address, deadline: int, signer: Address) -> int:
        """Returns the id of the token of a trial."""
        offer = self._open(offer_id)
        if not offer.trial_quantity:
            raise errors.NoTrial(offer_id)
        if self.now > deadline:
            raise errors.TrialExpired(deadline, self.now)
        if (offer.class_id, account) in self.trialled:
            raise errors.TrialUsed(offer.class_id, account)
        if signer != self.controllers[offer.class_id]:
            raise errors.InvalidTrialSignature(offer_id, account)
        self._take(offer_id, offer.trial_quantity)
        self.trialled.add((offer.class_id, account))
        return self._mint(offer, account, offer.trial_quantity)

    def pay_referral(self, referrer: Address, asset: Address) -> int:
        """What a referrer is owed leaves for it; returns it."""
        amount = self.referrals[referrer, asset]
        self.pay(asset, amount, self.at.store, referrer)
        self.referrals[referrer, asset] = 0
        return amount

    def _check_controller(self, class_id: int, caller: Address) -> None:
        if caller != self.controllers[class_id]:
            raise errors.NotClassController(class_id, caller, self.controllers[class_id])

    def _open(self, offer_id: int) -> Offer:
        if offer_id not in self.offers:
            raise errors.UnknownOffer(offer_id)
        offer = self.offers[offer_id]
        if offer.until and self.now > offer.until:
            raise errors.OfferEnded(offer_id, offer.until)
        return offer

    def _take(self, offer_id: int, quantity: int) -> None:
        if quantity > self.left[offer_id]:
            raise errors.SoldOut(offer_id, quantity, self.left[offer_id])
        self.left[offer_id] -= quantity

    def _sell_for_erc20(self, purchase: Purchase) -> tuple[Offer, int]:
        offer, cost = self._sell(purchase)
        if offer.asset == NATIVE:
            raise errors.NotAnErc20(purchase.offer_id)
        return offer, cost

    def _sell(self, purchase: Purchase) -> tuple[Offer, int]:
        offer = self._open(purchase.offer_id)
        self._take(purchase.offer_id, purchase.quantity)
        cost = self.cost_of(offer, purchase.quantity)
        if cost > purchase.max_cost:
            raise errors.CostAboveMaximum(cost, purchase.max_cost)
        if purchase.token_id:
            self._check_top_up(purchase.token_id, offer)
        return offer, cost

    def cost_of(self, offer: Offer, quantity: int) -> int:
        """The price of the best tier that the quantity reaches, for each whole unit, rounded up."""
        prices = [tier.unit_price for tier in offer.tiers if tier.min_quantity <= quantity]
        if not prices:
            raise errors.QuantityTooSmall(quantity, offer.tiers[0].min_quantity)
        return divide_up(quantity * prices[-1], 10 ** self.decimals[offer.class_id])

    def _check_top_up(self, token_id: int, offer: Offer) -> None:
        token, latest = self.token(token_id), self.now + offer.duration
        if token.class_id != offer.class_id:
            raise errors.WrongClass(token_id, offer.class_id)
        if offer.duration and not 0 < token.expire_at <= latest:
            raise errors.TokenOutlivesOffer(token_id, token.expire_at, latest)

    def _deliver(self, offer: Offer, purchase: Purchase, cost: int) -> Bill:
        referral = 0 if purchase.referrer == NATIVE else cost * offer.referral_bps // WHOLE
        self.referrals[purchase.referrer, offer.asset] += referral
        token_id = purchase.token_id
        if token_id:
            self._check_minter(offer.class_id)
            self.raise_quota(token_id, purchase.quantity)
        else:
            token_id = self._mint(offer, purchase.to, purchase.quantity)
        self.route(offer.class_id, offer.asset, cost - referral, self.at.store)
        return Bill(token_id, cost, referral)

    def _mint(self, offer: Offer, to: Address, quantity: int) -> int:
        self._check_minter(offer.class_id)
        expire_at = self.now + offer.duration if offer.duration else 0
        return self.mint(offer.class_id, to, quantity, expire_at=expire_at)

    def _check_minter(self, class_id: int) -> None:
        if not self.minters[class_id]:
            raise errors.NotMinter(class_id, self.at.store)

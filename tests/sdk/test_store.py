"""The market from the SDK: offers, purchases, trials, listings, fills."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.accounts import PrivateKey, TypedFields
from lazai_py._types import Units
from lazai_py.dat import DatClass, Token
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    InputError,
    InvalidTrialSignature,
    NoAccount,
    NotClassController,
    OfferEnded,
    OrderFilledUp,
    OrderIsCancelled,
    PendingBelowFloor,
    RoyaltyAboveMaximum,
    SoldOut,
    TrialUsed,
    UnitMismatch,
    UnknownOffer,
    WrongBuyer,
)
from lazai_py.market import Listing, Offer, Tier, Trade
from lazai_py.market.offers import TRIAL_TYPES
from lazai_py.market.orders import ORDER_TYPES

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors/typed_data.json").read_text("utf-8"))


@pytest.fixture
def offer(lz: LazAI, cls: DatClass) -> Offer:
    """A thousand calls at a milliether each, a tenth for referrers."""
    return lz.store.offer(cls, ether("0.001"), supply=1_000, referral_bps=1_000)


@pytest.fixture
def token(lz: LazAI, cls: DatClass, alice: LazAI) -> Token:
    """Alice's token, with all the revenue of the class; the exchange may do what she signs."""
    minted = cls.mint(alice, 100, 1)
    alice.store.open_to_exchange(minted)
    alice.store.open_to_exchange(minted, whole=False)
    return alice.dat.token(minted.id)


# --- offers ---


def test_an_offer_says_what_was_published(lz: LazAI, cls: DatClass, usdc: Erc20Asset) -> None:
    """With the store named a minter; it is found until it ends."""
    ends = lz.engine.block().timestamp + 1_000
    prices = {1: usdc.amount("0.5"), 100: usdc.amount("0.4")}

    done = lz.store.offer(cls, prices, supply=500, duration=timedelta(days=30), ends=ends, trial=3, referral_bps=250)

    assert cls.is_minter(lz.store.contract)
    assert done == lz.store.get(1) == lz.store.offers(cls)[0]
    assert done.tiers == (Tier(Units(1, 0), usdc.amount("0.5")), Tier(Units(100, 0), usdc.amount("0.4")))
    assert (done.supply, done.left, done.trial) == (Units(500, 0), Units(500, 0), Units(3, 0))
    assert done.duration == timedelta(days=30)
    assert done.ends_at is not None
    assert (done.asset, done.ends_at.timestamp(), done.referral_bps) == (usdc.address, ends, 250)
    assert lz.store.cost(done, 99) == usdc.amount("49.5")
    assert lz.store.cost(1, 100) == usdc.amount(40)


def test_a_closed_offer_sells_nothing(lz: LazAI, alice: LazAI, offer: Offer, cls: DatClass) -> None:
    """Its controller alone closes it."""
    with pytest.raises(NotClassController):
        alice.store.close(offer)
    lz.store.close(offer)
    assert lz.store.offers(cls) == ()
    with pytest.raises(OfferEnded):
        alice.store.buy(offer, 1)


def test_prices_are_in_one_asset(lz: LazAI, cls: DatClass, usdc: Erc20Asset) -> None:
    """And there is at least one."""
    with pytest.raises(UnitMismatch):
        lz.store.offer(cls, {1: ether(1), 2: usdc.amount(1)}, supply=1)
    with pytest.raises(InputError, match="no price"):
        lz.store.offer(cls, {}, supply=1)
    with pytest.raises(UnknownOffer):
        lz.store.get(9)


# --- purchases ---


def test_a_purchase_pays_everybody_behind_the_class(lz: LazAI, alice: LazAI, bob: LazAI, offer: Offer) -> None:
    """In one transaction; the plan tells it before."""
    holder = lz.dat.cls(offer.class_id).mint(bob, 0, 1)
    plan = alice.store.buy.plan(offer, 10, referrer=lz.address)
    assert plan.ok

    bought = alice.store.buy(offer, 10, referrer=lz.address)

    assert (bought.owner(), bought.quota(), bought.share()) == (alice.address, Units(10, 0), 0)
    assert lz.dat.token(holder.id).pending() == ether("0.009")
    assert lz.store.referral() == ether("0.001")
    assert lz.store.get(offer.id).left == 990
    assert alice.store.buy(offer.id, 5, top_up=bought) == bought
    assert bought.quota() == 15
    with pytest.raises(SoldOut):
        alice.store.buy(offer, 986)


def test_an_erc20_is_allowed_first(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, usdc: Erc20Asset) -> None:
    """For exactly the cost."""
    offer = lz.store.offer(cls, usdc.amount(2), supply=10)
    bought = alice.store.buy(offer, 3, to=bob)
    assert (bought.owner(), bought.quota()) == (bob.address, Units(3, 0))
    assert lz.router.pots(cls, asset=usdc).held == usdc.amount(6)
    assert usdc.allowance(alice, lz.store.contract) == usdc.raw(0)


def test_a_trial_is_taken_once(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """By the controller's word, whoever sends it."""
    offer = lz.store.offer(cls, ether(1), supply=10, trial=2)
    trial = lz.store.sign_trial(offer, alice)
    taken = bob.store.take_trial(trial)
    assert (taken.owner(), taken.quota()) == (alice.address, Units(2, 0))
    with pytest.raises(TrialUsed):
        bob.store.take_trial(trial)
    with pytest.raises(InvalidTrialSignature):
        bob.store.take_trial(alice.store.sign_trial(offer, bob))


# --- listings ---


def test_a_token_is_sold_by_a_signature(lz: LazAI, alice: LazAI, bob: LazAI, token: Token, cls: DatClass) -> None:
    """It travels as text; royalties go out of the price, and revenue comes along."""
    cls.set_royalty(lz, bps=1_000)
    cls.settle(wei(777))
    listing = Listing.read(alice.store.list(token, ether(1)).text())
    before = alice.balance()

    trade = bob.store.fill(listing, least_pending=[wei(777)], least_quota=100, alive_until=None)

    assert trade == Trade(token.id, None, ether(1), ether("0.1"))
    assert token.owner() == bob.address
    assert token.pending() == wei(777)
    assert alice.balance() - before == ether("0.9")
    assert bob.store.left(listing) == 0


def test_quota_is_sold_in_parts(cls: DatClass, alice: LazAI, bob: LazAI, token: Token, usdc: Erc20Asset) -> None:
    """Each rounded up; into a token of the buyer's."""
    mine = cls.mint(bob, 0)
    usdc.transfer(bob, usdc.amount(100))
    listing = alice.store.list(token, usdc.raw(1_000), quota=30)
    trade = bob.store.fill(listing, 10, into=mine)
    assert trade == Trade(token.id, Units(10, 0), usdc.raw(334), usdc.raw(0))
    assert bob.store.left(listing) == 20
    assert bob.store.fill(listing, 20, into=mine).paid == usdc.raw(667)
    assert (mine.quota(), token.quota()) == (Units(30, 0), Units(70, 0))
    with pytest.raises(OrderFilledUp):
        bob.store.fill(listing, 1, into=mine)


def test_what_was_listed_is_taken_back(alice: LazAI, bob: LazAI, token: Token) -> None:
    """One listing, or all so far."""
    first, second = alice.store.list(token, ether(1)), alice.store.list(token, ether(2))
    alice.store.cancel(first)
    with pytest.raises(OrderIsCancelled):
        bob.store.fill(first)
    assert (alice.store.left(first), alice.store.left(second)) == (0, 1)
    alice.store.cancel_all()
    with pytest.raises(OrderIsCancelled):
        bob.store.fill(second)
    bob.store.fill(alice.store.list(token, ether(1)))


def test_neither_side_gets_less_than_it_asked_for(
    lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, token: Token
) -> None:
    """Drained revenue, a raised royalty, another buyer."""
    cls.settle(wei(50))
    listing = alice.store.list(token, ether(1), buyer=bob)
    with pytest.raises(WrongBuyer):
        lz.store.fill(listing)
    token.claim()
    with pytest.raises(PendingBelowFloor):
        bob.store.fill(listing, least_pending=[wei(50)])
    cls.set_royalty(lz, bps=1)
    with pytest.raises(RoyaltyAboveMaximum):
        bob.store.fill(listing)


def test_a_listing_needs_a_key_and_something_to_sell(lz: LazAI, alice: LazAI, token: Token) -> None:
    """Text that is none is refused."""
    with pytest.raises(InputError, match="nothing"):
        alice.store.list(token, ether(1), quota=0)
    with pytest.raises(InputError, match="no Listing"):
        Listing.read("{}")
    with pytest.raises(NoAccount):
        LazAI(lz._shared, None).store.sign_trial(1, alice)


# --- what is signed ---


@pytest.mark.parametrize(("name", "types"), [("Order", ORDER_TYPES), ("Trial", TRIAL_TYPES)])
def test_what_is_signed_equals_its_golden_vector(name: str, types: TypedFields) -> None:
    """Fields, digest and signature are those that are written down, and that the contracts are tested by."""
    vector = VECTORS[name]
    assert types[name] == vector["fields"]
    message = {key: int(value) if value.isdigit() else value for key, value in vector["message"].items()}
    key = PrivateKey(bytes.fromhex(VECTORS["keys"]["reserver"]))
    signature = key.sign_typed_data(vector["domain"], types, message)
    assert signature.hex() == vector["signature"][2:]
    assert signature == key.sign_hash(bytes.fromhex(vector["digest"][2:]))


def test_the_exchange_hashes_what_was_signed(alice: LazAI, token: Token) -> None:
    """The contract's own hash is what the seller's key signed."""
    listing = alice.store.list(token, ether(1))
    assert isinstance(alice.account, PrivateKey)
    assert alice.account.sign_hash(alice.store.exchange.hash_order(listing.order)) == listing.signature

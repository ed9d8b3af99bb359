"""Offers of a class's quota, purchases of them, and trials, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lazai_py._contract.bindings import access_store as abi
from lazai_py._errors import InputError, UnitMismatch
from lazai_py._types import NATIVE, Address, Amount, TokenAmount, Units
from lazai_py.dat.terms import moment, money
from lazai_py.market import texts

Prices = Amount | Mapping[Any, Amount]
"""The price of one whole unit; or such prices by the least quantity that has them, which is a `Quota`."""

TRIAL_TYPES = {
    "Trial": [
        {"name": "offerId", "type": "uint256"},
        {"name": "account", "type": "address"},
        {"name": "deadline", "type": "uint256"},
    ]
}

_TRIAL = (*TRIAL_TYPES["Trial"], texts.SIGNATURE)
_FOR_EVER = 0


@dataclass(frozen=True, slots=True)
class Tier:
    """From a quantity on, the price of one whole unit."""

    least: Units
    price: Amount


@dataclass(frozen=True, slots=True)
class Offer:
    """Quota for sale, as it was when it was looked up; all but `ends_at` and `left` stays as it is for good.

    Parameters:
        id: its number, from 1.
        class_id: the class whose quota it is.
        asset: what is paid with.
        tiers: prices, ascending by quantity; less than the first tier's is not sold.
        supply: how much is sold in all.
        left: how much of it is left.
        trial: what an account may have for nothing, once.
        duration: for how long a bought token works; None for ever.
        ends_at: its last second, in UTC; None for an offer without an end.
        referral_bps: the part of the price that goes to whoever is named as referrer.
    """

    id: int
    class_id: int
    asset: Address
    tiers: tuple[Tier, ...]
    supply: Units
    left: Units
    trial: Units
    duration: timedelta | None
    ends_at: datetime | None
    referral_bps: int


@dataclass(frozen=True, slots=True)
class Trial:
    """A controller's word that an account has the trial of an offer; worth something until `deadline`, once."""

    offer_id: int
    account: Address
    deadline: int
    signature: bytes

    def text(self) -> str:
        """Return the trial as JSON; numbers are text, for they are longer than JavaScript's."""
        return texts.text_of(_TRIAL, (self.offer_id, self.account, self.deadline, self.signature))

    @classmethod
    def read(cls, text: str) -> Trial:
        """Read what `text` wrote.

        Raises:
            InputError: it is no trial.
        """
        return cls(*texts.read(cls, _TRIAL, text))


def read(offer_id: int, offer: abi.Offer, left: int, decimals: int, amount: Callable[[Address, int], Amount]) -> Offer:
    """Return an offer as the contract has it as a value."""

    def units(raw: int) -> Units:
        return Units(raw, decimals)

    return Offer(
        offer_id,
        offer.class_id,
        offer.asset,
        tuple(Tier(units(tier.min_quantity), amount(offer.asset, tier.unit_price)) for tier in offer.tiers),
        units(offer.supply),
        units(left),
        units(offer.trial_quantity),
        None if offer.duration == _FOR_EVER else timedelta(seconds=offer.duration),
        moment(offer.until),
        offer.referral_bps,
    )


def tiers_of(prices: Prices, decimals: int) -> tuple[Address, tuple[abi.Tier, ...]]:
    """Return the asset of prices, and the tiers as the contract takes them.

    Raises:
        InvalidAmount, InputError, UnitMismatch: they are no prices, none at all, or in different assets.
    """
    by_least = prices if isinstance(prices, Mapping) else {Units(1, decimals): prices}
    parsed = sorted(
        ((Units.parse(least, decimals).raw, money(price)) for least, price in by_least.items()),
        key=lambda tier: tier[0],
    )
    if not parsed:
        raise InputError("no price is given", remedy="Pass an amount, or amounts by the least quantity that has them")
    first = parsed[0][1]
    for _, price in parsed:
        if asset_of(price) != asset_of(first):
            raise UnitMismatch(first, price)
    return asset_of(first), tuple(abi.Tier(least, price.raw) for least, price in parsed)


def asset_of(amount: Amount) -> Address:
    """Return what an amount is an amount of."""
    return amount.asset if isinstance(amount, TokenAmount) else NATIVE

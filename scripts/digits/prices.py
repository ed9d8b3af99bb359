"""Who gets how much quota for what: the price list that is part of the class's policy.

A policy is JSON under a content hash, so buyer and seller read the same prices. Amounts are decimal strings of the
asset's smallest unit: JSON readers elsewhere lose the digits of integers beyond 2**53.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Amount, TokenAmount, Wei

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UNIT = "inference"


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to buy quota.

    Attributes:
        name: what buyers ask for it by.
        price: for one unit of quota.
        seconds: how long the quota works after it was paid for; None for ever.
    """

    name: str
    price: Amount
    seconds: int | None = None

    def cost(self, quota: int) -> Amount:
        """What `quota` units cost."""
        return self.price * quota


def asset_of(amount: Amount) -> str:
    """The asset that an amount is of: `NATIVE` or an ERC-20's address."""
    return amount.asset if isinstance(amount, TokenAmount) else NATIVE


def to_policy(offers: Iterable[Offer]) -> dict[str, Any]:
    """The policy JSON that publishes some offers."""
    return {"unit": UNIT, "prices": [_to_json(offer) for offer in offers]}


def from_policy(policy: Mapping[str, Any]) -> dict[str, Offer]:
    """The offers that a policy publishes, by name.

    Raises:
        InputError: the policy has no price list that can be read.
    """
    try:
        return {each["name"]: _from_json(each) for each in policy["prices"]}
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"the policy has no readable price list: {error!r}", remedy="Publish a policy that to_policy made"
        ) from None


def _to_json(offer: Offer) -> dict[str, Any]:
    price = offer.price
    written: dict[str, Any] = {"name": offer.name, "asset": asset_of(price), "price": str(int(price))}
    if isinstance(price, TokenAmount):
        written |= {"decimals": price.decimals, "symbol": price.symbol}
    if offer.seconds is not None:
        written["seconds"] = offer.seconds
    return written


def _from_json(written: Mapping[str, Any]) -> Offer:
    raw = int(written["price"])
    price: Amount = Wei(raw)
    if written["asset"] != NATIVE:
        price = TokenAmount(raw, written["asset"], written["decimals"], written["symbol"])
    return Offer(written["name"], price, written.get("seconds"))

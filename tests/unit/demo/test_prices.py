"""A price list survives its way through a policy."""

from __future__ import annotations

import json

import pytest

from lazai_py._errors import InputError
from lazai_py._types import NATIVE, TokenAmount, ether, to_address, wei
from scripts.digits.prices import Offer, asset_of, from_policy, to_policy

COIN = to_address("0x" + "11" * 20)
OFFERS = (
    Offer("per call", wei(333_333_333_333_333)),
    Offer("in dollars", TokenAmount(19_000, COIN, 6, "tUSD")),
    Offer("day pass", ether("0.0001"), seconds=86_400),
)


def test_a_policy_gives_back_the_offers_it_was_made_of() -> None:
    """Through JSON text, amounts with their assets and digits."""
    read = from_policy(json.loads(json.dumps(to_policy(OFFERS))))

    assert read == {offer.name: offer for offer in OFFERS}
    assert str(read["in dollars"].cost(111)) == "2.109 tUSD"


def test_a_policy_states_prices_as_text() -> None:
    """No reader of JSON rounds them."""
    assert to_policy(OFFERS)["prices"] == [
        {"name": "per call", "asset": NATIVE, "price": "333333333333333"},
        {"name": "in dollars", "asset": COIN, "price": "19000", "decimals": 6, "symbol": "tUSD"},
        {"name": "day pass", "asset": NATIVE, "price": "100000000000000", "seconds": 86_400},
    ]


def test_quota_costs_its_price_each() -> None:
    """To the wei."""
    assert OFFERS[0].cost(150) == wei(49_999_999_999_999_950)
    assert asset_of(OFFERS[0].cost(1)) == NATIVE
    assert asset_of(OFFERS[1].cost(1)) == COIN


@pytest.mark.parametrize("policy", [{}, {"prices": [{"name": "x"}]}, {"prices": [{"name": "x", "price": "1.5"}]}])
def test_a_policy_without_a_price_list_is_refused(policy: dict[str, object]) -> None:
    """With what is missing in the message."""
    with pytest.raises(InputError, match="no readable price list"):
        from_policy(policy)

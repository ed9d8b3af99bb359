"""The demo's reckoning of the lineage, its store and the payouts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lazai_py.errors import InputError
from scripts.digits.pedigree import LineageBooks, PaidAccount, Purchases, Split, payout_checks, weights

TUNED = Split("tuned", 950, {"model": 4_000, "holders": 6_000}, {"model": 380, "holders": 570}, 0)
MODEL = Split("model", 380, {"a": 3_333, "holders": 6_667}, {"a": 126, "holders": 253}, 1)
DATA = Split("a", 126, {"holders": 10_000}, {"holders": 126}, 0)
BOOKS = LineageBooks(
    asset="0x00",
    symbol="ETH",
    decimals=18,
    purchases=Purchases(paid=1_000, referred=(500, 519), referral_bps=500, referral=50),
    generations=((TUNED,), (MODEL,), (DATA,)),
    waiting=0,
    held=1,
    claimed=947,
    dust=2,
    shares=3,
)
ADA = PaidAccount(
    name="ada",
    role="data",
    is_holder=False,
    claims=2,
    previewed={"0x00": 5},
    received={"0x00": 5},
    grown={"0x00": 5, "0x01": 0},
    owed={"0x00": 5, "0x01": 0},
)


def test_every_parent_has_its_least_part_and_the_rest_is_by_value() -> None:
    """Exactly the whole; a value below zero counts as none."""
    assert weights([3, 1, 0, -2], whole=1_000, least=50) == [650, 250, 50, 50]
    assert sum(weights([7, 11, 13], whole=6_000, least=50)) == 6_000
    with pytest.raises(InputError):
        weights([0, -1], whole=100, least=10)


def test_books_that_are_right_hold() -> None:
    """Four sentences of sums, and one for each generation."""
    assert len(BOOKS.checks()) == 7
    assert all(BOOKS.checks().values())
    assert BOOKS.carried == 1


def test_datasets_are_told_together() -> None:
    """By one sentence, which fails when one of them is wrong."""
    wrong = replace(DATA, name="b", got={"holders": 127}, carried=-1)
    told = replace(BOOKS, generations=((TUNED,), (MODEL,), (DATA, wrong))).checks()
    assert told["market ETH: 2 datasets received 252 = split by the terms 253 + carried -1"] is False


def test_a_unit_too_much_or_too_little_is_seen() -> None:
    """In each figure."""
    wrong = [replace(BOOKS, **{name: getattr(BOOKS, name) + 1}) for name in ("waiting", "held", "claimed", "dust")]
    wrong += [
        replace(BOOKS, purchases=replace(BOOKS.purchases, **{name: getattr(BOOKS.purchases, name) + 1}))
        for name in ("paid", "referral")
    ]
    wrong += [replace(BOOKS, purchases=replace(BOOKS.purchases, referred=(499, 519)))]
    wrong += [replace(BOOKS, dust=4, claimed=945)]
    wrong += [
        replace(BOOKS, generations=((TUNED,), (each,), (DATA,)))
        for each in (replace(MODEL, got={"a": 127, "holders": 252}), replace(MODEL, received=381))
    ]
    assert [all(books.checks().values()) for books in wrong] == [False] * 10


def test_a_payout_is_what_was_previewed_and_what_is_owed() -> None:
    """Both are said for everybody at once, and for whom they fail by name."""
    assert list(payout_checks([ADA, ADA]).values()) == [True, True]

    other = replace(ADA, name="ben", grown={"0x00": 4}, owed={"0x00": 4})
    robbed = replace(ADA, name="cleo", owed={"0x00": 6})
    told = payout_checks([ADA, other, robbed])
    assert [sentence for sentence, holds in told.items() if not holds] == [
        "payout: each of 3 wallets grew by what was previewed",
        "payout: each of 3 wallets grew by what the fractions say",
        "payout: ben got what was previewed",
        "payout: cleo got what the fractions say",
    ]

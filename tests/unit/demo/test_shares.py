"""The demo's reckoning of the sale and of the token's revenue."""

from __future__ import annotations

from dataclasses import replace

from scripts.digits.shares import Holding, Pot, SaleBooks, TokenBooks

SALE = SaleBooks(
    target=100,
    for_sale=60,
    supply=100,
    deposits={"ada": 100, "ben": 50},
    refunds={"ada": 33, "ben": 16},
    tokens={"ada": 40, "ben": 20},
    proceeds=101,
    left=0,
    treasury=15,
    custody=25,
)
POT = Pot(harvested=1_000, claim_bps=6_000, supply=100, custody=25)
TOKEN = TokenBooks(
    symbol="D ETH",
    decimals=18,
    pot=POT,
    # 600 of 1,000 are claimed by 100 tokens, then 90 of the 150 that custody gives back.
    holders={"ada": Holding(40, 240 + 36), "ben": Holding(20, 120 + 18), "treasury": Holding(15, 90 + 13)},
    recycled=150,
    burnt=40,
    quoted=184,
    redeemed=184,
    pending=22,
    held=1_000 - 276 - 138 - 103 - 184,
)


def test_books_that_are_right_hold() -> None:
    """Every sentence of both."""
    assert all(SALE.checks().values())
    assert all(TOKEN.checks().values())
    assert (len(SALE.checks()), len(TOKEN.checks())) == (5, 5)


def test_a_unit_too_much_or_too_little_is_seen() -> None:
    """In each figure of the sale and of the token."""
    wrong = [replace(SALE, **{name: getattr(SALE, name) + 1}) for name in ("proceeds", "left", "treasury", "custody")]
    wrong += [replace(SALE, refunds={"ada": 34, "ben": 15}), replace(SALE, tokens={"ada": 39, "ben": 21})]
    assert [all(books.checks().values()) for books in wrong] == [False] * 6

    names = ("recycled", "quoted", "redeemed", "held")
    spoilt = [replace(TOKEN, **{name: getattr(TOKEN, name) + 1}) for name in names]
    spoilt.append(replace(TOKEN, holders={**TOKEN.holders, "ada": Holding(40, 275)}))
    assert [all(books.checks().values()) for books in spoilt] == [False] * 5


def test_what_custody_gives_back_is_split_again() -> None:
    """By the second snapshot, among all, custody included."""
    assert POT.recycled == 150
    assert POT.claims(40) == 276
    assert POT.pool == 460
    assert POT.redeems(40) == 184

"""The demo's reckoning of the works: fees, the royalty and the bonds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.digits.takings import Rules, WorkBooks

RULES = Rules(fee=13, creator_bps=1_000, price=107, royalty_bps=500, bond=31, minted={"lena": 3, "milo": 1})
BOOKS = WorkBooks(
    rules=RULES,
    # 52 of fees: 5 are the creator's. The royalty of 107 is 5. Of the bond of 31 the watcher wins 15.
    moved={"lena": 5 + 107 - 5 - 39, "milo": -31 - 13, "nora": 15, "oskar": -107},
    creators=5,
    models=47,
    royalty=5,
    settled=52,
    burnt=16,
    bonds=16,
    left=0,
    # 8 were settled before: 2 and 5, and one is carried. Of all 60, 20 and 40.
    earned={"ada": 18, "ben": 35},
    before=8,
    shares={"ada": 1, "ben": 2},
)


def failing(books: WorkBooks) -> list[str]:
    """What the sentences that do not hold begin with."""
    return [" ".join(sentence.split()[:2]) for sentence, holds in books.checks().items() if not holds]


def test_books_that_are_right_hold() -> None:
    """Every sentence of them."""
    assert failing(BOOKS) == []
    assert len(BOOKS.checks()) == 12


def test_the_rules_round_down() -> None:
    """The creator's part, the royalty and what is won; the rest is the model's, the seller's, and burnt."""
    assert (RULES.fees, RULES.creators, RULES.royalty, RULES.models, RULES.won) == (52, 5, 5, 52, 15)
    assert sum(RULES.moves().values()) == -(RULES.models + RULES.bond - RULES.won)


def test_what_was_carried_before_is_earned_now() -> None:
    """More can be claimed than was settled, by the dust of before; never by more than one for each share."""
    assert BOOKS.owed == {"ada": 18, "ben": 35}
    assert sum(BOOKS.owed.values()) == BOOKS.settled + 1
    assert "works: claimed" in failing(replace(BOOKS, earned={"ada": 19, "ben": 37}))


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("creators", ["works: fees"]),
        ("models", ["works: fees", "works: settled"]),
        ("royalty", ["works: royalty", "works: settled"]),
        ("settled", ["works: settled", "works: what"]),
        ("burnt", ["bonds: lost", "bonds: held", "works: what"]),
        ("bonds", ["bonds: held"]),
        ("left", ["works: settled", "works: what"]),
    ],
)
def test_a_wei_out_of_place_is_found(name: str, sentences: list[str]) -> None:
    """By the sentences that the figure is in."""
    assert failing(replace(BOOKS, **{name: getattr(BOOKS, name) + 1})) == sentences


@pytest.mark.parametrize("name", ["lena", "milo", "nora", "oskar"])
def test_a_wei_too_much_in_a_wallet_is_found(name: str) -> None:
    """And that it is missing from the whole."""
    moved = {**BOOKS.moved, name: BOOKS.moved[name] + 1}
    assert failing(replace(BOOKS, moved=moved)) == [f"works: {name}'s", "works: what"]


def test_a_wei_in_the_wrong_share_is_found() -> None:
    """Although the sum is right."""
    assert failing(replace(BOOKS, earned={"ada": 19, "ben": 34})) == ["works: each"]

"""The conservation check finds every fault it is there for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.digits.books import Books, Usage, expected

RIGHT = Books(
    asset="0x" + "0" * 40,
    symbol="ETH",
    decimals=18,
    paid=101,
    settled=101,
    claimed=99,
    pending=0,
    held=2,
    earned={"ada": 33, "ben": 66, "hugo": 0},
    owed={"ada": 33, "ben": 66, "hugo": 0},
)


def failing(books: Books) -> list[str]:
    """The sentences that do not hold."""
    return [sentence for sentence, holds in books.checks().items() if not holds]


def test_right_books_pass() -> None:
    """Dust of two wei among three holders is as it should be."""
    assert failing(RIGHT) == []
    assert RIGHT.carried == 2
    assert len(RIGHT.checks()) == 7


@pytest.mark.parametrize(
    ("fault", "sentences"),
    [
        ({"paid": 102}, ["ETH: paid 102 = settled 101"]),
        ({"claimed": 98}, ["ETH: settled 101 = claimed 98 + pending 0 + carried 2"]),
        ({"held": 1}, ["ETH: held 1 = pending 0 + carried 2"]),
        (
            {"earned": {"ada": 34, "ben": 65, "hugo": 0}},
            ["ETH: ada earned 34 = owed 33", "ETH: ben earned 65 = owed 66"],
        ),
        (
            {"settled": 105, "paid": 105, "claimed": 99, "held": 6},
            ["ETH: 0 <= carried 6 <= 3 holders"],
        ),
    ],
)
def test_a_single_wei_out_of_place_is_found(fault: dict[str, object], sentences: list[str]) -> None:
    """Each sentence fails alone when only its figure is wrong."""
    assert failing(replace(RIGHT, **fault)) == sentences  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("usage", "sentences"),
    [
        (Usage("ivy", bought=45, served=40, recorded=40, left=5), []),
        (Usage("ivy", bought=45, served=40, recorded=40, left=4), ["ivy: bought 45 = recorded 40 + left 4"]),
        (Usage("ivy", bought=45, served=41, recorded=40, left=5), ["ivy: served 41 = recorded 40"]),
    ],
)
def test_a_single_unit_of_quota_out_of_place_is_found(usage: Usage, sentences: list[str]) -> None:
    """What is bought is recorded or left, and what is served is recorded."""
    assert [sentence for sentence, holds in usage.checks().items() if not holds] == sentences


def test_revenue_is_reckoned_by_share() -> None:
    """Seven among shares of 1, 2 and none: a third, two thirds, nothing, each rounded down."""
    assert expected(7, {"ada": 1, "ben": 2, "hugo": 0}) == {"ada": 2, "ben": 4, "hugo": 0}


def test_the_index_counts_in_fractions_of_two_to_the_64() -> None:
    """Three thirds of a unit are less than one, because the index rounds a third down to a multiple of 1/2**64."""
    assert expected(9, {"ada": 1, "ben": 2}) == {"ada": 3, "ben": 6}
    assert expected(10, {"ada": 3, "ben": 27}) == {"ada": 0, "ben": 8}


@given(st.integers(0, 10**33), st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=12).filter(any))
def test_nobody_is_reckoned_more_than_its_exact_part_nor_a_unit_less(settled: int, shares: list[int]) -> None:
    """The reckoning is within one unit below the exact fraction."""
    total = sum(shares)
    owed = expected(settled, dict(zip(map(str, range(len(shares))), shares, strict=True)))

    for share, amount in zip(shares, owed.values(), strict=True):
        assert 0 <= Fraction(settled * share, total) - amount <= 1

"""Parts are worth what they add: bad labels and copies little or nothing, and shares add up exactly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazai_py._errors import InputError
from scripts.digits.data import Part, load
from scripts.digits.valuation import HEADINGS, TOTAL_SHARE, Valuation, appraise, shares


def tiny(name: str, brightness: list[int], labels: list[int]) -> Part:
    """Images of one brightness each."""
    pixels = np.array(brightness, dtype=np.uint8)[:, None].repeat(64, axis=1)
    return Part(name, pixels, np.array(labels, dtype=np.uint8))


def test_the_demo_values_its_parts_like_this() -> None:
    """The whole table of the demo, to the millionth."""
    digits = load()

    assert appraise(digits.parts, digits.validation) == (
        Valuation("ada", samples=180, fresh=180, value=148_349, share=1_581),
        Valuation("ben", samples=180, fresh=180, value=167_431, share=1_784),
        Valuation("cleo", samples=180, fresh=180, value=151_054, share=1_609),
        Valuation("dan", samples=180, fresh=180, value=151_204, share=1_611),
        Valuation("eve", samples=179, fresh=179, value=154_819, share=1_650),
        Valuation("finn", samples=179, fresh=179, value=13_264, share=141),
        Valuation("gita", samples=179, fresh=179, value=152_396, share=1_624),
        Valuation("hugo", samples=180, fresh=0, value=0, share=0),
    )


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_shuffled_and_copied_parts_are_worth_clearly_less(seed: int) -> None:
    """Whatever the seed, they get less than a tenth of the least that an honest contributor gets."""
    digits = load(seed)
    share = {valued.name: valued.share for valued in appraise(digits.parts, digits.validation)}
    copied, shuffled = share.pop("hugo"), share.pop("finn")

    assert copied == 0
    assert shuffled < min(share.values()) / 10
    assert sum(share.values()) + shuffled == TOTAL_SHARE


def test_a_copy_takes_nothing_from_its_original() -> None:
    """The values are those without the copy."""
    digits = load(1)

    with_copy = appraise(digits.parts, digits.validation)
    without = appraise(digits.parts[:-1], digits.validation)

    assert with_copy[:-1] == without


def test_values_are_those_of_the_definition() -> None:
    """Worked by hand: with fewer images than neighbours, each right label adds a fifth and each wrong one nothing.

    Values start from a classifier that has nothing and is right about nothing, so n right labels among five neighbours
    make n fifths, and no image's worth depends on another's.
    """
    right, mixed = tiny("right", [1, 2], [3, 3]), tiny("mixed", [4, 5], [3, 8])

    valued = appraise([right, mixed], tiny("validation", [0], [3]))

    assert [(part.name, part.fresh, part.value) for part in valued] == [("right", 2, 400_000), ("mixed", 2, 200_000)]
    assert [part.share for part in valued] == [6_667, 3_333]


def test_a_part_that_does_harm_gets_no_share() -> None:
    """Its value is shown as it is, and nobody owes revenue."""
    good, harmful = tiny("good", [6, 7, 8, 9, 10, 11], [3] * 6), tiny("harmful", [1], [8])

    valued = appraise([good, harmful], tiny("validation", [0], [3]))

    assert valued[1].value < 0
    assert [part.share for part in valued] == [10_000, 0]


def test_parts_without_any_worth_cannot_share() -> None:
    """Nothing can be shared out in proportion to nothing."""
    with pytest.raises(InputError, match="no part has a positive value"):
        appraise([tiny("wrong", [1], [8])], tiny("validation", [0], [3]))


@pytest.mark.parametrize(
    ("values", "total", "expected"),
    [
        ([1, 1, 1], 10_000, [3_334, 3_333, 3_333]),
        ([-5, 1], 10_000, [0, 10_000]),
        ([2, 1], 10, [7, 3]),
        ([1, 2, 4], 10, [1, 3, 6]),
        ([0, 0, 7], 1, [0, 0, 1]),
    ],
)
def test_shares_follow_the_largest_remainder(values: list[int], total: int, expected: list[int]) -> None:
    """What rounding leaves goes to the largest remainders, among equals to the earliest."""
    assert shares(values, total=total) == expected


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=20).filter(lambda values: max(values) > 0))
def test_shares_add_up_and_are_fair(values: list[int]) -> None:
    """All is given out, each share is within one of the exact proportion, and worthless parts get nothing."""
    whole = sum(value for value in values if value > 0)
    found = shares(values)

    assert sum(found) == TOTAL_SHARE
    for value, share in zip(values, found, strict=True):
        assert abs(share * whole - max(value, 0) * TOTAL_SHARE) < whole
        assert value > 0 or share == 0


def test_a_valuation_prints_as_a_row() -> None:
    """Values and shares read as per cent."""
    row = Valuation("ada", samples=180, fresh=170, value=-3_716, share=1_581).cells()

    assert dict(zip(HEADINGS, row, strict=True)) == {
        "contributor": "ada",
        "samples": "180",
        "first anchored": "170",
        "data value": "-0.37 %",
        "share": "15.81 %",
    }

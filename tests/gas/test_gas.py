"""Gas is a committed figure: it may fall, and it may not grow."""

from __future__ import annotations

import pytest

from scripts.gas import report
from scripts.gas.limits import LIMITS, PER_CALL
from scripts.gas.measure import measure

SNAPSHOT = report.read_snapshot()


@pytest.fixture(scope="module")
def measured() -> dict[str, int]:
    """The gas of every operation, now."""
    return measure()


@pytest.mark.parametrize("operation", SNAPSHOT)
def test_no_operation_costs_more_than_it_did(measured: dict[str, int], operation: str) -> None:
    """Whoever makes one dearer on purpose runs `make gas` and commits what it writes."""
    assert measured[operation] <= SNAPSHOT[operation]


@pytest.mark.parametrize("operation", LIMITS)
def test_no_operation_costs_more_than_its_limit(measured: dict[str, int], operation: str) -> None:
    """The limits are promises; `make gas` does not move them."""
    assert 21_000 // 100 < measured[operation] <= LIMITS[operation]


@pytest.mark.parametrize("name", PER_CALL)
def test_no_call_costs_more_than_its_limit(measured: dict[str, int], name: str) -> None:
    """With a thousand calls to a voucher, and a hundred vouchers in one transaction."""
    assert 0 < report.per_call(measured, name) <= PER_CALL[name][1]


def test_every_operation_that_is_measured_is_in_the_snapshot(measured: dict[str, int]) -> None:
    """A new operation has no figure to grow from until it is committed."""
    assert list(measured) == list(SNAPSHOT)


def test_the_page_shows_the_committed_figures() -> None:
    """`docs/gas.md` is what the snapshot renders to."""
    assert report.PAGE.read_text("utf-8") == report.render(SNAPSHOT)


def test_differences_are_named() -> None:
    """A figure that moved, one that is new and one that is gone, each on a line of its own."""
    assert report.differences({"a": 1_000, "b": 5, "c": 7}, {"a": 1_250, "b": 5, "d": 9}) == [
        "a: 1,000 -> 1,250 (+250)",
        "d: 9 is new",
        "c: is no longer measured",
    ]


def test_a_figure_above_its_limit_is_named() -> None:
    """So is a limit that nothing is measured for."""
    dear = dict(LIMITS) | {"mint": 95_001}
    del dear["transferToken"]
    assert report.above_limits(dear) == [
        "mint: 95,001 is above 95,000",
        "transferToken: has a limit and is not measured",
    ]
    assert report.above_limits(LIMITS) == []
    assert report.above_limits(dict(LIMITS) | {"release": 44_001}) == [
        "release: 44,001 is above 44,000",
        "reservation, redemption and release together: 151 a call is above 150",
    ]

"""Budgets and the spending log, without any network."""

from __future__ import annotations

from pathlib import Path

import pytest

from lazai_py._types import NATIVE
from lazai_py.metering import Budget, Limits, Spending, SpendingLog, State
from lazai_py.metering.errors import BudgetExceeded
from lazai_py.metering.vouchers import Book

DAY = 86_400


def _spending(name: bytes, *, at: int = 0, amount: int = 10, cumulative: int = 10) -> Spending:
    return Spending(name.ljust(32, b"\0"), "r", NATIVE, "https://x", "https://x/r", bytes(32), at, amount, cumulative)


def test_a_call_counts_as_all_of_its_amount_until_its_receipt_is_there() -> None:
    """Then as its units; as nothing when the service did not take it."""
    with SpendingLog() as log:
        first, second, third = (_spending(name) for name in (b"a", b"b", b"c"))
        for each in (first, second, third):
            log.write(each)
        assert log.spent_on(0) == 30
        log.finish(first, State.SETTLED, units=4, stated=4)
        log.finish(second, State.RELEASED)
        log.finish(third, State.DISPUTED, note="no receipt")
        assert log.spent_on(0) == 14
        assert [each.cost for each in log] == [4, 0, 10]
        assert len(log) == 3


def test_a_day_ends_at_midnight_utc() -> None:
    """What was spent at 23:59:59 does not count a second later."""
    now = DAY - 1
    log = SpendingLog()
    budget = Budget(Limits(per_day=10), log, clock=lambda: now)
    log.write(_spending(b"a", at=now, amount=8))
    assert budget.allow(5, 1) == 2
    now = DAY
    assert budget.allow(5, 1) == 5


def test_a_log_in_a_file_keeps_numbers_of_any_size(tmp_path: Path) -> None:
    """Beyond what SQLite's integers hold."""
    large = _spending(b"a", amount=2**95, cumulative=2**95 + 1)
    with SpendingLog(tmp_path / "log.db") as log:
        log.write(large)
    with SpendingLog(tmp_path / "log.db") as log:
        assert list(log) == [large]
        assert log.spent_on(0) == 2**95


def test_a_limit_narrows_what_a_call_may_cost_and_refuses_what_is_below_the_least() -> None:
    """The narrowest limit decides."""
    budget = Budget(Limits(per_call=6, total=9), SpendingLog())
    assert budget.allow(10, 1) == 6
    budget.count(6)
    assert budget.allow(10, 3) == 3
    with pytest.raises(BudgetExceeded) as caught:
        budget.allow(10, 4)
    assert (caught.value.limit, caught.value.need, caught.value.left) == ("total", 4, 3)


def test_a_promise_covers_what_was_used_what_runs_and_what_is_asked() -> None:
    """It never falls, and never exceeds what receipts and running calls justify."""
    book = Book()
    assert book.promise(10, reserved=100) == 10
    book.hold(b"a", 10, 10)
    assert book.promise(5, reserved=100) == 15
    book.hold(b"b", 5, 15)
    book.settle(b"a", 2, 2)
    assert book.promise(4, reserved=100) == 15
    book.release(b"b")
    assert book.promise(20, reserved=100) == 22
    with pytest.raises(BudgetExceeded) as caught:
        book.promise(99, reserved=100)
    assert (caught.value.limit, caught.value.need, caught.value.left) == ("reserved", 99, 98)


def test_books_that_are_taken_up_again_never_promise_less_than_was_signed() -> None:
    """What an old voucher covers counts as used, but for what is running."""
    book = Book()
    book.hold(b"a", 5, 5)
    book.resume(30)
    assert (book.signed, book.used, book.promise(1, reserved=100)) == (30, 25, 31)

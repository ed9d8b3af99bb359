"""Budgets: what a caller lets its calls cost, whatever a service asks for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from lazai_py.metering.errors import BudgetExceeded
from lazai_py.metering.spending import SpendingLog


@dataclass(frozen=True, slots=True)
class Limits:
    """What calls may cost at most, in smallest units; None for no limit.

    Parameters:
        per_call: one call.
        per_day: all calls in the spending log of one day (UTC), with every service.
        total: all calls that one budget allowed.
    """

    per_call: int | None = None
    per_day: int | None = None
    total: int | None = None


class Budget:
    """Allows calls within limits. May be shared by several sessions, which then spend from it together.

    Whoever asks and counts holds `lock` from the one to the other.

    Parameters:
        limits: the limits.
        log: where calls are on record.
        clock: tells the time in seconds since 1970.
    """

    def __init__(self, limits: Limits, log: SpendingLog, *, clock: Callable[[], float] = time.time) -> None:
        self.limits = limits
        self.log = log
        self._clock = clock
        self.spent = 0
        self.lock = threading.RLock()

    def now(self) -> int:
        """Return the time in whole seconds since 1970."""
        return int(self._clock())

    def allow(self, most: int, least: int) -> int:
        """Return how much a call may be authorised to cost.

        Parameters:
            most: what it may cost at most.
            least: the least that must be authorised.

        Raises:
            BudgetExceeded: a limit leaves less than `least`.
        """
        amount = most
        for limit, left in self._left():
            if left < least:
                raise BudgetExceeded(limit, need=least, left=max(0, left))
            amount = min(amount, left)
        return amount

    def count(self, amount: int) -> None:
        """Count what an allowed call costs, or, with a negative amount, what it did not cost after all."""
        self.spent += amount

    def _left(self) -> list[tuple[str, int]]:
        limits = self.limits
        left = [("per_call", limits.per_call)]
        if limits.per_day is not None:
            left.append(("per_day", limits.per_day - self.log.spent_on(self.now())))
        if limits.total is not None:
            left.append(("total", limits.total - self.spent))
        return [(limit, amount) for limit, amount in left if amount is not None]

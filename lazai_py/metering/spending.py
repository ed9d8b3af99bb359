"""The spending log: every call that was paid for, what it used, and what became of its receipt."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from lazai_py._types import Address

_SCHEMA = """
CREATE TABLE IF NOT EXISTS calls (
    voucher BLOB PRIMARY KEY, reservation TEXT NOT NULL, service TEXT NOT NULL, url TEXT NOT NULL,
    receipt_url TEXT NOT NULL, request BLOB NOT NULL, at INTEGER NOT NULL,
    amount TEXT NOT NULL, cumulative TEXT NOT NULL, state TEXT NOT NULL, units TEXT, stated TEXT, note TEXT NOT NULL
)
"""
_DAY = 86_400


class State(StrEnum):
    """What became of a call."""

    RUNNING = "running"  # no outcome is known yet: it counts as what it may cost
    SETTLED = "settled"  # its receipt is good
    DISPUTED = "disputed"  # its receipt is missing, forged or claims too much: it counts as fully used
    RELEASED = "released"  # the service did not take it


@dataclass(frozen=True, slots=True)
class Spending:
    """One paid call.

    Parameters:
        voucher: the digest of its voucher.
        reservation: the name of the reservation.
        service, url: who was called, and where.
        receipt_url: where its receipt can be asked for.
        request: the hash of the request.
        at: when, in seconds since 1970.
        amount: the most that it may cost, in smallest units.
        cumulative: what its voucher promised.
        state: what became of it.
        units: what it used by its receipt; None without a good one.
        stated: the sum used in the reservation by its receipt.
        note: why it is disputed, or that the answer was cut.
    """

    voucher: bytes
    reservation: str
    service: Address
    url: str
    receipt_url: str
    request: bytes
    at: int
    amount: int
    cumulative: int
    state: State = State.RUNNING
    units: int | None = None
    stated: int | None = None
    note: str = ""

    @property
    def cost(self) -> int:
        """What the call counts as: its units, or all of its amount while nothing better is known."""
        if self.state is State.RELEASED:
            return 0
        return self.amount if self.units is None else self.units


class SpendingLog:
    """Every paid call, in memory or in a file that survives this process. A context manager.

    One process at a time writes a file. A call is on record before its voucher leaves.

    Parameters:
        path: the file; in memory when left out.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(
            ":memory:" if path is None else os.fspath(path), check_same_thread=False, isolation_level=None
        )
        # A file that loses power may forget the last calls, never its integrity; the service still has the vouchers.
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute(_SCHEMA)
        self._days: dict[int, int] = {}
        for spending in self:
            self._count(spending, spending.cost)

    def write(self, spending: Spending) -> None:
        """Put a new call on record."""
        values = _row(spending)
        with self._lock:
            self._database.execute(f"INSERT INTO calls VALUES ({','.join('?' * len(values))})", values)  # noqa: S608
            self._count(spending, spending.cost)

    def finish(
        self, spending: Spending, state: State, *, units: int | None = None, stated: int | None = None, note: str = ""
    ) -> Spending:
        """Put what became of a call on record, and return the call as it stands now."""
        finished = replace(spending, state=state, units=units, stated=stated, note=note)
        with self._lock:
            self._database.execute(
                "UPDATE calls SET state = ?, units = ?, stated = ?, note = ? WHERE voucher = ?",
                (str(state), _text(units), _text(stated), note, spending.voucher),
            )
            self._count(spending, finished.cost - spending.cost)
        return finished

    def spent_on(self, at: int) -> int:
        """Return what the calls of the day (UTC) of a time cost, with every service."""
        return self._days.get(at // _DAY, 0)

    def of(self, reservation: str) -> list[Spending]:
        """Return the calls of one reservation, in the order of what they promised."""
        return sorted((each for each in self if each.reservation == reservation), key=lambda each: each.cumulative)

    def __iter__(self) -> Iterator[Spending]:
        with self._lock:
            rows = self._database.execute("SELECT * FROM calls ORDER BY rowid").fetchall()
        return map(_spending, rows)

    def __len__(self) -> int:
        with self._lock:
            count: int = self._database.execute("SELECT COUNT(*) FROM calls").fetchone()[0]
        return count

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _count(self, spending: Spending, amount: int) -> None:
        day = spending.at // _DAY
        self._days[day] = self._days.get(day, 0) + amount


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def _row(spending: Spending) -> tuple[object, ...]:
    # Amounts are texts: SQLite's integers end at 2**63 - 1.
    return (
        spending.voucher,
        spending.reservation,
        spending.service,
        spending.url,
        spending.receipt_url,
        spending.request,
        spending.at,
        str(spending.amount),
        str(spending.cumulative),
        str(spending.state),
        _text(spending.units),
        _text(spending.stated),
        spending.note,
    )


def _spending(row: tuple[Any, ...]) -> Spending:
    voucher, reservation, service, url, receipt_url, request, at, amount, cumulative, state, units, stated, note = row
    bounds = (at, int(amount), int(cumulative), State(state), _number(units), _number(stated), note)
    return Spending(voucher, reservation, service, url, receipt_url, request, *bounds)


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)

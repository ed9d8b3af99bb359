"""One line for the nonces of one account on one chain, so that many threads can send at once."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from lazai_py._chain.engine import Engine
from lazai_py._types import Address


class NonceLine:
    """Hands out the nonces of an account, each once, in any number of threads.

    The node is asked whenever nothing is under way, so that a chain that was set back, and another sender of the
    same account, are noticed; in between the line counts by itself. A nonce that was not used comes back and is
    handed out first, so that a gap does not stay open while there is something to send.

    Parameters:
        engine: the chain.
        address: the account.
    """

    def __init__(self, engine: Engine, address: Address) -> None:
        self._engine = engine
        self.address = address
        self._lock = threading.Lock()
        self._next = 0
        self._unused: list[int] = []
        self._under_way: set[int] = set()

    def reserve(self, count: int = 1) -> list[int]:
        """Return the next nonces, in order; the caller settles or releases each of them."""
        with self._lock:
            if not self._under_way:
                self._next = self._engine.nonce(self.address)
                self._unused.clear()
            taken = [self._take() for _ in range(count)]
            self._under_way.update(taken)
            return taken

    def settle(self, nonces: Iterable[int]) -> None:
        """Say that these are no longer ours to follow: mined, replaced, or given up on."""
        with self._lock:
            self._under_way.difference_update(nonces)

    def release(self, nonces: Iterable[int]) -> None:
        """Give back nonces for which the node has no transaction."""
        with self._lock:
            for nonce in self._under_way.intersection(nonces):
                self._under_way.remove(nonce)
                heapq.heappush(self._unused, nonce)

    def skip(self, nonce: int) -> None:
        """Say that somebody else has used this nonce, and go on after it and after what the node knows of."""
        known = self._engine.nonce(self.address)
        with self._lock:
            self._under_way.discard(nonce)
            self._next = max(self._next, nonce + 1, known)
            self._unused = sorted(unused for unused in self._unused if unused >= known and unused != nonce)

    def forget(self) -> None:
        """Follow nothing any more: the chain was set back, and the node knows better."""
        with self._lock:
            self._under_way.clear()

    def take_gap(self, below: int) -> int | None:
        """Return a released nonce below another, which waits for it to be filled; None when there is none."""
        with self._lock:
            if not self._unused or self._unused[0] >= below:
                return None
            gap = heapq.heappop(self._unused)
            self._under_way.add(gap)
            return gap

    def _take(self) -> int:
        if self._unused:
            return heapq.heappop(self._unused)
        self._next += 1
        return self._next - 1


_lines: WeakKeyDictionary[Engine, dict[Address, NonceLine]] = WeakKeyDictionary()
_lines_lock = threading.Lock()


def forget_lines(engine: Engine) -> None:
    """Let every line on an engine ask the node again, because the chain was set back."""
    with _lines_lock:
        lines = list(_lines.get(engine, {}).values())
    for line in lines:
        line.forget()


def line_of(engine: Engine, address: Address) -> NonceLine:
    """Return the one line of an account on an engine, whoever sends for it."""
    with _lines_lock:
        lines = _lines.setdefault(engine, {})
        return lines.setdefault(address, NonceLine(engine, address))

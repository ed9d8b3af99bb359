"""How often something may be done."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

_MOST_KEYS = 10_000


class Bucket:
    """Allows `rate` in a second, and as many at once after a pause.

    Parameters:
        rate: how many in a second.
        clock: in seconds.
    """

    def __init__(self, rate: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left = max(1.0, rate)
        self._at = clock()

    def take(self) -> bool:
        """Whether one more may be done now; counts it if so."""
        now = self._clock()
        self._left = min(max(1.0, self._rate), self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Buckets:
    """One bucket for all together, and one for each key with a tenth of it."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._all = Bucket(rate)
        self._each: dict[Hashable, Bucket] = {}

    def take(self, key: Hashable) -> bool:
        """Whether one more may be done for `key` now; counts it if so."""
        if len(self._each) >= _MOST_KEYS:
            self._each.clear()
        own = self._each.setdefault(key, Bucket(self._rate / 10))
        return own.take() and self._all.take()

"""What a call uses: by call, by bytes of the answer, by tokens, or by a function of the application.

A `Meter` belongs to a route and says what a call may cost; its `Gauge` measures one answer while it flows. A gauge is
told the cap, lets through what fits, and says when the cap was reached: nothing beyond it reaches the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from lazai_py._errors import InputError
from lazai_py.gateway.sse import EventSplitter
from lazai_py.metering.wire import Object

_FIRST_FAILURE = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a part of an answer goes to the caller.

    Parameters:
        data: the bytes.
        cut: whether the cap was reached, so that nothing may follow.
    """

    data: bytes
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an answer.

    Parameters:
        status: its HTTP status; an answer with 400 and above costs nothing.
        is_event_stream: whether server-sent events follow.
    """

    status: int
    is_event_stream: bool

    @property
    def is_failure(self) -> bool:
        """Whether the application did not do what it was asked for."""
        return self.status >= _FIRST_FAILURE


class Gauge(Protocol):
    """Measures one answer."""

    @property
    def units(self) -> int:
        """What was used so far, in smallest units; never above the cap."""

    def feed(self, data: bytes, *, last: bool) -> Piece:
        """Measure the next part of the body, and return what of it the caller gets."""


@runtime_checkable
class Meter(Protocol):
    """Measures the calls of a route. `most` and `least` are what one call may cost, in smallest units."""

    @property
    def most(self) -> int:
        """The most that one call costs."""

    @property
    def least(self) -> int:
        """What a caller must allow for at least."""

    def price(self) -> Object:
        """Return the price as the terms show it."""

    def gauge(self, head: Head, cap: int) -> Gauge:
        """Return the gauge for one answer that may use `cap` units."""


class Free:
    """The gauge of answers that cost nothing."""

    units = 0

    def feed(self, data: bytes, *, last: bool) -> Piece:
        """See `Gauge.feed`."""
        del last
        return Piece(data)


class _Flat(Free):
    def __init__(self, units: int) -> None:
        self.units = units


@dataclass(frozen=True, slots=True)
class PerCall:
    """Each call costs the same.

    Parameters:
        units: in smallest units, 1 or more.
    """

    units: int = 1

    @property
    def most(self) -> int:
        """See `Meter.most`."""
        return self.units

    @property
    def least(self) -> int:
        """See `Meter.least`."""
        return self.units

    def price(self) -> Object:
        """See `Meter.price`."""
        return {"meter": "call", "units": str(self.units)}

    def gauge(self, head: Head, cap: int) -> Gauge:
        """See `Meter.gauge`."""
        del cap
        return Free() if head.is_failure else _Flat(self.units)


@dataclass(frozen=True, slots=True)
class PerByte:
    """The body of the answer costs `units` for each `size` bytes begun.

    Parameters:
        most: the most that one call costs, in smallest units.
        units: the price of `size` bytes.
        size: how many bytes that is.
    """

    most: int
    units: int = 1
    size: int = 1024
    least: int = 1

    def price(self) -> Object:
        """See `Meter.price`."""
        return {"meter": "bytes", "units": str(self.units), "size": str(self.size)}

    def gauge(self, head: Head, cap: int) -> Gauge:
        """See `Meter.gauge`."""
        return Free() if head.is_failure else _Bytes(self, cap)


class _Bytes:
    def __init__(self, meter: PerByte, cap: int) -> None:
        self._meter = meter
        self._room = cap // meter.units * meter.size
        self._sent = 0

    @property
    def units(self) -> int:
        return -(-self._sent // self._meter.size) * self._meter.units

    def feed(self, data: bytes, *, last: bool) -> Piece:
        del last
        fits = data[: self._room - self._sent]
        self._sent += len(fits)
        return Piece(fits, cut=len(fits) < len(data))


@dataclass(frozen=True, slots=True)
class PerFunction:
    """Each part of the answer costs what a function of the application says.

    Event streams are cut between events, other streams between the parts that the application sends.

    Parameters:
        most: the most that one call costs, in smallest units.
        count: given an event, or a part of the body, returns its cost in smallest units, 0 or more.
        name: what the terms call it.
        least: what a caller must allow for at least.
    """

    most: int
    count: Callable[[bytes], int]
    name: str = "function"
    least: int = 1

    def price(self) -> Object:
        """See `Meter.price`."""
        return {"meter": self.name}

    def gauge(self, head: Head, cap: int) -> Gauge:
        """See `Meter.gauge`."""
        return Free() if head.is_failure else _Counted(self, cap, EventSplitter() if head.is_event_stream else None)


class _Counted:
    def __init__(self, meter: PerFunction, cap: int, splitter: EventSplitter | None) -> None:
        self._meter, self._cap, self._splitter = meter, cap, splitter
        self.units = 0

    def feed(self, data: bytes, *, last: bool) -> Piece:
        parts = self._parts(data, last=last)
        for i, part in enumerate(parts):
            cost = self._meter.count(part)
            if cost < 0:
                raise InputError(f"a part of an answer costs {cost}", remedy="Count 0 or more for each part")
            if self.units + cost > self._cap:
                return Piece(b"".join(parts[:i]), cut=True)
            self.units += cost
        return Piece(b"".join(parts))

    def _parts(self, data: bytes, *, last: bool) -> Sequence[bytes]:
        if self._splitter is None:
            return [data] if data else []
        rest = self._splitter
        events = rest.feed(data)
        tail = rest.rest() if last else b""
        return [*events, tail] if tail else events

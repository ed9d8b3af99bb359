"""The router as a list of what everybody is entitled to, in fractions: no pot, no remainder, no order of parents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

NOTICE = 7 * 86_400
WHOLE = 10_000


@dataclass(frozen=True)
class Split:
    """One version of the terms: who gets how many basis points; the rest is the holders'."""

    since: int
    service: int = 0
    parents: tuple[tuple[int, int], ...] = ()

    @property
    def holders(self) -> int:
        """What nobody else gets."""
        return WHOLE - self.service - sum(bps for _, bps in self.parents)


@dataclass
class Family:
    """Classes that derive from each other, and the money that came to them.

    Parameters:
        terms: by class, every version of its terms; the first is that all is the holders'.
        totals: by class, version and asset, all that ever came in.
        waiting: by class, asset and version, what has not been split yet.
        given: by class, version, asset and member, what it has got: a parent by its id, or "service".
    """

    terms: dict[int, list[Split]]
    totals: dict[tuple[int, int, str], int] = field(default_factory=lambda: defaultdict(int))
    waiting: dict[tuple[int, str], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    given: dict[tuple[int, int, str, object], int] = field(default_factory=lambda: defaultdict(int))
    paid: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def version(self, class_id: int, now: int) -> int:
        """The number of the terms in force."""
        return max(number for number, terms in enumerate(self.terms[class_id]) if terms.since <= now)

    def pay(self, class_id: int, asset: str, amount: int, now: int) -> None:
        """Money comes from outside."""
        self.paid[asset] += amount
        self.split(class_id, self.version(class_id, now), asset, amount, now)

    def flow(self, class_id: int, asset: str, now: int) -> int:
        """What children passed up is split, each part by the terms under which it came."""
        waiting = self.waiting.pop((class_id, asset), {})
        for version, amount in waiting.items():
            self.split(class_id, version, asset, amount, now)
        return sum(waiting.values())

    def split(self, class_id: int, version: int, asset: str, amount: int, now: int) -> None:
        """Everybody's entitlement grows; what that is worth in whole units is given."""
        self.totals[class_id, version, asset] += amount
        terms = self.terms[class_id][version]
        self.give(class_id, version, asset, "service", terms.service)
        for parent, bps in terms.parents:
            part = self.give(class_id, version, asset, parent, bps)
            waiting, arrived = self.waiting[parent, asset], self.version(parent, now)
            if part:
                waiting[arrived] = waiting.get(arrived, 0) + part

    def give(self, class_id: int, version: int, asset: str, member: object, bps: int) -> int:
        """Gives a member what it lacks of its part of the total; returns that."""
        entitled = floor(Fraction(self.totals[class_id, version, asset] * bps, WHOLE))
        part = entitled - self.given[class_id, version, asset, member]
        self.given[class_id, version, asset, member] = entitled
        return part

    def owed(self, asset: str) -> int:
        """What the service, which is one for all, has got."""
        return sum(part for (_, _, of, member), part in self.given.items() if (of, member) == (asset, "service"))

    def received(self, class_id: int, asset: str) -> int:
        """What waits to be split."""
        return sum(self.waiting.get((class_id, asset), {}).values())

    def holders(self, class_id: int, asset: str) -> tuple[int, int]:
        """The least and the most that holders have: with and without the units that nobody could be given yet."""
        low = high = 0
        for version, terms in enumerate(self.terms[class_id]):
            total = self.totals[class_id, version, asset]
            low += floor(Fraction(total * terms.holders, WHOLE))
            high += total - sum(
                part
                for (of, number, kind, _), part in self.given.items()
                if (of, number, kind) == (class_id, version, asset)
            )
        return low, high

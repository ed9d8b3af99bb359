"""What the router holds for those who are paid: in inlets, on its way up a lineage, and what it owes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from lazai_py._contract.abi import Event
from lazai_py._contract.bindings.revenue_router import HoldersWait, Owed, Paid, PassedUp, RevenueRouter, TermsSet
from lazai_py._types import NATIVE, Address
from lazai_py.dat.context import Context
from lazai_py.dat.reads import read_many
from lazai_py.market import Router
from lazai_py.market.lineage import descendants
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.strangers import received_erc20s

E = TypeVar("E", bound=Event)

# What a claim of many may use for each of them.
_GAS_OF_A_CLASS = 600_000
_CLASSES = 10


@dataclass(frozen=True, slots=True)
class Family:
    """The classes that parties have a part in, and those below: whatever these are paid may reach the parties.

    Parameters:
        inlets: the inlet of each, in the order in which money flows.
        named: the parties that terms ever named.
    """

    inlets: Mapping[int, Address]
    named: frozenset[Address]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the router for classes, and has to flow before it is owed.

    Parameters:
        inlets: what was sent to inlets, by class and asset.
        classes: in the order in which money flows.
        assets: in which something flows, and may so reach holders.
    """

    inlets: tuple[tuple[int, Address], ...]
    classes: tuple[int, ...]
    assets: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Flows:
    """The router, as a source of payments.

    Parameters:
        context: the surroundings of DAT handles.
        router: the revenue router.
    """

    context: Context
    router: Router

    def family(self, held: set[int], parties: Sequence[Address]) -> Family:
        """Return the classes whose money may reach some parties.

        Parameters:
            held: the classes that they hold shares of.
            parties: who is paid.
        """
        named = self._named(parties)
        mine, edges = held.union(*named.values()), self.router.derivations()
        family = sorted(mine.union(*(descendants(class_id, edges) for class_id in mine)))
        views = [partial(view, class_id=each) for view in (_rank, _inlet) for each in family]
        found = read_many(self.router.contract, views)
        ranks, inlets = found[: len(family)], found[len(family) :]
        ordered = sorted(zip(family, ranks, inlets, strict=True), key=lambda each: (-each[1], each[0]))
        return Family({class_id: inlet for class_id, _, inlet in ordered}, frozenset(named))

    def _named(self, parties: Sequence[Address]) -> dict[Address, set[int]]:
        """Return the classes whose terms ever named a party, by party."""
        named: dict[Address, set[int]] = {}
        for event in self._events(TermsSet):
            for payee in (event.terms.service, event.terms.rev_share, event.terms.treasury):
                if payee.account in parties:
                    named.setdefault(payee.account, set()).add(event.class_id)
        return named

    def waiting(self, family: Family, fed: set[Address]) -> Waiting:
        """Return what waits for a family.

        Parameters:
            family: its classes.
            fed: the inlets that are paid in coins before.
        """
        inlets = tuple(self._filled(family.inlets, fed))
        assets = [*self._passing(tuple(family.inlets)), *(asset for _, asset in inlets)]
        return Waiting(inlets, tuple(family.inlets), tuple(dict.fromkeys(assets)))

    def _passing(self, class_ids: tuple[int, ...]) -> Iterator[Address]:
        """Yield the assets in which something waits in the name of a class."""
        if not class_ids:
            return
        passed, held = self._events(PassedUp, None, class_ids), self._events(HoldersWait, class_ids)
        pots = dict.fromkeys(
            [
                *((RevenueRouter.received_of, event.parent_id, event.asset) for event in passed),
                *((RevenueRouter.held_of, event.class_id, event.asset) for event in held),
            ]
        )
        views = [partial(view, class_id=class_id, asset=asset) for view, class_id, asset in pots]
        for (_, _, asset), amount in zip(pots, read_many(self.router.contract, views), strict=True):
            if amount:
                yield asset

    def _filled(self, inlets: Mapping[int, Address], fed: set[Address]) -> Iterator[tuple[int, Address]]:
        """Yield the inlets that hold something, by class, and the asset: coins, and ERC-20s that anybody sent there.

        A hostile token is tried here, alone and within bounds, and left out if it does not arrive.
        """
        sent = received_erc20s(self.context.engine, inlets.values(), self.context.since, self._paid)
        lying = [(each, asset) for each, inlet in inlets.items() for asset in (NATIVE, *sent[inlet])]
        flushes = [self.router.contract.flush(each, asset).call(NATIVE) for each, asset in lying]
        tried = self.context.engine.simulate_each([replace(call, gas=_GAS_OF_A_CLASS) for call in flushes])
        for (class_id, asset), trial in zip(lying, tried, strict=True):
            if (trial.ok and any(trial.data)) or (asset == NATIVE and inlets[class_id] in fed):
                yield class_id, asset

    def _paid(self) -> Iterator[Address]:
        """Yield the ERC-20s that ever went through the router."""
        yield from (event.asset for event in self._events(Paid) if event.asset != NATIVE)

    # --- the calls ---

    def dues(self, waiting: Waiting) -> Iterator[Due]:
        """Yield the calls that move what waits on, in the order in which it flows."""
        router = self.router.contract
        for class_id, asset in waiting.inlets:
            yield Due(f"the inlet of class {class_id}", router.flush(class_id, asset), _GAS_OF_A_CLASS, (asset,))
        for asset in waiting.assets:
            for start in range(0, len(waiting.classes), _CLASSES):
                part = waiting.classes[start : start + _CLASSES]
                listed = ", ".join(map(str, part))
                gas = GAS + _GAS_OF_A_CLASS * len(part)
                yield Due(f"what flows through classes {listed}", router.flow_many(part, asset), gas, (asset,))

    def owed(self, parties: Sequence[Address], family: Family, waiting: Waiting) -> Iterator[Due]:
        """Yield the calls that pay parties what the router owes them, now or once what waits has flown."""
        known = dict.fromkeys((event.account, event.asset) for event in self._events(Owed, None, tuple(parties)))
        expected = {(party, asset) for party in parties if party in family.named for asset in waiting.assets}
        both = [*known, *(each for each in sorted(expected) if each not in known)]
        views = [partial(RevenueRouter.owed_to, account=party, asset=asset) for party, asset in both]
        for (party, asset), amount in zip(both, read_many(self.router.contract, views), strict=True):
            if amount or (party, asset) in expected:
                intent = self.router.contract.claim(party, asset, party)
                yield Due("what the router owes", intent, GAS, (asset,), party)

    def _events(self, kind: type[E], *indexed: object) -> list[E]:
        return self.router.contract.events(kind, *indexed, since=self.context.since)


def _rank(router: RevenueRouter, class_id: int) -> Any:
    return router.rank_of(class_id).rank


def _inlet(router: RevenueRouter, class_id: int) -> Any:
    return router.inlet_of(class_id)

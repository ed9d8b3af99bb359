"""Fees of works that models made: what collections of them owe to creators, and to those behind the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated
from lazai_py._contract.bindings.aigc_token import AigcToken, CollectionMade
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE, Address
from lazai_py.dat.reads import read_each
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.strangers import logs_anywhere


@dataclass(frozen=True, slots=True)
class Fees:
    """What a collection of works owes somebody."""

    collection: AigcToken
    payee: Address


@dataclass(frozen=True, slots=True)
class Works:
    """The collections of one factory.

    Parameters:
        factory: what makes them.
        since: the block that their events start in.
    """

    factory: AigcFactory
    since: int

    def owing(self, payees: set[Address]) -> tuple[Fees, ...]:
        """Return what collections owe to any of some accounts; how many others there are costs no question."""
        engine = self.factory.engine
        named = [
            Fees(AigcToken(engine, collection), payee)
            for collection, both in self._payees().items()
            for payee in dict.fromkeys(both)
            if payee in payees and payee != NATIVE
        ]
        owed = read_each(engine, [(fees.collection, partial(AigcToken.owed_to, payee=fees.payee)) for fees in named])
        return tuple(fees for fees, amount in zip(named, owed, strict=True) if amount)

    def _payees(self) -> dict[Address, tuple[Address, ...]]:
        """Return whom collections pay: the creator, and what the model's revenue goes to."""
        engine = self.factory.engine
        created = self.factory.events(CollectionCreated, since=self.since)
        creators = {event.collection: event.creator for event in created}
        if not creators:
            return {}
        made = logs_anywhere(engine, (CollectionMade.TOPIC,), self.since, lambda: creators)
        own = decode_events((log for log in made if log.address in creators), dict.fromkeys(creators, AigcToken))
        revenue = {event.log.address: event.revenue for event in own if isinstance(event, CollectionMade) and event.log}
        return {each: (creator, revenue.get(each, NATIVE)) for each, creator in creators.items()}


def dues(owing: tuple[Fees, ...], parties: tuple[Address, ...]) -> Iterator[Due]:
    """Yield the calls that pay fees out: to parties, or to inlets on the way."""
    for fees in owing:
        payee = fees.payee if fees.payee in parties else None
        intent = fees.collection.pay_out(fees.payee)
        yield Due(f"fees of the works at {fees.collection.address}", intent, GAS, (NATIVE,), payee)

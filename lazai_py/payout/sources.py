"""Where an account is owed something: found from events, to be claimed by calls that anyone may make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated
from lazai_py._contract.bindings.aigc_token import AigcToken
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory, OfferingCreated
from lazai_py._contract.bindings.revenue_router import HoldersWait, Owed, Paid, PassedUp, RevenueRouter, TermsSet
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE, Address
from lazai_py.dat.context import Context, address_word, word
from lazai_py.dat.portfolio import Portfolio, look_up
from lazai_py.market import Router
from lazai_py.market.lineage import descendants
from lazai_py.offerings import Offerings
from lazai_py.offerings.state import Phase
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.trade import Trade
from lazai_py.revshare import RevShare

# What a claim of many may use for each of them.
_GAS_OF_A_TOKEN = 80_000
_GAS_OF_A_CLASS = 600_000
_TOKENS = 50
_CLASSES = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the router for classes that an account has a part in, and has to flow before it is owed.

    Parameters:
        inlets: what was sent to inlets, by class and asset.
        classes: the classes of the account and those below, in the order in which money flows.
        assets: in which something flows, and may so reach holders.
    """

    inlets: tuple[tuple[int, Address], ...]
    classes: tuple[int, ...]
    assets: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Fees:
    """What a collection of works owes an account, or the inlet of a class."""

    collection: AigcToken
    payee: Address


class Sources:
    """Everything that pays an account.

    Parameters:
        context: the surroundings of DAT handles.
        router: the revenue router.
        offerings: sales of RevShare tokens, and these tokens.
        account: whom it pays.
        works: what makes collections of works.
        trade: the store and the exchange.
    """

    def __init__(
        self,
        context: Context,
        router: Router,
        offerings: Offerings,
        account: Address,
        *,
        works: AigcFactory,
        trade: Trade,
    ) -> None:
        self._context = context
        self._router = router
        self._offerings = offerings
        self._works_factory = works
        self._trade = trade
        self.account = account

    def find(self, shares: Iterable[RevShare]) -> list[Due]:
        """Return all calls that may bring the account money, in the order in which they must be made.

        Parameters:
            shares: RevShare tokens to look at, besides those of offerings.
        """
        held = look_up(self._context, self.account)
        sold, works = self._sold(), self._works()
        waiting = self._waiting({position.token.class_id for position in held if position.share}, works)
        tokens = {share.address: share for share in (*(self._offerings.at(each).token for each in sold), *shares)}
        return [
            *self._fees(works, waiting),
            *self._flows(waiting),
            *self._positions(held, waiting),
            *self._owed(waiting),
            *self._trade.due_to(self.account),
            *self._sales(sold),
            *self._shares(tokens.values()),
        ]

    # --- Data Anchoring Tokens and the router ---

    def _waiting(self, held: set[int], works: Sequence[Fees]) -> Waiting:
        mine = held | self._named()
        edges = self._router.derivations()
        family = mine.union(*(descendants(class_id, edges) for class_id in mine))
        rank = {class_id: self._router.contract.rank_of(class_id).rank for class_id in family}
        ordered = sorted(family, key=lambda each: (-rank[each], each))
        inlets = tuple(self._inlets(ordered, {fees.payee for fees in works}))
        assets = [asset for class_id in ordered for asset in self._pots_of(class_id)]
        return Waiting(inlets, tuple(ordered), tuple(dict.fromkeys([*assets, *(asset for _, asset in inlets)])))

    def _named(self) -> set[int]:
        """Return the classes whose terms ever named the account."""
        terms = [event for event in self._events((TermsSet.TOPIC,)) if isinstance(event, TermsSet)]
        return {
            event.class_id
            for event in terms
            if self.account
            in (event.terms.service.account, event.terms.rev_share.account, event.terms.treasury.account)
        }

    def _pots_of(self, class_id: int) -> Iterator[Address]:
        """Yield the assets in which something waits for a class."""
        passed = self._events((PassedUp.TOPIC, None, word(class_id)))
        held = self._events((HoldersWait.TOPIC, word(class_id)))
        known = {event.asset: None for event in (*passed, *held) if isinstance(event, PassedUp | HoldersWait)}
        for asset in known:
            pots = self._router.pots(class_id, asset=asset)
            if pots.received or pots.held:
                yield asset

    def _inlets(self, class_ids: Iterable[int], paid_before: set[Address]) -> Iterator[tuple[int, Address]]:
        paid = [event.asset for event in self._events((Paid.TOPIC,)) if isinstance(event, Paid)]
        for class_id in class_ids:
            inlet = self._router.inlet(class_id)
            for asset in dict.fromkeys([NATIVE, *paid]):
                if self._balance(inlet, asset) or (asset == NATIVE and inlet in paid_before):
                    yield class_id, asset

    def _balance(self, account: Address, asset: Address) -> int:
        engine = self._context.engine
        return engine.balance(account) if asset == NATIVE else Erc20(engine, asset).balance_of(account)

    def _flows(self, waiting: Waiting) -> Iterator[Due]:
        router = self._router.contract
        for class_id, asset in waiting.inlets:
            yield Due(f"the inlet of class {class_id}", router.flush(class_id, asset), _GAS_OF_A_CLASS, (asset,))
        for asset in waiting.assets:
            for part in _chunks(waiting.classes, _CLASSES):
                listed = ", ".join(map(str, part))
                gas = GAS + _GAS_OF_A_CLASS * len(part)
                yield Due(f"what flows through classes {listed}", router.flow_many(part, asset), gas, (asset,))

    def _positions(self, held: Portfolio, waiting: Waiting) -> Iterator[Due]:
        assets = {asset: None for position in held for asset in position.pending} | dict.fromkeys(waiting.assets)
        for asset in assets:
            due = [
                position.token.id
                for position in held
                if position.share and (position.pending.get(asset) or asset in waiting.assets)
            ]
            for part in _chunks(due, _TOKENS):
                intent = self._context.contract.claim_many(part, asset)
                yield Due(f"{len(part)} Data Anchoring Tokens", intent, GAS + _GAS_OF_A_TOKEN * len(part), (asset,))

    def _owed(self, waiting: Waiting) -> Iterator[Due]:
        events = self._events((Owed.TOPIC, None, address_word(self.account)))
        known = {event.asset: None for event in events if isinstance(event, Owed)} | dict.fromkeys(waiting.assets)
        for asset in known:
            if asset in waiting.assets or self._router.owed(self.account, asset=asset):
                intent = self._router.contract.claim(self.account, asset, self.account)
                yield Due("what the router owes", intent, GAS, (asset,))

    def _events(self, topics: tuple[bytes | None, ...]) -> Sequence[object]:
        wanted = LogFilter(self._router.address, topics, from_block=self._context.since)
        return decode_events(self._context.engine.logs(wanted), {self._router.address: RevenueRouter})

    # --- works that models made ---

    def _works(self) -> list[Fees]:
        """Return the fees of collections that were not paid out: to creators, and to those behind the models."""
        found = self._context.engine.logs(
            LogFilter(self._works_factory.address, (CollectionCreated.TOPIC,), from_block=self._context.since)
        )
        events = decode_events(found, {self._works_factory.address: AigcFactory})
        collections = [
            (AigcToken(self._context.engine, event.collection), event.creator)
            for event in events
            if isinstance(event, CollectionCreated)
        ]
        return [
            Fees(collection, payee)
            for collection, creator in collections
            for payee in dict.fromkeys([creator, collection.revenue()])
            if payee != NATIVE and collection.owed_to(payee)
        ]

    def _fees(self, works: Sequence[Fees], waiting: Waiting) -> Iterator[Due]:
        wanted = {self.account, *(self._router.inlet(class_id) for class_id, _ in waiting.inlets)}
        for fees in works:
            if fees.payee in wanted:
                intent = fees.collection.pay_out(fees.payee)
                yield Due(f"fees of the works at {fees.collection.address}", intent, GAS, (NATIVE,))

    # --- offerings and RevShare tokens ---

    def _sold(self) -> list[Address]:
        factory = self._offerings.contract
        found = self._context.engine.logs(
            LogFilter(factory.address, (OfferingCreated.TOPIC,), from_block=self._context.since)
        )
        events = decode_events(found, {factory.address: ModelOfferingFactory})
        return [event.offering for event in events if isinstance(event, OfferingCreated)]

    def _sales(self, sold: Iterable[Address]) -> Iterator[Due]:
        for address in sold:
            sale = self._offerings.at(address)
            if not sale.deposited(self.account):
                continue
            phase, assets = Phase(sale.contract.phase()), (sale.contract.terms().payment, sale.token.address)
            if phase is Phase.FAILED:
                yield Due(f"the refund of {address}", sale.contract.refund(self.account), GAS, assets)
            if phase in {Phase.SUCCEEDED, Phase.VETOED}:
                yield Due(f"what {address} sold", sale.contract.collect(self.account), GAS, assets)

    def _shares(self, shares: Iterable[RevShare]) -> Iterator[Due]:
        for share in shares:
            assets = tuple(asset for asset, amount in share.claimable(self.account).items() if amount)
            if assets:
                intent = share.contract.claim_all_for(self.account, assets)
                yield Due(f"snapshots of {share.address}", intent, GAS + GAS * len(assets), assets)


def _chunks(ids: Sequence[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])

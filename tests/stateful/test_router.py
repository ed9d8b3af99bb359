"""The router against its model: ten thousand payments to the unit, and lineages that no sequence ties into a loop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.bindings.revenue_router import Parent, Payee, RevenueRouter, Terms
from lazai_py._types import NATIVE, Address, Wei
from lazai_py.errors import LineageLoop
from tests.behaviours.world import FORTUNE, START, World
from tests.stateful.router_model import NOTICE, WHOLE, Family, Split

EXAMPLES, PAYMENTS = 100, 100
CLASSES = 6
OPEN, TRAIN = 1, 1

classes = st.integers(1, CLASSES)
assets = st.sampled_from(["native", "usd"])
amounts = st.one_of(st.integers(1, 30_000), st.integers(1, 10**24))
parts = st.lists(st.integers(0, 3_000), min_size=CLASSES + 1, max_size=CLASSES + 1)
payments = st.lists(st.tuples(classes, assets, amounts, classes), min_size=PAYMENTS, max_size=PAYMENTS)
changes = st.dictionaries(st.integers(0, PAYMENTS - 1), st.tuples(classes, parts), max_size=6)
births = st.lists(st.tuples(st.sets(classes), parts), min_size=CLASSES, max_size=CLASSES)
attempts = st.lists(st.tuples(classes, classes), min_size=1, max_size=30)


@dataclass
class Market:
    """A chain with a router, six open classes, of which every second has a holder, and a service for all."""

    w: World
    router: RevenueRouter
    service: Address

    def address(self, asset: str) -> Address:
        """The address that stands for an asset."""
        return NATIVE if asset == "native" else self.w.usd.address

    def set_terms(self, class_id: int, split: Split) -> None:
        """The controller sets terms."""
        nobody = Payee(NATIVE, 0)
        service = Payee(self.service, split.service) if split.service else nobody
        parents = tuple(Parent(parent, bps, TRAIN) for parent, bps in split.parents)
        self.w.controller.does(self.router.set_terms(class_id, Terms(service, nobody, nobody, split.holders, parents)))

    def pay(self, class_id: int, asset: str, amount: int) -> None:
        """Somebody pays a class."""
        value = Wei(amount if asset == "native" else 0)
        self.w.payer.does(self.router.pay(class_id, self.address(asset), amount, pay=value))

    def open_pots(self, class_id: int, asset: str) -> None:
        """Anybody opens the pots that money may need, which is nothing to the model."""
        self.w.stranger.does(self.router.open_pots(class_id, self.address(asset)))

    def flow(self, class_id: int, asset: str) -> int:
        """Anybody lets what waits at a class flow; returns what moved of what had been received."""
        before = self.router.received_of(class_id, self.address(asset))
        self.w.stranger.does(self.router.flow(class_id, self.address(asset)))
        return before - self.router.received_of(class_id, self.address(asset))

    def holders(self, class_id: int, asset: str) -> int:
        """What the holders were settled, and what waits for them."""
        held = self.router.held_of(class_id, self.address(asset))
        has_holder = self.w.dat.token_count_of(class_id)
        return held + (self.w.pending(class_id << 128 | 1, self.address(asset)) if has_holder else 0)


@lru_cache(maxsize=1)
def unspoilt() -> Market:
    """A market whose state every life starts from."""
    w = World(RevmEngine(timestamp=START - 1000))
    receipt = w.payer.sender.send(Call(None, RevenueRouter.creation(w.dat), sender=w.payer.address))
    assert receipt.contract_address is not None
    market = Market(w, RevenueRouter(w.engine, receipt.contract_address), w.carol.address)
    w.payer.does(w.usd.approve(market.router, FORTUNE))
    for class_id in range(1, CLASSES + 1):
        if class_id != w.class_id:
            w.create_class()
        w.controller.does(market.router.set_derivation(class_id, OPEN, 0, 15))
    return market


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
@given(births, payments, changes)
def test_ten_thousand_payments_are_exact(
    born: list[tuple[set[int], list[int]]],
    paid: list[tuple[int, str, int, int]],
    changed: dict[int, tuple[int, list[int]]],
) -> None:
    """Through random lineages whose terms change: everybody has exactly their part, and not a unit is lost."""
    market = unspoilt()
    snapshot = market.w.engine.snapshot()
    try:
        family = found(market, born)
        for number, (class_id, asset, amount, flowing) in enumerate(paid):
            if number in changed:
                change(market, family, *changed[number])
            if number % 7 == 0:
                market.open_pots(flowing, asset)
            market.pay(class_id, asset, amount)
            family.pay(class_id, asset, amount, market.w.now)
            if number % 3 == 0:
                assert market.flow(flowing, asset) == family.flow(flowing, asset, market.w.now)
        for asset in ("native", "usd"):
            check(market, family, asset)
            for class_id in range(CLASSES, 0, -1):
                assert market.flow(class_id, asset) == family.flow(class_id, asset, market.w.now)
            check(market, family, asset)
    finally:
        market.w.engine.revert(snapshot)


def found(market: Market, born: list[tuple[set[int], list[int]]]) -> Family:
    """Gives every class its first terms, with older classes as parents, and every second one a holder."""
    family = Family({class_id: [Split(0)] for class_id in range(1, CLASSES + 1)})
    for class_id, (wished, weights) in enumerate(born, start=1):
        split = weighed([parent for parent in sorted(wished) if parent < class_id], weights, since=0)
        market.set_terms(class_id, split)
        family.terms[class_id].append(split)
    for class_id in range(1, CLASSES + 1, 2):
        market.w.mint(market.w.alice, share=1, class_id=class_id)
    return family


def change(market: Market, family: Family, class_id: int, weights: list[int]) -> None:
    """New terms are announced, and come into force."""
    parents = [parent for parent, _ in family.terms[class_id][-1].parents]
    market.set_terms(class_id, weighed(parents, weights, since=0))
    since = market.w.now + NOTICE
    family.terms[class_id].append(weighed(parents, weights, since=since))
    market.w.go_to(since)


def weighed(parents: list[int], weights: list[int], *, since: int) -> Split:
    """Terms with random parts that do not exceed the whole."""
    service, *others = weights
    given = others[: len(parents)]
    most = max(1, service + sum(given))
    scale = min(WHOLE, most)
    return Split(
        since,
        service * scale // most,
        tuple((parent, bps * scale // most) for parent, bps in zip(parents, given, strict=True)),
    )


def check(market: Market, family: Family, asset: str) -> None:
    """Holds that everybody has what the model says, and that all of it together is what was paid."""
    address, router = market.address(asset), market.router
    books = router.owed_to(market.service, address)
    assert books == family.owed(asset)
    settled = 0
    for class_id in range(1, CLASSES + 1):
        received, carried = router.received_of(class_id, address), router.carried_of(class_id, address)
        assert received == family.received(class_id, asset)
        low, high = family.holders(class_id, asset)
        holders = market.holders(class_id, asset)
        assert low <= holders <= high
        # What the holders lack of the most is what is carried, and the other way round.
        assert holders + carried == high
        held = router.held_of(class_id, address)
        books += received + carried + held
        settled += holders - held
    balance = market.w.balance(router, None if asset == "native" else market.w.usd)
    assert balance == books
    assert books + settled == family.paid[asset]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(attempts)
def test_no_sequence_makes_a_loop(tried: list[tuple[int, int]]) -> None:
    """Whatever derives from whatever in whatever order: what is accepted has no loop, and what has none and raises no
    class that has children is accepted."""
    market = unspoilt()
    snapshot = market.w.engine.snapshot()
    rank = dict.fromkeys(range(1, CLASSES + 1), 0)
    parents: dict[int, list[int]] = {class_id: [] for class_id in rank}
    try:
        for child, parent in tried:
            if parent in parents[child]:
                continue
            has_children = any(child in each for each in parents.values())
            is_refused = child == parent or (has_children and rank[parent] >= rank[child])
            split = Split(0, 0, tuple((each, 100) for each in [*parents[child], parent]))
            if is_refused:
                with pytest.raises(LineageLoop):
                    market.set_terms(child, split)
                continue
            market.set_terms(child, split)
            parents[child].append(parent)
            rank[child] = max(rank[child], rank[parent] + 1)
            market.w.go_to(market.w.now + NOTICE)
        tuple(TopologicalSorter(parents).static_order())
        for class_id in rank:
            assert market.router.parents_of(class_id) == tuple(parents[class_id])
            assert market.router.rank_of(class_id).rank == rank[class_id]
    finally:
        market.w.engine.revert(snapshot)

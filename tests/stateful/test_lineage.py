"""Twelve generations of five, most of them hostile: ten thousand payments arrive, or wait under a name, to the unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._contract import errors
from lazai_py._contract.bindings.revenue_router import Parent, Payee, RevenueRouter, Terms
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import ContractError
from lazai_py._types import NATIVE, Address, Wei
from tests.behaviours.mocks import Mock
from tests.behaviours.world import FORTUNE, START, Actor, World
from tests.stateful.market_books import Books, Places, Split

DEPTH, WIDTH = 12, 5
EXAMPLES, PAYMENTS = 100, 100
CLASSES = range(1, DEPTH * WIDTH + 1)
GAS = 30_000_000
OPEN, CLOSED, TRAIN = 1, 2, 1
SERVICE, REV_SHARE, TREASURY = 613, 101, 219
HONEST, REVERTS, LIES, REFUSES_TO_SAY = 0, 1, 4, 5

# Mostly to the youngest, from where the way is longest.
classes = st.one_of(st.sampled_from(CLASSES[-WIDTH:]), st.sampled_from(CLASSES))
amounts = st.one_of(st.integers(1, 30_000), st.integers(1, 10**24))
# Whom of every generation a path leads through, as the digits of a number; mostly the money stays where it is.
ways = st.one_of(st.none(), st.none(), st.none(), st.integers(0, WIDTH**DEPTH - 1))
moods = st.sampled_from([HONEST, HONEST, REVERTS, LIES, REFUSES_TO_SAY])
steps = st.tuples(classes, st.integers(0, 2), amounts, ways, moods)
lives = st.lists(steps, min_size=PAYMENTS, max_size=PAYMENTS)


@dataclass(frozen=True)
class Lineage:
    """A chain with the classes, whose controllers are gone, and who is behind them.

    `hostile` is an ERC-20 that turns bad, `reentrant` one that calls back during every transfer.
    """

    w: World
    router: RevenueRouter
    hostile: Mock
    reentrant: Mock
    caller: Mock
    refuser: Mock
    bomb: Mock
    books: Books

    @property
    def payees(self) -> tuple[Address, ...]:
        """Who is behind the classes beside their holders."""
        return self.w.carol.address, self.caller.address, self.bomb.address, self.refuser.address

    @property
    def assets(self) -> tuple[Address, ...]:
        """What is paid in."""
        return NATIVE, self.hostile.address, self.reentrant.address

    def send(self, by: Actor, intent: Intent[Sent]) -> Sent:
        """Sends with much gas, without trying first."""
        return intent.result(by.sender.send(replace(intent.call(by.address), gas=GAS)))

    def balance(self, holder: Address, asset: Address) -> int:
        """What somebody has, whatever the asset says of it today."""
        token = {self.hostile.address: self.hostile, self.reentrant.address: self.reentrant}.get(asset)
        return self.w.balance(holder, token)


@lru_cache(maxsize=1)
def unspoilt() -> Lineage:
    """A lineage whose state every life starts from."""
    w = World(RevmEngine(timestamp=START - 1000))
    receipt = w.payer.sender.send(Call(None, RevenueRouter.creation(w.dat), sender=w.payer.address))
    assert receipt.contract_address is not None
    router = RevenueRouter(w.engine, receipt.contract_address)
    hostile, reentrant, caller = map(w.deploy, ("HostileToken", "ReentrantToken", "ReentrantReceiver"))
    refuser, bomb = w.deploy("RefusingReceiver", False), w.deploy("ReturnBomb", True)
    for token in (hostile, reentrant):
        w.payer.does(token.does("mint", w.payer, FORTUNE))
        w.payer.does(token.approve(router, FORTUNE))
    terms = {
        class_id: split(class_id, [w.carol.address, bomb.address, caller.address], refuser, bomb)
        for class_id in CLASSES
    }
    nobody: frozenset[Address] = frozenset()
    places = Places(w.dat.address, router.address, NATIVE, NATIVE, NATIVE, {}, nobody, nobody, nobody)
    books = Books(places, terms, dict.fromkeys(CLASSES, 0), w.controller.address)
    lineage = Lineage(w, router, hostile, reentrant, caller, refuser, bomb, books)
    for class_id in CLASSES:
        found(lineage, class_id)
    for class_id in CLASSES:
        w.controller.does(router.set_derivation(class_id, CLOSED, 10_000, 0))
        w.controller.does(w.dat.renounce_controller(class_id))
    # Whoever gets something in the middle of a call makes another.
    for mock in (caller, reentrant):
        w.payer.does(mock.does("arm", router, router.flow(CLASSES[0], NATIVE).data))
    for asset in lineage.assets:
        books.coins[w.payer.address, asset] = FORTUNE
    return lineage


def split(class_id: int, services: list[Address], refuser: Mock, bomb: Mock) -> Split:
    """The terms of a class: all of the generation before are its parents, each with another part."""
    generation, place = divmod(class_id - 1, WIDTH)
    first = (generation - 1) * WIDTH + 1
    parents = tuple((first + i, 900 + 123 * ((i + place) % WIDTH)) for i in range(WIDTH)) if generation else ()
    service = services[place % len(services)]
    return Split(((service, SERVICE), (bomb.address, REV_SHARE), (refuser.address, TREASURY)), parents)


def found(lineage: Lineage, class_id: int) -> None:
    """A class: of every five the fourth has no holder, and the holder of the fifth has expired."""
    w, terms = lineage.w, lineage.books.terms[class_id]
    assert class_id == w.class_id or w.create_class() == class_id
    service, rev_share, treasury = (Payee(*payee) for payee in terms.payees)
    parents = tuple(Parent(parent, bps, TRAIN) for parent, bps in terms.parents)
    w.controller.does(lineage.router.set_derivation(class_id, OPEN, 0, TRAIN))
    w.controller.does(lineage.router.set_terms(class_id, Terms(service, rev_share, treasury, terms.holders, parents)))
    place = (class_id - 1) % WIDTH
    if place != 3:
        end = w.now + 1 if place == 4 else 0
        lineage.books.mint(class_id, w.alice.address, 0, 1, end)
        w.mint(w.alice, share=1, expire_at=end, class_id=class_id)


@pytest.mark.slow
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    # A busy machine draws slowly.
    suppress_health_check=[HealthCheck.too_slow],
)
@given(lives)
def test_ten_thousand_payments_through_a_hostile_lineage_are_exact(
    life: list[tuple[int, int, int, int | None, int]],
) -> None:
    """Whoever refuses, calls back, is gone or has expired, and whatever the ERC-20s do on the way: nobody else's money
    stops, everybody has exactly their part, and all of it together is what was paid."""
    lineage = unspoilt()
    w, router = lineage.w, lineage.router
    snapshot = w.engine.snapshot()
    books = lineage.books.fork(now=w.now)
    try:
        for class_id, kind, amount, way, mood in life:
            asset = lineage.assets[kind]
            value = Wei(0 if kind else amount)
            lineage.send(w.payer, router.pay(class_id, asset, amount, pay=value))
            books.now = w.now
            books.route(class_id, asset, amount, w.payer.address)
            if way is not None:
                path = [age * WIDTH + way // WIDTH**age % WIDTH + 1 for age in reversed(range(DEPTH))]
                flow(lineage, books, asset, path, mood)
        for asset in lineage.assets:
            pay_out(lineage, books, asset)
            check(lineage, books, asset)
        for mock in (lineage.caller, lineage.reentrant):
            if mock.says("calls"):
                assert not mock.says("succeeded")
                assert mock.says("answer") == errors.ReentrancyGuardReentrantCall.selector
    finally:
        w.engine.revert(snapshot)


def flow(lineage: Lineage, books: Books, asset: Address, path: list[int], mood: int) -> None:
    """Money flows along a path from the youngest to the oldest, while an ERC-20 may be in a bad mood."""
    w = lineage.w
    if mood != HONEST:
        lineage.send(w.stranger, lineage.hostile.does("turn", mood))
    # One that says nothing of its balances, or lies of them, goes to no holder.
    books.stopped = {lineage.hostile.address} if mood in {LIES, REFUSES_TO_SAY} else set()
    lineage.send(w.stranger, lineage.router.flow_many(path, asset))
    books.now = w.now
    for class_id in path:
        books.flow(class_id, asset)
    if mood != HONEST:
        lineage.send(w.stranger, lineage.hostile.does("turn", HONEST))
    books.stopped = set()


def pay_out(lineage: Lineage, books: Books, asset: Address) -> None:
    """Everybody is paid who takes it; what the others are owed goes on waiting for them."""
    w = lineage.w
    for account in lineage.payees:
        claim = lineage.router.claim(account, asset, account)
        refuses = asset == NATIVE and account in {lineage.bomb.address, lineage.refuser.address}
        if refuses and books.owed[account, asset]:
            with pytest.raises(ContractError) as refused:
                lineage.send(w.stranger, claim)
            assert refused.value.data == errors.ETHTransferFailed.selector
        else:
            lineage.send(w.stranger, claim)
            books.claim_owed(account, asset)


def check(lineage: Lineage, books: Books, asset: Address) -> None:
    """Holds that everybody has what the model says, and that all of it together is what was paid."""
    w, router = lineage.w, lineage.router
    waiting = 0
    for class_id in CLASSES:
        received, held = router.received_of(class_id, asset), router.held_of(class_id, asset)
        carried = router.carried_of(class_id, asset)
        assert (received, held) == (books.received[class_id, asset], books.held[class_id, asset])
        assert carried == books.dust(class_id, asset)
        waiting += received + held + carried
    for account in lineage.payees:
        owed = router.owed_to(account, asset)
        assert owed == books.owed[account, asset]
        waiting += owed
    for token_id, token in books.tokens.items():
        assert w.pending(token_id, asset) == token.pending(asset)
    assert lineage.balance(router.address, asset) == waiting == books.coins[router.address, asset]
    assert lineage.balance(w.dat.address, asset) == books.coins[w.dat.address, asset]
    claimed = sum(
        books.coins[account.address, asset] for account in (w.carol, lineage.caller, lineage.bomb, lineage.refuser)
    )
    paid = FORTUNE - books.coins[w.payer.address, asset]
    assert waiting + lineage.balance(w.dat.address, asset) + claimed == paid

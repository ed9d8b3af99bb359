"""Where the market takes place: three classes, of which one derives from the others, and people good and bad."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.bindings.access_store import AccessStore
from lazai_py._contract.bindings.dat_exchange import DatExchange
from lazai_py._contract.bindings.payout import Payout, TipTerms
from lazai_py._contract.bindings.revenue_router import Parent, Payee, RevenueRouter, Terms
from lazai_py._types import NATIVE, Address, Wei
from tests.behaviours.mocks import Mock
from tests.behaviours.world import FORTUNE, START, World
from tests.bindings.auth_token import AuthToken
from tests.stateful.market_books import ENDLESS, Places, Split
from tests.stateful.market_model import Market

BASE, OTHER, CHILD = CLASSES = (1, 2, 3)
UNIT_DECIMALS = {BASE: 0, OTHER: 0, CHILD: 2}
OPEN, TRAIN = 1, 1
# Who calls back with so much data needs more gas than the exchange gives a receiver, even where all of it is warm.
MUCH = bytes(40_000)


@dataclass(frozen=True)
class Scene:
    """A chain with everything on it, and the model of it.

    `refuser` takes neither coins nor tokens, `caller` takes both and calls back, `greedy` needs much gas for both.
    """

    w: World
    usd: AuthToken
    router: RevenueRouter
    store: AccessStore
    exchange: DatExchange
    payout: Payout
    refuser: Mock
    caller: Mock
    greedy: Mock
    everybody: dict[str, Address]
    model: Market


@lru_cache(maxsize=1)
def unspoilt() -> Scene:
    """A scene whose state every life starts from."""
    w = World(RevmEngine(timestamp=START - 1000))
    usd = AuthToken(w.engine, deploy(w, AuthToken.creation()))
    router = RevenueRouter(w.engine, deploy(w, RevenueRouter.creation(w.dat)))
    store = AccessStore(w.engine, deploy(w, AccessStore.creation(w.dat, router)))
    exchange = DatExchange(w.engine, deploy(w, DatExchange.creation(w.dat, router)))
    payout = Payout(w.engine, deploy(w, Payout.creation()))
    refuser, caller, greedy = w.deploy("RefusingReceiver", True), *(w.deploy("ReentrantReceiver") for _ in range(2))
    w.payer.does(greedy.does("arm", w.stranger, MUCH))
    for class_id in (OTHER, CHILD):
        assert w.create_class(unit_decimals=UNIT_DECIMALS[class_id]) == class_id
    terms = {
        BASE: Split(((w.bob.address, 1_117), (refuser.address, 333))),
        OTHER: Split(),
        CHILD: Split(
            ((caller.address, 701), (greedy.address, 1_003), (refuser.address, 219)), ((BASE, 2_003), (OTHER, 1_501))
        ),
    }
    publish(w, router, terms)
    inlets = {class_id: router.inlet_of(class_id) for class_id in CLASSES}
    places = Places(
        w.dat.address,
        router.address,
        store.address,
        exchange.address,
        payout.address,
        inlets,
        refuse=frozenset([refuser.address]),
        hungry=frozenset([greedy.address]),
        reject=frozenset([refuser.address]),
    )
    actors = {actor.name: actor.address for actor in w.actors}
    mocks = {"refuser": refuser.address, "caller": caller.address, "greedy": greedy.address}
    contracts = {each.NAME: each.address for each in (w.dat, router, store, exchange, payout)}
    everybody = actors | mocks | contracts | {f"inlet {class_id}": inlet for class_id, inlet in inlets.items()}
    model = Market(places, terms, UNIT_DECIMALS, w.controller.address)
    scene = Scene(w, usd, router, store, exchange, payout, refuser, caller, greedy, everybody, model)
    give_tokens(scene)
    give_rights(scene)
    for account in everybody.values():
        model.coins[account, NATIVE] = w.balance(account)
        model.coins[account, usd.address] = usd.balance_of(account)
    return scene


def deploy(w: World, creation: bytes) -> Address:
    """Deploys a contract."""
    receipt = w.payer.sender.send(Call(None, creation, sender=w.payer.address))
    assert receipt.contract_address is not None
    return receipt.contract_address


def publish(w: World, router: RevenueRouter, terms: dict[int, Split]) -> None:
    """Every class that has terms publishes them: service, RevShare token and treasury, in this order."""
    for class_id, split in terms.items():
        w.controller.does(router.set_derivation(class_id, OPEN, 0, TRAIN))
        if not split.payees:
            continue
        service, *others = (Payee(account, bps) for account, bps in split.payees)
        treasury, rev_share = (*reversed(others), Payee(NATIVE, 0))[:2]
        parents = tuple(Parent(parent, bps, TRAIN) for parent, bps in split.parents)
        w.controller.does(router.set_terms(class_id, Terms(service, rev_share, treasury, split.holders, parents)))


def give_tokens(scene: Scene) -> None:
    """Holders of two classes; of the third nobody has a share yet. Alice's second token expires."""
    w, model = scene.w, scene.model
    given = [
        (CHILD, w.alice, 1_000, 4, 0),
        (CHILD, w.bob, 500, 1, 0),
        (CHILD, w.alice, 200, 2, START + 2_000),
        (BASE, w.carol, 300, 1, 0),
        (BASE, w.bob, 40, 8, 0),
        (OTHER, w.alice, 60, 0, 0),
    ]
    for class_id, owner, quota, share, expire_at in given:
        token_id = w.mint(owner, quota=quota, share=share, expire_at=expire_at, class_id=class_id)
        assert model.mint(class_id, owner.address, quota, share, expire_at) == token_id


def give_rights(scene: Scene) -> None:
    """The store may mint; Alice and Bob pay and sell; Carol sells, and pays by what she signs only. Alice tips."""
    w, model = scene.w, scene.model
    for class_id in CLASSES:
        w.controller.does(w.dat.set_minter(class_id, scene.store, True))
    for actor in (w.alice, w.bob, w.carol):
        w.payer.does(scene.usd.mint(actor, FORTUNE))
        actor.does(w.dat.set_approval_for_all(scene.exchange, True))
        model.movers.add(actor.address)
        for class_id in CLASSES:
            actor.does(w.dat.approve_for_class(class_id, scene.exchange, True))
            model.operators.add((actor.address, class_id))
        for contract in (scene.store, scene.exchange):
            if actor is w.carol:
                continue
            actor.does(scene.usd.approve(contract, ENDLESS))
            model.allowance[actor.address, contract.address] = ENDLESS
    w.payer.does(scene.usd.mint(w.payer, FORTUNE))
    w.payer.does(scene.usd.approve(scene.router, ENDLESS))
    w.alice.does(scene.payout.set_tip_terms(TipTerms(250, 10**18, 0)))
    w.alice.does(scene.payout.add_tips(pay=Wei(10**18)))
    model.tip_terms[w.alice.address] = TipTerms(250, 10**18, 0)
    model.tips[w.alice.address] = 10**18

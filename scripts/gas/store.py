"""The store, the exchange and the payout: purchases, signed orders, everything that an account is owed."""

from __future__ import annotations

from dataclasses import replace

from lazai_py._contract.bindings.access_store import AccessStore, Offer, Purchase, Tier
from lazai_py._contract.bindings.dat_exchange import DatExchange, Fill, Order
from lazai_py._contract.bindings.payout import Claim, Payout
from lazai_py._contract.bindings.revenue_router import RevenueRouter
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Wei
from scripts.gas.dat import fund_usd
from scripts.gas.meter import DAY, START, UNIT, URI, Meter, token_id
from scripts.gas.router import ODD, OPEN, terms

SUPPLY = 10**6
POSITIONS = 20
CLAIM_GAS = 1_000_000


def measure(m: Meter) -> None:
    """Classes 1 and 2 are parents of class 3, whose quota is sold; account 1 is its service, account 2 holds it."""
    router = RevenueRouter(m.engine, m.deploy(RevenueRouter.creation(m.dat)))
    for _ in range(3):
        m.send(m.dat.create_class(URI, bytes(32), 0, URI))
    for class_id in (1, 2):
        m.send(router.set_derivation(class_id, OPEN, 100, 15))
    m.send(router.set_terms(3, terms(m, 1, 2)))
    m.send(m.dat.mint(3, m.accounts[2], SUPPLY, 1, 0))
    fund_usd(m)
    measure_store(m, router)
    measure_exchange(m, router)
    measure_payout(m)


def measure_store(m: Meter, router: RevenueRouter) -> None:
    """Terms and offers open the pots, so what is left for the first purchase is the ledger; account 0 is the buyer."""
    store = AccessStore(m.engine, m.deploy(AccessStore.creation(m.dat, router)))
    m.send(m.dat.set_minter(3, store, allowed=True))
    tiers = (Tier(1, ODD), Tier(100, ODD - 1))
    for asset, name in ((NATIVE, ""), (m.usd.address, ", first in an ERC-20")):
        offer = Offer(3, asset, 0, 1_000, 0, SUPPLY, 0, tiers)
        m.record(f"createOffer of two tiers{name}", store.create_offer(offer))
    m.send(m.usd.approve(store, 2**256 - 1))
    native = Purchase(1, 1, 0, m.accounts[3].address, ODD, NATIVE)
    m.record("buy with the native coin, two parents, first", store.buy(native, pay=Wei(ODD)))
    m.record("buy with the native coin, two parents", store.buy(native, pay=Wei(ODD)))
    referred = replace(native, referrer=m.accounts[4].address)
    m.send(store.buy(referred, pay=Wei(ODD)))
    m.record("buy with a referral, two parents", store.buy(referred, pay=Wei(ODD)))
    top_up = replace(native, token_id=token_id(2, 3))
    m.record("buy that tops up, two parents", store.buy(top_up, pay=Wei(ODD)))
    erc20 = replace(native, offer_id=2)
    m.record("buy with an ERC-20, two parents, first", store.buy(erc20, pay=Wei(0)))
    m.record("buy with an ERC-20, two parents", store.buy(erc20, pay=Wei(0)))


def measure_exchange(m: Meter, router: RevenueRouter) -> None:
    """Account 2 sells, account 0 buys; a tenth is royalty, for an account and then for the class's inlet."""
    exchange = DatExchange(m.engine, m.deploy(DatExchange.creation(m.dat, router)))
    m.send(m.dat.set_approval_for_all(exchange, approved=True), by=2)
    m.send(m.dat.approve_for_class(3, exchange, approved=True), by=2)
    m.send(m.dat.set_royalty(3, m.accounts[5], 1_000))
    m.send(m.dat.mint_batch(3, [m.accounts[2]] * 4, [1] * 4, [0] * 4, [0] * 4))
    m.send(m.dat.mint(3, m.accounts[0], 1, 0, 0))
    last = m.dat.token_count_of(3)
    whole = (whole_order(m, serial) for serial in range(last - 4, last))
    m.record("fill of a whole token", filled(m, exchange, next(whole)))
    part = replace(whole_order(m, 1), quantity=1_000)
    m.record("fill of a part of the quota", filled(m, exchange, part, to_token=token_id(last, 3)))
    m.record("fill of a further part", filled(m, exchange, part, to_token=token_id(last, 3)))
    m.send(m.dat.set_royalty(3, router.inlet_of(3), 1_000))
    m.record("fill of a whole token, royalty to everybody behind it", filled(m, exchange, next(whole)))
    m.record("cancel", exchange.cancel(next(whole)), by=2)


def whole_order(m: Meter, serial: int) -> Order:
    """A token of account 2, for whoever comes."""
    nobody, deadline = NATIVE, START + 365 * DAY
    return Order(m.accounts[2].address, token_id(serial, 3), 0, NATIVE, ODD, 1_000, nobody, 0, deadline)


def filled(m: Meter, exchange: DatExchange, order: Order, *, to_token: int = 0) -> Intent[Sent]:
    """A fill of an order by account 0: of the whole token, or of 10 units of its quota."""
    signature = m.accounts[2].sign_hash(exchange.hash_order(order))
    quantity, cost = (10, -(-ODD * 10 // order.quantity)) if order.quantity else (0, ODD)
    taken = Fill(quantity, m.accounts[0].address, to_token, cost, 0, 0, ())
    return exchange.fill(order, signature, taken, pay=Wei(cost))


def measure_payout(m: Meter) -> None:
    """Account 3 has 20 positions in classes of their own and is owed two assets for each."""
    payout = Payout(m.engine, m.deploy(Payout.creation()))
    m.send(m.usd.approve(m.dat, 2**256 - 1))
    positions = []
    for class_id in range(4, 4 + POSITIONS):
        m.send(m.dat.create_class(URI, bytes(32), 0, URI))
        m.send(m.dat.mint(class_id, m.accounts[3], 0, 1, 0))
        positions.append(token_id(1, class_id))
    assets = (NATIVE, m.usd.address)
    claims = [Claim(m.dat.address, CLAIM_GAS, m.dat.claim_many(positions, asset).data) for asset in assets]
    everything = payout.claim_everything(m.accounts[3], claims, assets, [POSITIONS, POSITIONS])
    for moment in ("first", "later"):
        for class_id in range(4, 4 + POSITIONS):
            m.send(m.dat.settle_revenue_eth(class_id, pay=Wei(UNIT)))
            m.send(m.dat.settle_revenue_erc20(class_id, m.usd, UNIT))
        m.record(f"claimEverything over 20 positions in 2 assets, {moment}", everything)

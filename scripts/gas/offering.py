"""Offerings: what it costs to make one, to deposit, and to have what a deposit became."""

from __future__ import annotations

from lazai_py import deployment
from lazai_py._chain.sender import Sender
from lazai_py._contract.bindings.model_offering import ModelOffering
from lazai_py._contract.bindings.model_offering_factory import (
    ModelOfferingFactory,
    OfferingCreated,
    OfferingTerms,
    RevShareTerms,
    Tranche,
)
from lazai_py._contract.bindings.rev_share_token import RevShareToken
from lazai_py._types import NATIVE, Address, Wei, keccak
from scripts.gas.dat import fund_usd
from scripts.gas.meter import DAY, UNIT, URI, Meter

TARGET = 100 * UNIT


def measure(m: Meter) -> None:
    """Accounts 1 to 3 deposit; the first is first in the sale as well, the third adds to its deposit."""
    deployed = deployment.deploy_all(Sender(m.engine, m.accounts[0]))
    factory = ModelOfferingFactory(m.engine, deployed[ModelOfferingFactory.NAME].address)
    measure_sale(m, factory)
    measure_refund(m, factory)
    measure_dollars(m, factory)
    measure_veto(m, factory)


def measure_sale(m: Meter, factory: ModelOfferingFactory) -> None:
    """Twice the target, in the native coin."""
    now = m.engine.block().timestamp
    token, terms = token_terms(), sale_terms(m, now)
    m.send(factory.create(token, terms, votes=False, salt=bytes(32)))
    m.record("create a token and its offering", factory.create(token, terms, votes=False, salt=b"1" * 32))
    sale = begin(m, factory, terms)
    deposit = sale.deposit(TARGET, pay=Wei(TARGET))
    m.record("deposit, first of a sale", deposit, by=1)
    m.record("deposit", deposit, by=2)
    m.record("deposit more", sale.deposit(UNIT, pay=Wei(UNIT)), by=2)
    m.send(deposit, by=3)
    m.engine.set_time(terms.end)
    m.record("collect, oversubscribed, first of a sale", sale.collect(m.accounts[1]), by=1)
    m.record("collect, oversubscribed", sale.collect(m.accounts[2]), by=2)
    m.record("collect for another, oversubscribed, last of a sale", sale.collect(m.accounts[3]))
    m.record("close a sale", sale.close())
    m.record("release the proceeds", sale.release())


def measure_refund(m: Meter, factory: ModelOfferingFactory) -> None:
    """Below the soft cap."""
    terms = sale_terms(m, m.engine.block().timestamp)
    sale = begin(m, factory, terms)
    for account in (1, 2):
        m.send(sale.deposit(UNIT, pay=Wei(UNIT)), by=account)
    m.engine.set_time(terms.end)
    m.record("refund", sale.refund(m.accounts[1]), by=1)


def measure_dollars(m: Meter, factory: ModelOfferingFactory) -> None:
    """The same in an ERC-20."""
    fund_usd(m)
    terms = sale_terms(m, m.engine.block().timestamp, payment=m.usd.address)
    sale = begin(m, factory, terms)
    for account in (1, 2, 3):
        m.send(m.usd.transfer(m.accounts[account], 10 * TARGET))
        m.send(m.usd.approve(sale, 10 * TARGET), by=account)
    m.send(sale.deposit(TARGET, pay=Wei(0)), by=1)
    m.record("deposit in an ERC-20", sale.deposit(TARGET, pay=Wei(0)), by=2)
    m.engine.set_time(terms.end)
    m.send(sale.collect(m.accounts[1]), by=1)
    m.record("collect in an ERC-20, oversubscribed", sale.collect(m.accounts[2]), by=2)


def measure_veto(m: Meter, factory: ModelOfferingFactory) -> None:
    """Two tranches, the second of which is vetoed."""
    tranches = (Tranche(0, 5_000), Tranche(30 * DAY, 5_000))
    terms = sale_terms(m, m.engine.block().timestamp, tranches=tranches, veto_bps=5_000)
    sale = begin(m, factory, terms)
    for account in (1, 2):
        m.send(sale.deposit(TARGET, pay=Wei(TARGET)), by=account)
    m.engine.set_time(terms.end)
    token = RevShareToken(m.engine, sale.token())
    for account in (1, 2):
        m.send(sale.collect(m.accounts[account]))
        m.send(token.approve(sale, 2**256 - 1), by=account)
    m.send(sale.lock(UNIT), by=1)
    m.record("lock against a tranche", sale.lock(UNIT), by=2)
    m.record("lock, which vetoes", sale.lock(39 * UNIT), by=1)
    m.record("unlock a veto's tokens", sale.unlock(m.accounts[2]))
    m.record("burn for proceeds", sale.burn_for_proceeds(10 * UNIT, m.accounts[2]), by=2)


def begin(m: Meter, factory: ModelOfferingFactory, terms: OfferingTerms) -> ModelOffering:
    """Makes an offering that is open already."""
    sent = factory.create(token_terms(), terms, votes=False, salt=keccak(repr(terms).encode()))
    made = sent.send(Sender(m.engine, m.accounts[0])).only(OfferingCreated)
    return ModelOffering(m.engine, made.offering)


def token_terms() -> RevShareTerms:
    """A hundred tokens."""
    return RevShareTerms("Digits", "DIG", 100 * UNIT, NATIVE, 6_000, DAY, NATIVE, keccak(b"model"), URI, 1, ())


def sale_terms(
    m: Meter,
    now: int,
    *,
    payment: Address = NATIVE,
    tranches: tuple[Tranche, ...] = (Tranche(0, 10_000),),
    veto_bps: int = 0,
) -> OfferingTerms:
    """Eighty tokens for a hundred coins, from now on for a week."""
    owner, end = m.accounts[0].address, now + 7 * DAY
    return OfferingTerms(
        creator=owner,
        treasury=owner,
        payment=payment,
        sale_supply=80 * UNIT,
        creator_supply=15 * UNIT,
        treasury_supply=5 * UNIT,
        target=TARGET,
        soft_cap=TARGET // 2,
        wallet_cap=0,
        start=now,
        end=end,
        vesting_cliff=end + 90 * DAY,
        vesting_end=end + 360 * DAY,
        tranches=tranches,
        veto_bps=veto_bps,
    )

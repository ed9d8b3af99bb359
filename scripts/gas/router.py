"""The router: terms, payments through them, flows up the lineage, claims, inlets."""

from __future__ import annotations

from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract.bindings.revenue_router import Parent, Payee, RevenueRouter, Terms
from lazai_py._types import NATIVE, Wei
from scripts.gas.dat import fund_usd
from scripts.gas.meter import UNIT, URI, Meter

OPEN = 1
TRAIN = 1
ODD = UNIT + 1_237
"""An amount that leaves a remainder, so that carrying it is paid for."""


def measure(m: Meter) -> None:
    """Classes 1 to 3 are parents of class 4, which is one of class 6; account 1 is the service of all but that one."""
    router = RevenueRouter(m.engine, m.deploy(RevenueRouter.creation(m.dat)))
    for _ in range(6):
        m.send(m.dat.create_class(URI, bytes(32), 0, URI))
    measure_terms(m, router)
    for class_id in range(1, 7):
        m.send(m.dat.mint(class_id, m.accounts[2], 0, 1, 0))
    measure_native(m, router)
    measure_erc20(m, router)
    measure_inlet(m, router)


def measure_terms(m: Meter, router: RevenueRouter) -> None:
    """What a controller does once."""
    m.record("setDerivation", router.set_derivation(1, OPEN, 100, 15))
    for class_id in (2, 4, 5):
        m.send(router.set_derivation(class_id, OPEN, 100, 15))
    m.record("consent", router.consent(3, 4, 100, 15))
    m.record("setTerms without parents", router.set_terms(1, terms(m)))
    m.record("setTerms with three parents", router.set_terms(4, terms(m, 1, 2, 3)))
    m.send(router.set_terms(5, terms(m, 1, 2)))
    m.send(router.set_terms(6, terms(m, 4, service=3)))


def measure_native(m: Meter, router: RevenueRouter) -> None:
    """What flows first finds a service that was owed nothing yet and parents that received nothing."""
    up = router.pay(6, NATIVE, ODD, pay=Wei(ODD))
    flow = router.flow(4, NATIVE)
    m.send(up)
    m.record("flow of one hop with three parents, first", flow)
    m.send(up)
    m.record("flow of one hop with three parents", flow)
    pay = router.pay(5, NATIVE, ODD, pay=Wei(ODD))
    m.record("pay in the native coin, two parents, first", pay)
    m.record("pay in the native coin, two parents", pay)
    m.send(up)
    m.record("flowMany of four classes with what waits, each", router.flow_many([4, 1, 2, 3], NATIVE), each=4)
    m.record("claim of what the router owes", router.claim(m.accounts[1], NATIVE, m.accounts[1]))


def measure_erc20(m: Meter, router: RevenueRouter) -> None:
    """The same with an ERC-20, whose pots somebody opens."""
    fund_usd(m)
    m.send(m.usd.approve(router, 2**256 - 1))
    m.record("openPots, two parents", router.open_pots(5, m.usd))
    pay = router.pay(5, m.usd, ODD, pay=Wei(0))
    m.record("pay in an ERC-20, two parents, first", pay)
    m.record("pay in an ERC-20, two parents", pay)


def measure_inlet(m: Meter, router: RevenueRouter) -> None:
    """What was sent to a class by a plain transfer."""
    send = Call(router.inlet_of(5), b"", value=ODD)
    Sender(m.engine, m.accounts[0]).send(send)
    flush = router.flush(5, NATIVE)
    m.record("flush of an inlet, first", flush)
    Sender(m.engine, m.accounts[0]).send(send)
    m.record("flush of an inlet", flush)


def terms(m: Meter, *parents: int, service: int = 1) -> Terms:
    """A tenth to the service, 7 % to each parent, the rest to the holders."""
    nobody = Payee(NATIVE, 0)
    named = tuple(Parent(parent, 700, TRAIN) for parent in parents)
    return Terms(Payee(m.accounts[service].address, 1_000), nobody, nobody, 9_000 - 700 * len(named), named)

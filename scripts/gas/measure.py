"""Measures whole transactions on Anvil: a class in use, an asset settled before, every run the same to the byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lazai_py._chain.anvil import Anvil
from scripts.gas import aigc, dat, disputes, metering, networks, offering, proofs, revshare, router, store
from scripts.gas.meter import Meter

CHAINS: Sequence[Sequence[Callable[[Meter], None]]] = (
    (dat.measure, metering.measure),
    (router.measure,),
    (revshare.measure,),
    (offering.measure,),
    (networks.measure,),
    (proofs.measure,),
    (disputes.measure,),
    (aigc.measure,),
    (store.measure,),
)
"""What is measured, by the chain that it is measured on: each begins with a chain of its own."""


def measure() -> dict[str, int]:
    """Returns the gas of every operation, by its name."""
    gas: dict[str, int] = {}
    for parts in CHAINS:
        with Anvil() as anvil:
            meter = Meter(anvil.engine, anvil.accounts, gas)
            for part in parts:
                part(meter)
    return gas

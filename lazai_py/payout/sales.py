"""What offerings give out or back: tokens and what was too much, or the whole deposit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.model_offering import Deposited, ModelOffering
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory, OfferingCreated
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE, Address
from lazai_py.dat.context import address_word
from lazai_py.dat.reads import read_each, read_many
from lazai_py.offerings.state import Phase
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.strangers import logs_anywhere


def dues(factory: ModelOfferingFactory, account: Address, since: int) -> Iterator[Due]:
    """Yield the calls that settle an account's deposits, in offerings that a factory made.

    Parameters:
        factory: vouches for offerings.
        account: whose deposits.
        since: the block that events start in.
    """
    engine = factory.engine
    logs = logs_anywhere(engine, (Deposited.TOPIC, address_word(account)), since, lambda: _made(factory, since))
    tokens = _sold_by(factory, dict.fromkeys(log.address for log in logs))
    sales = [ModelOffering(engine, address) for address in tokens]
    deposits = read_each(engine, [(sale, partial(ModelOffering.deposit_of, account=account)) for sale in sales])
    for sale, deposit in zip(sales, deposits, strict=True):
        if deposit:
            yield from _settling(sale, account, tokens[sale.address])


def _sold_by(factory: ModelOfferingFactory, addresses: Iterable[Address]) -> dict[Address, Address]:
    """Return those of some contracts that are offerings, and what they sell. Anybody can emit an event."""
    asked = list(addresses)
    tokens = read_many(factory, [partial(ModelOfferingFactory.token_of, offering=each) for each in asked])
    return {each: token for each, token in zip(asked, tokens, strict=True) if token != NATIVE}


def _settling(sale: ModelOffering, account: Address, token: Address) -> Iterator[Due]:
    phase, assets = Phase(sale.phase()), (sale.terms().payment, token)
    if phase is Phase.FAILED:
        yield Due(f"the refund of {sale.address}", sale.refund(account), GAS, assets, account)
    if phase in {Phase.SUCCEEDED, Phase.VETOED}:
        yield Due(f"what {sale.address} sold", sale.collect(account), GAS, assets, account)


def _made(factory: ModelOfferingFactory, since: int) -> Iterator[Address]:
    wanted = LogFilter(factory.address, (OfferingCreated.TOPIC,), from_block=since)
    for event in decode_events(factory.engine.logs(wanted), {factory.address: ModelOfferingFactory}):
        if isinstance(event, OfferingCreated):
            yield event.offering

"""What offerings give out or back: to those who deposited, to holders who locked tokens, to creators and treasuries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lazai_py._contract.bindings.model_offering import Deposited, ModelOffering, TokensLocked
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory, OfferingCreated
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address
from lazai_py.dat.reads import read_each
from lazai_py.offerings.state import Phase
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.strangers import address_word, logs_anywhere


@dataclass(frozen=True, slots=True)
class _Sale:
    """An offering, and how an account stands in it; of an account that is nobody there everything is 0."""

    contract: ModelOffering
    created: OfferingCreated
    phase: int
    next_tranche: int
    deposit: int
    locked: int
    tranche: int
    proceeds: int
    kept: int


def dues(factory: ModelOfferingFactory, account: Address, since: int) -> Iterator[Due]:
    """Yield the calls that give an account what it is due of offerings that a factory made.

    Tokens that vest are none of them: they grow by the second, so no preview would be true.

    Parameters:
        factory: vouches for offerings. Anybody can emit events like theirs.
        account: who may have deposited, locked tokens, or be creator or treasury.
        since: the block that events start in.
    """
    made = {event.offering: event for event in factory.events(OfferingCreated, since=since)}
    topics = ((Deposited.TOPIC, TokensLocked.TOPIC), address_word(account))
    seen = {log.address for log in logs_anywhere(factory.engine, topics, since, lambda: made)}
    mine = [event for event in made.values() if event.offering in seen or account in _named(event)]
    for sale in _look_up(factory, mine, account):
        yield from _of_a_holder(sale, account)
        if account == sale.created.terms.creator and sale.proceeds:
            intent, payment = sale.contract.release(), sale.created.terms.payment
            yield _due(f"proceeds of {sale.contract.address}", intent, account, payment)
        if account == sale.created.terms.treasury and sale.kept:
            intent, token = sale.contract.release_treasury(), sale.created.token
            yield _due(f"the treasury's tokens of {sale.contract.address}", intent, account, token)


def _of_a_holder(sale: _Sale, account: Address) -> Iterator[Due]:
    contract, token, payment = sale.contract, sale.created.token, sale.created.terms.payment
    if sale.deposit and sale.phase == Phase.FAILED:
        yield _due(f"the refund of {contract.address}", contract.refund(account), account, payment, token)
    if sale.deposit and sale.phase in {Phase.SUCCEEDED, Phase.VETOED}:
        yield _due(f"what {contract.address} sold", contract.collect(account), account, payment, token)
    if sale.locked and sale.tranche < sale.next_tranche:
        yield _due(f"tokens that were locked in {contract.address}", contract.unlock(account), account, token)


def _due(what: str, intent: Intent[Sent], account: Address, *assets: Address) -> Due:
    return Due(what, intent, GAS, assets, account)


def _look_up(factory: ModelOfferingFactory, made: Sequence[OfferingCreated], account: Address) -> Iterator[_Sale]:
    views: Mapping[str, Any] = {
        "phase": ModelOffering.phase,
        "next_tranche": ModelOffering.next_tranche,
        "deposit": partial(ModelOffering.deposit_of, account=account),
        "locks": partial(ModelOffering.locked_of, account=account),
        "proceeds": ModelOffering.releasable,
        "kept": ModelOffering.releasable_treasury,
    }
    contracts = [ModelOffering(factory.engine, event.offering) for event in made]
    answers = iter(read_each(factory.engine, [(each, view) for each in contracts for view in views.values()]))
    for event, contract in zip(made, contracts, strict=True):
        read: dict[str, Any] = {name: next(answers) for name in views}
        locked, tranche = read.pop("locks")
        yield _Sale(contract, event, locked=locked, tranche=tranche, **read)


def _named(event: OfferingCreated) -> tuple[Address, Address]:
    return event.terms.creator, event.terms.treasury

"""Where an account is owed something: found from events, to be claimed by calls that anyone may make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory
from lazai_py._types import Address
from lazai_py.dat.context import Context
from lazai_py.dat.portfolio import Portfolio, look_up
from lazai_py.payout import pushes, sales, works
from lazai_py.payout.due import GAS, Due, Later
from lazai_py.payout.flows import Flows, Waiting
from lazai_py.payout.pushes import Pool
from lazai_py.payout.shares import Shares
from lazai_py.payout.trade import Trade
from lazai_py.payout.works import Works

# What a claim of many may use for each of them.
_GAS_OF_A_TOKEN = 80_000
_TOKENS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What an account is owed, as far as it was found.

    Parameters:
        dues: the calls that may bring it, in the order in which they must be made.
        later: what no call can bring yet.
    """

    dues: tuple[Due, ...]
    later: tuple[Later, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that pays an account: itself, and the RevShare tokens that pay it on.

    Parameters:
        context: the surroundings of DAT handles.
        flows: the router.
        shares: RevShare tokens.
        offerings: what makes sales of RevShare tokens.
        works: collections of works.
        trade: the store and the exchange.
        account: whom it pays.
    """

    context: Context
    flows: Flows
    shares: Shares
    offerings: ModelOfferingFactory
    works: Works
    trade: Trade
    account: Address

    def find(self, named: Iterable[Address]) -> Found:
        """Return all calls that may bring the account money, in the order in which they must be made.

        Parameters:
            named: RevShare tokens to look at, besides those found.
        """
        shares = self.shares.find(named)
        pools = pushes.pools_of(shares)
        moving = list(self._moving(pools))
        pushed = {due.payee for due in moving if due.payee is not None} - {self.account}
        splits = list(pushes.snapshots(self.context, pools, pushed))
        dues = (
            *moving,
            *self.trade.due_to(self.account),
            *sales.dues(self.offerings, self.account, self.context.since),
            *(each for each in splits if isinstance(each, Due)),
            *self.shares.dues(shares),
        )
        return Found(dues, tuple(each for each in splits if isinstance(each, Later)))

    def _moving(self, pools: Iterable[Pool]) -> Iterator[Due]:
        """Yield what comes through classes and the router, to the account and to its RevShare tokens."""
        revenue = {pool.address: pool.revenue for pool in pools}
        parties = (self.account, *revenue)
        owners = [self.account, *pushes.holders_of_positions(self.context, tuple(pools))]
        held = [look_up(self.context, owner) for owner in owners]
        classes = {position.token.class_id for each in held for position in each if position.share}
        family = self.flows.family(classes, parties)
        owing = self.works.owing({*parties, *family.inlets.values()})
        waiting = self.flows.waiting(family, {fees.payee for fees in owing})
        yield from works.dues(owing, parties)
        yield from self.flows.dues(waiting)
        paid = (due for each in held for due in self._positions(each, waiting))
        for due in (*paid, *self.flows.owed(parties, family, waiting)):
            if _is_welcome(due, revenue):
                yield due

    def _positions(self, held: Portfolio, waiting: Waiting) -> Iterator[Due]:
        assets = {asset: None for position in held for asset in position.pending} | dict.fromkeys(waiting.assets)
        for asset in assets:
            due = [
                position.token.id
                for position in held
                if position.share and (position.pending.get(asset) or asset in waiting.assets)
            ]
            for start in range(0, len(due), _TOKENS):
                part = due[start : start + _TOKENS]
                what, gas = f"{len(part)} Data Anchoring Tokens", GAS + _GAS_OF_A_TOKEN * len(part)
                yield Due(what, self.context.contract.claim_many(part, asset), gas, (asset,), held.owner)


def _is_welcome(due: Due, revenue: Mapping[Address, tuple[Address, ...]]) -> bool:
    """Return whether who is paid has a use for it: a RevShare token has for its revenue alone."""
    wanted = None if due.payee is None else revenue.get(due.payee)
    return wanted is None or all(asset in wanted for asset in due.assets)

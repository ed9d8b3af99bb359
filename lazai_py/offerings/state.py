"""How an offering stands, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from lazai_py._types import Address, Amount, TokenAmount
from lazai_py.dat.reads import read_many
from lazai_py.offerings.terms import moment

if TYPE_CHECKING:
    from lazai_py.offerings.context import Context


class Phase(IntEnum):
    """What an offering is in."""

    PENDING = 0
    OPEN = 1
    FAILED = 2
    SUCCEEDED = 3
    VETOED = 4


@dataclass(frozen=True, slots=True)
class OfferingState:
    """An offering as it was when it was looked up.

    Parameters:
        address, token: where it and what it sells are.
        phase: what it is in.
        starts, ends: when deposits are welcome.
        target, soft_cap: what is kept at most, and below what everything goes back.
        raised: all deposits.
        held: what the sale holds: deposits to collect or refund, and proceeds to release.
        depositors: who has something to collect or to be refunded.
        releasable: what the creator would be paid now.
        vested: the tokens that the creator would be given now.
        treasury: the tokens that the treasury would be given now.
        next_tranche: the tranche that can be vetoed, from 0; None when none can.
        locked, needed: the tokens locked against it, and how many veto it.
        left: after a veto, what holders share.
    """

    address: Address
    token: Address
    phase: Phase
    starts: datetime
    ends: datetime
    target: Amount
    soft_cap: Amount
    raised: Amount
    held: Amount
    depositors: int
    releasable: Amount
    vested: TokenAmount
    treasury: TokenAmount
    next_tranche: int | None
    locked: TokenAmount
    needed: TokenAmount
    left: Amount


def look_up(context: Context) -> OfferingState:
    """Return how an offering stands."""
    terms = context.terms
    numbers = read_many(
        context.contract,
        [
            lambda sale: sale.phase(),
            lambda sale: sale.raised(),
            lambda sale: sale.held(),
            lambda sale: sale.depositors(),
            lambda sale: sale.releasable(),
            lambda sale: sale.releasable_vested(),
            lambda sale: sale.releasable_treasury(),
            lambda sale: sale.next_tranche(),
            lambda sale: sale.left(),
        ],
    )
    phase, raised, held, depositors, releasable, vested, treasury, tranche, left = numbers
    locked, needed = context.contract.veto_of()
    can_veto = phase == Phase.SUCCEEDED and tranche < len(terms.tranches)
    return OfferingState(
        address=context.contract.address,
        token=context.token,
        phase=Phase(phase),
        starts=moment(terms.start),
        ends=moment(terms.end),
        target=context.money(terms.target),
        soft_cap=context.money(terms.soft_cap),
        raised=context.money(raised),
        held=context.money(held),
        depositors=depositors,
        releasable=context.money(releasable),
        vested=context.tokens(vested),
        treasury=context.tokens(treasury),
        next_tranche=tranche if can_veto else None,
        locked=context.tokens(locked),
        needed=context.tokens(needed),
        left=context.money(left),
    )

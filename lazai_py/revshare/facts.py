"""What a RevShare token is and how it stands, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from lazai_py._types import NATIVE, Address, TokenAmount
from lazai_py.dat.reads import read_many
from lazai_py.dat.terms import moment
from lazai_py.revshare.context import Context

_POINTS_OF_A_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Facts:
    """A RevShare token as it was when it was looked up.

    Parameters:
        address: where it is.
        name, symbol: for people.
        supply: how many tokens there are.
        claim_percent: the part of revenue that holders claim; the rest is redeemed by burning.
        snapshots: how many were taken, which is the id of the latest.
        next_snapshot_at: from when on the next one can be taken, in UTC.
        min_interval: the least time between two of them.
        revenue_tokens: the ERC-20s that are revenue, beside the native coin.
        governor: who decides that; None for nobody.
        model_commitment: the hash of the model's weights and program.
        model_uri: where the model is described.
        dat_class: the model's class of Data Anchoring Tokens; None for none.
    """

    address: Address
    name: str
    symbol: str
    supply: TokenAmount
    claim_percent: Decimal
    snapshots: int
    next_snapshot_at: datetime | None
    min_interval: timedelta
    revenue_tokens: tuple[Address, ...]
    governor: Address | None
    model_commitment: bytes
    model_uri: str
    dat_class: int | None


def look_up(context: Context) -> Facts:
    """Return what a token is."""
    contract = context.contract
    supply, points, count, following, interval, class_id = read_many(
        contract,
        [
            lambda token: token.total_supply(),
            lambda token: token.claim_bps(),
            lambda token: token.snapshot_count(),
            lambda token: token.next_snapshot_at(),
            lambda token: token.min_interval(),
            lambda token: token.class_id(),
        ],
    )
    governor = contract.governor()
    return Facts(
        address=contract.address,
        name=contract.name(),
        symbol=contract.symbol(),
        supply=context.tokens(supply),
        claim_percent=Decimal(points) / _POINTS_OF_A_PERCENT,
        snapshots=count,
        next_snapshot_at=moment(following),
        min_interval=timedelta(seconds=interval),
        revenue_tokens=tuple(contract.revenue_tokens()),
        governor=None if governor == NATIVE else governor,
        model_commitment=contract.model_commitment(),
        model_uri=contract.model_uri(),
        dat_class=class_id or None,
    )

"""Pulling the revenue of the Data Anchoring Tokens that a RevShare token holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lazai_py._contract.bindings.data_anchoring_token import Claimed, DataAnchoringToken
from lazai_py._contract.bulk import Batch
from lazai_py._contract.decode import decode_events
from lazai_py._contract.intent import Sent
from lazai_py._types import Address, Amount
from lazai_py.dat import portfolio
from lazai_py.dat.portfolio import Position
from lazai_py.dat.terms import total
from lazai_py.revshare.context import Context

# Claims of this many positions stay far below every chain's limit for one transaction.
_POSITIONS = 50


def batch(
    context: Context, tokens: Sequence[int] | None, assets: tuple[Address, ...] | None
) -> Batch[dict[Address, Amount]]:
    """Return the calls that pull revenue; what is left out is whatever the token is owed."""
    if tokens is None or assets is None:
        found = list(_owed(context, tokens))
        tokens = [each.token.id for each in found] if tokens is None else tokens
        assets = tuple(dict.fromkeys(asset for each in found for asset in _due(each))) if assets is None else assets
    chunks = [tokens[start : start + _POSITIONS] for start in range(0, len(tokens), _POSITIONS)] if assets else []
    intents = [context.contract.harvest(chunk, assets).then(lambda sent: _pulled(context, sent)) for chunk in chunks]
    return Batch(tuple(intents), lambda pulled: total([amount for amounts in pulled for amount in amounts]))


def _owed(context: Context, tokens: Sequence[int] | None) -> Iterable[Position]:
    held = portfolio.look_up(context.dat(), context.contract.address)
    return (each for each in held if _due(each) and (tokens is None or each.token.id in tokens))


def _due(position: Position) -> list[Address]:
    return [asset for asset, amount in position.pending.items() if amount]


def _pulled(context: Context, sent: Sent) -> list[Amount]:
    dat = context.contract.data_anchoring_token()
    events = decode_events(sent.receipt.logs, {dat: DataAnchoringToken})
    claimed = [event for event in events if isinstance(event, Claimed) and event.to == context.contract.address]
    return [context.amount(event.asset, event.amount) for event in claimed]

"""Pulling the revenue of the Data Anchoring Tokens that a RevShare token holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lazai_py._contract.bindings.data_anchoring_token import Claimed, DataAnchoringToken
from lazai_py._contract.decode import decode_events
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Amount
from lazai_py.dat import portfolio
from lazai_py.dat.portfolio import Position
from lazai_py.dat.terms import total
from lazai_py.revshare.context import Context


def intent(
    context: Context, tokens: Sequence[int] | None, assets: tuple[Address, ...] | None
) -> Intent[dict[Address, Amount]]:
    """Return the call that pulls revenue; what is left out is whatever the token is owed."""
    if tokens is None or assets is None:
        found = list(_owed(context, tokens))
        tokens = [each.token.id for each in found] if tokens is None else tokens
        assets = tuple(dict.fromkeys(asset for each in found for asset in _due(each))) if assets is None else assets
    return context.contract.harvest(tokens, assets).then(lambda sent: _harvested(context, sent))


def _owed(context: Context, tokens: Sequence[int] | None) -> Iterable[Position]:
    held = portfolio.look_up(context.dat(), context.contract.address)
    return (each for each in held if _due(each) and (tokens is None or each.token.id in tokens))


def _due(position: Position) -> list[Address]:
    return [asset for asset, amount in position.pending.items() if amount]


def _harvested(context: Context, sent: Sent) -> dict[Address, Amount]:
    dat = context.contract.data_anchoring_token()
    events = decode_events(sent.receipt.logs, {dat: DataAnchoringToken})
    claimed = [event for event in events if isinstance(event, Claimed) and event.to == context.contract.address]
    return total([context.amount(event.asset, event.amount) for event in claimed])

"""What an account holds and is owed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, TransferBatch, TransferSingle
from lazai_py._errors import NotDeployed
from lazai_py._types import Address, Amount, Units
from lazai_py.dat.context import Context, class_of
from lazai_py.dat.reads import read_many
from lazai_py.dat.tables import html_table, text_table
from lazai_py.dat.terms import NEVER, moment, total
from lazai_py.dat.token import Token

_HEAD = ("class", "serial", "quota", "share", "expires", "owed")


@dataclass(frozen=True, slots=True)
class Position:
    """One token of a portfolio, as it was when it was looked up.

    Parameters:
        token: the token itself, to act on.
        quota: its unused quota.
        share: its weight in the class's revenue.
        expires_at: its last second, in UTC; None for never.
        is_expired: whether it had expired.
        pending: what it is owed, by asset, for every asset that was ever settled in its class.
    """

    token: Token
    quota: Units
    share: int
    expires_at: datetime | None
    is_expired: bool
    pending: Mapping[Address, Amount]

    def row(self) -> tuple[str, ...]:
        """Return the position as a line of a table."""
        until = "never" if self.expires_at is None else f"{self.expires_at:%Y-%m-%d %H:%M:%S}"
        owed = ", ".join(str(amount) for amount in self.pending.values() if amount)
        expires = f"{until} (expired)" if self.is_expired else until
        return (str(self.token.class_id), str(self.token.serial), str(self.quota), str(self.share), expires, owed)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every token of an account, as they were when they were looked up, in the order of their ids."""

    owner: Address
    positions: tuple[Position, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens alone."""
        return tuple(position.token for position in self.positions)

    @property
    def owed(self) -> dict[Address, Amount]:
        """What the account is owed in all, by asset."""
        return total([amount for position in self.positions for amount in position.pending.values()])

    def __iter__(self) -> Iterator[Position]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)

    def __str__(self) -> str:
        return f"{self._caption()}\n{text_table(_HEAD, [position.row() for position in self.positions])}"

    def _repr_html_(self) -> str:
        return html_table(self._caption(), _HEAD, [position.row() for position in self.positions])

    def _caption(self) -> str:
        owed = ", ".join(str(amount) for amount in self.owed.values() if amount) or "nothing"
        tokens = "1 token" if len(self) == 1 else f"{len(self)} tokens"
        return f"{self.owner} holds {tokens} and is owed {owed}"


def look_up(context: Context, owner: Address) -> Portfolio:
    """Return what an account holds and is owed, found from the contract's events and checked with its views."""
    ids = _held(context, owner)
    assets = context.assets_of(map(class_of, ids))
    pending = _pending(context, [(each, asset) for each in ids for asset in assets[class_of(each)]])
    return Portfolio(owner, tuple(_positions(context, ids, pending)))


def _held(context: Context, owner: Address) -> list[int]:
    """Return the ids of the tokens that an account owns now."""
    received = sorted(_received(context, owner))
    owners = read_many(context.contract, [partial(DataAnchoringToken.owner_of, token_id=each) for each in received])
    return [each for each, holder in zip(received, owners, strict=True) if holder == owner]


def _received(context: Context, owner: Address) -> set[int]:
    """Return the ids of all tokens that an account was ever given, by a mint or a transfer."""
    to_owner = (None, None, owner)
    singles = {event.id for event in context.events(TransferSingle, *to_owner) if event.value}
    batches = context.events(TransferBatch, *to_owner)
    return singles.union(
        *({each for each, amount in zip(event.ids, event.values, strict=True) if amount} for event in batches)
    )


def _pending(context: Context, wanted: Sequence[tuple[int, Address]]) -> dict[int, dict[Address, Amount]]:
    """Return what tokens are owed, by token and asset; without assets that left the chain, which pay nobody."""
    views = [partial(DataAnchoringToken.pending_revenue, token_id=each, asset=asset) for each, asset in wanted]
    found: dict[int, dict[Address, Amount]] = {}
    for (each, asset), raw in zip(wanted, read_many(context.contract, views), strict=True):
        # Anybody can settle a token that destroys itself afterwards.
        with suppress(NotDeployed):
            found.setdefault(each, {})[asset] = context.amount(asset, raw)
    return found


def _positions(
    context: Context, ids: Sequence[int], pending: Mapping[int, Mapping[Address, Amount]]
) -> Iterator[Position]:
    kinds = (DataAnchoringToken.value_of, DataAnchoringToken.share_ratio_of, DataAnchoringToken.expire_at_of)
    views = [partial(kind, token_id=each) for kind in kinds for each in ids]
    numbers = read_many(context.contract, views)
    values, shares, expiries = (numbers[kind * len(ids) : (kind + 1) * len(ids)] for kind in range(len(kinds)))
    now, decimals = context.now(), {class_id: context.decimals_of(class_id) for class_id in {*map(class_of, ids)}}
    for each, value, share, expire_at in zip(ids, values, shares, expiries, strict=True):
        known = decimals[class_of(each)]
        token, is_expired = Token(context, each, decimals=known), NEVER < expire_at < now
        yield Position(token, Units(value, known), share, moment(expire_at), is_expired, pending.get(each, {}))

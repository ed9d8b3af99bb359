"""The snapshots of a RevShare token: what each split, and an account's part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from operator import add

from lazai_py._contract.bindings.rev_share_token import RevShareToken, SliceKept, SnapshotTaken
from lazai_py._types import NATIVE, Address, Amount, TokenAmount
from lazai_py.dat.reads import read_many
from lazai_py.dat.tables import html_table, text_table
from lazai_py.dat.terms import total
from lazai_py.revshare.context import Context
from lazai_py.revshare.redemption import listed

_HEAD = ("id", "block", "time", "supply", "split", "balance", "part", "claimable")
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One snapshot, as it was when it was looked up.

    Parameters:
        id: counted from 1.
        block: the number of the block that it was taken in.
        time: of that block, in UTC.
        supply: the tokens at the end of that block.
        split: what was divided among them, by asset, parts of a smallest unit cut off.
        balance: what the account had at the end of that block.
        part: what it had or has to claim for this snapshot, for its balance and for what it burnt before, by asset.
        claimable: what of that it can claim now, by asset.
    """

    id: int
    block: int
    time: datetime
    supply: TokenAmount
    split: Mapping[Address, Amount]
    balance: TokenAmount
    part: Mapping[Address, Amount]
    claimable: Mapping[Address, Amount]

    @property
    def is_claimed(self) -> bool:
        """Whether the account had something to claim and has nothing left to."""
        return any(self.part.values()) and not any(self.claimable.values())

    def row(self) -> tuple[str, ...]:
        """Return the snapshot as a line of a table."""
        moment = f"{self.time:%Y-%m-%d %H:%M:%S}"
        left = "claimed" if self.is_claimed else listed(self.claimable)
        amounts = (listed(self.split), str(self.balance), listed(self.part), left)
        return (str(self.id), str(self.block), moment, str(self.supply), *amounts)


@dataclass(frozen=True, slots=True)
class History:
    """The snapshots of a token in order, with an account's part in each.

    Parameters:
        account: whose part.
        snapshots: the latest last.
    """

    account: Address
    snapshots: tuple[SnapshotRow, ...]

    @property
    def claimable(self) -> dict[Address, Amount]:
        """What the account can claim one by one for these snapshots, by asset."""
        return total([amount for each in self.snapshots for amount in each.claimable.values()])

    def __iter__(self) -> Iterator[SnapshotRow]:
        return iter(self.snapshots)

    def __len__(self) -> int:
        return len(self.snapshots)

    def __str__(self) -> str:
        return f"{self._caption()}\n{text_table(_HEAD, [each.row() for each in self.snapshots])}"

    def _repr_html_(self) -> str:
        return html_table(self._caption(), _HEAD, [each.row() for each in self.snapshots])

    def _caption(self) -> str:
        count = "1 snapshot" if len(self) == 1 else f"{len(self)} snapshots"
        return f"{count}, of which {self.account} can claim {listed(self.claimable)}"


def look_up(context: Context, account: Address, last: int | None) -> History:
    """Return the snapshots of a token, the last few or all, found from its events and read from its views."""
    taken = context.events(SnapshotTaken)
    if last is not None:
        taken = taken[max(0, len(taken) - last) :]
    return History(account, tuple(_rows(context, account, taken)))


def _rows(context: Context, account: Address, taken: Sequence[SnapshotTaken]) -> Iterator[SnapshotRow]:
    assets, contract, latest = context.assets(), context.contract, context.engine.block().number
    pairs = [(event.snapshot_id, asset) for event in taken for asset in assets]
    splits = read_many(contract, [partial(RevShareToken.snapshot_of, snapshot_id=i, asset=asset) for i, asset in pairs])
    claimables = read_many(contract, [_claimable(account, i, asset) for i, asset in pairs])
    balances = read_many(contract, [_balance(account, event, latest) for event in taken])
    kept = _kept(context, account)
    for place, (event, balance) in enumerate(zip(taken, balances, strict=True)):
        mine = slice(place * len(assets), (place + 1) * len(assets))
        supply, split = splits[mine][0].supply, [each.split for each in splits[mine]]
        aside = [kept[event.snapshot_id, asset] for asset in assets]
        part = [own * balance // (_WHOLE * supply) if balance else 0 for own in split]
        yield SnapshotRow(
            id=event.snapshot_id,
            block=_block(event),
            time=datetime.fromtimestamp(context.engine.block(_block(event)).timestamp, UTC),
            supply=context.tokens(supply),
            split=context.amounts(assets, (each // _WHOLE for each in split)),
            balance=context.tokens(balance),
            part=context.amounts(assets, map(add, part, aside)),
            claimable=context.amounts(assets, claimables[mine]),
        )


def _kept(context: Context, account: Address) -> Counter[tuple[int, Address]]:
    """Return what burns of an account set aside, by snapshot and asset."""
    kept: Counter[tuple[int, Address]] = Counter()
    for event in context.events(SliceKept, account):
        kept[event.snapshot_id, event.asset] += event.amount
    return kept


def _block(event: SnapshotTaken) -> int:
    return 0 if event.log is None else event.log.block_number


def _balance(account: Address, event: SnapshotTaken, latest: int) -> partial[int]:
    # Until the block of a snapshot has ended, the balances of now are the nearest thing.
    if _block(event) < latest:
        return partial(RevShareToken.balance_of_at, account=account, snapshot_id=event.snapshot_id)
    return partial(RevShareToken.balance_of, account=account)


def _claimable(account: Address, snapshot_id: int, asset: Address) -> partial[int]:
    if asset == NATIVE:
        return partial(RevShareToken.claimable_revenue, account=account, snapshot_id=snapshot_id)
    return partial(RevShareToken.claimable_erc20, account=account, snapshot_id=snapshot_id, token=asset)

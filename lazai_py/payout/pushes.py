"""Revenue that reaches an account through RevShare tokens: those owed some, and the snapshots that split it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.data_anchoring_token import TransferBatch, TransferSingle
from lazai_py._contract.bindings.rev_share_token import RevenueReceived, RevShareToken, SnapshotTaken
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE, Address
from lazai_py.dat.context import Context
from lazai_py.dat.reads import read_many
from lazai_py.dat.terms import moment
from lazai_py.payout.due import GAS, Due, Later
from lazai_py.payout.shares import Share

_GAS_OF_AN_ASSET = 250_000


@dataclass(frozen=True, slots=True)
class Pool:
    """A RevShare token that the account has a part in the coming revenue of.

    Parameters:
        contract: the token.
        revenue: the native coin and the ERC-20s that are revenue now; others would lie in it for nobody.
        next_snapshot_at: from when on the next snapshot can be taken, in Unix seconds.
    """

    contract: RevShareToken
    revenue: tuple[Address, ...]
    next_snapshot_at: int

    @property
    def address(self) -> Address:
        """Where the token is."""
        return self.contract.address


def pools_of(shares: Sequence[Share]) -> tuple[Pool, ...]:
    """Return the tokens, of those that an account has, whose next snapshots bring it something."""
    found = (_pool(share) for share in shares if share.is_ours and share.is_held)
    return tuple(each for each in found if each is not None)


def _pool(share: Share) -> Pool | None:
    part, following = read_many(share.contract, [RevShareToken.claim_bps, RevShareToken.next_snapshot_at])
    return Pool(share.contract, (NATIVE, *share.contract.revenue_tokens()), following) if part else None


def holders_of_positions(context: Context, pools: Sequence[Pool]) -> list[Address]:
    """Return the tokens that ever had a Data Anchoring Token."""
    if not pools:
        return []
    tokens = tuple(each.address for each in pools)
    singles = [event.to for event in context.events(TransferSingle, None, None, tokens)]
    batches = [event.to for event in context.events(TransferBatch, None, None, tokens)]
    return list(dict.fromkeys([*singles, *batches]))


def snapshots(context: Context, pools: Sequence[Pool], pushed: set[Address]) -> Iterator[Due | Later]:
    """Yield the snapshots that split what RevShare tokens have and get, and say so where it is too early for one.

    Parameters:
        context: the surroundings of DAT handles.
        pools: the tokens.
        pushed: those that are paid something before.
    """
    now, unsplit = context.now(), _unsplit(context, pools)
    for pool in pools:
        if pool.address not in pushed | unsplit:
            continue
        if pool.next_snapshot_at > now:
            yield Later(pool.address, moment(pool.next_snapshot_at))
            continue
        gas = GAS + _GAS_OF_AN_ASSET * len(pool.revenue)
        yield Due(f"a snapshot of {pool.address}", pool.contract.snapshot(), gas, ())
        yield Later(pool.address, None)


def _unsplit(context: Context, pools: Sequence[Pool]) -> set[Address]:
    """Return the tokens with revenue that no snapshot has split: it was booked since the last one, or never."""
    both = [(pool, asset) for pool in pools for asset in pool.revenue]
    tried = context.engine.simulate_each([pool.contract.sync(asset).call(NATIVE) for pool, asset in both])
    unbooked = {pool.address for (pool, _), trial in zip(both, tried, strict=True) if trial.ok and any(trial.data)}
    return unbooked | _booked(context, tuple(pool.address for pool in pools))


def _booked(context: Context, tokens: tuple[Address, ...]) -> set[Address]:
    if not tokens:
        return set()
    wanted = LogFilter(tokens, ((RevenueReceived.TOPIC, SnapshotTaken.TOPIC),), from_block=context.since)
    booked: set[Address] = set()
    for event in decode_events(context.engine.logs(wanted), dict.fromkeys(tokens, RevShareToken)):
        if event.log is not None and isinstance(event, RevenueReceived):
            booked.add(event.log.address)
        if event.log is not None and isinstance(event, SnapshotTaken):
            booked.discard(event.log.address)
    return booked

"""A local chain's conveniences: its clock, its funded accounts, its snapshots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.engine import DevEngine, Engine
from lazai_py._contract.abi import AddressLike
from lazai_py._errors import InputError, Unsupported
from lazai_py._types import Wei, ether, keccak, to_address

_FUNDS = ether(1_000)


class LocalChain:
    """A chain whose clock and balances are ours, for demonstrations and tests.

    Parameters:
        engine: the chain.
        accounts: its funded accounts, whose keys are at hand.

    Raises:
        Unsupported: the chain is not a local one.
    """

    def __init__(self, engine: Engine, accounts: Sequence[PrivateKey] = ()) -> None:
        if not isinstance(engine, DevEngine):
            raise Unsupported("moving the clock, handing out coins", type(engine).__name__)
        self.engine: DevEngine = engine
        self.accounts = tuple(accounts)

    def now(self) -> datetime:
        """Return the time of the latest block, in UTC."""
        return datetime.fromtimestamp(self.engine.block().timestamp, UTC)

    def advance(self, by: timedelta | int) -> datetime:
        """Move the clock on by a duration, or by seconds, 1 or more; returns the new time."""
        self.engine.advance(int(by.total_seconds()) if isinstance(by, timedelta) else by)
        return self.now()

    def travel_to(self, when: datetime | int) -> datetime:
        """Move the clock to a later time, with its time zone, or in Unix seconds; returns the new time."""
        if isinstance(when, datetime) and when.tzinfo is None:
            raise InputError(f"{when} has no time zone", remedy="Pass datetime(..., tzinfo=UTC)")
        self.engine.set_time(int(when.timestamp()) if isinstance(when, datetime) else when)
        return self.now()

    def mine(self, blocks: int = 1) -> None:
        """Mine empty blocks."""
        self.engine.mine(blocks)

    def fund(self, who: AddressLike, amount: Wei = _FUNDS) -> None:
        """Give an account exactly `amount` of the native coin."""
        self.engine.set_balance(to_address(who), amount.raw)

    def actor(self, name: str, funds: Wei = _FUNDS) -> PrivateKey:
        """Return an account that is made from a name, always the same for the same name, with `funds`."""
        account = PrivateKey(keccak(b"lazai actor " + name.encode()))
        self.fund(account, funds)
        return account

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Take back everything that happens to the chain within a `with` block."""
        snapshot = self.engine.snapshot()
        try:
            yield
        finally:
            self.engine.revert(snapshot)

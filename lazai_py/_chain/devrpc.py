"""What Anvil can do beyond a node of a real network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from lazai_py._chain import wire
from lazai_py._chain.nonces import forget_lines
from lazai_py._chain.rpc import RpcEngine
from lazai_py._errors import InputError
from lazai_py._types import Address


class AnvilEngine(RpcEngine):
    """A `DevEngine` over JSON-RPC."""

    # By itself Anvil tries a transaction in the latest block, where it will never be.
    tried_in: ClassVar[tuple[str, ...]] = ("pending",)

    def set_time(self, timestamp: int) -> None:
        """See `DevEngine.set_time`."""
        self.set_next_time(timestamp)
        self.mine()

    def set_next_time(self, timestamp: int) -> None:
        """See `DevEngine.set_next_time`."""
        latest = self.block().timestamp
        if timestamp <= latest:
            raise InputError(
                f"{timestamp} is not later than the latest block's timestamp {latest}",
                remedy="Pass a later time, or revert to a snapshot",
            )
        self.ask("evm_setNextBlockTimestamp", timestamp)

    def advance(self, seconds: int) -> None:
        """See `DevEngine.advance`."""
        self.set_time(self.block().timestamp + seconds)

    def mine(self, blocks: int = 1) -> None:
        """See `DevEngine.mine`."""
        self.ask("anvil_mine", hex(blocks))

    @contextmanager
    def one_block(self) -> Iterator[None]:
        """See `DevEngine.one_block`."""
        self.ask("evm_setAutomine", False)  # noqa: FBT003 - the node's parameter
        try:
            yield
            self.mine()
        finally:
            self.ask("evm_setAutomine", True)  # noqa: FBT003 - the node's parameter

    def mine_overlooked(self) -> None:
        """See `DevEngine.mine_overlooked`. Anvil at times leaves the last of a batch in its pool."""
        if self.ask("anvil_getAutomine") and wire.to_int(self.ask("txpool_status")["pending"]):
            self.mine()

    def set_balance(self, address: Address, amount: int) -> None:
        """See `DevEngine.set_balance`."""
        self.ask("anvil_setBalance", address, hex(amount))

    def set_code(self, address: Address, code: bytes) -> None:
        """See `DevEngine.set_code`."""
        self.ask("anvil_setCode", address, wire.from_bytes(code))

    def snapshot(self) -> str:
        """See `DevEngine.snapshot`."""
        return str(self.ask("evm_snapshot"))

    def revert(self, snapshot: str) -> None:
        """See `DevEngine.revert`."""
        if not self.ask("evm_revert", snapshot):
            raise InputError(f"{snapshot!r} is no snapshot, or is spent", remedy="Take a new one after each revert")
        # What was under way is valid no longer, and would stand in the way of what is sent next.
        self.ask("anvil_dropAllTransactions")
        forget_lines(self)

    @contextmanager
    def impersonate(self, address: Address) -> Iterator[None]:
        """See `DevEngine.impersonate`."""
        self.ask("anvil_impersonateAccount", address)
        try:
            yield
        finally:
            self.ask("anvil_stopImpersonatingAccount", address)

    def dump_state(self) -> bytes:
        """Return the whole state of the chain, for `load_state`."""
        return wire.to_bytes(self.ask("anvil_dumpState"))

    def load_state(self, state: bytes) -> None:
        """Put a dumped state on top of this chain's."""
        self.ask("anvil_loadState", wire.from_bytes(state))

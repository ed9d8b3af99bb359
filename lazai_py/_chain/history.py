"""What a chain in this process remembers: blocks, receipts and logs, and why transactions were refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import TypeVar

from lazai_py._chain.engine import Block, BlockTag, Log, LogFilter, Receipt, Simulation
from lazai_py._errors import RpcError
from lazai_py._types import Hash

_number = attrgetter("block_number")
_T = TypeVar("_T", str, bytes)


class History:
    """The blocks of a chain from its first one on, and their transactions."""

    def __init__(self, genesis: Block) -> None:
        self.blocks = [genesis]
        self._logs: list[Log] = []
        self._receipts: dict[Hash, Receipt] = {}
        self._refusals: dict[Hash, Simulation] = {}

    @property
    def latest(self) -> Block:
        """The newest block."""
        return self.blocks[-1]

    def append(self, block: Block, receipt: Receipt | None = None, refusal: Simulation | None = None) -> None:
        """Add a transaction and why it was refused, in the next block or in the latest."""
        if block is not self.latest:
            self.blocks.append(block)
        if receipt is not None:
            self._receipts[receipt.tx_hash] = receipt
            self._logs += receipt.logs
        if receipt is not None and refusal is not None:
            self._refusals[receipt.tx_hash] = refusal

    def forget_after(self, count: int) -> None:
        """Keep only the first `count` blocks."""
        del self.blocks[count:]
        last = self.latest.number
        self._logs = [log for log in self._logs if log.block_number <= last]
        self._receipts = {key: each for key, each in self._receipts.items() if each.block_number <= last}

    def receipt(self, tx_hash: Hash) -> Receipt | None:
        """Return a receipt, or None when there is no such transaction."""
        return self._receipts.get(tx_hash)

    def refusal(self, tx_hash: Hash) -> Simulation:
        """Return why a transaction in a block was refused."""
        return self._refusals[tx_hash]

    def block(self, which: BlockTag) -> Block:
        """Return a block by number or name.

        Raises:
            RpcError: there is none.
        """
        number = self.number(which)
        if number >= len(self.blocks):
            raise RpcError("eth_getBlockByNumber", -32000, f"there is no block {which}")
        return self.blocks[number]

    def number(self, which: BlockTag) -> int:
        """Return the number that a name stands for."""
        if isinstance(which, int):
            return which
        return 0 if which == "earliest" else self.latest.number

    def logs(self, wanted: LogFilter) -> Iterator[Log]:
        """Return the logs that match, in order."""
        first = bisect_left(self._logs, self.number(wanted.from_block), key=_number)
        last = bisect_right(self._logs, self.number(wanted.to_block), key=_number)
        return (log for log in self._logs[first:last] if _matches(log, wanted))


def _matches(log: Log, wanted: LogFilter) -> bool:
    if wanted.address is not None and log.address not in _choices(wanted.address):
        return False
    if len(wanted.topics) > len(log.topics):
        return False
    pairs = zip(wanted.topics, log.topics, strict=False)
    return all(topic is None or own in _choices(topic) for topic, own in pairs)


def _choices(choice: _T | tuple[_T, ...]) -> tuple[_T, ...]:
    return choice if isinstance(choice, tuple) else (choice,)

"""What each operation cost, read off the chain: every transaction that the contract took part in, by what it did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.data_anchoring_token import (
    Claimed,
    ClassCreated,
    DataAnchoringToken,
    Minted,
    Reserved,
    RevenueSettled,
    UsageRecorded,
)
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lazai_py._chain.engine import Receipt
    from lazai_py._contract.abi import Event
    from lazai_py._types import Hash


@dataclass(frozen=True, slots=True)
class Operation:
    """What one kind of transaction cost, in gas of the whole transaction.

    Attributes:
        name: what it does.
        times: how often it was sent.
        least, average, most: over those times.
    """

    name: str
    times: int
    least: int
    average: int
    most: int


@dataclass(frozen=True, slots=True)
class Trail:
    """What a contract emitted since a block, and the receipts of the transactions that made it.

    Attributes:
        events: in order.
        receipts: by transaction, in the order of their first event.
    """

    events: tuple[Event, ...]
    receipts: dict[Hash, Receipt]

    @classmethod
    def of(cls, contract: DataAnchoringToken, since: int) -> Trail:
        """Read the trail of a contract from block number `since` on."""
        logs = contract.engine.logs(LogFilter(address=contract.address, from_block=since))
        hashes = list(dict.fromkeys(log.tx_hash for log in logs))
        found = zip(hashes, contract.engine.receipts(hashes), strict=True)
        receipts = {tx_hash: receipt for tx_hash, receipt in found if receipt is not None}
        return cls(decode_events(logs, {contract.address: DataAnchoringToken}), receipts)

    def operations(self) -> list[Operation]:
        """Every kind of transaction, in the order of its first appearance."""
        events: defaultdict[Hash, list[Event]] = defaultdict(list)
        for event in self.events:
            if event.log is not None:
                events[event.log.tx_hash].append(event)
        spent: defaultdict[str, list[int]] = defaultdict(list)
        for tx_hash, receipt in self.receipts.items():
            spent[_name(events[tx_hash])].append(receipt.gas_used)
        return [_operation(name, gas) for name, gas in spent.items()]


def _operation(name: str, gas: Sequence[int]) -> Operation:
    return Operation(name, len(gas), min(gas), sum(gas) // len(gas), max(gas))


def _name(events: Sequence[Event]) -> str:
    """What a transaction is called that emitted these events: by the most telling of them."""
    minted = sum(isinstance(event, Minted) for event in events)
    used = sum(isinstance(event, UsageRecorded) for event in events)
    if minted:
        return "mint" if minted == 1 else f"mint {minted} at once"
    if used:
        return "use quota" if used == 1 else f"redeem {used} vouchers at once"
    return next(filter(None, map(_name_of, events)), "other")


def _name_of(event: Event) -> str | None:
    match event:
        case ClassCreated():
            return "create a class"
        case Reserved():
            return "reserve quota"
        case RevenueSettled():
            return f"settle {_kind(event.asset)}"
        case Claimed():
            return f"claim {_kind(event.asset)}"
    return None


def _kind(asset: str) -> str:
    return "the native coin" if asset == NATIVE else "an ERC-20"

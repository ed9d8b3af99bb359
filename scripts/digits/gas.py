"""What each operation cost, read off the chain: every transaction that the contract took part in, by what it did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.access_store import Bought, OfferCreated, ReferralPaid
from lazai_py._contract.bindings.aigc_factory import CollectionCreated
from lazai_py._contract.bindings.aigc_token import AigcData, PaidOut, Transfer, Update
from lazai_py._contract.bindings.data_anchoring_token import (
    Claimed,
    ClassCreated,
    Minted,
    Reserved,
    RevenueSettled,
    UsageRecorded,
)
from lazai_py._contract.bindings.model_offering import (
    Collected,
    Deposited,
    OfferingClosed,
    ProceedsReleased,
    RevenueRecycled,
)
from lazai_py._contract.bindings.model_offering_factory import OfferingCreated
from lazai_py._contract.bindings.model_registry import ModelRegistered
from lazai_py._contract.bindings.optimistic_verifier import (
    ChallengeOpened,
    Finalized,
    NeuronPicked,
    NodePicked,
    NodesRevealed,
    ProposalOverturned,
    Proposed,
    SegmentPicked,
    SumsRevealed,
)
from lazai_py._contract.bindings.optimistic_verifier import (
    Collected as BondCollected,
)
from lazai_py._contract.bindings.payout import PaidOut as AllPaidOut
from lazai_py._contract.bindings.rev_share_token import Redeemed, RevenueClaimed, SnapshotTaken
from lazai_py._contract.bindings.revenue_router import ConsentGiven, DerivationSet, Flowed, Paid, TermsSet
from lazai_py._contract.decode import decode_events
from lazai_py._types import NATIVE
from lazai_py.models import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lazai_py._chain.engine import Receipt
    from lazai_py._contract.abi import Event
    from lazai_py._contract.contract import Contract
    from lazai_py._types import Hash


_NAMES: Mapping[type[Event], str] = {
    AllPaidOut: "pay out all that is owed",
    Bought: "buy quota from the store",
    OfferCreated: "publish an offer",
    ReferralPaid: "pay a referral",
    Flowed: "let money flow up",
    TermsSet: "set the terms of a class",
    DerivationSet: "let others derive",
    ConsentGiven: "let one class derive",
    OfferingCreated: "offer the network",
    Deposited: "deposit into the offering",
    Collected: "collect tokens and refund",
    SnapshotTaken: "take a snapshot",
    RevenueRecycled: "recycle what custody earned",
    RevenueClaimed: "claim two assets of a snapshot",
    Redeemed: "burn tokens for their part",
    OfferingClosed: "close the sale",
    ProceedsReleased: "pay the creator",
    ModelRegistered: "register a model",
    CollectionCreated: "make a collection of works",
    Proposed: "stake a bond on a content",
    ChallengeOpened: "challenge a content",
    **dict.fromkeys((NodesRevealed, NodePicked, NeuronPicked, SumsRevealed, SegmentPicked), "a move in a dispute"),
    ProposalOverturned: "the judged step of a dispute",
    BondCollected: "collect a lost bond",
    Finalized: "take a bond back",
    Update: "correct an overturned work",
    PaidOut: "pay out mint fees",
    Paid: "flush an inlet into its class",
    Transfer: "transfer a work",
}
"""What the transactions about the network's own token and about works do, the most telling events of each first."""

DISPUTE = ("challenge a content", "a move in a dispute", "the judged step of a dispute", "collect a lost bond")
"""The names of what a dispute consists of."""
_WAYS = {Way.REEXECUTION: "computed again", Way.PROOF: "proof checked", Way.FRAUD: "to be bonded"}


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
    """What some contracts emitted since a block, and the receipts of the transactions that made it.

    Attributes:
        events: in order, contract by contract.
        receipts: by transaction, in the order of their first event.
    """

    events: tuple[Event, ...]
    receipts: dict[Hash, Receipt]

    @classmethod
    def of(cls, contracts: Sequence[Contract], since: int) -> Trail:
        """Read the trail of contracts from block number `since` on."""
        engine = contracts[0].engine
        filters = [LogFilter(address=each.address, from_block=since) for each in contracts]
        logs = [log for wanted in filters for log in engine.logs(wanted)]
        hashes = list(dict.fromkeys(log.tx_hash for log in logs))
        found = zip(hashes, engine.receipts(hashes), strict=True)
        receipts = {tx_hash: receipt for tx_hash, receipt in found if receipt is not None}
        return cls(decode_events(logs, {each.address: type(each) for each in contracts}), receipts)

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


def spent_on_gas(receipts: Iterable[Receipt]) -> dict[str, int]:
    """What each account paid for gas, in some transactions."""
    fees: dict[str, int] = {}
    for receipt in receipts:
        fees[receipt.sender] = fees.get(receipt.sender, 0) + int(receipt.fee)
    return fees


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
    kinds = {type(event) for event in events}
    telling = next((name for kind, name in _NAMES.items() if kind in kinds), None)
    return next(filter(None, map(_work, events)), telling) or next(filter(None, map(_name_of, events)), "other")


def _work(event: Event) -> str | None:
    return f"mint a work, {_WAYS[Way(event.proof[0])]}" if isinstance(event, AigcData) else None


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

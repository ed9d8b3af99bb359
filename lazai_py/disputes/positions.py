"""A dispute as both sides see it: its phase, and what was revealed in it so far, read from the chain each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.optimistic_verifier import (
    ChallengeOpened,
    Dispute,
    Finalized,
    NodePicked,
    NodesRevealed,
    OptimisticVerifier,
    Proposed,
    SumsRevealed,
)
from lazai_py._contract.decode import decode_events
from lazai_py._types import keccak
from lazai_py.disputes.trace import LEVELS, content_leaf


class Status(IntEnum):
    """How far a statement or a proposal has come; `IFraudProofs.Status` in Solidity."""

    NONE = 0
    PENDING = 1
    CHALLENGED = 2
    FINAL = 3
    OVERTURNED = 4


class Phase(IntEnum):
    """How far a dispute has come; `IFraudProofs.Phase` in Solidity."""

    NONE = 0
    NODES = 1
    PICK = 2
    SUMS = 3
    SEGMENT = 4
    CHUNK = 5
    UPHELD = 6
    REFUTED = 7
    COLLECTED = 8

    @property
    def is_proposers(self) -> bool:
        """Whether it is the proposer's turn."""
        return self in (Phase.NODES, Phase.SUMS)

    @property
    def is_over(self) -> bool:
        """Whether nobody moves any more."""
        return self in (Phase.NONE, Phase.UPHELD, Phase.REFUTED, Phase.COLLECTED)


@dataclass
class Revealed:
    """What a proposer showed in one dispute.

    Attributes:
        nodes: nodes of its tree by level below the root and number.
        latest: what was revealed last: nodes, or contents of leaves.
        sums: the sums revealed last, as they were.
    """

    depth: int
    nodes: dict[tuple[int, int], bytes] = field(default_factory=dict)
    latest: tuple[bytes, ...] = ()
    sums: bytes = b""
    level: int = 0
    number: int = 0

    def take(self, event: object) -> None:
        """Take note of the next event of the dispute."""
        match event:
            case NodesRevealed(nodes=nodes):
                self.take_nodes(nodes)
            case NodePicked(level=level, number=number):
                self.level, self.number = level, number
            case SumsRevealed(sums=sums):
                self.sums = sums

    def take_nodes(self, revealed: tuple[bytes, ...]) -> None:
        """Take note of what was revealed of the node in question."""
        self.latest = revealed
        remaining = self.depth - self.level
        under = min(LEVELS, remaining)
        row = list(revealed) if remaining > LEVELS else list(map(content_leaf, revealed))
        row += [bytes(32)] * ((1 << under) - len(row))
        for above in range(under + 1):
            level = self.level + under - above
            first = self.number << (under - above)
            self.nodes |= {(level, first + place): node for place, node in enumerate(row)}
            row = [keccak(row[place] + row[place + 1]) for place in range(0, len(row) - 1, 2)]


class Table:
    """The fraud proofs of one contract, as whoever plays reads them.

    Parameters:
        contract: where disputes are held.
    """

    def __init__(self, contract: OptimisticVerifier) -> None:
        self.contract = contract.check_deployed()
        self.window, self.clock, self.bond = contract.window(), contract.clock(), contract.bond()

    @property
    def block(self) -> int:
        """The number of the latest block."""
        return self.contract.engine.block().number

    @property
    def horizon(self) -> int:
        """The first block whose proposals can still be open: before it, every window and every clock has run out."""
        return max(0, self.block - self.window - 2 * (self.clock + 1))

    def proposals(self, commitments: tuple[bytes, ...], first: int) -> list[Proposed]:
        """Return what was proposed about models from a block on, in order."""
        return self.contract.events(Proposed, None, None, commitments, since=first)

    def finalized(self, first: int, *, of: tuple[int, ...]) -> set[int]:
        """Return which of these proposals have been finalized from a block on."""
        found = self.contract.events(Finalized, of, since=first) if of else ()
        return {each.proposal_id for each in found}

    def challenges(
        self, first: int, *, of: tuple[int, ...] | None = None, by: str | None = None
    ) -> list[ChallengeOpened]:
        """Return the challenges from a block on, of proposals or by an account, in order."""
        return self.contract.events(ChallengeOpened, of, None, by, since=first)

    def dispute(self, dispute_id: int) -> Dispute:
        """Return how a dispute stands now."""
        return self.contract.dispute_of(dispute_id)

    def revealed(self, dispute_id: int, depth: int, first: int) -> Revealed:
        """Return what was revealed in a dispute that began in a block or later."""
        revealed = Revealed(depth)
        topics = (NodesRevealed.TOPIC, NodePicked.TOPIC, SumsRevealed.TOPIC)
        for event in self.events(first, topics, dispute_id.to_bytes(32, "big")):
            revealed.take(event)
        return revealed

    def is_late(self, dispute: Dispute) -> bool:
        """Whether the side whose turn it is has no blocks left, as of the next block."""
        phase = Phase(dispute.phase)
        left = dispute.proposer_left if phase.is_proposers else dispute.challenger_left
        return not phase.is_over and self.block + 1 - dispute.since > left

    def events(self, first: int, *topics: bytes | tuple[bytes, ...] | None) -> tuple[object, ...]:
        """Return the contract's events from a block on that have these topics, in order; of one kind or of several."""
        wanted = LogFilter(self.contract.address, topics, first)
        return decode_events(self.contract.engine.logs(wanted), {self.contract.address: OptimisticVerifier})


def openings(nodes: Mapping[tuple[int, int], bytes], number: int, depth: int, top: int = 0) -> tuple[bytes, ...]:
    """Return the siblings above a leaf up to below a level, out of known nodes."""
    return tuple(nodes[depth - height, number >> height ^ 1] for height in range(depth - top))

"""Who plays by itself: a prover for what it proposed, a watcher against what is wrong.

Both know nothing but the chain and their networks: each step reads from events what there is to do, so they can be
stopped and started again anywhere. They count blocks, and need to step at least once in every few of them.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lazai_py._contract.bindings.optimistic_verifier import (
    ChallengeOpened,
    Dispute,
    OptimisticVerifier,
    Proposed,
)
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._errors import ContractError
from lazai_py._types import Wei
from lazai_py.disputes.positions import Phase, Status, Table
from lazai_py.disputes.sides import Accusation, Defence
from lazai_py.disputes.trace import StatementTrace
from lazai_py.networks import IntegerNetwork

What = Literal["challenge", "move", "timeout", "collect", "finalize"]

Step = tuple[What, int, int, Intent[Sent]]
"""What is to be done: its kind, the proposal, the dispute or 0, and the call."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a player did, or tried to.

    Attributes:
        what: which kind of move.
        proposal_id: the proposal that it was about.
        dispute_id: the dispute; 0 where it was about none.
        intent: what was sent.
        refusal: why the contract refused it, mostly because somebody else was faster; None when it was mined.
    """

    what: What
    proposal_id: int
    dispute_id: int
    intent: Intent[Sent]
    refusal: ContractError | None


class Player(ABC):
    """What both sides share: the networks, the traces computed so far, and sending.

    Parameters:
        contract: where disputes are held.
        sender: who plays.
        networks: what is known; proposals about other models are left alone.
        since: from which block on proposals matter; left out, from the first that can still be open.
    """

    def __init__(
        self,
        contract: OptimisticVerifier,
        sender: Sender,
        networks: Iterable[IntegerNetwork],
        *,
        since: int | None = None,
    ) -> None:
        self.table = Table(contract)
        self.sender = sender
        self.networks: Mapping[bytes, IntegerNetwork] = {each.commitment: each for each in networks}
        self.since = since
        self._traces: dict[tuple[bytes, bytes], StatementTrace] = {}

    def step(self) -> list[Act]:
        """Look at the chain once, and do everything that is to be done now; returns what that was.

        Raises:
            ChainError: the chain does not answer, or does not take a transaction.
        """
        proposals = {each.proposal_id: each for each in self._proposals()}
        acts = [self._try(*act) for act in self._about_proposals(proposals)]
        for opened in self._disputes(proposals):
            acts += [self._try(*act) for act in self._about_dispute(opened, proposals[opened.proposal_id])]
        self._forget(proposals.values())
        return acts

    def run(self, *, blocks: int | None = None, poll: float = 1.0) -> Iterator[Act]:
        """Step with every new block, and yield what is done.

        Parameters:
            blocks: for how many blocks from now on; without end when left out.
            poll: how many seconds to wait before looking for a new block.
        """
        first = seen = self.table.block
        yield from self.step()
        while blocks is None or seen < first + blocks:
            time.sleep(poll)
            if (latest := self.table.block) > seen:
                seen = latest
                yield from self.step()

    # --- what differs ---

    @abstractmethod
    def _about_proposals(self, proposals: Mapping[int, Proposed]) -> Iterator[Step]:
        """What there is to do about proposals, apart from disputes."""

    @abstractmethod
    def _disputes(self, proposals: Mapping[int, Proposed]) -> list[ChallengeOpened]:
        """The disputes that it plays in."""

    @abstractmethod
    def _turn(self, opened: ChallengeOpened, dispute: Dispute, proposed: Proposed) -> Intent[Sent] | None:
        """Its next move; None when it has none."""

    @abstractmethod
    def _is_owed(self, phase: Phase, status: Status) -> bool:
        """Whether a dispute has money for it."""

    # --- what is shared ---

    @property
    def _first(self) -> int:
        return self.table.horizon if self.since is None else self.since

    def _proposals(self) -> list[Proposed]:
        return self.table.proposals(tuple(self.networks), self._first)

    def _status(self, proposed: Proposed) -> Status:
        return Status(self.table.contract.proposal_of(proposed.proposal_id).status)

    def _about_dispute(self, opened: ChallengeOpened, proposed: Proposed) -> Iterator[Step]:
        contract, about = self.table.contract, (opened.proposal_id, opened.dispute_id)
        dispute = self.table.dispute(opened.dispute_id)
        phase, status = Phase(dispute.phase), self._status(proposed)
        if self._is_owed(phase, status):
            yield "collect", *about, contract.collect(opened.dispute_id)
        elif not phase.is_over and status is Status.CHALLENGED:
            if (move := self._turn(opened, dispute, proposed)) is not None:
                yield "move", *about, move
            elif self.table.is_late(dispute):
                yield "timeout", *about, contract.timeout(opened.dispute_id)

    def _try(self, what: What, proposal_id: int, dispute_id: int, intent: Intent[Sent]) -> Act:
        try:
            intent.send(self.sender)
        except ContractError as refusal:
            return Act(what, proposal_id, dispute_id, intent, refusal)
        return Act(what, proposal_id, dispute_id, intent, None)

    def _trace(self, proposed: Proposed) -> StatementTrace:
        key = (proposed.commitment, proposed.prompt)
        if key not in self._traces:
            self._traces[key] = StatementTrace.of(self.networks[proposed.commitment], proposed.prompt)
        return self._traces[key]

    def _forget(self, proposals: Iterable[Proposed]) -> None:
        """Keep the traces of what can still matter, and no others."""
        wanted = {(each.commitment, each.prompt) for each in proposals}
        self._traces = {key: trace for key, trace in self._traces.items() if key in wanted}


class Prover(Player):
    """Defends and finalizes what an account proposed, and collects what it wins."""

    def _proposals(self) -> list[Proposed]:
        return [each for each in super()._proposals() if each.proposer == self.sender.address]

    def _about_proposals(self, proposals: Mapping[int, Proposed]) -> Iterator[Step]:
        done = self.table.finalized(self._first, of=tuple(proposals))
        for each in proposals.values():
            if each.proposal_id not in done and self._status(each) is Status.FINAL:
                yield "finalize", each.proposal_id, 0, self.table.contract.finalize(each.proposal_id)

    def _disputes(self, proposals: Mapping[int, Proposed]) -> list[ChallengeOpened]:
        return self.table.challenges(self._first, of=tuple(proposals)) if proposals else []

    def _turn(self, opened: ChallengeOpened, dispute: Dispute, proposed: Proposed) -> Intent[Sent] | None:
        return Defence(self.table.contract, self._trace(proposed)).move(opened.dispute_id, dispute)

    def _is_owed(self, phase: Phase, status: Status) -> bool:  # noqa: ARG002 - the other side's matter
        return phase is Phase.UPHELD


class Watcher(Player):
    """Challenges what is wrong, plays the disputes to their end, and collects what it wins.

    It challenges also what others have challenged: they may be the proposer's friends. Its bond comes back where
    another challenger wins first.
    """

    def wrong(self) -> list[Proposed]:
        """Return the wrong proposals that can be challenged now, those that have been included."""
        return [each for each in self._proposals() if self._is_wrong(each)]

    def _about_proposals(self, proposals: Mapping[int, Proposed]) -> Iterator[Step]:
        contract = self.table.contract
        done = {each.proposal_id for each in self._disputes(proposals)}
        for each in proposals.values():
            if each.proposal_id not in done and self._is_wrong(each):
                yield "challenge", each.proposal_id, 0, contract.challenge(each.proposal_id, pay=Wei(self.table.bond))

    def _is_wrong(self, proposed: Proposed) -> bool:
        if self.table.block >= proposed.last_block or not self._accusation(proposed).is_wrong:
            return False
        return self._status(proposed) in (Status.PENDING, Status.CHALLENGED)

    def _disputes(self, proposals: Mapping[int, Proposed]) -> list[ChallengeOpened]:
        own = self.table.challenges(self._first, by=self.sender.address)
        return [each for each in own if each.proposal_id in proposals]

    def _turn(self, opened: ChallengeOpened, dispute: Dispute, proposed: Proposed) -> Intent[Sent] | None:
        accusation = self._accusation(proposed)
        revealed = self.table.revealed(opened.dispute_id, accusation.trace.depth, self._first)
        return accusation.move(opened.dispute_id, dispute, revealed)

    def _is_owed(self, phase: Phase, status: Status) -> bool:
        is_void = not phase.is_over and status is Status.OVERTURNED
        return phase is Phase.REFUTED or is_void

    def _accusation(self, proposed: Proposed) -> Accusation:
        return Accusation(self.table.contract, proposed, self._trace(proposed))

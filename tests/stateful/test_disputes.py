"""Fraud proofs as a game: whatever liars and griefers do, honest parties lose nothing and nothing wrong becomes final.

`HYPOTHESIS_PROFILE=deep` plays many more and longer games, at random; otherwise every run is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lazai_py._types import keccak
from lazai_py.disputes.positions import Phase, Status
from lazai_py.disputes.trace import StatementTrace
from tests.disputes.lies import prompt_of, trace_of, with_lie, wrong_content
from tests.stateful.parties import BOND, CLOCK, NETWORKS, WINDOW, Parties

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
MOST_PROPOSALS, MOST_CHALLENGES = 7, 7

networks = st.integers(0, len(NETWORKS) - 1)
collections = st.integers(0, 1)
numbers = st.integers(0, 2**16)
# Counted from the last: most leaves are of the inputs, most lies should not be.
leaves = st.one_of(st.sampled_from([1, 2, 3, 4]), st.integers(1, 2**16))
flips = st.one_of(st.none(), st.none(), st.integers(0, 2**16))


class DisputeMachine(RuleBasedStateMachine):
    """An honest prover and an honest watcher among a liar, its friend and a stranger."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.p = Parties()

    def teardown(self) -> None:
        """Every game is played to its end, and the money is where it belongs."""
        self.everything_ends()
        self.nobody_honest_loses()
        assert self.p.engine.balance(self.p.contract.address) == self.p.contract.burnt()
        self.p.engine.revert(self.p.snapshot)

    # --- proposals ---

    @precondition(lambda self: len(self.p.made) < MOST_PROPOSALS)
    @rule(which=networks, collection=collections)
    def propose_the_truth(self, which: int, collection: int) -> None:
        """The honest prover bonds what it computed."""
        self.p.propose("prover", which, collection)

    @precondition(lambda self: len(self.p.made) < MOST_PROPOSALS)
    @rule(which=networks, collection=collections, number=leaves, place=st.integers(0, 31), lie_at=st.integers(0, 99))
    def propose_a_wrong_trace(self, which: int, collection: int, number: int, place: int, lie_at: int) -> None:
        """Somewhere in the trace of a true content is a lie: in inputs, activations, sums, or behind a last neuron."""
        lying = self.lie(number, place)
        self.p.propose("liar", which, collection, lying=lying, lie_at=lie_at)

    @precondition(lambda self: len(self.p.made) < MOST_PROPOSALS)
    @rule(which=networks, collection=collections, how=st.integers(0, 3), number=leaves)
    def propose_a_wrong_content(self, which: int, collection: int, how: int, number: int) -> None:
        """The content is not what the network answers: the trace is right, wrong, unknown, or the label is none."""
        honest = self.honest_trace(which)
        content = wrong_content(honest) if how < 3 else b"g" * len(honest.content or b"")
        root = keccak(b"unknown") if how == 2 else None
        lying = self.lie(number, 0) if how == 1 else (lambda trace: trace)
        self.p.propose("liar", which, collection, content=content, root=root, lying=lying)

    @precondition(lambda self: len(self.p.made) < MOST_PROPOSALS)
    @rule(which=networks, collection=collections, number=numbers, wrong=st.sampled_from([b"g", b"F", b"8", b"\xff"]))
    def propose_for_no_prompt(self, which: int, collection: int, number: int, wrong: bytes) -> None:
        """A character of the prompt is no digit, or makes an input too great."""
        network, images = NETWORKS[which]
        prompt = prompt_of(network, images)
        at = number % len(prompt) & ~1
        self.p.propose("liar", which, collection, prompt=prompt[:at] + wrong + prompt[at + 1 :])

    @precondition(lambda self: len(self.p.made) < MOST_PROPOSALS)
    @rule(which=networks, collection=collections)
    def propose_a_tree_with_strange_padding(self, which: int, collection: int) -> None:
        """Behind the last leaf of a right trace is one that should not be there."""

        def lying(trace: StatementTrace) -> StatementTrace:
            contents = (*trace.contents, b"\x01" * 32)
            return type(trace)(trace.network, contents, trace.labels)

        self.p.propose("liar", which, collection, lying=lying)

    # --- dishonest moves ---

    @precondition(lambda self: self.p.made and len(self.p.opened) < MOST_CHALLENGES)
    @rule(which=numbers, number=leaves, place=st.integers(0, 31))
    def challenge_falsely(self, which: int, number: int, place: int) -> None:
        """The griefer challenges anything, true or not, and believes in a wrong trace."""
        self.p.challenge(1 + which % len(self.p.made), self.lie(number, place))

    @precondition(lambda self: self.liars())
    @rule(which=numbers, flip=flips)
    def the_liar_answers(self, which: int, flip: int | None) -> None:
        """The liar reveals what fits its lie, or something else."""
        found = self.liars()
        self.liar_moves(found[which % len(found)], flip)

    @precondition(lambda self: self.liars())
    @rule(which=numbers)
    def the_liar_plays_on(self, which: int) -> None:
        """The liar plays a dispute as far as its lie carries it."""
        found = self.liars()
        dispute_id = found[which % len(found)]
        while dispute_id in self.liars() and self.liar_moves(dispute_id):
            self.p.honest_ones_play()

    @precondition(lambda self: self.griefs())
    @rule(which=numbers, flip=flips)
    def the_griefer_moves(self, which: int, flip: int | None) -> None:
        """The griefer goes on with what it believes, or with something else."""
        found = self.griefs()
        self.griefer_moves(found[which % len(found)], flip)

    @precondition(lambda self: self.griefs())
    @rule(which=numbers)
    def the_griefer_plays_on(self, which: int) -> None:
        """The griefer plays a dispute as far as it finds anything to say."""
        found = self.griefs()
        dispute_id = found[which % len(found)]
        while dispute_id in self.griefs() and self.griefer_moves(dispute_id):
            self.p.honest_ones_play()
            if dispute_id in self.liars():
                self.liar_moves(dispute_id)

    @precondition(lambda self: self.griefs())
    @rule(which=numbers, segment=st.integers(0, 70))
    def the_griefer_picks_any_segment(self, which: int, segment: int) -> None:
        """Where nothing is wrong, one segment is as good as another."""
        found = self.griefs()
        dispute_id = found[which % len(found)]
        depth = self.p.opened[dispute_id].accusation.trace.depth
        sums = self.p.table.revealed(dispute_id, depth, 0).sums
        self.p.tries("griefer", self.p.contract.pick_segment(dispute_id, sums, segment))

    @precondition(lambda self: self.p.contract.dispute_count() > 0)
    @rule(which=numbers)
    def a_stranger_meddles(self, which: int) -> None:
        """Anyone may end and pay out what is over."""
        dispute_id = 1 + which % self.p.contract.dispute_count()
        proposal_id = 1 + which % self.p.contract.proposal_count()
        contract = self.p.contract
        for intent in (contract.timeout(dispute_id), contract.collect(dispute_id), contract.finalize(proposal_id)):
            self.p.tries("stranger", intent)

    @rule(blocks=st.sampled_from([1, 1, 2, 5, WINDOW, CLOCK + 1]))
    def blocks_pass(self, blocks: int) -> None:
        """Whoever is silent runs out of time."""
        self.p.engine.mine(blocks)

    # --- what always holds ---

    @invariant()
    def honest_ones_play(self) -> None:
        """The honest act whenever there is something to do, and are never refused."""
        self.p.honest_ones_play()

    @invariant()
    def nobody_honest_loses(self) -> None:
        """No honest proposal falls, and no honest challenge is lost."""
        contract = self.p.contract
        for proposal_id, made in self.p.made.items():
            if made.is_honest:
                assert contract.proposal_of(proposal_id).status != Status.OVERTURNED
        watcher = self.p.people["watcher"].address
        for dispute_id in range(1, contract.dispute_count() + 1):
            dispute = contract.dispute_of(dispute_id)
            assert (dispute.challenger, dispute.phase) != (watcher, Phase.UPHELD)

    @invariant()
    def nothing_wrong_is_final(self) -> None:
        """What a collection is told is true, is true; and what is final stays so."""
        for made in self.p.made.values():
            status = self.p.contract.status_of(made.proposed.statement_hash)
            assert made.is_true or status != Status.FINAL
            assert status != Status.NONE

    @invariant()
    def a_statement_is_its_best_proposal(self) -> None:
        """Final before pending before challenged before overturned, but for finality that nobody has asked for."""
        best = {Status.FINAL: 3, Status.PENDING: 2, Status.CHALLENGED: 1, Status.OVERTURNED: 0}
        found: dict[bytes, int] = {}
        for proposal_id, made in self.p.made.items():
            rank = best[Status(self.p.contract.proposal_of(proposal_id).status)]
            key = made.proposed.statement_hash
            found[key] = max(found.get(key, 0), rank)
        for key, rank in found.items():
            told = best[Status(self.p.contract.status_of(key))]
            assert told == rank or (told, rank) == (2, 3)

    @invariant()
    def every_wei_is_accounted_for(self) -> None:
        """The contract has the bonds that are not paid out, and what it burnt."""
        contract, done = self.p.contract, self.p.table.finalized(0, of=tuple(self.p.made))
        bonds = 0
        for proposal_id in self.p.made:
            winner = self.p.overturned_by.get(proposal_id)
            is_paid = winner is not None and contract.dispute_of(winner).phase == Phase.COLLECTED
            bonds += not is_paid and proposal_id not in done
        for dispute_id in range(1, contract.dispute_count() + 1):
            bonds += contract.dispute_of(dispute_id).phase != Phase.COLLECTED
        assert self.p.engine.balance(contract.address) == bonds * BOND + contract.burnt()

    # --- what the rules share ---

    def lie(self, number: int, place: int) -> Callable[[StatementTrace], StatementTrace]:
        """A lie about one value of a trace."""
        return lambda trace: with_lie(trace, -number % len(trace.contents), place)

    def honest_trace(self, which: int) -> StatementTrace:
        """What is right for the usual prompt of a network."""
        network, images = NETWORKS[which]
        return trace_of(network, prompt_of(network, images))

    def liars(self) -> list[int]:
        """The disputes in which it is the liar's turn."""
        contract, found = self.p.contract, []
        for dispute_id in range(1, contract.dispute_count() + 1):
            dispute = contract.dispute_of(dispute_id)
            stands = contract.proposal_of(dispute.proposal_id).status == Status.CHALLENGED
            if stands and Phase(dispute.phase).is_proposers and not self.p.made[dispute.proposal_id].is_honest:
                found.append(dispute_id)
        return found

    def liar_moves(self, dispute_id: int, flip: int | None = None) -> bool:
        """The liar moves; returns whether it could."""
        dispute = self.p.table.dispute(dispute_id)
        try:
            move = self.p.made[dispute.proposal_id].defence.move(dispute_id, dispute)
        except OverflowError:
            return False  # The lie does not fit 32 bits.
        return move is not None and self.p.tries("liar", move, flip) is not None

    def griefs(self) -> list[int]:
        """The griefer's disputes in which it is its turn."""
        phases = (Phase.PICK, Phase.SEGMENT, Phase.CHUNK)
        return [each for each in self.p.opened if self.p.table.dispute(each).phase in phases]

    def griefer_moves(self, dispute_id: int, flip: int | None = None) -> bool:
        """The griefer moves; returns whether it could."""
        accusation = self.p.opened[dispute_id].accusation
        revealed = self.p.table.revealed(dispute_id, accusation.trace.depth, 0)
        try:
            move = accusation.move(dispute_id, self.p.table.dispute(dispute_id), revealed)
        except ValueError:
            return False  # What was revealed is not as long as what it believes in.
        return move is not None and self.p.tries("griefer", move, flip) is not None

    def everything_ends(self) -> None:
        """Nobody moves any more; strangers end and pay out whatever can be."""
        contract = self.p.contract
        self.p.honest_ones_play()
        self.p.engine.mine(WINDOW + 2 * CLOCK)
        for dispute_id in range(1, contract.dispute_count() + 1):
            self.p.tries("stranger", contract.timeout(dispute_id))
        for dispute_id in range(1, contract.dispute_count() + 1):
            self.p.tries("stranger", contract.collect(dispute_id))
        for proposal_id in range(1, contract.proposal_count() + 1):
            self.p.tries("stranger", contract.finalize(proposal_id))
        self.p.honest_ones_play()
        for made in self.p.made.values():
            final = contract.status_of(made.proposed.statement_hash) == Status.FINAL
            assert final or not made.is_honest


TestDisputes = DisputeMachine.TestCase
TestDisputes.settings = settings(
    max_examples=2_000 if DEEP else 15,
    stateful_step_count=60 if DEEP else 30,
    derandomize=not DEEP,
    database=None,
    deadline=None,
)

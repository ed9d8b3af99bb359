"""Both sides of a dispute: what to move, given how it stands. Neither sends anything, nor looks at the clock.

The proposer shows what it is asked for. The challenger goes to the first thing that differs from what it computes: what
lies before it agrees, so it can open that, and what it disputes is wrong by one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lazai_py._contract.bindings.optimistic_verifier import (
    Dispute,
    Leaf,
    Network,
    OptimisticVerifier,
    Proposed,
    Rival,
    Subject,
)
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import keccak
from lazai_py.disputes.positions import Phase, Revealed, openings
from lazai_py.disputes.trace import (
    LEVELS,
    SUMS_IN_LEAF,
    StatementTrace,
    label_in,
    sums_bytes,
    sums_from,
)
from lazai_py.networks import CHUNK, IntegerNetwork

SEGMENTS = 64
"""How many segments one move cuts chunks into, at most."""


def header(network: IntegerNetwork) -> Network:
    """Return what the commitment of a network is the hash of, as contracts take it."""
    return Network(network.sizes, network.shifts, network.weight_roots, network.bias_roots)


def bounds(start: int, stop: int) -> list[int]:
    """Return where the chunks from `start` to before `stop` are cut, both ends included."""
    width = -(-(stop - start) // SEGMENTS)
    return [*range(start, stop, width), stop]


@dataclass(frozen=True)
class Defence:
    """The proposer's side.

    Parameters:
        contract: where the dispute is held.
        trace: the one whose root was proposed.
    """

    contract: OptimisticVerifier
    trace: StatementTrace

    def move(self, dispute_id: int, dispute: Dispute) -> Intent[Sent] | None:
        """Return the next move; None when it is not the proposer's turn."""
        match Phase(dispute.phase):
            case Phase.NODES:
                return self.contract.reveal_nodes(dispute_id, self.trace.under(dispute.level, dispute.number))
            case Phase.SUMS:
                return self.contract.reveal_sums(dispute_id, sums_bytes(self.sums(dispute)))
            case _:
                return None

    def sums(self, dispute: Dispute) -> list[int]:
        """Return the partial sums to reveal."""
        sums = self.trace.partial_sums(dispute.number, dispute.neuron)
        return [sums[place] for place in bounds(dispute.from_, dispute.to)]


@dataclass(frozen=True)
class Accusation:
    """The challenger's side.

    Parameters:
        contract: where the dispute is held.
        proposed: what is disputed.
        trace: what the challenger computed for the same prompt.
    """

    contract: OptimisticVerifier
    proposed: Proposed
    trace: StatementTrace

    @property
    def is_wrong(self) -> bool:
        """Whether there is anything to dispute."""
        return self.proposed.trace != self.trace.root or self.proposed.content != self.trace.content

    def move(self, dispute_id: int, dispute: Dispute, revealed: Revealed) -> Intent[Sent] | None:
        """Return the next move; None when it is not the challenger's turn, or nothing differs."""
        phase = Phase(dispute.phase)
        if not phase.is_over and (label := self._label(dispute_id)) is not None:
            return label
        match phase:
            case Phase.PICK:
                return self._pick(dispute_id, dispute, revealed)
            case Phase.SEGMENT:
                return self._segment(dispute_id, dispute, revealed)
            case Phase.CHUNK:
                return self._judge(dispute_id, dispute, revealed)
            case _:
                return None

    def subject(self) -> Subject:
        """Return what the proposal is about, as it must be given again."""
        said = self.proposed
        return Subject(said.collection, keccak(said.prompt), keccak(said.content), header(self.trace.network))

    # --- the label ---

    def _label(self, dispute_id: int) -> Intent[Sent] | None:
        """A label that is none; or, once the traces agree, one that is wrong."""
        network, content = self.trace.network, self.proposed.content
        said = [label_in(network, content, image) for image in range(len(self.trace.labels))]
        nothing = Leaf(0, bytes(32), ())
        if None in said:
            return self._refute_label(dispute_id, Rival(said.index(None), 0, nothing, nothing))
        if self.proposed.trace != self.trace.root:
            return None
        for image, (wrong, right) in enumerate(zip(said, self.trace.labels, strict=True)):
            if wrong is not None and right is not None and wrong != right:
                first = self.trace.first_output(image)
                leaves = [self._own_leaf(first + each // SUMS_IN_LEAF) for each in (wrong, right)]
                return self._refute_label(dispute_id, Rival(image, right, *leaves))
        return None

    def _refute_label(self, dispute_id: int, rival: Rival) -> Intent[Sent]:
        return self.contract.refute_label(dispute_id, self.subject(), self.proposed.content, rival)

    def _own_leaf(self, number: int) -> Leaf:
        return Leaf(number, self.trace.contents[number] or bytes(CHUNK), self.trace.tree.opening(number))

    # --- from the root to a value ---

    def _pick(self, dispute_id: int, dispute: Dispute, revealed: Revealed) -> Intent[Sent] | None:
        remaining = self.trace.depth - dispute.level
        if remaining > LEVELS:
            return self._pick_node(dispute_id, dispute, revealed)
        first = dispute.number << remaining
        own = self.trace.contents[first : first + len(revealed.latest)]
        place = _first_difference(own, revealed.latest)
        if place is None:
            return None
        number = first + place
        opening = openings(revealed.nodes, number, self.trace.depth, dispute.level)
        leaf = Leaf(number, revealed.latest[place], opening)
        return self._pick_value(dispute_id, leaf)

    def _pick_node(self, dispute_id: int, dispute: Dispute, revealed: Revealed) -> Intent[Sent] | None:
        level, first = dispute.level + LEVELS, dispute.number << LEVELS
        own = [self.trace.node(level, first + place) for place in range(len(revealed.latest))]
        place = _first_difference(own, revealed.latest)
        if place is None:
            return None
        opening = openings(revealed.nodes, first + place, level, dispute.level)
        return self.contract.pick_node(dispute_id, first + place, revealed.latest[place], opening)

    def _pick_value(self, dispute_id: int, leaf: Leaf) -> Intent[Sent] | None:
        layer = self.trace.spot(leaf.number).layer
        if layer == 0:
            return self.contract.refute_input(dispute_id, self.subject(), self.proposed.prompt, leaf)
        own = self.trace.contents[leaf.number] or b""
        width = CHUNK // SUMS_IN_LEAF if layer == self.trace.network.layers else 1
        place = _first_difference(_cut(own, width), _cut(leaf.content, width))
        return None if place is None else self.contract.pick_neuron(dispute_id, self.subject(), leaf, place)

    # --- from a sum to a chunk ---

    def _segment(self, dispute_id: int, dispute: Dispute, revealed: Revealed) -> Intent[Sent] | None:
        own = self.trace.partial_sums(dispute.number, dispute.neuron)
        cuts = bounds(dispute.from_, dispute.to)
        place = _first_difference([own[cut] for cut in cuts], sums_from(revealed.sums))
        if place is None:
            return None
        # A wrong bias is judged in the first segment; any other sum is wrong at the end of one.
        return self.contract.pick_segment(dispute_id, revealed.sums, max(0, place - 1))

    def _judge(self, dispute_id: int, dispute: Dispute, revealed: Revealed) -> Intent[Sent]:
        network, layer = self.trace.network, self.trace.spot(dispute.number).layer + 1
        neuron, chunk = dispute.neuron, dispute.from_
        bias = network.biases[layer - 1][neuron]
        if chunk == 0 and dispute.before != bias:
            opening = network.bias_tree(layer).opening(neuron)
            return self.contract.refute_bias(dispute_id, self.subject(), bias, opening)
        weights = network.chunk(layer, neuron, chunk)
        in_weights = network.weight_tree(layer).opening(neuron * network.chunks_of_row(layer) + chunk)
        read = dispute.number + chunk
        inputs, in_trace = self.trace.contents[read] or bytes(CHUNK), self._opening(read, revealed)
        return self.contract.refute_chunk(dispute_id, weights, in_weights, inputs, in_trace)

    def _opening(self, number: int, revealed: Revealed) -> tuple[bytes, ...]:
        """Open a leaf that both agree about in the proposer's tree: where that was revealed, by what was revealed."""
        depth = self.trace.depth
        own = {
            (depth - height, sibling): self.trace.node(depth - height, sibling)
            for height in range(depth)
            for sibling in (number >> height ^ 1,)
        }
        return openings(own | revealed.nodes, number, depth)


def _first_difference(own: Sequence[object], shown: Sequence[object]) -> int | None:
    """Return the first place at which what was shown differs; None when there is none."""
    return next((place for place, pair in enumerate(zip(own, shown, strict=True)) if pair[0] != pair[1]), None)


def _cut(content: bytes, width: int) -> list[bytes]:
    return [content[start : start + width] for start in range(0, len(content), width)]

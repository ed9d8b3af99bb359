"""People who lie in disputes, by the very strategies of those who do not."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lazai_py._contract.bindings.optimistic_verifier import Dispute
from lazai_py.disputes.sides import Defence
from lazai_py.disputes.trace import SUMS_IN_LEAF, StatementTrace
from lazai_py.networks import CHUNK, IntegerNetwork

SHIFT = 9
LAST = 255


@lru_cache
def network_of(*sizes: int, seed: int = 1) -> IntegerNetwork:
    """A network of random weights, always the same for the same sizes."""
    draw = random.Random(seed).choices
    weights = [[draw(range(-127, 128), k=inputs) for _ in range(outputs)] for inputs, outputs in pairwise(sizes)]
    biases = [draw(range(-9_999, 10_000), k=size) for size in sizes[1:]]
    return IntegerNetwork.of(weights, biases, [SHIFT] * (len(sizes) - 2))


@lru_cache
def prompt_of(network: IntegerNetwork, images: int, seed: int = 1) -> bytes:
    """A prompt of random images."""
    draw = random.Random(seed).choices
    return network.prompt([draw(range(128), k=network.sizes[0]) for _ in range(images)]).encode()


@lru_cache
def trace_of(network: IntegerNetwork, prompt: bytes) -> StatementTrace:
    """The right trace of a prompt."""
    return StatementTrace.of(network, prompt)


def with_lie(trace: StatementTrace, number: int, place: int, by: int = 1) -> StatementTrace:
    """The same trace with another value at a place of a leaf: a byte, or in the last layer a sum."""
    content = bytearray(trace.contents[number] or bytes(CHUNK))
    if trace.spot(number).layer == trace.network.layers:
        start = 4 * (place % SUMS_IN_LEAF)
        value = int.from_bytes(content[start : start + 4], "big", signed=True) + by
        content[start : start + 4] = value.to_bytes(4, "big", signed=True)
    else:
        content[place] = (content[place] + by) % 256
    return replace(trace, contents=(*trace.contents[:number], bytes(content), *trace.contents[number + 1 :]))


def without_gaps(trace: StatementTrace) -> StatementTrace:
    """The same trace with zeros where nothing is right, because the prompt is none."""
    return replace(trace, contents=tuple(each or bytes(CHUNK) for each in trace.contents))


def wrong_content(trace: StatementTrace) -> bytes:
    """A content that gives the last image the label after its own."""
    network, labels = trace.network, [label or 0 for label in trace.labels]
    return network.content([*labels[:-1], (labels[-1] + 1) % network.sizes[-1]]).encode()


@dataclass(frozen=True)
class Liar(Defence):
    """Says of the neuron in question what its trace says.

    Parameters:
        lie_at: at which of the cuts, counted from the last, its sums leave the truth; before all of them, the bias is
            wrong.
    """

    lie_at: int = 0

    def sums(self, dispute: Dispute) -> list[int]:
        """Return sums that begin and end as they must."""
        sums = super().sums(dispute)
        layer = self.trace.spot(dispute.number).layer + 1
        if dispute.to - dispute.from_ < self.trace.network.chunks_of_row(layer):
            return [dispute.before, *sums[1:-1], dispute.end]
        end = dispute.end if dispute.level == LAST else dispute.end << dispute.level
        keep = max(0, len(sums) - 1 - self.lie_at)
        return [*sums[:keep], *(each + end - sums[-1] for each in sums[keep:])]

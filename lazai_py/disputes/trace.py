"""The trace of a statement: everything that a network computes on the way from a prompt to a content, as one tree.

`docs/disputes.md` says which leaf holds what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lazai_py._types import keccak
from lazai_py.networks import CHUNK, MAX_INPUT, IntegerNetwork, MerkleTree, Trace

SUMS_IN_LEAF = 8
"""How many sums of the last layer a leaf holds."""
LEVELS = 5
"""How many levels of the tree one move goes down."""
_LEAF_MARK = b"\x02"
# No leaf has this hash: a leaf is the hash of 33 bytes. It stands for what no right trace can hold.
_IMPOSSIBLE = keccak(b"lazai.no-leaf")
_DIGITS = b"0123456789abcdef"


def content_leaf(content: bytes) -> bytes:
    """Return what stands for 32 bytes of a trace in its tree."""
    return keccak(_LEAF_MARK + content)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a trace a leaf is.

    Attributes:
        image: the number of the image.
        layer: 0 for the inputs.
        leaf: which leaf of its layer.
        below: the number, in the whole trace, of the first leaf of the layer below; 0 for the inputs.
    """

    image: int
    layer: int
    leaf: int
    below: int


@dataclass(frozen=True)
class StatementTrace:
    """The leaves of a trace, and the tree over them.

    Parameters:
        network: what computes.
        contents: 32 bytes for each leaf; None where the prompt is malformed, so that nothing is right there.
        labels: for each image; None where it has none.
    """

    network: IntegerNetwork
    contents: tuple[bytes | None, ...]
    labels: tuple[int | None, ...]

    @classmethod
    def of(cls, network: IntegerNetwork, prompt: bytes) -> StatementTrace:
        """Compute the trace for a prompt of the right length, whatever its characters are."""
        contents: list[bytes | None] = []
        labels: list[int | None] = []
        length = 2 * network.sizes[0]
        for start in range(0, len(prompt), length):
            inputs = _inputs(prompt[start : start + length])
            trace = None if None in inputs else network.trace([each or 0 for each in inputs])
            contents += _leaves(network, inputs, trace)
            labels.append(None if trace is None else trace.label)
        return cls(network, tuple(contents), tuple(labels))

    @property
    def content(self) -> bytes | None:
        """What the network answers; None when the prompt is malformed."""
        labels = [label for label in self.labels if label is not None]
        return self.network.content(labels).encode() if len(labels) == len(self.labels) else None

    @cached_property
    def tree(self) -> MerkleTree:
        """The tree over the leaves."""
        return MerkleTree(tuple(_IMPOSSIBLE if each is None else content_leaf(each) for each in self.contents))

    @property
    def root(self) -> bytes:
        """What a proposer commits to."""
        return self.tree.root

    @property
    def depth(self) -> int:
        """How many levels are above the leaves."""
        return self.tree.depth

    def node(self, level: int, number: int) -> bytes:
        """Return a node by its level below the root and its number there."""
        return self.tree.levels[self.depth - level][number]

    def under(self, level: int, number: int) -> tuple[bytes, ...]:
        """Return what a proposer reveals of a node: the nodes five levels below, or the contents of its leaves."""
        remaining = self.depth - level
        if remaining > LEVELS:
            return self.tree.levels[remaining - LEVELS][number << LEVELS : number + 1 << LEVELS]
        return tuple(each or bytes(CHUNK) for each in self.contents[number << remaining : number + 1 << remaining])

    def spot(self, number: int) -> Spot:
        """Return where the leaf with a number is."""
        counts = leaf_counts(self.network)
        image, rest = divmod(number, sum(counts))
        first, below = number - rest, 0
        for layer, count in enumerate(counts):
            if number < first + count:
                return Spot(image, layer, number - first, below)
            first, below = first + count, first
        raise AssertionError("unreachable: the rest is smaller than the sum of the counts")

    def first_output(self, image: int) -> int:
        """Return the number of the first leaf of an image's outputs."""
        counts = leaf_counts(self.network)
        return (image + 1) * sum(counts) - counts[-1]

    def inputs_of(self, below: int) -> bytes:
        """Return the values of a layer, given its first leaf."""
        count = self.network.sizes[self.spot(below).layer]
        leaves = self.contents[below : below + -(-count // CHUNK)]
        return b"".join(each or bytes(CHUNK) for each in leaves)[:count]

    def partial_sums(self, below: int, neuron: int) -> tuple[int, ...]:
        """Return the sums of a neuron before, between and after its chunks, given the first leaf of what it reads."""
        layer, inputs = self.spot(below).layer, self.inputs_of(below)
        weights = self.network.weights[layer][neuron]
        sums = [self.network.biases[layer][neuron]]
        for start in range(0, len(weights), CHUNK):
            pairs = zip(weights[start : start + CHUNK], inputs[start : start + CHUNK], strict=True)
            sums.append(sums[-1] + sum(weight * value for weight, value in pairs))
        return tuple(sums)


def leaf_counts(network: IntegerNetwork) -> tuple[int, ...]:
    """Return how many leaves each layer of an image has, the inputs first."""
    return (*(-(-size // CHUNK) for size in network.sizes[:-1]), -(-network.sizes[-1] // SUMS_IN_LEAF))


def sums_bytes(sums: Sequence[int]) -> bytes:
    """Return sums as they are revealed: four bytes each, big-endian two's complement."""
    return b"".join(each.to_bytes(4, "big", signed=True) for each in sums)


def sums_from(data: bytes) -> tuple[int, ...]:
    """Return what `sums_bytes` wrote."""
    return tuple(int.from_bytes(data[start : start + 4], "big", signed=True) for start in range(0, len(data), 4))


def label_in(network: IntegerNetwork, content: bytes, image: int) -> int | None:
    """Return the label that a content gives an image; None where no label of the network is written."""
    digits = 1 if network.sizes[-1] <= len(_DIGITS) else 2
    text = content[image * digits : (image + 1) * digits]
    if any(digit not in _DIGITS for digit in text):
        return None
    label = int(text, 16)
    return label if label < network.sizes[-1] else None


def _inputs(text: bytes) -> list[int | None]:
    return [_input(text[start : start + 2]) for start in range(0, len(text), 2)]


def _input(digits: bytes) -> int | None:
    if any(digit not in _DIGITS for digit in digits):
        return None
    value = int(digits, 16)
    return value if value <= MAX_INPUT else None


def _leaves(network: IntegerNetwork, inputs: Sequence[int | None], trace: Trace | None) -> Iterator[bytes | None]:
    for start in range(0, len(inputs), CHUNK):
        chunk = inputs[start : start + CHUNK]
        yield None if None in chunk else bytes(each or 0 for each in chunk).ljust(CHUNK, b"\0")
    if trace is None:
        yield from (None,) * sum(leaf_counts(network)[1:])
        return
    for row in trace.activations[1:]:
        yield from (bytes(row[start : start + CHUNK]).ljust(CHUNK, b"\0") for start in range(0, len(row), CHUNK))
    logits = trace.logits
    for start in range(0, len(logits), SUMS_IN_LEAF):
        yield sums_bytes(logits[start : start + SUMS_IN_LEAF]).ljust(CHUNK, b"\0")

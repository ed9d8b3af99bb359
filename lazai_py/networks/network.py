"""What an integer network computes, and what commits to it; the numbers are those of `docs/networks.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import mul
from pathlib import Path
from typing import Any

from eth_abi import encode

from lazai_py._errors import InvalidNetwork, InvalidPrompt
from lazai_py._types import keccak
from lazai_py.networks.tree import CHUNK, MerkleTree, bias_leaf, chunk_leaf

MAX_INPUT = 127
"""Inputs and activations are from 0 to this; weights from minus this to this."""
MAX_BIAS = 1 << 30
MAX_SHIFT = 31
MAX_SIZE = 65_535
MAX_LAYERS = 255
MAX_OUTPUTS = 256
"""A label is written as at most two hexadecimal digits."""
_ONE_DIGIT = 16
_FORMAT = "lazai.integer-network.1"
_PROGRAM = keccak(_FORMAT.encode())

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that a network computes on the way from inputs to a label.

    Attributes:
        activations: `x_0` (the inputs) to `x_{L-1}` (what the last layer reads).
        sums: `z_1` to `z_L`; the last are the logits.
    """

    activations: tuple[Row, ...]
    sums: tuple[Row, ...]

    @property
    def logits(self) -> Row:
        """The sums of the last layer."""
        return self.sums[-1]

    @property
    def label(self) -> int:
        """The number of the greatest logit; the least such number when there are several."""
        return self.logits.index(max(self.logits))


@dataclass(frozen=True)
class IntegerNetwork:
    """A multilayer perceptron over small integers. Layers are numbered from 1.

    Parameters:
        sizes: `n_0` (inputs) to `n_L` (outputs).
        weights: for each layer a row for each neuron: `weights[l - 1][j][i]`.
        biases: for each layer one for each neuron.
        shifts: one for each layer but the last.

    Raises:
        InvalidNetwork: the parts do not fit each other, or a number is out of its bounds.
    """

    sizes: tuple[int, ...]
    weights: tuple[tuple[Row, ...], ...]
    biases: tuple[Row, ...]
    shifts: tuple[int, ...]

    def __post_init__(self) -> None:
        """Hold the bounds on which "no sum leaves 32 bits" rests."""
        _check_shape(self)
        _check_range("a shift", self.shifts, 0, MAX_SHIFT)
        for layer, (rows, biases) in enumerate(zip(self.weights, self.biases, strict=True), 1):
            _check_range(f"a bias of layer {layer}", biases, -MAX_BIAS, MAX_BIAS)
            for row in rows:
                _check_range(f"a weight of layer {layer}", row, -MAX_INPUT, MAX_INPUT)

    @classmethod
    def of(
        cls,
        weights: Iterable[Iterable[Iterable[int]]],
        biases: Iterable[Iterable[int]],
        shifts: Iterable[int],
    ) -> IntegerNetwork:
        """Build a network from any sequences of integers; the sizes follow from the weights."""
        rows = tuple(tuple(tuple(map(int, row)) for row in layer) for layer in weights)
        if not all(layer and layer[0] for layer in rows) or not rows:
            raise InvalidNetwork("a layer has no weights")
        sizes = (len(rows[0][0]), *(len(layer) for layer in rows))
        return cls(sizes, rows, tuple(tuple(map(int, each)) for each in biases), tuple(map(int, shifts)))

    # --- computing ---

    @property
    def layers(self) -> int:
        """How many layers there are above the inputs: `L`."""
        return len(self.sizes) - 1

    @property
    def multiplications(self) -> int:
        """How many weights there are: what a result costs to compute."""
        return sum(inputs * outputs for inputs, outputs in zip(self.sizes, self.sizes[1:], strict=False))

    def trace(self, inputs: Sequence[int]) -> Trace:
        """Return everything that is computed for one image.

        Raises:
            InvalidPrompt: there are not `n_0` inputs, or one is out of its bounds.
        """
        x = self._checked(inputs)
        activations, sums = [x], [self.sums(1, x)]
        for layer in range(2, self.layers + 1):
            activations.append(self.activate(layer - 1, sums[-1]))
            sums.append(self.sums(layer, activations[-1]))
        return Trace(tuple(activations), tuple(sums))

    def run(self, inputs: Sequence[int]) -> Row:
        """Return the logits for one image: `z_L`."""
        return self.trace(inputs).logits

    def label(self, inputs: Sequence[int]) -> int:
        """Return which output is the greatest for one image; the least such number when there are several."""
        return self.trace(inputs).label

    def sums(self, layer: int, inputs: Row) -> Row:
        """Return `z_l` of a layer for what it reads."""
        rows = zip(self.weights[layer - 1], self.biases[layer - 1], strict=True)
        return tuple(bias + sum(map(mul, row, inputs)) for row, bias in rows)

    def activate(self, layer: int, sums: Row) -> Row:
        """Return `x_l` for the sums of a layer that is not the last: rounded half up, cut to 0 ... 127."""
        shift = self.shifts[layer - 1]
        half = 1 << shift >> 1
        return tuple(min(MAX_INPUT, max(0, (z + half) >> shift)) for z in sums)

    def _checked(self, inputs: Sequence[int]) -> Row:
        x = tuple(map(int, inputs))
        if len(x) != self.sizes[0]:
            raise InvalidPrompt(f"an image has {self.sizes[0]} inputs, not {len(x)}")
        if min(x) < 0 or max(x) > MAX_INPUT:
            raise InvalidPrompt(f"an input is not from 0 to {MAX_INPUT}")
        return x

    # --- prompt and content ---

    def prompt(self, images: Iterable[Sequence[int]]) -> str:
        """Return the text that asks for the labels of some images.

        Raises:
            InvalidPrompt: there are none, or one does not fit the network.
        """
        text = "".join(bytes(self._checked(image)).hex() for image in images)
        if not text:
            raise InvalidPrompt("a prompt has at least one image")
        return text

    def images(self, prompt: str) -> tuple[Row, ...]:
        """Return the images that a prompt asks about.

        Raises:
            InvalidPrompt: the text is no prompt of this network.
        """
        length = 2 * self.sizes[0]
        if not prompt or len(prompt) % length:
            raise InvalidPrompt(f"its length, {len(prompt)}, is no positive multiple of {length}")
        if not set(prompt) <= set("0123456789abcdef"):
            raise InvalidPrompt("it has characters that are no lower-case hexadecimal digits")
        inputs = bytes.fromhex(prompt)
        return tuple(self._checked(inputs[at : at + self.sizes[0]]) for at in range(0, len(inputs), self.sizes[0]))

    def answer(self, prompt: str) -> str:
        """Return the content that the network makes of a prompt: the labels in hexadecimal digits.

        Raises:
            InvalidPrompt: the text is no prompt of this network.
        """
        return self.content(self.label(image) for image in self.images(prompt))

    def content(self, labels: Iterable[int]) -> str:
        """Return labels as the text of a content."""
        digits = 1 if self.sizes[-1] <= _ONE_DIGIT else 2
        return "".join(f"{label:0{digits}x}" for label in labels)

    # --- committing ---

    def chunks_of_row(self, layer: int) -> int:
        """Return how many chunks the weights of one neuron have."""
        return -(-self.sizes[layer - 1] // CHUNK)

    def chunk(self, layer: int, neuron: int, number: int) -> bytes:
        """Return 32 weights of a neuron as bytes in two's complement, with zeros after the last."""
        weights = self.weights[layer - 1][neuron][CHUNK * number : CHUNK * (number + 1)]
        return bytes(weight & 0xFF for weight in weights).ljust(CHUNK, b"\0")

    def weight_tree(self, layer: int) -> MerkleTree:
        """Return the tree over the chunks of a layer; leaf `j * chunks_of_row + c` is chunk `c` of neuron `j`."""
        return self._weight_trees[layer - 1]

    def bias_tree(self, layer: int) -> MerkleTree:
        """Return the tree over the biases of a layer; leaf `j` is that of neuron `j`."""
        return self._bias_trees[layer - 1]

    @property
    def weight_roots(self) -> tuple[bytes, ...]:
        """The roots over the weights of the layers."""
        return tuple(tree.root for tree in self._weight_trees)

    @property
    def bias_roots(self) -> tuple[bytes, ...]:
        """The roots over the biases of the layers."""
        return tuple(tree.root for tree in self._bias_trees)

    @cached_property
    def commitment(self) -> bytes:
        """The hash of weights and program that a model is registered with."""
        return keccak(
            encode(
                ["bytes32", "uint32[]", "uint8[]", "bytes32[]", "bytes32[]"],
                [_PROGRAM, self.sizes, self.shifts, self.weight_roots, self.bias_roots],
            )
        )

    @cached_property
    def _weight_trees(self) -> tuple[MerkleTree, ...]:
        return tuple(MerkleTree(self._chunk_leaves(layer)) for layer in range(1, self.layers + 1))

    @cached_property
    def _bias_trees(self) -> tuple[MerkleTree, ...]:
        return tuple(MerkleTree(tuple(map(bias_leaf, biases))) for biases in self.biases)

    def _chunk_leaves(self, layer: int) -> tuple[bytes, ...]:
        numbers = range(self.chunks_of_row(layer))
        return tuple(chunk_leaf(self.chunk(layer, neuron, c)) for neuron in range(self.sizes[layer]) for c in numbers)

    # --- JSON ---

    def to_json(self) -> str:
        """Return the network as JSON: each row of weights as hex of bytes in two's complement."""
        weights = [[bytes(w & 0xFF for w in row).hex() for row in rows] for rows in self.weights]
        parts = {"sizes": self.sizes, "shifts": self.shifts, "biases": self.biases, "weights": weights}
        return json.dumps({"format": _FORMAT, **parts}) + "\n"

    @classmethod
    def from_json(cls, text: str) -> IntegerNetwork:
        """Read a network that `to_json` wrote.

        Raises:
            InvalidNetwork: the text is no such network.
        """
        try:
            return cls._from_parts(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if isinstance(error, InvalidNetwork):
                raise
            raise InvalidNetwork(f"it cannot be read: {error!r}") from None

    @classmethod
    def load(cls, file: Path) -> IntegerNetwork:
        """Read a network from a file.

        Raises:
            InvalidNetwork: the file cannot be read, or is no such network.
        """
        try:
            return cls.from_json(file.read_text("utf-8"))
        except OSError as error:
            raise InvalidNetwork(f"{file} cannot be read: {error}") from None

    def save(self, file: Path) -> None:
        """Write the network to a file, as JSON."""
        file.write_text(self.to_json(), "utf-8")

    @classmethod
    def _from_parts(cls, parts: Any) -> IntegerNetwork:
        if parts["format"] != _FORMAT:
            raise InvalidNetwork(f"its format is {parts['format']!r}, not {_FORMAT!r}")
        weights = tuple(tuple(_signed(bytes.fromhex(row)) for row in rows) for rows in parts["weights"])
        biases = tuple(tuple(row) for row in parts["biases"])
        return cls(tuple(parts["sizes"]), weights, biases, tuple(parts["shifts"]))


def _signed(row: bytes) -> Row:
    return tuple(byte - 256 if byte > MAX_INPUT else byte for byte in row)


def _check_shape(network: IntegerNetwork) -> None:
    sizes, layers = network.sizes, len(network.sizes) - 1
    if not 1 <= layers <= MAX_LAYERS:
        raise InvalidNetwork(f"it has {layers} layers, not 1 to {MAX_LAYERS}")
    _check_range("a size", sizes, 1, MAX_SIZE)
    _check_range("the number of outputs", sizes[-1:], 1, MAX_OUTPUTS)
    if (len(network.weights), len(network.biases), len(network.shifts)) != (layers, layers, layers - 1):
        raise InvalidNetwork(f"{layers} layers have weights and biases each, and a shift each but the last")
    for layer, (rows, biases) in enumerate(zip(network.weights, network.biases, strict=True), 1):
        if len(rows) != sizes[layer] or len(biases) != sizes[layer]:
            raise InvalidNetwork(
                f"layer {layer} has not a row of weights and a bias for each of {sizes[layer]} neurons"
            )
        if any(len(row) != sizes[layer - 1] for row in rows):
            raise InvalidNetwork(f"layer {layer} has not {sizes[layer - 1]} weights in each row")


def _check_range(what: str, values: Sequence[int], low: int, high: int) -> None:
    for value in values:
        if type(value) is not int or not low <= value <= high:
            raise InvalidNetwork(f"{what}, {value!r}, is no integer from {low} to {high}")

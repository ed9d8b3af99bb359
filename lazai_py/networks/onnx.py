"""Integer networks from ONNX files of multilayer perceptrons.

The file is read here, field by field, by the numbers of ONNX's own schema: nothing in it is executed, and nothing else
has to be installed. What is understood is a chain of `Gemm` or `MatMul` and `Add`, with `Relu` after each layer but the
last; `Flatten`, `Identity`, `Reshape` and a `Cast` to floating point change nothing, and a last `Softmax`, `LogSoftmax`
or `ArgMax` does not change which output is the greatest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from lazai_py._errors import InvalidNetwork
from lazai_py._extras import optional
from lazai_py.networks.protobuf import Message
from lazai_py.networks.quantise import Perceptron, Quantised, quantise

with optional():
    import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lazai_py.networks.quantise import Floats

_SAME = {"Flatten", "Identity", "Reshape"}
_LAST = {"ArgMax", "LogSoftmax", "Softmax"}
_FLOATING = {1, 10, 11}
_RAW_TYPES = {1: "<f4", 6: "<i4", 7: "<i8", 10: "<f2", 11: "<f8"}
_EXTERNAL = 1
_REMEDY = "Export a chain of Gemm (or MatMul and Add) and Relu, with its weights inside the file"


# Field numbers of onnx.proto.
class _Model:
    GRAPH = 7


class _Graph:
    NODE, INITIALIZER, INPUT, OUTPUT = 1, 5, 11, 12
    NAME_OF_VALUE = 1


class _Node:
    INPUT, OUTPUT, OP_TYPE, ATTRIBUTE = 1, 2, 4, 5


class _Attribute:
    NAME, FLOAT, INT, TENSOR = 1, 2, 3, 5


class _Tensor:
    DIMS, DATA_TYPE, FLOATS, NAME, RAW, DOUBLES, LOCATION = 1, 2, 4, 8, 9, 10, 14


def from_onnx(model: bytes | str | Path, calibration: ArrayLike) -> Quantised:
    """Make an integer network of a trained multilayer perceptron in ONNX.

    Parameters:
        model: the file, or what is in it.
        calibration: inputs as the model reads them, one row for each image; some hundred that are typical.

    Raises:
        InvalidNetwork: it is no such perceptron, or it cannot be quantised.
    """
    try:
        content = model if isinstance(model, bytes) else Path(model).read_bytes()
    except OSError as error:
        raise InvalidNetwork(f"the file cannot be read: {error}", remedy=_REMEDY) from None
    return quantise(read_onnx(content), calibration)


def read_onnx(content: bytes) -> Perceptron:
    """Read the weights and biases of a multilayer perceptron.

    Raises:
        InvalidNetwork: the file holds something else.
    """
    graphs = Message(content).messages(_Model.GRAPH)
    if len(graphs) != 1:
        raise InvalidNetwork("the file has no graph", remedy=_REMEDY)
    return _Reader(graphs[0]).read()


@dataclass
class _Layer:
    weights: Floats
    biases: Floats | None = None
    has_relu: bool = False


@dataclass
class _Reader:
    """Follows the one chain of nodes from the graph's input."""

    graph: Message
    layers: list[_Layer] = field(default_factory=list)
    is_over: bool = False

    def __post_init__(self) -> None:
        tensors = self.graph.messages(_Graph.INITIALIZER)
        self.constants = {each.text(_Tensor.NAME): each for each in tensors}
        for node in self.graph.messages(_Graph.NODE):
            if node.text(_Node.OP_TYPE) == "Constant":
                values = _attribute(node, "value").messages(_Attribute.TENSOR)
                self.constants[node.text(_Node.OUTPUT)] = values[0] if values else Message(b"")

    def read(self) -> Perceptron:
        for node in self._chain():
            self._take(node)
        if not self.layers:
            raise _refused("it has no layer")
        if [layer.has_relu for layer in self.layers] != [True] * (len(self.layers) - 1) + [False]:
            raise _refused("Relu does not follow every layer but the last")
        weights = [layer.weights for layer in self.layers]
        if any(after.shape[1] != before.shape[0] for before, after in pairwise(weights)):
            raise _refused("its layers do not fit each other")
        return Perceptron(weights, [_biases_of(layer) for layer in self.layers])

    def _chain(self) -> Iterator[Message]:
        """The nodes in order; each but a constant reads what the one before it wrote, and nothing else is computed."""
        inputs = [name for name in self._names(_Graph.INPUT) if name not in self.constants]
        if len(inputs) != 1:
            raise _refused(f"it has {len(inputs)} inputs, not one")
        current = inputs[0]
        for node in self.graph.messages(_Graph.NODE):
            if node.text(_Node.OP_TYPE) == "Constant":
                continue
            read = [name for name in node.texts(_Node.INPUT) if name and name not in self.constants]
            if read != [current]:
                raise _refused(f"{node.text(_Node.OP_TYPE)} reads something else than what the node before it wrote")
            current = node.text(_Node.OUTPUT)
            yield node
        if current not in self._names(_Graph.OUTPUT):
            raise _refused("its output is not what the last node wrote")

    def _names(self, number: int) -> list[str]:
        return [each.text(_Graph.NAME_OF_VALUE) for each in self.graph.messages(number)]

    def _take(self, node: Message) -> None:
        kind = node.text(_Node.OP_TYPE)
        if self.is_over or (kind in _LAST and self.layers):
            self._finish(node, kind)
        elif kind in ("Gemm", "MatMul"):
            self.layers.append(self._layer(node, kind))
        elif kind == "Add" and self.layers and self.layers[-1].biases is None and not self.layers[-1].has_relu:
            self.layers[-1].biases = self._constant(node, node.texts(_Node.INPUT)).reshape(-1)
        elif kind == "Relu" and self.layers:
            self.layers[-1].has_relu = True
        elif kind not in _SAME and not (kind == "Cast" and _integer(node, "to") in _FLOATING):
            raise _refused(f"{kind or 'a node without a type'} is not understood there")

    def _finish(self, node: Message, kind: str) -> None:
        """Accept what does not change which output is the greatest, nor the least of several such."""
        if kind not in _LAST | _SAME | {"Cast"} or _integer(node, "select_last_index"):
            raise _refused(f"{kind} at the end of the network is not understood")
        self.is_over = True

    def _layer(self, node: Message, kind: str) -> _Layer:
        names = node.texts(_Node.INPUT)
        # The constant must be the right factor: activations are rows.
        weights = self._constant(node, names[1:2])
        if weights.ndim != 2:
            raise _refused(f"{kind} has weights of {weights.ndim} dimensions")
        if kind == "MatMul":
            return _Layer(weights.T)
        if _integer(node, "transA"):
            raise _refused("Gemm reads its activations transposed")
        scaled = weights * _float(node, "alpha")
        biases = self._constant(node, names[2:3]).reshape(-1) * _float(node, "beta") if names[2:3] else None
        return _Layer(scaled if _integer(node, "transB") else scaled.T, biases)

    def _constant(self, node: Message, names: list[str]) -> Floats:
        found = [self.constants[name] for name in names if name in self.constants]
        if len(found) != 1:
            raise _refused(f"{node.text(_Node.OP_TYPE)} reads weights that are not in the file")
        return _array(found[0])


def _biases_of(layer: _Layer) -> Floats:
    outputs = layer.weights.shape[0]
    biases = np.zeros(outputs) if layer.biases is None else layer.biases
    if len(biases) not in (1, outputs):
        raise _refused(f"a layer of {outputs} has {len(biases)} biases")
    return np.broadcast_to(biases, (outputs,))


def _array(tensor: Message) -> Floats:
    kind = _RAW_TYPES.get(tensor.integer(_Tensor.DATA_TYPE))
    if kind is None or tensor.integer(_Tensor.LOCATION) == _EXTERNAL:
        raise _refused("weights are no floating-point numbers, or lie outside the file")
    raw = tensor.data(_Tensor.RAW)
    if not raw:
        raw = tensor.raw_numbers(_Tensor.DOUBLES, 8) if kind == "<f8" else tensor.raw_numbers(_Tensor.FLOATS, 4)
    try:
        with np.errstate(invalid="ignore"):  # of numbers that are none; they are refused below
            values = np.frombuffer(raw, dtype=kind).astype(np.float64).reshape(tensor.integers(_Tensor.DIMS))
    except ValueError:
        raise _refused("a tensor has not as many numbers as its shape says") from None
    if not np.isfinite(values).all():
        raise _refused("a weight is infinite, or no number")
    return values


def _attribute(node: Message, name: str) -> Message:
    found = [each for each in node.messages(_Node.ATTRIBUTE) if each.text(_Attribute.NAME) == name]
    return found[0] if found else Message(b"")


def _integer(node: Message, name: str) -> int:
    return _attribute(node, name).integer(_Attribute.INT)


def _float(node: Message, name: str) -> float:
    raw = _attribute(node, name).raw_numbers(_Attribute.FLOAT, 4)
    value = float(np.frombuffer(raw, dtype="<f4")[0]) if len(raw) == 4 else 1.0
    if not isfinite(value):
        raise _refused(f"{name} is {value}")
    return value


def _refused(reason: str) -> InvalidNetwork:
    return InvalidNetwork(f"the ONNX model is no perceptron that this reads: {reason}", remedy=_REMEDY)

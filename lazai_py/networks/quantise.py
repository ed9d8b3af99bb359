"""From floating point to integers: post-training quantisation with a calibration set.

Each layer keeps one scale for its weights and one for its activations. Activations are cut where the calibration set
has its greatest one, and their scale is that of the weights times a power of two, so that a shift is all the rescaling
there is. What the range of the inputs begins at is folded into the first biases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lazai_py._errors import InvalidNetwork
from lazai_py._extras import optional
from lazai_py.networks.network import MAX_INPUT, MAX_SHIFT, IntegerNetwork

with optional():
    import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Perceptron:
    """A multilayer perceptron in floating point, with ReLU after every layer but the last.

    Attributes:
        weights: for each layer an array of (outputs, inputs).
        biases: for each layer one for each output.
    """

    weights: Sequence[Floats]
    biases: Sequence[Floats]

    def activations(self, inputs: Floats) -> list[Floats]:
        """Return what each layer reads, and at last the logits."""
        found = [inputs]
        for weights, biases in zip(self.weights[:-1], self.biases[:-1], strict=True):
            found.append(np.maximum(found[-1] @ weights.T + biases, 0.0))
        return [*found, found[-1] @ self.weights[-1].T + self.biases[-1]]


@dataclass(frozen=True, slots=True)
class Quantised:
    """An integer network made of a trained one, and how its inputs are written.

    Attributes:
        network: what runs.
        low: the number that an input of 0 stands for.
        step: what an input grows by from one integer to the next.
        agreement: the share of the calibration set, 0 to 1, to which both networks give one label.
        classes: what each label stands for, where the trained model says so.
    """

    network: IntegerNetwork
    low: float
    step: float
    agreement: float
    classes: tuple[Any, ...] = ()

    def inputs(self, images: ArrayLike) -> list[list[int]]:
        """Return images in floating point as integers from 0 to 127, one list for each image."""
        scaled = np.rint((_rows(images) - self.low) / self.step)
        rows: list[list[int]] = np.clip(scaled, 0, MAX_INPUT).astype(int).tolist()
        return rows


def quantise(model: Perceptron, calibration: ArrayLike, *, classes: Sequence[Any] = ()) -> Quantised:
    """Make an integer network of a trained one.

    Parameters:
        model: the trained network.
        calibration: inputs as the model reads them, one row for each image; some hundred that are typical.
        classes: what each label stands for.

    Raises:
        InvalidNetwork: the calibration set does not fit the model, or a layer's numbers do not fit integers.
    """
    images = _rows(calibration)
    if not len(images) or images.shape[1] != model.weights[0].shape[1]:
        raise InvalidNetwork(
            f"the calibration set has the shape {images.shape}, not images of {model.weights[0].shape[1]} inputs"
        )
    low, high = float(images.min()), float(images.max())
    if not (np.isfinite([low, high]).all() and high > low):
        raise InvalidNetwork("the calibration set has no range: its least input is its greatest, or one is no number")
    step = (high - low) / MAX_INPUT
    try:
        with np.errstate(divide="raise", invalid="raise", over="raise"):
            network = _network(_from_zero(model, low), model.activations(images), step)
            expected = model.activations(images)[-1].argmax(axis=1)
    except (FloatingPointError, OverflowError) as error:
        raise InvalidNetwork(f"its numbers are too great or too small to be scaled: {error}") from None
    draft = Quantised(network, low, step, 0.0)
    labels = [network.label(row) for row in draft.inputs(images)]
    return Quantised(network, low, step, float(np.mean(labels == expected)), tuple(classes))


def _rows(images: ArrayLike) -> Floats:
    rows = np.asarray(images, dtype=np.float64)
    return rows.reshape(len(rows), -1) if rows.ndim > 1 else rows.reshape(1, -1)


def _from_zero(model: Perceptron, low: float) -> Perceptron:
    """The same network for inputs that begin at 0."""
    first = model.biases[0] + low * model.weights[0].sum(axis=1)
    return Perceptron(model.weights, [first, *model.biases[1:]])


def _network(model: Perceptron, activations: Sequence[Floats], step: float) -> IntegerNetwork:
    rows, biases, shifts = [], [], []
    for layer, (weights, bias) in enumerate(zip(model.weights, model.biases, strict=True)):
        grain = _grain(weights)
        rows.append(np.rint(weights / grain).astype(int).tolist())
        biases.append(np.rint(bias / (grain * step)).astype(object).tolist())
        if layer < len(model.weights) - 1:
            shifts.append(_shift(float(activations[layer + 1].max()), grain * step))
            step *= grain * 2.0 ** shifts[-1]
    return IntegerNetwork.of(rows, biases, shifts)


def _grain(weights: Floats) -> float:
    """What a weight grows by from one integer to the next."""
    greatest = float(np.abs(weights).max())
    if not np.isfinite(greatest):
        raise InvalidNetwork("a weight is no number")
    return greatest / MAX_INPUT or 1.0


def _shift(greatest: float, grain: float) -> int:
    """The least shift that brings the greatest activation, in sums of this grain, to at most 127."""
    ratio = greatest / (grain * MAX_INPUT)
    return min(MAX_SHIFT, max(0, int(np.ceil(np.log2(ratio))))) if ratio > 1 else 0

"""Trained models become integer networks, from scikit-learn and from ONNX, and what cannot become one is refused."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from lazai_py.errors import InvalidNetwork
from lazai_py.networks.onnx import from_onnx, read_onnx
from lazai_py.networks.quantise import Perceptron, quantise
from lazai_py.networks.sklearn import from_sklearn
from scripts.digits import network as digits
from scripts.digits.data import first_anchored, load
from tests.unit.networks.onnx_file import DOUBLE, field, model, node, tensor, text

ONNX = Path(__file__).parents[2] / "vectors" / "onnx"
Floats = NDArray[np.float64]


def trained(classes: int, **options: Any) -> tuple[MLPClassifier, Floats]:
    """A small classifier, and what it was trained on."""
    chance = np.random.default_rng(5)
    images = chance.normal(size=(300, 4))
    labels = np.argmax(images @ chance.normal(size=(4, classes)), axis=1)
    classifier = MLPClassifier((12,), max_iter=150, random_state=1, **options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        classifier.fit(images, labels)
    return classifier, images


# --- scikit-learn ---


def test_the_digits_network_keeps_its_labels() -> None:
    """On 540 held-out digits the integers agree with the floats on more than 98 in a hundred, and are as right."""
    data = load()
    training = first_anchored(data.parts)
    network = digits.Network(training)
    quantised = network.quantised(training)
    assert quantised.network.sizes == (64, 32, 10)
    assert quantised.agreement > 0.99
    for part in (data.validation, data.test):
        labels = [quantised.network.label(row) for row in digits.inputs_of(quantised, part)]
        same = np.mean([label == network.predict(image) for label, image in zip(labels, part.images, strict=True)])
        assert same > 0.98
        assert abs(np.mean(labels == part.labels) - network.accuracy(part)) < 0.02


@pytest.mark.parametrize("classes", [2, 3, 5])
def test_inputs_below_zero_are_read(classes: int) -> None:
    """What the range of the inputs begins at is a part of the biases; two classes have two outputs."""
    classifier, images = trained(classes)
    quantised = from_sklearn(classifier, images)
    assert quantised.network.sizes == (4, 12, classes)
    assert quantised.classes == tuple(range(classes))
    assert quantised.low == images.min()
    assert quantised.agreement > 0.95
    expected = classifier.predict(images)
    labels = [quantised.classes[quantised.network.label(row)] for row in quantised.inputs(images)]
    assert np.mean(labels == expected) == quantised.agreement


def test_inputs_outside_the_calibrated_range_are_cut() -> None:
    """An image brighter than any seen before is as bright as can be."""
    classifier, images = trained(3)
    quantised = from_sklearn(classifier, images)
    assert quantised.inputs([[1e9, -1e9, images.min(), images.max()]]) == [[127, 0, 0, 127]]


def test_other_models_are_refused() -> None:
    """Other activations, regressions, several labels at once, and what was never trained."""
    _, images = trained(2)
    targets = (images[:, :2] > 0).astype(int)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        several = MLPClassifier((4,), max_iter=5).fit(images, targets)
        regression = MLPRegressor(hidden_layer_sizes=(4,), max_iter=5).fit(images, targets[:, 0])
    for wrong in (several, regression, MLPClassifier(), trained(3, activation="tanh")[0], object()):
        with pytest.raises(InvalidNetwork):
            from_sklearn(wrong, images)


@pytest.mark.parametrize("images", [[], [[1.0, 2.0]], [[1.0] * 4], [[float("nan"), 0.0, 1.0, 2.0]]])
def test_a_calibration_set_says_something(images: list[list[float]]) -> None:
    """None, of another size, without a range, or no numbers: nothing can be calibrated by it."""
    classifier, _ = trained(2)
    with pytest.raises(InvalidNetwork):
        from_sklearn(classifier, images)


def test_extreme_weights_are_scaled_or_refused() -> None:
    """Tiny and huge weights keep their proportions; zeros stay zeros; infinities and huge biases are refused."""
    images = np.linspace(0.0, 1.0, 40).reshape(20, 2)
    for scale in (1e-9, 1.0, 1e9):
        first = np.array([[1.0, -1.0], [2.0, 0.5]]) * scale
        found = quantise(Perceptron([first, np.eye(2)], [np.zeros(2), np.zeros(2)]), images)
        assert found.network.weights[0] == ((64, -64), (127, 32))
        assert found.agreement >= 0.95
    nothing = quantise(Perceptron([np.zeros((2, 2))], [np.zeros(2)]), images)
    assert nothing.network.weights == (((0, 0), (0, 0)),)
    for weights, biases in (([[np.inf, 0.0]], [0.0]), ([[1e-9, 0.0]], [1.0])):
        with pytest.raises(InvalidNetwork):
            quantise(Perceptron([np.array(weights)], [np.array(biases)]), images)


# --- ONNX ---


@pytest.mark.parametrize("name", ["perceptron_gemm.onnx", "perceptron_matmul.onnx"])
def test_files_of_an_exporter_are_read_to_the_bit(name: str) -> None:
    """Two files that the onnx package wrote, and the labels that its reference evaluator gave."""
    known = json.loads((ONNX / "perceptron.json").read_text())
    read = read_onnx((ONNX / name).read_bytes())
    assert [each.tolist() for each in read.weights] == known["weights"]
    assert [each.tolist() for each in read.biases] == known["biases"]
    images = np.array(known["inputs"])
    assert read.activations(images)[-1].argmax(axis=1).tolist() == known["labels"]
    assert from_onnx(ONNX / name, images).agreement == 1.0
    assert from_onnx((ONNX / name).read_bytes(), images) == from_onnx(str(ONNX / name), images)


W, V, B = tensor("W", [2, 2], [1, 2, 3, 4]), tensor("V", [2, 2], [5, 6, 7, 8]), tensor("B", [2], [9, 10])
GEMM = node("Gemm", ["x", "W", "B"], ["z"])
RELU = node("Relu", ["z"], ["a"])
LAST = node("MatMul", ["a", "V"], ["y"])


def test_a_hand_written_file_is_read() -> None:
    """Doubles, packed shapes, biases for all, and casts to floating point."""
    doubles = tensor("V", [2, 2], [5, 6, 7, 8], kind=DOUBLE)
    cast, bias = node("Cast", ["x"], ["c"], to=1), node("Add", ["m", "one"], ["y"])
    nodes = [cast, node("Gemm", ["c", "W"], ["z"]), RELU, node("MatMul", ["a", "V"], ["m"]), bias]
    packed = field(1, bytes([2, 2])) + field(2, 1) + text(8, "W") + field(4, np.array([1, 2, 3, 4], "<f4").tobytes())
    read = read_onnx(model(nodes, [packed, doubles, tensor("one", [1], [1])]))
    assert [each.tolist() for each in read.weights] == [[[1, 3], [2, 4]], [[5, 7], [6, 8]]]
    assert [each.tolist() for each in read.biases] == [[0, 0], [1, 1]]


@pytest.mark.parametrize(
    ("nodes", "tensors"),
    [
        ([], []),
        ([node("Gemm", ["x", "W", "B"], ["y"])], [B]),
        ([GEMM, node("Tanh", ["z"], ["a"]), LAST], [W, V, B]),
        ([GEMM, node("MatMul", ["z", "V"], ["y"])], [W, V, B]),
        ([GEMM, node("Relu", ["z"], ["y"])], [W, B]),
        ([GEMM, RELU, node("MatMul", ["V", "a"], ["y"])], [W, V, B]),
        ([GEMM, RELU, node("MatMul", ["z", "V"], ["y"])], [W, V, B]),
        ([GEMM, RELU, node("Add", ["a", "z"], ["y"])], [W, B]),
        ([node("Gemm", ["x", "W", "B"], ["y"], transA=1)], [W, B]),
        ([GEMM, RELU, node("Cast", ["a"], ["i"], to=6), node("MatMul", ["i", "V"], ["y"])], [W, V, B]),
        ([GEMM, node("ArgMax", ["z"], ["y"], select_last_index=1)], [W, B]),
        ([GEMM, node("Softmax", ["z"], ["p"]), node("Relu", ["p"], ["y"])], [W, B]),
        ([GEMM, RELU, LAST], [W, tensor("V", [3, 2], [0] * 6), B]),
        ([GEMM, RELU, LAST], [W, tensor("V", [2, 2], [0] * 3), B]),
        ([GEMM, RELU, LAST], [W, tensor("V", [4], [0] * 4), B]),
        ([GEMM, RELU, LAST], [W, V, tensor("B", [3], [0] * 3)]),
        ([GEMM, RELU, LAST], [W, tensor("V", [2, 2], [0] * 4, extra=field(14, 1)), B]),
        ([GEMM, RELU, LAST], [W, tensor("V", [2, 2], [0] * 4, kind=7), B]),
        ([GEMM, RELU, node("MatMul", ["a", "V"], ["unused"])], [W, V, B]),
    ],
)
def test_what_is_no_chain_of_layers_is_refused(nodes: list[bytes], tensors: list[bytes]) -> None:
    """Whatever would be computed otherwise than as a perceptron, or has parts elsewhere."""
    with pytest.raises(InvalidNetwork):
        read_onnx(model(nodes, tensors))


def test_a_graph_has_one_input() -> None:
    """Two are no image, and none is none; a weight that is declared as an input is still a weight."""
    read = read_onnx(model([GEMM, RELU, LAST], [W, V, B], inputs=("x", "W", "B")))
    assert len(read.weights) == 2
    for inputs in ((), ("x", "other")):
        with pytest.raises(InvalidNetwork):
            read_onnx(model([GEMM, RELU, LAST], [W, V, B], inputs=inputs))


def test_a_file_cut_short_or_changed_never_breaks_the_reader() -> None:
    """Every cut, and every byte replaced: an error of the package, or a network."""
    whole = (ONNX / "perceptron_gemm.onnx").read_bytes()
    cuts = [whole[:end] for end in range(len(whole))]
    changes = [
        whole[:place] + bytes([value]) + whole[place + 1 :] for place in range(len(whole)) for value in (0, 127, 255)
    ]
    refused = 0
    for content in (*cuts, *changes):
        try:
            read_onnx(content)
        except InvalidNetwork:
            refused += 1
    assert refused > len(cuts)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the error of the package, not of the system."""
    with pytest.raises(InvalidNetwork):
        from_onnx(tmp_path / "none.onnx", [[0.0]])

"""`lazai model`, from a trained model to a version on the chain."""

from __future__ import annotations

import pickle
import warnings
from pathlib import Path

import numpy as np
import pytest
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from lazai_py.networks import IntegerNetwork
from tests.sdk.test_cli import ALICE, Shell, shell

__all__ = ["shell"]

ONNX = Path(__file__).parents[1] / "vectors" / "onnx" / "perceptron_gemm.onnx"


@pytest.fixture
def calibration(tmp_path: Path) -> Path:
    """Two hundred images of six inputs."""
    file = tmp_path / "calibration.npy"
    np.save(file, np.random.default_rng(1).uniform(size=(200, 6)))
    return file


@pytest.fixture
def network(shell: Shell, calibration: Path) -> Path:
    """An exported network."""
    shell.json("model", "export", "--onnx", ONNX, "--calibration", calibration, "-o", "network.json")
    return shell.folder / "network.json"


def test_a_trained_model_is_exported(shell: Shell, calibration: Path) -> None:
    """ONNX and a pickled classifier become files that are read as networks."""
    shown = shell.json("model", "export", "--onnx", ONNX, "--calibration", calibration, "-o", "one.json")
    assert shown["sizes"] == [6, 8, 5]
    assert float(shown["agreement"]) > 0.9
    assert shown["commitment"] == f"0x{IntegerNetwork.load(shell.folder / 'one.json').commitment.hex()}"
    images = np.load(calibration)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = MLPClassifier((4,), max_iter=20, random_state=1).fit(images, images.argmax(axis=1))
    (shell.folder / "model.pkl").write_bytes(pickle.dumps(model))
    shown = shell.json("model", "export", "--sklearn", "model.pkl", "--calibration", calibration, "-o", "two.json")
    assert IntegerNetwork.load(shell.folder / "two.json").sizes == (6, 4, 6)
    assert shown["classes"] == [0, 1, 2, 3, 4, 5]


def test_what_cannot_be_exported_is_refused_in_a_line(shell: Shell, calibration: Path) -> None:
    """No model or two, files that are none, and a calibration set that is a pickle."""
    export = ("model", "export", "-o", "network.json", "--calibration")
    assert "one trained model" in shell.refused(*export, calibration)
    assert "one trained model" in shell.refused(*export, calibration, "--onnx", ONNX, "--sklearn", ONNX)
    assert "cannot be read" in shell.refused(*export, calibration, "--onnx", "none.onnx")
    assert "cannot be read" in shell.refused(*export, calibration, "--sklearn", "none.pkl")
    assert "is no array" in shell.refused(*export, ONNX, "--onnx", ONNX)
    np.save(shell.folder / "objects.npy", np.array([{}], dtype=object), allow_pickle=True)
    assert "is no array" in shell.refused(*export, "objects.npy", "--onnx", ONNX)
    assert not (shell.folder / "network.json").exists()


def test_a_network_is_installed_registered_and_shown(shell: Shell, network: Path) -> None:
    """Once installed, installing again sends nothing; a second version follows the first."""
    commitment = f"0x{IntegerNetwork.load(network).commitment.hex()}"
    shell.json("class", "create", "--name", "model")
    register = ("model", "register", network, "--class", 1, "--revenue", ALICE, "--name", "reader")
    first = shell.json(*register)
    assert (first["model"], first["commitment"], first["revenue"]) == (1, commitment, ALICE)
    shown = shell.json("model", "show", 1)
    assert (shown["versions"], shown["installed"], list(shown["verifiers"])) == ([1], False, ["reexecution"])
    for _ in range(2):
        assert shell.json("model", "install", network)["commitment"] == commitment
    assert shell.json(*register, "--previous", 1)["previous"] == 1
    shown = shell.json("model", "show", 1)
    assert (shown["versions"], shown["installed"]) == ([1, 2], True)
    assert "no network" not in shell.refused("model", "show", 9)
    assert "is no integer network" in shell.refused("model", "install", ONNX.with_name("perceptron.json"))


def test_a_dry_run_installs_nothing(shell: Shell, network: Path) -> None:
    """It says what it would cost."""
    planned = shell.json("--dry-run", "model", "install", network)
    assert planned["gas"] > 100_000
    assert shell.json("model", "install", network)["verifier"].startswith("0x")

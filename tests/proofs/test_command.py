"""`scripts/circuit.py`: what it writes down for the compiler, and the proofs that it prints; making keys needs node."""

from __future__ import annotations

import json
import subprocess
import sys

from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import mimc
from scripts.circuits.source import main_file
from tests.proofs.fixtures import CIRCUITS, FOLDER, fixtures, prover

FIRST = fixtures()[0]


def test_the_compiled_file_holds_every_constant_of_the_network() -> None:
    """Weights, biases, shifts and sizes of each layer, the constants of the hash, and the number of images."""
    network = IntegerNetwork.of([[[1, -2], [3, 4], [5, 6]], [[7, -8, 9]]], [[-10, 11, 12], [13]], [3])
    text = main_file(network, 5)
    assert "Layer(2, 3, [[1, -2], [3, 4], [5, 6]], [-10, 11, 12], 3);" in text
    assert "Label(3, 1, [[7, -8, 9]], [13]);" in text
    assert f"[{', '.join(map(str, mimc.CONSTANTS))}]" in text
    assert text.endswith("component main = Works(5, 2);\n")


def test_the_circuit_uses_no_library_of_others() -> None:
    """What it includes stands beside it."""
    for file in CIRCUITS.rglob("*.circom"):
        included = [line.split('"')[1] for line in file.read_text().splitlines() if line.startswith("include")]
        assert all((file.parent / each).is_file() for each in included)


def test_the_verifying_key_stands_beside_the_proving_key() -> None:
    """As JSON, for whoever has no Python."""
    assert json.loads((FOLDER / "verifying.json").read_text()) == prover().key.verifying.to_json()


def test_a_proof_is_printed_with_its_content() -> None:
    """The committed one, made again."""
    given = FIRST.statement
    command = [sys.executable, "scripts/circuit.py", "prove", str(FOLDER), "--chain", str(given.chain_id)]
    command += ["--collection", given.collection, "--prompt", given.prompt]
    done = subprocess.run(command, cwd=CIRCUITS.parent, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"content": given.content, "proof": f"0x{FIRST.proof.hex()}"}

"""Makes the keys and proofs of a network's circuit; needs node and, the first time, npm's registry.

python scripts/circuit.py build NETWORK.json --images 1 --out FOLDER   a key by a ceremony of one, and fixtures
python scripts/circuit.py compile NETWORK.json --images 2 --out FILE     the circuit alone
python scripts/circuit.py check FOLDER                                 compile again; is the key's circuit the same?
python scripts/circuit.py prove FOLDER --chain ID --collection ADDRESS --prompt TEXT

WARNING: `build` makes a key for tests and demos. Whoever runs it could keep its secrets, and forge proofs with them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from lazai_py._types import to_address
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Groth16Prover, Statement
from scripts.circuits import ceremony, fixtures


def main() -> int:
    """Build, check or prove; returns the exit code."""
    options = read()
    doing = {"build": build, "check": check, "compile": compile_, "prove": prove}[options.verb]
    return doing(options)


def read() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, what in (("build", "make a key and fixtures"), ("compile", "write the circuit down")):
        making = verbs.add_parser(verb, help=what)
        making.add_argument("network", type=Path, help="an integer network as JSON")
        making.add_argument("--images", type=int, default=1, help="how many images one proof is about")
        making.add_argument("--out", type=Path, required=True)
    checking = verbs.add_parser("check", help="compile again and compare")
    checking.add_argument("folder", type=Path)
    proving = verbs.add_parser("prove", help="prove what the network answers to a prompt")
    proving.add_argument("folder", type=Path)
    proving.add_argument("--chain", type=int, required=True, metavar="ID")
    proving.add_argument("--collection", type=to_address, required=True, metavar="ADDRESS")
    proving.add_argument("--prompt", required=True)
    return parser.parse_args()


def build(options: argparse.Namespace) -> int:
    """Write proving key, verifying key and fixtures into a folder."""
    key = ceremony.make_key(IntegerNetwork.load(options.network), options.images)
    options.out.mkdir(parents=True, exist_ok=True)
    key.save(options.out / "proving.key")
    (options.out / "verifying.json").write_text(json.dumps(key.verifying.to_json(), indent=1) + "\n")
    fixtures.write(key, options.out / "proofs.json")
    print(f"{options.out}: {len(key.circuit.constraints)} constraints, {len(key.circuit.wires)} wires")
    return 0


def compile_(options: argparse.Namespace) -> int:
    """Write the circuit of a network."""
    options.out.write_bytes(ceremony.compiled(IntegerNetwork.load(options.network), options.images).to_bytes())
    return 0


def check(options: argparse.Namespace) -> int:
    """Tell whether the key's circuit is what the sources compile to, and computes what the package computes."""
    prover = Groth16Prover.load(options.folder / "proving.key")
    circuit = prover.key.circuit
    same = ceremony.compiled(circuit.network, circuit.images) == circuit
    for statement in fixtures.statements(circuit.network, circuit.images):
        same = same and fixtures.own_witness(circuit, statement) == prover.signals(statement)
    print("the circuit is the key's" if same else "the key is of another circuit")
    return 0 if same else 1


def prove(options: argparse.Namespace) -> int:
    """Print the content and its proof."""
    prover = Groth16Prover.load(options.folder / "proving.key")
    network = prover.network
    content = network.answer(options.prompt)
    proof = prover.prove(Statement(options.chain, options.collection, network.commitment, options.prompt, content))
    print(json.dumps({"content": content, "proof": f"0x{proof.hex()}"}))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The committed key and proofs of the digits network, one image each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lazai_py._types import to_address
from lazai_py.proofs import Circuit, Groth16Prover, Statement

CIRCUITS = Path(__file__).resolve().parents[2] / "circuits"
FOLDER = CIRCUITS / "digits" / "one"


@dataclass(frozen=True)
class Fixture:
    """A statement with its signal and a proof."""

    statement: Statement
    signal: int
    proof: bytes


@cache
def prover() -> Groth16Prover:
    """The prover with the committed key."""
    return Groth16Prover.load(FOLDER / "proving.key")


@cache
def edges() -> Circuit:
    """The circuit, without a key, of a small network of extremes: the largest biases, no shift, ties, two images."""
    return Circuit.from_bytes((CIRCUITS / "edges" / "circuit").read_bytes())


@cache
def fixtures() -> tuple[Fixture, ...]:
    """The committed proofs; the last one was made by another program."""
    written = json.loads((FOLDER / "proofs.json").read_text())
    return tuple(
        Fixture(
            Statement(
                each["chainId"],
                to_address(each["collection"]),
                prover().network.commitment,
                each["prompt"],
                each["content"],
            ),
            int(each["signal"]),
            bytes.fromhex(each["proof"][2:]),
        )
        for each in written
    )

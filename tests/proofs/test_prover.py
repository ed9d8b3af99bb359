"""Proofs made in Python alone: what they are of, and what is refused before any work is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lazai_py._contract.bindings.proof_verifier import ProofVerifier
from lazai_py._errors import InvalidPrompt, InvalidProvingKey, NotProvable
from lazai_py.proofs import Groth16Prover, ProvingKey, Statement, VerifyingKey, public_signal
from lazai_py.proofs.points import words
from tests.proofs.fixtures import FOLDER, Fixture, fixtures, prover
from tests.proofs.test_verifying import said

OWN = fixtures()[:-1]
STATEMENT = OWN[0].statement


def statement(images: list[list[int]]) -> Statement:
    """A true statement about some images."""
    network = prover().network
    prompt = network.prompt(images)
    return replace(STATEMENT, prompt=prompt, content=network.answer(prompt))


@pytest.mark.parametrize("fixture", OWN[:2])
def test_a_statement_has_one_proof_to_the_byte(fixture: Fixture) -> None:
    """Nothing is secret, so nothing is blinded, and the committed proofs come about again."""
    assert prover().prove(fixture.statement) == fixture.proof


def test_a_new_proof_holds_for_its_statement_only(verifier: ProofVerifier) -> None:
    """Inputs that no fixture has."""
    mine = statement([[(7 * i) % 128 for i in range(64)]])
    proof = prover().prove(mine)
    assert verifier.verify(said(mine), proof)
    assert not verifier.verify(said(STATEMENT), proof)


def test_a_witness_with_a_lie_gives_a_proof_that_nobody_accepts(verifier: ProofVerifier) -> None:
    """Another label in the public signal, and the proof that a forger gets for it."""
    network = prover().network
    forged = replace(STATEMENT, content="3")
    assert forged.content != STATEMENT.content
    signals = prover().signals(STATEMENT)
    signals[1] = verifier.public_signal(said(forged)).signal
    assert signals[1] != public_signal(network, STATEMENT)
    assert not verifier.verify(said(forged), prover().prove_signals(signals))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"content": "3"}, "answers '7', not '3'"),
        ({"content": ""}, "answers '7', not ''"),
        ({"commitment": bytes(32)}, "the key is for the model 26acb8ff"),
        ({"prompt": STATEMENT.prompt * 2}, "the key is for 1 images at once, not 2"),
    ],
)
def test_what_is_not_true_is_not_proved(changes: dict[str, object], reason: str) -> None:
    """The prover says why, instead of handing out a proof that fails."""
    with pytest.raises(NotProvable, match=reason):
        prover().prove(replace(STATEMENT, **changes))  # type: ignore[arg-type]


def test_what_is_no_prompt_is_not_proved() -> None:
    """By the network's own error."""
    with pytest.raises(InvalidPrompt):
        prover().prove(replace(STATEMENT, prompt="80" * 64))


def test_a_key_is_read_as_it_was_written(tmp_path: Path) -> None:
    """All of it, to the byte."""
    key = prover().key
    key.save(tmp_path / "again.key")
    assert (tmp_path / "again.key").read_bytes() == (FOLDER / "proving.key").read_bytes()
    assert ProvingKey.load(tmp_path / "again.key") == key
    assert VerifyingKey.from_json(key.verifying.to_json()) == key.verifying


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:-1], "cut off"),
        (lambda data: data + b"\0", "cut off"),
        (lambda data: b"x" + data[1:], "does not begin"),
        (lambda data: data[:100] + b"\0" * 9 + data[109:], "cannot be read"),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "not on its curve"),
        (lambda data: data[:-32] + b"\xff" * 32, "not reduced"),
    ],
)
def test_a_changed_key_is_refused(tmp_path: Path, change: Callable[[bytes], bytes], reason: str) -> None:
    """A file that was cut, renamed or tampered with."""
    (tmp_path / "changed.key").write_bytes(change((FOLDER / "proving.key").read_bytes()))
    with pytest.raises(InvalidProvingKey, match=reason):
        Groth16Prover.load(tmp_path / "changed.key")


def test_a_key_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the file's name."""
    with pytest.raises(InvalidProvingKey, match=r"missing\.key"):
        Groth16Prover.load(tmp_path / "missing.key")


def test_a_proof_is_eight_words() -> None:
    """A, B and C, as the precompiles take them."""
    assert len(prover().prove(STATEMENT)) == len(words(*range(8))) == 256

"""A proof holds for its statement, and for nothing else; whatever was touched is false, and never an error."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.sender import Sender
from lazai_py._contract import errors
from lazai_py._contract.bindings import proof_verifier as bindings
from lazai_py._contract.bindings.proof_verifier import ProofVerifier, VerifyingKey
from lazai_py.proofs import Statement
from lazai_py.proofs.curve import G1, PRIME
from lazai_py.proofs.field import ORDER
from lazai_py.proofs.points import words
from tests.proofs.conftest import Deploy, circuit, verifying_key
from tests.proofs.fixtures import Fixture, fixtures, prover

LOCAL = [each for each in fixtures() if each.statement.chain_id == 31337]
FOREIGN = [each for each in fixtures() if each.statement.chain_id != 31337]
NAMES = [field.name for field in fields(VerifyingKey)]


def said(statement: Statement) -> bindings.Statement:
    """A statement as the contract takes it."""
    return bindings.Statement(
        statement.commitment, statement.collection, statement.prompt.encode(), statement.content.encode()
    )


def holds(verifier: ProofVerifier, fixture: Fixture, **changes: Any) -> bool:
    """Whether a proof is accepted for a statement of which something was changed."""
    return verifier.verify(replace(said(fixture.statement), **changes), fixture.proof)


def flipped(data: bytes, place: int, mask: int) -> bytes:
    """Bytes of which one was changed."""
    return data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :]


@pytest.mark.parametrize("fixture", LOCAL)
def test_a_committed_proof_holds(verifier: ProofVerifier, fixture: Fixture) -> None:
    """Four proofs: of this package's prover, and one that snarkjs made and blinded."""
    assert verifier.public_signal(said(fixture.statement)) == (True, fixture.signal)
    assert holds(verifier, fixture)


def test_a_proof_for_another_chain_is_false_here(verifier: ProofVerifier) -> None:
    """The chain is part of the statement, though nobody says it to the verifier."""
    (fixture,) = FOREIGN
    signal = verifier.public_signal(said(fixture.statement)).signal
    assert signal != fixture.signal
    assert not holds(verifier, fixture)


def test_a_proof_for_another_chain_holds_there() -> None:
    """The same verifier on that chain accepts it, and refuses those of this one."""
    account = dev_accounts(1)[0]
    sender = Sender(RevmEngine(chain_id=1, accounts=[account.address]), account)
    created = sender.send(Call(None, ProofVerifier.creation(circuit(), verifying_key()))).contract_address
    assert created is not None
    there = ProofVerifier(sender.engine, created)
    assert [holds(there, each) for each in fixtures()] == [each.statement.chain_id == 1 for each in fixtures()]


@pytest.mark.parametrize("mask", [0x01, 0x80])
def test_a_proof_with_any_byte_changed_is_false(verifier: ProofVerifier, mask: int) -> None:
    """Each of its 256 bytes, by its lowest and by its highest bit."""
    fixture = LOCAL[0]
    statement = said(fixture.statement)
    changed = (flipped(fixture.proof, place, mask) for place in range(len(fixture.proof)))
    assert not any(verifier.verify(statement, proof) for proof in changed)


def test_a_prompt_with_any_character_changed_is_false(verifier: ProofVerifier) -> None:
    """Another digit at each of its 128 places, and characters that are none."""
    fixture = LOCAL[0]
    prompt = fixture.statement.prompt.encode()
    changed = [flipped(prompt, place, mask) for place in range(len(prompt)) for mask in (0x01, 0x20, 0x80)]
    assert not any(holds(verifier, fixture, prompt=each) for each in changed)


def test_any_other_content_is_false(verifier: ProofVerifier) -> None:
    """Every other label, every other character, none, and one more."""
    fixture = LOCAL[0]
    contents = [bytes([code]) for code in range(256)] + [b"", fixture.statement.content.encode() * 2]
    accepted = [content for content in contents if holds(verifier, fixture, content=content)]
    assert accepted == [fixture.statement.content.encode()]


def test_a_commitment_or_collection_with_any_byte_changed_is_false(verifier: ProofVerifier) -> None:
    """32 bytes of the one and 20 of the other."""
    fixture = LOCAL[0]
    commitment, collection = fixture.statement.commitment, bytes.fromhex(fixture.statement.collection[2:])
    for place in range(32):
        assert not holds(verifier, fixture, commitment=flipped(commitment, place, 1))
    for place in range(20):
        assert not holds(verifier, fixture, collection="0x" + flipped(collection, place, 1).hex())


@pytest.mark.parametrize("name", NAMES)
def test_a_key_with_any_byte_changed_accepts_nothing(deploy: Deploy, name: str) -> None:
    """Such points are off their curves: no verifier is created with them."""
    point = getattr(verifying_key(), name)
    whole = words(*point)
    for place in range(len(whole)):
        tampered = flipped(whole, place, 1)
        changed = tuple(int.from_bytes(tampered[at : at + 32], "big") for at in range(0, len(whole), 32))
        with pytest.raises(errors.InvalidVerifyingKey) as refused:
            deploy(key=replace(verifying_key(), **{name: changed}))
        assert refused.value.point == NAMES.index(name)


@pytest.mark.parametrize("name", ["alpha", "constant", "signal"])
def test_a_key_with_another_point_of_the_curve_accepts_nothing(deploy: Deploy, name: str) -> None:
    """The generator in the place of a point of the first group."""
    verifier = deploy(key=replace(verifying_key(), **{name: (1, 2)}))
    assert not any(holds(verifier, each) for each in LOCAL)


@pytest.mark.parametrize(("name", "other"), [("beta", "gamma"), ("gamma", "delta"), ("delta", "beta")])
def test_a_key_with_another_point_of_the_twist_accepts_nothing(deploy: Deploy, name: str, other: str) -> None:
    """A point of the key itself, in another place."""
    verifier = deploy(key=replace(verifying_key(), **{name: getattr(verifying_key(), other)}))
    assert not any(holds(verifier, each) for each in LOCAL)


@pytest.mark.parametrize("name", NAMES)
def test_a_key_with_a_point_at_infinity_is_refused(deploy: Deploy, name: str) -> None:
    """Without gamma the signal would not count; without delta anything could be proved."""
    nothing = (0,) * len(getattr(verifying_key(), name))
    with pytest.raises(errors.InvalidVerifyingKey):
        deploy(key=replace(verifying_key(), **{name: nothing}))


@pytest.mark.parametrize("word", range(8))
def test_a_coordinate_that_is_not_reduced_is_false(verifier: ProofVerifier, word: int) -> None:
    """The same point written another way: there is one encoding of each."""
    fixture = LOCAL[0]
    numbers = [int.from_bytes(fixture.proof[at : at + 32], "big") for at in range(0, 256, 32)]
    numbers[word] += PRIME
    assert not verifier.verify(said(fixture.statement), words(*numbers))


@pytest.mark.parametrize(("start", "end"), [(0, 64), (64, 192), (192, 256), (0, 192), (0, 256)])
def test_points_at_infinity_are_false(verifier: ProofVerifier, start: int, end: int) -> None:
    """One, two or all three of a proof."""
    fixture = LOCAL[0]
    proof = fixture.proof[:start] + bytes(end - start) + fixture.proof[end:]
    assert not verifier.verify(said(fixture.statement), proof)


def test_points_in_other_places_are_false(verifier: ProofVerifier) -> None:
    """A and C swapped, real and imaginary parts swapped, and C in the place of A."""
    fixture = LOCAL[0]
    a, b, c = fixture.proof[:64], fixture.proof[64:192], fixture.proof[192:]
    turned = b[32:64] + b[:32] + b[96:] + b[64:96]
    for proof in (c + b + a, a + turned + c, c + b + c, b[:64] + a + b[64:] + c):
        assert not verifier.verify(said(fixture.statement), proof)


def test_a_proof_of_another_length_is_false(verifier: ProofVerifier) -> None:
    """None, one byte less, one byte more, and the proof twice."""
    fixture = LOCAL[0]
    for proof in (b"", fixture.proof[:-1], fixture.proof + b"\0", fixture.proof * 2):
        assert not verifier.verify(said(fixture.statement), proof)


def test_a_proof_for_one_statement_is_false_for_every_other(verifier: ProofVerifier) -> None:
    """Statements of one model and chain, crosswise."""
    for mine in LOCAL:
        for other in LOCAL:
            accepted = verifier.verify(said(other.statement), mine.proof)
            assert accepted == (mine.statement == other.statement)


def test_a_proof_is_not_unique(verifier: ProofVerifier) -> None:
    """A and B negated are a proof of the same: nothing may be keyed by the bytes of a proof."""
    fixture = LOCAL[0]
    numbers = [int.from_bytes(fixture.proof[at : at + 32], "big") for at in range(0, 256, 32)]
    for word in (1, 4, 5):
        numbers[word] = PRIME - numbers[word]
    assert words(*numbers) != fixture.proof
    assert verifier.verify(said(fixture.statement), words(*numbers))


def test_the_verifier_says_what_it_was_created_with(verifier: ProofVerifier) -> None:
    """Whoever registers a model can compare key and circuit."""
    assert verifier.circuit() == circuit()
    assert verifier.verifying_key() == verifying_key()


@pytest.mark.parametrize(
    "changes", [{"inputs": 0}, {"outputs": 0}, {"images": 0}, {"outputs": 257}, {"outputs": 65_535}]
)
def test_a_circuit_of_nothing_is_refused(deploy: Deploy, changes: dict[str, Any]) -> None:
    """A verifier without inputs, outputs or images would say nothing; a label has a place of 8 bits."""
    with pytest.raises(errors.InvalidCircuit):
        deploy(what=replace(circuit(), **changes))


def test_a_signal_is_less_than_the_field() -> None:
    """So no two signals are one for the circuit."""
    assert all(each.signal < ORDER for each in fixtures())


def test_a_key_of_one_ceremony_refuses_the_proofs_of_another(deploy: Deploy) -> None:
    """The same circuit with another delta: what a second ceremony would give."""
    doubled = G1.sum([(prover().key.verifying.alpha, 2)])
    assert doubled is not None
    verifier = deploy(key=replace(verifying_key(), alpha=doubled))
    assert not any(holds(verifier, each) for each in LOCAL)

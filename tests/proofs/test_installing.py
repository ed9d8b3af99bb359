"""The verifier of a key comes to one address on every chain, with its model registered under it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lazai_py import LazAI
from lazai_py._contract.bindings.proof_verifier import ProofVerifier
from lazai_py._types import Address
from lazai_py.errors import InvalidVerifyingKey
from lazai_py.models import Way
from lazai_py.proofs import ProvingKey, Statement, install, verifier_of
from tests.proofs.conftest import circuit, verifying_key
from tests.proofs.fixtures import fixtures, prover


@pytest.fixture(scope="module")
def key() -> ProvingKey:
    """The committed key."""
    return prover().key


def test_a_verifier_is_installed_once_where_circuit_and_key_say(lz: LazAI, alice: LazAI, key: ProvingKey) -> None:
    """Whoever does it: the second finds it there."""
    address = verifier_of(key)
    assert not lz.engine.code(address)
    assert install(alice.sender, key) == address
    blocks = lz.engine.block().number
    assert install(lz.sender, key) == address
    assert lz.engine.block().number == blocks
    there = ProofVerifier(lz.engine, address)
    there.check_deployed()
    assert (there.circuit(), there.verifying_key()) == (circuit(), verifying_key())


def test_another_key_or_number_of_images_has_another_address(key: ProvingKey) -> None:
    """The address commits to both."""
    others = (
        replace(key, circuit=replace(key.circuit, images=2)),
        replace(key, verifying=replace(key.verifying, alpha=(1, 2))),
    )
    assert len({verifier_of(each) for each in (key, *others)}) == 3


def test_a_key_that_is_none_is_refused_by_name(lz: LazAI, key: ProvingKey) -> None:
    """Before anything is sent."""
    broken = replace(key, verifying=replace(key.verifying, delta=(0, 0, 0, 0)))
    with pytest.raises(InvalidVerifyingKey) as refused:
        install(lz.sender, broken)
    assert refused.value.point == 3


def test_the_works_of_a_registered_model_are_verified_by_proof(lz: LazAI, key: ProvingKey) -> None:
    """From the network to a yes, and a no for another content: both engines have the precompiles."""
    network = key.network
    digits = lz.dat.create_class({"name": "digits"})
    model = lz.models.register(network, cls=digits, revenue=lz.address, verifiers={Way.PROOF: install(lz.sender, key)})
    prompt = network.prompt([[5] * network.sizes[0]])
    answer = network.answer(prompt)
    collection = fixtures()[0].statement.collection
    proof = prover().prove(Statement(lz.chain_id, collection, network.commitment, prompt, answer))

    def holds(content: str, where: Address) -> bool:
        return lz.models.verify(model, prompt, content, way=Way.PROOF, proof=proof, collection=where)

    assert holds(answer, collection)
    assert not holds("f", collection)
    assert not holds(answer, lz.address)

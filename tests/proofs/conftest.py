"""A verifier with the committed key, in process: tampering with every byte takes thousands of calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.sender import Sender
from lazai_py._contract.bindings.proof_verifier import Circuit, ProofVerifier, VerifyingKey
from lazai_py._contract.decode import decode_error
from lazai_py.testing import alice, local_chain, lz
from tests.proofs.fixtures import prover

__all__ = ["alice", "local_chain", "lz"]

Deploy = Callable[..., ProofVerifier]


def circuit() -> Circuit:
    """The circuit of the committed key."""
    network = prover().network
    return Circuit(network.commitment, network.sizes[0], network.sizes[-1], prover().key.circuit.images)


def verifying_key() -> VerifyingKey:
    """The committed key."""
    key = prover().key.verifying
    return VerifyingKey(key.alpha, key.beta, key.gamma, key.delta, key.constant, key.signal)


@pytest.fixture(scope="session")
def deploy() -> Deploy:
    """Creates verifiers."""
    account = dev_accounts(1)[0]
    sender = Sender(RevmEngine(accounts=[account.address]), account, decode=decode_error)

    def create(what: Circuit | None = None, key: VerifyingKey | None = None) -> ProofVerifier:
        code = ProofVerifier.creation(what or circuit(), key or verifying_key())
        address = sender.send(Call(None, code)).contract_address
        assert address is not None
        return ProofVerifier(sender.engine, address)

    return create


@pytest.fixture(scope="session")
def verifier(deploy: Deploy) -> ProofVerifier:
    """The verifier of the committed key."""
    return deploy()

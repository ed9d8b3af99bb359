"""The contract of a key: where it is, and how it comes there."""

from __future__ import annotations

from lazai_py import _create2
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings import proof_verifier as bindings
from lazai_py._contract.decode import decode_error
from lazai_py._contract.intent import Sender
from lazai_py._errors import ContractError
from lazai_py._types import Address
from lazai_py.proofs.key import ProvingKey


def creation(key: ProvingKey) -> bytes:
    """Return the code that creates the verifier of a key."""
    network, points = key.network, key.verifying
    circuit = bindings.Circuit(network.commitment, network.sizes[0], network.sizes[-1], key.circuit.images)
    parts = (points.alpha, points.beta, points.gamma, points.delta, points.constant, points.signal)
    return bindings.ProofVerifier.creation(circuit, bindings.VerifyingKey(*parts))


def verifier_of(key: ProvingKey) -> Address:
    """Return where the verifier of a key is, on every chain where it was installed: circuit and key decide it."""
    return _create2.address_of(creation(key))


def install(sender: Sender, key: ProvingKey) -> Address:
    """Put the verifier of a key on the chain, and return where it is. What is there already is left alone.

    Raises:
        InvalidVerifyingKey: a point of the key is none of its group.
        NotDeployed: the chain lacks the deterministic deployer, and is not a local one.
    """
    engine, code, address = sender.engine, creation(key), verifier_of(key)
    if not engine.code(address):
        # The deployer would keep for itself why a creation failed.
        try:
            engine.estimate_gas(Call(None, code, sender=sender.address))
        except ContractError as error:
            raise decode_error(error.data) from None
        if not _create2.check(engine):
            _create2.place(sender)
        sender.send(_create2.creating(code, sender.address))
    return address

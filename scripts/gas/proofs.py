"""Validity proofs: the transaction that has one verified, for the committed proof of one image."""

from __future__ import annotations

import json
from pathlib import Path

from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract import codec
from lazai_py._contract.abi import Parameter
from lazai_py._contract.bindings.proof_verifier import ProofVerifier, Statement
from lazai_py._types import keccak, to_address
from lazai_py.proofs import ProvingKey, creation
from scripts.gas.meter import Meter

FOLDER = Path(__file__).parents[2] / "circuits" / "digits" / "one"
_VERIFY = keccak(b"verify((bytes32,address,bytes,bytes),bytes)")[:4]
_GAS = 1_000_000


def measure(m: Meter) -> None:
    """A view is no operation of its own: it is sent as a transaction, to know what it costs whole."""
    key = ProvingKey.load(FOLDER / "proving.key")
    sender = Sender(m.engine, m.accounts[0])
    created = sender.send(Call(None, creation(key)))
    m.gas["create the verifier of a key"] = created.gas_used
    verifier = ProofVerifier(m.engine, to_address(created.contract_address))
    given = json.loads((FOLDER / "proofs.json").read_text())[0]
    statement = Statement(
        key.network.commitment, to_address(given["collection"]), given["prompt"].encode(), given["content"].encode()
    )
    proof = bytes.fromhex(given["proof"][2:])
    if not verifier.verify(statement, proof):
        raise ValueError("the committed proof does not hold")
    arguments = codec.encode((Parameter("statement", Statement), Parameter("proof", "bytes")), (statement, proof))
    # An estimate would find the gas with which it can still say no.
    verify = Call(verifier.address, _VERIFY + arguments, gas=_GAS)
    m.gas["verify a validity proof"] = sender.send(verify).gas_used

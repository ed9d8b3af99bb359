"""Proofs that are committed, so that tests need neither node nor a ceremony."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lazai_py._types import to_address
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Circuit, Groth16Prover, ProvingKey, Statement, public_signal
from lazai_py.proofs.points import words
from scripts.circuits.ceremony import NAME, folder_of
from scripts.circuits.tools import snarkjs, witness

COLLECTION = to_address("0x" + "a19c" * 10)
_OTHER = to_address("0x" + "b07b" * 10)
_LOCAL, _MAINNET = 31337, 1
_STEP = 37


def statements(network: IntegerNetwork, images: int) -> Iterator[Statement]:
    """Yield what is proved: drawn inputs, both extremes, two chains, two collections."""
    size = network.sizes[0]
    drawn = [[(i * i * _STEP + 11 * place) % 17 for i in range(size)] for place in range(images)]
    for chain, collection, asked in (
        (_LOCAL, COLLECTION, drawn),
        (_LOCAL, COLLECTION, [[127] * size] * images),
        (_LOCAL, _OTHER, [[0] * size] * images),
        (_MAINNET, COLLECTION, drawn),
    ):
        prompt = network.prompt(asked)
        yield Statement(chain, collection, network.commitment, prompt, network.answer(prompt))


def write(key: ProvingKey, file: Path) -> None:
    """Write proofs of the package's prover, and one of snarkjs, which blinds it."""
    prover = Groth16Prover(key)
    wanted = list(statements(key.network, key.circuit.images))
    proofs = [prover.prove(each) for each in wanted]
    entries = [_entry(key.network, each, proof) for each, proof in zip(wanted, proofs, strict=True)]
    entries.append(_entry(key.network, wanted[0], foreign(key, wanted[0])))
    file.write_text(json.dumps(entries, indent=1) + "\n")


def foreign(key: ProvingKey, statement: Statement) -> bytes:
    """Return a proof that snarkjs makes of the same statement, with the key that is in the cache."""
    folder = folder_of(key.network, key.circuit.images)
    own_witness(key.circuit, statement)
    snarkjs(folder, "groth16", "prove", "key.zkey", "witness.wtns", "proof.json", "public.json")
    snarkjs(folder, "groth16", "verify", "verifying.json", "public.json", "proof.json")
    return _words(json.loads((folder / "proof.json").read_text()))


def own_witness(circuit: Circuit, statement: Statement) -> list[int]:
    """Return the witness that the compiled circuit computes by itself."""
    images = circuit.network.images(statement.prompt)
    folder = folder_of(circuit.network, circuit.images)
    return witness(folder, NAME, {"binding": str(statement.binding), "image": images})


def _entry(network: IntegerNetwork, statement: Statement, proof: bytes) -> Mapping[str, Any]:
    return {
        "chainId": statement.chain_id,
        "collection": statement.collection,
        "prompt": statement.prompt,
        "content": statement.content,
        "signal": str(public_signal(network, statement)),
        "proof": f"0x{proof.hex()}",
    }


def _words(proof: Mapping[str, Sequence[Any]]) -> bytes:
    """A proof as snarkjs writes it, in the order of the precompiles."""
    (a, b, c) = (proof[name] for name in ("pi_a", "pi_b", "pi_c"))
    return words(*(int(each) for each in (a[0], a[1], b[0][1], b[0][0], b[1][1], b[1][0], c[0], c[1])))

"""Validity proofs that an integer network gave an answer: `docs/proofs.md` says what they show and what they rest on.

The circuit is in `circuits/`, the verifier is `ProofVerifier.sol`; this package makes the proofs.
"""

from __future__ import annotations

from lazai_py.proofs.circuit import Circuit
from lazai_py.proofs.key import ProvingKey, VerifyingKey
from lazai_py.proofs.prover import Groth16Prover
from lazai_py.proofs.statement import Statement, public_signal
from lazai_py.proofs.verifier import creation, install, verifier_of
from lazai_py.proofs.witness import Witness

__all__ = [
    "Circuit",
    "Groth16Prover",
    "ProvingKey",
    "Statement",
    "VerifyingKey",
    "Witness",
    "creation",
    "install",
    "public_signal",
    "verifier_of",
]

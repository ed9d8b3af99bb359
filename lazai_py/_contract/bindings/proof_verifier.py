"""ProofVerifier, typed.

Generated from `contracts/verification/ProofVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Circuit(Struct):
    """The struct `Circuit`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "uint32", "uint16", "uint8")

    commitment: bytes
    inputs: int
    outputs: int
    images: int


@dataclass(frozen=True, slots=True)
class VerifyingKey(Struct):
    """The struct `VerifyingKey`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "uint256[2]",
        "uint256[4]",
        "uint256[4]",
        "uint256[4]",
        "uint256[2]",
        "uint256[2]",
    )

    alpha: tuple[int, ...]
    beta: tuple[int, ...]
    gamma: tuple[int, ...]
    delta: tuple[int, ...]
    constant: tuple[int, ...]
    signal: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement(Struct):
    """The struct `Statement`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "address", "bytes", "bytes")

    commitment: bytes
    collection: Address
    prompt: bytes
    content: bytes


class PublicSignalResult(NamedTuple):
    """What `publicSignal` returns.

    Attributes:
        well_formed: whether prompt and content are the text of this circuit's images and labels, and
            nothing else.
    """

    well_formed: bool
    signal: int


_CIRCUIT: Function[Circuit] = Function("circuit", bytes.fromhex("1dfe0324"), outputs=(Parameter("what", Circuit),))
_PUBLIC_SIGNAL: Function[PublicSignalResult] = Function(
    "publicSignal",
    bytes.fromhex("5e236b93"),
    inputs=(Parameter("statement", Statement),),
    outputs=(Parameter("wellFormed", "bool"), Parameter("signal", "uint256")),
    result=PublicSignalResult,
)
_VERIFY: Function[bool] = Function(
    "verify",
    bytes.fromhex("a7e08be8"),
    inputs=(Parameter("statement", Statement), Parameter("proof", "bytes")),
    outputs=(Parameter("valid", "bool"),),
)
_VERIFYING_KEY: Function[VerifyingKey] = Function(
    "verifyingKey", bytes.fromhex("7950c5f8"), outputs=(Parameter("key", VerifyingKey),)
)


class ProofVerifier(Contract):
    """Proof verifier: one circuit, one key, and nobody who could change either."""

    NAME = "ProofVerifier"
    EVENTS = ()
    CONSTRUCTOR = (Parameter("what", Circuit), Parameter("key", VerifyingKey))

    @classmethod
    def creation(cls, what: Circuit, key: VerifyingKey) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(what, key)

    def circuit(self) -> Circuit:
        """The circuit that proofs are about."""
        return self._view(_CIRCUIT)

    def public_signal(self, statement: Statement) -> PublicSignalResult:
        """The one public signal of a statement: a hash of all of it, as the circuit computes it too."""
        return self._view(_PUBLIC_SIGNAL, statement)

    def verify(self, statement: Statement, proof: bytes) -> bool:
        """Whether the statement is known to be true now, on this chain.

        Parameters:
            proof: what the way of verifying needs besides; empty where it needs nothing. It must not be
                usable for any other chain, collection, model, prompt or content.
        """
        return self._view(_VERIFY, statement, proof)

    def verifying_key(self) -> VerifyingKey:
        """The key that decides, as it was handed over."""
        return self._view(_VERIFYING_KEY)

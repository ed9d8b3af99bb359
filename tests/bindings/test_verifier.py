"""TestVerifier, typed.

Generated from `contracts/mocks/TestVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from lazai_py._contract.abi import Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Statement(Struct):
    """The struct `Statement`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "address", "bytes", "bytes")

    commitment: bytes
    collection: Address
    prompt: bytes
    content: bytes


_PROVE: Function[None] = Function(
    "prove", bytes.fromhex("66941f0c"), inputs=(Parameter("statement", "bytes32"), Parameter("proof", "bytes"))
)
_SET_STATUS: Function[None] = Function(
    "setStatus", bytes.fromhex("934c4db2"), inputs=(Parameter("statement", "bytes32"), Parameter("status", "uint256"))
)
_STATUS_OF: Function[int] = Function(
    "statusOf",
    bytes.fromhex("c7df14e2"),
    inputs=(Parameter("statement", "bytes32"),),
    outputs=(Parameter("status", "uint256"),),
)
_VERIFY: Function[bool] = Function(
    "verify",
    bytes.fromhex("a7e08be8"),
    inputs=(Parameter("statement", Statement), Parameter("proof", "bytes")),
    outputs=(Parameter("valid", "bool"),),
)


class TestVerifier(Contract):
    """A verifier that knows what it is told, for tests."""

    NAME = "TestVerifier"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def prove(self, statement: bytes, proof: bytes) -> Intent[Sent]:
        """Lets a proof be one of a statement."""
        return self._intent(_PROVE, statement, proof)

    def set_status(self, statement: bytes, status: int) -> Intent[Sent]:
        """Sets what is said of bonded results of a statement; 3 is final."""
        return self._intent(_SET_STATUS, statement, status)

    def status_of(self, statement: bytes) -> int:
        """What is said of bonded results of a statement, by its hash."""
        return self._view(_STATUS_OF, statement)

    def verify(self, statement: Statement, proof: bytes) -> bool:
        """Whether the statement is known to be true now, on this chain.

        Parameters:
            proof: what the way of verifying needs besides; empty where it needs nothing. It must not be
                usable for any other chain, collection, model, prompt or content.
        """
        return self._view(_VERIFY, statement, proof)

"""StrangeVerifier, typed.

Generated from `contracts/mocks/StrangeVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from pathlib import Path

from lazai_py._contract.abi import Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent

_SET: Function[None] = Function(
    "set",
    bytes.fromhex("4046eb05"),
    inputs=(Parameter("mode", "uint8"), Parameter("word", "bytes32"), Parameter("length", "uint256")),
)


class StrangeVerifier(Contract):
    """A verifier that answers whatever it is told to, or does not answer, for tests."""

    NAME = "StrangeVerifier"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def set(self, mode: int, word: bytes, length: int) -> Intent[Sent]:
        """Makes it answer, or revert with, `length` bytes that begin with `word`."""
        return self._intent(_SET, mode, word, length)

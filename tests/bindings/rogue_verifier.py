"""RogueVerifier, typed.

Generated from `contracts/mocks/RogueVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from pathlib import Path

from lazai_py._contract.abi import Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent

_MOOD: Function[int] = Function("mood", bytes.fromhex("70ffe53d"), outputs=(Parameter("", "uint8"),))
_SET_MOOD: Function[None] = Function("setMood", bytes.fromhex("0c8d6d51"), inputs=(Parameter("mood_", "uint8"),))


class RogueVerifier(Contract):
    """A verifier that answers whatever it is asked with anything but a clean yes, for tests."""

    NAME = "RogueVerifier"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def mood(self) -> int:
        """What it does now."""
        return self._view(_MOOD)

    def set_mood(self, mood: int) -> Intent[Sent]:
        """Changes what it does."""
        return self._intent(_SET_MOOD, mood)

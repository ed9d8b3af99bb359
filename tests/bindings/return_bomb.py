"""ReturnBomb, typed.

Generated from `contracts/mocks/ReturnBomb.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from pathlib import Path

from lazai_py._contract.abi import Function, Parameter
from lazai_py._contract.contract import Contract

_REFUSES: Function[bool] = Function("REFUSES", bytes.fromhex("f5fe63d5"), outputs=(Parameter("", "bool"),))


class ReturnBomb(Contract):
    """A receiver of coins that answers with a megabyte, so that whoever copies it pays for it, for tests."""

    NAME = "ReturnBomb"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False
    CONSTRUCTOR = (Parameter("refuses", "bool"),)

    @classmethod
    def creation(cls, refuses: bool) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(refuses)

    def refuses(self) -> bool:
        """Whether it refuses the coins."""
        return self._view(_REFUSES)

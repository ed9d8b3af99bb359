"""Squatter, typed.

Generated from `contracts/mocks/Squatter.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from pathlib import Path

from lazai_py._contract.abi import AddressLike, Parameter
from lazai_py._contract.contract import Contract


class Squatter(Contract):
    """A contract that sends its coins where they are not wanted, for tests."""

    NAME = "Squatter"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False
    CONSTRUCTOR = (Parameter("target", "address"),)

    @classmethod
    def creation(cls, target: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(target)

"""Flasher, typed.

Generated from `contracts/mocks/Flasher.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from lazai_py._contract.abi import Array, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Step(Struct):
    """The struct `Step`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "bytes")

    target: Address
    data: bytes


_RUN: Function[None] = Function("run", bytes.fromhex("9b56388e"), inputs=(Parameter("steps", Array(Step, "[]")),))


class Flasher(Contract):
    """A contract that makes several calls in one transaction and fails when one of them does, for tests."""

    NAME = "Flasher"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def run(self, steps: Sequence[Step], *, pay: Wei) -> Intent[Sent]:
        """Makes calls one after another.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_RUN, steps, pay=pay)

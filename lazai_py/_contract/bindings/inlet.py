"""Inlet, typed.

Generated from `contracts/markets/router/Inlet.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address

_CLASS_ID: Function[int] = Function("CLASS_ID", bytes.fromhex("b13aea9d"), outputs=(Parameter("", "uint256"),))
_ROUTER: Function[Address] = Function("ROUTER", bytes.fromhex("32fe7b26"), outputs=(Parameter("", "address"),))
_FLUSH: Function[int] = Function(
    "flush",
    bytes.fromhex("79c76e1a"),
    inputs=(Parameter("asset", "address"),),
    outputs=(Parameter("received", "uint256"),),
)


class Inlet(Contract):
    """Inlet: an address that takes money for one class by plain transfers."""

    NAME = "Inlet"
    EVENTS = ()
    CONSTRUCTOR = (Parameter("classId", "uint256"),)

    @classmethod
    def creation(cls, class_id: int) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(class_id)

    def class_id(self) -> int:
        """The class that it takes money for."""
        return self._view(_CLASS_ID)

    def router(self) -> Address:
        """The router that put it in place, and that it pays through."""
        return self._view(_ROUTER)

    def flush(self, asset: AddressLike) -> Intent[Sent]:
        """Pays all that lies here in an asset to the class, by the terms in force.

        Anyone may.

        A plan's result:
            received: what arrived and was split; 0 when there is nothing.
        """
        return self._intent(_FLUSH, asset)

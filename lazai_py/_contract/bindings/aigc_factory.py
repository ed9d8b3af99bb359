"""AigcFactory, typed.

Generated from `contracts/assets/aigc/AigcFactory.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Terms(Struct):
    """The struct `Terms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "string",
        "string",
        "string",
        "string",
        "address",
        "uint256",
        "uint256",
        "uint256",
    )

    name: str
    symbol: str
    description: str
    aigc_type: str
    creator: Address
    mint_fee: int
    creator_bps: int
    royalty_bps: int


@dataclass(frozen=True, slots=True)
class CollectionCreated(Event):
    """A collection exists from now on.

    Solidity: `CollectionCreated(address,address,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("82630e8a0c8ab119858e609573cc0ffe1b678d8ea391c78854fc0db0364554bb")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("collection", "address", indexed=True),
        Parameter("registry", "address", indexed=True),
        Parameter("modelId", "uint256", indexed=True),
        Parameter("creator", "address"),
    )

    collection: Address
    registry: Address
    model_id: int
    creator: Address


_ADDRESS_OF: Function[Address] = Function(
    "addressOf",
    bytes.fromhex("f9b4deb5"),
    inputs=(Parameter("registry", "address"), Parameter("modelId", "uint256"), Parameter("terms", Terms)),
    outputs=(Parameter("collection", "address"),),
)
_CREATE: Function[Address] = Function(
    "create",
    bytes.fromhex("f18a5efd"),
    inputs=(Parameter("registry", "address"), Parameter("modelId", "uint256"), Parameter("terms", Terms)),
    outputs=(Parameter("collection", "address"),),
)
_IS_COLLECTION: Function[bool] = Function(
    "isCollection",
    bytes.fromhex("5fa15ebb"),
    inputs=(Parameter("collection", "address"),),
    outputs=(Parameter("made", "bool"),),
)


class AigcFactory(Contract):
    """Factory of collections: each has its address by what it is made of."""

    NAME = "AigcFactory"
    EVENTS = (CollectionCreated,)

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def address_of(self, registry: AddressLike, model_id: int, terms: Terms) -> Address:
        """Where such a collection is, or would be."""
        return self._view(_ADDRESS_OF, registry, model_id, terms)

    def create(self, registry: AddressLike, model_id: int, terms: Terms) -> Intent[Sent]:
        """Makes a collection of a model's works, or finds the one that is there.

        Anyone may, for anyone: it gives no rights.
        """
        return self._intent(_CREATE, registry, model_id, terms)

    def is_collection(self, collection: AddressLike) -> bool:
        """Whether this factory made it: its code is that of `AigcToken`."""
        return self._view(_IS_COLLECTION, collection)

"""ModelRegistry, typed.

Generated from `contracts/verification/ModelRegistry.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Model(Struct):
    """The struct `Model`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "uint256", "uint256", "address", "address", "string", "address[3]")

    commitment: bytes
    previous: int
    class_id: int
    rev_share: Address
    revenue: Address
    uri: str
    verifiers: tuple[Address, ...]


class TermsOfResult(NamedTuple):
    """What `termsOf` returns."""

    commitment: bytes
    revenue: Address
    verifier: Address


@dataclass(frozen=True, slots=True)
class ModelRegistered(Event):
    """A version of a model exists from now on.

    Solidity: `ModelRegistered(uint256,bytes32,address,(bytes32,uint256,uint256,address,address,string,address[3]))`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("681ca2368a47cfce14fedf23bcd8fe1fdc6de89dee80a56558c7d647f0cf3d67")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("modelId", "uint256", indexed=True),
        Parameter("commitment", "bytes32", indexed=True),
        Parameter("owner", "address", indexed=True),
        Parameter("model", Model),
    )

    model_id: int
    commitment: bytes
    owner: Address
    model: Model


_MODEL_COUNT: Function[int] = Function(
    "modelCount", bytes.fromhex("c6a645fe"), outputs=(Parameter("count", "uint256"),)
)
_MODEL_OF: Function[Model] = Function(
    "modelOf",
    bytes.fromhex("57759fc6"),
    inputs=(Parameter("modelId", "uint256"),),
    outputs=(Parameter("model", Model),),
)
_OWNER_OF: Function[Address] = Function(
    "ownerOf",
    bytes.fromhex("6352211e"),
    inputs=(Parameter("modelId", "uint256"),),
    outputs=(Parameter("owner", "address"),),
)
_REGISTER: Function[int] = Function(
    "register",
    bytes.fromhex("bbd1956d"),
    inputs=(Parameter("model", Model),),
    outputs=(Parameter("modelId", "uint256"),),
)
_SUCCESSOR_OF: Function[int] = Function(
    "successorOf",
    bytes.fromhex("8571428c"),
    inputs=(Parameter("modelId", "uint256"),),
    outputs=(Parameter("successor", "uint256"),),
)
_TERMS_OF: Function[TermsOfResult] = Function(
    "termsOf",
    bytes.fromhex("fb3aa4d4"),
    inputs=(Parameter("modelId", "uint256"), Parameter("way", "uint8")),
    outputs=(Parameter("commitment", "bytes32"), Parameter("revenue", "address"), Parameter("verifier", "address")),
    result=TermsOfResult,
)


class ModelRegistry(Contract):
    """Model registry: versions of models, which never change."""

    NAME = "ModelRegistry"
    EVENTS = (ModelRegistered,)

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def model_count(self) -> int:
        """How many versions of models were ever registered; they are numbered from 1."""
        return self._view(_MODEL_COUNT)

    def model_of(self, model_id: int) -> Model:
        """A version of a model, as it was registered."""
        return self._view(_MODEL_OF, model_id)

    def owner_of(self, model_id: int) -> Address:
        """The owner of a token."""
        return self._view(_OWNER_OF, model_id)

    def register(self, model: Model) -> Intent[Sent]:
        """Registers a version of a model; the caller becomes its owner.

        A plan's result:
            model_id: counts from 1.
        """
        return self._intent(_REGISTER, model)

    def successor_of(self, model_id: int) -> int:
        """The version that follows; 0 for the latest."""
        return self._view(_SUCCESSOR_OF, model_id)

    def terms_of(self, model_id: int, way: int) -> TermsOfResult:
        """The commitment, the receiver of money and the verifier of one way, for who needs no more."""
        return self._view(_TERMS_OF, model_id, way)

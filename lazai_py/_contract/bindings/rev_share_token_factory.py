"""RevShareTokenFactory, typed.

Generated from `contracts/markets/RevShareTokenFactory.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class RevShareTerms(Struct):
    """The struct `RevShareTerms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "string",
        "string",
        "uint256",
        "address",
        "uint256",
        "uint256",
        "address",
        "bytes32",
        "string",
        "uint256",
        "address[]",
    )

    name: str
    symbol: str
    supply: int
    holder: Address
    claim_bps: int
    min_interval: int
    governor: Address
    model_commitment: bytes
    model_uri: str
    class_id: int
    revenue_tokens: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class RevShareTokenCreated(Event):
    """`token` was made for `deployer`.

    Solidity: `RevShareTokenCreated(address,address,bytes32,(string,string,uint256,address,uint256,uint256,address,bytes32,string,uint256,address[]))`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("412d74fd413ccd1252555bfc9c5bf628ac08db6c796ec42dd7a903f476042608")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("token", "address", indexed=True),
        Parameter("deployer", "address", indexed=True),
        Parameter("salt", "bytes32"),
        Parameter("terms", RevShareTerms),
    )

    token: Address
    deployer: Address
    salt: bytes
    terms: RevShareTerms


_ADDRESS_OF: Function[Address] = Function(
    "addressOf",
    bytes.fromhex("9b9273ac"),
    inputs=(Parameter("terms", RevShareTerms), Parameter("deployer", "address"), Parameter("salt", "bytes32")),
    outputs=(Parameter("token", "address"),),
)
_CREATE: Function[Address] = Function(
    "create",
    bytes.fromhex("5ab4bfac"),
    inputs=(Parameter("terms", RevShareTerms), Parameter("salt", "bytes32")),
    outputs=(Parameter("token", "address"),),
)
_DATA_ANCHORING_TOKEN: Function[Address] = Function(
    "dataAnchoringToken", bytes.fromhex("fc5533e0"), outputs=(Parameter("dat", "address"),)
)


class RevShareTokenFactory(Contract):
    """Factory of RevShare tokens."""

    NAME = "RevShareTokenFactory"
    EVENTS = (RevShareTokenCreated,)
    CONSTRUCTOR = (Parameter("dat", "address"),)

    @classmethod
    def creation(cls, dat: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(dat)

    def address_of(self, terms: RevShareTerms, deployer: AddressLike, salt: bytes) -> Address:
        """Where `create` by an account puts a token."""
        return self._view(_ADDRESS_OF, terms, deployer, salt)

    def create(self, terms: RevShareTerms, salt: bytes) -> Intent[Sent]:
        """Makes a token.

        Terms that it refuses revert with its own error.
        """
        return self._intent(_CREATE, terms, salt)

    def data_anchoring_token(self) -> Address:
        """The contract of Data Anchoring Tokens that its tokens can hold positions of."""
        return self._view(_DATA_ANCHORING_TOKEN)

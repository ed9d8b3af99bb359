"""ModelOfferingFactory, typed.

Generated from `contracts/markets/ModelOfferingFactory.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Array, Event, Function, Kind, Parameter, Struct
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
class Tranche(Struct):
    """The struct `Tranche`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint32", "uint16")

    delay: int
    bps: int


@dataclass(frozen=True, slots=True)
class OfferingTerms(Struct):
    """The struct `OfferingTerms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "address",
        "address",
        "address",
        "uint96",
        "uint96",
        "uint96",
        "uint112",
        "uint112",
        "uint112",
        "uint64",
        "uint64",
        "uint64",
        "uint64",
        Array(Tranche, "[]"),
        "uint16",
    )

    creator: Address
    treasury: Address
    payment: Address
    sale_supply: int
    creator_supply: int
    treasury_supply: int
    target: int
    soft_cap: int
    wallet_cap: int
    start: int
    end: int
    vesting_cliff: int
    vesting_end: int
    tranches: tuple[Tranche, ...]
    veto_bps: int


class AddressesOfResult(NamedTuple):
    """What `addressesOf` returns."""

    offering: Address
    token: Address


class CreateResult(NamedTuple):
    """What `create` returns."""

    offering: Address
    token: Address


@dataclass(frozen=True, slots=True)
class OfferingCreated(Event):
    """`offering` sells `token`.

    Solidity: `OfferingCreated(address,address,address,bytes32,bool,(string,string,uint256,address,uint256,uint256,address,bytes32,string,uint256,address[]),(address,address,address,uint96,uint96,uint96,uint112,uint112,uint112,uint64,uint64,uint64,uint64,(uint32,uint16)[],uint16))`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("497c6d9a80d5fceb50dcc8fecdf1a43355a83ba9613c44fa5744f7f46be64d8a")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("offering", "address", indexed=True),
        Parameter("token", "address", indexed=True),
        Parameter("deployer", "address", indexed=True),
        Parameter("salt", "bytes32"),
        Parameter("votes", "bool"),
        Parameter("tokenTerms", RevShareTerms),
        Parameter("terms", OfferingTerms),
    )

    offering: Address
    token: Address
    deployer: Address
    salt: bytes
    votes: bool
    token_terms: RevShareTerms
    terms: OfferingTerms


_ADDRESSES_OF: Function[AddressesOfResult] = Function(
    "addressesOf",
    bytes.fromhex("4bb4f227"),
    inputs=(
        Parameter("tokenTerms", RevShareTerms),
        Parameter("terms", OfferingTerms),
        Parameter("votes", "bool"),
        Parameter("deployer", "address"),
        Parameter("salt", "bytes32"),
    ),
    outputs=(Parameter("offering", "address"), Parameter("token", "address")),
    result=AddressesOfResult,
)
_CREATE: Function[CreateResult] = Function(
    "create",
    bytes.fromhex("75af092b"),
    inputs=(
        Parameter("tokenTerms", RevShareTerms),
        Parameter("terms", OfferingTerms),
        Parameter("votes", "bool"),
        Parameter("salt", "bytes32"),
    ),
    outputs=(Parameter("offering", "address"), Parameter("token", "address")),
    result=CreateResult,
)
_TOKEN_FACTORY: Function[Address] = Function(
    "tokenFactory",
    bytes.fromhex("b8be5124"),
    inputs=(Parameter("votes", "bool"),),
    outputs=(Parameter("factory", "address"),),
)
_TOKEN_OF: Function[Address] = Function(
    "tokenOf",
    bytes.fromhex("42ec38e2"),
    inputs=(Parameter("offering", "address"),),
    outputs=(Parameter("token", "address"),),
)


class ModelOfferingFactory(Contract):
    """Factory of model offerings."""

    NAME = "ModelOfferingFactory"
    EVENTS = (OfferingCreated,)
    CONSTRUCTOR = (Parameter("plain", "address"), Parameter("voting", "address"))

    @classmethod
    def creation(cls, plain: AddressLike, voting: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(plain, voting)

    def addresses_of(
        self, token_terms: RevShareTerms, terms: OfferingTerms, votes: bool, deployer: AddressLike, salt: bytes
    ) -> AddressesOfResult:
        """Where `create` by an account puts token and offering."""
        return self._view(_ADDRESSES_OF, token_terms, terms, votes, deployer, salt)

    def create(self, token_terms: RevShareTerms, terms: OfferingTerms, votes: bool, salt: bytes) -> Intent[Sent]:
        """Makes a token and its offering, which has the whole supply.

        Terms that either refuses revert with its error.

        Parameters:
            token_terms: its `holder` does not count.
            votes: whether the token counts votes (ERC-5805), which makes its transfers dearer.
        """
        return self._intent(_CREATE, token_terms, terms, votes, salt)

    def token_factory(self, votes: bool) -> Address:
        """The factory of the tokens, of those that count votes or of those that do not."""
        return self._view(_TOKEN_FACTORY, votes)

    def token_of(self, offering: AddressLike) -> Address:
        """The token that an offering of this factory sells; the zero address for any other contract."""
        return self._view(_TOKEN_OF, offering)

"""DatExchange, typed.

Generated from `contracts/markets/DatExchange.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Array, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Order(Struct):
    """The struct `Order`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "address",
        "uint256",
        "uint256",
        "address",
        "uint256",
        "uint256",
        "address",
        "uint256",
        "uint256",
    )

    seller: Address
    token_id: int
    quantity: int
    asset: Address
    price: int
    max_royalty_bps: int
    buyer: Address
    nonce: int
    deadline: int


@dataclass(frozen=True, slots=True)
class Floor(Struct):
    """The struct `Floor`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "uint256")

    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Fill(Struct):
    """The struct `Fill`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "uint256",
        "address",
        "uint256",
        "uint256",
        "uint256",
        "uint64",
        Array(Floor, "[]"),
    )

    quantity: int
    to: Address
    to_token_id: int
    max_cost: int
    min_value: int
    min_expire_at: int
    floors: tuple[Floor, ...]


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NonceRaised(Event):
    """Every order of the seller with a nonce below this is cancelled.

    Solidity: `NonceRaised(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("fc56903c53b54c2bafcd004a97923024e0cd3c64b1762c9790aa93c98b9e53f5")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("seller", "address", indexed=True),
        Parameter("nonce", "uint256"),
    )

    seller: Address
    nonce: int


@dataclass(frozen=True, slots=True)
class OrderCancelled(Event):
    """Nothing more of the order can be filled.

    Solidity: `OrderCancelled(bytes32,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("a6eb7cdc219e1518ced964e9a34e61d68a94e4f1569db3e84256ba981ba52753")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("orderHash", "bytes32", indexed=True),
        Parameter("seller", "address", indexed=True),
    )

    order_hash: bytes
    seller: Address


@dataclass(frozen=True, slots=True)
class OrderFilled(Event):
    """`quantity` of an order was filled (1 for a whole token): the buyer paid `cost`, of which `royalty`
    went to the class's royalty receiver.

    Solidity: `OrderFilled(bytes32,address,address,uint256,uint256,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c40e5f6c38131ed69b21a85e9b1b5648aa56d34b80437647f5a1140cf22be377")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("orderHash", "bytes32", indexed=True),
        Parameter("seller", "address", indexed=True),
        Parameter("buyer", "address", indexed=True),
        Parameter("tokenId", "uint256"),
        Parameter("quantity", "uint256"),
        Parameter("asset", "address"),
        Parameter("cost", "uint256"),
        Parameter("royalty", "uint256"),
    )

    order_hash: bytes
    seller: Address
    buyer: Address
    token_id: int
    quantity: int
    asset: Address
    cost: int
    royalty: int


@dataclass(frozen=True, slots=True)
class PaymentKept(Event):
    """A payment was refused by the other end; it waits.

    Solidity: `PaymentKept(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("937449da7d19bd0e65f4140ee443051bdcb7f3805f95b300df9e308392df7d33")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """What waited for an account left for `to`.

    Solidity: `Withdrawn(address,address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("a4195c37c2947bbe89165f03e320b6903116f0b10d8cfdb522330f7ce6f9fa24")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("to", "address"),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    to: Address
    amount: int


_CANCEL: Function[None] = Function("cancel", bytes.fromhex("399c3e20"), inputs=(Parameter("order", Order),))
_EIP712_DOMAIN: Function[Eip712DomainResult] = Function(
    "eip712Domain",
    bytes.fromhex("84b0196e"),
    outputs=(
        Parameter("fields", "bytes1"),
        Parameter("name", "string"),
        Parameter("version", "string"),
        Parameter("chainId", "uint256"),
        Parameter("verifyingContract", "address"),
        Parameter("salt", "bytes32"),
        Parameter("extensions", "uint256[]"),
    ),
    result=Eip712DomainResult,
)
_FILL: Function[int] = Function(
    "fill",
    bytes.fromhex("424ff987"),
    inputs=(Parameter("order", Order), Parameter("signature", "bytes"), Parameter("taken", Fill)),
    outputs=(Parameter("cost", "uint256"),),
)
_FILLED_OF: Function[int] = Function(
    "filledOf",
    bytes.fromhex("b374d3ba"),
    inputs=(Parameter("orderHash", "bytes32"),),
    outputs=(Parameter("quantity", "uint256"),),
)
_HASH_ORDER: Function[bytes] = Function(
    "hashOrder",
    bytes.fromhex("53686ef5"),
    inputs=(Parameter("order", Order),),
    outputs=(Parameter("orderHash", "bytes32"),),
)
_KEPT_FOR: Function[int] = Function(
    "keptFor",
    bytes.fromhex("9e3d5bb6"),
    inputs=(Parameter("account", "address"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_NONCE_OF: Function[int] = Function(
    "nonceOf",
    bytes.fromhex("ed2a2d64"),
    inputs=(Parameter("seller", "address"),),
    outputs=(Parameter("nonce", "uint256"),),
)
_RAISE_NONCE: Function[None] = Function(
    "raiseNonce", bytes.fromhex("2e1d4888"), inputs=(Parameter("nonce", "uint256"),)
)
_WITHDRAW: Function[int] = Function(
    "withdraw",
    bytes.fromhex("ff7885e8"),
    inputs=(Parameter("account", "address"), Parameter("asset", "address"), Parameter("to", "address")),
    outputs=(Parameter("amount", "uint256"),),
)


class DatExchange(Contract):
    """DAT exchange: signed orders for whole tokens and for slices of quota."""

    NAME = "DatExchange"
    EVENTS = (NonceRaised, OrderCancelled, OrderFilled, PaymentKept, Withdrawn)
    CONSTRUCTOR = (Parameter("dat", "address"), Parameter("router", "address"))

    @classmethod
    def creation(cls, dat: AddressLike, router: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(dat, router)

    def cancel(self, order: Order) -> Intent[Sent]:
        """Cancels an order of the caller."""
        return self._intent(_CANCEL, order)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def fill(self, order: Order, signature: bytes, taken: Fill, *, pay: Wei) -> Intent[Sent]:
        """Fills an order, or a part of it, for the coins sent along (exactly the cost) or for an ERC-20 that
        the caller allowed the exchange.

        Parameters:
            signature: the seller's: of the account, or by ERC-1271.
            pay: the native coin to send along.

        A plan's result:
            cost: what was paid, royalty included.
        """
        return self._intent(_FILL, order, signature, taken, pay=pay)

    def filled_of(self, order_hash: bytes) -> int:
        """How much of an order was filled; 2**256 - 1 when it was cancelled."""
        return self._view(_FILLED_OF, order_hash)

    def hash_order(self, order: Order) -> bytes:
        """The hash that a seller signs."""
        return self._view(_HASH_ORDER, order)

    def kept_for(self, account: AddressLike, asset: AddressLike) -> int:
        """What waits for an account in an asset."""
        return self._view(_KEPT_FOR, account, asset)

    def nonce_of(self, seller: AddressLike) -> int:
        """The least nonce that orders of a seller may have."""
        return self._view(_NONCE_OF, seller)

    def raise_nonce(self, nonce: int) -> Intent[Sent]:
        """Cancels every order of the caller with a lower nonce."""
        return self._intent(_RAISE_NONCE, nonce)

    def withdraw(self, account: AddressLike, asset: AddressLike, to: AddressLike) -> Intent[Sent]:
        """Pays an account what waits for it.

        Anyone may; only the account itself names another receiver.
        """
        return self._intent(_WITHDRAW, account, asset, to)

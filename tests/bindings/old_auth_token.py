"""OldAuthToken, typed.

Generated from `contracts/mocks/OldAuthToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Event, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    item_0: bytes
    item_1: str
    item_2: str
    item_3: int
    item_4: Address
    item_5: bytes
    item_6: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Approval(Event):
    """An account may move an amount (ERC-20) or a token (ERC-721) of `owner`.

    Solidity: `Approval(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("owner", "address", indexed=True),
        Parameter("spender", "address", indexed=True),
        Parameter("value", "uint256"),
    )

    owner: Address
    spender: Address
    value: int


@dataclass(frozen=True, slots=True)
class AuthorizationCanceled(Event):
    """`AuthorizationCanceled`.

    Solidity: `AuthorizationCanceled(address,bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("1cdd46ff242716cdaa72d159d339a485b3438398348d68f09d7c8c0a59353d81")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("authorizer", "address", indexed=True),
        Parameter("nonce", "bytes32", indexed=True),
    )

    authorizer: Address
    nonce: bytes


@dataclass(frozen=True, slots=True)
class AuthorizationUsed(Event):
    """`AuthorizationUsed`.

    Solidity: `AuthorizationUsed(address,bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("authorizer", "address", indexed=True),
        Parameter("nonce", "bytes32", indexed=True),
    )

    authorizer: Address
    nonce: bytes


@dataclass(frozen=True, slots=True)
class EIP712DomainChanged(Event):
    """The EIP-712 domain changed: signatures made before are void.

    Solidity: `EIP712DomainChanged()`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("0a6387c9ea3628b88a633bb4f3b151770f70085117a15f9bf3787cda53f13d31")
    INPUTS: ClassVar[tuple[Parameter, ...]] = ()


@dataclass(frozen=True, slots=True)
class Transfer(Event):
    """An amount (ERC-20) or a token (ERC-721) moved.

    From the zero address it is new, to it it is gone.

    Solidity: `Transfer(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("from", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("value", "uint256"),
    )

    from_: Address
    to: Address
    value: int


_DOMAIN_SEPARATOR: Function[bytes] = Function(
    "DOMAIN_SEPARATOR", bytes.fromhex("3644e515"), outputs=(Parameter("", "bytes32"),)
)
_ALLOWANCE: Function[int] = Function(
    "allowance",
    bytes.fromhex("dd62ed3e"),
    inputs=(Parameter("owner", "address"), Parameter("spender", "address")),
    outputs=(Parameter("", "uint256"),),
)
_APPROVE: Function[bool] = Function(
    "approve",
    bytes.fromhex("095ea7b3"),
    inputs=(Parameter("spender", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_AUTHORIZATION_STATE: Function[bool] = Function(
    "authorizationState",
    bytes.fromhex("e94a0102"),
    inputs=(Parameter("authorizer", "address"), Parameter("nonce", "bytes32")),
    outputs=(Parameter("", "bool"),),
)
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("70a08231"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("", "uint256"),),
)
_CANCEL_AUTHORIZATION: Function[None] = Function(
    "cancelAuthorization",
    bytes.fromhex("5a049a70"),
    inputs=(
        Parameter("authorizer", "address"),
        Parameter("nonce", "bytes32"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_DECIMALS: Function[int] = Function("decimals", bytes.fromhex("313ce567"), outputs=(Parameter("", "uint8"),))
_EIP712_DOMAIN: Function[Eip712DomainResult] = Function(
    "eip712Domain",
    bytes.fromhex("84b0196e"),
    outputs=(
        Parameter("", "bytes1"),
        Parameter("", "string"),
        Parameter("", "string"),
        Parameter("", "uint256"),
        Parameter("", "address"),
        Parameter("", "bytes32"),
        Parameter("", "uint256[]"),
    ),
    result=Eip712DomainResult,
)
_MINT: Function[None] = Function(
    "mint", bytes.fromhex("40c10f19"), inputs=(Parameter("to", "address"), Parameter("amount", "uint256"))
)
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("", "string"),))
_NONCES: Function[int] = Function(
    "nonces", bytes.fromhex("7ecebe00"), inputs=(Parameter("owner", "address"),), outputs=(Parameter("", "uint256"),)
)
_PERMIT: Function[None] = Function(
    "permit",
    bytes.fromhex("d505accf"),
    inputs=(
        Parameter("owner", "address"),
        Parameter("spender", "address"),
        Parameter("value", "uint256"),
        Parameter("deadline", "uint256"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_RECEIVE_WITH_AUTHORIZATION: Function[None] = Function(
    "receiveWithAuthorization",
    bytes.fromhex("ef55bec6"),
    inputs=(
        Parameter("from", "address"),
        Parameter("to", "address"),
        Parameter("value", "uint256"),
        Parameter("validAfter", "uint256"),
        Parameter("validBefore", "uint256"),
        Parameter("nonce", "bytes32"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_SYMBOL: Function[str] = Function("symbol", bytes.fromhex("95d89b41"), outputs=(Parameter("", "string"),))
_TOTAL_SUPPLY: Function[int] = Function("totalSupply", bytes.fromhex("18160ddd"), outputs=(Parameter("", "uint256"),))
_TRANSFER: Function[bool] = Function(
    "transfer",
    bytes.fromhex("a9059cbb"),
    inputs=(Parameter("to", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_TRANSFER_FROM: Function[bool] = Function(
    "transferFrom",
    bytes.fromhex("23b872dd"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_TRANSFER_WITH_AUTHORIZATION: Function[None] = Function(
    "transferWithAuthorization",
    bytes.fromhex("e3ee160e"),
    inputs=(
        Parameter("from", "address"),
        Parameter("to", "address"),
        Parameter("value", "uint256"),
        Parameter("validAfter", "uint256"),
        Parameter("validBefore", "uint256"),
        Parameter("nonce", "bytes32"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_VERSION: Function[str] = Function("version", bytes.fromhex("54fd4d50"), outputs=(Parameter("", "string"),))


class OldAuthToken(Contract):
    """An `AuthToken` of before ERC-5267, whose domain has to be guessed, for tests."""

    NAME = "OldAuthToken"
    EVENTS = (Approval, AuthorizationCanceled, AuthorizationUsed, EIP712DomainChanged, Transfer)
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False
    CONSTRUCTOR = (Parameter("version_", "string"),)

    @classmethod
    def creation(cls, version: str) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(version)

    def domain_separator(self) -> bytes:
        """The hash of the EIP-712 domain that permits are signed in."""
        return self._view(_DOMAIN_SEPARATOR)

    def allowance(self, owner: AddressLike, spender: AddressLike) -> int:
        """What `spender` may still take of `owner`'s tokens, in the smallest unit."""
        return self._view(_ALLOWANCE, owner, spender)

    def approve(self, spender: AddressLike, value: int) -> Intent[Sent]:
        """Lets an account move an amount of the caller's (ERC-20) or one token (ERC-721)."""
        return self._intent(_APPROVE, spender, value)

    def authorization_state(self, authorizer: AddressLike, nonce: bytes) -> bool:
        """`authorizationState`."""
        return self._view(_AUTHORIZATION_STATE, authorizer, nonce)

    def balance_of(self, account: AddressLike) -> int:
        """How much (ERC-20) or how many tokens (ERC-721) an account holds."""
        return self._view(_BALANCE_OF, account)

    def cancel_authorization(self, authorizer: AddressLike, nonce: bytes, v: int, r: bytes, s: bytes) -> Intent[Sent]:
        """`cancelAuthorization`."""
        return self._intent(_CANCEL_AUTHORIZATION, authorizer, nonce, v, r, s)

    def decimals(self) -> int:
        """How many digits after the point a whole token has."""
        return self._view(_DECIMALS)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def mint(self, to: AddressLike, amount: int) -> Intent[Sent]:
        """Creates `amount` smallest units for `to`."""
        return self._intent(_MINT, to, amount)

    def name(self) -> str:
        """The token's name, for people."""
        return self._view(_NAME)

    def nonces(self, owner: AddressLike) -> int:
        """The number in the account's next signature: each is good once."""
        return self._view(_NONCES, owner)

    def permit(
        self, owner: AddressLike, spender: AddressLike, value: int, deadline: int, v: int, r: bytes, s: bytes
    ) -> Intent[Sent]:
        """Lets `spender` take up to `value` of `owner`'s tokens, by the owner's signature.

        Anyone may hand it in.
        """
        return self._intent(_PERMIT, owner, spender, value, deadline, v, r, s)

    def receive_with_authorization(
        self,
        from_: AddressLike,
        to: AddressLike,
        value: int,
        valid_after: int,
        valid_before: int,
        nonce: bytes,
        v: int,
        r: bytes,
        s: bytes,
    ) -> Intent[Sent]:
        """`receiveWithAuthorization`."""
        return self._intent(_RECEIVE_WITH_AUTHORIZATION, from_, to, value, valid_after, valid_before, nonce, v, r, s)

    def symbol(self) -> str:
        """The token's symbol, for people."""
        return self._view(_SYMBOL)

    def total_supply(self) -> int:
        """How much of the token there is, in its smallest unit."""
        return self._view(_TOTAL_SUPPLY)

    def transfer(self, to: AddressLike, value: int) -> Intent[Sent]:
        """Moves the caller's tokens."""
        return self._intent(_TRANSFER, to, value)

    def transfer_from(self, from_: AddressLike, to: AddressLike, value: int) -> Intent[Sent]:
        """Moves an amount (ERC-20) or a token (ERC-721) of another account."""
        return self._intent(_TRANSFER_FROM, from_, to, value)

    def transfer_with_authorization(
        self,
        from_: AddressLike,
        to: AddressLike,
        value: int,
        valid_after: int,
        valid_before: int,
        nonce: bytes,
        v: int,
        r: bytes,
        s: bytes,
    ) -> Intent[Sent]:
        """`transferWithAuthorization`."""
        return self._intent(_TRANSFER_WITH_AUTHORIZATION, from_, to, value, valid_after, valid_before, nonce, v, r, s)

    def version(self) -> str:
        """What it calls its version, if anything; the one that it signs in is always 1."""
        return self._view(_VERSION)

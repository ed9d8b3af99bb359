"""HostileToken, typed.

Generated from `contracts/mocks/HostileToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from lazai_py._contract.abi import AddressLike, Event, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


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
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("70a08231"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("", "uint256"),),
)
_DECIMALS: Function[int] = Function("decimals", bytes.fromhex("313ce567"), outputs=(Parameter("", "uint8"),))
_MINT: Function[None] = Function(
    "mint", bytes.fromhex("40c10f19"), inputs=(Parameter("to", "address"), Parameter("amount", "uint256"))
)
_MOOD: Function[int] = Function("mood", bytes.fromhex("70ffe53d"), outputs=(Parameter("", "uint8"),))
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("", "string"),))
_SHRINK: Function[None] = Function(
    "shrink", bytes.fromhex("f17a5ab2"), inputs=(Parameter("account", "address"), Parameter("amount", "uint256"))
)
_SYMBOL: Function[str] = Function("symbol", bytes.fromhex("95d89b41"), outputs=(Parameter("", "string"),))
_TOTAL_SUPPLY: Function[int] = Function("totalSupply", bytes.fromhex("18160ddd"), outputs=(Parameter("", "uint256"),))
_TRANSFER: Function[bool] = Function(
    "transfer",
    bytes.fromhex("a9059cbb"),
    inputs=(Parameter("to", "address"), Parameter("amount", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_TRANSFER_FROM: Function[bool] = Function(
    "transferFrom",
    bytes.fromhex("23b872dd"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("value", "uint256")),
    outputs=(Parameter("", "bool"),),
)
_TURN: Function[None] = Function("turn", bytes.fromhex("2e535940"), inputs=(Parameter("mood_", "uint8"),))


class HostileToken(Contract):
    """An ERC-20 that can turn bad in several ways, for tests."""

    NAME = "HostileToken"
    EVENTS = (Approval, Transfer)
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def allowance(self, owner: AddressLike, spender: AddressLike) -> int:
        """What `spender` may still take of `owner`'s tokens, in the smallest unit."""
        return self._view(_ALLOWANCE, owner, spender)

    def approve(self, spender: AddressLike, value: int) -> Intent[Sent]:
        """Lets an account move an amount of the caller's (ERC-20) or one token (ERC-721)."""
        return self._intent(_APPROVE, spender, value)

    def balance_of(self, account: AddressLike) -> int:
        """How much (ERC-20) or how many tokens (ERC-721) an account holds."""
        return self._view(_BALANCE_OF, account)

    def decimals(self) -> int:
        """How many digits after the point a whole token has."""
        return self._view(_DECIMALS)

    def mint(self, to: AddressLike, amount: int) -> Intent[Sent]:
        """Creates `amount` smallest units for `to`."""
        return self._intent(_MINT, to, amount)

    def mood(self) -> int:
        """What it does now."""
        return self._view(_MOOD)

    def name(self) -> str:
        """The token's name, for people."""
        return self._view(_NAME)

    def shrink(self, account: AddressLike, amount: int) -> Intent[Sent]:
        """Takes away what an account has, as a token does whose balances shrink."""
        return self._intent(_SHRINK, account, amount)

    def symbol(self) -> str:
        """The token's symbol, for people."""
        return self._view(_SYMBOL)

    def total_supply(self) -> int:
        """How much of the token there is, in its smallest unit."""
        return self._view(_TOTAL_SUPPLY)

    def transfer(self, to: AddressLike, amount: int) -> Intent[Sent]:
        """Moves the caller's tokens."""
        return self._intent(_TRANSFER, to, amount)

    def transfer_from(self, from_: AddressLike, to: AddressLike, value: int) -> Intent[Sent]:
        """Moves an amount (ERC-20) or a token (ERC-721) of another account."""
        return self._intent(_TRANSFER_FROM, from_, to, value)

    def turn(self, mood: int) -> Intent[Sent]:
        """Changes what it does."""
        return self._intent(_TURN, mood)

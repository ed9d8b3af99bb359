"""Payout, typed.

Generated from `contracts/markets/Payout.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Array, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Claim(Struct):
    """The struct `Claim`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "uint256", "bytes")

    target: Address
    gas_limit: int
    data: bytes


@dataclass(frozen=True, slots=True)
class TipTerms(Struct):
    """The struct `TipTerms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint16", "uint112", "uint112")

    bps: int
    cap: int
    minimum: int


class ClaimEverythingResult(NamedTuple):
    """What `claimEverything` returns.

    Attributes:
        received: what came in of each.
        done: which of the claims worked.
    """

    received: tuple[int, ...]
    done: tuple[bool, ...]


class ClaimForResult(NamedTuple):
    """What `claimFor` returns."""

    received: tuple[int, ...]
    done: tuple[bool, ...]
    tip: int


@dataclass(frozen=True, slots=True)
class ClaimPassedOver(Event):
    """A claim of the list failed and was passed over.

    Solidity: `ClaimPassedOver(address,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("ce012b7160cc803fb212f7fae5d5a82e810a79d2a25442d18360436574077453")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("place", "uint256"),
        Parameter("target", "address"),
    )

    account: Address
    place: int
    target: Address


@dataclass(frozen=True, slots=True)
class PaidOut(Event):
    """`account` got `amount` of `asset`.

    Solidity: `PaidOut(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8957f76027b186a481886d5e1dfef5a49a9b792649df75e9dd5e53cde75c71ea")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class TipBalanceChanged(Event):
    """`account` has `balance` set aside for tips.

    Solidity: `TipBalanceChanged(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("569111080d711f749a1472278d4f6f4a022632491c2e51bbdb20ebc17dbec86e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("balance", "uint256"),
    )

    account: Address
    balance: int


@dataclass(frozen=True, slots=True)
class TipTermsSet(Event):
    """What `account` gives keepers from now on.

    Solidity: `TipTermsSet(address,uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("a3f5771386cb12c0bd701d6e502ace90ae44239ed153985f2907af0c23b9f565")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("bps", "uint256"),
        Parameter("cap", "uint256"),
        Parameter("minimum", "uint256"),
    )

    account: Address
    bps: int
    cap: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Tipped(Event):
    """`keeper` was given `amount` for a payout.

    Solidity: `Tipped(address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("91d9aec1bf873fb589194ec67c304522c89e9e1de41ed647cf135fb41226befc")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("keeper", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    keeper: Address
    amount: int


_ADD_TIPS: Function[None] = Function("addTips", bytes.fromhex("3227e180"))
_CLAIM_EVERYTHING: Function[ClaimEverythingResult] = Function(
    "claimEverything",
    bytes.fromhex("85f9a41b"),
    inputs=(
        Parameter("account", "address"),
        Parameter("claims", Array(Claim, "[]")),
        Parameter("assets", "address[]"),
        Parameter("minimums", "uint256[]"),
    ),
    outputs=(Parameter("received", "uint256[]"), Parameter("done", "bool[]")),
    result=ClaimEverythingResult,
)
_CLAIM_FOR: Function[ClaimForResult] = Function(
    "claimFor",
    bytes.fromhex("4a8a3a56"),
    inputs=(
        Parameter("account", "address"),
        Parameter("claims", Array(Claim, "[]")),
        Parameter("assets", "address[]"),
        Parameter("minimums", "uint256[]"),
    ),
    outputs=(Parameter("received", "uint256[]"), Parameter("done", "bool[]"), Parameter("tip", "uint256")),
    result=ClaimForResult,
)
_SET_TIP_TERMS: Function[None] = Function(
    "setTipTerms", bytes.fromhex("b2ad1df4"), inputs=(Parameter("terms", TipTerms),)
)
_TIP_BALANCE_OF: Function[int] = Function(
    "tipBalanceOf",
    bytes.fromhex("a15a6797"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("balance", "uint256"),),
)
_TIP_TERMS_OF: Function[TipTerms] = Function(
    "tipTermsOf",
    bytes.fromhex("83b2349c"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("terms", TipTerms),),
)
_WITHDRAW_TIPS: Function[None] = Function(
    "withdrawTips", bytes.fromhex("0d61b95f"), inputs=(Parameter("amount", "uint256"),)
)


class Payout(Contract):
    """Payout: makes a list of claims for an account."""

    NAME = "Payout"
    EVENTS = (ClaimPassedOver, PaidOut, TipBalanceChanged, TipTermsSet, Tipped)

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def add_tips(self, *, pay: Wei) -> Intent[Sent]:
        """Sets the coins sent along aside for the caller's tips.

        Parameters:
            pay: the native coin to send along.
        """
        return self._intent(_ADD_TIPS, pay=pay)

    def claim_everything(
        self, account: AddressLike, claims: Sequence[Claim], assets: Sequence[AddressLike], minimums: Sequence[int]
    ) -> Intent[Sent]:
        """Makes the claims and says what the account got; anyone may, for anyone.

        Parameters:
            assets: what to watch; the zero address for the native coin.
            minimums: the least that must come in of each; the whole call reverts when it does not.
        """
        return self._intent(_CLAIM_EVERYTHING, account, claims, assets, minimums)

    def claim_for(
        self, account: AddressLike, claims: Sequence[Claim], assets: Sequence[AddressLike], minimums: Sequence[int]
    ) -> Intent[Sent]:
        """`claimEverything` of an account, and its tip for the caller."""
        return self._intent(_CLAIM_FOR, account, claims, assets, minimums)

    def set_tip_terms(self, terms: TipTerms) -> Intent[Sent]:
        """Sets what the caller gives keepers.

        Zeros for nothing.
        """
        return self._intent(_SET_TIP_TERMS, terms)

    def tip_balance_of(self, account: AddressLike) -> int:
        """What an account has set aside for tips, in wei."""
        return self._view(_TIP_BALANCE_OF, account)

    def tip_terms_of(self, account: AddressLike) -> TipTerms:
        """What an account gives keepers."""
        return self._view(_TIP_TERMS_OF, account)

    def withdraw_tips(self, amount: int) -> Intent[Sent]:
        """Takes what is set aside back."""
        return self._intent(_WITHDRAW_TIPS, amount)

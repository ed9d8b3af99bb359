"""ModelOffering, typed.

Generated from `contracts/markets/ModelOffering.sol` by `scripts/build.py`: do not edit.
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


class CollectResult(NamedTuple):
    """What `collect` returns."""

    tokens: int
    refunded: int


class CollectToResult(NamedTuple):
    """What `collectTo` returns."""

    tokens: int
    refunded: int


class LockedOfResult(NamedTuple):
    """What `lockedOf` returns."""

    amount: int
    tranche: int


class QuoteResult(NamedTuple):
    """What `quote` returns."""

    tokens: int
    refunded: int


class VetoOfResult(NamedTuple):
    """What `vetoOf` returns."""

    locked: int
    needed: int


@dataclass(frozen=True, slots=True)
class Collected(Event):
    """A deposit became `tokens`, which went to `to`, as `refunded` of it did.

    Solidity: `Collected(address,uint256,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("74845fca2a2e5d6038a8467919926a0164563f297ac5683317259c53c94b0f17")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("tokens", "uint256"),
        Parameter("refunded", "uint256"),
        Parameter("to", "address"),
    )

    account: Address
    tokens: int
    refunded: int
    to: Address


@dataclass(frozen=True, slots=True)
class Deposited(Event):
    """`amount` arrived from an account; `raised` is the sum of all deposits.

    Solidity: `Deposited(address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("73a19dd210f1a7f902193214c0ee91dd35ee5b4d920cba8d519eca65a7b488ca")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("raised", "uint256"),
    )

    account: Address
    amount: int
    raised: int


@dataclass(frozen=True, slots=True)
class OfferingClosed(Event):
    """Somebody took note of the end.

    Solidity: `OfferingClosed(uint256,bool)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("80b79babcd16b54cb10487ab206f683f4860246a8a868f4915aa01539921dbb8")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("raised", "uint256"), Parameter("succeeded", "bool"))

    raised: int
    succeeded: bool


@dataclass(frozen=True, slots=True)
class ProceedsReleased(Event):
    """`amount` of the proceeds left for `to`.

    Solidity: `ProceedsReleased(uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f81bdb7007a66571286dbc46bf3343b68d4ba0eb138ebfada2fd9758e8d8f7a8")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("amount", "uint256"), Parameter("to", "address"))

    amount: int
    to: Address


@dataclass(frozen=True, slots=True)
class ProceedsReturned(Event):
    """After a veto `burnt` tokens of an account were burnt for `amount` of the proceeds, paid to `to`.

    Solidity: `ProceedsReturned(address,uint256,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("036b35c9e2e139a1e3c0966deffc4c525a727f922b82ca185eaffe4cd9679042")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("burnt", "uint256"),
        Parameter("amount", "uint256"),
        Parameter("to", "address"),
    )

    account: Address
    burnt: int
    amount: int
    to: Address


@dataclass(frozen=True, slots=True)
class Refunded(Event):
    """A deposit went back in full.

    Solidity: `Refunded(address,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("b44b3631755227290f8fbd7b248fa4be405129d15351313e3c332a3fb9919417")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("to", "address"),
    )

    account: Address
    amount: int
    to: Address


@dataclass(frozen=True, slots=True)
class RevenueRecycled(Event):
    """Revenue of tokens in custody, and what came in unasked, left for `to`: the token, or the treasury if
    the token cannot take it.

    Solidity: `RevenueRecycled(address,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("0eab14d0bded4c4e0b0afcc63b680bf0a22a9a44e7f8f9175466ca64d34cae00")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("to", "address"),
    )

    asset: Address
    amount: int
    to: Address


@dataclass(frozen=True, slots=True)
class TokensForfeited(Event):
    """After a veto tokens in custody were burnt.

    Solidity: `TokensForfeited(uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("57472c9a1da3cb7d4d7434eead04f0cba8c67dd636702e7c314c25724cee17c6")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("amount", "uint256"),)

    amount: int


@dataclass(frozen=True, slots=True)
class TokensLocked(Event):
    """An account locked tokens against a tranche, numbered from 0; `total` are locked against it now.

    Solidity: `TokensLocked(address,uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("90e20a62e0f2a608d33bd96a4e15cb853006a15caf4455f373b7b55de520b68c")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("tranche", "uint256", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("total", "uint256"),
    )

    account: Address
    tranche: int
    amount: int
    total: int


@dataclass(frozen=True, slots=True)
class TokensReleased(Event):
    """`amount` tokens in custody left for the creator or the treasury.

    Solidity: `TokensReleased(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c7798891864187665ac6dd119286e44ec13f014527aeeb2b8eb3fd413df93179")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (Parameter("to", "address", indexed=True), Parameter("amount", "uint256"))

    to: Address
    amount: int


@dataclass(frozen=True, slots=True)
class TokensUnlocked(Event):
    """An account has its locked tokens back.

    Solidity: `TokensUnlocked(address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("e7b379c6c1fa169e9079c25e9143b127637eef8ec8c9d5c06ddb4ab3e1195888")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    amount: int


@dataclass(frozen=True, slots=True)
class TranchesVetoed(Event):
    """A tranche and those after it are vetoed; `left` is what holders share.

    Solidity: `TranchesVetoed(uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f3edcfc5dd9ee54bab91cc3106ae9eb8c548567d2cbc95901e5597801c3155e7")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("tranche", "uint256", indexed=True),
        Parameter("left", "uint256"),
    )

    tranche: int
    left: int


_BURN_FOR_PROCEEDS: Function[int] = Function(
    "burnForProceeds",
    bytes.fromhex("145cf6f3"),
    inputs=(Parameter("amount", "uint256"), Parameter("to", "address")),
    outputs=(Parameter("paid", "uint256"),),
)
_CIRCULATING: Function[int] = Function("circulating", bytes.fromhex("f8718858"), outputs=(Parameter("", "uint256"),))
_CLOSE: Function[None] = Function("close", bytes.fromhex("43d726d6"))
_COLLECT: Function[CollectResult] = Function(
    "collect",
    bytes.fromhex("06ec16f8"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("tokens", "uint256"), Parameter("refunded", "uint256")),
    result=CollectResult,
)
_COLLECT_TO: Function[CollectToResult] = Function(
    "collectTo",
    bytes.fromhex("55e40ca1"),
    inputs=(Parameter("to", "address"),),
    outputs=(Parameter("tokens", "uint256"), Parameter("refunded", "uint256")),
    result=CollectToResult,
)
_DEPOSIT: Function[None] = Function("deposit", bytes.fromhex("b6b55f25"), inputs=(Parameter("amount", "uint256"),))
_DEPOSIT_OF: Function[int] = Function(
    "depositOf",
    bytes.fromhex("23e3fbd5"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("", "uint256"),),
)
_DEPOSIT_WITH_PERMIT: Function[None] = Function(
    "depositWithPermit",
    bytes.fromhex("4a970be7"),
    inputs=(
        Parameter("amount", "uint256"),
        Parameter("deadline", "uint256"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_DEPOSITORS: Function[int] = Function("depositors", bytes.fromhex("aaa46688"), outputs=(Parameter("", "uint256"),))
_FORFEIT: Function[int] = Function("forfeit", bytes.fromhex("f3d86e4a"), outputs=(Parameter("amount", "uint256"),))
_HELD: Function[int] = Function("held", bytes.fromhex("a285aed7"), outputs=(Parameter("", "uint256"),))
_LEFT: Function[int] = Function("left", bytes.fromhex("16e64048"), outputs=(Parameter("", "uint256"),))
_LOCK: Function[None] = Function("lock", bytes.fromhex("dd467064"), inputs=(Parameter("amount", "uint256"),))
_LOCKED_OF: Function[LockedOfResult] = Function(
    "lockedOf",
    bytes.fromhex("a5f1e282"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("amount", "uint256"), Parameter("tranche", "uint256")),
    result=LockedOfResult,
)
_NEXT_TRANCHE: Function[int] = Function(
    "nextTranche", bytes.fromhex("05463bff"), outputs=(Parameter("tranche", "uint256"),)
)
_PHASE: Function[int] = Function("phase", bytes.fromhex("b1c9fe6e"), outputs=(Parameter("", "uint8"),))
_QUOTE: Function[QuoteResult] = Function(
    "quote",
    bytes.fromhex("0b39ed47"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("tokens", "uint256"), Parameter("refunded", "uint256")),
    result=QuoteResult,
)
_RAISED: Function[int] = Function("raised", bytes.fromhex("f0ea4bfc"), outputs=(Parameter("", "uint256"),))
_RECYCLE: Function[None] = Function("recycle", bytes.fromhex("88d73770"), inputs=(Parameter("assets", "address[]"),))
_REFUND: Function[int] = Function(
    "refund",
    bytes.fromhex("fa89401a"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_REFUND_TO: Function[int] = Function(
    "refundTo",
    bytes.fromhex("71ed4664"),
    inputs=(Parameter("to", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_RELEASABLE: Function[int] = Function(
    "releasable", bytes.fromhex("fbccedae"), outputs=(Parameter("amount", "uint256"),)
)
_RELEASABLE_TREASURY: Function[int] = Function(
    "releasableTreasury", bytes.fromhex("2b23bc54"), outputs=(Parameter("amount", "uint256"),)
)
_RELEASABLE_VESTED: Function[int] = Function(
    "releasableVested", bytes.fromhex("340b8669"), outputs=(Parameter("amount", "uint256"),)
)
_RELEASE: Function[int] = Function("release", bytes.fromhex("86d1a69f"), outputs=(Parameter("amount", "uint256"),))
_RELEASE_TO: Function[int] = Function(
    "releaseTo",
    bytes.fromhex("d1fb5646"),
    inputs=(Parameter("to", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_RELEASE_TREASURY: Function[int] = Function(
    "releaseTreasury", bytes.fromhex("1acf21a5"), outputs=(Parameter("amount", "uint256"),)
)
_RELEASE_VESTED: Function[int] = Function(
    "releaseVested", bytes.fromhex("1f800e8e"), outputs=(Parameter("amount", "uint256"),)
)
_SETTLE_VETO: Function[int] = Function(
    "settleVeto", bytes.fromhex("0bbca6c0"), outputs=(Parameter("amount", "uint256"),)
)
_TERMS: Function[OfferingTerms] = Function("terms", bytes.fromhex("d5025625"), outputs=(Parameter("", OfferingTerms),))
_TOKEN: Function[Address] = Function("token", bytes.fromhex("fc0c546a"), outputs=(Parameter("", "address"),))
_UNLOCK: Function[int] = Function(
    "unlock",
    bytes.fromhex("2f6c493c"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("amount", "uint256"),),
)
_VETO_OF: Function[VetoOfResult] = Function(
    "vetoOf",
    bytes.fromhex("044071f8"),
    outputs=(Parameter("locked", "uint256"), Parameter("needed", "uint256")),
    result=VetoOfResult,
)


class ModelOffering(Contract):
    """Model offering: sells the first tokens of a model."""

    NAME = "ModelOffering"
    EVENTS = (
        Collected,
        Deposited,
        OfferingClosed,
        ProceedsReleased,
        ProceedsReturned,
        Refunded,
        RevenueRecycled,
        TokensForfeited,
        TokensLocked,
        TokensReleased,
        TokensUnlocked,
        TranchesVetoed,
    )
    CONSTRUCTOR = (Parameter("terms_", OfferingTerms), Parameter("token_", "address"))

    @classmethod
    def creation(cls, terms: OfferingTerms, token: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(terms, token)

    def burn_for_proceeds(self, amount: int, to: AddressLike) -> Intent[Sent]:
        """After a veto: burns the caller's tokens, and pays their part of the remaining proceeds, `left *
        amount / circulating`.

        The token pays its own redemption to the caller. The tokens must be allowed to this contract first.
        """
        return self._intent(_BURN_FOR_PROCEEDS, amount, to)

    def circulating(self) -> int:
        """Tokens that are not in custody for the creator or the treasury: sold ones."""
        return self._view(_CIRCULATING)

    def close(self) -> Intent[Sent]:
        """Takes note of the end, and gives the treasury what is due to it.

        Anyone may; nothing else waits for it.
        """
        return self._intent(_CLOSE)

    def collect(self, account: AddressLike) -> Intent[Sent]:
        """Gives an account its tokens, and its part of what was raised above the target.

        Anyone may.
        """
        return self._intent(_COLLECT, account)

    def collect_to(self, to: AddressLike) -> Intent[Sent]:
        """`collect` by the account itself, which names who gets both."""
        return self._intent(_COLLECT_TO, to)

    def deposit(self, amount: int, *, pay: Wei) -> Intent[Sent]:
        """Deposits into the sale.

        Payment tokens must be allowed to this contract first; what arrives counts.

        Parameters:
            amount: in the native coin exactly what is sent along.
            pay: the native coin to send along.
        """
        return self._intent(_DEPOSIT, amount, pay=pay)

    def deposit_of(self, account: AddressLike) -> int:
        """The deposit of an account that was not collected or refunded."""
        return self._view(_DEPOSIT_OF, account)

    def deposit_with_permit(self, amount: int, deadline: int, v: int, r: bytes, s: bytes) -> Intent[Sent]:
        """`deposit` of an ERC-20 that takes a signed permit (ERC-2612), in one transaction."""
        return self._intent(_DEPOSIT_WITH_PERMIT, amount, deadline, v, r, s)

    def depositors(self) -> int:
        """How many accounts have a deposit that was not collected or refunded."""
        return self._view(_DEPOSITORS)

    def forfeit(self) -> Intent[Sent]:
        """After a veto: burns the tokens in custody of creator and treasury, so that they draw no revenue.

        Anyone may.
        """
        return self._intent(_FORFEIT)

    def held(self) -> int:
        """What the sale holds of the payment asset: deposits to collect or refund, and proceeds to release."""
        return self._view(_HELD)

    def left(self) -> int:
        """What holders share after a veto; 0 before."""
        return self._view(_LEFT)

    def lock(self, amount: int) -> Intent[Sent]:
        """Locks the caller's tokens against the next tranche until it is due.

        When enough are locked, it and all after it are vetoed at once. The tokens must be allowed to this
        contract first.
        """
        return self._intent(_LOCK, amount)

    def locked_of(self, account: AddressLike) -> LockedOfResult:
        """What an account locked, and against which tranche."""
        return self._view(_LOCKED_OF, account)

    def next_tranche(self) -> int:
        """The tranche that can be vetoed now, from 0; when none can, the number of tranches."""
        return self._view(_NEXT_TRANCHE)

    def phase(self) -> int:
        """What the offering is in now."""
        return self._view(_PHASE)

    def quote(self, account: AddressLike) -> QuoteResult:
        """What an account's deposit would become if the sale ended with what is raised now."""
        return self._view(_QUOTE, account)

    def raised(self) -> int:
        """All deposits together."""
        return self._view(_RAISED)

    def recycle(self, assets: Sequence[AddressLike]) -> Intent[Sent]:
        """Claims the revenue of tokens in custody and gives it, with whatever else of the assets came in
        unasked, back to the token: to all holders, at the next snapshot.

        What the token does not take goes to the treasury. Anyone may.
        """
        return self._intent(_RECYCLE, assets)

    def refund(self, account: AddressLike) -> Intent[Sent]:
        """Gives an account its deposit back when the sale failed.

        Anyone may.
        """
        return self._intent(_REFUND, account)

    def refund_to(self, to: AddressLike) -> Intent[Sent]:
        """`refund` by the account itself, which names who gets it."""
        return self._intent(_REFUND_TO, to)

    def releasable(self) -> int:
        """What `release` would pay now."""
        return self._view(_RELEASABLE)

    def releasable_treasury(self) -> int:
        """What `releaseTreasury` would give now."""
        return self._view(_RELEASABLE_TREASURY)

    def releasable_vested(self) -> int:
        """What `releaseVested` would give now."""
        return self._view(_RELEASABLE_VESTED)

    def release(self) -> Intent[Sent]:
        """Pays the creator the tranches that are due, and the dust.

        Anyone may.
        """
        return self._intent(_RELEASE)

    def release_to(self, to: AddressLike) -> Intent[Sent]:
        """`release` by the creator, who names who is paid."""
        return self._intent(_RELEASE_TO, to)

    def release_treasury(self) -> Intent[Sent]:
        """Gives the treasury its tokens, those not sold, and the dust; all tokens when the sale failed.

        Anyone may.
        """
        return self._intent(_RELEASE_TREASURY)

    def release_vested(self) -> Intent[Sent]:
        """Gives the creator its vested tokens.

        Anyone may.
        """
        return self._intent(_RELEASE_VESTED)

    def settle_veto(self) -> Intent[Sent]:
        """After a veto, when nobody holds a token any more: what is left of the proceeds goes to the treasury.

        Anyone may.
        """
        return self._intent(_SETTLE_VETO)

    def terms(self) -> OfferingTerms:
        """All that was fixed at the start."""
        return self._view(_TERMS)

    def token(self) -> Address:
        """The token that is sold."""
        return self._view(_TOKEN)

    def unlock(self, account: AddressLike) -> Intent[Sent]:
        """Gives an account its locked tokens back, once the tranche is due or, in a later block, vetoed.

        Anyone may.
        """
        return self._intent(_UNLOCK, account)

    def veto_of(self) -> VetoOfResult:
        """The tokens locked against the next tranche, and how many veto it."""
        return self._view(_VETO_OF)

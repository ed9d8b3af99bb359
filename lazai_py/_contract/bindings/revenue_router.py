"""RevenueRouter, typed.

Generated from `contracts/markets/RevenueRouter.sol` by `scripts/build.py`: do not edit.
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
class Payee(Struct):
    """The struct `Payee`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "uint16")

    account: Address
    bps: int


@dataclass(frozen=True, slots=True)
class Parent(Struct):
    """The struct `Parent`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint256", "uint16", "uint8")

    class_id: int
    bps: int
    purposes: int


@dataclass(frozen=True, slots=True)
class Terms(Struct):
    """The struct `Terms`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (Payee, Payee, Payee, "uint16", Array(Parent, "[]"))

    service: Payee
    rev_share: Payee
    treasury: Payee
    holders_bps: int
    parents: tuple[Parent, ...]


class ConsentOfResult(NamedTuple):
    """What `consentOf` returns."""

    least_bps: int
    purposes: int


class DerivationOfResult(NamedTuple):
    """What `derivationOf` returns."""

    permission: int
    least_bps: int
    purposes: int


class DerivedFromResult(NamedTuple):
    """What `derivedFrom` returns."""

    least_bps: int
    purposes: int


class PendingTermsOfResult(NamedTuple):
    """What `pendingTermsOf` returns."""

    version: int
    effective_at: int


class RankOfResult(NamedTuple):
    """What `rankOf` returns."""

    rank: int
    has_children: bool


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """The controller of `parentId` lets `classId` derive from it; with no purposes, it no longer does.

    Solidity: `ConsentGiven(uint256,uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("728876075bbf5538b1c2a66658a64b475d0f92154935f930788c2f58fcfba1f5")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("parentId", "uint256", indexed=True),
        Parameter("classId", "uint256", indexed=True),
        Parameter("leastBps", "uint256"),
        Parameter("purposes", "uint256"),
    )

    parent_id: int
    class_id: int
    least_bps: int
    purposes: int


@dataclass(frozen=True, slots=True)
class DerivationRequested(Event):
    """The controller of `classId` asks that of `parentId` for its consent.

    Solidity: `DerivationRequested(uint256,uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("48648d71ff69ab9efa3690a2e0023a452d0d9bce611f86aa79e8d39092935ca6")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("parentId", "uint256", indexed=True),
        Parameter("bps", "uint256"),
        Parameter("purposes", "uint256"),
    )

    class_id: int
    parent_id: int
    bps: int
    purposes: int


@dataclass(frozen=True, slots=True)
class DerivationSet(Event):
    """Who may derive from the class from now on, for at least what, and for which purposes.

    Solidity: `DerivationSet(uint256,uint8,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c37341578b5ea10471dd5c8506be863cd1d87a47049d39057a81531beb1551b7")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("permission", "uint8"),
        Parameter("leastBps", "uint256"),
        Parameter("purposes", "uint256"),
    )

    class_id: int
    permission: int
    least_bps: int
    purposes: int


@dataclass(frozen=True, slots=True)
class Derived(Event):
    """`classId` derives from `parentId`, for good, with at least `leastBps`.

    Solidity: `Derived(uint256,uint256,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("745eb3f25aa1ea9137b44e7639a84fe29cc04663f1340a1f800ff753f3fb9969")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("parentId", "uint256", indexed=True),
        Parameter("leastBps", "uint256"),
        Parameter("purposes", "uint256"),
    )

    class_id: int
    parent_id: int
    least_bps: int
    purposes: int


@dataclass(frozen=True, slots=True)
class Flowed(Event):
    """Of what a class received from its children, `amount` was split by that version of its terms.

    Solidity: `Flowed(uint256,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c42e2e3d4f0f22a27ffead06efbf8eb6be180ad493fcd1b04954e8bbb7c05342")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("version", "uint256"),
        Parameter("amount", "uint256"),
    )

    class_id: int
    asset: Address
    version: int
    amount: int


@dataclass(frozen=True, slots=True)
class HoldersWait(Event):
    """What waits for the holders of the class is now `amount`.

    Otherwise they are settled, and the Data Anchoring Token says so.

    Solidity: `HoldersWait(uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("fac17da9c6adfa186f81b9319d99755a92cf80df0e8254b31a7dd5222337e73c")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    class_id: int
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class InletOpened(Event):
    """The inlet of a class was put in place.

    Solidity: `InletOpened(uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("82bf62ed31b773f9b12b070c936c0c92a396456b0c2763bf5adb8ad72ece4c8d")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("inlet", "address", indexed=True),
    )

    class_id: int
    inlet: Address


@dataclass(frozen=True, slots=True)
class Owed(Event):
    """A part of what `classId` was paid, or what flowed through it, is owed to an account.

    Solidity: `Owed(uint256,address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f843b9ac5db39e0ada25567c05ec95ada1cb5c2bbe41fe27f6868df633f19196")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    class_id: int
    account: Address
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class OwedClaimed(Event):
    """What was owed to an account was paid to `to`.

    Solidity: `OwedClaimed(address,address,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("fd7fff93305712da8a459cdc8c914ee306e7db6d8adba2ea3fb2afde4318983e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("account", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    account: Address
    asset: Address
    to: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Paid(Event):
    """A class was paid `amount`, and it was split by that version of its terms.

    Solidity: `Paid(uint256,address,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("e168e4cff80f722659f448cf45129919c013ff793218236f8c0494f086d3acb3")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("payer", "address", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("version", "uint256"),
        Parameter("amount", "uint256"),
    )

    class_id: int
    payer: Address
    asset: Address
    version: int
    amount: int


@dataclass(frozen=True, slots=True)
class PassedUp(Event):
    """A part of what `classId` was paid, or what flowed through it, was received by its parent.

    Solidity: `PassedUp(uint256,uint256,address,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("1975eb19cd4f0af883a17cc090fe636578339faff823896a0bb63b832cc8ee17")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("parentId", "uint256", indexed=True),
        Parameter("asset", "address", indexed=True),
        Parameter("amount", "uint256"),
    )

    class_id: int
    parent_id: int
    asset: Address
    amount: int


@dataclass(frozen=True, slots=True)
class TermsSet(Event):
    """A class has new terms, in force from `effectiveAt` on.

    Solidity: `TermsSet(uint256,uint256,uint256,((address,uint16),(address,uint16),(address,uint16),uint16,(uint256,uint16,uint8)[]))`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("c338b91027b449f3674443d2967e96eda6088773d24bfdf06dd53c4b1187b1b1")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("classId", "uint256", indexed=True),
        Parameter("version", "uint256", indexed=True),
        Parameter("effectiveAt", "uint256"),
        Parameter("terms", Terms),
    )

    class_id: int
    version: int
    effective_at: int
    terms: Terms


_DAT: Function[Address] = Function("DAT", bytes.fromhex("fbfb816b"), outputs=(Parameter("", "address"),))
_MAX_OLDER: Function[int] = Function("MAX_OLDER", bytes.fromhex("5cc87465"), outputs=(Parameter("", "uint256"),))
_MAX_PARENTS: Function[int] = Function("MAX_PARENTS", bytes.fromhex("97d4c443"), outputs=(Parameter("", "uint256"),))
_NOTICE: Function[int] = Function("NOTICE", bytes.fromhex("4bfee686"), outputs=(Parameter("", "uint256"),))
_CARRIED_OF: Function[int] = Function(
    "carriedOf",
    bytes.fromhex("b6831f8c"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_CLAIM: Function[int] = Function(
    "claim",
    bytes.fromhex("5e1c75e1"),
    inputs=(Parameter("account", "address"), Parameter("asset", "address"), Parameter("to", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_CONSENT: Function[None] = Function(
    "consent",
    bytes.fromhex("55a8354e"),
    inputs=(
        Parameter("parentId", "uint256"),
        Parameter("classId", "uint256"),
        Parameter("leastBps", "uint16"),
        Parameter("purposes", "uint8"),
    ),
)
_CONSENT_OF: Function[ConsentOfResult] = Function(
    "consentOf",
    bytes.fromhex("2326b41f"),
    inputs=(Parameter("parentId", "uint256"), Parameter("classId", "uint256")),
    outputs=(Parameter("leastBps", "uint256"), Parameter("purposes", "uint256")),
    result=ConsentOfResult,
)
_DERIVATION_OF: Function[DerivationOfResult] = Function(
    "derivationOf",
    bytes.fromhex("4ee523dc"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("permission", "uint8"), Parameter("leastBps", "uint256"), Parameter("purposes", "uint256")),
    result=DerivationOfResult,
)
_DERIVED_FROM: Function[DerivedFromResult] = Function(
    "derivedFrom",
    bytes.fromhex("9e7d07cb"),
    inputs=(Parameter("classId", "uint256"), Parameter("parentId", "uint256")),
    outputs=(Parameter("leastBps", "uint256"), Parameter("purposes", "uint256")),
    result=DerivedFromResult,
)
_FLOW: Function[int] = Function(
    "flow",
    bytes.fromhex("1e7467e8"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("moved", "uint256"),),
)
_FLOW_MANY: Function[int] = Function(
    "flowMany",
    bytes.fromhex("fafa0ada"),
    inputs=(Parameter("classIds", "uint256[]"), Parameter("asset", "address")),
    outputs=(Parameter("moved", "uint256"),),
)
_FLUSH: Function[int] = Function(
    "flush",
    bytes.fromhex("a07ca65b"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("received", "uint256"),),
)
_HELD_OF: Function[int] = Function(
    "heldOf",
    bytes.fromhex("24fade37"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_INLET_OF: Function[Address] = Function(
    "inletOf",
    bytes.fromhex("53b66541"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("inlet", "address"),),
)
_OPEN_INLET: Function[Address] = Function(
    "openInlet",
    bytes.fromhex("c135a990"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("inlet", "address"),),
)
_OPEN_POTS: Function[None] = Function(
    "openPots", bytes.fromhex("9dd21268"), inputs=(Parameter("classId", "uint256"), Parameter("asset", "address"))
)
_OWED_TO: Function[int] = Function(
    "owedTo",
    bytes.fromhex("db5a0aa1"),
    inputs=(Parameter("account", "address"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_PARENTS_OF: Function[tuple[int, ...]] = Function(
    "parentsOf",
    bytes.fromhex("26de059d"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("parentIds", "uint256[]"),),
)
_PAY: Function[int] = Function(
    "pay",
    bytes.fromhex("0313766f"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address"), Parameter("amount", "uint256")),
    outputs=(Parameter("received", "uint256"),),
)
_PENDING_TERMS_OF: Function[PendingTermsOfResult] = Function(
    "pendingTermsOf",
    bytes.fromhex("4484f539"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("version", "uint256"), Parameter("effectiveAt", "uint256")),
    result=PendingTermsOfResult,
)
_RANK_OF: Function[RankOfResult] = Function(
    "rankOf",
    bytes.fromhex("82f68dc4"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("rank", "uint256"), Parameter("hasChildren", "bool")),
    result=RankOfResult,
)
_RECEIVED_OF: Function[int] = Function(
    "receivedOf",
    bytes.fromhex("aafe809b"),
    inputs=(Parameter("classId", "uint256"), Parameter("asset", "address")),
    outputs=(Parameter("amount", "uint256"),),
)
_REQUEST_DERIVATION: Function[None] = Function(
    "requestDerivation",
    bytes.fromhex("327c47e2"),
    inputs=(
        Parameter("classId", "uint256"),
        Parameter("parentId", "uint256"),
        Parameter("bps", "uint16"),
        Parameter("purposes", "uint8"),
    ),
)
_SET_DERIVATION: Function[None] = Function(
    "setDerivation",
    bytes.fromhex("3b139ff7"),
    inputs=(
        Parameter("classId", "uint256"),
        Parameter("permission", "uint8"),
        Parameter("leastBps", "uint16"),
        Parameter("purposes", "uint8"),
    ),
)
_SET_TERMS: Function[int] = Function(
    "setTerms",
    bytes.fromhex("5b94410f"),
    inputs=(Parameter("classId", "uint256"), Parameter("terms", Terms)),
    outputs=(Parameter("version", "uint256"),),
)
_TERMS_OF: Function[Terms] = Function(
    "termsOf",
    bytes.fromhex("58e2f1fa"),
    inputs=(Parameter("classId", "uint256"), Parameter("version", "uint256")),
    outputs=(Parameter("terms", Terms),),
)
_VERSION_OF: Function[int] = Function(
    "versionOf",
    bytes.fromhex("a563b450"),
    inputs=(Parameter("classId", "uint256"),),
    outputs=(Parameter("version", "uint256"),),
)


class RevenueRouter(Contract):
    """Whoever pays a class pays everybody behind it, by the terms that the class published."""

    NAME = "RevenueRouter"
    EVENTS = (
        ConsentGiven,
        DerivationRequested,
        DerivationSet,
        Derived,
        Flowed,
        HoldersWait,
        InletOpened,
        Owed,
        OwedClaimed,
        Paid,
        PassedUp,
        TermsSet,
    )
    CONSTRUCTOR = (Parameter("dat", "address"),)

    @classmethod
    def creation(cls, dat: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(dat)

    def dat(self) -> Address:
        """The token whose classes these are."""
        return self._view(_DAT)

    def max_older(self) -> int:
        """Of how many earlier versions a `flow` moves what came under them."""
        return self._view(_MAX_OLDER)

    def max_parents(self) -> int:
        """How many parents a class can have."""
        return self._view(_MAX_PARENTS)

    def notice(self) -> int:
        """For how long a change is announced, in seconds."""
        return self._view(_NOTICE)

    def carried_of(self, class_id: int, asset: AddressLike) -> int:
        """What the roundings of a class left over and is carried on, under the present and earlier terms."""
        return self._view(_CARRIED_OF, class_id, asset)

    def claim(self, account: AddressLike, asset: AddressLike, to: AddressLike) -> Intent[Sent]:
        """Pays what an account is owed.

        Anyone may, to the account; the account may, to any address but zero.

        A plan's result:
            amount: what was paid; 0 when nothing is owed.
        """
        return self._intent(_CLAIM, account, asset, to)

    def consent(self, parent_id: int, class_id: int, least_bps: int, purposes: int) -> Intent[Sent]:
        """Lets one class derive from `parentId`, on its own terms, until the consent is used or taken back by
        consenting to no purposes.

        Only the controller of the parent. A closed class consents when it opens again.
        """
        return self._intent(_CONSENT, parent_id, class_id, least_bps, purposes)

    def consent_of(self, parent_id: int, class_id: int) -> ConsentOfResult:
        """What the controller of `parentId` consented to for one class; no purposes when to nothing."""
        return self._view(_CONSENT_OF, parent_id, class_id)

    def derivation_of(self, class_id: int) -> DerivationOfResult:
        """Who may derive from a class, for at least what, and for which purposes."""
        return self._view(_DERIVATION_OF, class_id)

    def derived_from(self, class_id: int, parent_id: int) -> DerivedFromResult:
        """What a parent accepted at least when `classId` derived from it, and for which purposes; no purposes
        when it does not.
        """
        return self._view(_DERIVED_FROM, class_id, parent_id)

    def flow(self, class_id: int, asset: AddressLike) -> Intent[Sent]:
        """Splits what a class received from its children, and tries again to settle what waits for its
        holders.

        Anyone may; it reverts for no reason that a member of the lineage could bring about.

        A plan's result:
            moved: what moved on; 0 when nothing waits.
        """
        return self._intent(_FLOW, class_id, asset)

    def flow_many(self, class_ids: Sequence[int], asset: AddressLike) -> Intent[Sent]:
        """`flow` of many classes in the order given, from a child up its lineage.

        A plan's result:
            moved: the sum over all of them; what moved twice counts twice.
        """
        return self._intent(_FLOW_MANY, class_ids, asset)

    def flush(self, class_id: int, asset: AddressLike) -> Intent[Sent]:
        """Puts what lies in the inlet of a class through `pay`; puts the inlet in place first where that was
        not done.

        Anyone may; it reverts for no reason but the asset and an unknown class.

        A plan's result:
            received: what arrived and was split; 0 when the inlet is empty.
        """
        return self._intent(_FLUSH, class_id, asset)

    def held_of(self, class_id: int, asset: AddressLike) -> int:
        """What waits for the holders of a class, because no share of it was alive or its asset did not move."""
        return self._view(_HELD_OF, class_id, asset)

    def inlet_of(self, class_id: int) -> Address:
        """An address that takes the native coin and ERC-20s for a class, by plain transfers, before and after
        anything is there.

        What it holds can go nowhere but through `pay`. For royalties (ERC-2981), and for whoever only knows
        how to send.
        """
        return self._view(_INLET_OF, class_id)

    def open_inlet(self, class_id: int) -> Intent[Sent]:
        """Puts the inlet of a class in place.

        Anyone may, as often as they like.
        """
        return self._intent(_OPEN_INLET, class_id)

    def open_pots(self, class_id: int, asset: AddressLike) -> Intent[Sent]:
        """Pays for the storage that money in an asset needs on its way through a class: the pots of the class,
        of its parents and of the accounts in its latest terms.

        So the first payment costs what later ones do. Anyone may, as often as they like; `setTerms` does it
        for the native coin.
        """
        return self._intent(_OPEN_POTS, class_id, asset)

    def owed_to(self, account: AddressLike, asset: AddressLike) -> int:
        """What `claim` would pay."""
        return self._view(_OWED_TO, account, asset)

    def parents_of(self, class_id: int) -> tuple[int, ...]:
        """What a class derives from, in the order in which it came to it."""
        return self._view(_PARENTS_OF, class_id)

    def pay(self, class_id: int, asset: AddressLike, amount: int, *, pay: Wei) -> Intent[Sent]:
        """Pays a class, and splits it by the terms in force.

        Anyone may.

        Parameters:
            asset: the zero address for the native coin, else an ERC-20 that this contract may take from the
                caller.
            amount: of the native coin, what is sent along.
            pay: the native coin to send along.

        A plan's result:
            received: what arrived and was split.
        """
        return self._intent(_PAY, class_id, asset, amount, pay=pay)

    def pending_terms_of(self, class_id: int) -> PendingTermsOfResult:
        """The change that is on its way; zeros when there is none."""
        return self._view(_PENDING_TERMS_OF, class_id)

    def rank_of(self, class_id: int) -> RankOfResult:
        """A number above that of every parent of the class, which is fixed once the class has children."""
        return self._view(_RANK_OF, class_id)

    def received_of(self, class_id: int, asset: AddressLike) -> int:
        """What a class received from its children and has not split yet."""
        return self._view(_RECEIVED_OF, class_id, asset)

    def request_derivation(self, class_id: int, parent_id: int, bps: int, purposes: int) -> Intent[Sent]:
        """Asks a class's controller for its consent.

        Only the controller of the child. It says so and no more.
        """
        return self._intent(_REQUEST_DERIVATION, class_id, parent_id, bps, purposes)

    def set_derivation(self, class_id: int, permission: int, least_bps: int, purposes: int) -> Intent[Sent]:
        """Sets who may derive from a class, and what it accepts at least.

        Only its controller; what was derived before keeps what was accepted then.
        """
        return self._intent(_SET_DERIVATION, class_id, permission, least_bps, purposes)

    def set_terms(self, class_id: int, terms: Terms) -> Intent[Sent]:
        """Sets the terms of a class.

        Only its controller. They are in force at once if they are its first and it has no tokens yet, else
        after `NOTICE`. New parents are derived from at once, and the pots of the native coin are opened.

        A plan's result:
            version: the number of the new terms.
        """
        return self._intent(_SET_TERMS, class_id, terms)

    def terms_of(self, class_id: int, version: int) -> Terms:
        """The terms of a class as of one version, from 0 to the latest.

        Every version stays readable for good.
        """
        return self._view(_TERMS_OF, class_id, version)

    def version_of(self, class_id: int) -> int:
        """The version of the terms that is in force now; 0 when everything goes to the holders."""
        return self._view(_VERSION_OF, class_id)

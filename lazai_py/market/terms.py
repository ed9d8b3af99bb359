"""Who gets what of the money of a class, and who may derive from it, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings import revenue_router as abi
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Address, to_address
from lazai_py.dat import DatClass, Token

BPS = 10_000
"""The whole, in basis points."""

ClassLike = DatClass | int
"""A class, or its id."""

TokenLike = Token | int
"""A token, or its whole id."""

Part = tuple[AddressLike, int]
"""An account and its part in basis points."""


class Permission(IntEnum):
    """Whether others may derive from a class: whom its controller consented to, everybody, or nobody."""

    BY_REQUEST = 0
    OPEN = 1
    CLOSED = 2


class Purpose(IntFlag):
    """What a parent is used for; several are joined by `|`."""

    TRAIN = 1
    FINE_TUNE = 2
    EVALUATE = 4
    COMPOSE = 8


ANY_PURPOSE = Purpose(15)
"""All of them."""


@dataclass(frozen=True, slots=True)
class Payee:
    """An account that the terms name, and its part in basis points."""

    account: Address
    bps: int


@dataclass(frozen=True, slots=True)
class Parent:
    """What a class was made from: its part in basis points, and what it was used for.

    Parameters:
        cls: the parent, or its id.
        bps: its part.
        purposes: what it was used for.
    """

    cls: ClassLike
    bps: int
    purposes: Purpose = Purpose.TRAIN

    @property
    def id(self) -> int:
        """The parent's class id."""
        return id_of(self.cls)


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the terms of a class: all parts add up to 10,000 basis points.

    Parameters:
        version: from 1; 0 for a class that never had any: everything to its holders.
        holders_bps: the part of its living shares.
        service: who runs it.
        rev_share: an ERC-7641 token of it.
        treasury: where it saves.
        parents: what it was made from; each is named by its id.
    """

    version: int
    holders_bps: int
    service: Payee | None = None
    rev_share: Payee | None = None
    treasury: Payee | None = None
    parents: tuple[Parent, ...] = ()

    def __str__(self) -> str:
        named = {"service": self.service, "RevShare": self.rev_share, "treasury": self.treasury}
        parts = [f"{name} {percent(payee.bps)}" for name, payee in named.items() if payee is not None]
        parts += [f"class {parent.id} {percent(parent.bps)}" for parent in self.parents]
        return ", ".join([*parts, f"holders {percent(self.holders_bps)}"])


@dataclass(frozen=True, slots=True)
class PendingTerms:
    """Terms that were announced, and the Unix second from which on they are in force."""

    terms: Terms
    effective_at: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a parent accepts at least, and which purposes it allows."""

    permission: Permission
    least_bps: int
    purposes: Purpose


def id_of(cls: ClassLike) -> int:
    """Return the id of a class."""
    return cls.id if isinstance(cls, DatClass) else cls


def token_id_of(token: TokenLike) -> int:
    """Return the whole id of a token."""
    return token.id if isinstance(token, Token) else token


def percent(bps: int) -> str:
    """Return basis points as percent, without idle zeros."""
    whole, part = divmod(bps, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".") + " %"


def read(version: int, found: abi.Terms) -> Terms:
    """Return terms as the contract has them."""
    service, rev_share, treasury = (
        Payee(payee.account, payee.bps) if payee.bps else None
        for payee in (found.service, found.rev_share, found.treasury)
    )
    parents = tuple(Parent(each.class_id, each.bps, Purpose(each.purposes)) for each in found.parents)
    return Terms(version, found.holders_bps, service, rev_share, treasury, parents)


def written(
    service: Part | None, rev_share: Part | None, treasury: Part | None, parents: Sequence[Parent]
) -> abi.Terms:
    """Return terms as the contract takes them: what nobody is given is the holders'.

    Raises:
        InputError: more than the whole is given away.
    """
    run, share, saved = _payee(service), _payee(rev_share), _payee(treasury)
    given = run.bps + share.bps + saved.bps + sum(parent.bps for parent in parents)
    if given > BPS:
        raise InputError(f"{given} basis points are given away", remedy=f"Give away at most {BPS}")
    named = tuple(abi.Parent(parent.id, parent.bps, int(parent.purposes)) for parent in parents)
    return abi.Terms(run, share, saved, BPS - given, named)


def merged(before: Sequence[Parent], named: Sequence[Parent]) -> tuple[Parent, ...]:
    """Return the parents of new terms: those before in their order, as they were unless named, then new ones."""
    changes = {parent.id: parent for parent in named}
    kept = [changes.pop(parent.id, parent) for parent in before]
    return (*kept, *changes.values())


def _payee(part: Part | None) -> abi.Payee:
    return abi.Payee(NATIVE, 0) if part is None else abi.Payee(to_address(part[0]), part[1])

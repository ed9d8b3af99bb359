"""What classes and tokens are made of, as values; and how a person's words for them are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from lazai_py._contract.abi import AddressLike
from lazai_py._errors import InputError, InvalidAmount
from lazai_py._types import NATIVE, Amount, Number, TokenAmount, Units, Wei

if TYPE_CHECKING:
    from lazai_py._types import Address

Expiry = datetime | timedelta | int | None
"""When a token stops working: never (None), at a time, after a while from now, or at a Unix time in seconds."""

Quota = Number | Units
"""A quota in whole units of the class, or `Units` of its decimals."""

NEVER = 0
_MAX_EXPIRY = 2**64 - 1


@dataclass(frozen=True, slots=True)
class MintOrder:
    """One token to be minted; see `DatClass.mint`."""

    to: AddressLike
    quota: Quota = 0
    share: int = 0
    expires: Expiry = None


@dataclass(frozen=True, slots=True)
class ClassMeta:
    """What a class says about itself on the chain.

    Parameters:
        metadata_uri: where its metadata is.
        integrity_hash: what the metadata must hash to: the digest in its CID.
        unit_decimals: digits after the point of its quota.
        policy_uri: where its policy is; empty for none.
    """

    metadata_uri: str
    integrity_hash: bytes
    unit_decimals: int
    policy_uri: str


def expire_at(expires: Expiry, now: Callable[[], int]) -> int:
    """Return an expiry as the contract keeps it: the last Unix second at which the token works, 0 for never.

    Parameters:
        expires: see `Expiry`; parts of a second are cut off.
        now: tells the chain's time, which a duration counts from.

    Raises:
        InputError: it is no such value, a datetime without a time zone, or outside 1 to 2**64 - 1.
    """
    if expires is None:
        return NEVER
    if isinstance(expires, timedelta):
        return _in_range(now() + int(expires.total_seconds()), expires)
    if isinstance(expires, datetime) and expires.tzinfo is not None:
        return _in_range(int(expires.timestamp()), expires)
    if isinstance(expires, int) and not isinstance(expires, bool):
        return _in_range(expires, expires)
    raise InputError(
        f"expires={expires!r} is no point in time",
        remedy="Pass None, a timedelta, a datetime with a time zone, or Unix seconds",
    )


def _in_range(timestamp: int, shown: Expiry) -> int:
    if NEVER < timestamp <= _MAX_EXPIRY:
        return timestamp
    raise InputError(
        f"expires={shown!r} is outside the chain's time", remedy="Pass a time after 1970, or None for never"
    )


def moment(timestamp: int) -> datetime | None:
    """Return a Unix time as a datetime in UTC; None for 0, which stands for never.

    Times beyond what datetime can say become its last one.
    """
    if timestamp == NEVER:
        return None
    try:
        return datetime.fromtimestamp(timestamp, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.max.replace(tzinfo=UTC)


def check_one(account: object, to: object) -> None:
    """Raise `InputError` when somebody would have another account's money sent to a third."""
    if account is not None and to is not None:
        raise InputError("account and to are both named", remedy="Only the account that is owed says where to")


def money(amount: object) -> Amount:
    """Return an amount of money, when it is one.

    Raises:
        InvalidAmount: it does not say what it is an amount of.
    """
    if isinstance(amount, Wei | TokenAmount):
        return amount
    raise InvalidAmount(
        amount, "it does not say of what", remedy="Pass wei(...), ether('1.5') or lz.erc20(asset).amount('1.5')"
    )


def total(amounts: list[Amount]) -> dict[Address, Amount]:
    """Return the sums of amounts, by asset."""
    sums: dict[Address, Amount] = {}
    for amount in amounts:
        asset = amount.asset if isinstance(amount, TokenAmount) else NATIVE
        sums[asset] = sums[asset] + amount if asset in sums else amount  # type: ignore[operator]
    return sums

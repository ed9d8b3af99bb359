"""What is fixed when a RevShare token is made, in a person's words; and how those are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.rev_share_token import RevShareTerms as Struct
from lazai_py._errors import InputError, InvalidAmount
from lazai_py._types import NATIVE, Address, Number, scaled, to_address

DECIMALS = 18
"""The digits after the point of a whole token."""

MAX_REVENUE_TOKENS = 16

_MAX_SUPPLY = 2**96 - 1
_MAX_SECONDS = 2**32 - 1
_WHOLE = 10_000
# A percent is a hundred basis points.
_PERCENT_DECIMALS = 2
_HASH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class RevShareTerms:
    """The terms of a RevShare token. None of them can be changed later.

    Parameters:
        name, symbol: for people.
        supply: whole tokens, such as `"1000000"`; with 18 digits after the point, at most 2**96 - 1 smallest units.
        claim_percent: the part of revenue that holders claim, 0 to 100 with at most 2 digits after the point; the rest
            is redeemed by burning.
        min_interval: the least time between two snapshots, and before the first; a timedelta or seconds.
        holder: who holds all tokens at first; the account that deploys when left out.
        governor: who decides which ERC-20s are revenue; nobody, ever, when left out.
        revenue_tokens: the ERC-20s that are revenue from the start, at most 16.
        model_commitment: the hash of the model's weights and program.
        model_uri: where the model is described.
        dat_class: the id of the model's class of Data Anchoring Tokens; 0 for none.
    """

    name: str
    symbol: str
    supply: Number
    claim_percent: Number
    min_interval: timedelta | int
    holder: AddressLike | None = None
    governor: AddressLike | None = None
    revenue_tokens: Sequence[AddressLike] = ()
    model_commitment: bytes = bytes(_HASH)
    model_uri: str = ""
    dat_class: int = 0

    def struct(self, holder: AddressLike) -> Struct:
        """Return the terms as the contract takes them, with a holder in case none is named.

        Raises:
            InvalidAmount, InvalidAddress, InputError: a term cannot be meant; nothing was sent.
        """
        return Struct(
            name=_named("name", self.name),
            symbol=_named("symbol", self.symbol),
            supply=_supply(self.supply),
            holder=to_address(holder if self.holder is None else self.holder),
            claim_bps=_basis_points(self.claim_percent),
            min_interval=_seconds(self.min_interval),
            governor=NATIVE if self.governor is None else to_address(self.governor),
            model_commitment=_hash(self.model_commitment),
            model_uri=self.model_uri,
            class_id=self.dat_class,
            revenue_tokens=_distinct(self.revenue_tokens),
        )


def _named(field: str, text: object) -> str:
    if isinstance(text, str) and text:
        return text
    raise InputError(f"{field}={text!r} names nothing", remedy="Pass a text for people to read")


def _supply(supply: Number) -> int:
    raw = scaled(supply, DECIMALS)
    if 0 < raw <= _MAX_SUPPLY:
        return raw
    raise InvalidAmount(supply, "the supply is above 0 and at most 2**96 - 1 smallest units")


def _basis_points(percent: Number) -> int:
    points = scaled(percent, _PERCENT_DECIMALS)
    if points <= _WHOLE:
        return points
    raise InvalidAmount(percent, "a part is at most 100 percent")


def _seconds(interval: object) -> int:
    seconds = interval // timedelta(seconds=1) if isinstance(interval, timedelta) else interval
    if isinstance(seconds, int) and not isinstance(seconds, bool) and 0 <= seconds <= _MAX_SECONDS:
        return seconds
    raise InputError(f"min_interval={interval!r} is no length of time", remedy="Pass a timedelta, or seconds")


def _hash(commitment: object) -> bytes:
    if isinstance(commitment, bytes) and len(commitment) == _HASH:
        return commitment
    raise InputError(f"model_commitment={commitment!r} is no hash", remedy=f"Pass {_HASH} bytes")


def _distinct(tokens: Sequence[AddressLike]) -> tuple[Address, ...]:
    found = tuple(map(to_address, tokens))
    if len(found) > MAX_REVENUE_TOKENS:
        raise InputError(f"{len(found)} revenue tokens are too many", remedy=f"Pass at most {MAX_REVENUE_TOKENS}")
    if len(set(found)) < len(found) or NATIVE in found:
        raise InputError(
            "a revenue token is named twice, or is the native coin", remedy="The native coin is revenue by itself"
        )
    return found

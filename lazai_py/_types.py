"""Values with units: addresses, amounts of coins and tokens, quota, labels.

Money is integers. Amounts are built from int, decimal string or Decimal, exactly, and a float is refused.
Amounts of different units do not mix: what would be a silent mistake raises `UnitMismatch`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import NewType, Self

from eth_hash.auto import keccak as _keccak

from lazai_py._errors import InvalidAddress, InvalidAmount, InvalidLabel, UnitMismatch

Address = NewType("Address", str)
"""An address as hex with its EIP-55 checksum; made by `to_address`."""

Hash = NewType("Hash", str)
"""The hash of a transaction or block as lower-case hex after 0x."""

Number = int | str | Decimal
"""What amounts are parsed from; strings are decimal, such as '1.5'."""

NATIVE: Address = Address("0x" + "0" * 40)
"""The asset that stands for the chain's own coin."""

MAX_UINT256 = 2**256 - 1
_ETHER_DECIMALS = 18
_GWEI_DECIMALS = 9
# Beyond any uint256 with any decimals, so that '1e999999999' is refused before its digits are made.
_MAX_EXPONENT = 400


def keccak(data: bytes) -> bytes:
    """Return the 32-byte Keccak-256 hash of `data`, as the EVM computes it."""
    return bytes(_keccak(data))


@lru_cache(maxsize=16_384)
def _checksummed(digits: str) -> Address:
    """Return `digits` (40, lower case) with their EIP-55 checksum."""
    nibbles = keccak(digits.encode()).hex()
    return Address(
        "0x" + "".join(d.upper() if int(nibble, 16) > 7 else d for d, nibble in zip(digits, nibbles, strict=False))
    )


def to_address(value: object) -> Address:
    """Return `value` as a checksummed address.

    Parameters:
        value: hex of 20 bytes after 0x in lower case, upper case or with a right checksum, 20 bytes, or
            anything that has an `address`, such as an account, a contract or a DAT handle.

    Raises:
        InvalidAddress: it is none of these, or its checksum is wrong.
    """
    if isinstance(value, bytes | bytearray) and len(value) == 20:
        return _checksummed(value.hex())
    if not isinstance(value, str):
        owner = getattr(value, "address", None)
        if owner is None:
            raise InvalidAddress(value, f"{type(value).__name__} has no address")
        return to_address(owner)
    if not re.fullmatch(r"0[xX][0-9a-fA-F]{40}", value):
        raise InvalidAddress(value, "it is not 0x and 40 hex digits")
    return _with_checksum_checked(value)


def _with_checksum_checked(value: str) -> Address:
    digits = value[2:]
    address = _checksummed(digits.lower())
    if digits not in (digits.lower(), digits.upper(), address[2:]):
        raise InvalidAddress(
            value,
            "its EIP-55 checksum is wrong, so a character may be mistyped",
            remedy=f"Compare it with its source; if every digit is right, it is {address}",
        )
    return address


def metric(name: str | bytes) -> bytes:
    """Return the 32-byte label of a metric: the Keccak hash of its name.

    Parameters:
        name: a name such as 'inference_calls', or a label of 32 bytes, which is returned as it is.

    Raises:
        InvalidLabel: the name is empty, or the bytes are not 32.
    """
    if isinstance(name, str) and name:
        return keccak(name.encode())
    if isinstance(name, bytes) and len(name) == 32:
        return name
    raise InvalidLabel(name)


def scaled(value: Number, decimals: int) -> int:
    """Return `value` times ten to the power of `decimals`, exactly.

    Parameters:
        value: a number from 0 to 2**256 - 1 after scaling.
        decimals: how many digits after the point the unit has, 0 to 255.

    Raises:
        InvalidAmount: `value` is a float, negative, no number, too large, or has more digits than `decimals`.
    """
    exact = _as_fraction(value) * 10**decimals
    if exact.denominator != 1:
        raise InvalidAmount(value, f"it has more than {decimals} digits after the point")
    return _in_range(exact.numerator, shown=value)


def _as_fraction(value: Number) -> Fraction:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise InvalidAmount(value, f"a {type(value).__name__} is not exact")
    if isinstance(value, int):
        return Fraction(value)
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise InvalidAmount(value, "it is not a decimal number") from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _MAX_EXPONENT:
        raise InvalidAmount(value, "it is not a number of a sensible size")
    return Fraction(number)


def _in_range(raw: int, *, shown: object) -> int:
    if raw < 0:
        raise InvalidAmount(shown, "it is negative")
    if raw > MAX_UINT256:
        raise InvalidAmount(shown, "it is larger than 2**256 - 1")
    return raw


def _checked_raw(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise InvalidAmount(raw, f"a {type(raw).__name__} is not a count of the smallest unit")
    return _in_range(raw, shown=raw)


def decimal_text(raw: int, decimals: int) -> str:
    """Return `raw` of a unit with `decimals` digits after the point, exactly and without idle zeros."""
    whole, part = divmod(raw, 10**decimals)
    digits = f"{part:0{decimals}d}".rstrip("0") if part else ""
    return f"{whole}.{digits}" if digits else str(whole)


class _Quantity:
    """Arithmetic that stays within one unit. Subclasses are frozen dataclasses with a `raw` count."""

    __slots__ = ()
    raw: int

    def _raw_of(self, other: object) -> int:
        """Return the raw count of `other`, which must have the same unit."""
        if type(other) is type(self) and replace(other, raw=0) == replace(self, raw=0):  # type: ignore[type-var]
            return other.raw
        raise UnitMismatch(self, other)

    def _with(self, raw: int) -> Self:
        return replace(self, raw=raw)  # type: ignore[type-var]

    def __add__(self, other: Self) -> Self:
        return self._with(self.raw + self._raw_of(other))

    def __sub__(self, other: Self) -> Self:
        return self._with(self.raw - self._raw_of(other))

    def __mul__(self, count: int) -> Self:
        if isinstance(count, bool) or not isinstance(count, int):
            raise UnitMismatch(self, count)
        return self._with(self.raw * count)

    __rmul__ = __mul__

    def __floordiv__(self, count: int) -> Self:
        if isinstance(count, bool) or not isinstance(count, int):
            raise UnitMismatch(self, count)
        return self._with(self.raw // count)

    def __lt__(self, other: Self) -> bool:
        return self.raw < self._raw_of(other)

    def __gt__(self, other: Self) -> bool:
        return self.raw > self._raw_of(other)

    def __le__(self, other: Self) -> bool:
        return self.raw <= self._raw_of(other)

    def __ge__(self, other: Self) -> bool:
        return self.raw >= self._raw_of(other)

    def __bool__(self) -> bool:
        return self.raw != 0

    def __int__(self) -> int:
        return self.raw


@dataclass(frozen=True, slots=True)
class Wei(_Quantity):
    """An amount of the native coin, counted in wei; see `wei`, `gwei` and `ether`."""

    raw: int

    def __post_init__(self) -> None:
        _checked_raw(self.raw)

    def __str__(self) -> str:
        return f"{decimal_text(self.raw, _ETHER_DECIMALS)} ETH"


def wei(amount: Number) -> Wei:
    """Return an amount of the native coin given in wei, such as `wei(1)`."""
    return Wei(scaled(amount, 0))


def gwei(amount: Number) -> Wei:
    """Return an amount of the native coin given in gwei (1e9 wei), such as `gwei("1.5")`."""
    return Wei(scaled(amount, _GWEI_DECIMALS))


def ether(amount: Number) -> Wei:
    """Return an amount of the native coin given in whole coins (1e18 wei), such as `ether("1.5")`."""
    return Wei(scaled(amount, _ETHER_DECIMALS))


@dataclass(frozen=True, slots=True)
class TokenAmount(_Quantity):
    """An amount of an ERC-20 token.

    Parameters:
        raw: the count of the token's smallest unit.
        asset: the token's contract; two amounts are of one unit when it is the same.
        decimals: the digits after the point, 0 to 255; for reading and printing.
        symbol: the token's symbol; for printing.
    """

    raw: int
    asset: Address
    decimals: int = field(default=18, compare=False)
    symbol: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        _checked_raw(self.raw)
        object.__setattr__(self, "asset", to_address(self.asset))

    @classmethod
    def parse(cls, amount: Number, *, asset: Address, decimals: int, symbol: str = "") -> TokenAmount:
        """Return an amount given in whole tokens, such as '1.5'."""
        return cls(scaled(amount, decimals), asset, decimals, symbol)

    def __str__(self) -> str:
        return f"{decimal_text(self.raw, self.decimals)} {self.symbol or self.asset}"


Amount = Wei | TokenAmount
"""Money: of the native coin or of an ERC-20 token."""


@dataclass(frozen=True, slots=True, eq=False)
class Units(_Quantity):
    """A quota of usage: `raw` counts the smallest part, of which 10**decimals make one whole unit.

    Compares and calculates with ints, which mean whole units: `Units(50_000, 3) == 50`.
    """

    raw: int
    decimals: int = 0

    def __post_init__(self) -> None:
        _checked_raw(self.raw)

    @classmethod
    def parse(cls, amount: Number | Units, decimals: int) -> Units:
        """Return `amount`, given in whole units, as a quota with `decimals` digits after the point.

        Raises:
            InvalidAmount: it is no exact amount, or has more digits than `decimals`.
            UnitMismatch: it is a quota of other decimals.
        """
        if not isinstance(amount, Units):
            return cls(scaled(amount, decimals), decimals)
        if amount.decimals != decimals:
            raise UnitMismatch(amount, cls(0, decimals))
        return amount

    def _raw_of(self, other: object) -> int:
        if isinstance(other, int) and not isinstance(other, bool):
            return other * int(10**self.decimals)
        if isinstance(other, Units) and other.decimals == self.decimals:
            return other.raw
        raise UnitMismatch(self, other)

    def __add__(self, other: Units | int) -> Units:
        return self._with(self.raw + self._raw_of(other))

    def __sub__(self, other: Units | int) -> Units:
        return self._with(self.raw - self._raw_of(other))

    def __lt__(self, other: Units | int) -> bool:
        return self.raw < self._raw_of(other)

    def __gt__(self, other: Units | int) -> bool:
        return self.raw > self._raw_of(other)

    def __le__(self, other: Units | int) -> bool:
        return self.raw <= self._raw_of(other)

    def __ge__(self, other: Units | int) -> bool:
        return self.raw >= self._raw_of(other)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Units):
            return self._whole() == other._whole()
        return self._whole() == other if isinstance(other, int) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._whole())

    def _whole(self) -> Fraction:
        return Fraction(self.raw, 10**self.decimals)

    def __str__(self) -> str:
        return decimal_text(self.raw, self.decimals)

"""Values to call data and back. Everything handed over is checked here, by name, before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from lazai_py._contract.abi import Array, Kind, Parameter, Struct
from lazai_py._errors import InputError, InvalidAmount
from lazai_py._types import to_address

_INTEGER = re.compile(r"(u?)int(\d*)")
_BYTES = re.compile(r"bytes(\d+)")
_ARRAY = re.compile(r"(.+)\[(\d*)\]")


def encode(parameters: Sequence[Parameter], values: Sequence[object]) -> bytes:
    """Return the ABI encoding of values.

    Raises:
        InvalidAddress, InvalidAmount, InputError: a value does not fit its parameter; the message names both.
    """
    return pack(parameters, checked(parameters, values))


def checked(parameters: Sequence[Parameter], values: Sequence[object]) -> tuple[Any, ...]:
    """Return values as the encoder takes them: addresses with their checksum, arrays and structs as tuples.

    Raises:
        InvalidAddress, InvalidAmount, InputError: a value does not fit its parameter; the message names both.
    """
    if len(parameters) != len(values):
        names = ", ".join(parameter.name for parameter in parameters) or "nothing"
        raise InputError(f"{len(values)} values were given", remedy=f"Pass {len(parameters)}: {names}")
    return tuple(_checked(each.name, each.kind, value) for each, value in zip(parameters, values, strict=True))


def pack(parameters: Sequence[Parameter], values: Sequence[Any]) -> bytes:
    """Return the ABI encoding of values that were checked before."""
    # eth_abi takes a quarter of a second to import, and most of what imports this module never encodes.
    import eth_abi

    return eth_abi.encode([type_name(parameter.kind) for parameter in parameters], values)


def decode(parameters: Sequence[Parameter], data: bytes) -> tuple[Any, ...]:
    """Return the values that `data` encodes, addresses with their checksum, arrays as tuples, structs as structs.

    Raises:
        ValueError: `data` does not encode these parameters.
    """
    import eth_abi
    from eth_abi.exceptions import DecodingError

    kinds = [parameter.kind for parameter in parameters]
    try:
        values = eth_abi.decode([type_name(kind) for kind in kinds], data)
    except (DecodingError, OverflowError, UnicodeDecodeError) as error:
        raise ValueError(f"0x{data.hex()} does not encode {[type_name(kind) for kind in kinds]}: {error}") from error
    return tuple(_restored(kind, value) for kind, value in zip(kinds, values, strict=True))


def type_name(kind: Kind) -> str:
    """Return the type as the ABI writes it, such as `uint256`, `(address,bool)[]`."""
    if isinstance(kind, type):
        return f"({','.join(map(type_name, kind.KINDS))})"
    return type_name(kind.item) + kind.suffix if isinstance(kind, Array) else kind


def _item(kind: str | Array) -> tuple[Kind, str] | None:
    """Return the kind of an array's items and its length ("" for any), or None for what is no array."""
    return (kind.item, kind.suffix[1:-1]) if isinstance(kind, Array) else _split(kind)


@lru_cache(maxsize=256)
def _split(kind: str) -> tuple[str, str] | None:
    match = _ARRAY.fullmatch(kind)
    return (match[1], match[2]) if match else None


@lru_cache(maxsize=256)
def _range(kind: str) -> tuple[int, int] | None:
    """Return the lowest and the highest value of an integer kind, or None for another kind."""
    match = _INTEGER.fullmatch(kind)
    if match is None:
        return None
    top = 1 << int(match[2] or 256)
    return (0, top - 1) if match[1] else (-(top // 2), top // 2 - 1)


def _checked(name: str, kind: Kind, value: Any) -> Any:
    if isinstance(kind, type):
        return _checked_struct(name, kind, value)
    array = _item(kind)
    if array:
        return _checked_items(name, array, value)
    return _checked_word(name, type_name(kind), value)


def _checked_word(name: str, kind: str, value: Any) -> Any:
    if kind == "address":
        return to_address(value)
    limits = _range(kind)
    return _checked_integer(name, kind, limits, value) if limits else _checked_bytes_or_text(name, kind, value)


def _checked_integer(name: str, kind: str, limits: tuple[int, int], value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidAmount(value, f"{name} is an integer ({kind}), not a {type(value).__name__}")
    low, high = limits
    if not low <= value <= high:
        raise InvalidAmount(value, f"{name} is {kind}", remedy=f"Pass an integer from {low} to {high}")
    return value


def _checked_bytes_or_text(name: str, kind: str, value: Any) -> Any:
    wanted: Any = {"string": str, "bool": bool}.get(kind, bytes)
    if not isinstance(value, wanted):
        raise InputError(f"{name} is {kind} and {value!r} is not", remedy=f"Pass {wanted.__name__}")
    sized = _BYTES.fullmatch(kind)
    if sized and len(value) != int(sized[1]):
        raise InputError(f"{name} is {kind} and {value!r} has {len(value)} bytes", remedy=f"Pass {sized[1]} bytes")
    return value


def _checked_items(name: str, array: tuple[Kind, str], value: Any) -> tuple[Any, ...]:
    item, length = array
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise InputError(f"{name} is an array and {value!r} is not", remedy="Pass a list or a tuple")
    if length and len(value) != int(length):
        raise InputError(f"{name} has {len(value)} items", remedy=f"Pass {length}")
    return tuple(_checked(f"{name}[{position}]", item, each) for position, each in enumerate(value))


def _checked_struct(name: str, kind: type[Struct], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, kind):
        raise InputError(f"{name} is a {kind.__name__} and {value!r} is not", remedy=f"Pass a {kind.__name__}")
    fields = zip(kind.names(), kind.KINDS, value.values(), strict=True)
    return tuple(_checked(f"{name}.{field}", item, each) for field, item, each in fields)


def _restored(kind: Kind, value: Any) -> Any:
    if isinstance(kind, type):
        return kind(*(_restored(item, each) for item, each in zip(kind.KINDS, value, strict=True)))
    array = _item(kind)
    if array:
        return tuple(_restored(array[0], each) for each in value)
    return to_address(value) if kind == "address" else value

"""Headers and JSON, read strictly: what comes from outside is checked for kind, size and range before it is a value.

Every failure is a `MalformedMessage`; nothing that a stranger can send raises anything else.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import NoReturn

from lazai_py._errors import InvalidAddress
from lazai_py._types import Address, to_address
from lazai_py.metering.errors import MalformedMessage

HEADER_LIMIT = 16 * 1024
"""The most bytes that a payment header may have."""

TEXT_LIMIT = 2048

_UINT = re.compile(r"0|[1-9][0-9]{0,77}")
_NETWORK = re.compile(r"eip155:([1-9][0-9]{0,18})")
_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")
_WORD_BITS = 256

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]


def pack_header(message: Mapping[str, Json]) -> str:
    """Return a message as the value of a header: base64 of JSON."""
    return base64.b64encode(json.dumps(message, separators=(",", ":")).encode()).decode()


def unpack_header(value: str | bytes) -> Object:
    """Return the message in a header's value.

    Raises:
        MalformedMessage: it is no base64 of a JSON object; `too_large` when it exceeds `HEADER_LIMIT`.
    """
    if len(value) > HEADER_LIMIT:
        raise MalformedMessage(f"a header of {len(value)} bytes; {HEADER_LIMIT} are allowed", too_large=True)
    try:
        return unpack_json(base64.b64decode(value, validate=True))
    except (binascii.Error, ValueError) as error:
        if isinstance(error, MalformedMessage):
            raise
        raise MalformedMessage("a header that is not base64") from None


def unpack_json(data: bytes) -> Object:
    """Return the JSON object in `data`.

    Raises:
        MalformedMessage: it is none, or names a key twice.
    """
    try:
        message = json.loads(data, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        if isinstance(error, MalformedMessage):
            raise
        raise MalformedMessage("no JSON") from None
    if not isinstance(message, dict):
        raise MalformedMessage("JSON that is not an object")
    return message


def _once(pairs: list[tuple[str, Json]]) -> Object:
    # Two readers could each take another of the two values.
    message = dict(pairs)
    if len(message) != len(pairs):
        raise MalformedMessage("a key is there twice")
    return message


def _no_number(text: str) -> NoReturn:
    raise MalformedMessage(f"{text} is no JSON")


def _member(message: Object, name: str) -> Json:
    if name not in message:
        raise MalformedMessage(f"{name} is missing")
    return message[name]


def read_text(message: Object, name: str, *, limit: int = TEXT_LIMIT) -> str:
    """Return a text of at most `limit` characters."""
    value = _member(message, name)
    if not isinstance(value, str) or len(value) > limit:
        raise MalformedMessage(f"{name} is no text of at most {limit} characters")
    return value


def read_object(message: Object, name: str) -> Object:
    """Return a JSON object inside the message."""
    value = _member(message, name)
    if not isinstance(value, dict):
        raise MalformedMessage(f"{name} is no object")
    return value


def optional_object(message: Object, name: str) -> Object:
    """Return a JSON object inside the message, empty when it is not there."""
    return read_object(message, name) if name in message else {}


def read_list(message: Object, name: str, *, limit: int) -> list[Object]:
    """Return a list of at most `limit` JSON objects."""
    value = _member(message, name)
    if not isinstance(value, list) or len(value) > limit:
        raise MalformedMessage(f"{name} is no list of at most {limit}")
    if not all(isinstance(item, dict) for item in value):
        raise MalformedMessage(f"{name} has a member that is no object")
    return [item for item in value if isinstance(item, dict)]


def read_uint(message: Object, name: str, *, bits: int = _WORD_BITS) -> int:
    """Return a number from 0 to 2**bits - 1, written as decimal digits in a string: JSON's own lose precision."""
    value = _member(message, name)
    if not isinstance(value, str) or not _UINT.fullmatch(value) or int(value) >> bits:
        raise MalformedMessage(f"{name} is no decimal string of at most {bits} bits")
    return int(value)


def read_small(message: Object, name: str, *, top: int) -> int:
    """Return a JSON number from 0 to `top`."""
    value = _member(message, name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= top:
        raise MalformedMessage(f"{name} is no number from 0 to {top}")
    return value


def read_bytes(message: Object, name: str, *, size: int | None = None, limit: int = TEXT_LIMIT) -> bytes:
    """Return bytes from hex after 0x: exactly `size`, or at most `limit`."""
    value = _member(message, name)
    if not isinstance(value, str) or len(value) > 2 + 2 * limit or not _HEX.fullmatch(value):
        raise MalformedMessage(f"{name} is no hex after 0x")
    data = bytes.fromhex(value[2:])
    if size is not None and len(data) != size:
        raise MalformedMessage(f"{name} has {len(data)} bytes, not {size}")
    return data


def read_address(message: Object, name: str) -> Address:
    """Return an address; a wrong checksum is refused."""
    value = _member(message, name)
    try:
        return to_address(value) if isinstance(value, str) else _no_address(name)
    except InvalidAddress:
        _no_address(name)


def _no_address(name: str) -> NoReturn:
    raise MalformedMessage(f"{name} is no address")


def read_network(message: Object, name: str = "network") -> int:
    """Return the chain id that a CAIP-2 name such as `eip155:31337` stands for."""
    match = _NETWORK.fullmatch(read_text(message, name))
    if match is None:
        raise MalformedMessage(f"{name} is no eip155 network")
    return int(match[1])


def to_hex(data: bytes) -> str:
    """Return bytes as hex after 0x."""
    return "0x" + data.hex()

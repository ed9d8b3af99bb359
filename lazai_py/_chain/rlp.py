"""Recursive length prefix: how transactions are written down for signing and sending."""

from __future__ import annotations

from collections.abc import Sequence

Item = bytes | Sequence["Item"]


def encode(item: Item) -> bytes:
    """Return the encoding of bytes, or of a list of items."""
    if isinstance(item, bytes):
        if len(item) == 1 and item[0] < 0x80:
            return item
        return _prefix(len(item), 0x80) + item
    body = b"".join(map(encode, item))
    return _prefix(len(body), 0xC0) + body


def number(value: int) -> bytes:
    """Return a number as RLP wants it: big-endian without leading zeros, zero as no bytes."""
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def decode_list(data: bytes) -> list[Item]:
    """Return the items of an encoded list.

    Raises:
        ValueError: `data` is not exactly one well-formed list.
    """
    item, end = _decode(data, 0)
    if isinstance(item, bytes) or end != len(data):
        raise ValueError("not one RLP list")
    return list(item)


def _prefix(length: int, offset: int) -> bytes:
    if length < 56:
        return bytes([offset + length])
    size = number(length)
    return bytes([offset + 55 + len(size)]) + size


def _decode(data: bytes, start: int) -> tuple[Item, int]:
    is_list, body, end = _bounds(data, start)
    if not is_list:
        return data[body:end], end
    items: list[Item] = []
    while body < end:
        item, body = _decode(data, body)
        items.append(item)
    if body != end:
        raise ValueError("an RLP item overruns its list")
    return items, end


def _bounds(data: bytes, start: int) -> tuple[bool, int, int]:
    """Return whether the item at `start` is a list, and where its content begins and ends."""
    if start >= len(data):
        raise ValueError("RLP data ends too early")
    first = data[start]
    if first < 0x80:
        return False, start, start + 1
    is_list = first >= 0xC0
    length = first - (0xC0 if is_list else 0x80)
    body = start + 1
    if length > 55:
        body += length - 55
        length = int.from_bytes(data[start + 1 : body], "big")
    if body + length > len(data):
        raise ValueError("RLP data ends too early")
    return is_list, body, body + length

"""Writes ONNX files by hand, so that tests can write what no exporter would."""

from __future__ import annotations

import struct
from collections.abc import Sequence

FLOAT, DOUBLE = 1, 11


def field(number: int, value: bytes | int) -> bytes:
    """One field of a message."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    value &= 2**64 - 1
    groups = [value & 127]
    while value := value >> 7:
        groups.append(value & 127)
    return bytes([*(group | 128 for group in groups[:-1]), groups[-1]])


def text(number: int, value: str) -> bytes:
    """A field of text."""
    return field(number, value.encode())


def tensor(name: str, dims: Sequence[int], values: Sequence[float], *, kind: int = FLOAT, extra: bytes = b"") -> bytes:
    """A tensor of numbers."""
    raw = struct.pack(f"<{len(values)}{'d' if kind == DOUBLE else 'f'}", *values)
    return b"".join(field(1, each) for each in dims) + field(2, kind) + text(8, name) + field(9, raw) + extra


def node(kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: int) -> bytes:
    """A node with integers for attributes."""
    parts = [*(text(1, each) for each in inputs), *(text(2, each) for each in outputs), text(4, kind)]
    return b"".join([*parts, *(field(5, text(1, name) + field(3, value)) for name, value in attributes.items())])


def model(
    nodes: Sequence[bytes], tensors: Sequence[bytes], *, inputs: Sequence[str] = ("x",), output: str = "y"
) -> bytes:
    """A file with one graph."""
    parts = [*(field(1, each) for each in nodes), *(field(5, each) for each in tensors)]
    parts += [*(field(11, text(1, each)) for each in inputs), field(12, text(1, output))]
    return field(1, 8) + field(7, b"".join(parts))

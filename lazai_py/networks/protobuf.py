"""Reading protocol buffers, as far as ONNX files need it: fields of messages, and repeated numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lazai_py._errors import InvalidNetwork

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
"""How the value of a field is written."""
_LONGEST_VARINT = 10


class Message:
    """One message: its fields by number, each in the order in which it stands.

    Parameters:
        data: the message.

    Raises:
        InvalidNetwork: the bytes are no protocol buffer.
    """

    def __init__(self, data: bytes) -> None:
        self._fields: dict[int, list[int | bytes]] = {}
        for number, value in _fields(data):
            self._fields.setdefault(number, []).append(value)

    def messages(self, number: int) -> list[Message]:
        """Return the messages in a field."""
        return [Message(each) for each in self.all_bytes(number)]

    def all_bytes(self, number: int) -> list[bytes]:
        """Return what stands in a field of bytes."""
        return [_kind(each, bytes) for each in self._fields.get(number, [])]

    def data(self, number: int) -> bytes:
        """Return the last bytes of a field; empty when it is missing."""
        return self.all_bytes(number)[-1] if number in self._fields else b""

    def texts(self, number: int) -> list[str]:
        """Return the texts in a field."""
        return [each.decode("utf-8", "replace") for each in self.all_bytes(number)]

    def text(self, number: int) -> str:
        """Return the last text of a field; empty when it is missing."""
        return self.data(number).decode("utf-8", "replace")

    def integer(self, number: int, default: int = 0) -> int:
        """Return the last integer of a field, signed; a default when it is missing."""
        found = self.integers(number)
        return found[-1] if found else default

    def integers(self, number: int) -> list[int]:
        """Return the signed integers in a field, packed or not."""
        values: list[int] = []
        for each in self._fields.get(number, []):
            values.extend([each] if isinstance(each, int) else _packed(each))
        return [value - (1 << 64) if value >> 63 else value for value in values]

    def raw_numbers(self, number: int, size: int) -> bytes:
        """Return the fixed-width numbers in a field, packed or not, one after the other as they are written."""
        values = self._fields.get(number, [])
        return b"".join(each if isinstance(each, bytes) else each.to_bytes(size, "little") for each in values)


def _kind(value: int | bytes, kind: type[bytes]) -> bytes:
    if not isinstance(value, kind):
        raise _broken()
    return value


def _packed(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data):
        value, at = _varint(data, at)
        yield value


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        value, at = _value(data, at, key & 7)
        yield key >> 3, value


def _value(data: bytes, at: int, wire: int) -> tuple[int | bytes, int]:
    if wire == VARINT:
        return _varint(data, at)
    if wire in (FIXED32, FIXED64):
        end = at + (4 if wire == FIXED32 else 8)
        return int.from_bytes(_slice(data, at, end), "little"), end
    if wire == BYTES:
        length, at = _varint(data, at)
        return _slice(data, at, at + length), at + length
    raise _broken()


def _slice(data: bytes, start: int, end: int) -> bytes:
    if end > len(data):
        raise _broken()
    return data[start:end]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(_LONGEST_VARINT):
        if at + place >= len(data):
            break
        byte = data[at + place]
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value & (1 << 64) - 1, at + place + 1
    raise _broken()


def _broken() -> InvalidNetwork:
    return InvalidNetwork("the file is no ONNX model, or is cut short", remedy="Pass a whole .onnx file")

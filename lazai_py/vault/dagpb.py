"""The two protobuf messages of a UnixFS file node: the dag-pb node around, the UnixFS entry inside.

    PBNode     links = 2 (repeated PBLink), data = 1; links are written first
    PBLink     hash = 1 (binary CID), name = 2, tsize = 3
    UnixFS     type = 1, data = 2, filesize = 3, blocksizes = 4 (repeated)

Fields that are not named here are skipped, as every reader of protobuf does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lazai_py._errors import InvalidCid
from lazai_py.vault.cid import Cid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VARINT, _BYTES = 0, 2
_TYPE_NAMES: dict[int | None, str] = {
    1: "a directory",
    3: "metadata of a file",
    4: "a symbolic link",
    5: "a sharded directory",
}
_RAW, _FILE = 0, 2
_LONGEST_VARINT = 10


class NodeError(ValueError):
    """A dag-pb block that is no node of a UnixFS file. Stores turn it into `UnreadableContent`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference from a node to a child.

    Attributes:
        cid: the child's root block.
        size: bytes of content below the child.
        total: bytes of all blocks of the child, the child included.
    """

    cid: Cid
    size: int
    total: int


@dataclass(frozen=True, slots=True)
class FileNode:
    """A node of a file as it was read: bytes of its own, then its children in order.

    Attributes:
        data: content kept in the node itself; empty in trees with raw leaves.
        children: each child's CID and the bytes of content that the node says are below it.
    """

    data: bytes
    children: tuple[tuple[Cid, int], ...]

    @property
    def size(self) -> int:
        """Bytes of content below the node."""
        return len(self.data) + sum(size for _, size in self.children)


def encode_node(links: Sequence[Link]) -> bytes:
    """The block of an inner node: children only, no content of its own."""
    entry = _number(1, _FILE) + _number(3, sum(link.size for link in links))
    entry += b"".join(_number(4, link.size) for link in links)
    return b"".join(_bytes(2, _encode_link(link)) for link in links) + _bytes(1, entry)


def decode_node(block: bytes) -> FileNode:
    """Read a dag-pb block as a node of a UnixFS file.

    Raises:
        NodeError: the block is no protobuf, no file, or contradicts itself about sizes.
    """
    entry, links = b"", []
    for number, value in _fields(block):
        if number == 1:
            entry = _expect_bytes(value)
        elif number == 2:
            links.append(_decode_link(_expect_bytes(value)))
    data, filesize, sizes = _decode_entry(entry)
    if len(sizes) != len(links):
        reason = f"it has {len(links)} children and {len(sizes)} sizes of children"
        raise NodeError(reason)
    node = FileNode(data, tuple(zip(links, sizes, strict=True)))
    if node.size != filesize:
        reason = f"it promises {filesize} bytes and its parts make {node.size}"
        raise NodeError(reason)
    return node


def _encode_link(link: Link) -> bytes:
    # The name is written although it is empty: every implementation does, and the hash depends on it.
    return _bytes(1, bytes(link.cid)) + _bytes(2, b"") + _number(3, link.total)


def _decode_link(message: bytes) -> Cid:
    for number, value in _fields(message):
        if number == 1:
            try:
                return Cid.from_bytes(_expect_bytes(value))
            except InvalidCid as error:
                reason = f"a link cannot be followed: {error}"
                raise NodeError(reason) from None
    raise NodeError("a link has no hash")


def _decode_entry(message: bytes) -> tuple[bytes, int, list[int]]:
    kind, data, filesize, sizes = None, b"", None, []
    for number, value in _fields(message):
        if number == 1:
            kind = _expect_number(value)
        elif number == 2:
            data = _expect_bytes(value)
        elif number == 3:
            filesize = _expect_number(value)
        elif number == 4:
            sizes += [value] if isinstance(value, int) else _packed(value)
    if kind not in (_RAW, _FILE):
        reason = f"it is {_TYPE_NAMES.get(kind, 'no UnixFS entry')}, not a file"
        raise NodeError(reason)
    return data, len(data) + sum(sizes) if filesize is None else filesize, sizes


def _varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3 | _VARINT) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | _BYTES) + _varint(len(value)) + value


def _read_varint(message: bytes, start: int) -> tuple[int, int]:
    """The number at `start` and the position behind it."""
    number = 0
    for shift, byte in enumerate(message[start : start + _LONGEST_VARINT]):
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            return number, start + shift + 1
    raise NodeError("a number in it does not end")


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a protobuf message in order, numbers and byte strings only (UnixFS has no others)."""
    position = 0
    while position < len(message):
        key, position = _read_varint(message, position)
        value, position = _read_varint(message, position)
        if key & 7 == _VARINT:
            yield key >> 3, value
        elif key & 7 == _BYTES and position + value <= len(message):
            yield key >> 3, message[position : position + value]
            position += value
        else:
            raise NodeError("it is no UnixFS protobuf")


def _packed(message: bytes) -> list[int]:
    numbers, position = [], 0
    while position < len(message):
        number, position = _read_varint(message, position)
        numbers.append(number)
    return numbers


def _expect_bytes(value: int | bytes) -> bytes:
    if isinstance(value, int):
        raise NodeError("it has a number where bytes belong")
    return value


def _expect_number(value: int | bytes) -> int:
    if isinstance(value, bytes):
        raise NodeError("it has bytes where a number belongs")
    return value

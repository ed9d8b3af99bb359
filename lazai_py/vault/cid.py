"""Content identifiers: which bytes are meant, said in a way that anyone can check."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from enum import IntEnum

from lazai_py._errors import InvalidCid

_SHA2_256 = b"\x12\x20"
"""The multihash head: function sha2-256, 32 bytes of digest follow."""
_VERSION = b"\x01"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LONGEST_TEXT = 64
"""No CID read here is longer: 59 characters in base32, 50 in base58."""


class Codec(IntEnum):
    """How the block named by a CID is read; the value is its multicodec number."""

    RAW = 0x55
    """The block is the content."""
    DAG_PB = 0x70
    """The block is a node of a UnixFS tree."""


@dataclass(frozen=True, slots=True, order=True)
class Cid:
    """A CIDv1 over sha2-256: the name of one block, and through it of everything below that block.

    A CIDv0 (`Qm...`) names the same block as the CIDv1 with the dag-pb codec and is read as that.

    Attributes:
        digest: 32 bytes, the sha2-256 hash of the named block. This is the `integrityHash` of a class.
        codec: how the named block is read.
    """

    digest: bytes
    codec: Codec = Codec.RAW

    def __post_init__(self) -> None:
        """Refuse a digest of another length: it would make a CID that nobody else can read."""
        if len(self.digest) != 32:
            raise InvalidCid(self.digest.hex(), f"a sha2-256 digest has 32 bytes, not {len(self.digest)}")

    @classmethod
    def of_block(cls, block: bytes, codec: Codec = Codec.RAW) -> Cid:
        """The CID of one block, whatever its length."""
        return cls(hashlib.sha256(block).digest(), codec)

    @classmethod
    def parse(cls, text: str | Cid) -> Cid:
        """Read a CID from its text.

        Args:
            text: `b...` (base32), `z...` (base58) or `Qm...` (version 0), bare or as `ipfs://...`. A `Cid` is returned
                as it is.

        Raises:
            InvalidCid: the text is no CID, names a path inside a folder, or uses another hash or codec.
        """
        if isinstance(text, Cid):
            return text
        bare = text.removeprefix("ipfs://")
        if "/" in bare:
            raise InvalidCid(text, "a path inside a folder is not one piece of content")
        if len(bare) > _LONGEST_TEXT:
            raise InvalidCid(text, f"it is longer than {_LONGEST_TEXT} characters")
        return cls.from_bytes(_decode(text, bare), text=text)

    @classmethod
    def from_bytes(cls, binary: bytes, *, text: str | None = None) -> Cid:
        """Read a CID from its binary form, version 0 (34 bytes) or 1 (36 bytes).

        Args:
            binary: the CID as it stands in a dag-pb link.
            text: what to name in an error, when the bytes came from a text.

        Raises:
            InvalidCid: the hash is not sha2-256, or the codec is neither raw nor dag-pb.
        """
        named = binary.hex() if text is None else text
        if len(binary) == 34 and binary.startswith(_SHA2_256):
            return cls(binary[2:], Codec.DAG_PB)
        if len(binary) != 36 or not binary.startswith(_VERSION) or binary[2:4] != _SHA2_256:
            raise InvalidCid(named, "it is not a CID over sha2-256")
        try:
            codec = Codec(binary[1])
        except ValueError:
            raise InvalidCid(named, f"its codec 0x{binary[1]:02x} is neither raw (0x55) nor dag-pb (0x70)") from None
        return cls(binary[4:], codec)

    @property
    def uri(self) -> str:
        """The CID as a URI, `ipfs://b...`: what a class keeps as its `metadataURI`."""
        return f"ipfs://{self}"

    def __bytes__(self) -> bytes:
        """The binary form, 36 bytes, as a dag-pb link holds it."""
        return _VERSION + bytes([self.codec]) + _SHA2_256 + self.digest

    def __str__(self) -> str:
        """The text form, `b...` in base32, as IPFS prints it."""
        return "b" + base64.b32encode(bytes(self)).decode("ascii").rstrip("=").lower()


def _decode(text: str, bare: str) -> bytes:
    """The bytes behind a CID's text; `text` is what the caller wrote, for the error."""
    try:
        if bare.startswith("b"):
            return _from_base32(bare[1:])
        if bare.startswith("z"):
            return _from_base58(bare[1:])
        if bare.startswith("Qm"):
            return _from_base58(bare)
    except ValueError as error:
        raise InvalidCid(text, str(error)) from None
    raise InvalidCid(text, "it starts neither with b, z nor Qm")


def _from_base32(digits: str) -> bytes:
    padded = digits.upper() + "=" * (-len(digits) % 8)
    try:
        binary = base64.b32decode(padded)
    except ValueError:
        raise ValueError("it is no base32") from None
    # The last digit holds bits that belong to no byte: were they free, one block would have several names.
    if base64.b32encode(binary).decode("ascii").rstrip("=").lower() != digits:
        raise ValueError("it is not in the one spelling base32 has for it (lower case, no spare bits)")
    return binary


def _from_base58(digits: str) -> bytes:
    number = 0
    for digit in digits:
        position = _BASE58.find(digit)
        if position < 0:
            raise ValueError("it is no base58")
        number = number * 58 + position
    zeros = len(digits) - len(digits.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")

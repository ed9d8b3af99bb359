"""What a vault does, and how one is made from a place that keeps blocks."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from lazai_py._errors import IntegrityError, InvalidJson, NotInVault, UnreadableContent
from lazai_py.vault.cid import Cid
from lazai_py.vault.tree import blocks_of, chunks_of, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


class Source(Protocol):
    """A place that content can be read from, every block checked against its name."""

    def get(self, cid: Cid | str) -> bytes:
        """The content under a CID.

        Raises:
            InvalidCid: `cid` is no CID that can be read here.
            NotInVault: the content, or a block of it, is not there.
            IntegrityError: what is there does not have the hash that its name states.
            UnreadableContent: the blocks are genuine and yet no file.
            VaultUnavailable: the place cannot be reached or read.
        """

    def has(self, cid: Cid | str) -> bool:
        """Whether the root block of the content is there. `put` writes the root last, so the rest is there with it."""

    def get_json(self, cid: Cid | str) -> Any:
        """The content under a CID, read as JSON.

        Raises what `get` raises, and `UnreadableContent` for content that is no JSON.
        """


class Vault(Source, Protocol):
    """A place that also takes content in, under the name IPFS would give it."""

    def put(self, content: bytes) -> Cid:
        """Keep content and return its CID. Putting the same content again changes nothing.

        Raises:
            VaultUnavailable: the place cannot be written.
        """

    def put_json(self, value: Json) -> Cid:
        """Keep a value as canonical JSON (sorted keys, no white space, UTF-8), so that equal values share a CID.

        Raises:
            InvalidJson: the value holds what JSON cannot say (NaN, a set, ...).
        """


def canonical_json(value: Json) -> bytes:
    """The bytes that `put_json` keeps: sorted keys, no white space, UTF-8.

    Raises:
        InvalidJson: the value holds what JSON cannot say.
    """
    try:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        return text.encode()
    except (TypeError, ValueError) as error:
        raise InvalidJson(value, str(error)) from error


class BlockSource(ABC):
    """Reads content from blocks; a subclass says where a block comes from."""

    limit: int | None = None
    """The most bytes of one content that `get` puts together; None for no limit."""

    @abstractmethod
    def _read(self, cid: Cid) -> bytes | None:
        """The block kept under a CID, unchecked, or None when there is none."""

    @abstractmethod
    def _place(self) -> str:
        """Where blocks are looked for, as an error should name it."""

    def get(self, cid: Cid | str) -> bytes:
        """See `Source.get`."""
        return join(Cid.parse(cid), self._checked, limit=self.limit)

    def has(self, cid: Cid | str) -> bool:
        """See `Source.has`."""
        return self._read(Cid.parse(cid)) is not None

    def get_json(self, cid: Cid | str) -> Any:
        """See `Source.get_json`."""
        parsed = Cid.parse(cid)
        try:
            return json.loads(self.get(parsed))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            raise UnreadableContent(str(parsed), f"it is no JSON: {error}") from None

    def _checked(self, cid: Cid) -> bytes:
        block = self._read(cid)
        if block is None:
            raise NotInVault(str(cid), self._place())
        found = Cid.of_block(block, cid.codec)
        if found != cid:
            raise IntegrityError(cid.digest.hex(), found.digest.hex(), f"block {cid} in {self._place()}")
        return block


class BlockVault(BlockSource):
    """Keeps content as blocks; a subclass says where they go."""

    @abstractmethod
    def _write(self, cid: Cid, block: bytes) -> None:
        """Keep a block under its CID, in one step that no reader sees half of."""

    def put(self, content: bytes) -> Cid:
        """See `Vault.put`."""
        for block in blocks_of(chunks_of(content)):
            self._write(block.cid, block.data)
        return block.cid

    def put_json(self, value: Json) -> Cid:
        """See `Vault.put_json`."""
        return self.put(canonical_json(value))

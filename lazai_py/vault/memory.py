"""A vault that lasts as long as the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lazai_py.vault.vault import BlockVault

if TYPE_CHECKING:
    from lazai_py.vault.cid import Cid


class MemoryVault(BlockVault):
    """Keeps blocks in memory; for tests and for content that nobody needs again."""

    def __init__(self) -> None:
        """An empty vault."""
        self._blocks: dict[Cid, bytes] = {}

    def _read(self, cid: Cid) -> bytes | None:
        return self._blocks.get(cid)

    def _write(self, cid: Cid, block: bytes) -> None:
        self._blocks[cid] = block

    def _place(self) -> str:
        return "the memory of this process"

"""A vault in a folder of this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lazai_py._errors import VaultUnavailable
from lazai_py.vault.cid import Cid
from lazai_py.vault.vault import BlockVault


def default_folder() -> Path:
    """Where blocks are kept unless somebody says otherwise: `LAZAI_VAULT`, else the user's data folder."""
    named = os.environ.get("LAZAI_VAULT")
    if named:
        return Path(named).expanduser()
    return _data_folder() / "lazai" / "vault"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


class LocalVault(BlockVault):
    """Keeps each block as a file named after its CID. Threads and processes may share a folder freely."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        """Use a folder, which is made at the first `put`.

        Args:
            folder: where to keep blocks; `default_folder()` when None.
        """
        self.folder = default_folder() if folder is None else Path(folder)

    def path_of(self, cid: Cid | str) -> Path:
        """The file that holds the root block of a CID, or would."""
        name = str(Cid.parse(cid))
        # All CIDs begin alike and the last character has only some values, so the two before it spread best.
        return self.folder / name[-3:-1] / name

    def _read(self, cid: Cid) -> bytes | None:
        path = self.path_of(cid)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise VaultUnavailable(str(path), str(error)) from error

    def _write(self, cid: Cid, block: bytes) -> None:
        # Written even when the file is there: a file that was damaged is healed by putting its content again.
        path = self.path_of(cid)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(8).hex()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                unfinished.write_bytes(block)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
        except OSError as error:
            raise VaultUnavailable(str(path), str(error)) from error

    def _place(self) -> str:
        return str(self.folder)

"""Content-addressed vaults: what a class points to, kept under names that are hashes and checked on every read.

Content of up to 256 KiB is one block and its CID has the raw codec; larger content is a tree of such blocks and has the
CID that `ipfs add --cid-version=1 --raw-leaves` gives it. The `integrityHash` of a class is the digest in that root
CID: URI and hash state the same thing, and for a tree the digest binds every block below it. So what is verified is
the content under its URI, not a second hash of the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lazai_py.vault.cid import Cid, Codec
from lazai_py.vault.local import LocalVault, default_folder
from lazai_py.vault.memory import MemoryVault
from lazai_py.vault.tree import cid_of
from lazai_py.vault.vault import Json, Source, Vault, canonical_json

if TYPE_CHECKING:
    from lazai_py.vault.gateway import GatewayVault

__all__ = [
    "Cid",
    "Codec",
    "GatewayVault",
    "Json",
    "LocalVault",
    "MemoryVault",
    "Source",
    "Vault",
    "canonical_json",
    "cid_of",
    "default_folder",
]


def __getattr__(name: str) -> object:
    if name != "GatewayVault":
        reason = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(reason)
    # Its HTTP client takes longer to import than everything else here.
    from lazai_py.vault.gateway import GatewayVault

    return GatewayVault

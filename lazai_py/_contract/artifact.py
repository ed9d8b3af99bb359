"""The compiled contracts that come with the package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "artifacts"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One compiled contract.

    Parameters:
        name: the contract's name.
        source: its file in the project.
        source_hash: SHA-256 of all it was compiled from, settings included.
        abi: the standard JSON ABI.
        bytecode: creation code without constructor arguments; empty for an interface.
        deployed_bytecode: what lies on the chain, with zeros in the place of immutable values.
        immutables: start and length, in bytes, of each immutable value in `deployed_bytecode`.
    """

    name: str
    source: str
    source_hash: str
    abi: list[dict[str, Any]]
    bytecode: bytes
    deployed_bytecode: bytes
    immutables: tuple[tuple[int, int], ...]

    @classmethod
    def read(cls, file: Path) -> Artifact:
        """Read an artifact from its JSON file."""
        written = json.loads(file.read_text("utf-8"))
        return cls(
            name=written["name"],
            source=written["source"],
            source_hash=written["sourceHash"],
            abi=written["abi"],
            bytecode=bytes.fromhex(written["bytecode"][2:]),
            deployed_bytecode=bytes.fromhex(written["deployedBytecode"][2:]),
            immutables=tuple((start, length) for start, length in written["immutableReferences"]),
        )

    def is_code(self, code: bytes) -> bool:
        """Whether `code`, as read from a chain, is this contract, whatever its immutable values are."""
        masked = bytearray(code)
        for start, length in self.immutables:
            masked[start : start + length] = bytes(length)
        return bytes(masked) == self.deployed_bytecode


@lru_cache(maxsize=64)
def artifact(name: str, folder: Path = FOLDER) -> Artifact:
    """Return the artifact of a contract. Read once.

    Raises:
        FileNotFoundError: the folder has none of that name.
    """
    return Artifact.read(folder / f"{name}.json")

"""Which contracts there are, what each is made of, and the hash that tells whether an artifact is stale.

Nothing here needs a compiler or the installed dependencies: packages from npm enter the hash by their locked version.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

CONTRACTS = PurePosixPath("contracts")
MOCKS = CONTRACTS / "mocks"
DEPENDENCIES = "node_modules/"
# Interfaces of other people's contracts that the SDK talks to.
FOREIGN = (PurePosixPath("scripts/codegen/Erc20.sol"), PurePosixPath("scripts/codegen/SignedErc20.sol"))

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"""^\s*import\s+(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']""", re.MULTILINE)
_CONTRACT = re.compile(r"^contract\s+(\w+)", re.MULTILINE)
_INTERFACE = re.compile(r"^interface\s+(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """One contract that gets an artifact.

    Parameters:
        name: The contract's name, unique in the project.
        source: Its file, relative to the root of the project.
    """

    name: str
    source: str

    @property
    def is_mock(self) -> bool:
        """Whether the contract serves tests only, and so stays out of the package."""
        return PurePosixPath(self.source).is_relative_to(MOCKS)


@dataclass(frozen=True)
class Project:
    """The Solidity side of the project at `root`."""

    root: Path

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The compiler's settings in standard JSON, as `foundry.toml` has them."""
        profile = tomllib.loads((self.root / "foundry.toml").read_text("utf-8"))["profile"]["default"]
        settings: dict[str, Any] = {
            "remappings": sorted(profile["remappings"]),
            "optimizer": {"enabled": profile["optimizer"], "runs": profile["optimizer_runs"]},
            "metadata": {"bytecodeHash": profile.get("bytecode_hash", "ipfs")},
            "evmVersion": profile["evm_version"],
            "viaIR": _by_ir(profile),
        }
        if not profile.get("cbor_metadata", True):
            settings["metadata"]["appendCBOR"] = False
        return settings

    @cached_property
    def locked(self) -> dict[str, str]:
        """The version of every npm package, by its folder under the root."""
        packages = json.loads((self.root / "package-lock.json").read_text("utf-8"))["packages"]
        return {folder: package["version"] for folder, package in packages.items() if folder}

    @property
    def compiler(self) -> str:
        """The version of the compiler, such as `0.8.37`."""
        return self.locked[f"{DEPENDENCIES}solc"]

    def units(self) -> list[Unit]:
        """Every contract that can be deployed, and the foreign interfaces, sorted by name.

        Raises:
            ValueError: Two contracts have one name.
        """
        files = sorted(path.relative_to(self.root) for path in (self.root / CONTRACTS).rglob("*.sol"))
        found = [Unit(name, file.as_posix()) for file in files for name in self._declared(file.as_posix(), _CONTRACT)]
        found += [Unit(name, file.as_posix()) for file in FOREIGN for name in self._declared(str(file), _INTERFACE)]
        names = [unit.name for unit in found]
        if repeated := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"more than one contract is named {', '.join(repeated)}: rename all but one")
        return sorted(found)

    def closure(self, source: str, *, own_only: bool = False) -> list[str]:
        """The files that a source is compiled from, itself included, sorted.

        Parameters:
            source: A file, relative to the root.
            own_only: Stop at the border of the project; packages are named by a file of theirs but not followed.
        """
        seen: set[str] = set()
        waiting = [source]
        while waiting:
            file = waiting.pop()
            if file in seen:
                continue
            seen.add(file)
            if not (own_only and file.startswith(DEPENDENCIES)):
                waiting += self._imports(file)
        return sorted(seen)

    def source_hash(self, unit: Unit) -> str:
        """The SHA-256 of everything that the artifact of a contract depends on."""
        files = self.closure(unit.source, own_only=True)
        own = {file: self._digest(file) for file in files if not file.startswith(DEPENDENCIES)}
        packages = {folder: self.locked[folder] for folder in map(self._package, set(files) - set(own))}
        whole = {"compiler": self.compiler, "settings": self.settings, "sources": own, "packages": packages}
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    def _declared(self, file: str, declaration: re.Pattern[str]) -> list[str]:
        return declaration.findall(_COMMENT.sub("", (self.root / file).read_text("utf-8")))

    def _imports(self, file: str) -> list[str]:
        text = _COMMENT.sub("", (self.root / file).read_text("utf-8"))
        return [self._resolve(name, PurePosixPath(file)) for name in _IMPORT.findall(text)]

    def _resolve(self, name: str, importer: PurePosixPath) -> str:
        if not name.startswith("."):
            prefixes = dict(remapping.split("=", 1) for remapping in self.settings["remappings"])
            longest = max((prefix for prefix in prefixes if name.startswith(prefix)), key=len, default="")
            return prefixes[longest] + name[len(longest) :] if longest else name
        parts: list[str] = []
        for part in (importer.parent / name).parts:
            if part == "..":
                parts.pop()
            else:
                parts.append(part)
        return "/".join(parts)

    def _package(self, file: str) -> str:
        return max((folder for folder in self.locked if file.startswith(f"{folder}/")), key=len)

    def _digest(self, file: str) -> str:
        return hashlib.sha256((self.root / file).read_bytes()).hexdigest()


def _by_ir(profile: dict[str, Any]) -> bool:
    """Whether artifacts come out of the Yul pipeline: all of them do when forge compiles any contract by it."""
    return any(rules.get("via_ir", False) for rules in (profile, *profile.get("compilation_restrictions", ())))

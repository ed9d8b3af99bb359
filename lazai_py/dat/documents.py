"""What a class points to: metadata that names the parts of its data, and a policy; stored, and checked against hashes.

The metadata is a JSON document with `name`, `description`, `unit`, and `parts`: a list of `{"name", "uri", "size"}`,
one for each piece of data, whose `uri` holds its CID. The class's `integrityHash` is the digest in the metadata's own
CID, so it binds the metadata and, through it, every byte of the data.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from lazai_py._errors import InputError, IntegrityError, InvalidCid, LazAIError, UnreadableContent, VaultError
from lazai_py.vault import Cid, Json, Source, Vault

Content = bytes | os.PathLike[str] | Cid
"""Data to be named by a class: bytes, a file, or the CID of what is in the vault already."""

Data = Content | Mapping[str, Content]
"""One piece of data, or several by name."""

Metadata = Mapping[str, Json] | str | Cid
"""The metadata itself, or where it is."""

Policy = Mapping[str, Json] | str | Cid | None
"""The policy itself, or where it is."""

DEFAULT_UNIT = "inference"


@dataclass(frozen=True, slots=True)
class Check:
    """One document or part that was looked at. `problem` is None when it is what the class says."""

    what: str
    uri: str
    problem: LazAIError | None


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether what a class points to is there and unchanged: its metadata, every part of its data, its policy."""

    class_id: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether everything is as the class says."""
        return not self.problems

    @property
    def problems(self) -> tuple[LazAIError, ...]:
        """What is wrong, or could not be looked at."""
        return tuple(check.problem for check in self.checks if check.problem is not None)

    def __bool__(self) -> bool:
        return self.ok

    def require(self) -> Self:
        """Return the verification itself when all is well.

        Raises:
            VaultError, InvalidCid: the first problem.
        """
        for problem in self.problems:
            raise problem
        return self

    def __str__(self) -> str:
        lines = [f"{check.what} {check.uri}: {check.problem or 'as the class says'}" for check in self.checks]
        return "\n".join([f"class {self.class_id}: {'verified' if self.ok else 'NOT verified'}", *lines])


def anchor(
    vault: Vault,
    metadata: Metadata,
    *,
    unit: str | None,
    data: Data | None,
    integrity_hash: bytes | None,
) -> tuple[str, bytes]:
    """Put metadata and data into the vault where they are at hand; return what the class keeps: URI and hash.

    Raises:
        InputError: metadata elsewhere cannot be given a unit or data, and needs its hash when its URI is no CID.
        InvalidJson, VaultUnavailable: it cannot be stored.
    """
    if isinstance(metadata, Mapping):
        cid = vault.put_json(_completed(vault, metadata, unit, data))
        return cid.uri, _agreed(cid, integrity_hash)
    if unit is not None or data is not None:
        raise InputError(
            f"the metadata at {metadata} cannot be given a unit or data",
            remedy="Pass the metadata itself as a dict, or write both into it before it is stored",
        )
    if isinstance(metadata, Cid):
        return metadata.uri, _agreed(metadata, integrity_hash)
    return metadata, _hash_of(metadata, integrity_hash)


def place(vault: Vault, policy: Policy) -> str:
    """Put a policy into the vault where it is at hand, and return its URI; empty for no policy."""
    if policy is None or isinstance(policy, str):
        return policy or ""
    return (policy if isinstance(policy, Cid) else vault.put_json(policy)).uri


def verify(vault: Source, class_id: int, metadata_uri: str, integrity_hash: bytes, policy_uri: str) -> Verification:
    """Read everything that a class points to, and check it against the hashes."""
    document, problem = _metadata(vault, metadata_uri, integrity_hash)
    checks = [Check("metadata", metadata_uri, problem), *_part_checks(vault, document)]
    if policy_uri:
        checks.append(Check("policy", policy_uri, _problem(vault, policy_uri)))
    return Verification(class_id, tuple(checks))


def _completed(vault: Vault, metadata: Mapping[str, Json], unit: str | None, data: Data | None) -> dict[str, Json]:
    completed = {"unit": DEFAULT_UNIT, "parts": [], **metadata}
    if unit is not None:
        completed["unit"] = unit
    if data is not None:
        completed["parts"] = [_part(vault, name, content) for name, content in _named(data)]
    return completed


def _named(data: Data) -> Iterator[tuple[str, Content]]:
    if isinstance(data, Mapping):
        yield from data.items()
    else:
        yield (Path(data).name if isinstance(data, os.PathLike) else "data"), data


def _part(vault: Vault, name: str, content: Content) -> dict[str, Json]:
    if isinstance(content, Cid):
        return {"name": name, "uri": content.uri, "size": len(vault.get(content))}
    raw = content if isinstance(content, bytes) else _read(Path(content))
    return {"name": name, "uri": vault.put(raw).uri, "size": len(raw)}


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}", remedy="Pass the path of a file") from None


def _agreed(cid: Cid, integrity_hash: bytes | None) -> bytes:
    if integrity_hash not in (None, cid.digest):
        raise IntegrityError(bytes(integrity_hash or b"").hex(), cid.digest.hex(), "the metadata")
    return cid.digest


def _hash_of(uri: str, integrity_hash: bytes | None) -> bytes:
    try:
        return _agreed(Cid.parse(uri), integrity_hash)
    except InvalidCid:
        if integrity_hash is not None:
            return integrity_hash
    raise InputError(
        f"nothing says what the metadata at {uri!r} must hash to",
        remedy="Pass integrity_hash=..., an ipfs:// URI, or the metadata itself as a dict",
    )


def _metadata(vault: Source, uri: str, integrity_hash: bytes) -> tuple[Any, LazAIError | None]:
    try:
        cid = Cid.parse(uri)
        if cid.digest != integrity_hash:
            raise IntegrityError(integrity_hash.hex(), cid.digest.hex(), f"the metadata at {uri}")
        return vault.get_json(cid), None
    except (VaultError, InvalidCid) as error:
        return None, error


def _part_checks(vault: Source, document: Any) -> Iterator[Check]:
    parts = document.get("parts", []) if isinstance(document, Mapping) else []
    for position, part in enumerate(parts if isinstance(parts, Sequence) else []):
        known = part if isinstance(part, Mapping) else {}
        name, uri = str(known.get("name", position)), known.get("uri")
        if isinstance(uri, str):
            yield Check(f"part {name}", uri, _problem(vault, uri))
        else:
            yield Check(f"part {name}", "", UnreadableContent(f"part {name}", "it names no uri"))


def _problem(vault: Source, uri: str) -> LazAIError | None:
    try:
        vault.get(uri)
    except (VaultError, InvalidCid) as error:
        return error
    return None

"""The compiler and the ceremony's tool, from npm: for development only, in a folder of their own, never shipped."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CIRCUITS = ROOT / "circuits"
CACHE = ROOT / ".cache" / "circuits"
_LOCKED = ("package.json", "package-lock.json", ".npmrc")


class ToolFailed(Exception):
    """A tool answered with an error; the message is its own."""


def install() -> None:
    """Put what `circuits/package-lock.json` names into `.cache/circuits`, once."""
    wanted = b"".join((CIRCUITS / name).read_bytes() for name in _LOCKED)
    made = CACHE / "made-from"
    if made.is_file() and made.read_bytes() == wanted:
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in _LOCKED:
        shutil.copy(CIRCUITS / name, CACHE / name)
    _run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], CACHE)
    made.write_bytes(wanted)


def circom(folder: Path, name: str) -> None:
    """Compile `name.circom` in a folder: constraints, names of signals, and the program that computes a witness."""
    shutil.copy(CIRCUITS / "works.circom", folder)
    shutil.copytree(CIRCUITS / "gadgets", folder / "gadgets", dirs_exist_ok=True)
    # Two rounds of linear simplification: they change how many constraints there are, not what satisfies them.
    _run([_program("circom2"), f"{name}.circom", "--O2", "--r1cs", "--sym", "--wasm"], folder)


def snarkjs(folder: Path, *arguments: str) -> None:
    """Run a command of snarkjs in a folder."""
    _run([_program("snarkjs"), *arguments], folder)


def witness(folder: Path, name: str, given: dict[str, Any]) -> list[int]:
    """Return what the compiled circuit itself computes from its inputs, wire by wire."""
    (folder / "input.json").write_text(json.dumps(given))
    program = f"{name}_js/generate_witness.js"
    _run(["node", program, f"{name}_js/{name}.wasm", "input.json", "witness.wtns"], folder)
    snarkjs(folder, "wtns", "check", f"{name}.r1cs", "witness.wtns")
    snarkjs(folder, "wtns", "export", "json", "witness.wtns", "witness.json")
    return [int(value) for value in json.loads((folder / "witness.json").read_text())]


def _program(name: str) -> str:
    return str(CACHE / "node_modules" / ".bin" / name)


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")

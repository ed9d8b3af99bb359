"""tools/solc runs the locked compiler, native where there is one, and says what is wrong where there is not."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOLC = ROOT / "tools" / "solc"
VERSION = json.loads((ROOT / "package-lock.json").read_text())["packages"]["node_modules/solc"]["version"]
INPUT = {
    "language": "Solidity",
    "sources": {
        "A.sol": {"content": "// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.28;\ncontract A {}\n"}
    },
    "settings": {"outputSelection": {"*": {"*": ["evm.bytecode.object"]}}},
}


def run(*arguments: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the wrapper with variables added to the environment."""
    environment = {name: value for name, value in os.environ.items() if name != "SOLC"} | variables
    return subprocess.run([SOLC, *arguments], input=text, capture_output=True, text=True, env=environment, check=False)


def program(folder: Path, version: str, *, first_line: str = "") -> Path:
    """A `solc` that says it is of some version, and answers anything else with its arguments.

    Without a first line that names an interpreter it counts as a program, and the system gives it to the shell.
    """
    file = folder / "solc"
    file.write_text(f'{first_line}\n[ "$1" = --version ] && echo "Version: {version}+commit.0" || echo "native $*"\n')
    file.chmod(0o755)
    return file


@pytest.fixture
def without_cache(tmp_path: Path) -> dict[str, str]:
    """The variable that gives the wrapper an empty folder for its results."""
    return {"SOLC_CACHE": str(tmp_path / "cache")}


def test_the_wrapper_is_the_locked_version() -> None:
    """Tools that ask for the version get an answer in the form of the native compiler."""
    answer = run("--version")
    assert answer.returncode == 0
    assert f"Version: {VERSION}+commit." in answer.stdout


def test_results_are_kept_and_are_the_same(without_cache: dict[str, str]) -> None:
    """The second run reads what the first one wrote."""
    first = run("--standard-json", text=json.dumps(INPUT), **without_cache)
    kept = list(Path(without_cache["SOLC_CACHE"]).glob("*.json"))
    assert [file.read_text() for file in kept] == [first.stdout]
    kept[0].write_text(json.dumps({"read": "from the cache"}))
    assert json.loads(run("--standard-json", text=json.dumps(INPUT), **without_cache).stdout) == {
        "read": "from the cache"
    }


def test_only_the_latest_results_are_kept(without_cache: dict[str, str]) -> None:
    """The folder does not grow for ever."""
    folder = Path(without_cache["SOLC_CACHE"])
    folder.mkdir()
    for age in range(40):
        (folder / f"{age}.json").write_text("{}")
        os.utime(folder / f"{age}.json", (1_000_000 - age, 1_000_000 - age))
    run("--standard-json", text=json.dumps(INPUT), **without_cache)
    names = {file.name for file in folder.glob("*.json")}
    assert len(names) == 32
    assert "30.json" in names
    assert "31.json" not in names


def test_it_works_without_node_on_path_when_the_environment_has_it(tmp_path: Path) -> None:
    """The first line finds the node of .venv after that of PATH."""
    tools, binaries = tmp_path / "tools", tmp_path / ".venv" / "bin"
    tools.mkdir()
    binaries.mkdir(parents=True)
    (tools / "solc").write_text(SOLC.read_text())
    (tools / "solc").chmod(0o755)
    (binaries / "node").write_text('#!/bin/sh\necho "node was given $2"\n')
    (binaries / "node").chmod(0o755)
    answer = subprocess.run([tools / "solc", "--version"], capture_output=True, text=True, env={"PATH": ""}, check=True)
    assert answer.stdout == "node was given --version\n"


def test_a_native_compiler_that_is_named_is_used(tmp_path: Path) -> None:
    """SOLC names the compiler, whatever kind of file it is."""
    named = program(tmp_path, VERSION, first_line="#!/bin/sh")
    assert run("--standard-json", "a.json", SOLC=str(named)).stdout == "native --standard-json a.json\n"


def test_a_named_compiler_of_another_version_is_refused(tmp_path: Path) -> None:
    """Nobody gets other bytecode than they asked for without a word."""
    named = program(tmp_path, "0.8.20", first_line="#!/bin/sh")
    answer = run("--standard-json", SOLC=str(named))
    assert answer.returncode == 1
    assert answer.stderr == f"SOLC names {named}, which is not solc {VERSION}; unset it or name another.\n"


def test_a_native_compiler_on_path_is_used(tmp_path: Path) -> None:
    """A native solc of the locked version comes before wasm."""
    program(tmp_path, VERSION)
    assert run("--optimize", PATH=f"{tmp_path}:{os.environ['PATH']}").stdout == "native --optimize\n"


def test_a_native_compiler_of_another_version_on_path_is_passed_over(tmp_path: Path) -> None:
    """The solc that a machine happens to have does not decide."""
    program(tmp_path, "0.8.20")
    assert f"Version: {VERSION}+commit." in run("--version", PATH=f"{tmp_path}:{os.environ['PATH']}").stdout


def test_a_script_on_path_is_passed_over(tmp_path: Path) -> None:
    """Scripts called solc choose versions themselves, or are this wrapper."""
    program(tmp_path, VERSION, first_line="#!/bin/sh")
    assert run("--version", PATH=f"{tmp_path}:{os.environ['PATH']}").stdout.startswith("solc, the solidity compiler")

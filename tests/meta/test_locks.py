"""The lock files say which versions, all of them, and never where they came from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


def locked(name: str) -> set[str]:
    """The lines of a requirements file that name a package."""
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize("folder", [ROOT, ROOT / "circuits"], ids=["root", "circuits"])
def test_npm_lock_records_no_addresses(folder: Path) -> None:
    """No package says where it was downloaded from, and .npmrc keeps it so."""
    lock = json.loads((folder / "package-lock.json").read_text())
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert "omit-lockfile-registry-resolved=true" in (folder / ".npmrc").read_text().splitlines()


def test_the_tools_of_the_circuit_are_no_part_of_the_project() -> None:
    """They are under the GPL: only the command that makes keys installs them, in a folder of its own."""
    tools = set(json.loads((ROOT / "circuits" / "package.json").read_text())["devDependencies"])
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert tools == {"circom2", "snarkjs"}
    assert [name for name in packages if name.rpartition("node_modules/")[2] in tools] == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.stem)
def test_requirements_are_exact_and_name_no_host(path: Path) -> None:
    """Every line pins one version by name; none is an option or an address."""
    exact = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+( ; .+)?")
    assert [line for line in locked(path.stem) if not exact.fullmatch(line)] == []


def test_light_environment_is_part_of_the_full_one() -> None:
    """Making the full environment after the light one changes no version."""
    assert locked("light") <= locked("full")


@pytest.mark.parametrize("program", ["anvil", "forge"])
@pytest.mark.parametrize("platform", ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64"])
def test_chain_tools_are_locked_for_every_platform(program: str, platform: str) -> None:
    """The programs themselves are locked: the packages that choose among them always exit with success."""
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    package = packages[f"node_modules/@foundry-rs/{program}-{platform}"]
    assert package["bin"] == {program: f"bin/{program}"}
    assert package["optional"] is True
    assert f"node_modules/@foundry-rs/{program}" not in packages

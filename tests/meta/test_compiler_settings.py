"""Every tool that compiles the contracts does so with one compiler and one set of settings."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ARTIFACTS = sorted((ROOT / "lazai_py" / "_contract" / "artifacts").glob("*.json"))


@pytest.fixture(scope="module")
def forge() -> dict[str, Any]:
    """The default profile of foundry.toml."""
    profile: dict[str, Any] = tomllib.loads((ROOT / "foundry.toml").read_text())["profile"]["default"]
    return profile


@pytest.fixture(scope="module")
def brownie() -> dict[str, Any]:
    """The compiler section of brownie-config.yaml."""
    compiler: dict[str, Any] = yaml.safe_load((ROOT / "brownie-config.yaml").read_text())["compiler"]
    return compiler


@pytest.fixture(scope="module")
def locked_solc() -> str:
    """The version of the npm package that tools/solc runs."""
    version: str = json.loads((ROOT / "package-lock.json").read_text())["packages"]["node_modules/solc"]["version"]
    return version


def test_forge_compiles_with_the_wrapper(forge: dict[str, Any]) -> None:
    """Forge has no other compiler than tools/solc, and never downloads one."""
    assert forge["solc"] == "tools/solc"
    assert forge["offline"] is True


def test_brownie_asks_for_the_locked_compiler(brownie: dict[str, Any], locked_solc: str) -> None:
    """The version in brownie-config.yaml is the one in package-lock.json."""
    assert brownie["solc"]["version"] == locked_solc


def test_py_solc_x_finds_the_wrapper_by_the_locked_version(locked_solc: str) -> None:
    """The name that py-solc-x looks for is a link to tools/solc, and the only one."""
    links = list((ROOT / "tools").glob("solc-v*"))
    assert [link.name for link in links] == [f"solc-v{locked_solc}"]
    assert links[0].readlink() == Path("solc")


def test_brownie_and_forge_have_the_same_settings(forge: dict[str, Any], brownie: dict[str, Any]) -> None:
    """EVM version, optimizer, pipeline and remappings are the same, so that the bytecode is."""
    assert brownie["evm_version"] == forge["evm_version"] == "prague"
    assert brownie["solc"]["optimizer"] == {"enabled": forge["optimizer"], "runs": forge["optimizer_runs"]}
    assert brownie["solc"]["remappings"] == forge["remappings"]
    assert brownie["solc"]["viaIR"] is True


def test_forge_compiles_what_is_deployed_by_the_yul_pipeline(forge: dict[str, Any]) -> None:
    """Every folder with contracts is restricted to it, but the mocks: those are never deployed but in tests.

    What is abstract comes with the contracts that are made of it.
    """
    restricted = {rule["paths"] for rule in forge["compilation_restrictions"] if rule["via_ir"]}
    declaring = {
        file.relative_to(ROOT).parts[1]
        for file in (ROOT / "contracts").rglob("*.sol")
        if re.search(r"^contract ", file.read_text(), re.MULTILINE)
    }
    assert restricted == {f"contracts/{folder}/**" for folder in declaring - {"mocks"}}
    assert not forge.get("via_ir", False)


def test_there_are_artifacts() -> None:
    """The next test has something to look at."""
    assert "DataAnchoringToken.json" in [path.name for path in ARTIFACTS]


@pytest.mark.parametrize("path", ARTIFACTS, ids=lambda path: path.stem)
def test_artifacts_were_compiled_with_these_settings(path: Path, forge: dict[str, Any], locked_solc: str) -> None:
    """Each committed artifact records the locked compiler and the settings of foundry.toml."""
    compiler = json.loads(path.read_text())["compiler"]
    assert compiler["version"] == locked_solc
    assert compiler["settings"]["evmVersion"] == forge["evm_version"]
    assert compiler["settings"]["optimizer"] == {"enabled": forge["optimizer"], "runs": forge["optimizer_runs"]}
    assert compiler["settings"]["viaIR"] is True

"""What `scripts/build.py` writes is committed as it writes it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ("lazai_py/_contract/artifacts", "lazai_py/_contract/bindings", "tests/artifacts", "tests/bindings")
ERRORS = "lazai_py/_contract/errors.py"


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs a project's build script."""
    script = [sys.executable, str(root / "scripts" / "build.py"), *options]
    # The project may be installed in the environment; its own folder comes first.
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(script, capture_output=True, text=True, check=False, cwd=root, env=environment)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all that the build reads and writes."""
    for folder in ("contracts", "scripts", "tools", *WRITTEN):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"), symlinks=True)
    for file in ("foundry.toml", "package-lock.json", "pyproject.toml", ERRORS):
        shutil.copy(ROOT / file, tmp_path / file)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    """Every written file, byte by byte."""
    files = [path for folder in WRITTEN for path in (root / folder).glob("*.*")]
    return {str(path.relative_to(root)): path.read_bytes() for path in [*files, root / ERRORS]}


def test_what_is_committed_is_fresh() -> None:
    """Nobody changed a contract, a setting or the generator without building."""
    checked = build(ROOT, "--check")
    assert (checked.stderr, checked.returncode) == ("", 0)


def test_compiling_again_changes_no_byte(copy: Path) -> None:
    """The same sources make the same artifacts and modules, wherever the project lies."""
    for folder, name in ((WRITTEN[0], "DataAnchoringToken"), (WRITTEN[0], "Erc20"), (WRITTEN[2], "TestToken")):
        (copy / folder / f"{name}.json").unlink()
    shutil.rmtree(copy / WRITTEN[1])
    built = build(copy)
    assert (built.stderr, built.returncode) == ("", 0)
    assert built.stdout.startswith("compiling DataAnchoringToken\ncompiling Erc20\ncompiling TestToken\nwriting ")
    assert contents(copy) == contents(ROOT)


def test_checking_needs_no_compiler_and_no_installed_package(copy: Path) -> None:
    """Versions from the lock file stand for the packages."""
    (copy / "node_modules").unlink()
    shutil.rmtree(copy / "tools")
    assert build(copy, "--check").returncode == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        (
            "contracts/libraries/RevenueLib.sol",
            "internal constant FRACTION = 64",
            "internal constant FRACTION = 63",
            "lazai_py/_contract/artifacts/DataAnchoringToken.json: contracts/assets/dat/DataAnchoringToken.sol",
        ),
        ("foundry.toml", "optimizer_runs = ", "optimizer_runs = 1", "tests/artifacts/TestToken.json: contracts/mocks/"),
        ("contracts/mocks/TestToken.sol", "_mint(to, amount)", "_mint(to, 1)", "tests/artifacts/TestToken.json: "),
        (ERRORS, "remedy = ", 'remedy = "x" or ', f"{ERRORS}: the build writes it differently"),
        ("scripts/codegen/remedies.py", "ids count from 1", "they count from 1", f"{ERRORS}: the build writes"),
        (
            "lazai_py/_contract/bindings/erc20.py",
            "95d89b41",
            "95d89b42",
            "lazai_py/_contract/bindings/erc20.py: the build writes it differently",
        ),
    ],
)
def test_a_change_without_a_build_is_told(copy: Path, file: str, old: str, new: str, complaint: str) -> None:
    """Sources, settings, generated files and what they are generated from are all watched."""
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new))
    checked = build(copy, "--check")
    assert checked.returncode == 1
    assert f"stale {complaint}" in checked.stderr


@pytest.mark.parametrize("file", ["lazai_py/_contract/artifacts/Gone.json", "tests/bindings/gone.py"])
def test_a_file_without_a_contract_is_told_and_removed(copy: Path, file: str) -> None:
    """What a contract left behind goes with it."""
    (copy / file).write_text("{}")
    checked = build(copy, "--check")
    assert (checked.returncode, f"stale {file}: it belongs to no contract" in checked.stderr) == (1, True)
    assert build(copy).returncode == 0
    assert not (copy / file).exists()


def test_a_contract_that_does_not_compile_stops_the_build_with_the_compilers_words(copy: Path) -> None:
    """The message names the place, and nothing is written."""
    before = contents(copy)
    token = copy / "contracts/mocks/TestToken.sol"
    token.write_text(token.read_text().replace("_mint(to, amount);", "_mint(to, amount)"))
    built = build(copy)
    assert built.returncode == 1
    assert "contracts/mocks/TestToken.sol" in built.stderr
    assert "Expected ';'" in built.stderr
    assert contents(copy) == before


def test_another_compiler_than_the_locked_one_is_refused(copy: Path) -> None:
    """Bytecode is a matter of the version."""
    lock = copy / "package-lock.json"
    locked = json.loads(lock.read_text())
    locked["packages"]["node_modules/solc"]["version"] = "0.8.99"
    lock.write_text(json.dumps(locked))
    built = build(copy)
    assert built.returncode == 1
    assert "package-lock.json asks for solc 0.8.99" in built.stderr

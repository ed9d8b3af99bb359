"""What the scripts that make the environment say and choose."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def find_python(path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs tools/find-python with only the programs of one folder."""
    return subprocess.run(
        ["/bin/sh", ROOT / "tools" / "find-python"],
        capture_output=True,
        text=True,
        env={"PATH": str(path)} | variables,
        check=False,
    )


def python(folder: Path, name: str, *, is_good: bool) -> str:
    """A Python that says of itself whether it is new enough."""
    program = folder / name
    program.write_text(f"#!/bin/sh\nexit {0 if is_good else 1}\n")
    program.chmod(0o755)
    return str(program)


def test_the_plain_name_will_do(tmp_path: Path) -> None:
    """A machine with nothing but a new enough python3 is enough."""
    expected = python(tmp_path, "python3", is_good=True)
    assert find_python(tmp_path).stdout == f"{expected}\n"


def test_an_old_python_is_passed_over(tmp_path: Path) -> None:
    """The default of a machine may be older than one that stands beside it."""
    python(tmp_path, "python3", is_good=False)
    expected = python(tmp_path, "python3.12", is_good=True)
    assert find_python(tmp_path).stdout == f"{expected}\n"


def test_the_python_that_is_named_comes_first(tmp_path: Path) -> None:
    """PYTHON decides when it is good enough."""
    python(tmp_path, "python3.11", is_good=True)
    expected = python(tmp_path, "mine", is_good=True)
    assert find_python(tmp_path, PYTHON=expected).stdout == f"{expected}\n"


def test_without_a_python_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    """Neither a traceback nor silence."""
    python(tmp_path, "python3", is_good=False)
    answer = find_python(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.startswith("No Python of version 3.11 or later was found.")


@pytest.mark.parametrize("level", ["light", "full"])
def test_setting_up_again_does_nothing(level: str) -> None:
    """This environment is made: no package manager is started again, so no network is asked."""
    again = subprocess.run([ROOT / "tools" / "setup", level], capture_output=True, text=True, check=True)
    assert again.stdout == ""


def test_an_unknown_level_is_refused() -> None:
    """A slip of the hand does not make half an environment."""
    answer = subprocess.run([ROOT / "tools" / "setup", "ful"], capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr == "tools/setup: 'ful' is neither light nor full\n"

"""What the documentation shows is true: its Python runs, and the commands it names exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])

_FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_MAKE = re.compile(r"\bmake ([a-z]+)")
_SCRIPT = re.compile(r"(?<![\w/.-])((?:scripts|tools|benchmarks|notebooks|\.ci)/[\w./-]+)")


@dataclass(frozen=True)
class CodeBlock:
    """A fenced block of a page; `line` is where its code begins, from 0."""

    language: str
    code: str
    line: int


def blocks(page: Path, *languages: str) -> list[CodeBlock]:
    """The fenced blocks of a page that are in one of some languages, in order."""
    text = page.read_text("utf-8")
    found = [
        CodeBlock(match["language"], match["code"], text.count("\n", 0, match.start("code")))
        for match in _FENCE.finditer(text)
    ]
    return [block for block in found if block.language in languages]


def relative(page: Path) -> str:
    """A page's name in the test's id."""
    return page.relative_to(ROOT).as_posix()


PYTHON_PAGES = [page for page in PAGES if page.exists() and blocks(page, "python", "py")]
SHELL_PAGES = [page for page in PAGES if page.exists() and blocks(page, "bash", "sh", "console", "shell")]


def test_the_readme_shows_a_session() -> None:
    """There is Python in it to be run, and a command to start with."""
    assert ROOT / "README.md" in PYTHON_PAGES
    assert ROOT / "README.md" in SHELL_PAGES


@pytest.mark.parametrize("page", PYTHON_PAGES, ids=relative)
def test_the_python_of_a_page_runs_from_top_to_bottom(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one session, in an empty folder, with a vault of its own; a traceback names the page's line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LAZAI_VAULT", str(tmp_path / "vault"))
    session: dict[str, object] = {"__name__": "__main__"}

    for block in blocks(page, "python", "py"):
        exec(compile("\n" * block.line + block.code, str(page), "exec"), session)


@pytest.mark.parametrize("page", SHELL_PAGES, ids=relative)
def test_the_commands_of_a_page_exist(page: Path) -> None:
    """Every make target is one of the Makefile, and every script that is named is there."""
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    code = "".join(block.code for block in blocks(page, "bash", "sh", "console", "shell"))

    assert set(_MAKE.findall(code)) <= targets
    assert [name for name in _SCRIPT.findall(code) if not (ROOT / name).exists()] == []

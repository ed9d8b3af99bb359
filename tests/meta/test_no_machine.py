"""Nothing in the repository depends on the machine it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATED = {".git", ".venv", ".venv-halmos", "node_modules", ".cache", "cache", "out", "build", "dist", "reports"}


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the repository: path and content."""
    for entry in sorted(ROOT.iterdir()):
        files = [entry] if entry.is_file() else entry.rglob("*") if entry.name not in GENERATED else []
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                yield str(file.relative_to(ROOT)), file.read_text(errors="replace")


@pytest.mark.parametrize("folder", [ROOT, Path.home()], ids=["root", "home"])
def test_nothing_names_a_folder_of_this_machine(folder: Path) -> None:
    """Neither the folder of the repository nor anybody's home is written anywhere."""
    if folder == Path("/"):
        return
    name = re.compile(rf"(?<![\w.~/-]){re.escape(str(folder))}/")
    assert [path for path, text in texts() if name.search(text)] == []


def test_nothing_names_a_package_registry() -> None:
    """Packages come from wherever the user's own pip and npm take them."""
    option = re.compile(r"^\s*(--(extra-)?index-url|--find-links|(@\S+:)?registry\s*=)|\"resolved\": \"", re.MULTILINE)
    ours = str(Path(__file__).relative_to(ROOT))
    assert [path for path, text in texts() if path != ours and option.search(text)] == []

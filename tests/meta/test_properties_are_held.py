"""Every property in docs/properties.md is held by tests that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROPERTIES = ROOT / "docs" / "properties.md"


def held_by(section: str) -> Iterator[tuple[str, str]]:
    """The tests that one property names: file and function."""
    for path, names in re.findall(r"^- `([^`]+)`: (.+)$", section, re.MULTILINE):
        for name in re.findall(r"`([^`]+)`", names):
            yield path, name


def sections(text: str) -> list[str]:
    """The properties of a document, each from its heading on."""
    return re.split(r"^### (?=\d+\. )", text, flags=re.MULTILINE)[1:]


def is_defined(path: str, name: str) -> bool:
    """Whether a file of tests defines a function of this name."""
    file = ROOT / path
    keyword = "function" if file.suffix == ".sol" else "def"
    return file.is_file() and re.search(rf"^\s*(async )?{keyword} {name}\(", file.read_text(), re.MULTILINE) is not None


def number_of(section: str) -> int:
    """The number of a property."""
    return int(section.split(".", 1)[0])


@pytest.fixture(scope="module")
def text() -> str:
    """The document of the properties."""
    return PROPERTIES.read_text()


def test_properties_are_numbered_from_one(text: str) -> None:
    """The numbers have no gap and no repetition, so that they can be referred to."""
    numbers = [number_of(section) for section in sections(text)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 53


def test_each_property_names_a_test(text: str) -> None:
    """A property without a test is a wish."""
    assert [number_of(section) for section in sections(text) if not list(held_by(section))] == []


def test_each_named_test_exists(text: str) -> None:
    """What a property names is a test of that file today."""
    named = [(number_of(section), *test) for section in sections(text) for test in held_by(section)]
    assert [test for test in named if not is_defined(*test[1:])] == []


def test_each_invariant_and_proof_is_named(text: str) -> None:
    """An invariant that is checked and a theorem that is proved say which property they hold."""
    named = {test for section in sections(text) for test in held_by(section)}
    found = {
        (file.relative_to(ROOT).as_posix(), name)
        for file in (ROOT / "tests" / "solidity").rglob("*.t.sol")
        for name in re.findall(r"function ((?:invariant|check)_\w+)\(", file.read_text())
    }
    assert len(found) >= 21
    assert sorted(found - named) == []


def test_each_row_of_the_specification_is_named(text: str) -> None:
    """Every hole of the draft that these contracts close (T1 to T21) is closed by a property."""
    rows = {int(row) for row in re.findall(r"\bT(\d+)\b", text)}
    assert rows == set(range(1, 22))


def test_a_property_without_a_test_is_found() -> None:
    """The reader of the document sees what it should: numbers, tests, and names that are none."""
    first, second = sections("### 1. One\nText.\n\n- `a/b.py`: `test_x`, `test_y`\n\n### 2. Two\nNo test.\n")
    assert (number_of(first), list(held_by(first))) == (1, [("a/b.py", "test_x"), ("a/b.py", "test_y")])
    assert list(held_by(second)) == []
    assert not is_defined("tests/meta/test_properties_are_held.py", "test_nothing_of_this_name")
    assert not is_defined("tests/meta/no_such_file.py", "test_x")

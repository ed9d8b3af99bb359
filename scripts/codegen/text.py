"""Pieces of Python source: docstrings, literals, imports."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping

_WIDTH = 100
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)\s+(?=[A-Z`0-9])")

HEADER = '''"""{title}

Generated from `{source}` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations
'''


def docstring(doc: str, *sections: str) -> str:
    """Return the lines of a docstring: the first sentence, the rest, then the sections that are not empty."""
    summary, *rest = _SENTENCE_END.split(f"{' '.join(doc.split()).removesuffix('.')}.", maxsplit=1)
    parts = [_wrapped(summary), *map(_wrapped, rest), *(section for section in sections if section)]
    body = "\n\n".join(parts)
    return f'"""{body}\n"""' if "\n" in body else f'"""{body}"""'


def section(title: str, items: Mapping[str, str]) -> str:
    """Return a section of a docstring, one item for each name that has a text; nothing when none has."""
    written = [_item(name, " ".join(text.split())) for name, text in items.items() if text]
    return "\n".join([f"{title}:", *written]) if written else ""


def literal(text: str) -> str:
    """Return a string literal, in brackets over several lines when it is long."""
    lines = textwrap.wrap(text, _WIDTH - 10, drop_whitespace=False, break_long_words=False, break_on_hyphens=False)
    return quoted(text) if len(lines) <= 1 else "(" + "\n".join(quoted(line) for line in lines) + ")"


def quoted(text: str) -> str:
    """Return a string literal in double quotes."""
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'


def indented(text: str) -> str:
    """Return text one level deeper."""
    return textwrap.indent(text, "    ")


def sequence(items: Iterable[str]) -> str:
    """Return a tuple's source."""
    written = list(items)
    return f"({', '.join(written)}{',' if len(written) == 1 else ''})"


def imports(body: str, modules: Mapping[str, Iterable[str]]) -> str:
    """Return the import lines for those of the names that the body uses, in groups apart."""
    groups: dict[int, list[str]] = {}
    for module, names in modules.items():
        used = [name for name in sorted(names) if re.search(rf"\b{name}\b", body)]
        if used:
            groups.setdefault(module.startswith("lazai_py"), []).append(f"from {module} import {', '.join(used)}")
    return "\n\n".join("\n".join(lines) for lines in groups.values())


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(name: str, text: str) -> str:
    return textwrap.fill(
        f"{name}: {text[:1].lower() + text[1:] if text[1:2].islower() else text}",
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
        break_on_hyphens=False,
    )

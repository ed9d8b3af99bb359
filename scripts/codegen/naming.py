"""Names as Solidity writes them, as Python does."""

from __future__ import annotations

import builtins
import keyword
import re

_TAKEN = {*dir(builtins), "cls", "pay", "self"}
_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(name: str) -> str:
    """Return a name in snake case, such as `expire_at` for `expireAt`; one that is a keyword ends in `_`."""
    lowered = _WORD_STARTS.sub("_", name.strip("_")).lower()
    return f"{lowered}_" if keyword.iskeyword(lowered) else lowered


def pascal(name: str) -> str:
    """Return a name in Pascal case, such as `GetClassMeta` for `getClassMeta`."""
    return name[:1].upper() + name[1:]


def value(name: str, position: int) -> str:
    """Return the Python name of a field or output; one without a name is named by its position."""
    return snake(name) if name.strip("_") else f"item_{position}"


def argument(name: str, position: int) -> str:
    """Return the Python name of a function's parameter: as `value`, ending in `_` where it would hide something."""
    named = value(name, position)
    return f"{named}_" if named in _TAKEN else named

"""What was signed, as text that can be passed on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lazai_py._errors import InputError
from lazai_py._types import to_address

Fields = Sequence[Mapping[str, str]]
"""The names and types of values, in their order."""

SIGNATURE = {"name": "signature", "type": "bytes"}


def text_of(fields: Fields, values: Iterable[object]) -> str:
    """Return values as JSON by their names; numbers are text, for they are longer than JavaScript's."""
    texts = (value.hex() if isinstance(value, bytes) else str(value) for value in values)
    return json.dumps({field["name"]: text for field, text in zip(fields, texts, strict=True)})


def read(kind: type[object], fields: Fields, text: str) -> list[Any]:
    """Return the values that `text_of` wrote, in their order.

    Raises:
        InputError: it is no text of this kind.
    """
    try:
        written: dict[str, Any] = json.loads(text)
        return [_value(field["type"], written[field["name"]]) for field in fields]
    except (ValueError, KeyError, TypeError) as error:
        name = kind.__name__
        raise InputError(f"this is no {name}: {error!r}", remedy=f"Pass what {name}.text() wrote") from None


def _value(kind: str, text: str) -> object:
    if kind == "address":
        return to_address(text)
    return bytes.fromhex(text) if kind.startswith("bytes") else int(text)

"""Files that commands read and write: what goes wrong with one is the caller's to mend."""

from __future__ import annotations

import sys
from pathlib import Path

from lazai_py._errors import InputError

_STANDARD = Path("-")


def read(file: Path) -> bytes:
    """Return what a file holds; of `-`, what comes in.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if file == _STANDARD else file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}", remedy="Pass the path of a file") from None


def read_text(file: Path) -> str:
    """Return the text that a file holds; see `read`.

    Raises:
        InputError: it cannot be read, or is no text.
    """
    try:
        return read(file).decode()
    except UnicodeDecodeError:
        raise InputError(f"{file} is no text", remedy="Pass the path of a text file") from None


def write(file: Path, content: bytes) -> None:
    """Write a file, in place of what it held.

    Raises:
        InputError: it cannot be written.
    """
    try:
        file.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror}", remedy="Pass a path in a folder that is yours"
        ) from None

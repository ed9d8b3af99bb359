"""`lazai`: the SDK on the command line."""

from __future__ import annotations

import sys

from lazai_py._errors import LazAIError


def main() -> None:
    """Run a command. An error ends in one line and exit code 1, a command line that cannot be meant in 2."""
    from lazai_py.cli.app import app

    try:
        app()
    except LazAIError as error:
        sys.exit(f"lazai: {' '.join(str(error).split())}")

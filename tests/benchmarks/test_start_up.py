"""Importing the package and asking `lazai` for help take no time worth mentioning."""

from __future__ import annotations

import pytest

from benchmarks.start_up import COMMANDS, LIMITS, user_time


@pytest.mark.parametrize("command", COMMANDS)
def test_starting_is_quick(command: str) -> None:
    """The least user time of five fresh interpreters; the more that other programs take, the less it moves."""
    assert user_time(COMMANDS[command]) < LIMITS[command]

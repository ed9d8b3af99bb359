"""Anvils of this folder's own, and the deploy script as its users run it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lazai_py import LazAIError
from lazai_py._chain.anvil import Anvil
from scripts import deploy

Run = Callable[..., tuple[int, str]]
"""Runs the deploy script with arguments; returns its exit code and what it printed."""


@pytest.fixture
def anvil() -> Iterator[Anvil]:
    """A fresh chain with Anvil's own chain id."""
    with Anvil() as node:
        yield node


@pytest.fixture
def network() -> Iterator[Anvil]:
    """A fresh chain with an id of no local chain, as a real network has."""
    with Anvil(chain_id=4_242) as node:
        yield node


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The deploy script, writing into an empty folder."""

    def running(*arguments: str) -> tuple[int, str]:
        try:
            code = deploy.main("--out", str(tmp_path), *arguments)
        except LazAIError as error:
            return 1, f"{type(error).__name__}: {error}"
        return code, capsys.readouterr().out

    return running

"""Every behaviour is shown twice: on Anvil, through JSON-RPC, and on revm in this process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lazai_py._chain.anvil import Anvil
from lazai_py._chain.engine import DevEngine
from lazai_py._chain.revm import RevmEngine
from tests.behaviours.world import World


@pytest.fixture(scope="session", params=["anvil", "revm"])
def engine(request: pytest.FixtureRequest) -> Iterator[DevEngine]:
    """A chain on which each block is exactly one second later than the one before."""
    if request.param == "revm":
        yield RevmEngine()
        return
    with Anvil() as anvil:
        anvil.engine.ask("anvil_setBlockTimestampInterval", 1)
        yield anvil.engine


@pytest.fixture(scope="session")
def unspoilt(engine: DevEngine) -> World:
    """The world as each test finds it; made once for each chain."""
    return World(engine)


@pytest.fixture
def w(unspoilt: World) -> Iterator[World]:
    """The world, as if no test had run before."""
    snapshot = unspoilt.engine.snapshot()
    yield unspoilt
    unspoilt.engine.revert(snapshot)

"""Local chains, funded people and fixtures for tests: ours, and those of programs that are built on this package.

With pytest, `pytest_plugins = ["lazai_py.testing"]` in the top `conftest.py` gives the fixtures `lz`, `alice`, `bob`
and `carol`. A test that asks for them runs once on each engine of `ENGINES`, on a chain where nothing has happened yet.

    def test_holders_are_paid(lz, alice):
        cls = lz.dat.create_class({"name": "digits"})
        token = cls.mint(alice, share=1)
        cls.settle(ether(1))
        assert alice.dat.token(token.id).claim() == ether(1)
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lazai_py._client import LazAI
from lazai_py._opening import EngineName
from lazai_py.vault import MemoryVault

ENGINES: tuple[EngineName, ...] = ("revm", "anvil")
"""What the fixtures run tests on."""


@pytest.fixture(scope="session", params=ENGINES)
def local_chain(request: pytest.FixtureRequest) -> Iterator[LazAI]:
    """A chain with the contracts deployed, for all tests of a run. What it is used for directly stays on it."""
    with LazAI.local(request.param, vault=MemoryVault()) as lz:
        yield lz


@pytest.fixture
def lz(local_chain: LazAI) -> Iterator[LazAI]:
    """The first account of a chain on which nothing has happened but the deployment; its vault is empty."""
    with local_chain.chain.undone():
        # Whatever is remembered of classes and assets would be wrong once the chain is taken back.
        yield local_chain.anew(vault=MemoryVault())


@pytest.fixture
def alice(lz: LazAI) -> LazAI:
    """Somebody with 1,000 coins."""
    return lz.as_account(lz.chain.actor("alice"))


@pytest.fixture
def bob(lz: LazAI) -> LazAI:
    """Somebody else with 1,000 coins."""
    return lz.as_account(lz.chain.actor("bob"))


@pytest.fixture
def carol(lz: LazAI) -> LazAI:
    """A third person with 1,000 coins."""
    return lz.as_account(lz.chain.actor("carol"))

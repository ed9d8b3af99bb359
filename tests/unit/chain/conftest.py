"""The engines under test: the same behaviour is asked of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.anvil import Anvil
from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.devrpc import AnvilEngine
from lazai_py._chain.engine import Call, DevEngine
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.sender import Sender
from lazai_py._chain.transport import ProviderTransport
from lazai_py._types import Address
from tests.unit.chain import bytecode

Deploy = Callable[[bytes], Address]


@pytest.fixture(scope="session")
def anvil() -> Iterator[Anvil]:
    """A node for all tests that leave it as they found it."""
    with Anvil() as node:
        yield node


@pytest.fixture
def actors() -> tuple[PrivateKey, ...]:
    """Accounts with 10,000 coins each."""
    return dev_accounts()


@pytest.fixture(params=["revm", "anvil", "web3"])
def engine(request: pytest.FixtureRequest, actors: tuple[PrivateKey, ...]) -> Iterator[DevEngine]:
    """Each engine in turn; web3 is Anvil through a web3.py provider."""
    if request.param == "revm":
        yield RevmEngine(accounts=[actor.address for actor in actors])
        return
    node: Anvil = request.getfixturevalue("anvil")
    chain = node.engine if request.param == "anvil" else AnvilEngine(ProviderTransport(_web3(node.url)))
    before = chain.snapshot()
    yield chain
    chain.revert(before)


@pytest.fixture
def sender(engine: DevEngine, actors: tuple[PrivateKey, ...]) -> Sender:
    """The first actor, ready to send."""
    return Sender(engine, actors[0], timeout=20)


@pytest.fixture
def deploy(sender: Sender) -> Deploy:
    """Deploys runtime code and returns its address."""

    def deployed(runtime: bytes) -> Address:
        address = sender.send(Call(None, bytecode.creation(runtime))).contract_address
        assert address is not None
        return address

    return deployed


def _web3(url: str) -> object:
    from web3 import HTTPProvider, Web3

    return Web3(HTTPProvider(url))

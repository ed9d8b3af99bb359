"""A chain with a DAT that has one class, an ERC-20, and two accounts: in process and on Anvil."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lazai_py._chain.anvil import Anvil
from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.devrpc import AnvilEngine
from lazai_py._chain.engine import Call, DevEngine
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.sender import Sender
from lazai_py._chain.transport import HttpTransport
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._types import Address
from tests.bindings.test_token import TestToken


@dataclass(frozen=True)
class World:
    """What a test needs. Alice controls class 1; nobody holds anything yet."""

    engine: DevEngine
    alice: Sender
    bob: Sender
    dat: DataAnchoringToken
    token: TestToken


@pytest.fixture(scope="session")
def anvil() -> Iterator[Anvil]:
    """One node for all tests here."""
    with Anvil() as node:
        yield node


@pytest.fixture(params=["revm", "anvil"])
def engine(request: pytest.FixtureRequest) -> Iterator[DevEngine]:
    """A chain that forgets what a test did to it."""
    if request.param == "revm":
        yield RevmEngine(accounts=[account.address for account in dev_accounts()])
        return
    node: Anvil = request.getfixturevalue("anvil")
    chain = AnvilEngine(HttpTransport(node.url))
    snapshot = chain.snapshot()
    yield chain
    chain.revert(snapshot)
    chain.close()


@pytest.fixture
def world(engine: DevEngine) -> World:
    """The contracts, deployed."""
    alice, bob = (Sender(engine, account) for account in dev_accounts(2))
    dat = DataAnchoringToken(engine, _created(alice, DataAnchoringToken.creation()))
    token = TestToken(engine, _created(alice, TestToken.creation("Dollar", "USD", 6)))
    dat.create_class("ipfs://meta", b"\x07" * 32, 3, "ipfs://policy").send(alice)
    return World(engine, alice, bob, dat, token)


def _created(sender: Sender, code: bytes) -> Address:
    address = sender.send(Call(None, code)).contract_address
    assert address is not None
    return address

"""The SDK is shown on both engines, through the fixtures that users get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from lazai_py import LazAI
from lazai_py._chain.engine import Call
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.testing import alice, bob, carol, local_chain, lz
from tests.bindings.auth_token import AuthToken
from tests.bindings.test_token import TestToken

__all__ = ["alice", "auth", "bob", "carol", "cls", "local_chain", "lz", "nothing_sent", "usdc"]

NothingSent = Callable[[LazAI], AbstractContextManager[None]]


def deploy_token(lz: LazAI, symbol: str, decimals: int, *, fund: tuple[LazAI, ...]) -> Erc20Asset:
    """Deploy an honest ERC-20 and give each account a million whole tokens."""
    receipt = lz.sender.send(Call(None, TestToken.creation(f"Test {symbol}", symbol, decimals)))
    assert receipt.contract_address is not None
    token = TestToken(lz.engine, receipt.contract_address)
    for each in fund:
        token.mint(each.address, 10**6 * 10**decimals).send(lz.sender)
    return lz.erc20(token.address)


def deploy_signed(lz: LazAI, creation: bytes, *, fund: tuple[LazAI, ...]) -> Erc20Asset:
    """Deploy an ERC-20 that takes permits and authorisations, and give each account a hundred whole tokens."""
    receipt = lz.sender.send(Call(None, creation))
    assert receipt.contract_address is not None
    token = AuthToken(lz.engine, receipt.contract_address)
    for each in fund:
        token.mint(each.address, 100 * 10**18).send(lz.sender)
    return lz.erc20(token.address)


@pytest.fixture
def cls(lz: LazAI) -> DatClass:
    """A class whose quota has whole units only."""
    return lz.dat.create_class({"name": "digits", "description": "handwritten"}, unit="inference")


@pytest.fixture
def usdc(lz: LazAI, alice: LazAI) -> Erc20Asset:
    """An ERC-20 with 6 decimals, of which the first account and Alice have a million each."""
    return deploy_token(lz, "USDC", 6, fund=(lz, alice))


@pytest.fixture
def auth(lz: LazAI, alice: LazAI) -> Erc20Asset:
    """An ERC-20 that takes permits and authorisations, of which Alice has a hundred."""
    return deploy_signed(lz, AuthToken.creation(), fund=(alice,))


@pytest.fixture
def nothing_sent() -> NothingSent:
    """A block in which an account must not have sent anything."""

    @contextmanager
    def watching(lz: LazAI) -> Iterator[None]:
        before = lz.engine.nonce(lz.address)
        yield
        assert lz.engine.nonce(lz.address) == before

    return watching

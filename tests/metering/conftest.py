"""A class of AI service, somebody with quota in it, and a service that takes vouchers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py._types import Address
from lazai_py.metering import Reservation
from lazai_py.metering.session import Opening
from lazai_py.testing import alice, local_chain, lz
from tests.metering.service import Served, Service

__all__ = ["alice", "local_chain", "lz", "opened", "operator", "reservation", "served", "service", "token"]

Open = Callable[..., Opening]
"""Opens a session; takes the options of `Metering.session`."""

QUOTA = 1_000
RESERVED = 500


@pytest.fixture
def operator(lz: LazAI) -> PrivateKey:
    """The service's key."""
    return lz.chain.actor("service")


@pytest.fixture
def service(operator: PrivateKey) -> Address:
    """The service's address."""
    return operator.address


@pytest.fixture
def token(lz: LazAI, alice: LazAI) -> Token:
    """A token of the caller's with 1,000 units."""
    minted = lz.dat.create_class({"name": "digits"}).mint(alice, quota=QUOTA)
    return alice.dat.token(minted.id)


@pytest.fixture
def reservation(alice: LazAI, token: Token, service: Address) -> Reservation:
    """500 units of the token set aside for the service, for a day."""
    return alice.metering.reserve(token, service, RESERVED, until=timedelta(days=1))


@pytest.fixture
def served(lz: LazAI, operator: PrivateKey, reservation: Reservation) -> Served:
    """The service, ready to be called."""
    return Served(Service(operator, lz.dat.contract))


@pytest.fixture
def opened(alice: LazAI, token: Token, service: Address, served: Served) -> Open:
    """Opens a session with the service."""

    def opened(**options: object) -> Opening:
        return alice.metering.session(token, service, transport=served.transport, **options)  # type: ignore[arg-type]

    return opened

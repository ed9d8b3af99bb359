"""A class, a caller with a reservation, and a gateway in front of an application."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py.gateway import Gateway
from lazai_py.metering import Reservation
from lazai_py.testing import alice
from lazai_py.vault import MemoryVault
from tests.gateway.postgres import postgres
from tests.gateway.world import Caller, Server, make_gateway, serving

__all__ = ["alice"]

RESERVED = 500


@pytest.fixture(scope="session")
def local_chain() -> Iterator[LazAI]:
    """A chain in this process with the contracts deployed."""
    with LazAI.local("revm", vault=MemoryVault()) as lz:
        yield lz


@pytest.fixture
def lz(local_chain: LazAI) -> Iterator[LazAI]:
    """The first account of a chain on which nothing has happened but the deployment, at the time of day.

    A gateway goes by its own clock where the chain's is behind, and a chain that is taken back is: by as long as the
    tests before took.
    """
    with local_chain.chain.undone():
        now = int(time.time())
        if now > local_chain.chain.now().timestamp():
            local_chain.chain.travel_to(now)
        yield local_chain.anew(vault=MemoryVault())


@pytest.fixture
def operator(lz: LazAI) -> PrivateKey:
    """The service's key."""
    return lz.chain.actor("service")


@pytest.fixture
def token(lz: LazAI, alice: LazAI) -> Token:
    """A token of the caller's with 1,000 units."""
    minted = lz.dat.create_class({"name": "digits"}).mint(alice, quota=1_000)
    return alice.dat.token(minted.id)


@pytest.fixture
def reservation(alice: LazAI, token: Token, operator: PrivateKey) -> Reservation:
    """500 units set aside for the service, for a day."""
    return alice.metering.reserve(token, operator.address, RESERVED, until=timedelta(days=1))


@pytest.fixture
def caller(alice: LazAI, reservation: Reservation) -> Iterator[Caller]:
    """Somebody who pays out of the reservation."""
    caller = Caller.of(alice, reservation)
    yield caller
    caller.client.close()


@pytest.fixture
def gateway(lz: LazAI, operator: PrivateKey, token: Token, tmp_path: Path) -> Gateway:
    """A gateway whose ledger is a file."""
    return make_gateway(lz, operator, token.id >> 128, f"sqlite:///{tmp_path / 'ledger.db'}")


@pytest.fixture
def server(gateway: Gateway, reservation: Reservation) -> Iterator[Server]:
    """The application behind the gateway, on a port of its own."""
    with serving(gateway) as served:
        yield served


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL of this test run."""
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'ledger.db'}"
        return
    url: str = request.getfixturevalue("postgres_url")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    name = f"ledger_{uuid.uuid4().hex}"
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield url.rpartition("/")[0] + "/" + name
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()

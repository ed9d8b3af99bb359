"""Processes are killed at any moment, under load: no paid call is lost, nothing is charged or redeemed twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pytest

from lazai_py import LazAI
from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, UsageRecorded
from lazai_py._contract.decode import decode_events
from lazai_py._types import keccak
from lazai_py.gateway.database import Database
from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.records import State
from lazai_py.metering.protocol import Payment
from lazai_py.vault import MemoryVault
from tests.gateway.postgres import free_port
from tests.gateway.world import Caller, wait_until

pytestmark = pytest.mark.slow

RESERVED = 10**9
KILLS = {"sqlite": 50, "postgresql": 15}
LEASE = 0.5
KINDS = [("/call", 3), ("/events", 5)]


@pytest.fixture
def world(database: str) -> Iterator[World]:
    """A caller with plenty of quota on a real node, and a port for the gateway."""
    with LazAI.local("anvil", vault=MemoryVault()) as lz:
        service, client = PrivateKey(keccak(b"the service")), lz.as_account(lz.chain.actor("alice"))
        token = lz.dat.create_class({"name": "digits"}).mint(client, quota=RESERVED)
        mine = client.metering.reserve(client.dat.token(token.id), service.address, RESERVED, until=timedelta(days=1))
        caller = Caller.of(client, mine)
        yield World(lz, caller, token.id >> 128, database)
        caller.client.close()


@dataclass
class World:
    """What is killed, and who calls it."""

    lz: LazAI
    caller: Caller
    class_id: int
    database: str
    alone: threading.Lock = field(default_factory=threading.Lock)
    port: int = field(default_factory=free_port)

    @contextmanager
    def process(self, what: str, *, pause: float = 3600.0) -> Iterator[subprocess.Popen[str]]:
        """A gateway or redeemer in a process of its own, killed at the end."""
        options = {
            "what": what,
            "chain": self.lz.url,
            "dat": self.lz.dat.contract.address,
            "service": keccak(b"the service").hex(),
            "payer": keccak(b"lazai actor payer").hex(),
            "class_id": self.class_id,
            "database": self.database,
            "port": self.port,
            "lease": LEASE,
            "pause": pause,
        }
        self.lz.chain.fund(self.lz.chain.actor("payer"))
        command = [sys.executable, "-m", "tests.gateway.served", json.dumps(options)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()

    def is_up(self) -> bool:
        """Whether the gateway answers."""
        try:
            return httpx.get(self.url + "/free", trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    @property
    def url(self) -> str:
        """Where the gateway is."""
        return f"http://127.0.0.1:{self.port}"

    def payment(self, rng: random.Random) -> tuple[str, Payment]:
        """A payment for one of the kinds of calls."""
        path, amount = rng.choice(KINDS)
        with self.alone:
            return path, self.caller.payment(path, amount=amount)

    def send(self, path: str, payment: Payment) -> int | None:
        """The status of the answer; None when it did not come whole."""
        try:
            answer = self.caller.client.post(self.url + path, headers=self.caller.headers(payment))
        except httpx.TransportError:
            return None
        return answer.status_code

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger, as another process sees it."""
        ledger = Ledger(Database(self.database), self.owner, lease=LEASE)
        ledger.open()
        try:
            yield ledger
        finally:
            ledger.close()

    @property
    def owner(self) -> str:
        """Whose ledger it is."""
        contract, service = self.lz.dat.contract.address, PrivateKey(keccak(b"the service")).address
        return f"{service} on chain {self.lz.chain_id}, contract {contract}"

    @property
    def chain(self) -> bytes:
        """The first block."""
        return bytes.fromhex(self.lz.engine.block(0).hash[2:])

    def redeemed(self) -> tuple[int, int]:
        """What the reservation has redeemed, and what the events of the chain sum up to."""
        reservation, contract = self.caller.reservation, self.lz.dat.contract
        standing = contract.reservation_of(reservation.token_id, reservation.reserver, reservation.service)
        logs = self.lz.engine.logs(LogFilter(contract.address, (UsageRecorded.TOPIC,)))
        events = decode_events(logs, {contract.address: DataAnchoringToken})
        return standing.redeemed, sum(each.amount for each in events if isinstance(each, UsageRecorded))


def test_a_gateway_killed_at_any_moment_loses_no_call_and_charges_none_twice(world: World) -> None:
    """Every call whose answer was lost is sent again with its voucher, until it is answered."""
    rng = random.Random(50)
    sent: list[tuple[str, Payment]] = []
    kills = next(kills for kind, kills in KILLS.items() if world.database.startswith(kind))
    for _ in range(kills):
        with world.process("gateway") as process:
            wait_until(world.is_up, 30)
            load = Load(world, rng.randrange(2**32))
            time.sleep(rng.uniform(0.02, 0.25))
            process.kill()
            sent += load.stop()
    with world.process("gateway"):
        wait_until(world.is_up, 30)
        for path, payment in sent:
            _insist(world, path, payment)
    assert len(sent) > kills
    _check_books(world, sent)


def _insist(world: World, path: str, payment: Payment) -> None:
    """Send a call until its outcome is known: answered again, or known to have been."""
    deadline = time.monotonic() + 20
    while True:
        try:
            answer = world.caller.client.post(world.url + path, headers=world.caller.headers(payment))
        except httpx.TransportError:
            continue
        finally:
            assert time.monotonic() < deadline
        if answer.status_code == 200 or answer.json()["error"] == "voucher_used":
            return
        assert answer.json()["error"] == "voucher_running", answer.text
        time.sleep(0.05)


def _check_books(world: World, sent: list[tuple[str, Payment]]) -> None:
    promised = sum(payment.amount for _, payment in sent)
    with world.ledger() as ledger:
        records = [ledger.find(payment.digest) for _, payment in sent]
        standing = ledger.standing(world.caller.key(world.chain))
        if ledger.database.is_sqlite:
            with ledger.database.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert [record[0].state for record in records if record] == [State.DONE] * len(sent)
    assert [record[0].ending.units for record in records if record] == [payment.amount for _, payment in sent]
    assert standing is not None
    assert (standing.used, standing.held, standing.highest) == (promised, 0, promised)


class Load:
    """Four callers that do not stop until they are told, or nobody answers any more."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._stopped = threading.Event()
        self._sent: list[tuple[str, Payment]] = []
        self._threads = [threading.Thread(target=self._run, args=(seed + n,)) for n in range(4)]
        for thread in self._threads:
            thread.start()

    def _run(self, seed: int) -> None:
        rng = random.Random(seed)
        while not self._stopped.is_set():
            path, payment = self._world.payment(rng)
            self._sent.append((path, payment))
            if self._world.send(path, payment) is None:
                return

    def stop(self) -> list[tuple[str, Payment]]:
        """Stop, and return what was sent."""
        self._stopped.set()
        for thread in self._threads:
            thread.join()
        return self._sent


def test_a_redeemer_killed_while_it_redeems_redeems_everything_once(world: World) -> None:
    """Twelve times, at random moments; what the chain has paid is what was used, to the unit."""
    rng = random.Random(12)
    with world.process("gateway"):
        wait_until(world.is_up, 30)
        for _ in range(12):
            with world.process("redeemer", pause=0.01) as redeemer:
                assert redeemer.stdout is not None
                assert redeemer.stdout.readline() == "ready\n"
                end = time.monotonic() + rng.uniform(0.0, 0.6)
                while time.monotonic() < end:
                    path, payment = world.payment(rng)
                    assert world.send(path, payment) == 200
        path, payment = world.payment(rng)
        assert world.send(path, payment) == 200
        with world.process("redeemer", pause=0.01):
            used = payment.voucher.cumulative
            wait_until(lambda: world.redeemed()[0] == used, 30)
    assert world.redeemed() == (used, used)

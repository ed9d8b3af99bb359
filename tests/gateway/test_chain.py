"""The chain under the gateway: unreachable, reorganised, started again."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py._errors import NotConnected
from lazai_py._types import keccak
from lazai_py.gateway import Gateway, Limits, Risk
from lazai_py.metering import Reservation
from lazai_py.vault import MemoryVault
from tests.gateway.postgres import free_port
from tests.gateway.test_attacks import outcome
from tests.gateway.world import Caller, Server, make_gateway, receipt_of, serving, wait_until


def test_calls_ask_the_chain_nothing(
    server: Server, caller: Caller, lz: LazAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the first contact the chain may fail, and calls are served until the view is too old."""
    assert caller.post(server, "/call").status_code == 200

    def away(*_: object, **__: object) -> None:
        raise NotConnected("http://chain", "refused")

    with monkeypatch.context() as patch:
        for method in ("block", "call", "logs", "code"):
            patch.setattr(type(lz.engine), method, away)
        assert caller.post(server, "/call").status_code == 200
        server.gateway.view._stale = 0.0
        answer = caller.post(server, "/call")
        assert (outcome(answer), answer.headers["retry-after"]) == ((503, "chain_unknown"), "1")
        server.gateway.view._stale = 30.0


def test_a_raise_counts_at_once(server: Server, caller: Caller, alice: LazAI, token: Token) -> None:
    """A voucher ahead of what is known makes the gateway look, also between two looks at the chain."""
    server.gateway.view.stop()
    caller.post(server, "/call")
    assert outcome(caller.post(server, "/call", cumulative=501)) == (402, "reservation_short")
    alice.metering.reserve(token, caller.reservation.service, 100, until=timedelta(days=2))
    assert caller.post(server, "/call", cumulative=501).status_code == 200


def test_a_reservation_that_is_reorganised_away_is_unknown(
    server: Server, alice: LazAI, token: Token, lz: LazAI
) -> None:
    """It was there, a call was served, and it is gone with its block, which the view had not even seen."""
    server.gateway.view.stop()
    with lz.chain.undone():
        second = lz.chain.actor("second")
        token.transfer(second.address)
        client = lz.as_account(second)
        mine = client.metering.reserve(token.id, server.gateway.service.address, 100, until=timedelta(days=1))
        caller = Caller.of(client, mine)
        assert caller.post(server, "/call").status_code == 200
    # Other blocks in the place of those.
    lz.chain.advance(7)
    lz.chain.mine(9)
    server.gateway.view.refresh()
    assert outcome(caller.post(server, "/call")) == (401, "reservation_unknown")
    caller.client.close()


def test_a_released_reservation_is_unknown_within_a_block(
    server: Server, caller: Caller, lz: LazAI, operator: PrivateKey
) -> None:
    """The service itself let it go."""
    caller.post(server, "/call")
    lz.as_account(operator).metering.release(
        caller.reservation.token_id, operator.address, reserver=caller.reservation.reserver
    )
    server.gateway.view.refresh()
    assert outcome(caller.post(server, "/call")) == (401, "reservation_unknown")


def reserved(lz: LazAI) -> tuple[Caller, int]:
    """A caller with a reservation for the service, and its class."""
    service, client = PrivateKey(keccak(b"the service")), lz.as_account(lz.chain.actor("alice"))
    minted = lz.dat.create_class({"name": "digits"}).mint(client, quota=100)
    mine: Reservation = client.metering.reserve(minted.id, service.address, 50, until=timedelta(days=1))
    return Caller.of(client, mine), minted.id >> 128


def test_a_chain_that_is_started_again_is_another_chain(tmp_path: Path) -> None:
    """The same ids, addresses and generation: what was promised and used on the old one counts for nothing."""
    port, url = free_port(), f"sqlite:///{tmp_path / 'ledger.db'}"
    with LazAI.local("anvil", vault=MemoryVault(), port=port) as old:
        first, class_id = reserved(old)
        limits = Limits(poll=0.05, lease=1.0, stale=2.0)
        connected = LazAI.connect(f"http://127.0.0.1:{port}", deployment=old.deployment)
        gateway: Gateway = make_gateway(connected, PrivateKey(keccak(b"the service")), class_id, url, limits=limits)
        with serving(gateway) as server:
            assert receipt_of(first.post(server, "/call")).receipt.used == 3
            before = gateway.view.chain
            old.close()
            # A node knows its first block by the second in which it was started.
            time.sleep(1.1)
            with LazAI.local("anvil", vault=MemoryVault(), port=port) as new:
                second, _ = reserved(new)
                wait_until(lambda: gateway.view.chain not in (before, b""))
                assert second.reservation.generation == first.reservation.generation
                assert receipt_of(second.post(server, "/call")).receipt.used == 3
                assert [risk.reason for risk in _risks(gateway, new)] == ["ended", "waiting"]
        first.client.close()
        second.client.close()
        connected.close()


def _risks(gateway: Gateway, lz: LazAI) -> list[Risk]:
    from lazai_py.gateway.redeemer import Redeemer

    redeemer = Redeemer(
        lz.dat.contract, lz.sender, ledger=gateway.ledger, view=gateway.view, service=gateway.service.address
    )
    return sorted(redeemer.at_risk(), key=lambda risk: risk.reason)

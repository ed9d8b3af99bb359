"""The redeemer collects what is owed: in time, no more than was used while better can come, and once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py._errors import NotConnected
from lazai_py.gateway import Gateway, Policy, Reason
from lazai_py.gateway.redeemer import Redeemed, Redeemer
from lazai_py.metering import Reservation
from lazai_py.metering.protocol import RECEIPTS_PATH
from tests.gateway.test_attacks import NO, YES, session
from tests.gateway.world import Caller, Server, make_gateway, serving

POLICY = Policy(threshold=6, age=3600, before=120, pause=3600)
DAY = 86_400


@pytest.fixture
def gateway(lz: LazAI, operator: PrivateKey, token: Token, tmp_path: Path) -> Gateway:
    """A gateway that redeems, when a test tells it to."""
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    return make_gateway(lz, operator, token.id >> 128, url, sender=lz.sender, policy=POLICY)


@pytest.fixture
def server(gateway: Gateway, reservation: Reservation) -> Iterator[Server]:
    """The application behind the gateway."""
    with serving(gateway) as served:
        yield served


@pytest.fixture
def redeemer(server: Server) -> Redeemer:
    """The gateway's redeemer."""
    assert server.gateway.redeemer is not None
    return server.gateway.redeemer


def redeemed(lz: LazAI, caller: Caller) -> int:
    """What the chain has paid out of the caller's reservation."""
    reservation = caller.reservation
    found = lz.dat.contract.reservation_of(reservation.token_id, reservation.reserver, reservation.service)
    return found.redeemed


def test_below_the_threshold_nothing_is_redeemed(server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI) -> None:
    """A transaction for each call is what this is there to avoid."""
    caller.post(server, "/call")
    assert redeemer.redeem() == Redeemed()
    assert redeemed(lz, caller) == 0


def test_at_the_threshold_the_last_voucher_redeems_all(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """Once; the next look finds nothing owed."""
    for _ in range(3):
        caller.post(server, "/call")
    assert redeemer.redeem() == Redeemed(vouchers=1, units=9)
    assert redeemer.redeem() == Redeemed()
    assert redeemed(lz, caller) == 9


def test_no_more_is_redeemed_than_was_used_while_better_can_come(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """Vouchers over 3, 6 and 46, of which 18 were used: the one over 6 is redeemed."""
    caller.post(server, "/call")
    caller.post(server, "/call")
    caller.post(server, "/chat", amount=40)
    assert redeemer.redeem() == Redeemed(vouchers=1, units=6)
    [risk] = redeemer.at_risk()
    assert (risk.units, risk.reason, risk.until) == (12, Reason.WAITING, caller.reservation.until)


def test_the_closing_voucher_redeems_exactly_what_was_used(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """12 of 40 that were promised."""
    caller.post(server, "/chat", amount=40)
    caller.client.post(server.url + RECEIPTS_PATH, content=caller.closing(12).body())
    assert redeemer.redeem() == Redeemed(vouchers=1, units=12)
    assert redeemer.at_risk() == []


def test_at_the_end_the_smallest_voucher_that_covers_is_redeemed(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """12 were used; of vouchers over 30 and 33 the first, and only when the reservation is about to end."""
    caller.post(server, "/chat", amount=30)
    caller.post(server, "/refused")
    assert redeemer.redeem() == Redeemed()
    lz.chain.advance(DAY - 100)
    assert redeemer.redeem() == Redeemed(vouchers=1, units=30)
    assert redeemed(lz, caller) == 30


def test_what_is_old_is_redeemed_below_the_threshold(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """Once it was owed for as long as the policy says, whatever little it is."""
    caller.post(server, "/call")
    assert redeemer.redeem() == Redeemed()
    object.__setattr__(redeemer, "policy", replace(POLICY, age=0))
    assert redeemer.redeem() == Redeemed(vouchers=1, units=3)


def test_a_voucher_is_redeemed_before_its_own_deadline(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """Though its reservation lasts a day."""
    caller.post(server, "/call", deadline=int(lz.chain.now().timestamp()) + 1000)
    assert redeemer.redeem() == Redeemed()
    lz.chain.advance(900)
    assert redeemer.redeem() == Redeemed(vouchers=1, units=3)


def test_what_a_revoked_session_signed_is_redeemed_at_once(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI, alice: LazAI
) -> None:
    """The chain takes it for a quarter of an hour more."""
    key = lz.chain.actor("session")
    caller.signer = session(caller, alice, key, cap=400, lasts=3600)
    caller.post(server, "/call")
    assert redeemer.redeem() == Redeemed()
    alice.metering.revoke_session(key)
    assert redeemer.redeem() == Redeemed(vouchers=1, units=3)


def test_many_reservations_are_redeemed_in_batches(
    server: Server, redeemer: Redeemer, lz: LazAI, operator: PrivateKey, token: Token
) -> None:
    """Five callers, two in a batch: three transactions."""
    object.__setattr__(redeemer, "policy", Policy(threshold=3, before=120, batch=2))
    cls = lz.dat.cls(token.id >> 128)
    for number in range(5):
        client = lz.as_account(lz.chain.actor(f"caller {number}"))
        minted = cls.mint(client, quota=10)
        mine = client.metering.reserve(client.dat.token(minted.id), operator.address, 10, until=timedelta(days=1))
        caller = Caller.of(client, mine)
        caller.post(server, "/call")
        caller.client.close()
    before = lz.engine.nonce(lz.address)
    assert redeemer.redeem() == Redeemed(vouchers=5, units=15)
    assert lz.engine.nonce(lz.address) - before == 3


def test_a_reservation_that_is_gone_is_reported(server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI) -> None:
    """Units that nobody redeemed in time are lost, and said to be."""
    caller.post(server, "/call")
    lz.chain.advance(DAY + 10)
    assert redeemer.redeem() == Redeemed()
    [risk] = redeemer.at_risk()
    assert (risk.units, risk.reason) == (3, Reason.ENDED)


def test_a_redemption_that_is_undone_by_a_reorganisation_is_done_again(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """What is owed is what the chain says is owed, and not what was sent."""
    for _ in range(3):
        caller.post(server, "/call")
    with lz.chain.undone():
        assert redeemer.redeem() == Redeemed(vouchers=1, units=9)
    lz.chain.mine(2)
    assert redeemed(lz, caller) == 0
    assert redeemer.redeem() == Redeemed(vouchers=1, units=9)


def test_one_process_redeems_at_a_time(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI, operator: PrivateKey
) -> None:
    """The other takes over when the first steps down."""
    other = make_gateway(
        lz,
        operator,
        caller.reservation.token_id >> 128,
        str(server.gateway.ledger.database.engine.url),
        sender=lz.sender,
        policy=POLICY,
    )
    with other:
        assert other.redeemer is not None
        redeemer.redeem()
        for _ in range(3):
            caller.post(server, "/call")
        assert other.redeemer.redeem() == Redeemed()
        redeemer._owed.step_down()
        assert other.redeemer.redeem() == Redeemed(vouchers=1, units=9)
        assert redeemed(lz, caller) == 9


def test_what_a_contract_wallet_takes_back_is_passed_over_and_reported(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """The chain refuses its vouchers, which are not sent again."""
    lz.chain.engine.set_code(caller.reservation.reserver, YES)
    caller.signer = session(caller, lz.as_account(lz.chain.actor("owner")), lz.chain.actor("key"), cap=400, lasts=3600)
    caller.post(server, "/call")
    caller.post(server, "/call")
    lz.chain.engine.set_code(caller.reservation.reserver, NO)
    outcome = redeemer.redeem()
    assert (outcome.units, outcome.refused) == (0, 1)
    [risk] = redeemer.at_risk()
    assert (risk.units, risk.reason) == (6, Reason.UNCOVERED)
    assert redeemer.redeem() == Redeemed()


def test_a_key_that_takes_on_code_takes_nothing_back(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI
) -> None:
    """What an account's key has signed is redeemed, whatever its code says later (EIP-7702)."""
    caller.post(server, "/call")
    caller.post(server, "/call")
    lz.chain.engine.set_code(caller.reservation.reserver, NO)
    assert redeemer.redeem() == Redeemed(vouchers=1, units=6)


def test_while_the_chain_is_away_the_redeemer_says_so(
    server: Server, caller: Caller, redeemer: Redeemer, lz: LazAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is owed stays owed."""
    caller.post(server, "/call")
    caller.post(server, "/call")

    def away(*_: object, **__: object) -> None:
        raise NotConnected("http://chain", "refused")

    with monkeypatch.context() as patch:
        patch.setattr(type(lz.engine), "block", away)
        with pytest.raises(NotConnected):
            redeemer.redeem()
    assert redeemer.redeem() == Redeemed(vouchers=1, units=6)

"""Quota is set aside, redeemed and given back; a session key pays for its reserver within its bounds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py._types import Address, keccak
from lazai_py.errors import InputError, InsufficientValue, InvalidUntil, NoReservation, ReservationRunning
from lazai_py.metering import Budget, Delegation, Limits, Refusal, Reservation, Session, SpendingLog
from lazai_py.metering.errors import BadSignature, BudgetExceeded, MalformedMessage
from lazai_py.metering.typed_data import NO_CALL, NO_SESSION, Domain, SessionSignature, hash_voucher
from lazai_py.metering.vouchers import check_signature
from tests.metering.conftest import RESERVED
from tests.metering.service import URL, Served


def test_a_reservation_is_what_was_asked_for(alice: LazAI, token: Token, service: Address) -> None:
    """It names the three parties and its generation; the token has so much less."""
    until = alice.chain.now() + timedelta(hours=2)
    made = alice.metering.reserve(token, service, 100, until=until)
    assert made == Reservation(token.id, alice.address, service, 1, 100, int(until.timestamp()))
    assert token.quota() == 900
    standing = alice.metering.reservation(token, service)
    assert (standing.reservation, standing.until) == (made, until)
    assert (int(standing.amount), int(standing.redeemed)) == (100, 0)


def test_a_reservation_is_raised_and_prolonged(alice: LazAI, token: Token, service: Address) -> None:
    """It stays the same generation, so that vouchers go on counting."""
    first = alice.metering.reserve(token, service, 100, until=timedelta(hours=1))
    second = alice.metering.reserve(token, service, 50, until=first.until + 60)
    assert (second.generation, second.amount, second.until) == (1, 150, first.until + 60)


def test_a_plan_of_a_reservation_sends_nothing(alice: LazAI, token: Token, service: Address) -> None:
    """It says why it would fail, and what it would do."""
    assert isinstance(
        alice.metering.reserve.plan(token, service, 1_001, until=timedelta(hours=1)).failure, InsufficientValue
    )
    assert alice.metering.reserve.plan(token, service, 100, until=timedelta(hours=1)).result == 1
    with pytest.raises(NoReservation):
        alice.metering.reservation(token, service)


@pytest.mark.parametrize("until", [None, 0, -1, datetime(2030, 1, 1, tzinfo=UTC).replace(tzinfo=None), True])
def test_an_end_that_is_none_is_refused(alice: LazAI, token: Token, service: Address, until: object) -> None:
    """A reservation always ends; a time without a zone is not one."""
    with pytest.raises(InputError):
        alice.metering.reserve(token, service, 100, until=until)  # type: ignore[arg-type]


def test_an_end_in_the_past_is_refused(alice: LazAI, token: Token, service: Address) -> None:
    """The contract's error names the bounds."""
    with pytest.raises(InvalidUntil):
        alice.metering.reserve(token, service, 100, until=datetime(2001, 1, 1, tzinfo=UTC))


def test_only_the_service_ends_a_reservation_early(
    alice: LazAI, lz: LazAI, token: Token, operator: PrivateKey, reservation: Reservation
) -> None:
    """Until its end it is a promise; then anyone gives the rest back to the token."""
    with pytest.raises(ReservationRunning):
        alice.metering.release(token, operator)
    assert lz.as_account(operator).metering.release(token, operator, reserver=alice.address) == RESERVED
    assert token.quota() == 1_000
    again = alice.metering.reserve(token, operator, 10, until=timedelta(hours=1))
    assert again.generation == 2
    lz.chain.travel_to(again.until + 1)
    assert lz.metering.release(token, operator, reserver=alice.address) == 10


def test_a_batch_reports_each_voucher_that_did_not_pay(
    lz: LazAI, alice: LazAI, operator: PrivateKey, reservation: Reservation
) -> None:
    """Good ones pay whatever stands beside them."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    caller = lz.chain.actor("alice")
    other = Reservation(reservation.token_id, lz.address, operator.address, 1, 0, reservation.until)
    wanted = {"session": NO_SESSION, "metric": keccak(b"calls"), "call": NO_CALL}
    vouchers = [
        other.voucher(cumulative=1, **wanted),  # type: ignore[arg-type]
        reservation.voucher(cumulative=7, **wanted),  # type: ignore[arg-type]
        reservation.voucher(cumulative=9, **wanted),  # type: ignore[arg-type]
    ]
    signed = zip([caller, caller, operator], vouchers, strict=True)
    signatures = [key.sign_hash(domain.digest(hash_voucher(voucher))) for key, voucher in signed]
    outcome = lz.metering.redeem(vouchers, signatures)
    assert [(each.voucher, int(each.paid), each.refusal) for each in outcome] == [
        (vouchers[0], 0, Refusal.UNKNOWN_RESERVATION),
        (vouchers[1], 7, None),
        (vouchers[2], 0, Refusal.BAD_SIGNATURE),
    ]
    assert alice.metering.reservation(reservation.token_id, operator).redeemed == 7


def test_what_is_above_the_reservation_pays_what_is_reserved(lz: LazAI, reservation: Reservation) -> None:
    """A voucher never pays more than was set aside."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    voucher = reservation.voucher(session=NO_SESSION, metric=keccak(b"calls"), cumulative=RESERVED + 1, call=NO_CALL)
    signature = lz.chain.actor("alice").sign_hash(domain.digest(hash_voucher(voucher)))
    assert [int(each.paid) for each in lz.metering.redeem([voucher], [signature])] == [RESERVED]


# --- session keys ---


@pytest.fixture
def key() -> PrivateKey:
    """A session key; it has no coins and no token."""
    return PrivateKey(keccak(b"session key"))


@pytest.fixture
def delegation(alice: LazAI, token: Token, reservation: Reservation, key: PrivateKey) -> Delegation:
    """The key may promise 7 units in all."""
    return alice.metering.delegate(token, reservation.service, key.address, cap=7, expires=None)


def test_a_session_key_pays_without_a_chain_up_to_its_cap(
    delegation: Delegation, key: PrivateKey, served: Served
) -> None:
    """Two calls of three units; the third would be above seven, and nothing is signed for it."""
    handed_over = Delegation.from_json(delegation.to_json())
    assert handed_over == delegation
    payer = handed_over.payer(key, Budget(Limits(), SpendingLog()))
    with Session(payer, transport=served.transport) as s:
        assert [s.post(f"{URL}/infer").status_code for _ in range(2)] == [200, 200]
        with pytest.raises(BudgetExceeded) as caught:
            s.post(f"{URL}/infer")
        assert (caught.value.limit, caught.value.need, caught.value.left) == ("session cap", 9, 7)
    assert served.service.used == 6
    assert [each.session for each in served.service.closings] == [key.address]


def test_what_a_session_key_signed_is_redeemed_until_it_is_revoked(
    lz: LazAI, alice: LazAI, delegation: Delegation, key: PrivateKey, served: Served
) -> None:
    """The revocation takes effect a quarter of an hour later, so that what was served is paid."""
    with Session(delegation.payer(key, Budget(Limits(), SpendingLog())), transport=served.transport) as s:
        s.post(f"{URL}/infer")
    assert served.service.highest is not None
    voucher, signature = served.service.highest
    effective = alice.metering.revoke_session(key.address)
    assert effective == alice.chain.now() + timedelta(minutes=15)
    assert alice.metering.revoke_session(key.address) is None
    assert [int(each.paid) for each in lz.metering.redeem([voucher], [signature])] == [3]
    lz.chain.travel_to(effective)
    with Session(delegation.payer(key, Budget(Limits(), SpendingLog())), transport=served.transport) as s:
        s.post(f"{URL}/infer")
    outcome = lz.metering.redeem([served.service.highest[0]], [served.service.highest[1]])
    assert [each.refusal for each in outcome] == [Refusal.BAD_SIGNATURE]


def test_a_delegation_for_another_key_is_refused(delegation: Delegation) -> None:
    """Nor does one count that the reserver did not sign."""
    budget = Budget(Limits(), SpendingLog())
    with pytest.raises(BadSignature, match="is for"):
        delegation.payer(PrivateKey(b"\x07" * 32), budget)


def test_a_delegation_that_was_changed_is_refused(delegation: Delegation, key: PrivateKey) -> None:
    """A higher cap is another session, which nobody signed."""
    changed = Delegation.from_json(delegation.to_json().replace('"cap": "7"', '"cap": "70"'))
    with pytest.raises(BadSignature, match="not signed"):
        changed.payer(key, Budget(Limits(), SpendingLog()))
    with pytest.raises(MalformedMessage):
        Delegation.from_json("{}")


def test_a_service_sees_whose_signature_a_voucher_has(
    lz: LazAI, delegation: Delegation, key: PrivateKey, reservation: Reservation, served: Served
) -> None:
    """The reserver's own, a session key's within its cap, and nobody else's."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    signer = delegation.payer(key, Budget(Limits(), SpendingLog()))._signer
    voucher = reservation.voucher(session=key.address, metric=keccak(b"calls"), cumulative=7, call=NO_CALL)
    signature = signer.sign(voucher, domain)
    parts = check_signature(voucher, signature, domain)
    assert parts is not None
    assert (parts.cap, parts.expire_at) == (7, reservation.until)
    with pytest.raises(BadSignature, match="signed by"):
        check_signature(voucher, signature, Domain.of_dat(1, lz.dat.address))
    with pytest.raises(BadSignature, match="more than"):
        check_signature(voucher, signature[:129], domain)


def test_a_service_refuses_a_session_key_above_its_cap(
    lz: LazAI, delegation: Delegation, key: PrivateKey, reservation: Reservation
) -> None:
    """The chain would not pay it, and so the service does not serve it."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    voucher = reservation.voucher(session=key.address, metric=keccak(b"calls"), cumulative=8, call=NO_CALL)
    key_signature = key.sign_hash(domain.digest(hash_voucher(voucher)))
    signature = SessionSignature(7, reservation.until, key_signature, delegation.grant).pack()
    with pytest.raises(BadSignature, match="cap"):
        check_signature(voucher, signature, domain)

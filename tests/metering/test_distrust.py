"""A caller keeps to its own limits and to what it can check, whatever a service says."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py.errors import NoReservation
from lazai_py.metering import Session, SpendingLog, State
from lazai_py.metering.errors import BudgetExceeded, PaymentRefused, ReceiptRefused, TermsRefused
from lazai_py.metering.protocol import Code
from tests.metering.conftest import Open
from tests.metering.service import URL, Served

INFER = f"{URL}/infer"


def _infer(session: Session, text: str = "seven") -> httpx.Response:
    return session.post(INFER, json={"input": text})


@pytest.mark.parametrize(
    ("limits", "name", "left"),
    [({"budget": 8}, "total", 2), ({"per_day": 8}, "per_day", 2), ({"per_call": 2}, "per_call", 2)],
)
def test_a_limit_stops_the_call_before_anything_is_signed(
    opened: Open, served: Served, limits: dict[str, int], name: str, left: int
) -> None:
    """The error names the limit, what the call may cost and what is left."""
    with opened(**limits) as s:
        allowed = [_infer(s) for _ in range(limits.get("budget", limits.get("per_day", 0)) // 3)]
        with pytest.raises(BudgetExceeded) as caught:
            _infer(s)
        assert (caught.value.limit, caught.value.need, caught.value.left) == (name, 3, left)
        assert len(s.calls) == len(allowed) == served.service.served


def test_what_is_reserved_is_the_last_limit(opened: Open, served: Served) -> None:
    """Of 500 units, 166 calls of 3 are paid; then two are left."""
    with opened() as s:
        assert [_infer(s, str(index)).status_code for index in range(166)] == [200] * 166
        with pytest.raises(BudgetExceeded) as caught:
            _infer(s)
        assert (caught.value.limit, caught.value.need, caught.value.left) == ("reserved", 3, 2)
    assert served.service.served == 166


def test_the_limit_of_a_day_holds_across_sessions(opened: Open, tmp_path: Path) -> None:
    """A log in a file is shared by one session after the other."""
    path = tmp_path / "spending.db"
    with opened(per_day=8, log=path) as s:
        _infer(s)
        _infer(s)
    with opened(per_day=8, log=path) as s, pytest.raises(BudgetExceeded, match="per_day"):
        _infer(s)


def test_without_a_reservation_there_is_no_session(alice: LazAI, token: Token) -> None:
    """The error is that of the contract."""
    with pytest.raises(NoReservation):
        alice.metering.session(token, PrivateKey(bytes(31) + b"\x05").address)


@pytest.mark.parametrize(
    "fields",
    [
        {"units": 4},
        {"used": 4},
        {"voucher": bytes(32)},
        {"request": bytes(32)},
    ],
)
def test_a_receipt_that_claims_what_is_not_true_is_refused(
    opened: Open, served: Served, fields: dict[str, object]
) -> None:
    """More units than authorised, more in all than justified, another voucher, another request."""
    with opened() as s:
        served.cheat(**fields)
        with pytest.raises(ReceiptRefused):
            _infer(s)
        assert [(each.state, each.cost) for each in s.calls] == [(State.DISPUTED, 3)]


@pytest.mark.parametrize("in_memory", [False, True])
def test_a_receipt_for_another_answer_is_refused(opened: Open, served: Served, in_memory: bool) -> None:
    """The hash of what came is not the one that was signed; the dispute is on record."""
    served.service.in_memory = in_memory
    with opened() as s:
        served.cheat(response=bytes(32))
        with pytest.raises(ReceiptRefused, match="answer"):
            _infer(s)
        assert [(each.state, each.units) for each in s.calls] == [(State.DISPUTED, 3)]


def test_a_receipt_of_somebody_else_is_refused(opened: Open, served: Served) -> None:
    """Only the service's own signature counts."""
    with opened() as s:
        served.service.signs_with = PrivateKey(b"\x07" * 32)
        with pytest.raises(ReceiptRefused, match="signed by"):
            _infer(s)


def test_a_forged_receipt_in_a_stream_is_refused(opened: Open, served: Served) -> None:
    """The last event is checked like a header."""
    with opened() as s:
        served.cheat(units=11)
        with pytest.raises(ReceiptRefused):
            s.post(f"{URL}/events")
        assert [(each.state, each.cost) for each in s.calls] == [(State.DISPUTED, 10)]


def test_a_service_that_disowns_a_payment_it_took_is_on_record(opened: Open, served: Served) -> None:
    """A receipt that never comes counts as all of the amount."""
    with opened() as s:
        served.service.late = served.service.forgets = True
        _infer(s)
        s.reconcile()
        assert [(each.state, each.note) for each in s.calls] == [
            (State.DISPUTED, "the service took the payment and knows nothing of it")
        ]
    assert served.service.closings == []


def test_terms_of_another_service_are_refused_before_anything_is_signed(opened: Open, served: Served) -> None:
    """Nobody is paid but whom the session is for."""
    with opened() as s:
        served.service.key = PrivateKey(b"\x07" * 32)
        with pytest.raises(TermsRefused) as caught:
            _infer(s)
        assert (caught.value.field, caught.value.actual) == ("service", served.service.key.address)
        assert len(s.calls) == 0


def test_a_refusal_that_paying_again_cannot_cure_is_an_error(opened: Open, served: Served) -> None:
    """A service that claims more than receipts justify gets no voucher over it; what was held is given back."""
    with opened() as s:
        _infer(s)
        served.service.used = 400
        with pytest.raises(PaymentRefused) as caught:
            _infer(s)
        assert (caught.value.code, caught.value.status, caught.value.missing) == (Code.CREDIT_SHORT, 402, 397)
        assert s.spent == 3


def test_a_caller_that_lost_its_books_goes_on_from_its_own_highest_voucher(opened: Open, served: Served) -> None:
    """The service shows it; the caller knows its own signature, and pays on from there."""
    with opened() as s:
        for _ in range(3):
            _infer(s)
    with opened(log=SpendingLog()) as s:
        assert _infer(s).status_code == 200
        assert s.spent == 3
    assert [each.cumulative for each in served.service.closings] == [9, 12]


def test_a_caller_that_lost_its_books_accepts_what_its_own_voucher_covers(opened: Open, served: Served) -> None:
    """Credit that is left serves it at once; the receipt states more than it knows, and its own voucher explains why.

    From the first receipt on, the sum that the service stated is what counts, not all that was promised.
    """
    served.service.refuses_closing = True
    with opened() as s:
        s.post(f"{URL}/events")
    with opened(log=SpendingLog()) as s:
        assert _infer(s).status_code == 200
        assert (s.payer.book.used, s.payer.book.stated, s.payer.book.signed) == (7, 7, 10)


def test_without_a_voucher_that_explains_it_a_receipt_over_more_is_refused(opened: Open, served: Served) -> None:
    """The remedy names the log of the earlier program."""
    served.service.refuses_closing = served.service.keeps_quiet = True
    with opened() as s:
        s.post(f"{URL}/events")
    with opened(log=SpendingLog()) as s, pytest.raises(ReceiptRefused, match="pass its log"):
        _infer(s)


def test_sessions_of_one_account_share_their_books(opened: Open, served: Served) -> None:
    """The second goes on where the first ended, without asking."""
    for _ in range(2):
        with opened() as s:
            _infer(s)
    assert len(served.requests("/infer")) == 4
    assert [each.cumulative for each in served.service.closings] == [3, 6]


def test_a_voucher_of_somebody_else_is_no_proof_of_what_was_promised(opened: Open, served: Served) -> None:
    """The caller does not go on from a voucher that it did not sign."""
    with opened() as s:
        _infer(s)
    assert served.service.highest is not None
    forged = served.service.highest[0]
    served.service.highest = (forged, PrivateKey(b"\x07" * 32).sign_hash(bytes(32)))
    with opened(log=SpendingLog()) as s, pytest.raises(PaymentRefused, match="credit_short"):
        _infer(s)


def test_a_log_in_a_file_lets_the_next_session_go_on_in_one_round_trip_more(
    opened: Open, served: Served, tmp_path: Path
) -> None:
    """With its books, the caller asks for the terms and is served at the first voucher."""
    path = tmp_path / "spending.db"
    for _ in range(2):
        with opened(log=path) as s:
            _infer(s)
    assert len(served.requests("/infer")) == 4
    with SpendingLog(path) as log:
        assert [(each.cumulative, each.units, each.stated) for each in log] == [(3, 3, 3), (6, 3, 6)]

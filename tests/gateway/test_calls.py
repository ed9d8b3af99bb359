"""What a paid call is answered."""

from __future__ import annotations

import httpx
import pytest

from lazai_py._types import keccak
from lazai_py.metering.protocol import (
    PAYMENT_REQUIRED,
    PAYMENT_RESPONSE,
    RECEIPTS_PATH,
    Code,
    PaymentRequired,
    request_hash,
)
from lazai_py.metering.wire import to_hex
from tests.gateway.application import PRICE
from tests.gateway.world import Caller, Server, receipt_of


def test_a_free_path_is_served_without_payment(server: Server, caller: Caller) -> None:
    """What no route names passes through untouched."""
    answer = httpx.post(server.url + "/free", content=b"body")
    assert (answer.status_code, answer.content) == (200, b"free body")
    assert PAYMENT_RESPONSE not in answer.headers


def test_a_call_without_payment_is_told_the_terms_of_exactly_this_request(server: Server, caller: Caller) -> None:
    """402 names price, parties and the hash of the request; the application is not run."""
    answer = httpx.post(server.url + "/call?a=1", content=b"question")
    required = PaymentRequired.read(answer.headers[PAYMENT_REQUIRED])
    assert answer.status_code == 402
    assert (required.code, required.url) == (Code.PAYMENT_MISSING, server.url + "/call?a=1")
    [terms] = required.accepts
    assert (terms.amount, terms.floor, terms.service) == (PRICE, PRICE, caller.reservation.service)
    assert (terms.chain_id, terms.asset, terms.class_id) == (caller.chain_id, caller.asset, 1)
    assert terms.request == request_hash("POST", b"/call?a=1", b"question")
    assert server.application.runs == {}


def test_a_paid_call_is_served_and_its_receipt_says_what_was_used(server: Server, caller: Caller) -> None:
    """The receipt is signed by the service and names voucher, request, answer and sums."""
    for number in (1, 2):
        payment = caller.payment("/call", b"question")
        answer = caller.send(server, "/call", payment, b"question")
        signed = receipt_of(answer)
        assert answer.status_code == 200
        assert answer.json()["echo"] == "question"
        assert signed.signer(server.gateway.service.receipts) == caller.reservation.service
        assert (signed.receipt.voucher, signed.receipt.units, signed.receipt.used) == (payment.digest, 3, 3 * number)
        assert signed.receipt.request == request_hash("POST", b"/call", b"question")
        assert signed.receipt.response == keccak(answer.content)
        assert not signed.truncated


def test_a_receipt_can_be_read_again_and_by_nobody_who_guesses(server: Server, caller: Caller) -> None:
    """The receipts URL has the receipt under the digest of its voucher, and nothing under another."""
    payment = caller.payment("/call")
    answer = caller.send(server, "/call", payment)
    stored = httpx.get(f"{server.url}{RECEIPTS_PATH}/{to_hex(payment.digest)}")
    assert (stored.status_code, stored.json()) == (200, receipt_of(answer).to_json())
    assert httpx.get(f"{server.url}{RECEIPTS_PATH}/{to_hex(bytes(32))}").status_code == 404
    assert httpx.get(f"{server.url}{RECEIPTS_PATH}/nonsense").status_code == 404


def test_get_and_head_are_one_route(server: Server, caller: Caller) -> None:
    """A HEAD request does not get past the meter of its GET."""
    assert httpx.head(server.url + "/files/a").status_code == 402
    payment = caller.payment("/files/a", method="GET", amount=1)
    assert caller.send(server, "/files/a", payment, method="GET").content == b"a file"
    assert server.application.runs == {"/files/a": 1}


@pytest.mark.parametrize(("path", "status"), [("/boom", 500), ("/refused", 422)])
def test_an_answer_that_failed_costs_nothing(server: Server, caller: Caller, path: str, status: int) -> None:
    """What the call held is credit again: the next call needs no higher promise."""
    answer = caller.post(server, path)
    assert (answer.status_code, receipt_of(answer).receipt.units) == (status, 0)
    again = caller.post(server, "/call", cumulative=PRICE)
    assert (again.status_code, receipt_of(again).receipt.used) == (200, PRICE)


def test_a_call_that_takes_too_long_is_stopped_and_costs_nothing(server: Server, caller: Caller) -> None:
    """The route's time is a bound, and what did not come is not paid."""
    object.__setattr__(server.gateway.limits, "call", 0.05)
    answer = caller.post(server, "/slow")
    assert (answer.status_code, receipt_of(answer).receipt.units) == (504, 0)


def test_a_session_is_closed_by_a_voucher_over_what_was_used(server: Server, caller: Caller) -> None:
    """A closing voucher over another sum is refused with the sum on record."""
    caller.post(server, "/chat", amount=40)
    url = server.url + RECEIPTS_PATH
    wrong = httpx.post(url, content=caller.closing(40).body())
    right = httpx.post(url, content=caller.closing(12).body())
    assert (wrong.status_code, wrong.json()) == (409, {"error": "not_closing", "used": "12"})
    assert (right.status_code, right.json()) == (200, {"used": "12"})

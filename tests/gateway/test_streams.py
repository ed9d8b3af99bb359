"""Streams are measured while they flow, cut at the cap, and end with their receipt."""

from __future__ import annotations

import json
import time

import httpx

from lazai_py._types import keccak
from lazai_py.metering.answers import Settlement, SignedReceipt
from lazai_py.metering.protocol import PAYMENT_RESPONSE, RECEIPTS_PATH
from lazai_py.metering.wire import to_hex
from tests.gateway.application import CHUNK, WORDS, token
from tests.gateway.world import Caller, Server, receipt_of, wait_until

MARK = b"event: receipt\ndata: "


def split(body: bytes) -> tuple[bytes, SignedReceipt]:
    """The answer itself, and the receipt in its last event."""
    answer, _, receipt = body.rpartition(MARK)
    return answer, SignedReceipt.from_json(json.loads(receipt))


def stored(server: Server, digest: bytes) -> SignedReceipt:
    """The receipt at the receipts URL."""
    return SignedReceipt.from_json(httpx.get(f"{server.url}{RECEIPTS_PATH}/{to_hex(digest)}").json())


def test_an_event_stream_ends_with_its_receipt(server: Server, caller: Caller) -> None:
    """One unit a token; the receipt covers every byte before its own event."""
    answer = caller.post(server, "/events", amount=40)
    body, signed = split(answer.content)
    assert body == b"".join(map(token, WORDS)) + b"data: [DONE]\n\n"
    assert (signed.receipt.units, signed.receipt.used, signed.truncated) == (5, 5, False)
    assert signed.receipt.response == keccak(body)
    assert Settlement.read(answer.headers[PAYMENT_RESPONSE]).receipts == RECEIPTS_PATH


def test_a_usage_in_the_last_event_is_what_counts(server: Server, caller: Caller) -> None:
    """7 tokens of the prompt and 5 of the answer."""
    _, signed = split(caller.post(server, "/events", b"usage", amount=40).content)
    assert signed.receipt.units == 12


def test_an_event_stream_is_cut_at_the_cap_between_events(server: Server, caller: Caller) -> None:
    """Two tokens were authorised: two are sent, then the events `cap` and `receipt`."""
    body, signed = split(caller.post(server, "/events", amount=2).content)
    assert body == token("one") + token("two") + b'event: cap\ndata: {"amount":"2"}\n\n'
    assert (signed.receipt.units, signed.truncated) == (2, True)
    assert signed.receipt.response == keccak(body)


def test_an_endless_stream_stops_at_the_cap_and_so_does_the_application(server: Server, caller: Caller) -> None:
    """The application is cancelled: nobody computes what nobody pays."""
    body, signed = split(caller.post(server, "/forever", amount=7).content)
    assert body.startswith(b"".join(token(f"t{number}") for number in range(7)) + b"event: cap")
    assert signed.receipt.units == 7
    wait_until(server.application.stopped.is_set)


def test_bytes_are_cut_at_the_cap_and_the_receipt_is_at_its_url(server: Server, caller: Caller) -> None:
    """50 bytes at one unit for ten, of which three units are paid."""
    payment = caller.payment("/bytes", b"5", amount=3)
    answer = caller.send(server, "/bytes", payment, b"5")
    signed = stored(server, payment.digest)
    assert answer.content == CHUNK * 3
    assert Settlement.read(answer.headers[PAYMENT_RESPONSE]).receipt is None
    assert (signed.receipt.units, signed.truncated, signed.receipt.response) == (3, True, keccak(CHUNK * 3))


def test_bytes_below_the_cap_cost_what_was_sent(server: Server, caller: Caller) -> None:
    """50 bytes are five units, whatever was authorised."""
    payment = caller.payment("/bytes", b"5", amount=40)
    assert caller.send(server, "/bytes", payment, b"5").content == CHUNK * 5
    assert (stored(server, payment.digest).receipt.units, stored(server, payment.digest).truncated) == (5, False)


def test_a_function_of_the_application_measures(server: Server, caller: Caller) -> None:
    """Words, counted part by part, cut before the part that would exceed the cap."""
    payment = caller.payment("/words", b"one two |three |four five six ", amount=4)
    answer = caller.send(server, "/words", payment, b"one two |three |four five six ")
    assert answer.content == b"one two three "
    assert stored(server, payment.digest).receipt.units == 3


def test_a_document_with_a_usage_costs_its_tokens(server: Server, caller: Caller) -> None:
    """The receipt is in the header, for the answer came in one piece."""
    answer = caller.post(server, "/chat", amount=40)
    assert (receipt_of(answer).receipt.units, receipt_of(answer).receipt.response) == (12, keccak(answer.content))


def test_a_stream_is_not_buffered(server: Server, caller: Caller) -> None:
    """The first token is there long before the last."""
    payment = caller.payment("/forever", amount=40)
    begin = time.perf_counter()
    with caller.client.stream("POST", server.url + "/forever", headers=caller.headers(payment)) as answer:
        times = [time.perf_counter() - begin for _ in answer.iter_raw()]
    assert len(times) >= 20
    assert times[0] < times[-1] / 3


def test_a_stream_that_fails_costs_what_was_sent(server: Server, caller: Caller) -> None:
    """Two tokens came before the model failed; their receipt is at its URL."""
    payment = caller.payment("/broken", amount=40)
    try:
        caller.send(server, "/broken", payment)
        failed = False
    except httpx.RemoteProtocolError:
        failed = True
    assert failed
    signed = stored(server, payment.digest)
    assert (signed.receipt.units, signed.truncated) == (2, True)
    assert signed.receipt.response == keccak(token("one") + token("two"))


def test_a_caller_that_hangs_up_pays_what_was_sent_to_it(server: Server, caller: Caller) -> None:
    """The rest of the hold is credit again."""
    payment = caller.payment("/forever", amount=40)
    with caller.client.stream("POST", server.url + "/forever", headers=caller.headers(payment)) as answer:
        next(answer.iter_raw())
    url = f"{server.url}{RECEIPTS_PATH}/{to_hex(payment.digest)}"
    wait_until(lambda: httpx.get(url).status_code == 200)
    assert 1 <= stored(server, payment.digest).receipt.units <= 40


def test_many_streams_flow_at_once(server: Server, caller: Caller) -> None:
    """Each has its own meter."""
    bodies = [caller.post(server, "/events", amount=amount).content for amount in (1, 3, 40)]
    assert [split(body)[1].receipt.units for body in bodies] == [1, 3, 5]

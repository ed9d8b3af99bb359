"""Messages survive the way there and back; what is not of the protocol is malformed, and nothing worse."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import keccak, to_address
from lazai_py.metering import wire
from lazai_py.metering.answers import Closing, Settlement, SignedReceipt, cap_event
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.protocol import (
    Code,
    Payment,
    PaymentRequired,
    Terms,
    call_commitment,
    is_closing,
    request_hash,
)
from lazai_py.metering.typed_data import NO_CALL, NO_SESSION, Receipt

DAT, SERVICE, CALLER = (to_address(keccak(name)[12:]) for name in (b"dat", b"service", b"caller"))
TERMS = Terms(
    chain_id=31337,
    asset=DAT,
    service=SERVICE,
    amount=2**95,
    metric=keccak(b"tokens"),
    metric_name="tokens",
    unit="token",
    unit_decimals=3,
    class_id=7,
    price={"meter": "tokens", "units": "1"},
    least=1,
)
VOUCHER = Voucher(
    (7 << 128) | 1, CALLER, SERVICE, NO_SESSION, 2**24 - 1, keccak(b"tokens"), 2**95 + 1, 2**40 - 1, keccak(b"call")
)
PAYMENT = Payment(31337, DAT, VOUCHER, b"\x01" * 65, 12, b"\x02" * 16)
RECEIPT = SignedReceipt(Receipt(keccak(b"v"), 5, 2**95, keccak(b"q"), keccak(b"a"), 1_800_000_000), b"\x03" * 65, True)


def _decoded(header: str) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(base64.b64decode(header))
    return message


def test_a_payment_survives_its_header() -> None:
    """What is read is what was written, numbers beyond 2**53 included."""
    assert Payment.read(PAYMENT.header(TERMS, url="https://x.example/")) == PAYMENT


def test_terms_survive_their_header() -> None:
    """With the request, what is missing, and the highest voucher."""
    required = PaymentRequired(
        Code.CREDIT_SHORT, "https://x.example/", (TERMS.seen(keccak(b"q")), TERMS), 9, (VOUCHER, b"\x01" * 65)
    )
    assert PaymentRequired.read(required.header()) == required


def test_terms_of_other_schemes_are_left_out() -> None:
    """A service may offer several; ours is found among them."""
    message = PaymentRequired(Code.PAYMENT_MISSING, "u", (TERMS,)).to_json()
    message["accepts"] = [{"scheme": "exact", "network": "solana:x"}, TERMS.to_json()]
    assert PaymentRequired.read(wire.pack_header(message)).accepts == (TERMS,)
    message["accepts"] = [{"scheme": "exact"}]
    with pytest.raises(MalformedMessage, match="no terms"):
        PaymentRequired.read(wire.pack_header(message))


def test_a_settlement_survives_its_header() -> None:
    """With a receipt, and with the place where it will be."""
    shown = Settlement(31337, CALLER, None, "/receipts", (VOUCHER, b"\x01" * 65))
    for settlement in (Settlement(31337, CALLER, RECEIPT), Settlement(31337, CALLER, None, "/receipts"), shown):
        assert Settlement.read(settlement.header()) == settlement


def test_a_closing_voucher_survives_its_body() -> None:
    """It is known by its empty call."""
    closing = Closing(31337, DAT, replace(VOUCHER, call=NO_CALL), b"\x01" * 65)
    assert Closing.read(closing.body()) == closing
    assert is_closing(closing.voucher)
    assert not is_closing(VOUCHER)


def test_the_messages_are_those_of_x402() -> None:
    """Field names, versions and kinds are what x402 version 2 has."""
    payment = _decoded(PAYMENT.header(TERMS, url="https://x.example/"))
    assert set(payment) == {"x402Version", "payload", "accepted", "resource"}
    assert payment["x402Version"] == 2
    assert payment["accepted"] == TERMS.to_json()
    assert set(TERMS.to_json()) == {"scheme", "network", "amount", "asset", "payTo", "maxTimeoutSeconds", "extra"}
    settled = _decoded(Settlement(31337, CALLER, RECEIPT).header())
    assert {name: settled[name] for name in ("success", "transaction", "network", "payer", "amount")} == {
        "success": True,
        "transaction": "",
        "network": "eip155:31337",
        "payer": CALLER,
        "amount": "5",
    }


def test_a_voucher_commits_to_one_request() -> None:
    """Another method, target, body, amount or id is another commitment."""
    asked = request_hash("POST", b"/infer?x=1", b"{}")
    voucher = replace(VOUCHER, call=call_commitment(PAYMENT.id, PAYMENT.amount, asked))
    payment = replace(PAYMENT, voucher=voucher)
    assert payment.is_for(asked)
    others = [
        request_hash("PUT", b"/infer?x=1", b"{}"),
        request_hash("POST", b"/infer?x=2", b"{}"),
        request_hash("POST", b"/infer?x=1", b"{ }"),
        request_hash("POST/infer", b"?x=1", b"{}"),
    ]
    assert not any(payment.is_for(other) for other in others)
    assert not replace(payment, amount=13).is_for(asked)
    assert not replace(payment, id=b"\x04" * 16).is_for(asked)


def test_each_code_has_the_status_that_the_protocol_gives_it() -> None:
    """402 unless it is said otherwise."""
    others = {code: code.status for code in Code if code.status != 402}
    assert others == {
        Code.MALFORMED: 400,
        Code.BAD_SIGNATURE: 401,
        Code.WRONG_CALL: 401,
        Code.RESERVATION_UNKNOWN: 401,
        Code.SESSION_REVOKED: 401,
        Code.SESSION_EXPIRED: 401,
        Code.SESSION_CAP: 401,
        Code.VOUCHER_USED: 409,
        Code.VOUCHER_RUNNING: 409,
        Code.NOT_CLOSING: 409,
        Code.BODY_TOO_LARGE: 413,
        Code.HEADER_TOO_LARGE: 431,
        Code.TOO_MANY: 429,
        Code.CHAIN_UNKNOWN: 503,
    }


def test_an_event_is_one_line_of_data() -> None:
    """The names and the end are those of server-sent events."""
    assert cap_event(12) == b'event: cap\ndata: {"amount":"12"}\n\n'
    head, data, *rest = RECEIPT.event().split(b"\n")
    assert (head, data[:6], rest) == (b"event: receipt", b"data: ", [b"", b""])
    assert SignedReceipt.from_json(wire.unpack_json(data[6:])) == RECEIPT


# --- what is not of the protocol ---


@pytest.mark.parametrize(
    "header",
    [
        "",
        "?",
        "AAAA",
        "e30",
        "ä",
        base64.b64encode(b"[]").decode(),
        base64.b64encode(b"{}").decode(),
        base64.b64encode(b"\xff\xfe").decode(),
        base64.b64encode(b"[" * 12_000).decode(),
        base64.b64encode(b'{"x402Version":2,"x402Version":2}').decode(),
        base64.b64encode(b'{"x402Version":NaN}').decode(),
        base64.b64encode(b'{"x402Version":' + b"9" * 8_000 + b"}").decode(),
        base64.b64encode(b'{"x402Version":true}').decode(),
    ],
)
def test_a_header_that_is_no_message_is_malformed(header: str) -> None:
    """Whatever it is, the error is the one that stands for status 400."""
    with pytest.raises(MalformedMessage) as caught:
        Payment.read(header)
    assert not caught.value.too_large


def test_a_header_that_is_too_large_says_so() -> None:
    """It is refused unread, for its size alone."""
    with pytest.raises(MalformedMessage) as caught:
        Payment.read("A" * (wire.HEADER_LIMIT + 1))
    assert caught.value.too_large


Change = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(x402Version=1),
        lambda m: m["accepted"].update(scheme="exact"),
        lambda m: m["accepted"].update(network="eip155:0"),
        lambda m: m["accepted"].update(network="eip155:31337 "),
        lambda m: m["accepted"].update(asset="0x12"),
        lambda m: m["payload"].update(amount=12),
        lambda m: m["payload"].update(amount="012"),
        lambda m: m["payload"].update(amount="-1"),
        lambda m: m["payload"].update(amount="1e3"),
        lambda m: m["payload"].update(amount="٣"),
        lambda m: m["payload"].update(amount=str(2**256)),
        lambda m: m["payload"].update(id="0x" + "00" * 15),
        lambda m: m["payload"].update(signature="0x" + "0" * 131),
        lambda m: m["payload"].update(signature="0x" + "00" * 3_000),
        lambda m: m["payload"].update(voucher=[]),
        lambda m: m["payload"]["voucher"].pop("call"),
        lambda m: m["payload"]["voucher"].update(generation=str(2**32)),
        lambda m: m["payload"]["voucher"].update(deadline=str(2**64)),
        lambda m: m["payload"]["voucher"].update(reserver=CALLER.swapcase()),
        lambda m: m["payload"]["voucher"].update(metric="0x" + "00" * 31 + "0g"),
    ],
)
def test_a_payment_with_one_wrong_field_is_malformed(change: Change) -> None:
    """Every field is checked for kind, form and range."""
    message = _decoded(PAYMENT.header(TERMS))
    change(message)
    with pytest.raises(MalformedMessage):
        Payment.read(wire.pack_header(message))


def test_ten_thousand_mutilated_headers_are_malformed_or_whole() -> None:
    """Nothing but `MalformedMessage` comes out, whatever happens to the bytes."""
    chance = random.Random(8028)
    whole = PAYMENT.header(TERMS)
    outcomes = {"whole": 0, "malformed": 0}
    for _ in range(10_000):
        try:
            Payment.read(_mutilated(whole, chance))
            outcomes["whole"] += 1
        except MalformedMessage:
            outcomes["malformed"] += 1
    assert outcomes["malformed"] > 5_000


def _mutilated(header: str, chance: random.Random) -> str:
    data = bytearray(base64.b64decode(header) if chance.random() < 0.7 else header.encode())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(1, 40)]
            case 2:
                data[place:place] = bytes(chance.choices(b'{}[]",:0123456789eE.-x\\', k=chance.randrange(1, 8)))
            case _:
                data[place:place] = data[place // 2 : place // 2 + chance.randrange(1, 60)]
        if not data:
            break
    return base64.b64encode(data).decode() if chance.random() < 0.7 else data.decode("latin-1")

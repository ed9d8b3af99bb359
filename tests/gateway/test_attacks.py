"""What callers try that do not mean to pay. Nothing of it runs the application or ends in a 5xx."""

from __future__ import annotations

import base64
import random
import socket
import time
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py._types import NATIVE, keccak
from lazai_py.metering.protocol import PAYMENT_SIGNATURE, Payment
from lazai_py.metering.typed_data import NO_CALL, Domain, Session
from lazai_py.metering.vouchers import ReserverSigner, SessionKey, grant_session
from tests.gateway.world import Caller, Server, receipt_of

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
OTHER = "0x000000000000000000000000000000000000dEaD"
# The code of a wallet that has signed everything (ERC-1271), and of one that has signed nothing.
YES, NO = bytes.fromhex("631626ba7e60e01b60005260206000f3"), b"\xfe"


def outcome(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["error"]


@pytest.fixture(autouse=True)
def unserved(server: Server) -> object:
    """Whatever was tried, the application was not run more often than was paid for."""
    yield
    paid = server.application.runs.pop("/call", 0)
    assert server.application.runs == {}
    assert paid <= 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"chain_id": 1}, (402, "wrong_terms")),
        ({"asset": OTHER}, (402, "wrong_terms")),
        ({"service": OTHER}, (402, "wrong_terms")),
        ({"metric": keccak(b"another metric")}, (402, "wrong_terms")),
        ({"token_id": 2 << 128 | 1}, (402, "wrong_terms")),
        ({"token_id": 1 << 128 | 99}, (401, "reservation_unknown")),
        ({"generation": 2}, (401, "reservation_unknown")),
        ({"generation": 0}, (401, "reservation_unknown")),
        ({"reserver": OTHER}, (401, "bad_signature")),
        ({"cumulative": 501}, (402, "reservation_short")),
        ({"cumulative": 2**256 - 1}, (402, "reservation_short")),
        ({"cumulative": 2}, (402, "credit_short")),
        ({"deadline": 1}, (402, "deadline_near")),
        ({"call": NO_CALL}, (401, "wrong_call")),
        ({"call": keccak(b"another call")}, (401, "wrong_call")),
    ],
)
def test_a_voucher_for_something_else_is_refused(
    server: Server, caller: Caller, changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    """Another chain, contract, service, metric, class, token, generation, reserver, sum, time or call."""
    assert outcome(caller.post(server, "/call", **changes)) == expected


def test_the_largest_deadline_is_as_good_as_any(server: Server, caller: Caller) -> None:
    """2**64 - 1 fits no column for seconds and is no reason to fail."""
    assert caller.post(server, "/call", deadline=2**64 - 1).status_code == 200


def test_a_voucher_pays_for_the_request_that_it_names_only(server: Server, caller: Caller) -> None:
    """Another body, path, query, method, amount or id makes it worthless."""
    payment = caller.payment("/call", b"question")
    tries = [
        caller.send(server, "/call", payment, b"another question"),
        caller.send(server, "/call?more=1", payment, b"question"),
        caller.send(server, "/slow", payment, b"question"),
        caller.send(server, "/call", replace(payment, amount=4), b"question"),
        caller.send(server, "/call", replace(payment, id=bytes(16)), b"question"),
    ]
    assert [outcome(answer) for answer in tries] == [(401, "wrong_call")] * 5


def test_the_malleable_twin_of_a_signature_is_refused(server: Server, caller: Caller) -> None:
    """Also after the voucher was used with the true one: the digest is what it is known by."""
    payment = caller.payment("/call")
    r, s, v = payment.signature[:32], int.from_bytes(payment.signature[32:64]), payment.signature[64]
    twin = replace(payment, signature=r + (ORDER - s).to_bytes(32) + bytes([55 - v]))
    assert outcome(caller.send(server, "/call", twin)) == (401, "bad_signature")
    assert caller.send(server, "/call", payment).status_code == 200
    assert outcome(caller.send(server, "/call", twin)) == (401, "bad_signature")


def test_a_strangers_signature_is_refused(server: Server, caller: Caller, lz: LazAI) -> None:
    """It is not the reserver's."""
    caller.signer = ReserverSigner(lz.chain.actor("mallory"))
    assert outcome(caller.post(server, "/call")) == (401, "bad_signature")


def test_an_amount_below_the_price_is_refused(server: Server, caller: Caller) -> None:
    """The route's least is a bound."""
    assert outcome(caller.post(server, "/call", amount=2)) == (402, "amount_short")


def session(caller: Caller, alice: LazAI, key: PrivateKey, *, cap: int, lasts: int, **changes: object) -> SessionKey:
    """A session key of the caller's."""
    assert isinstance(alice.account, PrivateKey)
    reservation = caller.reservation
    bounds = Session(
        token_id=reservation.token_id,
        reserver=reservation.reserver,
        service=reservation.service,
        generation=reservation.generation,
        key=key.address,
        cap=cap,
        expire_at=int(time.time()) + lasts,
    )
    grant = grant_session(alice.account, bounds, Domain.of_dat(caller.chain_id, caller.asset))
    return SessionKey(key, replace(bounds, **changes), grant)  # type: ignore[arg-type]


def test_a_session_key_pays_within_its_bounds(server: Server, caller: Caller, alice: LazAI, lz: LazAI) -> None:
    """Its cap is the highest sum that it may promise."""
    key = lz.chain.actor("session")
    caller.signer = session(caller, alice, key, cap=4, lasts=3600)
    assert caller.post(server, "/call").status_code == 200
    caller.signer = session(caller, alice, key, cap=4, lasts=3600)
    above = session(caller, alice, key, cap=6, lasts=3600)
    caller.signer = replace(above, grant=caller.signer.grant)
    assert outcome(caller.post(server, "/call")) == (401, "bad_signature")


def test_a_voucher_above_the_cap_of_its_session_is_refused(
    server: Server, caller: Caller, alice: LazAI, lz: LazAI
) -> None:
    """Even when the key signs it."""
    granted = session(caller, alice, lz.chain.actor("session"), cap=2, lasts=3600)

    class Reckless:
        session = granted.session

        def sign(self, voucher: object, domain: Domain) -> bytes:
            lower = replace(voucher, cumulative=1)  # type: ignore[type-var]
            parts = granted.sign(lower, domain)  # type: ignore[arg-type]
            from lazai_py.metering.typed_data import hash_voucher

            signed = granted.key.sign_hash(domain.digest(hash_voucher(voucher)))  # type: ignore[arg-type]
            return parts[:64] + signed + parts[129:]

    caller.signer = Reckless()
    assert outcome(caller.post(server, "/call")) == (401, "session_cap")


@pytest.mark.parametrize(("lasts", "expected"), [(-10, (401, "session_expired")), (100, (402, "deadline_near"))])
def test_a_session_that_ends_too_soon_is_refused(
    server: Server, caller: Caller, alice: LazAI, *, lasts: int, expected: tuple[int, str]
) -> None:
    """What it signed must stay redeemable for a while."""
    caller.signer = session(caller, alice, PrivateKey(keccak(b"session")), cap=400, lasts=lasts)
    assert outcome(caller.post(server, "/call")) == expected


def test_a_revoked_session_is_refused_within_a_block(server: Server, caller: Caller, alice: LazAI, lz: LazAI) -> None:
    """Though the chain would redeem what it signs for a quarter of an hour more."""
    key = lz.chain.actor("session")
    caller.signer = session(caller, alice, key, cap=400, lasts=3600)
    assert caller.post(server, "/call").status_code == 200
    alice.metering.revoke_session(key)
    server.gateway.view.refresh()
    assert outcome(caller.post(server, "/call")) == (401, "session_revoked")


def test_a_contract_wallet_grants_a_session_as_long_as_it_says_so(server: Server, caller: Caller, lz: LazAI) -> None:
    """Its grant is asked of the chain at first contact, and again when the answer is old."""
    owner, key = lz.as_account(lz.chain.actor("owner")), lz.chain.actor("key")
    lz.chain.engine.set_code(caller.reservation.reserver, YES)
    caller.signer = session(caller, owner, key, cap=400, lasts=3600)
    assert caller.post(server, "/call").status_code == 200
    lz.chain.engine.set_code(caller.reservation.reserver, NO)
    assert caller.post(server, "/call").status_code == 200
    server.gateway.admission._grants.clear()
    assert outcome(caller.post(server, "/call")) == (401, "bad_signature")


def test_a_caller_cannot_take_away_what_is_reserved(
    server: Server, caller: Caller, token: Token, alice: LazAI, lz: LazAI
) -> None:
    """It sells the token and reserves the rest elsewhere between the call and its redemption; the service is paid."""
    answer = caller.post(server, "/call", b"", cumulative=3)
    alice.metering.reserve(token, lz.chain.actor("another service").address, 500, until=timedelta(hours=1))
    token.transfer(lz.chain.actor("buyer").address)
    key = caller.key(server.gateway.view.chain)
    standing = server.gateway.ledger.standing(key)
    assert answer.status_code == 200
    assert standing is not None
    assert standing.used == 3
    caller.signed = 0
    paid = caller.payment("/call", amount=3)
    [redemption] = lz.metering.redeem([paid.voucher], [paid.signature])
    assert (redemption.paid.raw, redemption.refusal) == (3, None)


def test_a_header_of_a_megabyte_is_refused(server: Server, caller: Caller) -> None:
    """By the server or by the gateway, as the caller's fault."""
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=10) as connection:
        head = f"POST /call HTTP/1.1\r\nHost: x\r\n{PAYMENT_SIGNATURE}: ".encode()
        with suppress(ConnectionError):  # it may hang up before the end
            connection.sendall(head + b"A" * 1_000_000 + b"\r\n\r\n")
        status = connection.recv(100).split(b" ")[1]
    assert status in (b"400", b"431")


def test_a_header_that_is_too_large_is_refused_by_its_size(server: Server, caller: Caller) -> None:
    """Beyond 16 KiB nothing is decoded."""
    answer = httpx.post(server.url + "/call", headers={PAYMENT_SIGNATURE: "A" * 16_385})
    assert outcome(answer) == (431, "header_too_large")


def test_two_payments_for_one_call_are_refused(server: Server, caller: Caller) -> None:
    """Which of them counts would be a matter of taste."""
    header = caller.headers(caller.payment("/call"))[PAYMENT_SIGNATURE]
    answer = httpx.post(server.url + "/call", headers=[(PAYMENT_SIGNATURE, header)] * 2)
    assert outcome(answer) == (400, "malformed")


def test_a_body_that_is_too_large_is_refused(server: Server, caller: Caller) -> None:
    """Paid or not, declared or not."""
    body = b"x" * (1024 * 1024 + 1)
    declared = httpx.post(server.url + "/call", content=body)
    flowing = httpx.post(server.url + "/call", content=iter([body]))
    assert [outcome(answer) for answer in (declared, flowing)] == [(413, "body_too_large")] * 2


def test_ten_thousand_malformed_headers_are_the_callers_fault(server: Server, caller: Caller) -> None:
    """A payment, damaged at random in every layer, gives 4xx and never 5xx, unless nothing that counts was damaged."""
    rng = random.Random(8028)
    payment = caller.payment("/call")
    valid = caller.headers(payment)[PAYMENT_SIGNATURE]
    statuses: dict[int, int] = {}
    with httpx.Client(base_url=server.url) as client:
        for _ in range(10_000):
            header = _damaged(rng, valid)
            status = client.post("/call", headers={PAYMENT_SIGNATURE.encode(): header}).status_code
            if status == 200:
                assert Payment.read(header) == payment
            else:
                statuses[status] = statuses.get(status, 0) + 1
    assert all(400 <= status < 500 for status in statuses), statuses
    assert sum(statuses.values()) > 9_500


def _damaged(rng: random.Random, valid: str) -> bytes:
    kind = rng.randrange(4)
    if kind == 0:
        return base64.b64encode(rng.randbytes(rng.randrange(300)))
    if kind == 1:
        return bytes(rng.randrange(33, 127) for _ in range(rng.randrange(1, 300)))
    text = bytearray(base64.b64decode(valid)) if kind == 2 else bytearray(valid.encode())
    for _ in range(rng.randrange(1, 6)):
        if kind == 2:
            text[rng.randrange(len(text))] = rng.randrange(256)
        else:
            text[rng.randrange(len(text))] = rng.randrange(33, 127)
    return base64.b64encode(bytes(text)) if kind == 2 else bytes(text)


def test_unknown_reservations_are_looked_up_rarely(server: Server, caller: Caller) -> None:
    """A flood of signed vouchers without a reservation costs the chain five questions a second, not hundreds."""
    begin = time.monotonic()
    codes = [outcome(caller.post(server, "/call", token_id=1 << 128 | 1000 + n))[1] for n in range(60)]
    asked = 5 + 5 * (time.monotonic() - begin)
    assert codes.count("reservation_unknown") <= asked < 60
    assert codes.count("too_many") >= 60 - asked


def test_the_native_address_reserves_nothing(server: Server, caller: Caller) -> None:
    """A signature that recovers to nobody is not the zero address's."""
    payment = caller.payment("/call", reserver=NATIVE)
    broken: Payment = replace(payment, signature=bytes(64) + b"\x1b")
    assert outcome(caller.send(server, "/call", broken)) == (401, "bad_signature")


def test_receipts_answer_nonsense_with_the_callers_fault(server: Server, caller: Caller) -> None:
    """Neither a closing nor a digest."""
    url = server.url + "/.well-known/dat-quota/receipts"
    closings = [httpx.post(url, content=content).status_code for content in (b"nonsense", b"{}")]
    assert [*closings, httpx.delete(f"{url}/0x{'0' * 64}").status_code] == [400, 400, 405]
    assert receipt_of(caller.post(server, "/call")).receipt.units == 3

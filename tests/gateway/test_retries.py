"""Parallel calls, retries, vouchers out of order, several gateways: each has one outcome, and none pays twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx

from lazai_py import LazAI, Token
from lazai_py._chain.accounts import PrivateKey
from lazai_py.metering.protocol import PAYMENT_REQUIRED, PaymentRequired
from tests.gateway.world import Caller, Server, make_gateway, receipt_of, serving


def test_a_retry_gets_the_same_answer_again_without_running_again(server: Server, caller: Caller) -> None:
    """Byte for byte, with the same receipt."""
    payment = caller.payment("/call", b"question")
    first = caller.send(server, "/call", payment, b"question")
    again = caller.send(server, "/call", payment, b"question")
    assert (again.status_code, again.content) == (200, first.content)
    assert receipt_of(again) == receipt_of(first)
    assert server.application.runs == {"/call": 1}


def test_a_retry_of_an_answer_that_was_not_kept_gets_its_receipt(server: Server, caller: Caller) -> None:
    """Large answers and streams are not kept: 409 and what was used."""
    for path in ("/big", "/events"):
        payment = caller.payment(path, amount=40)
        caller.send(server, path, payment)
        again = caller.send(server, path, payment)
        assert (again.status_code, again.json()) == (409, {"error": "voucher_used"})
        assert receipt_of(again).receipt.voucher == payment.digest
    assert server.application.runs == {"/big": 1, "/events": 1}


def test_one_voucher_in_parallel_is_served_once(server: Server, caller: Caller) -> None:
    """The others are told that it is running, or get the same answer when it is done."""
    server.application.slow = 0.5
    payment = caller.payment("/slow")
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: caller.send(server, "/slow", payment), range(20)))
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(200) == 1
    assert statuses.count(409) == 19
    assert server.application.runs == {"/slow": 1}
    assert caller.send(server, "/slow", payment).content == b"late"
    assert server.application.runs == {"/slow": 1}


def test_parallel_calls_with_vouchers_out_of_order_are_all_served(server: Server, caller: Caller) -> None:
    """30 vouchers, the highest first: the sum of what was promised covers all."""
    payments = [caller.payment("/call") for _ in range(30)][::-1]
    answers = [caller.send(server, "/call", payment) for payment in payments]
    assert [answer.status_code for answer in answers] == [200] * 30
    assert receipt_of(answers[-1]).receipt.used == 90


def test_a_low_voucher_first_leaves_the_rest_unserved_until_the_credit_covers_it(
    server: Server, caller: Caller
) -> None:
    """402 says how much is missing, and shows the highest voucher on record."""
    first = caller.payment("/call")
    caller.send(server, "/call", first)
    caller.signed = 0
    answer = caller.post(server, "/call")
    required = PaymentRequired.read(answer.headers[PAYMENT_REQUIRED])
    assert (answer.status_code, required.missing) == (402, 3)
    assert required.highest == (first.voucher, first.signature)


def test_two_gateways_of_one_service_share_one_ledger(
    server: Server, caller: Caller, lz: LazAI, operator: PrivateKey, token: Token
) -> None:
    """A voucher that one has served is known to the other, and the credit is one."""
    other = make_gateway(lz, operator, token.id >> 128, str(server.gateway.ledger.database.engine.url))
    with serving(other) as second:
        payment = caller.payment("/call")
        first = caller.send(server, "/call", payment)
        again = caller.send(second, "/call", payment)
        assert (again.content, second.application.runs) == (first.content, {})
        assert receipt_of(caller.post(second, "/call")).receipt.used == 6
        assert receipt_of(caller.post(server, "/call")).receipt.used == 9


def test_a_session_of_the_sdk_pays_call_by_call_and_closes(
    server: Server, alice: LazAI, token: Token, operator: PrivateKey
) -> None:
    """Calls, a stream, and the closing voucher, through the caller's side as it is shipped."""
    with alice.metering.session(token, operator.address, budget=100) as session:
        answers = [session.post(server.url + "/call", content=b"q").json()["echo"] for _ in range(5)]
        with session.stream("POST", server.url + "/events") as stream:
            text = b"".join(stream.iter_bytes())
        assert session.post(server.url + "/free").content == b"free "
    assert answers == ["q"] * 5
    assert text.endswith(b"data: [DONE]\n\n")
    assert session.spent == 20


async def _many(url: str, alice: LazAI, token: Token, service: str) -> list[httpx.Response]:
    import asyncio

    async with alice.metering.session(token, service) as session:
        return list(await asyncio.gather(*(session.post(url + "/call", content=b"q") for _ in range(50))))


def test_fifty_calls_of_one_session_at_once_are_all_served(
    server: Server, alice: LazAI, token: Token, operator: PrivateKey
) -> None:
    """One reservation, one ledger line, fifty calls in the air."""
    import asyncio

    answers = asyncio.run(_many(server.url, alice, token, operator.address))
    assert [answer.status_code for answer in answers] == [200] * 50
    assert max(receipt_of(answer).receipt.used for answer in answers) == 150

"""A session pays for its calls, one round trip each, and knows what they cost."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from lazai_py import LazAI
from lazai_py.metering import Reservation, Session, State
from lazai_py.metering.errors import SessionClosed
from lazai_py.metering.protocol import PAYMENT_SIGNATURE, Payment
from lazai_py.metering.session import AsyncSession
from tests.metering.conftest import Open
from tests.metering.service import CHUNKS, URL, Served, digest_of

INFER = f"{URL}/infer"


def _infer(session: Session, text: str = "seven") -> httpx.Response:
    return session.post(INFER, json={"input": text})


def test_a_paid_call_is_one_round_trip_once_the_terms_are_known(opened: Open, served: Served) -> None:
    """The first call asks for the terms; the next four do not."""
    with opened() as s:
        answers = [_infer(s) for _ in range(5)]
        assert [(each.status_code, each.text) for each in answers] == [(200, f"digit {i}") for i in range(5)]
        assert len(served.requests("/infer")) == 6
        assert s.spent == 15
        assert s.left == 485


def test_vouchers_grow_by_what_the_call_costs(opened: Open, served: Served) -> None:
    """Each promises what was used and what this call may cost, and nothing more."""
    with opened() as s:
        for _ in range(4):
            _infer(s)
    paid = [each for each in served.requests("/infer") if PAYMENT_SIGNATURE in each.headers]
    sums = [Payment.read(each.headers[PAYMENT_SIGNATURE]).voucher.cumulative for each in paid]
    assert sums == [3, 6, 9, 12]


def test_two_like_requests_are_two_calls(opened: Open, served: Served) -> None:
    """Each carries a voucher of its own."""
    with opened() as s:
        _infer(s)
        _infer(s)
    paid = [digest_of(each) for each in served.requests("/infer") if PAYMENT_SIGNATURE in each.headers]
    assert len(set(paid)) == 2
    assert served.service.used == 6


def test_what_asks_no_payment_gets_none(opened: Open, served: Served) -> None:
    """A route without terms is called like any other."""
    with opened() as s:
        assert s.get(f"{URL}/free").text == "free"
        assert len(s.calls) == 0
    assert PAYMENT_SIGNATURE not in served.requests("/free")[0].headers


def test_the_end_of_a_session_is_a_voucher_over_exactly_what_was_used(
    opened: Open, served: Served, lz: LazAI, reservation: Reservation
) -> None:
    """The service redeems what it served, although it held a voucher over more."""
    with opened() as s, s.stream("POST", f"{URL}/events") as answer:
        answer.read()
    (closing,) = served.service.closings
    assert (closing.cumulative, closing.call, closing.metric) == (4, bytes(32), served.service.terms("/").metric)
    assert served.service.highest is not None
    outcome = lz.metering.redeem([closing], [served.service.highest[1]])
    assert [int(each.paid) for each in outcome] == [4]


def test_a_session_that_used_nothing_closes_without_a_word(opened: Open, served: Served) -> None:
    """There is nothing to tell."""
    with opened():
        pass
    assert served.service.requests == []


def test_a_closed_session_pays_no_more(opened: Open) -> None:
    """The auth it lent to other clients stops with it."""
    with opened() as s:
        _infer(s)
    with pytest.raises(SessionClosed), httpx.Client(auth=s.auth, transport=s.client._transport) as client:
        client.post(INFER)


def test_any_httpx_client_pays_with_one_argument(opened: Open) -> None:
    """`auth=s.auth` is all that a client needs."""
    with opened() as s, httpx.Client(auth=s.auth, transport=s.client._transport) as client:
        assert client.post(INFER, content=b"seven").text == "digit 0"
        assert s.spent == 3


def test_an_asynchronous_session_pays_in_parallel(opened: Open, served: Served) -> None:
    """Twenty calls at once each hold what they may cost, and all are served."""

    async def run() -> None:
        async with opened() as s:
            await s.post(INFER)
            answers = await asyncio.gather(*(s.post(INFER, json=index) for index in range(20)))
            assert {each.status_code for each in answers} == {200}
            assert s.spent == 63

    asyncio.run(run())
    assert (served.service.used, served.service.served) == (63, 21)
    assert [each.cumulative for each in served.service.closings] == [63]


def test_an_asynchronous_stream_flows_and_is_checked(opened: Open, served: Served) -> None:
    """The pieces come as they were sent, without the receipt, which is on record."""

    async def run(s: AsyncSession) -> list[bytes]:
        async with s, s.stream("POST", f"{URL}/events") as answer:
            return [piece async for piece in answer.aiter_raw() if piece]

    opening = opened()
    pieces = asyncio.run(run(opening.asynchronous()))
    assert pieces == CHUNKS
    assert [(each.state, each.units) for each in opening.payer.budget.log] == [(State.SETTLED, 4)]


def test_an_asynchronous_call_that_breaks_is_sent_again_with_its_voucher(opened: Open, served: Served) -> None:
    """It is charged once."""

    async def run() -> httpx.Response:
        async with opened() as s:
            await s.post(INFER)
            served.service.broken = 1
            return await s.post(INFER)

    assert asyncio.run(run()).status_code == 409
    assert served.service.used == 6


def test_threads_share_a_session(opened: Open, served: Served) -> None:
    """Forty calls of eight threads are all paid for, each once."""
    with opened() as s:
        _infer(s)
        with ThreadPoolExecutor(8) as pool:
            codes = set(pool.map(lambda index: _infer(s, str(index)).status_code, range(40)))
        assert codes == {200}
        assert s.spent == 123


def test_a_call_that_breaks_is_sent_again_with_its_voucher_and_charged_once(opened: Open, served: Served) -> None:
    """The service served it, the answer was lost: the receipt comes with a conflict, and nothing is paid twice."""
    with opened() as s:
        _infer(s)
        served.service.broken = 1
        assert _infer(s).status_code == 409
        assert s.spent == 6
        assert [each.state for each in s.calls] == [State.SETTLED] * 2
    paid = [digest_of(each) for each in served.requests("/infer") if PAYMENT_SIGNATURE in each.headers]
    assert paid[1] == paid[2]


def test_a_retry_of_another_client_is_the_same_call(opened: Open, served: Served) -> None:
    """Whoever sends the same bytes again after a failure gets the same voucher."""
    with opened() as s, httpx.Client(auth=s.auth, transport=s.client._transport) as client:
        client.post(INFER, content=b"x")
        served.service.broken = 1
        with pytest.raises(httpx.ReadError):
            client.post(INFER, content=b"x")
        assert client.post(INFER, content=b"x").status_code == 409
    assert served.service.used == 6


def test_a_request_without_payment_is_not_repeated(opened: Open, served: Served) -> None:
    """Only what carries a voucher is safe to send again."""
    attempts: list[httpx.Request] = []

    def fail(request: httpx.Request) -> httpx.Response:
        attempts.append(request)
        raise httpx.ConnectError("nobody there", request=request)

    with opened() as s:
        s.client = httpx.Client(auth=s.auth, transport=httpx.MockTransport(fail))
        with pytest.raises(httpx.ConnectError):
            s.post(f"{URL}/free")
    assert len(attempts) == 1

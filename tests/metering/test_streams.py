"""Streams flow to the application, and their receipts to the session."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from lazai_py.metering import Session, State
from tests.metering.conftest import Open
from tests.metering.service import CHUNKS, URL, Served

INFER = f"{URL}/infer"


def _infer(session: Session, text: str = "seven") -> httpx.Response:
    return session.post(INFER, json={"input": text})


def test_a_stream_comes_piece_by_piece_without_its_receipt(opened: Open) -> None:
    """What the application reads is what the application of the service wrote."""
    with opened() as s, s.stream("POST", f"{URL}/events") as answer:
        assert [piece for piece in answer.iter_raw() if piece] == CHUNKS
        assert [(each.state, each.units, each.amount) for each in s.calls] == [(State.SETTLED, 4, 10)]


def test_a_stream_is_cut_at_what_the_caller_allows(opened: Open, served: Served) -> None:
    """With two units left for a call, the stream ends after two, says so, and costs two."""
    with opened(per_call=2) as s:
        answer = s.post(f"{URL}/events")
        assert answer.content == CHUNKS[0] + CHUNKS[1] + b'event: cap\ndata: {"amount":"2"}\n\n'
        (call,) = s.calls
    assert (call.state, call.units, call.note) == (State.SETTLED, 2, "cut at the authorised amount")
    assert [each.cumulative for each in served.service.closings] == [2]


def test_a_stream_without_events_has_its_receipt_at_the_receipts_url(opened: Open, served: Served) -> None:
    """The session asks for it at the end, and compares the hash of what came."""
    with opened() as s:
        assert s.post(f"{URL}/bytes").content == b"".join(CHUNKS)
        assert [each.state for each in s.calls] == [State.RUNNING]
        s.reconcile()
        assert [(each.state, each.units) for each in s.calls] == [(State.SETTLED, 4)]


def test_a_stream_that_is_left_early_is_asked_after(opened: Open, served: Served) -> None:
    """A reader that stops at its first piece never sees the receipt; the session gets it when it closes."""
    with opened() as s:
        with s.stream("POST", f"{URL}/events") as answer:
            next(answer.iter_raw())
        assert [each.state for each in s.calls] == [State.RUNNING]
        assert s.spent == 10
    assert [(each.state, each.units) for each in s.calls] == [(State.SETTLED, 1)]
    assert [each.cumulative for each in served.service.closings] == [1]


def test_a_stream_that_is_left_before_its_receipt_is_settled_by_the_next_call(opened: Open) -> None:
    """Clients of chat streams leave them at the last event that they know; a budget lasts as long as it should."""
    with opened(budget=12) as s:
        for call in range(1, 3):
            with s.stream("POST", f"{URL}/events") as answer:
                next(answer.iter_raw())
            assert s.spent == call - 1 + 10
        assert _infer(s).status_code == 200
        assert [(each.state, each.units) for each in s.calls[:2]] == [(State.SETTLED, 1), (State.SETTLED, 1)]


def test_an_asynchronous_stream_that_is_left_is_settled_by_the_next_call(opened: Open) -> None:
    """The same under the other kind of client."""

    async def run() -> list[tuple[State, int | None]]:
        async with opened(budget=12) as s:
            async with s.stream("POST", f"{URL}/events") as answer:
                await anext(answer.aiter_raw())
            await s.post(INFER, json={"input": "seven"})
            return [(each.state, each.units) for each in s.calls[:1]]

    assert asyncio.run(run()) == [(State.SETTLED, 1)]


def test_a_stream_that_breaks_counts_fully_until_its_receipt_is_there(opened: Open, served: Served) -> None:
    """The service denies it; the call is disputed, and the session ends without a closing voucher."""
    served.service.forgets = True
    with opened() as s:
        served.service.broken_after = 2
        with pytest.raises(httpx.ReadError), s.stream("POST", f"{URL}/events") as answer:
            answer.read()
        assert s.spent == 10
    assert [(each.state, each.cost) for each in s.calls] == [(State.DISPUTED, 10)]
    assert served.service.closings == []

"""One paid call: the application runs, its answer is measured while it flows, and ends with a receipt.

Nothing is held back but the start of the answer, until its first bytes are there: an answer in one piece carries its
receipt in the header, an event stream in its last event, any other stream leaves it at the receipts URL.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from lazai_py.gateway.errors import LedgerUnavailable
from lazai_py.gateway.meters import Gauge, Head, Meter, Piece
from lazai_py.gateway.records import Answer, Claim, Ending
from lazai_py.gateway.terms import EXPOSED, Headers, Reply
from lazai_py.gateway.till import Till
from lazai_py.metering.answers import Settlement, SignedReceipt, cap_event
from lazai_py.metering.protocol import PAYMENT_RESPONSE
from lazai_py.metering.receipts import Digest

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Scope = MutableMapping[str, Any]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_PAYMENT_RESPONSE = PAYMENT_RESPONSE.lower().encode()
_EVENT_STREAM = b"text/event-stream"
_BLANK_LINES = (b"\n\n", b"\r\r", b"\r\n\r\n")
_FAILED, _TOO_SLOW, _UNAVAILABLE = 500, 504, 503


class Serving:
    """Serves one call.

    Parameters:
        till: settles it.
        meter: measures it.
        claim: what was paid; `amount` is the cap.
        receipts: the URL of the receipts.
        send: the server's.
    """

    def __init__(self, till: Till, meter: Meter, claim: Claim, receipts: str, send: Send) -> None:
        self._till = till
        self._meter = meter
        self._claim = claim
        self._receipts = receipts
        self._send = send
        self._cap = min(claim.amount, meter.most)
        self._digest = Digest()
        self._status = _FAILED
        self._headers: Headers = ()
        self._gauge: Gauge | None = None
        self._is_open = self._is_over = self._is_late = False
        self._tail = b""
        self._task: asyncio.Task[None] | None = None

    async def run(self, app: App, scope: Scope, receive: Receive) -> None:
        """Run the application to its end, or to the cap, and settle the call whatever happens."""
        self._task = asyncio.ensure_future(_run(app, scope, receive, self._take))
        timer = asyncio.get_running_loop().call_later(self._till.limits.call, self._expire)
        try:
            await asyncio.wait({self._task})
            await self._conclude()
        except asyncio.CancelledError:
            self._task.cancel()
            raise
        finally:
            timer.cancel()
            self._abandon()
        if not self._task.cancelled() and (error := self._task.exception()) is not None:
            raise error

    # --- what the application sends ---

    async def _take(self, message: Message) -> None:
        if self._is_over:
            # Nothing may follow; the application is about to be stopped, or has said more than an answer.
            return
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._headers = tuple((bytes(name).lower(), bytes(value)) for name, value in message.get("headers", ()))
        elif message["type"] == "http.response.body":
            await self._take_body(message.get("body", b""), last=not message.get("more_body", False))

    async def _take_body(self, data: bytes, *, last: bool) -> None:
        if self._gauge is None:
            self._gauge = self._meter.gauge(Head(self._status, self._is_event_stream), self._cap)
        piece = self._gauge.feed(data, last=last)
        ends = last or piece.cut
        if not self._is_open and ends and not (piece.cut and self._is_event_stream):
            await self._answer(piece)
        else:
            await self._stream(piece, ends=ends)
        if piece.cut and self._task is not None:
            self._task.cancel()

    async def _answer(self, piece: Piece) -> None:
        """Send an answer that is there in one piece."""
        self._digest.update(piece.data)
        headers = self._with_length(len(piece.data)) if piece.data else self._headers
        small = len(piece.data) <= self._till.limits.stored_answer
        kept = Answer(self._status, headers, piece.data) if small else None
        receipt = await self._finish(truncated=piece.cut, answer=kept)
        if receipt is None:
            await send_reply(self._send, Reply.of_json(_UNAVAILABLE, {"error": "unsettled"}, (b"retry-after", b"1")))
        else:
            await send_reply(self._send, Reply(self._status, piece.data, (*headers, *self._payment(receipt))))

    async def _stream(self, piece: Piece, *, ends: bool) -> None:
        if not self._is_open:
            self._is_open = True
            await self._send(_start(self._status, (*self._with_length(None), *self._payment(None))))
        if not ends:
            await self._pass(piece.data)
            return
        data = piece.data
        if self._is_event_stream:
            data += self._separator(data) + (cap_event(self._cap) if piece.cut else b"")
        await self._end_stream(data, truncated=piece.cut)

    async def _pass(self, data: bytes) -> None:
        if data:
            self._digest.update(data)
            self._tail = (self._tail + data)[-4:]
            await self._send({"type": "http.response.body", "body": data, "more_body": True})

    async def _end_stream(self, data: bytes, *, truncated: bool) -> None:
        self._digest.update(data)
        receipt = await self._finish(truncated=truncated)
        last = receipt.event() if receipt is not None and self._is_event_stream else b""
        await self._send({"type": "http.response.body", "body": data + last, "more_body": False})

    # --- the end ---

    async def _conclude(self) -> None:
        """Answer for an application that did not."""
        if self._is_over:
            return
        if self._is_late and self._is_open:
            await self._end_stream(self._separator(b"") if self._is_event_stream else b"", truncated=True)
        elif not self._is_open:
            self._gauge = None
            failure = Reply.of_json(_TOO_SLOW if self._is_late else _FAILED, {"error": "failed"})
            self._status, self._headers = failure.status, failure.headers
            await self._answer(Piece(failure.body))

    def _expire(self) -> None:
        if self._task is not None and not self._is_over:
            self._is_late = True
            self._task.cancel()

    def _abandon(self) -> None:
        """Settle a call whose caller went away, or whose application failed on its way; nobody is told."""
        if not self._is_over:
            self._is_over = True
            self._till.ledger.finish(self._claim.key, self._claim.promise.digest, self._ending(truncated=True))

    async def _finish(self, *, truncated: bool, answer: Answer | None = None) -> SignedReceipt | None:
        self._is_over = True
        try:
            return await self._till.finish(self._claim, self._ending(truncated=truncated, answer=answer))
        except LedgerUnavailable:
            # What the ledger does not have was not served: the caller asks again.
            return None

    def _ending(self, *, truncated: bool, answer: Answer | None = None) -> Ending:
        units = self._gauge.units if self._gauge is not None else 0
        return Ending(min(units, self._cap), self._digest.value(), truncated, self._till.time(), answer)

    # --- headers ---

    @property
    def _is_event_stream(self) -> bool:
        return any(name == b"content-type" and value.startswith(_EVENT_STREAM) for name, value in self._headers)

    def _separator(self, data: bytes) -> bytes:
        """What must come before another event."""
        end = (self._tail + data)[-4:]
        return b"" if not end or end.endswith(_BLANK_LINES) else b"\n\n"

    def _with_length(self, length: int | None) -> Headers:
        """Return the application's headers with the length that the body has, or none when that is open."""
        others = tuple(header for header in self._headers if header[0] != b"content-length")
        return others if length is None else (*others, (b"content-length", str(length).encode()))

    def _payment(self, receipt: SignedReceipt | None) -> Headers:
        chain_id, payer = self._till.service.chain_id, self._claim.key.reserver
        settlement = Settlement(chain_id, payer, receipt, "" if receipt else self._receipts)
        return ((_PAYMENT_RESPONSE, settlement.header().encode()), EXPOSED)


async def _run(app: App, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)


def _start(status: int, headers: Headers) -> Message:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


async def send_reply(send: Send, reply: Reply) -> None:
    """Send a whole answer."""
    await send(_start(reply.status, reply.headers))
    await send({"type": "http.response.body", "body": reply.body, "more_body": False})

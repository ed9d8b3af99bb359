"""Paying with httpx: one argument, `auth=session.auth`, for every client that is built on it, synchronous or not.

httpx runs one and the same flow under both kinds of client, so nothing here is written twice but the loops that wait.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import cast

import httpx

from lazai_py.metering import wire
from lazai_py.metering.answers import Settlement, SignedReceipt
from lazai_py.metering.errors import MalformedMessage, PaymentRefused, ReceiptRefused
from lazai_py.metering.payer import PaidCall, Payer
from lazai_py.metering.protocol import PAYMENT_REQUIRED, PAYMENT_RESPONSE, PAYMENT_SIGNATURE, request_hash
from lazai_py.metering.receipts import Digest, EventFilter
from lazai_py.metering.terms import PaymentRequired, Terms

_OK, _PAYMENT_REQUIRED, _CONFLICT = 200, 402, 409

Flow = Generator[httpx.Request, httpx.Response, None]


class QuotaAuth(httpx.Auth):
    """Pays for requests that a service asks payment for, and checks its receipts.

    The first request to a route asks for the terms; every later one is paid at once. A request that failed on its way
    and is sent again, byte for byte, is the same call: it carries the same voucher and cannot be charged twice.

    Requests raise, besides httpx's own errors:
        BudgetExceeded, TermsRefused, SessionClosed: before anything is signed.
        PaymentRefused: the service did not take the payment.
        ReceiptRefused: the receipt is forged, claims too much, or is for another answer.

    Parameters:
        payer: who decides and signs.
    """

    def __init__(self, payer: Payer) -> None:
        self._payer = payer

    def sync_auth_flow(self, request: httpx.Request) -> Flow:
        """Called by httpx for each request. The answers to our own questions are read whole, no other is."""
        request.read()
        with closing(self.auth_flow(request)) as flow:
            asked = next(flow)
            while True:
                response = yield asked
                if asked is not request:
                    response.read()
                try:
                    asked = flow.send(response)
                except StopIteration:
                    return

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """See `sync_auth_flow`."""
        await request.aread()
        with closing(self.auth_flow(request)) as flow:
            asked = next(flow)
            while True:
                response = yield asked
                if asked is not request:
                    await response.aread()
                try:
                    asked = flow.send(response)
                except StopIteration:
                    return

    def auth_flow(self, request: httpx.Request) -> Flow:
        """Return what is to be sent for a request, one after the other."""
        place = str(request.url.copy_with(query=None, fragment=None))
        terms = self._payer.agreement.terms_for(request.method, place)
        if terms is None:
            response = yield request
            required = _required(response)
            if required is None:
                return
            terms = self._payer.agreement.learn(request.method, place, required)
        refused = yield from self._paid(request, terms)
        if refused is not None:
            self._payer.cure(refused)
            refused = yield from self._paid(request, self._payer.agreement.learn(request.method, place, refused))
        if refused is not None:
            raise PaymentRefused(refused.code, refused.code.status, missing=refused.missing)

    def _paid(
        self, request: httpx.Request, terms: Terms
    ) -> Generator[httpx.Request, httpx.Response, PaymentRequired | None]:
        """Send a request with its payment; returns what is asked for instead, when the service did not take it."""
        # Readers of event streams stop at the event that they know to be the last, before the receipt: it is asked for.
        yield from asking(self._payer, lost=False)
        digest = request_hash(request.method, request.url.raw_path, request.content)
        call = self._payer.pay(terms, url=str(request.url), request=digest)
        request.headers[PAYMENT_SIGNATURE] = call.header
        try:
            response = yield request
        except GeneratorExit:
            # No answer came: the service may have served the call or not.
            self._payer.keep(call, is_lost=True)
            raise
        settlement = self._settlement(call, response)
        if settlement is not None:
            self._take(call, settlement, response)
            return None
        if response.status_code == _CONFLICT:
            self._payer.keep(call, is_lost=True)
            return None
        self._payer.release(call)
        return _required(response)

    def _settlement(self, call: PaidCall, response: httpx.Response) -> Settlement | None:
        header = response.headers.get(PAYMENT_RESPONSE)
        if header is None:
            return None
        try:
            return Settlement.read(header)
        except MalformedMessage as error:
            self._payer.dispute(call, error.reason)
            raise ReceiptRefused(call.spending.voucher, error.reason) from None

    def _take(self, call: PaidCall, settlement: Settlement, response: httpx.Response) -> None:
        call.is_taken, call.highest = True, settlement.highest
        if settlement.receipt is not None:
            self._payer.settle(call, settlement.receipt)
        # With 409 the receipt is that of an answer that was lost; there is nothing to compare it with.
        if response.status_code == _CONFLICT:
            return
        answer = Answer(self._payer, call, settlement.receipt, has_events=_has_events(response))
        if response.is_closed:
            # A transport that had the whole answer in memory: its bytes will not pass the stream.
            answer.feed(response.content)
            answer.end()
        else:
            response.stream = AnswerStream(response.stream, answer)


class Answer:
    """The bytes of an answer on their way to the application: hashed, and rid of the receipt's event.

    Parameters:
        payer: who takes the receipt.
        call: what was paid.
        receipt: the receipt, when it came before the bytes.
        has_events: whether this is an event stream, which ends with its receipt.
    """

    def __init__(self, payer: Payer, call: PaidCall, receipt: SignedReceipt | None, *, has_events: bool) -> None:
        self._payer = payer
        self._call = call
        self._receipt = receipt
        self._events = EventFilter() if has_events and receipt is None else None
        self._digest = Digest()
        self._is_over = False

    def feed(self, data: bytes) -> bytes:
        """Take bytes in; return those for the application."""
        passed = data if self._events is None else self._events.feed(data)
        self._digest.update(passed)
        return passed

    def end(self) -> bytes:
        """Check the receipt when all bytes came; return the last ones for the application.

        Raises:
            ReceiptRefused: the receipt does not count, or is for another answer.
        """
        rest, found = (b"", None) if self._events is None else self._events.end()
        self._digest.update(rest)
        self._is_over = True
        self._call.answer = self._digest.value()
        if found is not None:
            self._payer.settle(self._call, found)
        elif self._receipt is not None:
            self._compare(self._receipt, self._call.answer)
        else:
            self._payer.keep(self._call, is_lost=False)
        return rest

    def stop(self, *, is_lost: bool = False) -> None:
        """Take note that the rest will not be read: it was lost, or the application wants no more."""
        if not self._is_over:
            self._is_over = True
            self._payer.keep(self._call, is_lost=is_lost)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Take note when the bytes stop coming before their end."""
        try:
            yield
        except httpx.TransportError:
            self.stop(is_lost=True)
            raise

    def _compare(self, receipt: SignedReceipt, answer: bytes) -> None:
        try:
            self._payer.claim(self._call).check_answer(receipt, answer)
        except ReceiptRefused as error:
            self._payer.contradict(self._call, error.reason)
            raise


class AnswerStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """An answer's stream of bytes, of either kind of client, through an `Answer`."""

    def __init__(self, source: httpx.SyncByteStream | httpx.AsyncByteStream, answer: Answer) -> None:
        self._source = source
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with self._answer.reading():
            for data in cast("Iterable[bytes]", self._source):
                yield self._answer.feed(data)
        yield self._answer.end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._answer.reading():
            async for data in cast("AsyncIterable[bytes]", self._source):
                yield self._answer.feed(data)
        yield self._answer.end()

    def close(self) -> None:
        """Close the source."""
        self._answer.stop()
        if isinstance(self._source, httpx.SyncByteStream):
            self._source.close()

    async def aclose(self) -> None:
        """Close the source."""
        self._answer.stop()
        if isinstance(self._source, httpx.AsyncByteStream):
            await self._source.aclose()


def asking(payer: Payer, *, lost: bool) -> Generator[httpx.Request, httpx.Response | None, None]:
    """Ask for the receipts of calls whose outcome is not known: until then those count as fully used.

    Parameters:
        payer: whose calls; it takes in what is answered, and learns nothing where None is.
        lost: whether to ask for those, too, whose answers were lost: sending one again asks as well.
    """
    for call in payer.waiting():
        if lost or not call.is_lost:
            response = yield httpx.Request("GET", call.spending.receipt_url)
            if response is not None:
                payer.answered(call, response.status_code, _receipt_in(response))


def _receipt_in(response: httpx.Response) -> SignedReceipt | None:
    """Return the receipt that the receipts URL answered with, when it did."""
    if response.status_code != _OK:
        return None
    try:
        return SignedReceipt.from_json(wire.unpack_json(response.content))
    except MalformedMessage:
        return None


def _required(response: httpx.Response) -> PaymentRequired | None:
    header = response.headers.get(PAYMENT_REQUIRED)
    return PaymentRequired.read(header) if response.status_code == _PAYMENT_REQUIRED and header is not None else None


def _has_events(response: httpx.Response) -> bool:
    kind = response.headers.get("content-type", "")
    return kind.startswith("text/event-stream") and "content-encoding" not in response.headers

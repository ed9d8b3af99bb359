"""A service small enough to be read at once: honest unless told otherwise, and without the gateway's care.

It counts by credit as the protocol says, in memory, and asks the chain for each call.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from dataclasses import dataclass, field, replace

import httpx

from lazai_py._chain.accounts import PrivateKey
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, Voucher
from lazai_py._types import keccak
from lazai_py.metering.answers import Closing, Settlement, SignedReceipt, cap_event
from lazai_py.metering.errors import BadSignature, MeteringError
from lazai_py.metering.protocol import (
    PAYMENT_REQUIRED,
    PAYMENT_RESPONSE,
    PAYMENT_SIGNATURE,
    RECEIPTS_PATH,
    Code,
    Payment,
    PaymentRequired,
    Terms,
    is_closing,
    request_hash,
)
from lazai_py.metering.typed_data import Receipt, hash_receipt
from lazai_py.metering.vouchers import check_signature
from lazai_py.metering.wire import to_hex

METRIC = keccak(b"inference_calls")
URL = "https://digits.example"
PRICE = 3
MOST_TOKENS = 10
CHUNKS = [b"data: one\n\n", b"data: two\n\n", b"data: three\n\n", b"data: [DONE]\n\n"]


class Refused(Exception):
    """The call is not served."""

    def __init__(self, code: Code, *, missing: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.missing = missing


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces, of either kind; `fail_after` pieces the connection breaks."""

    def __init__(self, pieces: Callable[[], Generator[bytes]], *, fail_after: int | None = None) -> None:
        self._pieces = pieces()
        self._fail_after = fail_after

    def __iter__(self) -> Iterator[bytes]:
        for index, piece in enumerate(self._pieces):
            if index == self._fail_after:
                raise httpx.ReadError("the connection broke")
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        """Notice that the reader went away."""
        self._pieces.close()

    async def aclose(self) -> None:
        """Notice that the reader went away."""
        self._pieces.close()


@dataclass
class Service:
    """The service's books.

    Parameters:
        key: the service's key.
        contract: where reservations are.
        alter: what it does to its receipts before it signs them.
        signs_with: whose signature stands under them; its own when None.
        broken: how many answers are lost on their way.
        broken_after: how many pieces of each stream arrive.
        names_request: whether its terms name the request.
        late: whether receipts come only when they are asked for.
        forgets: whether it denies every receipt that it is asked for.
        refuses_closing: whether it keeps to the vouchers it has when a session closes.
        keeps_quiet: whether it shows nobody its highest voucher.
        in_memory: whether answers are there as a whole, and not as a stream.
        highest: the highest voucher that it took, with its signature.
        used: what was used in all.
    """

    key: PrivateKey
    contract: DataAnchoringToken
    alter: Callable[[Receipt], Receipt] = lambda receipt: receipt
    signs_with: PrivateKey | None = None
    broken: int = 0
    broken_after: int | None = None
    names_request: bool = True
    late: bool = False
    forgets: bool = False
    refuses_closing: bool = False
    keeps_quiet: bool = False
    in_memory: bool = False
    highest: tuple[Voucher, bytes] | None = None
    used: int = 0
    receipts: dict[bytes, SignedReceipt] = field(default_factory=dict)
    requests: list[httpx.Request] = field(default_factory=list)
    closings: list[Voucher] = field(default_factory=list)

    @property
    def served(self) -> int:
        """How many calls were served."""
        return len(self.receipts)

    def terms(self, path: str) -> Terms:
        """What a call of a route costs."""
        by_call = path == "/infer"
        return Terms(
            chain_id=self.contract.engine.chain_id(),
            asset=self.contract.address,
            service=self.key.address,
            amount=PRICE if by_call else MOST_TOKENS,
            metric=METRIC,
            metric_name="inference_calls",
            unit="inference",
            unit_decimals=0,
            class_id=1,
            price={"meter": "call" if by_call else "tokens", "units": "3" if by_call else "1"},
            least=None if by_call else 1,
        )

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        # A client writes its payment into the same request that it sent without one.
        self.requests.append(httpx.Request(request.method, request.url, headers=dict(request.headers)))
        path = request.url.path
        if path.startswith(RECEIPTS_PATH):
            return self._bookkeeping(request)
        if path == "/free":
            return httpx.Response(200, text="free")
        try:
            return self._paid(request)
        except Refused as refused:
            return self._refusal(request, refused)

    def _paid(self, request: httpx.Request) -> httpx.Response:
        header = request.headers.get(PAYMENT_SIGNATURE)
        if header is None:
            raise Refused(Code.PAYMENT_MISSING)
        payment, asked = Payment.read(header), _hash(request)
        known = self.receipts.get(payment.digest)
        if known is not None:
            settled = self._settlement(payment, known)
            return httpx.Response(409, json={"error": Code.VOUCHER_USED}, headers={PAYMENT_RESPONSE: settled})
        if not payment.is_for(asked):
            raise Refused(Code.WRONG_CALL)
        self._take(payment)
        return self._by_call(payment, asked) if request.url.path == "/infer" else self._stream(request, payment, asked)

    def _take(self, payment: Payment) -> None:
        voucher = payment.voucher
        try:
            check_signature(voucher, payment.signature, self.terms("/infer").vouchers)
        except BadSignature:
            raise Refused(Code.BAD_SIGNATURE) from None
        parties = (voucher.token_id, voucher.reserver, voucher.service)
        amount, _, until, generation = self.contract.reservation_of(*parties)
        if until == 0 or generation != voucher.generation:
            raise Refused(Code.RESERVATION_UNKNOWN)
        if voucher.cumulative > amount:
            raise Refused(Code.RESERVATION_SHORT)
        credit = max(voucher.cumulative, self.highest[0].cumulative if self.highest else 0) - self.used
        if credit < payment.amount:
            raise Refused(Code.CREDIT_SHORT, missing=payment.amount - credit)
        if self.highest is None or voucher.cumulative > self.highest[0].cumulative:
            self.highest = (voucher, payment.signature)

    def _by_call(self, payment: Payment, asked: bytes) -> httpx.Response:
        body = b"digit " + str(self.served % 10).encode()
        signed = self._sign(payment, asked, PRICE, body)
        if self.broken:
            self.broken -= 1
            raise httpx.ReadError("the connection broke")
        settled = self._settlement(payment, None if self.late else signed)
        headers = {PAYMENT_RESPONSE: settled}
        if self.in_memory:
            return httpx.Response(200, content=body, headers=headers)
        return httpx.Response(200, stream=Body(lambda: (piece for piece in [body])), headers=headers)

    def _stream(self, request: httpx.Request, payment: Payment, asked: bytes) -> httpx.Response:
        has_events = request.url.path == "/events"

        def pieces() -> Generator[bytes]:
            cut = payment.amount < len(CHUNKS)
            body = b""
            try:
                for piece in CHUNKS[: payment.amount] + ([cap_event(payment.amount)] if cut and has_events else []):
                    body += piece
                    yield piece
            finally:
                # Also when the reader went away: what was sent is owed.
                units = min(payment.amount, sum(chunk in body for chunk in CHUNKS))
                signed = self._sign(payment, asked, units, body, truncated=cut)
            if has_events:
                yield signed.event()

        kind = "text/event-stream" if has_events else "application/octet-stream"
        headers = {PAYMENT_RESPONSE: self._settlement(payment, None), "content-type": kind}
        return httpx.Response(200, stream=Body(pieces, fail_after=self.broken_after), headers=headers)

    def _sign(
        self, payment: Payment, asked: bytes, units: int, body: bytes, *, truncated: bool = False
    ) -> SignedReceipt:
        self.used += units
        receipt = Receipt(payment.digest, units, self.used, asked, keccak(body), int(time.time()))
        receipt = self.alter(receipt)
        domain = self.terms("/infer").receipt_domain
        signature = (self.signs_with or self.key).sign_hash(domain.digest(hash_receipt(receipt)))
        self.receipts[payment.digest] = SignedReceipt(receipt, signature, truncated)
        return self.receipts[payment.digest]

    def _settlement(self, payment: Payment, receipt: SignedReceipt | None) -> str:
        shown = self.highest if payment.voucher.cumulative < self.used and not self.keeps_quiet else None
        return Settlement(payment.chain_id, payment.voucher.reserver, receipt, RECEIPTS_PATH, shown).header()

    def _refusal(self, request: httpx.Request, refused: Refused) -> httpx.Response:
        terms = self.terms(request.url.path)
        if self.names_request:
            terms = terms.seen(_hash(request))
        shown = self.highest if refused.code is Code.CREDIT_SHORT else None
        required = PaymentRequired(refused.code, str(request.url), (terms,), refused.missing, shown)
        headers = {PAYMENT_REQUIRED: required.header()} if refused.code.status == 402 else {}
        return httpx.Response(refused.code.status, json=required.to_json(), headers=headers)

    def _bookkeeping(self, request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return self._close(request)
        known = None if self.forgets else self.receipts.get(bytes.fromhex(request.url.path.rpartition("/0x")[2]))
        return httpx.Response(404) if known is None else httpx.Response(200, json=known.to_json())

    def _close(self, request: httpx.Request) -> httpx.Response:
        try:
            closing = Closing.read(request.content)
            check_signature(closing.voucher, closing.signature, self.terms("/infer").vouchers)
        except MeteringError:
            return httpx.Response(400)
        if self.refuses_closing or not is_closing(closing.voucher) or closing.voucher.cumulative != self.used:
            return httpx.Response(Code.NOT_CLOSING.status)
        self.closings.append(closing.voucher)
        self.highest = (closing.voucher, closing.signature)
        return httpx.Response(200)


@dataclass
class Served:
    """A service and the way to it."""

    service: Service

    @property
    def transport(self) -> httpx.MockTransport:
        """A transport of either kind that leads to the service without a network."""
        return httpx.MockTransport(self.service.handle)

    def cheat(self, **fields: object) -> None:
        """Have the service sign receipts with other fields than the true ones."""
        self.service.alter = lambda receipt: replace(receipt, **fields)  # type: ignore[arg-type]

    def requests(self, path: str) -> list[httpx.Request]:
        """The requests that came for a path."""
        return [each for each in self.service.requests if each.url.path == path]


def _hash(request: httpx.Request) -> bytes:
    return request_hash(request.method, request.url.raw_path, request.content)


def digest_of(request: httpx.Request) -> str:
    """The digest of the voucher that a request carries."""
    return to_hex(Payment.read(request.headers[PAYMENT_SIGNATURE]).digest)

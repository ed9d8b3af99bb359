"""The middleware: calls of the routes that cost something are paid, or are not served. Pure ASGI."""

from __future__ import annotations

import asyncio

from lazai_py.gateway.admission import Checked
from lazai_py.gateway.errors import LedgerUnavailable, Refused
from lazai_py.gateway.gateway import Gateway
from lazai_py.gateway.meters import Meter
from lazai_py.gateway.records import Claim, Record, State
from lazai_py.gateway.requests import Gone, Request
from lazai_py.gateway.routes import find
from lazai_py.gateway.serving import App, Message, Receive, Scope, Send, Serving, send_reply
from lazai_py.gateway.terms import EXPOSED, Reply, plain_refusal, refusal, terms_of
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.protocol import PAYMENT_RESPONSE, RECEIPTS_PATH, Code, Payment

_PAYMENT_RESPONSE = PAYMENT_RESPONSE.lower().encode()
_UNAVAILABLE = 503
_POLICY_VIOLATION = 1008
_RETRY = (b"retry-after", b"1")


class GatewayMiddleware:
    """Charges for calls of an ASGI application: FastAPI's, Starlette's or any other's.

    `app.add_middleware(GatewayMiddleware, gateway=gateway)`, or `GatewayMiddleware(app, gateway=gateway)` around it.
    It belongs outside of everything that changes answers. Web sockets on paid paths are closed.

    Parameters:
        app: the application.
        gateway: who serves, and what its calls cost.
    """

    def __init__(self, app: App, gateway: Gateway) -> None:
        self._app = app
        self._gateway = gateway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection of ASGI."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, self._closing(send))
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._http(Request(scope, receive), send)

    def _closing(self, send: Send) -> Send:
        """Start with the application, and stop after it."""

        async def closing(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                await asyncio.to_thread(self._gateway.start)
            elif message["type"] == "lifespan.shutdown.complete":
                await asyncio.to_thread(self._gateway.stop)
            await send(message)

        return closing

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = Request(scope, receive).path
        if any(route.covers(path) for route in self._gateway.routes):
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await self._app(scope, receive, send)

    async def _http(self, request: Request, send: Send) -> None:
        path = request.path
        route = find(self._gateway.routes, request.method, path)
        if route is not None:
            await self._guarded(request, route.meter, send)
        elif self._gateway.counter.covers(path):
            await self._guarded(request, None, send)
        else:
            await self._app(request.scope, request.receive, send)

    async def _guarded(self, request: Request, meter: Meter | None, send: Send) -> None:
        """Serve a paid call, or, without a meter, a request about receipts; say no in the words of the protocol."""
        if not self._gateway.is_running:
            await asyncio.to_thread(self._gateway.start)
        try:
            reply = await (self._paid(request, meter, send) if meter else self._gateway.counter.answer(request))
        except Gone:
            return
        except LedgerUnavailable:
            reply = Reply.of_json(_UNAVAILABLE, {"error": "ledger_unavailable"}, _RETRY)
        except MalformedMessage as error:
            code = Code.HEADER_TOO_LARGE if error.too_large else Code.MALFORMED
            reply = Reply.of_json(code.status, {"error": str(code), "reason": error.reason})
        except Refused as refused:
            reply = self._refusal(refused, request, meter)
        if reply is not None:
            await send_reply(send, reply)

    async def _paid(self, request: Request, meter: Meter, send: Send) -> Reply | None:
        """Serve a call, or return what to answer instead."""
        header = request.payment()
        if header is None:
            return await self._ask(request, meter)
        payment = Payment.read(header)
        checked = await self._gateway.admission.check_payment(payment, meter)
        body = await self._body(request)
        digest = request.hash(body)
        if not payment.is_for(digest):
            raise Refused(Code.WRONG_CALL)
        known, claim = await self._claim(checked, payment.amount, digest)
        if claim is not None:
            known = await asyncio.wrap_future(self._gateway.ledger.accept(claim))
            if known is None:
                serving = Serving(self._gateway.till, meter, claim, self._receipts(request), send)
                await serving.run(self._app, *request.for_application(body))
                return None
        return await self._again(known)

    async def _ask(self, request: Request, meter: Meter) -> Reply:
        """Ask for payment of exactly this request."""
        digest = request.hash(await self._body(request))
        return self._refusal(Refused(Code.PAYMENT_MISSING), request, meter, digest)

    async def _body(self, request: Request) -> bytes:
        limits = self._gateway.limits
        return await request.body(limit=limits.body, seconds=limits.call)

    async def _claim(self, checked: Checked, amount: int, digest: bytes) -> tuple[Record | None, Claim | None]:
        """Return the claim; or, when it does not count any more, the record of the same call when it did."""
        try:
            return None, await self._gateway.admission.claim(checked, amount, digest)
        except Refused:
            found = await asyncio.to_thread(self._gateway.ledger.find, checked.promise.digest)
            if found is None or found[0].state is State.INTERRUPTED:
                raise
            return found[0], None

    async def _again(self, record: Record | None) -> Reply:
        """Answer a voucher that was presented before: the same answer once more, where it was kept."""
        if record is None or record.state is not State.DONE:
            raise Refused(Code.VOUCHER_RUNNING, retry_after=1)
        found = await asyncio.to_thread(self._gateway.ledger.find, record.digest)
        paid = ((_PAYMENT_RESPONSE, self._gateway.till.settlement(record).encode()), EXPOSED)
        if found is None or found[1] is None:
            code = Code.VOUCHER_USED
            return Reply.of_json(code.status, {"error": str(code)}, *paid)
        answer = found[1]
        return Reply(answer.status, answer.body, (*answer.headers, *paid))

    def _refusal(self, refused: Refused, request: Request, meter: Meter | None, digest: bytes | None = None) -> Reply:
        gateway = self._gateway
        if meter is None:
            return plain_refusal(refused)
        terms = terms_of(gateway.service, gateway.limits, meter, self._receipts(request))
        return refusal(refused, request.url, terms if digest is None else terms.seen(digest))

    def _receipts(self, request: Request) -> str:
        return str(request.scope.get("root_path", "")) + RECEIPTS_PATH

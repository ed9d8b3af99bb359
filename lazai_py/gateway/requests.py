"""What is read of a request before the application sees it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import quote

from lazai_py.gateway.errors import Refused
from lazai_py.gateway.serving import Message, Receive, Scope
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.protocol import PAYMENT_SIGNATURE, Code, request_hash

_PAYMENT_SIGNATURE = PAYMENT_SIGNATURE.lower().encode()
_URL_LIMIT = 2048


class Gone(Exception):
    """The caller went away before its request was there."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request of ASGI. `receive` hands over its body."""

    scope: Scope
    receive: Receive

    @property
    def method(self) -> str:
        """The method, in upper case."""
        return str(self.scope["method"])

    @property
    def path(self) -> str:
        """The path as the application sees it, without what it is mounted at."""
        path, root = str(self.scope["path"]), str(self.scope.get("root_path", ""))
        return path[len(root) :] if root and path.startswith((f"{root}/", root)) else path

    @property
    def target(self) -> bytes:
        """Path and query as they stand on the request line."""
        raw = self.scope.get("raw_path") or quote(str(self.scope["path"])).encode()
        query = bytes(self.scope.get("query_string", b""))
        return bytes(raw) + (b"?" + query if query else b"")

    @property
    def url(self) -> str:
        """The URL, as far as it is known here."""
        hosts = self.headers(b"host")
        host = hosts[0].decode("latin-1") if hosts else ""
        return f"{self.scope.get('scheme', 'http')}://{host}{self.target.decode('latin-1')}"[:_URL_LIMIT]

    def headers(self, name: bytes) -> list[bytes]:
        """Return the values of a header, named in lower case."""
        return [value for key, value in self.scope["headers"] if key.lower() == name]

    def payment(self) -> bytes | None:
        """Return the value of PAYMENT-SIGNATURE, or None without payment.

        Raises:
            MalformedMessage: it is there twice.
        """
        found = self.headers(_PAYMENT_SIGNATURE)
        if len(found) > 1:
            raise MalformedMessage("there are two payments for one call")
        return found[0] if found else None

    async def body(self, *, limit: int, seconds: float) -> bytes:
        """Return the whole body.

        Parameters:
            limit: the most bytes that it may have.
            seconds: how long it may take to come.

        Raises:
            Refused: it is larger.
            Gone: the caller went away, or took too long.
        """
        for declared in self.headers(b"content-length"):
            if not declared.isdigit() or int(declared[:20]) > limit:
                raise Refused(Code.BODY_TOO_LARGE)
        try:
            async with asyncio.timeout(seconds):
                return await self._read(limit)
        except TimeoutError:
            raise Gone from None

    async def _read(self, limit: int) -> bytes:
        body = bytearray()
        while True:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise Gone
            body += message.get("body", b"")
            if len(body) > limit:
                raise Refused(Code.BODY_TOO_LARGE)
            if not message.get("more_body", False):
                return bytes(body)

    def hash(self, body: bytes) -> bytes:
        """Return the request's hash; see `protocol.request_hash`."""
        return request_hash(self.method, self.target, body)

    def for_application(self, body: bytes) -> tuple[Scope, Receive]:
        """Return what the application gets: the body again, and no way to answer past the meter."""
        # A compressed answer could not be measured, and clients hash what they decode.
        headers = [header for header in self.scope["headers"] if header[0].lower() != b"accept-encoding"]
        return {**self.scope, "headers": headers, "extensions": {}}, _Replay(body, self.receive)


class _Replay:
    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}

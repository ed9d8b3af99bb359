"""An application to be protected, and the routes that protect it. Plain ASGI, so that nothing stands in between."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator

from lazai_py.gateway import PerByte, PerCall, PerFunction, PerToken, Route
from lazai_py.gateway.serving import Message, Receive, Scope, Send

PRICE = 3
MOST = 40
CHUNK = b"0123456789"
WORDS = ["one", "two", "three", "four", "five"]

ROUTES = (
    Route("/call", PerCall(PRICE)),
    Route("/big", PerCall(PRICE)),
    Route("/slow", PerCall(PRICE)),
    Route("/boom", PerCall(PRICE)),
    Route("/refused", PerCall(PRICE)),
    Route("/bytes", PerByte(most=MOST, units=1, size=10)),
    Route("/chat", PerToken(most=MOST)),
    Route("/events", PerToken(most=MOST)),
    Route("/forever", PerToken(most=MOST)),
    Route("/broken", PerToken(most=MOST)),
    Route("/words", PerFunction(most=MOST, count=lambda part: len(part.split()), name="words")),
    Route("/files/*", PerCall(1), frozenset({"GET"})),
)


class Application:
    """The application.

    It counts what it was asked for, by path, and remembers whether a stream of it was stopped.
    """

    def __init__(self) -> None:
        self.runs: dict[str, int] = {}
        self.stopped = asyncio.Event()
        self.slow = 0.3

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        path = scope["path"]
        self.runs[path] = self.runs.get(path, 0) + 1
        body = (await receive()).get("body", b"")
        answer = getattr(self, "_" + path.strip("/").split("/")[0], self._free)
        await answer(body, send)

    async def _free(self, body: bytes, send: Send) -> None:
        await whole(send, b"free " + body)

    async def _call(self, body: bytes, send: Send) -> None:
        await whole(send, json.dumps({"echo": body.decode(), "process": os.getpid()}).encode())

    async def _files(self, body: bytes, send: Send) -> None:
        await whole(send, b"a file")

    async def _big(self, body: bytes, send: Send) -> None:
        await whole(send, b"x" * 100_000)

    async def _slow(self, body: bytes, send: Send) -> None:
        await asyncio.sleep(self.slow)
        await whole(send, b"late")

    async def _boom(self, body: bytes, send: Send) -> None:
        raise RuntimeError("the application failed")

    async def _refused(self, body: bytes, send: Send) -> None:
        await whole(send, b"no", status=422)

    async def _bytes(self, body: bytes, send: Send) -> None:
        await stream(send, _repeat(CHUNK, int(body or b"5")), "application/octet-stream")

    async def _chat(self, body: bytes, send: Send) -> None:
        usage = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
        answer = {"choices": [{"message": {"content": " ".join(WORDS)}}], "usage": usage}
        await whole(send, json.dumps(answer).encode())

    async def _events(self, body: bytes, send: Send) -> None:
        await stream(send, _chat_events(body), "text/event-stream")

    async def _forever(self, body: bytes, send: Send) -> None:
        try:
            await stream(send, _tokens(10**9, pause=0.01), "text/event-stream")
        except asyncio.CancelledError:
            self.stopped.set()
            raise

    async def _broken(self, body: bytes, send: Send) -> None:
        async def failing() -> AsyncIterator[bytes]:
            yield token("one")
            yield token("two")
            raise RuntimeError("the model failed")

        await stream(send, failing(), "text/event-stream")

    async def _words(self, body: bytes, send: Send) -> None:
        await stream(send, _each(body.split(b"|")), "text/plain")


async def whole(send: Send, body: bytes, *, status: int = 200) -> None:
    """Answer in one piece."""
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def stream(send: Send, pieces: AsyncIterator[bytes], kind: str) -> None:
    """Answer piece by piece."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind.encode())]})
    async for piece in pieces:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def token(text: str, **more: object) -> bytes:
    """An event with one token."""
    chunk = {"choices": [{"delta": {"content": text}}]} | more
    return f"data: {json.dumps(chunk)}\n\n".encode()


async def _each(pieces: list[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def _repeat(piece: bytes, times: int) -> AsyncIterator[bytes]:
    for _ in range(times):
        yield piece
        await asyncio.sleep(0)


async def _tokens(count: int, *, pause: float) -> AsyncIterator[bytes]:
    for number in range(count):
        yield token(f"t{number}")
        await asyncio.sleep(pause)


async def _chat_events(body: bytes) -> AsyncIterator[bytes]:
    for word in WORDS:
        yield token(word)
    if body == b"usage":
        usage = {"prompt_tokens": 7, "completion_tokens": 5}
        yield f"data: {json.dumps({'choices': [], 'usage': usage})}\n\n".encode()
    yield b"data: [DONE]\n\n"


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message: Message = await receive()
        await send({"type": message["type"] + ".complete"})
        if message["type"] == "lifespan.shutdown":
            return

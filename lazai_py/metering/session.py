"""Sessions: an HTTP client that pays for its calls, within limits, out of one reservation.

    with lz.metering.session(token, service, budget=100) as s:
        answer = s.post("https://service.example/infer", json={"input": "..."})

`s.auth` pays for any other client that is built on httpx: `OpenAI(http_client=httpx.Client(auth=s.auth))`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from typing import Any, Self

import httpx

from lazai_py._types import Units
from lazai_py.metering.auth import QuotaAuth, asking
from lazai_py.metering.payer import Payer
from lazai_py.metering.protocol import PAYMENT_SIGNATURE
from lazai_py.metering.spending import Spending, SpendingLog

_RETRIES = 2
# A service notices that a reader went away within milliseconds, and then signs the receipt.
_PATIENCE = (0.0, 0.05, 0.2, 0.5)
_TIMEOUT = httpx.Timeout(60.0, connect=10.0)

Steps = Generator["httpx.Request | float", "httpx.Response | None", None]
"""What is to be done one after another: a request, answered by its response or None, or a pause in seconds."""


class _Paying:
    """What both kinds of session have in common: everything but waiting."""

    def __init__(self, payer: Payer, decimals: int) -> None:
        self.payer = payer
        self.auth = QuotaAuth(payer)
        self._decimals = decimals

    @property
    def log(self) -> SpendingLog:
        """Every call on record."""
        return self.payer.budget.log

    @property
    def calls(self) -> list[Spending]:
        """The calls of this reservation, in the order of what they promised."""
        return self.log.of(self.payer.agreement.reservation.name)

    @property
    def spent(self) -> Units:
        """What the calls of this session cost; those without an outcome count as what they may cost."""
        return Units(self.payer.budget.spent, self._decimals)

    @property
    def left(self) -> Units:
        """What is reserved and neither used nor held by running calls."""
        return Units(self.payer.left, self._decimals)

    def _closing(self) -> Steps:
        for pause in _PATIENCE:
            if self.payer.waiting():
                yield pause
                yield from asking(self.payer, lost=True)
        closing = self.payer.close()
        if closing is not None:
            url, message = closing
            yield httpx.Request("POST", url, content=message.body(), headers={"content-type": "application/json"})


class Session(_Paying):
    """A synchronous session; see `Metering.session`.

    Parameters:
        payer: who decides and signs.
        decimals: the unit decimals of the class, for what is shown.
        transport: how requests travel; as httpx does it when left out.
    """

    def __init__(self, payer: Payer, *, decimals: int = 0, transport: httpx.BaseTransport | None = None) -> None:
        super().__init__(payer, decimals)
        self.client = httpx.Client(auth=self.auth, transport=transport, timeout=_TIMEOUT)

    def request(self, method: str, url: str, **options: Any) -> httpx.Response:
        """Send a request, pay for it when that is asked, and return the answer, as `httpx.Client.request` does.

        A paid request that fails on its way is sent again with the same voucher, at most twice. Raises what `QuotaAuth`
        names.
        """
        for _ in range(_RETRIES):
            try:
                return self.client.request(method, url, **options)
            except httpx.TransportError as error:
                _check_paid(error)
        return self.client.request(method, url, **options)

    def get(self, url: str, **options: Any) -> httpx.Response:
        """See `request`."""
        return self.request("GET", url, **options)

    def post(self, url: str, **options: Any) -> httpx.Response:
        """See `request`."""
        return self.request("POST", url, **options)

    def stream(self, method: str, url: str, **options: Any) -> AbstractContextManager[httpx.Response]:
        """Return a context manager over an answer that is read as it comes, as `httpx.Client.stream` does."""
        return self.client.stream(method, url, **options)

    def reconcile(self) -> None:
        """Ask the service for the receipts of calls whose outcome is not known."""
        self._do(asking(self.payer, lost=True))

    def close(self) -> None:
        """Ask for missing receipts, tell the service what was used in all, and let go of connections."""
        self._do(self._closing())
        self.client.close()

    def _do(self, steps: Steps) -> None:
        step = next(steps, None)
        while step is not None:
            if isinstance(step, float):
                time.sleep(step)
            response = self._answer(step) if isinstance(step, httpx.Request) else None
            step = _next(steps, response)

    def _answer(self, request: httpx.Request) -> httpx.Response | None:
        try:
            return self.client.send(request, auth=None)
        except httpx.HTTPError:
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncSession(_Paying):
    """An asynchronous session: the methods of `Session`, awaited.

    Parameters:
        payer, decimals: see `Session`.
        transport: how requests travel; as httpx does it when left out.
    """

    def __init__(self, payer: Payer, *, decimals: int = 0, transport: httpx.AsyncBaseTransport | None = None) -> None:
        super().__init__(payer, decimals)
        self.client = httpx.AsyncClient(auth=self.auth, transport=transport, timeout=_TIMEOUT)

    async def request(self, method: str, url: str, **options: Any) -> httpx.Response:
        """See `Session.request`."""
        for _ in range(_RETRIES):
            try:
                return await self.client.request(method, url, **options)
            except httpx.TransportError as error:
                _check_paid(error)
        return await self.client.request(method, url, **options)

    async def get(self, url: str, **options: Any) -> httpx.Response:
        """See `Session.request`."""
        return await self.request("GET", url, **options)

    async def post(self, url: str, **options: Any) -> httpx.Response:
        """See `Session.request`."""
        return await self.request("POST", url, **options)

    def stream(self, method: str, url: str, **options: Any) -> AbstractAsyncContextManager[httpx.Response]:
        """See `Session.stream`."""
        return self.client.stream(method, url, **options)

    async def reconcile(self) -> None:
        """See `Session.reconcile`."""
        await self._do(asking(self.payer, lost=True))

    async def close(self) -> None:
        """See `Session.close`."""
        await self._do(self._closing())
        await self.client.aclose()

    async def _do(self, steps: Steps) -> None:
        step = next(steps, None)
        while step is not None:
            if isinstance(step, float):
                await asyncio.sleep(step)
            response = await self._answer(step) if isinstance(step, httpx.Request) else None
            step = _next(steps, response)

    async def _answer(self, request: httpx.Request) -> httpx.Response | None:
        try:
            return await self.client.send(request, auth=None)
        except httpx.HTTPError:
            return None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


@dataclass(slots=True)
class Opening:
    """A session about to begin: `with` makes it synchronous, `async with` asynchronous. Used once.

    Parameters:
        payer: who decides and signs.
        decimals: the unit decimals of the class.
        transport: how requests travel; of the kind that the session needs.
    """

    payer: Payer
    decimals: int
    transport: Any = None
    _open: Session | AsyncSession | None = None

    def sync(self) -> Session:
        """Return the session; to be closed."""
        return Session(self.payer, decimals=self.decimals, transport=self.transport)

    def asynchronous(self) -> AsyncSession:
        """Return the session; to be closed."""
        return AsyncSession(self.payer, decimals=self.decimals, transport=self.transport)

    def __enter__(self) -> Session:
        self._open = session = self.sync()
        return session

    def __exit__(self, *_: object) -> None:
        if isinstance(self._open, Session):
            self._open.close()

    async def __aenter__(self) -> AsyncSession:
        self._open = session = self.asynchronous()
        return session

    async def __aexit__(self, *_: object) -> None:
        if isinstance(self._open, AsyncSession):
            await self._open.close()


def _next(steps: Steps, response: httpx.Response | None) -> httpx.Request | float | None:
    try:
        return steps.send(response)
    except StopIteration:
        return None


def _check_paid(error: httpx.TransportError) -> None:
    """Raise an error again unless the request that failed was paid for: others may not be safe to repeat."""
    if PAYMENT_SIGNATURE not in error.request.headers:
        raise error

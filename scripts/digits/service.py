"""The network as a service: answers over HTTP, behind a gateway that charges one unit of quota for each inference."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import uvicorn

from lazai_py._chain.accounts import Signer
from lazai_py.errors import NoAccount
from lazai_py.gateway import Gateway, GatewayMiddleware, PerCall, PerToken, Policy, Route

from .prices import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lazai_py import Address, DatClass, LazAI
    from lazai_py.gateway.redeemer import Redeemed, Redeemer
    from lazai_py.gateway.serving import Receive, Scope, Send

    from .network import Network

METRIC = "inference_calls"
IMAGES_AT_ONCE = 20
_HOST = "127.0.0.1"
_ROUTES = (Route("/read", PerCall(1)), Route("/stream", PerToken(most=IMAGES_AT_ONCE)))
# Everything is due at once, and nothing is redeemed by itself: the demo shows when.
_POLICY = Policy(threshold=1, pause=3600.0, longest_pause=3600.0)


@dataclass(frozen=True, slots=True)
class Service:
    """A service that runs.

    Attributes:
        address: whom reservations are for.
        url: where it answers.
        redeem: redeems what all callers promised, in as few transactions as it takes.
    """

    address: Address
    url: str
    redeem: Callable[[], Redeemed]


@contextmanager
def serving(lz: LazAI, cls: DatClass, network: Network) -> Iterator[Service]:
    """Serve a network on a free port of the loopback, and say so in the registry; ends with the block.

    Args:
        lz: the operator; it signs receipts and pays the gas of redemptions.
        cls: the class whose quota pays.
        network: answers.
    """
    account = lz.account
    if not isinstance(account, Signer):
        raise NoAccount
    # With the protocol named, asyncio sends small answers at once instead of waiting for an acknowledgement.
    with TemporaryDirectory() as folder, socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind((_HOST, 0))
        url = f"http://{_HOST}:{listener.getsockname()[1]}"
        gateway = Gateway(
            lz.dat.contract,
            account,
            class_id=cls.id,
            metric=METRIC,
            unit=UNIT,
            routes=_ROUTES,
            database=f"sqlite:///{Path(folder, 'ledger.db')}",
            sender=lz.sender,
            policy=_POLICY,
        )
        with gateway, _answering(GatewayMiddleware(Application(network), gateway), listener):
            lz.metering.services.announce(url, metric=METRIC)
            # A gateway with a sender has one.
            redeemer = cast("Redeemer", gateway.redeemer)
            yield Service(account.address, url, redeemer.redeem)


@contextmanager
def _answering(application: Any, listener: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(application, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while thread.is_alive() and not server.started:
            time.sleep(0.005)
        yield
    finally:
        server.should_exit = True
        thread.join()


class Application:
    """`POST /read` answers for one image, `POST /stream` for many, one event after the other. It knows of no payment.

    Args:
        network: answers.
    """

    def __init__(self, network: Network) -> None:
        self._network = network

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        asked = json.loads(await _body(receive))
        if scope["path"] == "/read":
            await _start(send, b"application/json")
            await _send(send, json.dumps({"digit": self._read(asked["image"])}), more=False)
            return
        await _start(send, b"text/event-stream")
        for image in asked["images"]:
            chunk = {"choices": [{"delta": {"content": str(self._read(image))}}]}
            await _send(send, f"data: {json.dumps(chunk)}\n\n", more=True)
        await _send(send, "data: [DONE]\n\n", more=False)

    def _read(self, image: list[int]) -> int:
        return self._network.predict(np.array(image, dtype=np.uint8))


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _start(send: Send, kind: bytes) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})


async def _send(send: Send, text: str, *, more: bool) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": more})

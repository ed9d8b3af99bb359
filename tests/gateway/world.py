"""A caller that can misbehave, a server in this process, and how tests put a gateway together."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
import uvicorn

from lazai_py import LazAI
from lazai_py._chain.accounts import PrivateKey
from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address, metric
from lazai_py.gateway import Gateway, GatewayMiddleware, Limits
from lazai_py.gateway.records import Key
from lazai_py.metering import Reservation
from lazai_py.metering.answers import Closing, Settlement, SignedReceipt
from lazai_py.metering.protocol import (
    PAYMENT_RESPONSE,
    PAYMENT_SIGNATURE,
    Payment,
    Terms,
    call_commitment,
    request_hash,
)
from lazai_py.metering.typed_data import NO_CALL, NO_SESSION, Domain
from lazai_py.metering.vouchers import ReserverSigner, VoucherSigner
from tests.gateway.application import ROUTES, Application

METRIC = "inference_calls"
LIMITS = Limits(lease=1.0, poll=0.05)


def make_gateway(lz: LazAI, operator: PrivateKey, class_id: int, database: str, **options: Any) -> Gateway:
    """A gateway with the routes of the application."""
    options.setdefault("limits", replace(LIMITS))
    return Gateway(
        lz.dat.contract,
        operator,
        class_id=class_id,
        metric=METRIC,
        unit="inference",
        routes=ROUTES,
        database=database,
        **options,
    )


@dataclass
class Server:
    """A served application."""

    url: str
    application: Application
    gateway: Gateway


@contextmanager
def serving(gateway: Gateway, application: Application | None = None) -> Iterator[Server]:
    """Serve the application behind a gateway by uvicorn, in a thread."""
    application = application or Application()
    # With the protocol named, asyncio sends small answers at once instead of waiting for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        GatewayMiddleware(application, gateway=gateway),
        log_level="critical",
        lifespan="on",
        timeout_graceful_shutdown=2,
        ws="none",
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        _wait_until(lambda: server.started or not thread.is_alive())
        yield Server(f"http://127.0.0.1:{listener.getsockname()[1]}", application, gateway)
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def _wait_until(condition: Any, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.005)


wait_until = _wait_until


@dataclass
class Caller:
    """Pays as it is told to, right or wrong. `signed` is its highest promise."""

    chain_id: int
    asset: Address
    reservation: Reservation
    signer: VoucherSigner
    signed: int = 0
    count: int = 0
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=20, trust_env=False))

    @classmethod
    def of(cls, lz: LazAI, reservation: Reservation, signer: VoucherSigner | None = None) -> Caller:
        """The caller that owns an account."""
        assert isinstance(lz.account, PrivateKey)
        return cls(lz.chain_id, lz.dat.contract.address, reservation, signer or ReserverSigner(lz.account))

    def voucher(self, amount: int, request: bytes, **changes: Any) -> tuple[Voucher, bytes]:
        """A voucher that promises `amount` more, and the id of its payment."""
        self.count += 1
        identity = self.count.to_bytes(16)
        self.signed += amount
        voucher = self.reservation.voucher(
            session=self.signer.session,
            metric=metric(METRIC),
            cumulative=self.signed,
            call=call_commitment(identity, amount, request),
        )
        return replace(voucher, **changes), identity

    def payment(
        self, target: str, body: bytes = b"", *, amount: int = 3, method: str = "POST", **changes: Any
    ) -> Payment:
        """A payment for a request. `changes` are of the voucher, or `chain_id` and `asset` of where it counts."""
        chain_id, asset = changes.pop("chain_id", self.chain_id), changes.pop("asset", self.asset)
        voucher, identity = self.voucher(amount, request_hash(method, target.encode(), body), **changes)
        signature = self.signer.sign(voucher, Domain.of_dat(chain_id, asset))
        return Payment(chain_id, asset, voucher, signature, amount, identity)

    def headers(self, payment: Payment) -> dict[str, str]:
        """The headers that carry a payment."""
        return {PAYMENT_SIGNATURE: payment.header(self._terms(payment))}

    def post(self, server: Server, target: str, body: bytes = b"", **options: Any) -> httpx.Response:
        """A paid call."""
        return self.send(server, target, self.payment(target, body, **options), body)

    def send(
        self, server: Server, target: str, payment: Payment, body: bytes = b"", *, method: str = "POST"
    ) -> httpx.Response:
        """A call with this payment."""
        # A connection each: a server closes one on which an application failed, perhaps under the next request.
        headers = self.headers(payment) | {"Connection": "close"}
        return self.client.request(method, server.url + target, content=body, headers=headers)

    def closing(self, cumulative: int) -> Closing:
        """A voucher that closes the session."""
        voucher = self.reservation.voucher(
            session=NO_SESSION, metric=metric(METRIC), cumulative=cumulative, call=NO_CALL
        )
        return Closing(
            self.chain_id, self.asset, voucher, self.signer.sign(voucher, Domain.of_dat(self.chain_id, self.asset))
        )

    def key(self, chain: bytes) -> Key:
        """The account in a ledger."""
        return Key(chain, self.reservation.token_id, self.reservation.reserver, self.reservation.generation)

    def _terms(self, payment: Payment) -> Terms:
        return Terms(payment.chain_id, payment.asset, self.reservation.service, 1, bytes(32), "", "", 0, 1)


def receipt_of(response: httpx.Response) -> SignedReceipt:
    """The receipt in an answer's header."""
    receipt = Settlement.read(response.headers[PAYMENT_RESPONSE]).receipt
    assert receipt is not None
    return receipt

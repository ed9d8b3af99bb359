"""What the gateway costs: protected calls against the same endpoint unprotected, in the same run, through uvicorn.

    python benchmarks/gateway.py [--calls 2000] [--json reports/gateway.json]

The server runs in a process of its own. Protected and unprotected calls alternate, so that whatever else the machine
does falls on both. Payments are signed beforehand: the caller's work is measured apart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from lazai_py import LazAI
from lazai_py._chain.accounts import PrivateKey
from lazai_py._types import keccak, metric
from lazai_py.metering import Reservation
from lazai_py.metering.protocol import PAYMENT_SIGNATURE, Payment, Terms, call_commitment, request_hash
from lazai_py.metering.typed_data import NO_SESSION, Domain, hash_voucher
from lazai_py.metering.vouchers import check_signature
from lazai_py.vault import MemoryVault

METRIC = "inference_calls"
SERVICE = PrivateKey(keccak(b"benchmark service"))
STREAM_SECONDS, STREAM_EVENTS = 1.0, 20
BOUNDS = {"p50": 2.5, "p99": 10.0, "first byte": 10.0, "sign": 1.0, "verify": 1.0}


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer at once, or stream for a second."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await receive()
    kind = b"text/event-stream" if scope["path"].endswith("stream") else b"application/json"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})
    if scope["path"].endswith("stream"):
        async for event in _events():
            await send({"type": "http.response.body", "body": event, "more_body": True})
    await send({"type": "http.response.body", "body": b'{"digit": 7}'})


async def _events() -> AsyncIterator[bytes]:
    chunk = json.dumps({"choices": [{"delta": {"content": "word"}}]}).encode()
    for _ in range(STREAM_EVENTS):
        yield b"data: " + chunk + b"\n\n"
        await asyncio.sleep(STREAM_SECONDS / STREAM_EVENTS)


def serve(options: dict[str, Any]) -> None:
    """Run the server, until killed: `/free/...` is unprotected, `/paid/...` is the same behind the gateway."""
    import uvicorn

    from lazai_py._chain.rpc import RpcEngine
    from lazai_py._chain.transport import HttpTransport
    from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
    from lazai_py.gateway import Gateway, GatewayMiddleware, PerCall, PerToken, Route

    dat = DataAnchoringToken(RpcEngine(HttpTransport(options["chain"])), options["dat"])
    gateway = Gateway(
        dat,
        SERVICE,
        class_id=options["class_id"],
        metric=METRIC,
        unit="inference",
        routes=[Route("/paid/call", PerCall(1)), Route("/paid/stream", PerToken(most=100))],
        database=options["database"],
        fsync=options["fsync"],
    )
    protected = GatewayMiddleware(application, gateway=gateway)
    uvicorn.run(protected, port=options["port"], log_level="warning")


class Caller:
    """Signs payments ahead of time."""

    def __init__(self, lz: LazAI, account: PrivateKey, reservation: Reservation) -> None:
        self.reservation = reservation
        self.sum = 0
        self.count = 0
        self._account = account
        self._asset, self._chain_id = lz.dat.contract.address, lz.chain_id
        self.domain = Domain.of_dat(self._chain_id, self._asset)
        parties = (self._chain_id, self._asset, reservation.service)
        self._terms = Terms(*parties, 1, metric(METRIC), METRIC, "inference", 0, reservation.token_id >> 128)

    def payment(self, path: str, amount: int) -> Payment:
        """A payment for the next call."""
        self.sum += amount
        self.count += 1
        identity = self.count.to_bytes(16)
        call = call_commitment(identity, amount, request_hash("POST", path.encode(), b""))
        voucher = self.reservation.voucher(session=NO_SESSION, metric=metric(METRIC), cumulative=self.sum, call=call)
        signature = self._account.sign_hash(self.domain.digest(hash_voucher(voucher)))
        return Payment(self._chain_id, self._asset, voucher, signature, amount, identity)

    def headers(self, path: str, amount: int) -> dict[str, str]:
        """The headers of a paid call."""
        return {PAYMENT_SIGNATURE: self.payment(path, amount).header(self._terms)}


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds some work takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def quantile(times: list[float], part: float) -> float:
    """Return a quantile of times."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def measure_calls(client: httpx.Client, caller: Caller, calls: int) -> dict[str, float]:
    """Alternate free and paid calls; the overhead is the difference of like quantiles."""
    headers = [caller.headers("/paid/call", 1) for _ in range(calls + 50)]
    for each in headers[:50]:
        client.post("/free/call")
        client.post("/paid/call", headers=each).raise_for_status()
    free, paid = [], []
    for each in headers[50:]:
        free.append(timed(lambda: client.post("/free/call")))
        paid.append(timed(lambda each=each: client.post("/paid/call", headers=each)))  # type: ignore[misc]
    result = {f"free {name}": quantile(free, part) for name, part in (("p50", 0.5), ("p99", 0.99))}
    result |= {f"paid {name}": quantile(paid, part) for name, part in (("p50", 0.5), ("p99", 0.99))}
    return result | {name: result[f"paid {name}"] - result[f"free {name}"] for name in ("p50", "p99")}


def first_byte(client: httpx.Client, path: str, headers: dict[str, str]) -> float:
    """Return the milliseconds to the first byte of a stream."""
    begin = time.perf_counter()
    with client.stream("POST", path, headers=headers) as answer:
        pieces = answer.iter_raw()
        next(pieces)
        first = (time.perf_counter() - begin) * 1000
        for _ in pieces:
            pass
    return first


def measure_stream(client: httpx.Client, caller: Caller, streams: int) -> dict[str, float]:
    """Alternate free and paid streams."""
    free, paid = [], []
    for _ in range(streams):
        free.append(first_byte(client, "/free/stream", {}))
        paid.append(first_byte(client, "/paid/stream", caller.headers("/paid/stream", 100)))
    return {"first byte": quantile(paid, 0.5) - quantile(free, 0.5), "first byte worst": max(paid) - min(free)}


def measure_signatures(caller: Caller, rounds: int) -> dict[str, float]:
    """Signing and checking a voucher, each with its hash."""
    payments = [caller.payment("/", 0) for _ in range(rounds)]
    sign = [timed(lambda: caller.payment("/", 0)) for _ in range(rounds)]
    verify = [timed(lambda p=p: check_signature(p.voucher, p.signature, caller.domain)) for p in payments]  # type: ignore[misc]
    return {"sign": quantile(sign, 0.5), "verify": quantile(verify, 0.5)}


def run(calls: int, streams: int, *, fsync: bool) -> dict[str, float]:
    """Start chain and server, and measure."""
    account = PrivateKey(keccak(b"lazai actor caller"))
    with LazAI.local("anvil", vault=MemoryVault()) as lz, tempfile.TemporaryDirectory() as folder:
        client = lz.as_account(lz.chain.actor("caller"))
        token = lz.dat.create_class({"name": "digits"}).mint(client, quota=10**9)
        mine = client.metering.reserve(token.id, SERVICE.address, 10**9, until=timedelta(days=1))
        caller = Caller(lz, account, mine)
        options = {
            "chain": lz.url,
            "dat": lz.dat.contract.address,
            "class_id": token.id >> 128,
            "database": f"sqlite:///{folder}/ledger.db",
            "port": _free_port(),
            "fsync": fsync,
        }
        server = subprocess.Popen([sys.executable, __file__, "--serve", json.dumps(options)])
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{options['port']}", trust_env=False) as http:
                _wait(http)
                found = measure_calls(http, caller, calls) | measure_stream(http, caller, streams)
            return found | measure_signatures(caller, 500)
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(client: httpx.Client) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            client.post("/free/call")
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server did not start within 30 s")


def main() -> int:
    """Print the table, write the JSON, and fail beyond a bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--calls", type=int, default=2000)
    parser.add_argument("--streams", type=int, default=10)
    parser.add_argument("--fsync", action="store_true", help="let each call wait for the disk")
    parser.add_argument("--json", type=Path, default=Path("reports/gateway.json"))
    parser.add_argument("--serve", type=json.loads, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return 0
    found = run(options.calls, options.streams, fsync=options.fsync)
    for name, value in found.items():
        bound = f"   at most {BOUNDS[name]:g}" if name in BOUNDS else ""
        print(f"{name:18} {value:8.3f} ms{bound}")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return int(any(found[name] > bound for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())

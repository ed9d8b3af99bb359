"""JSON-RPC against servers that misbehave in the ways that real ones do."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lazai_py._chain.rpc import RpcEngine
from lazai_py._chain.transport import Fault, HttpTransport, ProviderTransport, Request
from lazai_py._errors import InputError, NotConnected, RpcError

Answer = Callable[[object], tuple[int, bytes]]
CHAIN, BLOCK = Request("eth_chainId"), Request("eth_blockNumber")


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """Serve JSON-RPC on a free port; `answer` maps a parsed body to a status and a reply."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            status, reply = answer(body)
            self.send_response(status)
            self.send_header("content-length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


@contextmanager
def connected(answer: Answer) -> Iterator[HttpTransport]:
    """A transport to such a server."""
    with server(answer) as url:
        transport = HttpTransport(url, timeout=2)
        yield transport
        transport.close()


def reply(body: object) -> bytes:
    """Return the method's name as the result of each request."""
    if isinstance(body, list):
        return b"[" + b",".join(map(reply, body)) + b"]"
    assert isinstance(body, dict)
    return json.dumps({"jsonrpc": "2.0", "id": body["id"], "result": body["method"]}).encode()


def test_replies_are_matched_by_id_not_by_place() -> None:
    """A batch may come back in any order."""
    with connected(lambda body: (200, reply(list(reversed(body)) if isinstance(body, list) else body))) as transport:
        assert transport.exchange([CHAIN, BLOCK]) == ["eth_chainId", "eth_blockNumber"]


def test_a_node_that_refuses_batches_is_asked_one_by_one() -> None:
    """It answers a batch with one error object."""

    def answer(body: object) -> tuple[int, bytes]:
        if isinstance(body, list):
            return 200, b'{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}}'
        return 200, reply(body)

    with connected(answer) as transport:
        assert transport.exchange([CHAIN, BLOCK]) == ["eth_chainId", "eth_blockNumber"]


def test_a_reply_that_is_missing_is_a_fault() -> None:
    """The others of the batch are good."""
    with connected(lambda body: (200, reply(body[:1] if isinstance(body, list) else body))) as transport:
        first, second = transport.exchange([CHAIN, BLOCK])
    assert first == "eth_chainId"
    assert isinstance(second, Fault)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_node_is_asked_again(status: int) -> None:
    """Reads are repeated until it has time."""
    left = [(status, b"busy"), (status, b"busy")]
    with connected(lambda body: left.pop() if left else (200, reply(body))) as transport:
        assert transport.exchange([CHAIN]) == ["eth_chainId"]
    assert left == []


@pytest.mark.parametrize("method", ["eth_sendTransaction", "evm_mine", "anvil_setBalance"])
def test_what_would_count_twice_is_asked_once(method: str) -> None:
    """A transaction that the node signs is never sent again by itself."""
    asked: list[object] = []

    def answer(body: object) -> tuple[int, bytes]:
        asked.append(body)
        return 503, b"busy"

    with connected(answer) as transport, pytest.raises(RpcError, match="not JSON"):
        transport.exchange([Request(method)])
    assert len(asked) == 1


def test_a_node_that_stays_busy_is_an_error() -> None:
    """Four attempts, then its words."""
    with connected(lambda _: (503, b"come back later")) as transport, pytest.raises(RpcError, match="come back later"):
        transport.exchange([CHAIN])


def test_a_page_instead_of_json_is_an_error() -> None:
    """A proxy's or a shop's page is shown in part."""
    with connected(lambda _: (200, b"<html>pay first</html>")) as transport, pytest.raises(RpcError, match="pay first"):
        transport.exchange([CHAIN])


def test_an_error_of_the_node_keeps_its_code() -> None:
    """Code, message and data are there."""
    body = b'{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"limit exceeded","data":{"limit":1}}}'
    with connected(lambda _: (200, body)) as transport, pytest.raises(RpcError) as failure:
        RpcEngine(transport).chain_id()
    assert (failure.value.method, failure.value.code, failure.value.data) == ("eth_chainId", -32005, {"limit": 1})


def test_a_node_without_extras_is_enough() -> None:
    """No eth_simulateV1, no tips, no base fee: calls, estimates and legacy fees take their place."""
    results = {
        "eth_call": "0x2a",
        "eth_estimateGas": "0x5208",
        "eth_gasPrice": "0x7",
        "eth_getBlockByNumber": {"number": "0x1", "hash": "0x01", "timestamp": "0x2", "gasLimit": "0x1c9c380"},
    }

    def one(body: dict[str, object]) -> dict[str, object]:
        method = str(body["method"])
        if method in results:
            return {"id": body["id"], "result": results[method]}
        return {"id": body["id"], "error": {"code": -32601, "message": "the method does not exist"}}

    def answer(body: object) -> tuple[int, bytes]:
        return 200, json.dumps(list(map(one, body)) if isinstance(body, list) else one(body)).encode()  # type: ignore[arg-type]

    from lazai_py._chain.engine import Call, Fees, Simulation
    from lazai_py._types import NATIVE

    with connected(answer) as transport:
        engine = RpcEngine(transport)
        assert engine.simulate(Call(NATIVE)) == Simulation(ok=True, data=b"\x2a", gas_used=21_000, logs=None)
        assert engine.simulate_many([Call(NATIVE)]) is None
        assert engine.simulate_each([Call(NATIVE)] * 2) == [engine.simulate(Call(NATIVE))] * 2
        assert engine.fees() == Fees(7, None)
        assert engine.block().base_fee is None


def test_a_range_that_is_too_large_is_asked_for_in_parts() -> None:
    """A node that answers for three blocks at a time gives the logs of twenty-one, each once and in order."""

    def answer(body: object) -> tuple[int, bytes]:
        assert isinstance(body, dict)
        if body["method"] == "eth_getBlockByNumber":
            header = {"number": hex(20), "hash": "0x01", "timestamp": "0x2", "gasLimit": "0x1"}
            return 200, json.dumps({"id": body["id"], "result": header}).encode()
        first, last = (int(body["params"][0][end].replace("latest", "0x14"), 16) for end in ("fromBlock", "toBlock"))
        if last - first >= 3:
            error = {"code": -32005, "message": "query exceeds max block range 3"}
            return 200, json.dumps({"id": body["id"], "error": error}).encode()
        found = [
            {"address": "0x" + "11" * 20, "topics": [], "data": "0x", "blockNumber": hex(number)}
            | {"transactionHash": "0x01", "logIndex": "0x0"}
            for number in range(first, last + 1)
        ]
        return 200, json.dumps({"id": body["id"], "result": found}).encode()

    from lazai_py._chain.engine import LogFilter

    with connected(answer) as transport:
        assert [log.block_number for log in RpcEngine(transport).logs(LogFilter())] == list(range(21))


def test_a_connection_that_breaks_is_named() -> None:
    """After a few tries, with the URL."""
    with server(lambda body: (200, reply(body))) as url:
        pass
    with pytest.raises(NotConnected) as failure:
        HttpTransport(url).exchange([CHAIN])
    assert failure.value.url == url


def test_what_is_no_provider_is_refused() -> None:
    """With what to pass instead."""
    with pytest.raises(InputError, match="Pass a URL"):
        ProviderTransport(object())


def test_a_provider_without_its_node_is_not_connected() -> None:
    """web3.py's own errors become ours."""
    from web3 import HTTPProvider

    with server(lambda body: (200, reply(body))) as url:
        pass
    with pytest.raises(NotConnected) as failure:
        ProviderTransport(HTTPProvider(url)).exchange([CHAIN])
    assert failure.value.url == url

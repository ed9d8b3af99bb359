"""How JSON-RPC requests reach a node: over HTTP, or through a web3.py provider that the user already has."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

import httpx

from lazai_py._errors import InputError, NotConnected, RpcError

_BUSY = frozenset({429, 502, 503, 504})
_PAUSES = (0.05, 0.2, 0.8)
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Request(NamedTuple):
    """One JSON-RPC request."""

    method: str
    params: tuple[object, ...] = ()

    @property
    def is_repeatable(self) -> bool:
        """Whether sending it twice does what sending it once does; a raw transaction can be mined once only."""
        return self.method != "eth_sendTransaction" and not self.method.startswith(("evm_", "anvil_"))


@dataclass(frozen=True, slots=True)
class Fault:
    """The error object of a JSON-RPC reply."""

    code: int
    message: str
    data: object = None


class Transport(Protocol):
    """Carries requests to one node."""

    url: str

    def exchange(self, requests: Sequence[Request]) -> list[object | Fault]:
        """Return the results by position, with a `Fault` where the node answered with an error.

        Raises:
            NotConnected: the node cannot be reached, also after a few tries.
        """

    def close(self) -> None:
        """Let go of connections."""


def is_loopback(url: str) -> bool:
    """Whether a URL leads to this machine."""
    return urlsplit(url).hostname in _LOOPBACK


def result_or_fault(reply: object) -> object | Fault:
    """Return what a JSON-RPC reply object holds."""
    if not isinstance(reply, Mapping):
        return Fault(-32603, f"the reply is no object: {reply!r:.200}")
    error = reply.get("error")
    if error is None:
        return reply.get("result")
    if not isinstance(error, Mapping):
        return Fault(-32603, str(error))
    return Fault(int(error.get("code", -32603)), str(error.get("message", "")), error.get("data"))


class HttpTransport:
    """JSON-RPC over HTTP with connections kept alive, batches, and patience with a busy node.

    Parameters:
        url: the endpoint.
        timeout: seconds to wait for a reply.
    """

    def __init__(self, url: str, *, timeout: float = 30.0) -> None:
        self.url = url
        local = is_loopback(url)
        self._ids = count(1)
        self._http = httpx.Client(
            # A proxy for the outside world must not come between us and a node on this machine.
            trust_env=not local,
            # The certificate store takes longer to load than a local chain takes to answer.
            verify=url.startswith("https"),
            timeout=httpx.Timeout(timeout, pool=None),
            limits=httpx.Limits(max_connections=32, max_keepalive_connections=32),
            headers={"content-type": "application/json"},
        )

    def exchange(self, requests: Sequence[Request]) -> list[object | Fault]:
        """Send one request, or several as a batch; see `Transport.exchange`."""
        if not requests:
            return []
        bodies = [
            {"jsonrpc": "2.0", "id": next(self._ids), "method": request.method, "params": request.params}
            for request in requests
        ]
        alone = len(bodies) == 1
        reply = self._post(bodies[0] if alone else bodies, requests)
        if alone:
            return [result_or_fault(reply)]
        if not isinstance(reply, list):
            # Some nodes refuse batches: one error object comes back for all.
            return [self.exchange([request])[0] for request in requests]
        by_id = {item.get("id"): item for item in reply if isinstance(item, Mapping)}
        return [result_or_fault(by_id.get(body["id"])) for body in bodies]

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _post(self, body: object, requests: Sequence[Request]) -> object:
        content = json.dumps(body, separators=(",", ":"))
        pauses = iter(_PAUSES if all(request.is_repeatable for request in requests) else ())
        while True:
            try:
                response = self._http.post(self.url, content=content)
            except httpx.HTTPError as error:
                if (pause := next(pauses, None)) is None:
                    raise NotConnected(self.url, str(error) or type(error).__name__) from error
            else:
                if response.status_code not in _BUSY or (pause := next(pauses, None)) is None:
                    return _parsed(response, requests[0].method)
            time.sleep(pause)

    def __repr__(self) -> str:
        return f"HttpTransport({self.url!r})"


def _parsed(response: httpx.Response, method: str) -> object:
    try:
        return response.json()
    except ValueError:
        raise RpcError(method, response.status_code, f"the reply is not JSON: {response.text[:200]!r}") from None


class _Provider(Protocol):
    """What is used of a web3.py provider."""

    def make_request(self, method: str, params: object) -> object: ...


class ProviderTransport:
    """JSON-RPC through a web3.py provider, so that an existing connection and its settings are used.

    Parameters:
        source: a `web3.Web3` or one of its synchronous providers.

    Raises:
        InputError: it is neither.
    """

    def __init__(self, source: object) -> None:
        provider: Any = getattr(source, "provider", source)
        if not callable(getattr(provider, "make_request", None)) or getattr(provider, "is_async", False):
            raise InputError(
                f"{type(source).__name__} is neither a web3.Web3 nor a synchronous provider",
                remedy="Pass a URL, a web3.Web3 or its provider",
            )
        self._provider: _Provider = provider
        self.url = str(getattr(provider, "endpoint_uri", None) or type(provider).__name__)

    def exchange(self, requests: Sequence[Request]) -> list[object | Fault]:
        """Send the requests one by one; see `Transport.exchange`."""
        return [self._one(request) for request in requests]

    def close(self) -> None:
        """Leave the connection open: it belongs to the user."""

    def _one(self, request: Request) -> object | Fault:
        try:
            return result_or_fault(self._provider.make_request(request.method, list(request.params)))
        except OSError as error:  # what requests and sockets raise
            raise NotConnected(self.url, str(error)) from error

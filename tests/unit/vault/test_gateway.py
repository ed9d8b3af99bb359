"""A gateway may be anybody's: what it sends is checked, and what it does wrong has a name."""

from __future__ import annotations

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from lazai_py._errors import IntegrityError, NotInVault, UnreadableContent, VaultUnavailable
from lazai_py.vault import GatewayVault, cid_of
from lazai_py.vault.tree import blocks_of, chunks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = bytes(range(256)) * 2_000
LARGEST_BLOCK = 2 * 1024 * 1024


class Gateway(ThreadingHTTPServer):
    """An HTTP server that answers with a status and a body for each path, as the raw-block protocol of IPFS asks."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.answers: dict[str, tuple[int, bytes]] = {}

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def serve(self, content: bytes) -> None:
        """Serve every block of some content."""
        for block in blocks_of(chunks_of(content)):
            self.answers[f"/ipfs/{block.cid}"] = 200, block.data


class Answer(BaseHTTPRequestHandler):
    """One request; anything but a request for a raw block is refused."""

    server: Gateway

    def do_GET(self) -> None:
        """Answer with what the gateway has under the path."""
        asked = urlsplit(self.path)
        raw = asked.query == "format=raw" and self.headers["accept"] == "application/vnd.ipld.raw"
        status, body = self.server.answers.get(asked.path, (404, b"")) if raw else (406, b"")
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """A gateway that runs for one test."""
    with Gateway() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def vault(gateway: Gateway) -> Iterator[GatewayVault]:
    """A vault that reads from the gateway."""
    with GatewayVault(f"{gateway.url}/") as reader:
        yield reader


def test_content_is_read_block_by_block(gateway: Gateway, vault: GatewayVault) -> None:
    """One block, a tree of blocks and JSON come back as they were added."""
    for content in (b"hello world", LARGE, b'{"a":1}'):
        gateway.serve(content)

    assert vault.get(cid_of(b"hello world")) == b"hello world"
    assert vault.get(cid_of(LARGE).uri) == LARGE
    assert vault.get_json(cid_of(b'{"a":1}')) == {"a": 1}
    assert vault.has(cid_of(LARGE))


def test_a_gateway_that_lies_is_caught(gateway: Gateway, vault: GatewayVault) -> None:
    """Other bytes than those asked for never reach the caller."""
    cid = cid_of(b"hello world")
    gateway.answers[f"/ipfs/{cid}"] = 200, b"hello w0rld"

    with pytest.raises(IntegrityError, match=str(cid)):
        vault.get(cid)


@pytest.mark.parametrize("status", [404, 410])
def test_what_the_gateway_does_not_have_is_not_stored(gateway: Gateway, vault: GatewayVault, status: int) -> None:
    """Not found and gone both mean that another vault must be asked."""
    cid = cid_of(b"elsewhere")
    gateway.answers[f"/ipfs/{cid}"] = status, b"sorry"

    assert not vault.has(cid)
    with pytest.raises(NotInVault) as missing:
        vault.get(cid)
    assert missing.value.vault == gateway.url


def test_a_refusal_is_not_taken_for_an_absence(gateway: Gateway, vault: GatewayVault) -> None:
    """An overloaded gateway says nothing about the content."""
    cid = cid_of(b"hello world")
    gateway.answers[f"/ipfs/{cid}"] = 503, b""

    with pytest.raises(VaultUnavailable, match="status 503") as failed:
        vault.has(cid)
    assert failed.value.place == f"{gateway.url}/ipfs/{cid}"


def test_an_endless_answer_is_cut_off(gateway: Gateway, vault: GatewayVault) -> None:
    """No block has more than 2 MiB, so more is not read."""
    cid = cid_of(b"hello world")
    gateway.answers[f"/ipfs/{cid}"] = 200, bytes(LARGEST_BLOCK + 1)

    with pytest.raises(VaultUnavailable, match="more than a block holds"):
        vault.get(cid)


def test_content_over_the_limit_is_refused(gateway: Gateway) -> None:
    """The limit counts the whole content, whose size the root states, and includes its own value."""
    gateway.serve(LARGE)

    with (
        GatewayVault(gateway.url, limit=len(LARGE) - 1) as narrow,
        pytest.raises(UnreadableContent, match="has 512000 bytes, more than the limit of 511999"),
    ):
        narrow.get(cid_of(LARGE))
    with GatewayVault(gateway.url, limit=len(LARGE)) as exact:
        assert exact.get(cid_of(LARGE)) == LARGE


def test_no_gateway_at_the_address_is_reported() -> None:
    """A closed port and a malformed address end in the same error, which names the address."""
    with Gateway() as server:
        url = server.url
    with GatewayVault(url) as closed, pytest.raises(VaultUnavailable, match=url):
        closed.get(cid_of(b"hello world"))
    with GatewayVault("no address") as malformed, pytest.raises(VaultUnavailable, match="no address"):
        malformed.get(cid_of(b"hello world"))


def test_a_vault_of_another_kind_loads_no_http_client() -> None:
    """Importing the package costs what is used of it: the client comes with the gateway."""
    program = (
        "import sys, lazai_py.vault as vault; "
        "before = 'httpx' in sys.modules; vault.GatewayVault; print(before, 'httpx' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]

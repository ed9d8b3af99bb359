"""Content read from an IPFS gateway that need not be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import httpx

from lazai_py._errors import VaultUnavailable
from lazai_py.vault.vault import BlockSource

if TYPE_CHECKING:
    from lazai_py.vault.cid import Cid

_LARGEST_BLOCK = 2 * 1024 * 1024
"""IPFS nodes refuse larger blocks, so a longer answer is not one."""


class GatewayVault(BlockSource):
    """Reads content over HTTP, block by block (`?format=raw`), and checks each block's hash; it takes nothing in."""

    def __init__(self, url: str, *, limit: int = 1 << 30, timeout: float = 30.0) -> None:
        """Use a gateway; nothing is asked of it yet.

        Args:
            url: its address, without the `/ipfs/<cid>` that is added to it.
            limit: the most bytes of one content to put together.
            timeout: seconds to wait for each step of a request.
        """
        self.url = url.rstrip("/")
        self.limit = limit
        self._client = httpx.Client(timeout=timeout, follow_redirects=True)

    def close(self) -> None:
        """Close the connections; the vault cannot be used after."""
        self._client.close()

    def __enter__(self) -> Self:
        """The vault itself, closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def _read(self, cid: Cid) -> bytes | None:
        url = f"{self.url}/ipfs/{cid}"
        headers = {"accept": "application/vnd.ipld.raw"}
        try:
            with self._client.stream("GET", url, params={"format": "raw"}, headers=headers) as response:
                return self._body(url, response)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise VaultUnavailable(url, str(error) or type(error).__name__) from error

    def _body(self, url: str, response: httpx.Response) -> bytes | None:
        if response.status_code in (404, 410):
            return None
        if response.status_code != 200:
            raise VaultUnavailable(url, f"it answered with status {response.status_code}")
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > _LARGEST_BLOCK:
                raise VaultUnavailable(url, f"it answered with more than a block holds ({_LARGEST_BLOCK} bytes)")
        return bytes(body)

    def _place(self) -> str:
        return self.url

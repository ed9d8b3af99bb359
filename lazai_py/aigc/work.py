"""A work: one token of a collection, what it says, and how believable that is."""

from __future__ import annotations

import base64
import json
from functools import cached_property
from html import escape
from typing import Any

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.aigc_token import AigcToken, ContentPublished
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import ContractError
from lazai_py._types import Address, Wei, keccak, to_address
from lazai_py.aigc.terms import Status, Surroundings
from lazai_py.models import Way

_JSON, _SVG = "data:application/json;base64,", "data:image/svg+xml;base64,"
_SHOWN = 400


class Work:
    """A work by its token's id. Nothing is asked of the chain until a method is called.

    Reads raise `UnknownToken` for a prompt that was not minted, but for `status`, which says so.

    Parameters:
        around: the surroundings.
        contract: the collection.
        token_id: the Keccak-256 hash of the prompt.
    """

    def __init__(self, around: Surroundings, contract: AigcToken, token_id: int) -> None:
        self._around = around
        self.contract = contract
        self.id = token_id

    def __repr__(self) -> str:
        return f"Work({self.id:#066x} of {self.contract.address})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Work) and (self.id, self.contract) == (other.id, other.contract)

    def __hash__(self) -> int:
        return hash((self.id, self.contract))

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._around.sender

    # --- reads ---

    def owner(self) -> Address:
        """Return who owns the work."""
        self._state()
        return self.contract.owner_of(self.id)

    def status(self) -> Status:
        """Return how believable the work is now."""
        return Status(self._asking.status_of(self.id))

    def way(self) -> Way:
        """Return how the work's content is verified."""
        return Way(self._state().way)

    def is_stored(self) -> bool:
        """Return whether prompt and content are stored on the chain."""
        return int(self._state().blob, 16) != 0

    def prompt(self) -> str:
        """Return what the model was asked."""
        return self._published().prompt.decode()

    def content(self) -> bytes:
        """Return what the model is said to have answered."""
        return self._published().aigc_data

    def verify(self) -> bool:
        """Return whether the content is final."""
        published = self._published()
        return self._asking.verify(published.prompt, published.aigc_data, b"")

    def metadata(self) -> dict[str, Any]:
        """Return the metadata that the chain makes, with prompt and content where they are not stored there.

        Raises:
            ContractError: the collection answers with something else.
        """
        metadata = json.loads(_unpacked(self._asking.token_uri(self.id), _JSON))
        if not metadata["prompt"]:
            metadata["prompt"] = self.prompt()
            metadata["aigc_data"] = _text(self.content())
        found: dict[str, Any] = metadata
        return found

    def svg(self) -> str:
        """Return the picture that the chain draws."""
        metadata = json.loads(_unpacked(self._asking.token_uri(self.id), _JSON))
        return _unpacked(metadata["image"], _SVG).decode()

    def royalty(self, price: int) -> tuple[Address, int]:
        """Return who gets how much of a resale at a price: the model's revenue receiver."""
        receiver, amount = self.contract.royalty_info(self.id, price)
        return receiver, amount

    # --- writes ---

    @write
    def transfer(self, to: AddressLike) -> Intent[Sent]:
        """Give the work to somebody.

        Raises:
            StillYielding: it was minted in one step, not long ago.
            TransferFromIncorrectOwner: this account does not own it.
        """
        return self.contract.transfer_from(self.sender.address, to_address(to), self.id, pay=Wei(0))

    @write
    def store(self) -> Intent[Work]:
        """Store prompt and content on the chain; anyone may."""
        published = self._published()
        return self.contract.store(published.prompt, published.aigc_data).then(lambda _: self)

    @write
    def update(self, content: str | bytes) -> Intent[Work]:
        """Install the outcome of a dispute that the present content lost; anyone may.

        Raises:
            NotOverturned: it was not refuted.
            ContentNotBonded: nobody has staked a bond on the new content.
        """
        data = content.encode() if isinstance(content, str) else content
        return self.contract.update(self._published().prompt, data).then(lambda _: self)

    # --- in a notebook ---

    def _repr_html_(self) -> str:
        # As an image, so that no script in a picture of somebody else's collection ever runs.
        metadata = self.metadata()
        image = metadata["image"] if str(metadata["image"]).startswith(_SVG) else ""
        rows = "".join(
            f"<tr><th>{name}</th><td>{escape(str(metadata[key])[:_SHOWN])}</td></tr>"
            for name, key in (("prompt", "prompt"), ("content", "aigc_data"), ("status", "status"))
        )
        title = escape(str(metadata["name"]))
        picture = f'<img width="300" alt="{title}" src="{escape(image)}">'
        return f"<figure>{picture}<figcaption>{title}</figcaption></figure><table>{rows}</table>"

    # --- helpers ---

    @cached_property
    def _asking(self) -> AigcToken:
        # A verifier that runs short of gas says no: it gets what a whole block has.
        return self.contract.giving(self._around.engine.block().gas_limit)

    def _state(self) -> Any:
        return self.contract.work_of(self.id)

    def _published(self) -> ContentPublished:
        """The event with the present content, found by its hash."""
        expected = self._state().content_hash
        for event in reversed(self.contract.events(ContentPublished, self.id, since=self._around.since)):
            if keccak(event.aigc_data) == expected:
                return event
        raise ContractError(
            f"{self.contract.address} has published no content with the hash 0x{expected.hex()}",
            remedy="Check that the address is that of a collection, and that the node keeps its events",
        )


def _unpacked(uri: str, head: str) -> bytes:
    if not uri.startswith(head):
        raise ContractError(f"{uri[:40]!r} is no {head[5:-8]}", remedy="Check that the address is that of a collection")
    return base64.b64decode(uri[len(head) :])


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return f"0x{content.hex()}"

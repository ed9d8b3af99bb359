"""A receipt is found at the end of a stream wherever the stream is cut into pieces, and nowhere else."""

from __future__ import annotations

import random

import pytest

from lazai_py._types import keccak
from lazai_py.metering import wire
from lazai_py.metering.answers import SignedReceipt, event
from lazai_py.metering.receipts import Digest, EventFilter
from lazai_py.metering.typed_data import Receipt

RECEIPT = SignedReceipt(Receipt(bytes(32), 5, 9, bytes(32), bytes(32), 1), b"\x03" * 65)
BODIES = [
    b"",
    b"data: one\n\ndata: two\n\n",
    b"event: receipt\ndata: an application's own\n\ndata: more\n\n",
    b"data: event: receipt\n\n",
    b"data: {}\n\nevent: rece",
    RECEIPT.event() + b"data: after it\n\n",
    RECEIPT.event() + RECEIPT.event(),
]


def _read(pieces: list[bytes]) -> tuple[bytes, SignedReceipt | None]:
    events = EventFilter()
    passed = b"".join(events.feed(piece) for piece in pieces)
    rest, receipt = events.end()
    return passed + rest, receipt


def _cut(data: bytes, chance: random.Random) -> list[bytes]:
    places = sorted(chance.choices(range(len(data) + 1), k=chance.randrange(8)))
    return [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]


@pytest.mark.parametrize("body", BODIES)
def test_the_last_event_is_the_receipt_and_the_rest_is_the_applications(body: bytes) -> None:
    """However the bytes are cut: 200 ways for each body."""
    chance = random.Random(1)
    for _ in range(200):
        assert _read(_cut(body + RECEIPT.event(), chance)) == (body, RECEIPT)


@pytest.mark.parametrize("body", [*BODIES[:5], RECEIPT.event()[:-1], RECEIPT.event() + b"data: x\n\n"])
def test_a_stream_without_a_receipt_at_its_end_is_all_the_applications(body: bytes) -> None:
    """Nothing is lost, and nothing is taken for a receipt."""
    chance = random.Random(2)
    for _ in range(200):
        assert _read(_cut(body, chance)) == (body, None)


def test_nothing_is_held_back_but_what_may_be_the_receipt() -> None:
    """A piece passes at once; a beginning of the event's name waits for what follows it."""
    events = EventFilter()
    assert events.feed(b"data: one\n\n") == b"data: one\n\n"
    assert events.feed(b"data: two\n\nevent: re") == b"data: two\n\n"
    assert events.feed(b"sult\n\n") == b"event: result\n\n"


def test_what_is_held_back_is_bounded() -> None:
    """An endless event of that name passes once it is larger than a receipt can be."""
    events = EventFilter()
    data = b"event: receipt\ndata: " + b"x" * wire.HEADER_LIMIT
    assert events.feed(data) == data


def test_an_event_of_that_name_with_other_data_is_the_applications() -> None:
    """What cannot be read as a receipt passes at the end."""
    body = event("receipt", {"total": 3})
    assert _read([body]) == (body, None)


def test_a_hash_in_pieces_is_the_hash_of_the_whole() -> None:
    """The empty answer included."""
    digest = Digest()
    assert digest.value() == keccak(b"")
    digest = Digest()
    for piece in (b"one", b"", b"two"):
        digest.update(piece)
    assert digest.value() == keccak(b"onetwo")

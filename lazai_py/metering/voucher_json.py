"""Vouchers as JSON."""

from __future__ import annotations

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py.metering import wire
from lazai_py.metering.wire import Object, to_hex

SIGNATURE_LIMIT = 2048
"""The most bytes that a voucher's signature may have; those of contract wallets are of any size."""

_WORD = 32


def voucher_to_json(voucher: Voucher) -> Object:
    """Return a voucher as JSON; numbers are decimal strings."""
    return {
        "tokenId": str(voucher.token_id),
        "reserver": voucher.reserver,
        "service": voucher.service,
        "session": voucher.session,
        "generation": str(voucher.generation),
        "metric": to_hex(voucher.metric),
        "cumulative": str(voucher.cumulative),
        "deadline": str(voucher.deadline),
        "call": to_hex(voucher.call),
    }


def voucher_from_json(message: Object) -> Voucher:
    """Return a voucher from JSON.

    Raises:
        MalformedMessage: a field is missing or out of range.
    """
    return Voucher(
        token_id=wire.read_uint(message, "tokenId"),
        reserver=wire.read_address(message, "reserver"),
        service=wire.read_address(message, "service"),
        session=wire.read_address(message, "session"),
        generation=wire.read_uint(message, "generation", bits=32),
        metric=wire.read_bytes(message, "metric", size=_WORD),
        cumulative=wire.read_uint(message, "cumulative"),
        deadline=wire.read_uint(message, "deadline", bits=64),
        call=wire.read_bytes(message, "call", size=_WORD),
    )


def highest_to_json(highest: tuple[Voucher, bytes]) -> Object:
    """Return the highest voucher that a service holds, with its signature, as members of a message."""
    return {"highest": voucher_to_json(highest[0]), "signature": to_hex(highest[1])}


def highest_from_json(message: Object) -> tuple[Voucher, bytes] | None:
    """Return what `highest_to_json` made; None when it is not there.

    Raises:
        MalformedMessage: a field is missing or out of range.
    """
    if "highest" not in message:
        return None
    signature = wire.read_bytes(message, "signature", limit=SIGNATURE_LIMIT)
    return voucher_from_json(wire.read_object(message, "highest")), signature

"""Revert data that every contract can produce, decoded without an ABI."""

from __future__ import annotations

from collections.abc import Callable

from lazai_py._errors import ContractError, Panic, RevertReason, UnknownRevert

RevertDecoder = Callable[[bytes, str], ContractError]
"""Turns revert data and the engine's word for the failure into an error to raise."""


def standard_revert(data: bytes, reason: str = "") -> ContractError:
    """Return the error for revert data: `Panic`, `RevertReason`, or `UnknownRevert` for custom errors."""
    selector, body = data[:4], data[4:]
    if selector == Panic.selector and len(body) == 32:
        return Panic(int.from_bytes(body, "big"), data=data)
    if selector == RevertReason.selector and len(body) >= 64:
        length = int.from_bytes(body[32:64], "big")
        return RevertReason(body[64 : 64 + length].decode(errors="replace"), data=data)
    return UnknownRevert(data, reason=reason)

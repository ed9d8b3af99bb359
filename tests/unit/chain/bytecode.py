"""Contracts of a few opcodes, assembled by hand, so that the chain is tested before anything is compiled."""

from __future__ import annotations

from typing import Final

ECHO: Final = bytes.fromhex("365f5f37365ff3")
"""Returns its call data."""

REFUSE: Final = bytes.fromhex("365f5f37365ffd")
"""Reverts with its call data."""

HALT: Final = bytes.fromhex("fe")
"""Runs into an invalid opcode."""

COUNT: Final = bytes.fromhex("5f54600101805f555f5260205ff3")
"""Adds one to slot 0 and returns it."""

COUNT_TRANSIENTLY: Final = bytes.fromhex("5f5c600101805f5d5f5260205ff3")
"""Adds one to transient slot 0 and returns it."""

CLOCK: Final = bytes.fromhex("425f5260205ff3")
"""Returns the block's timestamp."""

LOG: Final = bytes.fromhex("5f355f5260203560205fa100")
"""Emits its first word as data under its second word as topic."""

BURN: Final = bytes.fromhex("5b5f56")
"""Loops until the gas is used up."""


def creation(runtime: bytes) -> bytes:
    """Return the code that deploys `runtime` (at most 255 bytes)."""
    size = len(runtime)
    return bytes([0x60, size, 0x60, 0x0B, 0x5F, 0x39, 0x60, size, 0x5F, 0xF3]) + b"\x00" + runtime


def word(value: int) -> bytes:
    """Return a number as the 32 bytes of an EVM word."""
    return value.to_bytes(32, "big")

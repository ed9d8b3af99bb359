"""One call of a payout."""

from __future__ import annotations

from dataclasses import dataclass

from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address

GAS = 300_000
"""What a claim may use at most, well above what was measured: what is not used costs nothing."""


@dataclass(frozen=True, slots=True)
class Due:
    """One call that brings an account money.

    Parameters:
        what: what it claims, for people.
        intent: the call; anyone may make it.
        gas: what it may use.
        assets: what may come in by it.
    """

    what: str
    intent: Intent[Sent]
    gas: int
    assets: tuple[Address, ...]

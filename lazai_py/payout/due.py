"""What a payout consists of: calls, and what is not to be had yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address

GAS = 300_000
"""What a claim may use at most, well above what was measured: what is not used costs nothing."""


@dataclass(frozen=True, slots=True)
class Due:
    """One call that brings an account money, or brings it nearer.

    Parameters:
        what: what it claims, for people.
        intent: the call; anyone may make it.
        gas: what it may use.
        assets: what may come in by it, or moves; none for a call that moves nothing itself.
        payee: whom it pays; None for what only moves money on its way.
        is_strange: whether it calls a contract that nobody vouches for.
    """

    what: str
    intent: Intent[Sent]
    gas: int
    assets: tuple[Address, ...]
    payee: Address | None = None
    is_strange: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """Revenue of a RevShare token that the account has a part in once a snapshot has split it, and not before.

    Parameters:
        token: the RevShare token.
        at: from when on anybody can take the snapshot, in UTC; None when the payout does, so that the account can
            claim its part from the next block on.
    """

    token: Address
    at: datetime | None

    def __str__(self) -> str:
        when = (
            "can be claimed from the next block on" if self.at is None else f"waits for a snapshot, from {self.at} on"
        )
        return f"the account's part of the revenue of {self.token} {when}"

"""What is said of works: how they are verified, how believable they are, on what terms they are minted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, get_args

from lazai_py._chain.engine import Engine
from lazai_py._contract.intent import Sender
from lazai_py._errors import InputError
from lazai_py._types import keccak
from lazai_py.models import Models, Way

How = Literal["reexecute", "proof", "optimistic"]
"""How a work is verified: the chain computes it again, a proof is checked, or a bonded result stands its time."""

_WAYS: dict[str, Way] = dict(zip(get_args(How), (Way.REEXECUTION, Way.PROOF, Way.FRAUD), strict=True))


class Status(IntEnum):
    """How believable a work is; the numbers are those of the contract."""

    UNKNOWN = 0
    """There is no such work."""
    UNPROVEN = 1
    """Nobody has staked a bond on it, and there is no proof."""
    PENDING = 2
    """A bond stands behind it, and can still be challenged."""
    CHALLENGED = 3
    """It is being disputed."""
    FINAL = 4
    """It is proven, or the time to refute it is over."""
    OVERTURNED = 5
    """It was refuted."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every collection and work of one account shares.

    Parameters:
        models: the registry of models, and where their networks are kept.
        sender: who signs for writes.
        since: the block that the factory was created in; no collection is older.
    """

    models: Models
    sender: Sender
    since: int

    @property
    def engine(self) -> Engine:
        """The chain."""
        return self.models.engine


def way_of(how: str) -> Way:
    """Return the contract's word for a way to verify.

    Raises:
        InputError: there is no such way.
    """
    if how not in _WAYS:
        raise InputError(f"how={how!r} is no way to verify a work", remedy=f"Pass one of {', '.join(_WAYS)}")
    return _WAYS[how]


def id_of(prompt: str | bytes) -> int:
    """Return the id of the token of a prompt."""
    return int.from_bytes(keccak(raw(prompt)), "big")


def raw(text: str | bytes) -> bytes:
    """Return a text as the contract takes it."""
    return text.encode() if isinstance(text, str) else text

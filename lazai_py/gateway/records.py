"""What goes into the ledger and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Key:
    """One generation of a reservation for this service.

    Parameters:
        chain: the hash of the chain's first block.
        token_id, reserver, generation: as vouchers name them.
    """

    chain: bytes
    token_id: int
    reserver: Address
    generation: int

    def __str__(self) -> str:
        return f"{self.token_id:x}/{self.reserver}/{self.generation}"


class State(StrEnum):
    """What became of a call."""

    RUNNING = "running"
    DONE = "done"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Promise:
    """A voucher that was checked.

    Parameters:
        digest: what is signed, and what the call is known by.
        voucher, signature: as the chain will see them.
        redeem_by: the last second at which the chain takes them: of the voucher, and of the session that signed it.
    """

    digest: bytes
    voucher: Voucher
    signature: bytes
    redeem_by: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A call that asks to be served.

    Parameters:
        key: the reservation's generation.
        promise: the voucher that pays.
        amount: the most that the call may use, in smallest units.
        request: the hash of the request.
        reserved, redeemed, until: the reservation on the chain.
    """

    key: Key
    promise: Promise
    amount: int
    request: bytes
    reserved: int
    redeemed: int
    until: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was sent: status, headers, body."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Ending:
    """How a call ended.

    Parameters:
        units: what it used.
        response: the hash of the body that the caller got.
        truncated: whether the cap cut it.
        time: when, in seconds since 1970.
        answer: the answer, when it is to be kept.
    """

    units: int
    response: bytes
    truncated: bool
    time: int
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A call on record. `used` is all that was used in its generation when it ended."""

    digest: bytes
    reserver: Address
    state: State
    request: bytes
    ending: Ending
    used: int


@dataclass(frozen=True, slots=True)
class Standing:
    """An account, as the ledger has it; see `schema.accounts`."""

    id: int
    key: Key
    used: int
    held: int
    highest: int
    sent: int
    redeemed: int
    redeemed_at: float
    until: int
    owed_since: float | None
    retry_at: float
    failures: int

    def credit(self, highest: int) -> int:
        """What may still be used when the highest promise is `highest`."""
        return highest - self.used - self.held

"""Which vouchers are redeemed, and when: the rule, without chain or database.

While a reservation goes on, the highest voucher that promises no more than was used is enough: nobody is paid for what
it has not served. At its end, when no better voucher can come, the smallest that covers what was used.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.gateway.records import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When vouchers are redeemed. Times are seconds.

    Parameters:
        threshold: once so many units of one reservation are owed, in smallest units.
        age: once something is owed for so long.
        before: so long before a voucher, its session or its reservation ends.
        batch: the most vouchers in one transaction.
        pause: between two looks at what is owed.
        longest_pause: after failures the pauses grow up to this.
        lease: after how long without a sign of life another process takes over.
    """

    threshold: int = 1000
    age: int = 3600
    before: int = 180
    batch: int = 100
    pause: float = 10.0
    longest_pause: float = 600.0
    lease: float = 180.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A voucher that could be redeemed.

    Parameters:
        digest, voucher, signature: the voucher.
        ends: the last second at which the chain takes it, the end of its reservation and a revocation counted in.
        is_revoked: whether its session was revoked.
    """

    digest: bytes
    voucher: Voucher
    signature: bytes
    ends: int
    is_revoked: bool


class Reason(StrEnum):
    """Why units are at risk."""

    WAITING = "waiting"  # a valid voucher covers them; they will be redeemed
    UNCOVERED = "uncovered"  # no valid voucher covers them
    ENDED = "ended"  # the reservation is over, or gone with its chain


@dataclass(frozen=True, slots=True)
class Risk:
    """Units that were used and are not redeemed.

    Parameters:
        token_id, reserver, generation: the reservation.
        units: how many, in smallest units.
        until: the last second at which they can be redeemed.
        reason: why they are not.
    """

    token_id: int
    reserver: Address
    generation: int
    units: int
    until: int
    reason: Reason


def choose(standing: Standing, candidates: Sequence[Candidate], now: int, policy: Policy) -> Candidate | None:
    """Return the voucher to redeem now, or None when it is better to wait, or there is none.

    Parameters:
        standing: the account.
        candidates: its vouchers.
        now: the chain's time.
        policy: when to redeem.
    """
    valid = [each for each in candidates if each.ends >= now and each.voucher.cumulative > standing.redeemed]
    low = max((each for each in valid if each.voucher.cumulative <= standing.used), key=_sum, default=None)
    if low is not None and low.voucher.cumulative == standing.used:
        return low if _is_due(standing, low, now, policy) else None
    covering = [each for each in valid if each.voucher.cumulative > standing.used > standing.redeemed]
    is_end = bool(covering) and max(each.ends for each in covering) < now + policy.before
    if is_end:
        return min(covering, key=_sum)
    return low if low is not None and _is_due(standing, low, now, policy) else None


def risk(standing: Standing, candidates: Sequence[Candidate], now: int) -> Risk | None:
    """Return what is at risk in an account, or None when everything that was used is redeemed."""
    units = standing.used - standing.redeemed
    if units <= 0:
        return None
    covering = [each.ends for each in candidates if each.voucher.cumulative >= standing.used and each.ends >= now]
    reason = Reason.ENDED if standing.until < now else Reason.WAITING if covering else Reason.UNCOVERED
    until = max(covering, default=standing.until)
    key = standing.key
    return Risk(key.token_id, key.reserver, key.generation, units, until, reason)


def _is_due(standing: Standing, low: Candidate, now: int, policy: Policy) -> bool:
    owed = low.voucher.cumulative - standing.redeemed
    # Since when something is owed is told by our own clock, and not by the chain's.
    is_old = standing.owed_since is not None and time.time() - standing.owed_since >= policy.age
    return owed >= policy.threshold or is_old or low.is_revoked or low.ends < now + policy.before


def _sum(candidate: Candidate) -> int:
    return candidate.voucher.cumulative

"""Metered calls: quota reserved for a service, a signed voucher for each call, a signed receipt for each answer.

What both sides exchange is in `protocol`, `terms`, `answers` and `typed_data`; what a caller needs has its name here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lazai_py.metering.budget import Budget, Limits
    from lazai_py.metering.delegation import Delegation
    from lazai_py.metering.metering import Metering
    from lazai_py.metering.payer import Payer
    from lazai_py.metering.reservations import Redemption, Refusal, Standing
    from lazai_py.metering.session import AsyncSession, Session
    from lazai_py.metering.spending import Spending, SpendingLog, State
    from lazai_py.metering.vouchers import Reservation
    from lazai_py.metering.x402_scheme import DatQuotaScheme

__all__ = [
    "AsyncSession",
    "Budget",
    "DatQuotaScheme",
    "Delegation",
    "Limits",
    "Metering",
    "Payer",
    "Redemption",
    "Refusal",
    "Reservation",
    "Session",
    "Spending",
    "SpendingLog",
    "Standing",
    "State",
]

_HOMES = {
    "budget": ("Budget", "Limits"),
    "delegation": ("Delegation",),
    "metering": ("Metering",),
    "payer": ("Payer",),
    "reservations": ("Redemption", "Refusal", "Standing"),
    "session": ("AsyncSession", "Session"),
    "spending": ("Spending", "SpendingLog", "State"),
    "vouchers": ("Reservation",),
    "x402_scheme": ("DatQuotaScheme",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    # A service needs the protocol alone, and not the HTTP client that callers use.
    if name not in _HOME_OF:
        reason = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(reason)
    value = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value

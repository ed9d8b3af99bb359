"""Payouts: everything that an account is owed, in one transaction."""

from __future__ import annotations

from lazai_py.payout.payout import Outcome, Payout, Preview
from lazai_py.payout.sources import Due

__all__ = ["Due", "Outcome", "Payout", "Preview"]

"""Payouts: everything that an account is owed, in one transaction."""

from __future__ import annotations

from lazai_py.payout.due import Due, Later
from lazai_py.payout.payout import Outcome, Payout, Preview

__all__ = ["Due", "Later", "Outcome", "Payout", "Preview"]

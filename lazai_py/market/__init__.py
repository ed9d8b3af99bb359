"""The market: published terms, the lineage of classes, and the money that flows along it."""

from __future__ import annotations

from lazai_py.market.lineage import Derivation, Lineage, LineageClass
from lazai_py.market.router import Pots, Router
from lazai_py.market.terms import Allowance, Parent, Payee, PendingTerms, Permission, Purpose, Terms

__all__ = [
    "Allowance",
    "Derivation",
    "Lineage",
    "LineageClass",
    "Parent",
    "Payee",
    "PendingTerms",
    "Permission",
    "Pots",
    "Purpose",
    "Router",
    "Terms",
]

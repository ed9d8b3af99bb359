"""The market: quota and tokens for sale, published terms, the lineage of classes, and the money that flows along it."""

from __future__ import annotations

from lazai_py.market.lineage import Derivation, Lineage, LineageClass
from lazai_py.market.offers import Offer, Tier, Trial
from lazai_py.market.orders import Listing, Trade
from lazai_py.market.purchases import SignedPurchase
from lazai_py.market.router import Pots, Router
from lazai_py.market.store import Store
from lazai_py.market.terms import Allowance, Parent, Payee, PendingTerms, Permission, Purpose, Terms

__all__ = [
    "Allowance",
    "Derivation",
    "Lineage",
    "LineageClass",
    "Listing",
    "Offer",
    "Parent",
    "Payee",
    "PendingTerms",
    "Permission",
    "Pots",
    "Purpose",
    "Router",
    "SignedPurchase",
    "Store",
    "Terms",
    "Tier",
    "Trade",
    "Trial",
]

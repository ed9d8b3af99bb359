"""Data Anchoring Tokens: AI assets as tokens that carry ownership, usage quota and a share of the revenue."""

from __future__ import annotations

from lazai_py.dat.classes import DatClass
from lazai_py.dat.collection import DatCollection
from lazai_py.dat.documents import Check, Content, Data, Metadata, Policy, Verification
from lazai_py.dat.portfolio import Portfolio, Position
from lazai_py.dat.terms import ClassMeta, Expiry, MintOrder, Quota
from lazai_py.dat.token import Token

__all__ = [
    "Check",
    "ClassMeta",
    "Content",
    "DatClass",
    "DatCollection",
    "Data",
    "Expiry",
    "Metadata",
    "MintOrder",
    "Policy",
    "Portfolio",
    "Position",
    "Quota",
    "Token",
    "Verification",
]

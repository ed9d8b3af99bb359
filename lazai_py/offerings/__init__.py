"""Model offerings: the first tokens of a model, sold to everybody at once."""

from __future__ import annotations

from lazai_py.offerings.collection import Offerings
from lazai_py.offerings.errors import UnknownOffering
from lazai_py.offerings.offering import Collection, Offering
from lazai_py.offerings.quotes import Quote
from lazai_py.offerings.state import OfferingState, Phase
from lazai_py.offerings.terms import Model, OfferingTerms

__all__ = [
    "Collection",
    "Model",
    "Offering",
    "OfferingState",
    "OfferingTerms",
    "Offerings",
    "Phase",
    "Quote",
    "UnknownOffering",
]

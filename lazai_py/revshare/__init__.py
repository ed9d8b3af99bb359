"""RevShare tokens (ERC-7641): ERC-20s of a model whose holders share in its revenue and redeem what they burn."""

from __future__ import annotations

from lazai_py.erc20 import Permit
from lazai_py.revshare.collection import RevShareTokens
from lazai_py.revshare.errors import AlreadyCreated, QuoteNotMet, RevShareError
from lazai_py.revshare.facts import Facts
from lazai_py.revshare.history import History, SnapshotRow
from lazai_py.revshare.redemption import Redemption, RedemptionQuote
from lazai_py.revshare.terms import RevShareTerms
from lazai_py.revshare.token import RevShare, TokenNumber

__all__ = [
    "AlreadyCreated",
    "Facts",
    "History",
    "Permit",
    "QuoteNotMet",
    "Redemption",
    "RedemptionQuote",
    "RevShare",
    "RevShareError",
    "RevShareTerms",
    "RevShareTokens",
    "SnapshotRow",
    "TokenNumber",
]

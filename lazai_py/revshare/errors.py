"""What can go wrong with RevShare tokens beyond what their contract refuses.

RevShareError (LazAIError)
├── QuoteNotMet (ValueError)        burning would pay less than the least that was asked for
└── AlreadyCreated (InputError)     a token with exactly these terms and this salt is there
"""

from __future__ import annotations

from lazai_py._errors import InputError, LazAIError
from lazai_py._types import Address, Amount


class RevShareError(LazAIError):
    """Something about a RevShare token failed."""


class QuoteNotMet(RevShareError, ValueError):
    """Burning would pay less of an asset than the least that was asked for; nothing was sent.

    Parameters:
        least: what was asked for.
        pays: what burning would pay now.
    """

    remedy = "Ask for a new quote; the token may be revenue no longer, or the amount another one"

    def __init__(self, least: Amount, pays: Amount) -> None:
        super().__init__(f"burning would pay {pays} and at least {least} was asked for")
        self.least = least
        self.pays = pays


class AlreadyCreated(RevShareError, InputError):
    """A token with exactly these terms and this salt is there; nothing was sent.

    Parameters:
        address: where it is.
    """

    remedy = "Use the token that is there, or pass another salt"

    def __init__(self, address: Address) -> None:
        super().__init__(f"a RevShare token with exactly these terms and this salt is at {address}")
        self.address = address

"""What a deposit becomes, by the contract's own arithmetic, to the smallest unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from lazai_py._types import Amount, TokenAmount, Wei, decimal_text

if TYPE_CHECKING:
    from lazai_py._contract.bindings.model_offering import OfferingTerms

_ETHER_DECIMALS = 18


@dataclass(frozen=True, slots=True)
class Quote:
    """What a deposit becomes if nobody deposits after it. `deposit = used + refund`, exactly.

    Parameters:
        deposit: all of it.
        tokens: what it buys; 0 as long as the soft cap is not reached.
        used: what the tokens cost.
        refund: what goes back.
    """

    deposit: Amount
    tokens: TokenAmount
    used: Amount
    refund: Amount

    @property
    def price(self) -> Fraction | None:
        """What a whole token costs, in whole coins, with the rounding of this very deposit; None without a token."""
        return Fraction(_whole(self.used)) / Fraction(_whole(self.tokens)) if self.tokens else None

    def decimals(self) -> dict[str, Decimal]:
        """Return the amounts in whole coins and tokens, exactly."""
        return {name: _whole(getattr(self, name)) for name in ("deposit", "tokens", "used", "refund")}

    def __str__(self) -> str:
        return f"{self.deposit} buys {self.tokens} for {self.used}; {self.refund} goes back"


def reckon(terms: OfferingTerms, deposit: int, raised: int) -> tuple[int, int]:
    """Return the tokens and the refund of a deposit, given all that was raised with it, in smallest units."""
    if raised < terms.soft_cap:
        return 0, deposit
    tokens = terms.sale_supply * deposit // max(raised, terms.target)
    refund = deposit * (raised - terms.target) // raised if raised > terms.target else 0
    return tokens, refund


def _whole(amount: Amount) -> Decimal:
    return Decimal(decimal_text(amount.raw, _ETHER_DECIMALS if isinstance(amount, Wei) else amount.decimals))

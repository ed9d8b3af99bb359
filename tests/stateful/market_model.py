"""The market as a whole: the store, the exchange, and a payout that claims from everywhere, in integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lazai_py._contract import errors
from lazai_py._contract.abi import CustomError
from lazai_py._contract.bindings.payout import TipTerms
from lazai_py._types import NATIVE, Address
from tests.stateful.exchange_model import Exchange
from tests.stateful.market_books import WHOLE, Places, Split
from tests.stateful.store_model import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a payout came to."""

    received: tuple[int, ...]
    done: tuple[bool, ...]
    tip: int


class Market(Store, Exchange):
    """Offers, orders, and tips."""

    def __init__(self, at: Places, terms: dict[int, Split], decimals: dict[int, int], controller: Address) -> None:
        super().__init__(at, terms, decimals, controller)
        self.tips: Counter[Address] = Counter()
        self.tip_terms: dict[Address, TipTerms] = {}

    def claim_everything(self, account: Address, claims: Sequence[Claiming], minimums: dict[Address, int]) -> Outcome:
        """Makes the claims, of which some may fail, and counts what the account got of each asset."""
        before = {asset: self.coins[account, asset] for asset in minimums}
        done = tuple(map(self._is_made, claims))
        received = tuple(self.coins[account, asset] - had for asset, had in before.items())
        for (asset, least), amount in zip(minimums.items(), received, strict=True):
            if amount < least:
                raise errors.PayoutBelowMinimum(account, asset, amount, least)
        return Outcome(received, done, 0)

    def claim_for(
        self,
        account: Address,
        claims: Sequence[Claiming],
        minimums: dict[Address, int],
        keeper: Address,
    ) -> Outcome:
        """As `claim_everything`, and the keeper gets a tip of what came in of the native coin."""
        before = self.coins[account, NATIVE]
        outcome = self.claim_everything(account, claims, minimums)
        gained, terms = self.coins[account, NATIVE] - before, self.tip_terms.get(account, TipTerms(0, 0, 0))
        tip = 0 if gained < terms.minimum else min(gained * terms.bps // WHOLE, terms.cap, self.tips[account])
        self.tips[account] -= tip
        self.move(NATIVE, tip, self.at.payout, keeper)
        return replace(outcome, tip=tip)

    def set_tip_terms(self, terms: TipTerms, caller: Address) -> None:
        """What the caller gives keepers from now on."""
        if terms.bps > WHOLE:
            raise errors.InvalidTip(terms.bps)
        self.tip_terms[caller] = terms

    def add_tips(self, amount: int, caller: Address) -> None:
        """Coins are set aside for tips."""
        self.move(NATIVE, amount, caller, self.at.payout)
        self.tips[caller] += amount

    def withdraw_tips(self, amount: int, caller: Address) -> None:
        """And taken back."""
        if amount > self.tips[caller]:
            raise errors.TipBalanceTooLow(caller, self.tips[caller], amount)
        self.tips[caller] -= amount
        self.move(NATIVE, amount, self.at.payout, caller)

    def _is_made(self, claim: Claiming) -> bool:
        try:
            claim(self)
        except CustomError:
            return False
        return True


Claiming = Callable[[Market], object]
"""What a claim of a payout does in the model."""

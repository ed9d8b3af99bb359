"""The conservation check of the sale and of the token, against an independent reckoning in fractions.

The reckoning knows only the published rules. Above the target a deposit has its part of the tokens, and its part of
what is above back, both rounded down. A snapshot splits a part of the revenue among all tokens, each holder's rounded
down; the rest is redeemed by burning, in proportion, rounded down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class SaleBooks:
    """The accounts of the sale, in smallest units: what wallets say.

    Attributes:
        target: what is kept.
        for_sale, supply: the tokens on sale, and all there are.
        deposits: what each buyer deposited.
        refunds: by how much each buyer's wallet grew.
        tokens: what each buyer has.
        proceeds: what the creator was paid.
        left: what is still in the offering.
        treasury, custody: the tokens of the treasury, and those in the offering for the creator.
    """

    target: int
    for_sale: int
    supply: int
    deposits: Mapping[str, int]
    refunds: Mapping[str, int]
    tokens: Mapping[str, int]
    proceeds: int
    left: int
    treasury: int
    custody: int

    @property
    def raised(self) -> int:
        """All deposits."""
        return sum(self.deposits.values())

    def checks(self) -> dict[str, bool]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        back, sold = sum(self.refunds.values()), sum(self.tokens.values())
        return {
            f"sale: deposited {self.raised} = refunded {back} + proceeds {self.proceeds} + left {self.left}": (
                self.raised == back + self.proceeds + self.left
            ),
            f"sale: 0 <= dust {self.proceeds - self.target} <= {len(self.deposits)} buyers": (
                0 <= self.proceeds - self.target <= len(self.deposits)
            ),
            f"sale: tokens {self.supply} = sold {sold} + treasury {self.treasury} + in custody {self.custody}": (
                self.supply == sold + self.treasury + self.custody
            ),
            f"sale: each of {len(self.deposits)} buyers was refunded what the fractions say": all(
                self.refunds[name] == floor(deposit * (1 - Fraction(self.target, self.raised)))
                for name, deposit in self.deposits.items()
            ),
            f"sale: each of {len(self.deposits)} buyers has the tokens that the fractions say": all(
                self.tokens[name] == floor(Fraction(self.for_sale * deposit, self.raised))
                for name, deposit in self.deposits.items()
            ),
        }


@dataclass(frozen=True, slots=True)
class Holding:
    """What a holder has: its tokens, and by how much its wallet grew by its claims."""

    tokens: int
    claimed: int


@dataclass(frozen=True, slots=True)
class Pot:
    """What is split, by the rules alone: revenue that arrives, and what custody gives back of it.

    Attributes:
        harvested: what the token earned.
        claim_bps: how much of it is claimed.
        supply, custody: all tokens, and those whose part goes back to all.
    """

    harvested: int
    claim_bps: int
    supply: int
    custody: int

    def part(self, revenue: int, tokens: int) -> int:
        """What some tokens claim of revenue that one snapshot splits."""
        return floor(Fraction(self.claim_bps * revenue * tokens, _WHOLE * self.supply))

    @property
    def recycled(self) -> int:
        """What custody gives back of the first snapshot."""
        return self.part(self.harvested, self.custody)

    def claims(self, tokens: int) -> int:
        """What some tokens claim of both snapshots."""
        return self.part(self.harvested, tokens) + self.part(self.recycled, tokens)

    @property
    def pool(self) -> Fraction:
        """What is redeemed by burning all tokens."""
        return Fraction((_WHOLE - self.claim_bps) * (self.harvested + self.recycled), _WHOLE)

    def redeems(self, tokens: int) -> int:
        """What burning some of all tokens pays."""
        return floor(self.pool * tokens / self.supply)


@dataclass(frozen=True, slots=True)
class TokenBooks:
    """The accounts of the token in one asset, in its smallest unit.

    Attributes:
        symbol: of what, for people.
        decimals: the digits after the point of a whole coin.
        pot: what there is to split, by the rules.
        holders: what each has.
        recycled: what custody gave back.
        burnt: the tokens that were redeemed.
        quoted, redeemed: what they were to be paid, and were paid.
        pending: what custody can claim of the second snapshot.
        held: what the token still holds.
    """

    symbol: str
    decimals: int
    pot: Pot
    holders: Mapping[str, Holding]
    recycled: int
    burnt: int
    quoted: int
    redeemed: int
    pending: int
    held: int

    @property
    def claimed(self) -> int:
        """What all holders claimed."""
        return sum(each.claimed for each in self.holders.values())

    @property
    def carried(self) -> Fraction:
        """The dust: what is held beyond what is pending and redeemable."""
        return self.held - self.pending - (self.pot.pool - self.redeemed)

    def checks(self) -> dict[str, bool]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        roundings = 2 * (len(self.holders) + 1)
        return {
            f"{self.symbol}: harvested {self.pot.harvested} = claimed {self.claimed} + redeemed {self.redeemed} "
            f"+ held {self.held}": self.pot.harvested == self.claimed + self.redeemed + self.held,
            f"{self.symbol}: 0 <= held - pending - redeemable = {float(self.carried):.4f} <= {roundings} roundings": (
                0 <= self.carried <= roundings
            ),
            f"{self.symbol}: custody gave back {self.recycled}, which is its part": self.recycled == self.pot.recycled,
            f"{self.symbol}: each of {len(self.holders)} holders claimed what the fractions say": all(
                each.claimed == self.pot.claims(each.tokens) for each in self.holders.values()
            ),
            f"{self.symbol}: burning paid {self.redeemed} = quoted {self.quoted} = what the fractions say": (
                self.redeemed == self.quoted == self.pot.redeems(self.burnt)
            ),
        }

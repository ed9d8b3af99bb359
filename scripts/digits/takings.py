"""The conservation check of the works: fees, a royalty and bonds, against an independent reckoning in fractions.

The reckoning knows only the published rules. Of the fees the creator has its part, rounded down, and the model the
rest; of a resale's price the model has its royalty, rounded down; whoever loses a dispute loses its bond, half of it,
rounded down, to the winner, and the rest is burnt. What the model has is revenue of its class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from .books import expected

CREATOR, FORGER, WATCHER, BUYER = "lena", "milo", "nora", "oskar"
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What was published before anybody paid, in wei and basis points.

    Attributes:
        fee: for a mint.
        creator_bps: the creator's part of it.
        price: of the work that was resold.
        royalty_bps: the model's part of that.
        bond: what each stakes on a content, and against it.
        minted: how many works each person minted.
    """

    fee: int
    creator_bps: int
    price: int
    royalty_bps: int
    bond: int
    minted: Mapping[str, int]

    @property
    def fees(self) -> int:
        """What all mints cost."""
        return self.fee * sum(self.minted.values())

    @property
    def creators(self) -> int:
        """The creator's part of the fees."""
        return floor(Fraction(self.fees * self.creator_bps, _WHOLE))

    @property
    def royalty(self) -> int:
        """The model's part of the price."""
        return floor(Fraction(self.price * self.royalty_bps, _WHOLE))

    @property
    def models(self) -> int:
        """All that the model has: revenue of its class."""
        return self.fees - self.creators + self.royalty

    @property
    def won(self) -> int:
        """What the winner of a dispute has of the loser's bond."""
        return floor(Fraction(self.bond, 2))

    def moves(self) -> dict[str, int]:
        """By how much each person's wallet grows, or, below zero, shrinks."""
        return {
            CREATOR: self.creators + self.price - self.royalty - self.fee * self.minted[CREATOR],
            FORGER: -self.bond - self.fee * self.minted[FORGER],
            WATCHER: self.won,
            BUYER: -self.price,
        }


@dataclass(frozen=True, slots=True)
class WorkBooks:
    """The accounts of the works, in wei.

    Attributes:
        rules: what was published.
        moved: by how much each person's wallet grew, fees for gas not counted.
        creators, models: what the collection paid out.
        royalty: what the buyer paid to the receiver that the token names.
        settled: what arrived at the class.
        burnt: what the contract of the bonds says was burnt.
        bonds: what it still holds.
        left: what is still in the collection, in the inlet and in the router.
        earned: what each share claimed of it.
        before: what had been settled before, which decides the roundings.
        shares: by holder.
    """

    rules: Rules
    moved: Mapping[str, int]
    creators: int
    models: int
    royalty: int
    settled: int
    burnt: int
    bonds: int
    left: int
    earned: Mapping[str, int]
    before: int
    shares: Mapping[str, int]

    @property
    def owed(self) -> dict[str, int]:
        """What each share should have earned by the works."""
        first, all_ = expected(self.before, self.shares), expected(self.before + self.settled, self.shares)
        return {holder: all_[holder] - first[holder] for holder in self.shares}

    def checks(self) -> dict[str, bool]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        return self._revenue_checks() | self._bond_checks() | self._wallet_checks()

    def _revenue_checks(self) -> dict[str, bool]:
        rules, claimed = self.rules, sum(self.earned.values())
        return {
            f"works: fees {rules.fees} = creator's {self.creators} + model's {self.models}": (
                rules.fees == self.creators + self.models and self.creators == rules.creators
            ),
            f"works: royalty {self.royalty} = {rules.royalty_bps} basis points of {rules.price}, rounded down": (
                self.royalty == rules.royalty
            ),
            f"works: settled {self.settled} = model's fees {self.models} + royalty {self.royalty} - left {self.left}": (
                self.settled == self.models + self.royalty - self.left
            ),
            f"works: claimed {claimed} = settled {self.settled} + dust {claimed - self.settled}, "
            f"at most one for each share": abs(claimed - self.settled) <= len(self.shares),
            f"works: each of {len(self.shares)} shares earned of it what the fractions say": self.earned == self.owed,
        }

    def _bond_checks(self) -> dict[str, bool]:
        rules = self.rules
        return {
            f"bonds: lost {rules.bond} = won {rules.won} + burnt {self.burnt}": rules.bond == rules.won + self.burnt,
            f"bonds: held {self.bonds} = burnt {self.burnt}, all others went back": self.bonds == self.burnt,
        }

    def _wallet_checks(self) -> dict[str, bool]:
        away = -sum(self.moved.values())
        return {
            f"works: {name}'s wallet moved by {self.moved[name]:+}, as the rules say": self.moved[name] == expects
            for name, expects in self.rules.moves().items()
        } | {
            f"works: what left the four wallets {away} = settled {self.settled} + burnt {self.burnt} "
            f"+ left {self.left}": away == self.settled + self.burnt + self.left
        }

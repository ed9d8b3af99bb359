"""The conservation check of the lineage, against an independent reckoning in fractions.

The reckoning knows the published rules alone: a referrer has its part of the price of each purchase, rounded down; of
all that a class received, each member has its basis points, rounded down, and the rest is carried.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from .valuation import shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WHOLE = 10_000


def weights(values: Sequence[int], *, whole: int, least: int) -> list[int]:
    """The parts of parents: the least that each accepts, and the rest in proportion to the positive values.

    Args:
        values: what each parent's data is worth.
        whole: the basis points of all of them.
        least: what each has at least.

    Raises:
        InputError: no value is positive.
    """
    return [least + share for share in shares(values, total=whole - least * len(values))]


@dataclass(frozen=True, slots=True)
class Split:
    """What a class received in one asset, and who got how much of it.

    Attributes:
        name: the class.
        received: what came in: from buyers, or from its children.
        bps: the published part of each member.
        got: what each member got, as the chain says.
        carried: what the router keeps for the next payment.
    """

    name: str
    received: int
    bps: Mapping[str, int]
    got: Mapping[str, int]
    carried: int

    @property
    def given(self) -> int:
        """What all members got."""
        return sum(self.got.values())

    @property
    def is_exact(self) -> bool:
        """Whether nothing is lost, and each member got what the rule says."""
        return self.received == self.given + self.carried and all(
            self.got[name] == floor(Fraction(self.received * bps, _WHOLE)) for name, bps in self.bps.items()
        )


@dataclass(frozen=True, slots=True)
class Purchases:
    """What buyers paid, and what of it was a referrer's.

    Attributes:
        paid: by how much the buyers' wallets shrank, fees for gas not counted.
        referred: the costs of the purchases that somebody was named referrer of.
        referral_bps: the referrer's part.
        referral: what the referrer was paid.
    """

    paid: int
    referred: Sequence[int]
    referral_bps: int
    referral: int


@dataclass(frozen=True, slots=True)
class LineageBooks:
    """The accounts of a lineage in one asset, in its smallest unit.

    Attributes:
        asset: its address.
        symbol: its name, for people.
        decimals: the digits after the point of a whole coin.
        purchases: what came in.
        generations: what the classes received and split, youngest generation first.
        waiting: what still waits in the router for a class, its holders or an account.
        held: by how much the balances of router and store grew.
        claimed: what everybody was paid for services and shares.
        dust: by how much the balance of the DataAnchoringToken grew: what is less than a unit for each share.
        shares: how many shares there are in all classes.
    """

    asset: str
    symbol: str
    decimals: int
    purchases: Purchases
    generations: Sequence[Sequence[Split]]
    waiting: int
    held: int
    claimed: int
    dust: int
    shares: int

    @property
    def carried(self) -> int:
        """What the router keeps for next payments, over all classes."""
        return sum(split.carried for generation in self.generations for split in generation)

    def checks(self) -> dict[str, bool]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        return self._sums() | dict(map(self._generation, self.generations))

    def _generation(self, splits: Sequence[Split]) -> tuple[str, bool]:
        name = splits[0].name if len(splits) == 1 else f"{len(splits)} datasets"
        received, given, carried = (
            sum(getattr(split, figure) for split in splits) for figure in ("received", "given", "carried")
        )
        sentence = f"market {self.symbol}: {name} received {received} = split by the terms {given} + carried {carried}"
        return sentence, all(split.is_exact for split in splits)

    def _sums(self) -> dict[str, bool]:
        bought, symbol = self.purchases, f"market {self.symbol}"
        received = self.generations[0][0].received
        rule = sum(floor(Fraction(cost * bought.referral_bps, _WHOLE)) for cost in bought.referred)
        return {
            f"{symbol}: buyers paid {bought.paid} = referral {bought.referral}, by the rule, + received {received}": (
                bought.paid == bought.referral + received and bought.referral == rule
            ),
            f"{symbol}: buyers paid {bought.paid} = referral {bought.referral} + claimed {self.claimed} "
            f"+ carried {self.carried} + waiting {self.waiting} + dust {self.dust}": bought.paid
            == bought.referral + self.claimed + self.carried + self.waiting + self.dust,
            f"{symbol}: router and store hold {self.held} = carried {self.carried} + waiting {self.waiting}": (
                self.held == self.carried + self.waiting
            ),
            # Dust of earlier chapters may become a whole unit now, so this may go below zero.
            f"{symbol}: dust {self.dust}, at most one for each of {self.shares} shares": abs(self.dust) <= self.shares,
        }


@dataclass(frozen=True, slots=True)
class PaidAccount:
    """What a payout brought an account, by asset.

    Attributes:
        name: whose.
        role: why it is owed anything.
        is_holder: whether that is for the network's own token alone.
        claims: how many claims its one transaction made.
        previewed: what the preview said.
        received: what the payout said.
        grown: by how much the wallet grew; who is paid pays no gas.
        owed: what the reckoning says.
    """

    name: str
    role: str
    is_holder: bool
    claims: int
    previewed: Mapping[str, int]
    received: Mapping[str, int]
    grown: Mapping[str, int]
    owed: Mapping[str, int]

    @property
    def is_as_previewed(self) -> bool:
        """Whether the preview was right, to the smallest unit."""
        return self.previewed == self.received == _positive(self.grown)

    @property
    def is_as_owed(self) -> bool:
        """Whether the wallet has what the rules say."""
        return _positive(self.grown) == _positive(self.owed)


def payout_checks(accounts: Sequence[PaidAccount]) -> dict[str, bool]:
    """The sentences about payouts: two for everybody, and two more for each account that they fail for."""
    number = len(accounts)
    failed = [f"payout: {each.name} got what was previewed" for each in accounts if not each.is_as_previewed]
    failed += [f"payout: {each.name} got what the fractions say" for each in accounts if not each.is_as_owed]
    return {
        f"payout: each of {number} wallets grew by what was previewed": all(each.is_as_previewed for each in accounts),
        f"payout: each of {number} wallets grew by what the fractions say": all(each.is_as_owed for each in accounts),
    } | dict.fromkeys(failed, False)


def _positive(amounts: Mapping[str, int]) -> dict[str, int]:
    return {asset: amount for asset, amount in amounts.items() if amount}

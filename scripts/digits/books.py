"""The conservation check: what came in, what was paid out and what is left, against an independent reckoning.

The reckoning knows nothing of the contract but its published rule: revenue belongs to the shares in proportion; the
index that says so counts in 1/2**64 of the smallest unit, rounded down; a claim pays whole units, rounded down. It is
made with `Fraction`s, from the shares and the payments alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_INDEX_STEPS = 2**64


def expected(settled: int, shares: Mapping[str, int]) -> dict[str, int]:
    """What each holder of a share is owed, in the smallest unit.

    Args:
        settled: everything that came in while exactly these shares were alive.
        shares: by holder; a holder may have none.

    Raises:
        ZeroDivisionError: nobody has a share.
    """
    exact = Fraction(settled, sum(shares.values()))
    index = Fraction(floor(exact * _INDEX_STEPS), _INDEX_STEPS)
    return {holder: floor(share * index) for holder, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Books:
    """The accounts of one asset, in its smallest unit.

    Attributes:
        asset: its address.
        symbol: its name, for people.
        decimals: the digits after the point of a whole coin.
        paid: what the consumers say they paid.
        settled: what the contract says came in, by its events.
        claimed: what the contract says it paid out, by its events.
        pending: what it says it still owes, summed over all tokens of the class.
        held: by how much the contract's balance grew.
        earned: by how much each contributor's wallet grew, fees for gas not counted.
        owed: what each contributor should have earned by the independent reckoning.
    """

    asset: str
    symbol: str
    decimals: int
    paid: int
    settled: int
    claimed: int
    pending: int
    held: int
    earned: Mapping[str, int]
    owed: Mapping[str, int]

    @property
    def carried(self) -> int:
        """The dust: what the reckoning leaves in the contract because it is less than a unit for each holder."""
        return self.settled - sum(self.owed.values())

    def checks(self) -> dict[str, bool]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        return self.contract_checks() | self.contributor_checks()

    def contract_checks(self) -> dict[str, bool]:
        """The sentences about the contract: nothing appears and nothing is lost."""
        return {
            f"{self.symbol}: paid {self.paid} = settled {self.settled}": self.paid == self.settled,
            f"{self.symbol}: settled {self.settled} = claimed {self.claimed} + pending {self.pending} "
            f"+ carried {self.carried}": self.settled == self.claimed + self.pending + self.carried,
            f"{self.symbol}: held {self.held} = pending {self.pending} + carried {self.carried}": (
                self.held == self.pending + self.carried
            ),
            f"{self.symbol}: 0 <= carried {self.carried} <= {len(self.owed)} holders": (
                0 <= self.carried <= len(self.owed)
            ),
        }

    def contributor_checks(self) -> dict[str, bool]:
        """The sentences about people: everybody earned what the reckoning says."""
        return {
            f"{self.symbol}: {name} earned {self.earned[name]} = owed {owed}": self.earned[name] == owed
            for name, owed in self.owed.items()
        }


@dataclass(frozen=True, slots=True)
class Usage:
    """The quota of one consumer's token, from what was bought to what is left of it.

    Attributes:
        consumer: whose.
        bought: what was paid for.
        served: what was answered: by the consumer's receipts, or by its transactions.
        recorded: what the contract says was used, by its events.
        left: what the token still has, with what is reserved and not redeemed.
    """

    consumer: str
    bought: int
    served: int
    recorded: int
    left: int

    def checks(self) -> dict[str, bool]:
        """The quota check, sentence by sentence, each with whether it holds."""
        return {
            f"{self.consumer}: bought {self.bought} = recorded {self.recorded} + left {self.left}": (
                self.bought == self.recorded + self.left
            ),
            f"{self.consumer}: served {self.served} = recorded {self.recorded}": self.served == self.recorded,
        }

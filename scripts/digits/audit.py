"""Makes the books of a run: the contract's events, people's wallets, receipts and the reckoning, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lazai_py._contract.bindings.data_anchoring_token import Claimed, RevenueSettled, UsageRecorded
from lazai_py._types import NATIVE, to_address

from .books import Books, Usage, expected
from .gas import Trail
from .prices import asset_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lazai_py import Amount, DatClass, LazAI
    from lazai_py._contract.contract import Contract

    from .economy import Economy
    from .visits import Visit


@dataclass(frozen=True, slots=True)
class Asset:
    """What money there is: an address, a symbol, and the digits after the point of a whole coin."""

    address: str
    symbol: str
    decimals: int


class Audit:
    """Looks into wallets when it is made, and again when the books are closed.

    Args:
        economy: whose books.
    """

    def __init__(self, economy: Economy) -> None:
        self._economy = economy
        self._lz: LazAI = economy.lz
        dollars = economy.dollars
        self.assets = (Asset(NATIVE, "ETH", 18), Asset(dollars.address, dollars.symbol, dollars.decimals))
        self._since = self._lz.engine.block().number + 1
        self._before = self._wallets()

    def trail(self, *others: Contract) -> Trail:
        """What the contract, and others, have emitted since the audit began."""
        return Trail.of((self._lz.dat.contract, *others), self._since)

    def close(
        self, cls: DatClass, paid: Sequence[Amount], shares: Mapping[str, int], others: Mapping[str, str]
    ) -> tuple[Books, ...]:
        """The books of every asset.

        Args:
            cls: the class whose revenue it is about.
            paid: what the consumers paid.
            shares: every share, by its holder's name; the same at every settlement.
            others: where holders are that came after the audit began, with nothing.
        """
        trail, after = self.trail(), self._wallets(others.values())
        holders = {name: others.get(name) or self._economy.people[name].address for name in shares}
        return tuple(
            self._books(asset, cls, trail, paid=paid, shares=shares, holders=holders, after=after[asset.address])
            for asset in self.assets
        )

    def usage(self, visits: Sequence[Visit]) -> tuple[Usage, ...]:
        """What became of the quota of every visit."""
        events = [event for event in self.trail().events if isinstance(event, UsageRecorded)]
        return tuple(
            Usage(
                consumer=visit.errand.consumer,
                bought=visit.errand.quota,
                served=visit.answers.served,
                recorded=sum(event.amount for event in events if event.token_id == visit.token.id),
                left=self._left(visit),
            )
            for visit in visits
        )

    def _left(self, visit: Visit) -> int:
        consumer = self._economy.people[visit.errand.consumer].address
        dat = self._lz.dat.contract
        reserved, redeemed, _, _ = dat.reservation_of(visit.token.id, consumer, self._lz.sender.address)
        return int(visit.token.quota()) + reserved - redeemed

    def _books(
        self,
        asset: Asset,
        cls: DatClass,
        trail: Trail,
        *,
        paid: Sequence[Amount],
        shares: Mapping[str, int],
        holders: Mapping[str, str],
        after: Mapping[str, int],
    ) -> Books:
        address = to_address(asset.address)
        settled, claimed = _settled(trail, cls.id, address), _claimed(trail, cls.id, address)
        grown = {holder: now - self._before[address].get(holder, 0) for holder, now in after.items()}
        fees = _fees(trail) if address == NATIVE else {}
        return Books(
            asset=address,
            symbol=asset.symbol,
            decimals=asset.decimals,
            paid=sum(int(amount) for amount in paid if asset_of(amount) == address),
            settled=settled,
            claimed=claimed,
            pending=sum(int(token.pending(address)) for token in cls.tokens()),
            held=grown[self._lz.dat.address],
            earned={name: grown[holder] + fees.get(holder, 0) for name, holder in holders.items()},
            owed=expected(settled, shares),
        )

    def _wallets(self, others: Iterable[str] = ()) -> dict[str, dict[str, int]]:
        """The balance of every person, of the contract and of others, by asset."""
        people = (person.address for person in self._economy.people.values())
        holders = [to_address(each) for each in (*people, self._lz.dat.address, *others)]
        dollars = self._economy.dollars
        return {
            NATIVE: {holder: self._lz.engine.balance(holder) for holder in holders},
            dollars.address: {holder: int(dollars.balance(holder)) for holder in holders},
        }


def _settled(trail: Trail, class_id: int, asset: str) -> int:
    found = [event for event in trail.events if isinstance(event, RevenueSettled)]
    return sum(event.amount for event in found if (event.class_id, event.asset) == (class_id, asset))


def _claimed(trail: Trail, class_id: int, asset: str) -> int:
    found = [event for event in trail.events if isinstance(event, Claimed)]
    return sum(event.amount for event in found if (event.token_id >> 128, event.asset) == (class_id, asset))


def _fees(trail: Trail) -> dict[str, int]:
    """What each account paid for gas, in the transactions of the trail."""
    fees: dict[str, int] = {}
    for receipt in trail.receipts.values():
        fees[receipt.sender] = fees.get(receipt.sender, 0) + int(receipt.fee)
    return fees

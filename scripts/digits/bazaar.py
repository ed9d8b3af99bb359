"""What came of the lineage, its store and the payouts: as tables for people, and as JSON for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lazai_py._types import decimal_text

from .market import SYMBOL
from .pedigree import payout_checks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .gas import Operation
    from .pedigree import LineageBooks, PaidAccount, Split
    from .story import Story

_GENERATIONS = ("third generation, the tuned network", "second, the network", "first, the eight datasets")
_MEMBERS = {"service": "its operator", "holders": "its holders"}


@dataclass(frozen=True, slots=True)
class Bazaar:
    """What came of the lineage.

    Attributes:
        lineage: as text.
        books: the accounts of it, in each asset.
        accounts: who was paid what by its payout.
        operations: the gas of each kind of transaction.
    """

    lineage: str
    books: Sequence[LineageBooks]
    accounts: Sequence[PaidAccount]
    operations: Sequence[Operation]

    def checks(self) -> list[dict[str, bool]]:
        """The conservation check, sentence by sentence, each with whether it holds."""
        return [*(each.checks() for each in self.books), payout_checks(self.accounts)]

    def to_json(self) -> dict[str, Any]:
        """The result as JSON; money is in smallest units, as text."""
        return {
            "lineage": self.lineage.splitlines(),
            "assets": [_books(each) for each in self.books],
            "payouts": [self._payout(each) for each in self.accounts],
            "checks": payout_checks(self.accounts),
        }

    def tell(self, story: Story) -> None:
        """Show what each generation got, and who was paid."""
        story.table(
            "What each generation of the lineage got, and what became of it",
            ("", *(books.symbol for books in self.books)),
            self._generations(),
        )
        symbols = [f"paid {each.symbol}" for each in self.books]
        holders = [each for each in self.accounts if each.is_holder]
        story.table(
            "Who was paid by payout, one transaction each",
            ("account", "why", "claims", *symbols),
            [
                *(self._row(each.name, each.role, each.claims, [each]) for each in self.accounts if not each.is_holder),
                self._row(f"{len(holders)} accounts", f"hold {SYMBOL}", sum(each.claims for each in holders), holders),
                self._row("all", "", sum(each.claims for each in self.accounts), self.accounts),
            ],
        )

    def _generations(self) -> list[tuple[str, ...]]:
        """The way of the money, from the buyers up to the datasets."""
        rows = [("buyers paid", [books.purchases.paid for books in self.books])]
        rows += [("  to a referrer", [books.purchases.referral for books in self.books])]
        for number, name in enumerate(_GENERATIONS):
            splits = [books.generations[number] for books in self.books]
            rows += [(name, [sum(split.received for split in each) for each in splits])]
            rows += [(f"  to {member}", [_got(each, of) for each in splits]) for of, member in _MEMBERS.items()]
        rows += [("carried to the next payment", [books.carried for books in self.books])]
        return [(name, *self._texts(raw)) for name, raw in rows if any(raw)]

    def _texts(self, raw: Sequence[int]) -> list[str]:
        return [decimal_text(each, books.decimals) for each, books in zip(raw, self.books, strict=True)]

    def _row(self, name: str, role: str, claims: int, accounts: Sequence[PaidAccount]) -> tuple[str, ...]:
        paid = [sum(each.grown[books.asset] for each in accounts) for books in self.books]
        return (name, role, str(claims), *self._texts(paid))

    def _payout(self, account: PaidAccount) -> dict[str, Any]:
        return {
            "name": account.name,
            "role": account.role,
            "claims": account.claims,
            "previewed": self._by_symbol(account.previewed),
            "paid": self._by_symbol(account.grown),
        }

    def _by_symbol(self, amounts: Mapping[str, int]) -> dict[str, str]:
        return {books.symbol: str(amounts.get(books.asset, 0)) for books in self.books}


def _got(generation: Sequence[Split], member: str) -> int:
    return sum(split.got.get(member, 0) for split in generation)


def _books(books: LineageBooks) -> dict[str, Any]:
    bought = books.purchases
    figures = ("claimed", "carried", "waiting", "held", "dust")
    return {
        "symbol": books.symbol,
        "decimals": books.decimals,
        "paid": str(bought.paid),
        "referral": str(bought.referral),
        **{name: str(getattr(books, name)) for name in figures},
        "classes": [_split(split) for generation in books.generations for split in generation],
        "checks": books.checks(),
    }


def _split(split: Split) -> dict[str, Any]:
    return {
        "name": split.name,
        "received": str(split.received),
        "parts": {name: {"bps": bps, "got": str(split.got[name])} for name, bps in split.bps.items()},
        "carried": str(split.carried),
    }

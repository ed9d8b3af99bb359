"""What came of a run: as tables for people, and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from lazai_py._types import decimal_text

from .gas import DISPUTE
from .market import SHARE, SYMBOL
from .prices import asset_of
from .visits import Way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .bazaar import Bazaar
    from .books import Books, Usage
    from .exhibits import Exhibit
    from .gas import Operation
    from .shares import SaleBooks, TokenBooks
    from .story import Story
    from .takings import WorkBooks
    from .valuation import Valuation
    from .visits import Visit


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a run has to show.

    Attributes:
        seed: decides the data and the network, and so every figure but the seconds and a few units of gas: addresses
            and deadlines come from the clock, and zero bytes cost less.
        engine: what ran the chain.
        chain_id: the chain.
        contract: the address of the DataAnchoringToken.
        class_id: the class.
        layers: the sizes of the network's layers.
        accuracy: the share of held-out images, 0 to 1, that the network reads right.
        test_images: how many those are.
        valued: what each contributor's part is worth.
        cids: where each part is in the vault.
        visits: what came of each errand.
        operations: the gas of each kind of transaction.
        usage: the quota of each visit.
        books: the accounts of each asset.
        sale: the accounts of the sale of the network's token.
        token: the accounts of that token, in each asset.
        exhibits: the works.
        works: the accounts of the works.
        bazaar: what came of the lineage, its store and the payouts.
        seconds: how long it all took.
    """

    seed: int
    engine: str
    chain_id: int
    contract: str
    class_id: int
    layers: Sequence[int]
    accuracy: float
    test_images: int
    valued: Sequence[Valuation]
    cids: Mapping[str, str]
    visits: Sequence[Visit]
    operations: Sequence[Operation]
    usage: Sequence[Usage]
    books: Sequence[Books]
    sale: SaleBooks
    token: Sequence[TokenBooks]
    exhibits: Sequence[Exhibit]
    works: WorkBooks
    bazaar: Bazaar
    seconds: float

    @property
    def is_conserved(self) -> bool:
        """Whether every sentence of the conservation check holds, for every asset and for all quota."""
        checks = [each.checks() for each in self.books] + self._other_checks()
        return all(holds for sentences in checks for holds in sentences.values())

    def to_json(self) -> dict[str, Any]:
        """The result as JSON; money is in smallest units, as text, which no reader rounds."""
        return {
            "seed": self.seed,
            "chain": {"engine": self.engine, "id": self.chain_id, "contract": self.contract, "classId": self.class_id},
            "network": {"layers": list(self.layers), "testAccuracy": self.accuracy, "testImages": self.test_images},
            "contributors": [self._contributor(each) for each in self.valued],
            "consumers": [_consumer(each) for each in self.visits],
            "gas": [asdict(each) for each in self.operations],
            "conservation": {
                "holds": self.is_conserved,
                "assets": [_account(each) for each in self.books],
                "quota": [asdict(each) | {"checks": each.checks()} for each in self.usage],
                "sale": {"raised": str(self.sale.raised), "checks": self.sale.checks()},
                "token": [_token_account(each) for each in self.token],
                "works": _work_account(self.works),
            },
            "works": [each.to_json() for each in self.exhibits],
            "market": self.bazaar.to_json(),
            "buyers": [self._buyer(name) for name in self.sale.deposits],
            "seconds": round(self.seconds, 2),
        }

    def _contributor(self, valued: Valuation) -> dict[str, Any]:
        return {
            "name": valued.name,
            "cid": self.cids[valued.name],
            "samples": valued.samples,
            "firstAnchored": valued.fresh,
            "dataValue": valued.value,
            "share": valued.share,
            "earned": {books.symbol: str(books.earned[valued.name]) for books in self.books},
        }

    def tell(self, story: Story) -> None:
        """Show the tables."""
        earned = [f"earned {books.symbol}" for books in self.books]
        story.table(
            "Who earned what",
            ("contributor", "samples", "data value", "share", *earned),
            [*(self._row(each) for each in self.valued), self._token_row(), self._sums()],
        )
        self._tell_earned_by_works(story)
        claimed = [books.symbol for books in self.token]
        story.table(
            "Who bought the network, and claimed how much as its token's holder",
            ("buyer", "deposited", "back", "tokens", *claimed),
            [self._buyer_row(name) for name in self.sale.deposits],
        )
        self._tell_works(story)
        self.bazaar.tell(story)
        network = "-".join(map(str, self.layers))
        story.say(f"Test accuracy of the {network} network: {self.accuracy:.2%} of {self.test_images} held-out images.")
        story.table(
            "Gas of whole transactions",
            ("operation", "times", "least", "average", "most"),
            [
                (each.name, *(f"{n:,}" for n in (each.times, each.least, each.average, each.most)))
                for each in self.operations
            ],
        )
        self._tell_price(story)
        story.table("Conservation, in the smallest unit of each asset", ("", "holds"), self._sentences())

    def _tell_works(self, story: Story) -> None:
        """Show the works, and what they and the dispute cost."""
        story.table(
            "Works of the published network",
            ("work", "says", "verified by", "status", "owner", "gas"),
            [each.cells() for each in self.exhibits],
        )
        story.say("Each work's picture is SVG that the chain draws, with the labels on it; --json writes it down.")
        kinds = [each for each in self.operations if each.name in DISPUTE]
        moves, gas = sum(each.times for each in kinds), sum(each.times * each.average for each in kinds)
        story.say(f"The dispute took {moves} transactions of {gas:,} gas in all, those of both sides together.")

    def _tell_earned_by_works(self, story: Story) -> None:
        earned = {**self.works.earned, "all": sum(self.works.earned.values())}
        story.table(
            "How much of that was fees and royalty of works",
            ("contributor", "share", "earned ETH"),
            [(name, self._part_of(name), decimal_text(amount, 18)) for name, amount in earned.items()],
        )

    def _part_of(self, name: str) -> str:
        return self._part(self.works.shares.get(name, self._shares()))

    def _tell_price(self, story: Story) -> None:
        """Say what an inference costs on the chain, in either way."""
        by_name = {each.name: each for each in self.operations}
        calls = sum(visit.answers.served for visit in self.visits if visit.errand.way is not Way.TRANSACTIONS)
        kinds = [each for name, each in by_name.items() if name == "reserve quota" or name.startswith("redeem ")]
        gas = sum(each.times * each.average for each in kinds) // calls
        one = by_name["use quota"].average
        story.say(f"{calls} inferences were paid by voucher: {gas:,} gas each, all told; by a transaction {one:,}.")

    def _row(self, valued: Valuation) -> tuple[str, ...]:
        name, samples, _, value, _ = valued.cells()
        amounts = (decimal_text(books.earned[name], books.decimals) for books in self.books)
        return (name, samples, value, self._part(valued.share), *amounts)

    def _token_row(self) -> tuple[str, ...]:
        amounts = (decimal_text(books.earned[SYMBOL], books.decimals) for books in self.books)
        return (SYMBOL, "", "", self._part(SHARE), *amounts)

    def _sums(self) -> tuple[str, ...]:
        samples = sum(each.samples for each in self.valued)
        amounts = (decimal_text(sum(books.earned.values()), books.decimals) for books in self.books)
        return ("all", str(samples), "", self._part(self._shares()), *amounts)

    def _shares(self) -> int:
        return SHARE + sum(each.share for each in self.valued)

    def _part(self, share: int) -> str:
        return f"{100 * share / self._shares():.2f} %"

    def _buyer_row(self, name: str) -> tuple[str, ...]:
        # Rounded, so that the table fits a terminal; the JSON has every digit.
        sale = self.sale
        amounts = (each[name] / 10**18 for each in (sale.deposits, sale.refunds, sale.tokens))
        claimed = (books.holders[name].claimed / 10**books.decimals for books in self.token)
        return (name, *(f"{amount:,.3f}" for amount in amounts), *(f"{amount:.6f}" for amount in claimed))

    def _buyer(self, name: str) -> dict[str, Any]:
        sale = self.sale
        figures = {"deposited": sale.deposits, "refunded": sale.refunds, "tokens": sale.tokens}
        claimed = {books.symbol: str(books.holders[name].claimed) for books in self.token}
        return {"name": name, **{key: str(each[name]) for key, each in figures.items()}, "claimed": claimed}

    def _sentences(self) -> list[tuple[str, str]]:
        """The sentences about the contract one by one, those about contributors as one unless one of them fails."""
        shown = []
        for books in self.books:
            failed = [sentence for sentence, holds in books.contributor_checks().items() if not holds]
            everybody = f"{books.symbol}: each of {len(books.owed)} shares earned what the fractions say"
            shown += [(sentence, _mark(holds=holds)) for sentence, holds in books.contract_checks().items()]
            shown += [(sentence, _mark(holds=False)) for sentence in failed] or [(everybody, _mark(holds=True))]
        return shown + [
            (line, _mark(holds=holds)) for sentences in self._other_checks() for line, holds in sentences.items()
        ]

    def _other_checks(self) -> list[dict[str, bool]]:
        """The sentences about quota, the sale, the token, the works and the lineage."""
        quota, token = ([each.checks() for each in self.usage], [each.checks() for each in self.token])
        return [*quota, self.sale.checks(), *token, self.works.checks(), *self.bazaar.checks()]


def _mark(*, holds: bool) -> str:
    return "yes" if holds else "NO"


def _consumer(visit: Visit) -> dict[str, Any]:
    return {
        "name": visit.errand.consumer,
        "offer": visit.errand.offer,
        "way": visit.errand.way,
        "quota": visit.errand.quota,
        "asset": asset_of(visit.paid),
        "paid": str(int(visit.paid)),
        "served": visit.answers.served,
        "right": visit.answers.right,
        "unused": visit.unused,
        "refusal": type(visit.answers.refusal).__name__,
    }


def _account(books: Books) -> dict[str, Any]:
    figures = ("paid", "settled", "claimed", "pending", "held", "carried")
    return {
        "asset": books.asset,
        "symbol": books.symbol,
        "decimals": books.decimals,
        **{name: str(getattr(books, name)) for name in figures},
        "checks": books.checks(),
    }


def _token_account(books: TokenBooks) -> dict[str, Any]:
    figures = ("claimed", "recycled", "redeemed", "pending", "held")
    return {
        "symbol": books.symbol,
        "decimals": books.decimals,
        "harvested": str(books.pot.harvested),
        **{name: str(getattr(books, name)) for name in figures},
        "checks": books.checks(),
    }


def _work_account(books: WorkBooks) -> dict[str, Any]:
    figures = ("creators", "models", "royalty", "settled", "burnt", "bonds", "left")
    return {
        **{name: str(getattr(books, name)) for name in figures},
        "moved": {name: str(amount) for name, amount in books.moved.items()},
        "earned": {name: str(amount) for name, amount in books.earned.items()},
        "checks": books.checks(),
    }

"""Three generations of classes, and a store that sells the youngest: its money flows up to the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from lazai_py import NATIVE, MintOrder, wei
from lazai_py.market import Parent, Permission, Purpose

from .pedigree import weights
from .prices import UNIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lazai_py import Address, Amount, DatClass, LazAI, Token
    from lazai_py.market import Lineage, Offer
    from lazai_py.vault import Cid

    from .audit import Asset
    from .economy import Economy
    from .valuation import Valuation

KEEPER = "pete"
"""Who has everybody paid: anybody may, and gets nothing by it."""

TUNERS = {"quin": 2_000, "rosa": 1_000}
"""Who tuned the second model, and their shares in it."""

REFERRER = "jack"
NOTICE = timedelta(days=7)
"""How long before they are in force new terms of a class that has holders are announced."""
REFERRAL_BPS = 500

LEAST_BPS = 50
"""The least part for which a dataset lets others train on it."""
_DATASETS_BPS, _MODEL_SERVICE_BPS = 6_000, 1_000
_MODEL_BPS, _TUNED_SERVICE_BPS = 4_000, 1_500
_SUPPLY = 1_000


@dataclass(frozen=True, slots=True)
class Errand:
    """What a buyer buys from the store.

    Attributes:
        buyer: who.
        asset: the place of the offer: 0 in the native coin, 1 in dollars.
        quota: how much.
        tops_up: whether it goes to the token that the buyer bought last.
        referrer: who sent the buyer; None for nobody.
    """

    buyer: str
    asset: int
    quota: int
    tops_up: bool = False
    referrer: str | None = None


ERRANDS = (
    Errand("ivy", 0, 41),
    Errand("jack", 1, 131),
    Errand("ivy", 0, 67, tops_up=True),
    Errand("kim", 0, 53, referrer=REFERRER),
)


class Descent:
    """The lineage, its store and its payouts.

    Args:
        economy: whose people and operator.
        model: the class of the network, which becomes the second generation.
        assets: what money there is.
    """

    def __init__(self, economy: Economy, model: DatClass, assets: Sequence[Asset]) -> None:
        self.economy, self.model, self.assets = economy, model, assets
        self.lz: LazAI = economy.lz
        chain = self.lz.chain
        self.keeper = self.lz.as_account(chain.actor(KEEPER))
        self.tuners = {name: self.lz.as_account(chain.actor(name)) for name in TUNERS}
        self.datasets: dict[str, DatClass] = {}
        self.paid = {asset.address: 0 for asset in assets}
        self.referred: dict[str, list[int]] = {asset.address: [] for asset in assets}
        self._bought: dict[str, Token] = {}

    # --- three generations ---

    def open_datasets(self, parts: Mapping[str, Cid]) -> None:
        """Each contributor makes its part a class that it holds, and lets anybody train on it for a least part."""
        for name in self.economy.contributors:
            lz = self.economy.people[name]
            dataset = lz.dat.create_class({"name": f"{name}'s digits"}, data={name: parts[name]})
            dataset.mint(lz, share=1)
            purposes = Purpose.TRAIN | Purpose.EVALUATE
            lz.router.set_derivation(dataset, Permission.OPEN, least_bps=LEAST_BPS, purposes=purposes)
            self.datasets[name] = dataset

    def derive(self, valued: Sequence[Valuation]) -> str:
        """The model names the datasets as its parents, by their values; a week later that is in force.

        Returns:
            The terms that then are in force.
        """
        parts = weights([each.value for each in valued], whole=_DATASETS_BPS, least=LEAST_BPS)
        parents = [Parent(self.datasets[each.name], bps) for each, bps in zip(valued, parts, strict=True)]
        self.lz.router.set_terms(self.model, service=(self.lz, _MODEL_SERVICE_BPS), parents=parents)
        self.lz.chain.advance(NOTICE)
        return str(self.lz.router.terms(self.model))

    def tune(self) -> str:
        """A second model is tuned from the first, by two people who hold it; returns its terms."""
        lz = self.lz
        self.tuned = lz.dat.create_class({"name": "The network, tuned for postcodes"}, unit=UNIT)
        lz.router.consent(self.model, self.tuned, least_bps=_MODEL_BPS, purposes=Purpose.FINE_TUNE)
        parents = [Parent(self.model, _MODEL_BPS, Purpose.FINE_TUNE)]
        terms = lz.router.set_terms(self.tuned, service=(lz, _TUNED_SERVICE_BPS), parents=parents)
        self.tuned.mint_many([MintOrder(self.tuners[name].address, share=share) for name, share in TUNERS.items()])
        return str(terms)

    def lineage(self) -> Lineage:
        """The tuned model, and what it was made from."""
        return self.lz.lineage(self.tuned)

    # --- the store ---

    def open_store(self) -> tuple[Offer, ...]:
        """The operator names the store a minter, and offers quota in both assets, cheaper by quantity."""
        amount = self.economy.dollars.amount
        prices: tuple[dict[int, Amount], ...] = (
            {1: wei(777_777_777_777_777), 50: wei(555_555_555_555_557)},
            {1: amount("0.031007"), 100: amount("0.023003")},
        )
        self.offers = tuple(
            self.lz.store.offer(self.tuned, price, supply=_SUPPLY, referral_bps=REFERRAL_BPS) for price in prices
        )
        return self.offers

    def buy(self, errand: Errand) -> Amount:
        """A buyer goes to the store; returns by how much its wallet shrank, the fee for gas not counted."""
        buyer, offer = self.economy.people[errand.buyer], self.offers[errand.asset]
        before = balance(self.lz, offer.asset, buyer.address)
        referrer = NATIVE if errand.referrer is None else self.economy.people[errand.referrer].address
        top_up = self._bought[errand.buyer] if errand.tops_up else None
        self._bought[errand.buyer] = buyer.store.buy(offer, errand.quota, top_up=top_up, referrer=referrer)
        receipt = buyer.last_receipt
        fee = int(receipt.fee) if receipt is not None and offer.asset == NATIVE else 0
        paid = before - balance(self.lz, offer.asset, buyer.address) - fee
        self.paid[offer.asset] += paid
        if errand.referrer is not None:
            self.referred[offer.asset].append(paid)
        return self.amount(offer.asset, paid)

    def quota_of(self, buyer: str) -> int:
        """What the token that a buyer bought is good for."""
        return int(self._bought[buyer].quota())

    # --- where the money goes ---

    def flow(self) -> tuple[dict[int, Amount], dict[int, Amount]]:
        """Anybody lets the coins flow up to the first generation, and the dollars one hop; returns what moved."""
        router, (coin, dollar) = self.keeper.router, self.assets
        return router.flow_up(self.tuned, asset=coin.address), router.flow(self.model, asset=dollar.address)

    def amount(self, asset: str, raw: int) -> Amount:
        """An amount of an asset."""
        return wei(raw) if asset == NATIVE else self.economy.dollars.raw(raw)

    def told(self, amounts: Mapping[str, int]) -> str:
        """Amounts by asset, for people, in the order of the assets."""
        found = (self.amount(asset.address, amounts.get(asset.address, 0)) for asset in self.assets)
        return " and ".join(str(amount) for amount in found if amount)


def balance(lz: LazAI, asset: str, owner: Address) -> int:
    """What an account has of an asset, in its smallest unit."""
    return int(lz.balance(owner) if asset == NATIVE else lz.erc20(asset).balance(owner))

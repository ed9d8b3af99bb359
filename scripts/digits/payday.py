"""Everybody behind the lineage is paid by one call each; the books of it, from events, wallets and the reckoning."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lazai_py._contract.bindings.revenue_router import Flowed, Owed, Paid, PassedUp
from lazai_py._types import to_address

from .books import expected
from .descent import REFERRAL_BPS, REFERRER, TUNERS, balance
from .gas import Trail
from .market import BUYERS, CLAIM_PERCENT, FOR_CREATOR, SYMBOL, TREASURY
from .pedigree import LineageBooks, PaidAccount, Purchases, Split
from .shares import Pot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lazai_py import Address, DatClass, LazAI

    from .audit import Asset
    from .descent import Descent
    from .gas import Operation
    from .market import Market
    from .shares import SaleBooks

OPERATOR, MODEL, TUNED = "operator", "model", "tuned model"


class Payday:
    """Pays everybody; made before anything is paid, for it looks into the contracts then.

    Args:
        descent: the lineage.
        market: the network's own token, which holds a share of the model.
        shares: every share of the model, by its holder's name.
        sale: who holds that token, and one of them burnt its tokens.
    """

    def __init__(self, descent: Descent, market: Market, shares: Mapping[str, int], sale: SaleBooks) -> None:
        self._descent, self._market, self._shares = descent, market, shares
        self._lz: LazAI = descent.lz
        people = {name: descent.economy.people[name].address for name in descent.economy.contributors}
        people |= {OPERATOR: self._lz.sender.address}
        holders = {name: buyer.address for name, buyer in market.buyers.items()} | {TREASURY: market.treasury.address}
        del holders[BUYERS[0]]
        self.people: dict[str, Address] = {
            **people,
            **{name: tuner.address for name, tuner in descent.tuners.items()},
            **holders,
        }
        self._tokens = {**sale.tokens, TREASURY: sale.treasury}
        self._since = self._lz.engine.block().number + 1
        self._before = {asset.address: _settled(descent.model, asset.address) for asset in descent.assets}
        self._begun = {asset.address: self._held(asset.address) for asset in descent.assets}
        self._supply = int(market.token.supply())
        # What rounding left over of the tokens on sale is the treasury's, once everybody has collected.
        self._left_over = sale.custody - int(market.token.amount(FOR_CREATOR))
        self._harvested: Mapping[str, int] = {}
        self._referral: dict[str, int] = {}

    def prepare(self) -> Mapping[str, int]:
        """Anybody pulls the part of the network's own token into it, and has it split; returns what there was."""
        self._harvested = {str(asset): amount for asset, amount in self._market.harvest().items()}
        self._market.split()
        return self._harvested

    def refer(self) -> Mapping[str, int]:
        """The referrer has its part out of the store, where it waits; returns how much, by asset."""
        store, to = self._descent.keeper.store.contract, self._descent.economy.people[REFERRER].address
        for asset in self._addresses():
            before = balance(self._lz, asset, to)
            if store.referral_of(to, asset):
                store.pay_referral(to, asset).send(self._descent.keeper.sender)
            self._referral[asset] = balance(self._lz, asset, to) - before
        return self._referral

    def pay(self, name: str) -> PaidAccount:
        """Look at what an account would get, have it paid, and look into its wallet."""
        account = self.people[name]
        payout = self._descent.keeper.payout(account)
        before = self._wallet(account)
        preview = payout.preview()
        outcome = payout.run(preview)
        after = self._wallet(account)
        return PaidAccount(
            name=name,
            role=self._role(name),
            is_holder=name in self._tokens,
            claims=len(preview.claims),
            previewed={asset: int(amount) for asset, amount in preview.received.items()},
            received={asset: int(amount) for asset, amount in outcome.received.items()},
            grown={asset: after[asset] - before[asset] for asset in after},
            owed={},
        )

    def _role(self, name: str) -> str:
        if name in self._shares:
            return "dataset and model"
        if name == OPERATOR:
            return "runs both models"
        return "tuned the second" if name in TUNERS else f"holds {SYMBOL}"

    # --- the books ---

    def books(self, accounts: Sequence[PaidAccount]) -> tuple[LineageBooks, ...]:
        """The accounts of the lineage, in each asset, after everybody was paid."""
        trail = Trail.of((self._lz.router.contract,), self._since)
        return tuple(self._books(asset, trail, accounts) for asset in self._descent.assets)

    def _books(self, asset: Asset, trail: Trail, accounts: Sequence[PaidAccount]) -> LineageBooks:
        descent, of = self._descent, asset.address
        classes = (descent.tuned, descent.model, *descent.datasets.values())
        waiting, (held, dust) = self._waiting(of, classes), self._held(of)
        behind = [each for each in accounts if not each.is_holder]
        return LineageBooks(
            asset=of,
            symbol=asset.symbol,
            decimals=asset.decimals,
            purchases=Purchases(descent.paid[of], descent.referred[of], REFERRAL_BPS, self._referral[of]),
            generations=self._generations(of, trail),
            waiting=waiting,
            held=held - self._begun[of][0],
            claimed=sum(each.grown[of] for each in behind) + self._harvested[of],
            dust=dust - self._begun[of][1],
            shares=len(self._shares) + len(TUNERS) + len(descent.datasets),
        )

    def _generations(self, asset: str, trail: Trail) -> tuple[tuple[Split, ...], ...]:
        descent = self._descent
        datasets = [self._split(f"{name}'s data", each, asset, trail) for name, each in descent.datasets.items()]
        models = (
            self._split(name, cls, asset, trail) for name, cls in ((TUNED, descent.tuned), (MODEL, descent.model))
        )
        return (*((each,) for each in models), tuple(datasets))

    def _split(self, name: str, cls: DatClass, asset: str, trail: Trail) -> Split:
        """What a class received, and gave its members, by the router's events; its holders, by those of the class."""
        events = [each for each in trail.events if getattr(each, "class_id", None) == cls.id]
        of_asset = [each for each in events if getattr(each, "asset", None) == asset]
        terms, names = self._lz.router.terms(cls), self._names()
        bps = {names[parent.id]: parent.bps for parent in terms.parents} | {"holders": terms.holders_bps}
        got: Counter[str] = Counter(dict.fromkeys(bps, 0))
        if terms.service is not None:
            bps["service"], got["service"] = terms.service.bps, 0
        received = 0
        for event in of_asset:
            match event:
                case Paid() | Flowed():
                    received += event.amount
                case PassedUp():
                    got[names[event.parent_id]] += event.amount
                case Owed():
                    got["service"] += event.amount
        before = self._before[asset] if cls.id == self._descent.model.id else 0
        got["holders"] = _settled(cls, asset) - before
        return Split(name, received, bps, dict(got), int(self._lz.router.pots(cls, asset=asset).carried))

    def _names(self) -> dict[int, str]:
        descent = self._descent
        return {each.id: f"{name}'s data" for name, each in descent.datasets.items()} | {descent.model.id: MODEL}

    def _waiting(self, asset: str, classes: Sequence[DatClass]) -> int:
        router = self._lz.router
        pots = [router.pots(cls, asset=asset) for cls in classes]
        owed = sum(int(router.owed(account, asset=asset)) for account in self.people.values())
        return owed + sum(int(each.received) + int(each.held) for each in pots)

    # --- what the rules say ---

    def reckon(self, account: PaidAccount, books: Sequence[LineageBooks]) -> dict[str, int]:
        """What an account should have been paid, in each asset, by the rules and by what the classes' holders got."""
        owed = {each.asset: self._owed(account.name, each) for each in books}
        return owed | {self._market.token.address: self._left_over} if account.name == TREASURY else owed

    def _owed(self, name: str, books: LineageBooks) -> int:
        (tuned,), (model,), datasets = books.generations
        if name == OPERATOR:
            return tuned.got["service"] + model.got["service"]
        if name in TUNERS:
            return expected(tuned.got["holders"], TUNERS)[name]
        if name in self._shares:
            own = next(each for each in datasets if each.name == f"{name}'s data")
            return own.got["holders"] + self._of_model(name, model.got["holders"], books.asset)
        revenue = self._harvested[books.asset]
        return Pot(revenue, CLAIM_PERCENT * 100, self._supply, 0).part(revenue, self._tokens[name])

    def _of_model(self, name: str, settled: int, asset: str) -> int:
        before = self._before[asset]
        return expected(before + settled, self._shares)[name] - expected(before, self._shares)[name]

    # --- wallets ---

    def operations(self) -> list[Operation]:
        """The gas of terms, purchases, flows and payouts."""
        lz = self._lz
        return Trail.of((lz.router.contract, lz.store.contract, lz.payout().contract), self._since).operations()

    def _addresses(self) -> list[str]:
        return [asset.address for asset in self._descent.assets]

    def _wallet(self, account: Address) -> dict[str, int]:
        wanted = [*self._addresses(), self._market.token.address]
        return {asset: balance(self._lz, asset, account) for asset in wanted}

    def _held(self, asset: str) -> tuple[int, int]:
        """What lies in router and store, and in the DataAnchoringToken."""
        lz = self._lz
        between = (lz.router.address, lz.store.contract.address)
        return sum(balance(lz, asset, each) for each in between), balance(lz, asset, lz.dat.address)


def _settled(cls: DatClass, asset: str) -> int:
    return int(cls.settled().get(to_address(asset), 0))

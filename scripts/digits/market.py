"""The network's own token: sold to twenty buyers at once, given a share of the revenue, and paying its holders."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lazai_py import NATIVE, ether, wei
from lazai_py.offerings import OfferingTerms
from lazai_py.revshare import RevShareTerms

from .shares import Holding, Pot, SaleBooks, TokenBooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lazai_py import Address, DatClass, LazAI
    from lazai_py._contract.contract import Contract
    from lazai_py.offerings import Offering
    from lazai_py.revshare import RevShare

    from .economy import Economy

BUYERS = tuple(f"buyer {number:02}" for number in range(1, 21))
TREASURY = "treasury"
SYMBOL = "DIGITS"
SHARE = 2_500
"""The token's share of the class's revenue, beside the 10,000 of the contributors: a fifth of all."""

_FUNDS = ether(10)
_SUPPLY, _FOR_SALE, FOR_CREATOR = 1_000_000, 600_000, 250_000
_TARGET, _SOFT_CAP = ether(10), ether(4)
# Amounts that do not divide evenly, so that something is left to be accounted for.
_STEP = 100_000_000_000_000_003
CLAIM_PERCENT = 60
_SALE, _INTERVAL, _YEAR = timedelta(days=7), timedelta(days=1), timedelta(days=365)


class Market:
    """The sale of the network's token, and what its holders have of it.

    Args:
        economy: whose network; its operator is the creator.
        cls: the network's class.
    """

    def __init__(self, economy: Economy, cls: DatClass) -> None:
        self._lz: LazAI = economy.lz
        self._cls = cls
        self.dollars = economy.dollars
        self.buyers = {name: self._lz.as_account(self._lz.chain.actor(name, _FUNDS)) for name in BUYERS}
        self.treasury = self._lz.as_account(self._lz.chain.actor(TREASURY))
        self.offering: Offering = self._lz.offerings.create(cls, self._terms(), salt=cls.id.to_bytes(32, "big"))
        self.token: RevShare = self.offering.token
        self.deposits: dict[str, int] = {}

    def _terms(self) -> OfferingTerms:
        token = RevShareTerms(
            name="Handwritten digits",
            symbol=SYMBOL,
            supply=_SUPPLY,
            claim_percent=CLAIM_PERCENT,
            min_interval=_INTERVAL,
            revenue_tokens=(self.dollars.address,),
        )
        return OfferingTerms(
            token=token,
            for_sale=_FOR_SALE,
            for_creator=FOR_CREATOR,
            target=_TARGET,
            soft_cap=_SOFT_CAP,
            ends=_SALE,
            treasury=self.treasury.address,
            vesting=_YEAR,
        )

    def contracts(self) -> tuple[Contract, ...]:
        """Where the sale and the token leave their events."""
        return (self._lz.offerings.contract, self.offering.contract, self.token.contract)

    # --- the sale ---

    def subscribe(self) -> None:
        """Each buyer deposits, the second twice as much as the first, and so on."""
        for number, (name, buyer) in enumerate(self.buyers.items(), 1):
            deposit = wei(number * _STEP)
            self.deposits[name] = int(buyer.offerings.at(self.offering.address).deposit(deposit))

    def settle(self) -> SaleBooks:
        """A week later the operator closes the sale and has everybody collect; returns the books of it."""
        self._lz.chain.advance(_SALE)
        self.offering.close()
        before = self._coins()
        for buyer in self.buyers.values():
            self.offering.collect(buyer)
        after = self._coins()
        proceeds = self.offering.release()
        terms = self.offering.terms()
        return SaleBooks(
            target=terms.target,
            for_sale=terms.sale_supply,
            supply=int(self.token.supply()),
            deposits=self.deposits,
            refunds={name: after[name] - before[name] for name in self.buyers},
            tokens={name: int(self.token.balance(buyer)) for name, buyer in self.buyers.items()},
            proceeds=int(proceeds),
            left=int(self._lz.balance(self.offering.address)),
            treasury=int(self.token.balance(self.treasury)),
            custody=int(self.token.balance(self.offering)),
        )

    def endow(self) -> None:
        """The token gets its share of the class's revenue, as a position that it holds itself."""
        self._cls.mint(to=self.token.address, share=SHARE)

    # --- the revenue ---

    def harvest(self) -> dict[Address, int]:
        """Anybody pulls the token's part of the revenue into the token; returns what came, by asset."""
        return {asset: int(amount) for asset, amount in self.token.harvest().items()}

    def share(self, harvested: Mapping[Address, int], sale: SaleBooks) -> tuple[TokenBooks, ...]:
        """Two snapshots, after each of which everybody claims; then a buyer redeems all its tokens.

        What tokens in custody of the offering have of the first is given back, and is split by the second.
        """
        begun = {asset: self._wallets(asset) for asset in harvested}
        self._distribute()
        recycled = {asset: int(amount) for asset, amount in self.offering.recycle(sorted(harvested)).items()}
        self._distribute()
        ended = {asset: self._wallets(asset) for asset in harvested}
        balances = {**sale.tokens, TREASURY: sale.treasury}
        claimed = {asset: {name: ended[asset][name] - begun[asset][name] for name in balances} for asset in harvested}
        quoted, redeemed = self._redeem(BUYERS[0])
        return tuple(
            TokenBooks(
                symbol=f"{SYMBOL} {'ETH' if asset == NATIVE else self.dollars.symbol}",
                decimals=18 if asset == NATIVE else self.dollars.decimals,
                pot=Pot(harvested[asset], CLAIM_PERCENT * 100, sale.supply, sale.custody),
                holders={name: Holding(balance, claimed[asset][name]) for name, balance in balances.items()},
                recycled=recycled.get(asset, 0),
                burnt=sale.tokens[BUYERS[0]],
                quoted=quoted[asset],
                redeemed=redeemed[asset],
                pending=int(self.token.claimable(self.offering)[asset]),
                held=self._balance(asset, self.token.address),
            )
            for asset in harvested
        )

    def split(self) -> None:
        """A snapshot is taken of who holds the token, and splits what came since the last."""
        self._lz.chain.advance(_INTERVAL)
        self.token.snapshot()
        self._lz.chain.mine()

    def _distribute(self) -> None:
        """A snapshot is taken, and the operator has everybody claim."""
        self.split()
        for holder in (*self.buyers.values(), self.treasury):
            self.token.claim_all(account=holder)

    def _redeem(self, name: str) -> tuple[dict[Address, int], dict[Address, int]]:
        """A buyer burns all it has; returns what was quoted and by how much its wallet grew, fee not counted."""
        buyer = self.buyers[name]
        token = buyer.revshare(self.token.address)
        amount = token.balance()
        quote = token.quote_redeem(amount)
        before = {asset: self._balance(asset, buyer.address) for asset in quote.pays}
        token.redeem(amount, at_least=quote)
        receipt = buyer.last_receipt
        fee = 0 if receipt is None else int(receipt.fee)
        grown = {
            asset: self._balance(asset, buyer.address) - held + (fee if asset == NATIVE else 0)
            for asset, held in before.items()
        }
        return {asset: int(pays) for asset, pays in quote.pays.items()}, grown

    def _coins(self) -> dict[str, int]:
        return self._wallets(NATIVE)

    def _wallets(self, asset: Address) -> dict[str, int]:
        people = self.buyers | {TREASURY: self.treasury}
        return {name: self._balance(asset, each.address) for name, each in people.items()}

    def _balance(self, asset: Address, owner: Address) -> int:
        return int(self._lz.balance(owner) if asset == NATIVE else self.dollars.balance(owner))

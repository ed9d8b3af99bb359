"""What an account is owed by the store and the exchange: referrals, and payments that it refused before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lazai_py._contract.bindings.access_store import AccessStore, Bought
from lazai_py._contract.bindings.dat_exchange import DatExchange, PaymentKept
from lazai_py._types import Address
from lazai_py.payout.due import GAS, Due


@dataclass(frozen=True, slots=True)
class Trade:
    """Where access is bought, and where tokens and quota change hands.

    Parameters:
        store: the store.
        exchange: the exchange.
        since: the block that their events start in.
    """

    store: AccessStore
    exchange: DatExchange
    since: int

    def due_to(self, account: Address) -> Iterator[Due]:
        """Yield the calls that pay an account what it is owed here."""
        for asset in self._referred(account):
            if self.store.referral_of(account, asset):
                yield Due("referrals", self.store.pay_referral(account, asset), GAS, (asset,), account)
        for asset in self._refused(account):
            if self.exchange.kept_for(account, asset):
                withdrawal = self.exchange.withdraw(account, asset, account)
                yield Due("what the exchange keeps", withdrawal, GAS, (asset,), account)

    def _referred(self, account: Address) -> dict[Address, None]:
        """Return the assets in which an account was ever named as referrer."""
        sales = self.store.events(Bought, since=self.since)
        offers = dict.fromkeys(each.offer_id for each in sales if each.referral and each.referrer == account)
        return {self.store.offer_of(offer_id).asset: None for offer_id in offers}

    def _refused(self, account: Address) -> dict[Address, None]:
        """Return the assets in which a payment to an account ever failed."""
        return dict.fromkeys(each.asset for each in self.exchange.events(PaymentKept, account, since=self.since))

"""What burning pays: the quote before, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from lazai_py._contract.bindings.rev_share_token import PaymentFailed, Redeemed, RevShareToken
from lazai_py._contract.intent import Sent
from lazai_py._types import NATIVE, Address, Amount, TokenAmount
from lazai_py.dat.reads import read_many
from lazai_py.dat.terms import total
from lazai_py.revshare.context import Context
from lazai_py.revshare.errors import QuoteNotMet


@dataclass(frozen=True, slots=True)
class RedemptionQuote:
    """What burning pays now, to the smallest unit, by asset.

    It gets better only, as long as the assets stay revenue: what others burn never lowers what a token redeems.

    Parameters:
        burns: how much.
        pays: in every asset that is revenue, zeros included.
    """

    burns: TokenAmount
    pays: Mapping[Address, Amount]

    def __str__(self) -> str:
        return f"burning {self.burns} pays {listed(self.pays)}"


@dataclass(frozen=True, slots=True)
class Redemption:
    """What a burn came to.

    Parameters:
        burnt: how much.
        paid: what arrived, by asset.
        owed: what could not be paid, by asset; `claim_all` tries again.
    """

    burnt: TokenAmount
    paid: Mapping[Address, Amount]
    owed: Mapping[Address, Amount]

    def __str__(self) -> str:
        owed = f"; still owed {listed(self.owed)}" if self.owed else ""
        return f"burnt {self.burnt} for {listed(self.paid)}{owed}"


def quote(context: Context, raw: int, assets: tuple[Address, ...] | None = None) -> RedemptionQuote:
    """Return what burning pays in some assets; in all that are revenue when left out.

    Raises:
        ExceedsSupply: there are fewer tokens.
    """
    wanted = (NATIVE, *context.contract.revenue_tokens()) if assets is None else assets
    raws = read_many(context.contract, [_view(asset, raw) for asset in wanted])
    return RedemptionQuote(context.tokens(raw), context.amounts(wanted, raws))


def check(least: RedemptionQuote | Mapping[Address, Amount], now: RedemptionQuote) -> None:
    """Hold a quote of now against the least that is asked for.

    Raises:
        QuoteNotMet: it pays less of an asset.
    """
    for asset, amount in (least.pays if isinstance(least, RedemptionQuote) else least).items():
        pays = now.pays.get(asset, amount - amount)  # type: ignore[operator]
        if pays < amount:  # type: ignore[operator]
            raise QuoteNotMet(amount, pays)


def outcome(context: Context, raw: int, sent: Sent) -> Redemption:
    """Return what a mined burn came to."""
    failed = total([context.amount(event.asset, event.amount) for event in sent.all(PaymentFailed)])
    redeemed = [context.amount(event.asset, event.amount) for event in sent.all(Redeemed) if event.asset not in failed]
    return Redemption(context.tokens(raw), total(redeemed), failed)


def listed(amounts: Mapping[Address, Amount]) -> str:
    """Return amounts in one line, without zeros."""
    return ", ".join(str(amount) for amount in amounts.values() if amount) or "nothing"


def _view(asset: Address, raw: int) -> partial[int]:
    if asset == NATIVE:
        return partial(RevShareToken.redeemable_on_burn, amount=raw)
    return partial(RevShareToken.redeemable_erc20_on_burn, amount=raw, token=asset)

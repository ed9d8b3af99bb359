"""The chapters about the lineage: what derives from what, who buys, where the money goes, and who is paid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .bazaar import Bazaar
from .descent import ERRANDS, KEEPER, LEAST_BPS, NOTICE, REFERRER
from .market import SYMBOL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lazai_py import Amount
    from lazai_py.vault import Cid

    from .descent import Descent, Errand
    from .payday import Payday
    from .pedigree import PaidAccount
    from .story import Story
    from .valuation import Valuation


def trade(
    descent: Descent, payday: Payday, valued: Sequence[Valuation], parts: Mapping[str, Cid], story: Story
) -> Bazaar:
    """Derive three generations, sell the youngest, and pay everybody."""
    lineage = _derive(descent, valued, parts, story)
    _sell(descent, story)
    _flow(descent, story)
    accounts = _pay(descent, payday, story)
    books = payday.books(accounts)
    owed = [replace(each, owed=payday.reckon(each, books)) for each in accounts]
    return Bazaar(lineage, books, owed, payday.operations())


def _derive(descent: Descent, valued: Sequence[Valuation], parts: Mapping[str, Cid], story: Story) -> str:
    story.chapter("Each part becomes a dataset of its own; the network derives from all, and a tuned one from that")
    descent.open_datasets(parts)
    story.say(
        f"{len(parts)} classes, each its contributor's: anybody may train on one for at least {LEAST_BPS / 100:g} %"
    )
    story.say(f"the network's class gets new terms, which all may see for {NOTICE.days} days before they are in force:")
    story.say(f"  {descent.derive(valued)}")
    story.say(f"the tuned network: {descent.tune()}")
    lineage = str(descent.lineage())
    for line in lineage.splitlines():
        story.say(f"  {line}", style="yellow")
    story.say("a parent is owed its least part whatever its data is worth, and the rest by its KNN-Shapley value")
    return lineage


def _sell(descent: Descent, story: Story) -> None:
    story.chapter("The tuned network is for sale in a store: a purchase mints quota, and splits the price by the terms")
    for offer in descent.open_store():
        tiers = ", ".join(f"{tier.price} from {tier.least} on" for tier in offer.tiers)
        story.say(f"offer {offer.id}: an inference for {tiers}; {offer.referral_bps / 100:g} % for who refers a buyer")
    for errand in ERRANDS:
        paid = descent.buy(errand)
        story.say(f"{errand.buyer} {_told(errand)} for {paid}: its token is good for {descent.quota_of(errand.buyer)}")


def _told(errand: Errand) -> str:
    top_up = f"tops its token up by {errand.quota}"
    bought = top_up if errand.tops_up else f"buys a token with {errand.quota} inferences"
    return bought if errand.referrer is None else f"{bought}, sent by {errand.referrer},"


def _flow(descent: Descent, story: Story) -> None:
    story.chapter("The money flows up: anybody may push it on, hop by hop, and nobody on the way can stop it")
    coins, dollars = descent.flow()
    story.say(f"the coins, by all hops in one transaction: {_hops(descent, coins)}")
    story.say(f"the dollars, by one hop: {_hops(descent, dollars)}; what is the datasets' waits in their names")


def _hops(descent: Descent, moved: Mapping[int, Amount]) -> str:
    """What flowed through the model, and through all datasets together."""
    first = [amount for class_id, amount in moved.items() if class_id == descent.model.id]
    others = [amount for class_id, amount in moved.items() if class_id != descent.model.id]
    hops = [f"{amount} through the network's class" for amount in first]
    hops += [f"{sum(others[1:], others[0])} of it through the {len(others)} datasets"] if others else []
    return ", ".join(hops)


def _pay(descent: Descent, payday: Payday, story: Story) -> tuple[PaidAccount, ...]:
    story.chapter("Payday: lz.payout(account).run() finds all that an account is owed anywhere, one transaction each")
    harvested = payday.prepare()
    story.say(
        f"{SYMBOL}, a contract, pulls in its part, {descent.told(harvested)}, and a snapshot splits it for its holders"
    )
    story.say(f"{REFERRER} has {descent.told(payday.refer())} out of the store, for sending a buyer")
    accounts = tuple(payday.pay(name) for name in payday.people)
    for each in accounts:
        if not each.is_holder:
            story.say(f"{each.name:<8} {descent.told(each.received)}, by {each.claims} claims")
    holders = sum(each.is_holder for each in accounts)
    story.say(f"and {holders} holders of {SYMBOL}; {KEEPER} sent all of it, paid the gas, and got nothing by it")
    right = sum(each.is_as_previewed for each in accounts)
    story.say(f"{right} of {len(accounts)} got exactly what preview() had said")
    return accounts

"""The demo from its first block to its last, told as it happens."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from lazai_py import NATIVE, wei
from lazai_py._types import decimal_text

from .audit import Audit
from .data import first_anchored, load
from .descent import Descent
from .economy import Economy
from .exhibition import exhibit
from .market import BUYERS, SHARE, SYMBOL, Market
from .network import Network
from .payday import Payday
from .prices import asset_of
from .report import Result
from .service import serving
from .trading import trade
from .valuation import TOTAL_SHARE, appraise
from .visits import ERRANDS, Way
from .works import Gallery

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lazai_py import Address, Amount, DatClass, LazAI
    from lazai_py.vault import Cid

    from .data import Digits
    from .shares import SaleBooks, TokenBooks
    from .story import Story
    from .valuation import Valuation
    from .visits import Visit


def run(lz: LazAI, seed: int, story: Story) -> Result:
    """Run the demo on a local chain.

    Args:
        lz: the operator on a local chain with the contracts.
        seed: decides the data and the network.
        story: is told what happens.
    """
    digits = load(seed)
    economy = Economy(lz, [part.name for part in digits.parts])
    cids = _anchor(economy, digits, story)
    valued = _appraise(digits, story)
    network = _train(digits, seed, story)

    audit = Audit(economy)
    cls = _found(economy, valued, cids, network, story)
    market, sale = _offer(economy, cls, story)
    visits = _serve(economy, cls, network, digits, story)
    _claim(economy, story)
    harvested = market.harvest()
    gallery = exhibit(Gallery(economy, cls, market.token, digits.test), story)
    shares = {each.name: each.share for each in valued} | {SYMBOL: SHARE}
    paid = [visit.paid for visit in visits]
    earned = _claim_again(economy, market, story)
    works = gallery.books(earned, sum(int(each) for each in paid if asset_of(each) == NATIVE), shares)
    books = audit.close(cls, [*paid, wei(gallery.rules.models)], shares, {SYMBOL: market.token.address})
    token = _share(market, _together(harvested, earned[SYMBOL]), sale, story)
    operations = audit.trail(*market.contracts(), *gallery.contracts()).operations()
    descent = Descent(economy, cls, audit.assets)
    bazaar = trade(descent, Payday(descent, market, shares, sale), valued, cids, story)
    return Result(
        seed=seed,
        engine=type(lz.engine).__name__.removesuffix("Engine"),
        chain_id=lz.chain_id,
        contract=lz.dat.address,
        class_id=cls.id,
        layers=network.layers,
        accuracy=network.accuracy(digits.test),
        test_images=len(digits.test),
        valued=valued,
        cids={name: str(cid) for name, cid in cids.items()},
        visits=visits,
        operations=[*operations, *bazaar.operations],
        usage=audit.usage(visits),
        books=books,
        sale=sale,
        token=token,
        exhibits=gallery.exhibits(),
        works=works,
        bazaar=bazaar,
        seconds=story.seconds,
    )


def _anchor(economy: Economy, digits: Digits, story: Story) -> dict[str, Cid]:
    story.chapter("Eight contributors put handwritten digits into the vault")
    cids = economy.anchor(digits.parts)
    first: dict[Cid, str] = {}
    for part in digits.parts:
        cid = cids[part.name]
        copied = f" the same as {first[cid]}'s" if cid in first else ""
        story.say(f"{part.name:<5} {len(part)} images {cid}{copied}")
        first.setdefault(cid, part.name)
    return cids


def _appraise(digits: Digits, story: Story) -> tuple[Valuation, ...]:
    story.chapter(f"What is each part worth? KNN-Shapley on {len(digits.validation)} images that no part holds")
    valued = appraise(digits.parts, digits.validation)
    for each in valued:
        _, samples, fresh, value, share = each.cells()
        story.say(f"{each.name:<5} {fresh} of {samples} images are new; they are worth {value}; share {share}")
    return valued


def _train(digits: Digits, seed: int, story: Story) -> Network:
    story.chapter("A network learns from them")
    network = Network(first_anchored(digits.parts), seed=seed)
    right = network.accuracy(digits.test)
    story.say(f"{'-'.join(map(str, network.layers))}, right on {right:.1%} of {len(digits.test)} images it never saw")
    return network


def _found(
    economy: Economy, valued: Sequence[Valuation], cids: Mapping[str, Cid], network: Network, story: Story
) -> DatClass:
    story.chapter("The network becomes a class of tokens, the values become shares")
    cls = economy.found(valued, cids, network)
    story.say(f"class {cls.id}: {cls.meta().metadata_uri}")
    tokens = economy.give_shares(cls, valued)
    story.say(f"{len(tokens)} tokens with {cls.total_share():,} of {TOTAL_SHARE:,} shares, in one transaction")
    story.say(f"what the class points to is {'' if cls.verify() else 'NOT '}there, and hashes to what the chain says")
    return cls


def _offer(economy: Economy, cls: DatClass, story: Story) -> tuple[Market, SaleBooks]:
    story.chapter(f"The network is offered: {len(BUYERS)} buyers deposit for a week, and want more than there is")
    market = Market(economy, cls)
    story.say(f"offering {market.offering.address} sells token {market.token.address}, both made in one transaction")
    market.subscribe()
    state = market.offering.state()
    story.say(f"{state.raised} were deposited for a target of {state.target}; the rest goes back")
    sale = market.settle()
    first, last = BUYERS[0], BUYERS[-1]
    for name in (first, last):
        story.say(f"{name} deposited {wei(sale.deposits[name])}, has {wei(sale.refunds[name])} back and its tokens")
    market.endow()
    story.say(f"the token itself holds a share in the class: {SHARE:,} of {cls.total_share():,}")
    return market, sale


def _share(market: Market, harvested: Mapping[Address, int], sale: SaleBooks, story: Story) -> tuple[TokenBooks, ...]:
    story.chapter("The token's part of the revenue is split among its holders, and one of them redeems")
    books = market.share(harvested, sale)
    for each in books:
        story.say(
            f"{each.symbol}: {decimal_text(each.claimed, each.decimals)} claimed by {len(each.holders)} holders, "
            f"{decimal_text(each.redeemed, each.decimals)} for the tokens that {BUYERS[0]} burnt, as was quoted"
        )
    return books


def _serve(economy: Economy, cls: DatClass, network: Network, digits: Digits, story: Story) -> list[Visit]:
    story.chapter("Consumers pay, get quota, and use it up: by calls of a service, signed and not sent to the chain")
    questions = cycle(zip(digits.test.images, map(int, digits.test.labels), strict=True))
    visits = []
    with serving(economy.lz, cls, network) as service:
        story.say(f"service {service.address} answers at {service.url}, says the registry")
        for errand in (errand for errand in ERRANDS if errand.way is not Way.TRANSACTIONS):
            visits.append(economy.visit_service(cls, errand, service, questions))
            _tell(visits[-1], story)
        redeemed = service.redeem()
        story.say(
            f"the service redeems {redeemed.units} inferences by {redeemed.vouchers} vouchers, in one transaction"
        )
    story.chapter("Who has no use for a service uses quota on the chain: each inference a transaction")
    for errand in (errand for errand in ERRANDS if errand.way is Way.TRANSACTIONS):
        visits.append(economy.visit_chain(cls, errand, network, questions))
        _tell(visits[-1], story)
    return visits


def _tell(visit: Visit, story: Story) -> None:
    errand = visit.errand
    story.say(f"{errand.consumer} took {errand.quota} inferences {errand.offer!r} for {visit.paid}: {errand.way}")
    story.say(f"  {visit.answers.served} served, {visit.answers.right} answered right; {visit.unused} unused; then:")
    story.say(f"  {type(visit.answers.refusal).__name__}: {visit.answers.refusal.message}", style="yellow")


def _claim(economy: Economy, story: Story) -> None:
    story.chapter("Every contributor claims what its data earned, in every asset")
    for name, amounts in economy.claim().items():
        story.say(f"{name:<5} {_listed(amounts)}")


def _claim_again(economy: Economy, market: Market, story: Story) -> dict[str, int]:
    story.chapter("The contributors claim again, and the network's own token does: so fees and royalty reach them")
    claimed = {name: sum(map(int, amounts)) for name, amounts in economy.claim().items()}
    claimed[SYMBOL] = market.harvest().get(NATIVE, 0)
    for name, amount in claimed.items():
        story.say(f"{name:<6} {wei(amount) if amount else 'nothing: its share is zero'}")
    story.say(f"{SYMBOL} is the network's token: what it has is for whoever holds it")
    return claimed


def _together(harvested: Mapping[Address, int], more: int) -> dict[Address, int]:
    return {**harvested, NATIVE: harvested.get(NATIVE, 0) + more}


def _listed(amounts: Sequence[Amount]) -> str:
    return " and ".join(map(str, amounts)) or "nothing: its share is zero"

"""Offerings through the SDK: what is quoted is what is paid, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from lazai_py import NATIVE, LazAI, ether, wei
from lazai_py._chain.engine import Call
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    CreationFailed,
    InputError,
    InvalidAmount,
    NothingToVeto,
    NotOpen,
    NotSignable,
    SaleFailed,
    UnitMismatch,
)
from lazai_py.offerings import Model, Offering, OfferingTerms, Phase, UnknownOffering
from lazai_py.revshare import RevShareTerms
from tests.sdk.conftest import NothingSent

TOKEN = RevShareTerms(name="Digits", symbol="DIG", supply="1000000", claim_percent=60, min_interval=timedelta(hours=1))
TERMS = OfferingTerms(
    token=TOKEN,
    for_sale="600000",
    for_creator="250000",
    target=ether(300),
    soft_cap=ether(100),
    ends=timedelta(days=7),
    vesting=timedelta(days=360),
)
TRANCHES = replace(
    TERMS, tranches=((timedelta(0), 20), (timedelta(days=30), 30), (timedelta(days=60), 50)), veto_percent=50
)


def sell(lz: LazAI, sale: Offering, *deposits: tuple[LazAI, str]) -> None:
    """Have people deposit whole coins, and end the sale."""
    for who, amount in deposits:
        who.offerings.at(sale.address).deposit(ether(amount))
    lz.chain.advance(timedelta(days=8))


def test_one_transaction_makes_token_and_sale(lz: LazAI, cls: DatClass) -> None:
    """The offering has every token; the token is bound to the class and to what its metadata hashes to."""
    before = lz.engine.nonce(lz.address)
    sale = lz.offerings.create(cls, TERMS)
    facts = sale.token.facts()

    assert lz.engine.nonce(lz.address) == before + 1
    assert sale.token.balance(sale) == sale.token.supply() == sale.token.amount("1000000")
    assert (facts.dat_class, facts.model_commitment) == (cls.id, cls.meta().integrity_hash)
    assert facts.model_uri == cls.meta().metadata_uri
    assert sale.terms().creator == sale.terms().treasury == lz.address
    assert lz.offerings.at(sale.address) == sale
    assert sale.state().phase is Phase.OPEN


def test_addresses_are_known_before(lz: LazAI, cls: DatClass) -> None:
    """Where the view says, for this account only; a second one with the same terms needs a salt."""
    terms = replace(TERMS, starts=datetime(2100, 1, 1, tzinfo=UTC), ends=datetime(2100, 1, 8, tzinfo=UTC))
    known = lz.offerings.addresses_of(cls, terms)
    sale = lz.offerings.create(cls, terms)

    assert known == (sale.address, sale.token.address)
    assert sale.state().phase is Phase.PENDING
    with pytest.raises(CreationFailed):
        lz.offerings.create(cls, terms)
    assert lz.offerings.create(cls, terms, salt=b"2" * 32) != sale
    assert lz.offerings.create(cls, terms, votes=True).token.address != sale.token.address


def test_a_model_may_be_named_in_words(lz: LazAI, cls: DatClass) -> None:
    """By its class's id, a commitment and a URI; one without the others is not enough."""
    sale = lz.offerings.create(Model(cls.id, b"w" * 32, "ipfs://weights"), TERMS)
    facts = sale.token.facts()

    assert (facts.dat_class, facts.model_commitment, facts.model_uri) == (cls.id, b"w" * 32, "ipfs://weights")
    with pytest.raises(InputError, match="no commitment"):
        lz.offerings.create(Model(cls.id), TERMS)


def test_an_oversubscribed_sale_pays_what_was_quoted(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """To the smallest unit: before the deposit if nobody comes after it, and after the end for good."""
    sale = lz.offerings.create(cls, TERMS)
    hers = alice.offerings.at(sale.address)
    assert hers.deposit(ether("333.333333333333333333")) == ether("333.333333333333333333")
    his = bob.offerings.at(sale.address)
    before = his.quote(ether(400))
    sell(lz, sale, (bob, "400"))

    assert his.quote() == before
    balance = lz.balance(bob.address)
    paid = lz.offerings.at(sale.address).collect(bob)
    assert (paid.account, paid.tokens, paid.refund) == (bob.address, before.tokens, before.refund)
    assert lz.balance(bob.address) - balance == before.refund
    assert sale.token.balance(bob) == before.tokens
    assert before.used.raw + before.refund.raw == 400 * 10**18
    raised = 733_333_333_333_333_333_333
    assert before.refund.raw == 400 * 10**18 * (raised - 300 * 10**18) // raised
    assert before.tokens.raw == 600_000 * 10**18 * 400 * 10**18 // raised
    assert before.decimals()["refund"] == Decimal(before.refund.raw).scaleb(-18)
    assert before.price is not None
    assert abs(before.price - Fraction(300, 600_000)) < Fraction(1, 10**18)


def test_everybody_can_trigger_everything(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, carol: LazAI) -> None:
    """Close, collect, release, vesting and treasury, by a stranger; each is paid where it belongs."""
    sale = lz.offerings.create(cls, replace(TERMS, treasury=bob.address))
    sell(lz, sale, (alice, "600"))
    strange = carol.offerings.at(sale.address)
    creator = lz.balance()

    assert strange.close() is True
    assert strange.collect(alice).refund == ether(300)
    assert strange.release() == ether(300)
    assert lz.balance() - creator == ether(300)
    assert sale.token.balance(bob) == sale.token.amount(150_000)
    lz.chain.advance(timedelta(days=400))
    assert strange.claim_vested() == sale.token.amount(250_000)
    assert sale.token.balance(lz) == sale.token.amount(250_000)
    state = sale.state()
    assert (state.held, state.depositors, state.phase) == (ether(0), 0, Phase.SUCCEEDED)


def test_a_failed_sale_gives_everything_back(lz: LazAI, cls: DatClass, alice: LazAI, carol: LazAI) -> None:
    """Also to another receiver, which only the account itself names."""
    sale = lz.offerings.create(cls, TERMS)
    sell(lz, sale, (alice, "60"), (lz, "30"))
    hers = alice.offerings.at(sale.address)

    assert hers.quote().refund == ether(60)
    with pytest.raises(SaleFailed):
        hers.collect()
    before = lz.balance(carol.address)
    assert hers.refund(to=carol) == ether(60)
    assert lz.balance(carol.address) - before == ether(60)
    assert carol.offerings.at(sale.address).refund(lz) == ether(30)
    assert sale.close() is False
    with pytest.raises(InputError, match="both"):
        hers.refund(alice, to=carol)


def test_a_sale_in_dollars_allows_exactly_what_it_takes(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset
) -> None:
    """The allowance is used up; coins are refused before anything is sent."""
    terms = replace(TERMS, target=usdc.amount(300), soft_cap=usdc.amount(100), wallet_cap=usdc.amount(1_000))
    sale = lz.offerings.create(cls, terms)
    hers = alice.offerings.at(sale.address)

    assert hers.deposit(usdc.amount("600.000001")) == usdc.amount("600.000001")
    assert usdc.allowance(alice, sale) == usdc.raw(0)
    with pytest.raises(UnitMismatch):
        hers.deposit(ether(1))
    with pytest.raises(InvalidAmount):
        hers.deposit(5)  # type: ignore[arg-type]
    lz.chain.advance(timedelta(days=8))
    quoted = hers.quote()
    assert hers.collect().refund == quoted.refund
    # The dust of the one refund is the creator's.
    assert sale.release() == quoted.used
    assert usdc.balance(sale) == usdc.raw(0)


def test_a_permit_deposits_in_one_transaction(lz: LazAI, cls: DatClass, alice: LazAI, auth: Erc20Asset) -> None:
    """For exactly the amount, with nothing left allowed; coins have none, and an allowance does it, too."""
    sale = lz.offerings.create(cls, replace(TERMS, target=auth.amount(90), soft_cap=auth.amount(1)))
    hers, before = alice.offerings.at(sale.address), lz.engine.nonce(alice.address)

    assert hers.deposit(auth.amount(20)) == auth.amount(20)
    assert lz.engine.nonce(alice.address) == before + 1
    assert auth.allowance(alice, sale) == auth.raw(0)

    assert hers.deposit(auth.amount(10), permit=False) == auth.amount(10)
    assert lz.engine.nonce(alice.address) == before + 3
    assert hers.deposited() == auth.amount(30)
    coins = lz.offerings.create(cls, TERMS)
    with pytest.raises(InputError, match="no permits"):
        alice.offerings.at(coins.address).deposit(ether(1), permit=True)


def test_what_has_no_permits_is_allowed_first(lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset) -> None:
    """Unless a permit is asked for: then nothing is sent."""
    sale = lz.offerings.create(cls, replace(TERMS, target=usdc.amount(90), soft_cap=usdc.amount(1)))
    hers = alice.offerings.at(sale.address)

    with pytest.raises(NotSignable):
        hers.deposit(usdc.amount(1), permit=True)
    assert hers.deposit(usdc.amount(1)) == usdc.amount(1)


def test_holders_veto_and_share_what_is_left(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """Half of what circulates stops the next tranche; the holders burn for the rest, and custody is forfeited."""
    sale = lz.offerings.create(cls, TRANCHES)
    sell(lz, sale, (alice, "300"), (bob, "300"))
    hers, his = alice.offerings.at(sale.address), bob.offerings.at(sale.address)
    hers.collect()
    his.collect()

    assert sale.state().next_tranche == 1
    assert his.veto(100_000) is False
    assert sale.state().locked == sale.token.amount(100_000)
    assert hers.veto("200000") is True
    assert sale.state().phase is Phase.VETOED
    with pytest.raises(NothingToVeto):
        hers.veto(1)
    lz.chain.advance(1)
    assert sale.unlock(alice) == sale.token.amount(200_000)
    assert his.unlock() == sale.token.amount(100_000)
    assert sale.release() == ether(60)
    assert hers.burn_for_proceeds(300_000) == ether(120)
    assert sale.forfeit() == sale.token.amount(400_000)
    assert his.burn_for_proceeds(300_000, to=alice) == ether(120)
    assert sale.state().left == ether(0)


def test_when_nobody_is_left_the_treasury_has_the_rest(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """A holder that burns everything at the token leaves its part of the proceeds behind."""
    sale = lz.offerings.create(cls, replace(TRANCHES, treasury=bob.address))
    sell(lz, sale, (alice, "300"))
    hers = alice.offerings.at(sale.address)
    hers.collect()
    hers.veto(600_000)
    lz.chain.advance(1)
    hers.unlock()
    hers.token.redeem(600_000)
    before = lz.balance(bob.address)

    assert sale.settle_veto() == ether(240)
    assert lz.balance(bob.address) - before == ether(240)


def test_revenue_of_custody_goes_back_to_all_holders(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """What tokens in custody earn is split again, and nothing of it stays in the offering."""
    sale = lz.offerings.create(cls, TERMS)
    sell(lz, sale, (alice, "600"))
    alice.offerings.at(sale.address).collect()
    token = sale.token
    bob.sender.send(Call(token.address, b"", int(ether(10)), bob.address))
    lz.chain.advance(timedelta(hours=2))
    token.snapshot()
    lz.chain.mine()

    recycled = sale.recycle()
    # 60 % of 10 coins are claimed by all tokens, of which 400,000 of 1,000,000 are here.
    assert recycled == {NATIVE: ether("2.4")}
    # What is left is the sale's money, which waits for the creator.
    assert lz.balance(sale.address) == sale.state().held == ether(300)
    assert token.claimable(alice)[NATIVE] == ether("3.6")


def test_what_cannot_be_meant_is_refused_before_it_is_sent(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset, nothing_sent: NothingSent
) -> None:
    """Wrong amounts, times, tranches and vetoes."""
    wrong: list[dict[str, object]] = [
        {"for_sale": "750000.5"},
        {"for_sale": 0},
        {"for_sale": 0.5},
        {"target": 300},
        {"soft_cap": ether(301)},
        {"soft_cap": ether(0)},
        {"soft_cap": usdc.amount(1)},
        {"target": wei(2**112)},
        {"ends": timedelta(0)},
        {"ends": "tomorrow"},
        {"ends": datetime(2000, 1, 1, tzinfo=UTC)},
        {"tranches": ()},
        {"tranches": ((timedelta(0), 50),)},
        {"tranches": ((timedelta(0), 50), (timedelta(hours=1), 50)), "veto_percent": 50},
        {"tranches": ((timedelta(hours=1), 100),), "veto_percent": 50},
        {"tranches": ((timedelta(0), 0), (timedelta(days=2), 100)), "veto_percent": 50},
        {"tranches": ((timedelta(days=2), 100),)},
        {"tranches": ((timedelta(-1), 100),)},
        {"veto_percent": 50},
        {"veto_percent": 101},
        {"cliff": timedelta(days=400)},
        {"salt": b"short"},
    ]
    with nothing_sent(lz):
        for each in wrong:
            salt = each.pop("salt", bytes(32))
            with pytest.raises(InputError):
                lz.offerings.create(cls, replace(TERMS, **each), salt=salt)  # type: ignore[arg-type]
    with pytest.raises(UnknownOffering, match=r"no offering of this deployment"):
        lz.offerings.at(alice)


def test_a_plan_says_what_would_happen(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """The gas and the events of a creation, and the refusal of a deposit that comes too late."""
    assert lz.offerings.create.plan(cls, TERMS).ok
    sale = lz.offerings.create(cls, TERMS)
    lz.chain.advance(timedelta(days=8))
    plan = alice.offerings.at(sale.address).deposit.plan(ether(1))
    assert isinstance(plan.failure, NotOpen)

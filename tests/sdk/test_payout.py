"""Payouts from the SDK: everything that an account is owed, found, previewed to the unit, and paid at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.engine import Call
from lazai_py._types import NATIVE
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import PayoutBelowMinimum, TipBalanceTooLow
from lazai_py.market import Parent, Permission
from lazai_py.models import Way
from lazai_py.payout import Preview
from tests.sdk.test_aigc import PROMPT, SMALL
from tests.sdk.test_offerings import TERMS, TRANCHES


@pytest.fixture
def model(lz: LazAI, cls: DatClass, alice: LazAI) -> DatClass:
    """A class that derives from Alice's dataset; she serves the model and holds two tokens of the dataset."""
    lz.router.set_derivation(cls, Permission.OPEN)
    for share in (1, 2):
        cls.mint(alice, 0, share)
    made = lz.dat.create_class({"name": "model"})
    lz.router.set_terms(made, service=(alice, 1_000), parents=[Parent(cls, 3_000)])
    return made


def check(lz: LazAI, account: LazAI) -> Preview:
    """Preview, run, and compare, as a stranger and to the unit; returns the preview."""
    payout = lz.payout(account)
    preview = payout.preview()
    before = {asset: _balance(account, asset) for asset in preview.received}
    outcome = payout.run()
    assert outcome.received == preview.received
    assert outcome.passed_over == 0
    for asset, amount in preview.received.items():
        assert _balance(account, asset) - before[asset] == amount.raw
    assert payout.preview().received == {}
    return preview


def _balance(account: LazAI, asset: str) -> int:
    return account.balance().raw if asset == NATIVE else account.erc20(asset).balance().raw


def test_who_is_owed_nothing_gets_nothing(lz: LazAI, alice: LazAI) -> None:
    """And the preview says so."""
    preview = check(lz, alice)
    assert (preview.received, preview.claims, preview.passed_over) == ({}, (), ())
    assert str(preview) == f"{alice.address} would get nothing"


def test_positions_and_the_router_pay_in_every_asset(
    lz: LazAI, alice: LazAI, model: DatClass, cls: DatClass, usdc: Erc20Asset
) -> None:
    """What flows up the lineage first, then tokens, then what the router owes; by one transaction of a stranger."""
    lz.router.pay(model, wei(10_001))
    lz.router.pay(model, usdc.raw(2_003))
    cls.settle(wei(500))

    preview = check(lz, alice)

    # Her tokens have a third and two thirds of 3,500 wei, both rounded down, and of 600 units.
    assert preview.received == {NATIVE: wei(1_000 + 1_166 + 2_333), usdc.address: usdc.raw(200 + 600)}
    assert "what the router owes" in str(preview)


def test_what_lies_in_an_inlet_comes_along(lz: LazAI, alice: LazAI, model: DatClass, usdc: Erc20Asset) -> None:
    """It was sent by plain transfers; in an ERC-20 that never went through the router as well."""
    usdc.transfer(lz.router.inlet(model), usdc.raw(90))
    lz.sender.send(Call(lz.router.inlet(model), b"", value=1_000))
    assert check(lz, alice).received == {NATIVE: wei(100 + 300), usdc.address: usdc.raw(9 + 27)}


def test_fees_of_works_reach_creators_and_holders(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """The creator's at once; the model's through the inlet of its class."""
    lz.models.install(SMALL)
    model = lz.models.register(SMALL, cls=cls, verifiers={Way.REEXECUTION: lz.models.reexecution.address})
    cls.mint(bob, 0, 1)
    collection = lz.aigc.collection(model, creator=alice, mint_fee=ether("0.1"), creator_bps=2_500)
    lz.aigc.mint(collection, PROMPT)

    assert check(lz, alice).received == {NATIVE: ether("0.025")}
    assert check(lz, bob).received == {NATIVE: ether("0.075")}


def test_referrals_come_along(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, usdc: Erc20Asset) -> None:
    """In every asset in which somebody bought by the account's name."""
    cls.set_minter(lz.store.contract.address)
    cls.mint(lz, share=1)
    coins = lz.store.offer(cls, ether("0.001"), supply=100, referral_bps=1_000)
    dollars = lz.store.offer(cls, usdc.amount("2"), supply=100, referral_bps=500)
    alice.store.buy(coins, 10, referrer=bob.address)
    alice.store.buy(dollars, 5, referrer=bob.address)

    preview = check(lz, bob)

    assert preview.received == {NATIVE: ether("0.001"), usdc.address: usdc.amount("0.5")}
    assert [due.what for due in preview.claims] == ["referrals", "referrals"]


def test_a_sale_pays_out_and_its_token_too(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """What was bought and what was too much of it; later the snapshots of what was bought."""
    sale = lz.offerings.create(cls, TERMS)
    bob.offerings.at(sale.address).deposit(ether(200))
    alice.offerings.at(sale.address).deposit(ether(200))
    lz.chain.advance(timedelta(days=8))
    expected = alice.offerings.at(sale.address).quote()
    assert check(lz, alice).received == {NATIVE: expected.refund, sale.token.address: expected.tokens}

    sale.token.pay(ether(10))
    lz.chain.advance(timedelta(hours=1))
    sale.token.snapshot()
    lz.chain.mine()
    claimable = alice.revshare(sale.token.address).claimable()[NATIVE]
    assert claimable
    assert check(lz, alice).received == {NATIVE: claimable}


def test_a_sale_pays_its_creator_and_its_treasury(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """What was raised, and the tokens that were not sold; those that vest are asked for by themselves."""
    sale = lz.offerings.create(cls, replace(TERMS, treasury=bob.address))
    alice.offerings.at(sale.address).deposit(ether(150))
    assert check(lz, bob).claims == ()
    lz.chain.advance(timedelta(days=8))
    alice.offerings.at(sale.address).collect()

    assert check(alice, lz).received == {NATIVE: ether(150)}
    assert check(lz, bob).received == {sale.token.address: sale.token.amount("450000")}


def test_tokens_locked_against_a_tranche_come_back(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Once the tranche is due, and not before."""
    sale = lz.offerings.create(cls, TRANCHES)
    hers = alice.offerings.at(sale.address)
    hers.deposit(ether(300))
    lz.chain.advance(timedelta(days=8))
    hers.collect()
    hers.veto(sale.token.amount("100000"))
    assert lz.payout(alice).preview().claims == ()

    lz.chain.advance(timedelta(days=30))
    assert check(lz, alice).received == {sale.token.address: sale.token.amount("100000")}


def test_a_sale_that_failed_pays_back(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """All that was deposited."""
    sale = lz.offerings.create(cls, TERMS)
    alice.offerings.at(sale.address).deposit(ether(1))
    assert lz.payout(alice).preview().claims == ()
    lz.chain.advance(timedelta(days=8))
    assert check(lz, alice).received == {NATIVE: ether(1)}


def test_many_tokens_are_claimed_in_parts(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Each part within its gas."""
    for _ in range(55):
        cls.mint(alice, 0, 1)
    cls.settle(wei(55_000))
    preview = check(lz, alice)
    assert len(preview.claims) == 2
    assert preview.received == {NATIVE: wei(55_000)}


def test_a_payout_of_less_than_was_previewed_reverts(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Somebody claimed in the meantime."""
    token = cls.mint(alice, 0, 1)
    cls.settle(wei(9))
    preview = alice.payout().preview()
    lz.dat.token(token.id).claim()
    with pytest.raises(PayoutBelowMinimum):
        alice.payout().run(preview)


def test_a_keeper_is_tipped_within_the_accounts_bounds(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """Out of coins that the account set aside; the account itself gets everything."""
    cls.mint(alice, 0, 1)
    cls.settle(ether(1))
    alice.payout().set_tips(bps=100, cap=ether("0.005"), minimum=ether("0.5"), add=ether("0.02"))
    before = alice.balance()

    assert bob.payout(alice).run_for_tip() == ether("0.005")

    assert alice.balance() - before == ether(1)
    assert bob.payout(alice).tips() == ether("0.015")
    with pytest.raises(TipBalanceTooLow):
        alice.payout().withdraw_tips(ether("0.016"))
    alice.payout().withdraw_tips(ether("0.015"))
    assert alice.payout().tips() == wei(0)
    cls.settle(ether("0.1"))
    assert bob.payout(alice).run_for_tip() == wei(0)

"""Revenue: settled in any asset, claimed by anybody, paid to owners only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lazai_py import NATIVE, LazAI, MintOrder, TokenAmount, Wei, ether, wei
from lazai_py._contract.bindings.data_anchoring_token import TransferToken
from lazai_py.dat import DatClass
from lazai_py.dat.reads import read_many
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import InvalidClaimReceiver, NoLiveShare, UnknownToken
from tests.sdk.conftest import deploy_token


def test_native_revenue_is_shared_and_claimed(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """By share, to the wei."""
    for who, share in ((alice, 1), (bob, 3)):
        cls.mint(who, share=share)

    assert cls.settle(ether("1.5")) == ether("1.5")

    token = alice.dat.token(cls.token(1).id)
    assert token.pending() == ether("0.375")
    before = alice.balance()
    assert token.claim() == ether("0.375")
    receipt = alice.last_receipt
    assert receipt is not None
    assert alice.balance() == before + ether("0.375") - receipt.fee
    assert token.pending() == Wei(0)
    assert token.claim() == Wei(0)


def test_an_erc20_is_allowed_exactly_and_settled_in_one_call(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset
) -> None:
    """Nothing stays allowed afterwards."""
    token = alice.dat.token(cls.mint(alice, share=1).id)

    credited = cls.settle(usdc.amount("12.5"))

    assert credited == TokenAmount(12_500_000, usdc.address, 6, "USDC")
    assert str(credited) == "12.5 USDC"
    assert usdc.allowance(lz, lz.dat).raw == 0
    assert usdc.balance(lz.dat) == usdc.amount("12.5")
    before = usdc.balance(alice)
    assert token.claim(usdc) == usdc.amount("12.5")
    assert usdc.balance(alice) == before + usdc.amount("12.5")
    assert token.claim(usdc) == usdc.raw(0)


def test_an_allowance_that_is_there_already_is_used(lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset) -> None:
    """No second approval is sent; one that is too small is replaced."""
    cls.mint(alice, share=1)
    usdc.approve(lz.dat, usdc.amount(5))

    before = lz.engine.nonce(lz.address)
    cls.settle(usdc.amount(3))
    assert lz.engine.nonce(lz.address) == before + 1
    assert usdc.allowance(lz, lz.dat) == usdc.amount(2)

    cls.settle(usdc.amount(3))
    assert cls.settled()[usdc.address] == usdc.amount(6)
    assert usdc.allowance(lz, lz.dat).raw == 0


def test_revenue_of_nobody_is_refused(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Before it is sent: a class without a living share, also one whose shares expired."""
    with pytest.raises(NoLiveShare) as refused:
        cls.settle(wei(1))
    assert refused.value.class_id == cls.id

    cls.mint(alice, share=1, expires=timedelta(hours=1))
    cls.settle(wei(1))
    lz.chain.advance(timedelta(hours=2))
    with pytest.raises(NoLiveShare):
        cls.settle(wei(1))


def test_anybody_may_trigger_a_claim_for_the_owner_only(cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """Money goes to its owner, or where the owner says."""
    token = cls.mint(alice, share=1)
    cls.settle(wei(1_000))
    theirs = bob.dat.token(token.id)

    with pytest.raises(InvalidClaimReceiver) as refused:
        theirs.claim(to=bob)
    assert (refused.value.token_id, refused.value.caller, refused.value.to) == (token.id, bob.address, bob.address)
    before = alice.balance()
    assert theirs.claim() == wei(1_000)
    assert alice.balance() == before + wei(1_000)

    cls.settle(wei(500))
    before = bob.balance()
    assert alice.dat.token(token.id).claim(to=bob) == wei(500)
    assert bob.balance() == before + wei(500)


def test_a_token_is_owed_in_every_asset_that_was_settled(cls: DatClass, alice: LazAI, usdc: Erc20Asset) -> None:
    """Assets are found from the class's own events."""
    token = cls.mint(alice, share=1)
    assert token.owed() == {}
    cls.settle(usdc.amount(2))
    cls.settle(wei(7))
    cls.settle(usdc.amount(1))

    assert token.owed() == {usdc.address: usdc.amount(3), NATIVE: wei(7)}
    assert cls.settled() == {usdc.address: usdc.amount(3), NATIVE: wei(7)}


def test_a_token_is_moved_after_its_revenue_was_claimed(
    cls: DatClass, alice: LazAI, bob: LazAI, usdc: Erc20Asset
) -> None:
    """To the old owner, in every asset, in one transaction."""
    token = alice.dat.token(cls.mint(alice, share=1).id)
    cls.settle(wei(70))
    cls.settle(usdc.amount(2))
    before = usdc.balance(alice)

    assert token.claim_and_transfer(bob) == {NATIVE: wei(70), usdc.address: usdc.amount(2)}

    assert token.owner() == bob.address
    assert usdc.balance(alice) == before + usdc.amount(2)


def test_a_plain_transfer_takes_unclaimed_revenue_along(cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """As the standard leaves it, and as `pending` says to a buyer."""
    token = alice.dat.token(cls.mint(alice, share=1).id)
    cls.settle(wei(70))

    assert token.transfer(bob).only(TransferToken) == TransferToken(token.id, alice.address, bob.address)

    assert bob.dat.token(token.id).claim() == wei(70)


def test_a_portfolio_shows_holdings_and_what_is_owed(
    lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, usdc: Erc20Asset
) -> None:
    """Tokens that were given away are gone, those that were received are there."""
    fine = lz.dat.create_class({"name": "fine"}, unit_decimals=3)
    kept = cls.mint(alice, quota=5, share=1, expires=timedelta(days=1))
    given = alice.dat.token(cls.mint(alice, share=1).id)
    received = bob.dat.token(fine.mint(bob, quota="0.5", share=1).id)
    given.transfer(bob)
    lz.dat.contract.set_approval_for_all(lz, True).send(bob.sender)
    lz.dat.contract.safe_batch_transfer_from(bob, alice, [received.id], [1], b"").send(bob.sender)
    cls.settle(wei(10))
    fine.settle(usdc.amount(3))

    portfolio = lz.dat.portfolio(alice)

    assert portfolio.tokens == (kept, received)
    assert len(portfolio) == 2
    first, second = portfolio
    assert first.quota == 5
    assert (first.share, first.is_expired) == (1, False)
    assert first.expires_at == kept.expires_at()
    assert first.pending == {NATIVE: wei(5)}
    assert (str(second.quota), second.expires_at) == ("0.5", None)
    assert portfolio.owed == {NATIVE: wei(5), usdc.address: usdc.amount(3)}
    assert alice.dat.portfolio() == portfolio


def test_a_portfolio_is_a_table_on_paper_and_in_notebooks(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """With a caption that says it all."""
    cls.mint(alice, quota=5, share=1)
    cls.settle(ether("0.25"))

    portfolio = lz.dat.portfolio(alice)

    assert str(portfolio).splitlines() == [
        f"{alice.address} holds 1 token and is owed 0.25 ETH",
        "class  serial  quota  share  expires  owed",
        "1      1       5      1      never    0.25 ETH",
    ]
    shown = portfolio._repr_html_()
    assert "<td>0.25 ETH</td>" in shown
    assert shown.count("<tr>") == 2


def test_an_expired_position_is_marked_and_still_owed(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """What was settled before the expiry stays claimable."""
    cls.mint(alice, share=1, expires=timedelta(hours=1))
    cls.settle(wei(9))
    lz.chain.advance(timedelta(days=1))

    portfolio = lz.dat.portfolio(alice)

    assert portfolio.positions[0].is_expired
    assert "(expired)" in str(portfolio)
    assert portfolio.owed == {NATIVE: wei(9)}


def test_a_portfolio_of_nobody_is_empty(lz: LazAI, cls: DatClass, bob: LazAI) -> None:
    """No tokens, nothing owed."""
    portfolio = lz.dat.portfolio(bob)

    assert (portfolio.tokens, portfolio.owed) == ((), {})
    assert str(portfolio).startswith(f"{bob.address} holds 0 tokens and is owed nothing")


def test_everything_is_claimed_everywhere_by_one_call(
    lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI, usdc: Erc20Asset
) -> None:
    """In every asset, for all positions, by anybody, in chunks."""
    dai = deploy_token(lz, "DAI", 18, fund=(lz,))
    other = lz.dat.create_class({"name": "other"})
    cls.mint_many([MintOrder(alice, share=1)] * 60)
    other.mint(alice, share=1)
    other.mint(bob, share=1)
    cls.settle(wei(6_000))
    other.settle(wei(10))
    other.settle(usdc.amount(4))
    cls.settle(dai.amount(6))
    before = alice.balance()

    assert len(bob.dat.claim_all.batch(alice).intents) == 5
    claimed = bob.dat.claim_all(alice)

    assert claimed == {NATIVE: wei(6_005), usdc.address: usdc.amount(2), dai.address: dai.amount(6)}
    assert alice.balance() == before + wei(6_005)
    assert lz.dat.portfolio(alice).owed == {NATIVE: wei(0), usdc.address: usdc.raw(0), dai.address: dai.raw(0)}
    assert alice.dat.claim_all() == {}
    assert lz.dat.portfolio(bob).owed == {NATIVE: wei(5), usdc.address: usdc.amount(2)}


def test_what_is_paid_out_and_still_owed_is_what_was_settled(
    lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI
) -> None:
    """To the wei, up to one wei of rounding for each token."""
    cls.mint(alice, share=1)
    cls.mint(bob, share=2)
    cls.settle(wei(1_000_000_000_000_000_000))

    paid = alice.dat.claim_all()[NATIVE]
    owed = lz.dat.portfolio(bob).owed[NATIVE]

    assert (paid, owed) == (wei(333_333_333_333_333_333), wei(666_666_666_666_666_666))
    assert lz.balance(lz.dat) == wei(666_666_666_666_666_667)


def test_a_portfolio_is_the_same_where_views_are_asked_one_by_one(
    lz: LazAI, cls: DatClass, alice: LazAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every node can try many calls at once."""
    cls.mint_many([MintOrder(alice, quota=index, share=1) for index in range(5)])
    cls.settle(wei(50))
    together = lz.dat.portfolio(alice)

    monkeypatch.setattr(lz.engine, "simulate_many", lambda _calls: None)

    assert lz.dat.portfolio(alice) == together
    assert [position.quota for position in together] == [0, 1, 2, 3, 4]


def test_a_view_that_is_refused_among_many_is_decoded(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """As it is when it is asked alone."""
    token = cls.mint(alice)

    with pytest.raises(UnknownToken) as refused:
        read_many(lz.dat.contract, [lambda dat: dat.owner_of(token.id), lambda dat: dat.owner_of(7)])
    assert refused.value.token_id == 7
    assert (refused.value.contract, refused.value.function) == ("DataAnchoringToken", "ownerOf")

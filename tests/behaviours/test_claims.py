"""Claims: whose money it is, who may set it in motion, and what a sale does to it (T4, T5, T19, sections 4 and 5)."""

from __future__ import annotations

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import Claimed, Expired, TransferSingle, TransferToken
from lazai_py._types import NATIVE
from tests.behaviours.world import FORTUNE, World


def test_a_claim_pays_what_was_pending(w: World) -> None:
    """It returns and emits the amount, pays it, and leaves nothing pending."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    intent = w.dat.claim(token, NATIVE, w.alice)
    assert intent.plan(w.bob).result == 1_000
    sent = w.bob.does(intent)
    assert sent.events == (Claimed(token, w.alice.address, NATIVE, 1_000),)
    assert (w.balance(w.alice), w.pending(token), w.balance(w.dat)) == (FORTUNE + 1_000, 0, 0)


def test_a_claim_in_an_erc20_pays_that(w: World) -> None:
    """The other asset stays pending."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    w.settle(70, w.usd)
    sent = w.claim(token, w.usd)
    assert Claimed(token, w.alice.address, w.usd.address, 70) in sent.events
    assert (w.balance(w.alice, w.usd), w.pending(token, w.usd), w.pending(token)) == (70, 0, 1_000)


def test_the_owner_claims_to_any_address(w: World) -> None:
    """T4: the event names the receiver."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    sent = w.alice.does(w.dat.claim(token, NATIVE, w.bob))
    assert sent.events == (Claimed(token, w.bob.address, NATIVE, 1_000),)
    assert w.balance(w.bob) == FORTUNE + 1_000


@pytest.mark.parametrize("pending", [0, 1_000])
def test_nobody_else_claims_to_anyone_but_the_owner(w: World, pending: int) -> None:
    """T4, section 5: not operators, not the controller, not a stranger, whatever is pending."""
    token = w.mint(w.alice, share=1)
    if pending:
        w.settle(pending)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    w.alice.does(w.dat.set_approval_for_all(w.carol, True))
    for actor in (w.bob, w.carol, w.controller, w.stranger):
        for to in (actor, w.payer):
            refusal = errors.InvalidClaimReceiver(token, actor.address, to.address)
            actor.is_refused(w.dat.claim(token, NATIVE, to), refusal)
        actor.does(w.dat.claim(token, NATIVE, w.alice))
    assert w.balance(w.dat) == 0


def test_nobody_claims_to_the_zero_address(w: World) -> None:
    """Section 5: not even the owner."""
    token = w.mint(w.alice, share=1)
    w.settle(10)
    for actor in (w.alice, w.bob):
        actor.is_refused(w.dat.claim(token, NATIVE, NATIVE), errors.InvalidClaimReceiver(token, actor.address, NATIVE))


def test_a_claim_of_nothing_does_nothing(w: World) -> None:
    """T19: it returns 0, emits nothing and does not revert: for a new token, a second time, an unknown asset."""
    token = w.mint(w.alice, share=1)
    shareless = w.mint(w.alice, quota=1)
    intents = [w.dat.claim(each, asset, w.alice) for each in (token, shareless) for asset in (NATIVE, w.usd, w.bob)]
    for intent in intents:
        assert intent.plan(w.alice).result == 0
        assert w.alice.does(intent).events == ()
    w.settle(10)
    w.claim(token)
    assert w.claim(token).events == ()


def test_a_claim_of_an_unknown_token_reverts(w: World) -> None:
    """T21: alone and among others, and then nobody is paid."""
    token = w.mint(w.alice, share=1)
    w.settle(10)
    w.alice.is_refused(w.dat.claim(token + 1, NATIVE, w.alice), errors.UnknownToken(token + 1))
    w.alice.is_refused(w.dat.claim_many([token, token + 1], NATIVE), errors.UnknownToken(token + 1))
    w.alice.is_refused(w.dat.claim_and_transfer(token + 1, [NATIVE], w.bob), errors.UnknownToken(token + 1))
    assert w.pending(token) == 10


def test_revenue_that_nobody_claimed_goes_with_the_token(w: World) -> None:
    """T5: the buyer gets it, the seller does not."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    w.alice.does(w.dat.transfer_token(token, w.bob))
    assert w.pending(token) == 1_000
    w.alice.is_refused(
        w.dat.claim(token, NATIVE, w.alice), errors.InvalidClaimReceiver(token, w.alice.address, w.alice.address)
    )
    w.claim(token)
    assert w.balance(w.bob) == FORTUNE + 1_000


def test_claim_and_transfer_pays_the_seller_first(w: World) -> None:
    """T5: in every asset that is named, once each; what is not named goes along."""
    token = w.mint(w.alice, share=1)
    euro = w.deploy("TestToken", "Euro", "EUR", 2)
    w.fund(euro)
    for amount, asset in ((10, None), (20, w.usd), (30, euro)):
        w.settle(amount, asset)
    intent = w.dat.claim_and_transfer(token, [NATIVE, w.usd.address, NATIVE], w.bob)
    before = w.balance(w.alice)
    sent = w.alice.does(intent)
    owner, buyer = w.alice.address, w.bob.address
    assert [event for event in sent.events if isinstance(event, Claimed | TransferToken | TransferSingle)] == [
        Claimed(token, owner, NATIVE, 10),
        Claimed(token, owner, w.usd.address, 20),
        TransferToken(token, owner, buyer),
        TransferSingle(owner, owner, buyer, token, 1),
    ]
    assert w.balance(w.alice) == before + 10 - sent.receipt.fee.raw
    assert (w.balance(w.alice, w.usd), w.dat.owner_of(token)) == (20, buyer)
    assert [w.pending(token, asset) for asset in (NATIVE, w.usd, euro)] == [0, 0, 30]


def test_an_operator_may_claim_and_transfer_and_the_owner_is_paid(w: World) -> None:
    """A marketplace that may move the token cannot take its revenue."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    w.alice.does(w.dat.set_approval_for_all(w.carol, True))
    before = w.balance(w.alice)
    w.carol.does(w.dat.claim_and_transfer(token, [NATIVE], w.bob))
    assert (w.balance(w.alice), w.dat.owner_of(token)) == (before + 1_000, w.bob.address)


def test_only_who_may_move_the_token_may_claim_and_transfer(w: World) -> None:
    """Section 4: a class operator may not, nor a stranger; and not to the zero address."""
    token = w.mint(w.alice, share=1)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    for actor in (w.bob, w.controller, w.stranger):
        actor.is_refused(
            w.dat.claim_and_transfer(token, [NATIVE], actor), errors.NotOwnerOrOperator(token, actor.address)
        )
    w.alice.is_refused(w.dat.claim_and_transfer(token, [], NATIVE), errors.ERC1155InvalidReceiver(NATIVE))


def test_claim_and_transfer_of_nothing_is_a_transfer(w: World) -> None:
    """No assets named, nothing pending: the token moves."""
    token = w.mint(w.alice)
    sent = w.alice.does(w.dat.claim_and_transfer(token, [], w.bob))
    assert sent.events == (
        TransferToken(token, w.alice.address, w.bob.address),
        TransferSingle(w.alice.address, w.alice.address, w.bob.address, token, 1),
    )


def test_claim_many_pays_each_to_its_owner(w: World) -> None:
    """A stranger may trigger it; neighbours of one owner, others in between, and tokens of other classes."""
    other = w.create_class()
    tokens = [w.mint(holder, share=share) for holder, share in ((w.alice, 1), (w.alice, 2), (w.bob, 3), (w.alice, 4))]
    tokens.append(w.mint(w.carol, share=1, class_id=other))
    w.settle(1_000)
    w.settle(7, class_id=other)
    intent = w.dat.claim_many(tokens, NATIVE)
    assert intent.plan(w.stranger).result == 1_007
    sent = w.stranger.does(intent)
    owners = (w.alice, w.alice, w.bob, w.alice, w.carol)
    amounts = (100, 200, 300, 400, 7)
    assert sent.events == tuple(
        Claimed(token, owner.address, NATIVE, amount)
        for token, owner, amount in zip(tokens, owners, amounts, strict=True)
    )
    gained = [w.balance(holder) - FORTUNE for holder in (w.alice, w.bob, w.carol)]
    assert gained == [700, 300, 7]
    assert w.balance(w.dat) == 0


def test_claim_many_passes_over_tokens_without_revenue(w: World) -> None:
    """T19: the same token again, a token without a share, a new one."""
    token, shareless = w.mint(w.alice, share=1), w.mint(w.bob)
    w.settle(10, w.usd)
    new = w.mint(w.carol, share=1)
    sent = w.payer.does(w.dat.claim_many([token, shareless, token, new], w.usd))
    assert sent.all(Claimed) == (Claimed(token, w.alice.address, w.usd.address, 10),)
    assert w.payer.does(w.dat.claim_many([], NATIVE)).events == ()
    assert w.payer.does(w.dat.claim_many([token, new], w.usd)).events == ()


def test_many_small_claims_lose_nothing(w: World) -> None:
    """A stranger who claims for the owner after every settlement takes no fraction from it."""
    often, never = w.mint(w.alice, share=1), w.mint(w.bob, share=2)
    for _ in range(20):
        w.settle(1)
        w.claim(often, by=w.stranger)
    assert (w.balance(w.alice) - FORTUNE, w.pending(often)) == (20 // 3, 0)
    assert w.pending(never) == 40 // 3
    w.settle(1)
    assert (w.pending(often), w.pending(never)) == (1, 14)


def test_a_claim_of_nothing_announces_an_expiry_and_nothing_else(w: World) -> None:
    """Section 5: `Expired` may come of it, once."""
    token = w.mint(w.alice, share=1, expire_at=w.now + 100)
    w.go_to(w.now + 200)
    assert w.claim(token).events == (Expired(token),)
    assert w.claim(token).events == ()


def test_a_contract_is_paid_too(w: World) -> None:
    """Coins go to a contract that takes them; one that refuses them keeps its claim."""
    holder = w.deploy("ReentrantReceiver")
    token = w.mint(holder, share=1)
    w.settle(1_000)
    w.claim(token)
    assert w.balance(holder) == 1_000
    deaf = w.deploy("SignerWallet", w.bob)
    token = w.mint(deaf, share=1)
    w.settle(10)
    w.payer.is_refused(w.dat.claim(token, NATIVE, deaf), errors.ETHTransferFailed())
    assert w.pending(token) == 5

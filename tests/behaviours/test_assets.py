"""ERC-20s as they are: with fees, without answers, lying, re-entrant, or not there at all (T11, T12, section 5)."""

from __future__ import annotations

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import RevenueSettled
from lazai_py._types import NATIVE
from tests.behaviours.world import FORTUNE, World


def test_what_arrives_counts_and_not_what_was_sent(w: World) -> None:
    """T11: a fee on transfer is the payer's; the event says what arrived."""
    fee_token = w.deploy("FeeToken", 250)
    w.fund(fee_token)
    token = w.mint(w.alice, share=1)
    sent = w.settle(1_000, fee_token)
    assert sent.all(RevenueSettled) == (RevenueSettled(1, fee_token.address, 975),)
    assert (w.pending(token, fee_token), w.balance(w.dat, fee_token)) == (975, 975)
    w.claim(token, fee_token)
    # The second fee is the owner's: 975 left, and a fortieth of it, rounded up, was burnt.
    assert (w.balance(w.alice, fee_token), w.balance(w.dat, fee_token)) == (950, 0)


def test_a_fee_that_takes_everything_is_a_settlement_of_nothing(w: World) -> None:
    """Section 5: it reverts, and the payer keeps its money."""
    greedy = w.deploy("FeeToken", 10_000)
    w.fund(greedy)
    w.mint(w.alice, share=1)
    w.payer.is_refused(w.dat.settle_revenue_erc20(1, greedy, 1_000), errors.ZeroAmount())
    assert w.balance(w.payer, greedy) == FORTUNE


def test_a_token_that_answers_nothing_is_good_enough(w: World) -> None:
    """T11: in both directions."""
    silent = w.deploy("SilentToken")
    w.fund(silent)
    token = w.mint(w.alice, share=1)
    w.settle(1_000, silent)
    w.claim(token, silent)
    assert (w.balance(w.alice, silent), w.balance(w.dat, silent)) == (1_000, 0)


def test_a_token_that_answers_false_pays_nothing_in(w: World) -> None:
    """T11: a refusal without a revert is a refusal."""
    false = w.deploy("FalseToken")
    w.fund(false)
    token = w.mint(w.alice, share=1)
    w.payer.does(false.does("stop", True))
    w.payer.is_refused(w.dat.settle_revenue_erc20(1, false, 1_000), errors.TransferFromFailed())
    assert w.pending(token, false) == 0


def test_a_token_that_answers_false_keeps_its_debt(w: World) -> None:
    """T11: a claim that was not paid is not a claim; it is paid when the token pays."""
    false = w.deploy("FalseToken")
    w.fund(false)
    token = w.mint(w.alice, share=1)
    w.settle(1_000, false)
    w.payer.does(false.does("stop", True))
    w.alice.is_refused(w.dat.claim(token, false, w.alice), errors.TransferFailed())
    w.alice.is_refused(w.dat.claim_many([token], false), errors.TransferFailed())
    assert w.pending(token, false) == 1_000
    w.payer.does(false.does("stop", False))
    w.claim(token, false)
    assert w.balance(w.alice, false) == 1_000


def test_one_bad_asset_blocks_no_other(w: World) -> None:
    """A token that stopped paying leaves the native coin and every other asset claimable, and the DAT transferable."""
    false = w.deploy("FalseToken")
    w.fund(false)
    token = w.mint(w.alice, share=1)
    for asset in (None, w.usd, false):
        w.settle(1_000, asset)
    w.payer.does(false.does("stop", True))
    w.claim(token)
    w.claim(token, w.usd)
    w.alice.does(w.dat.transfer_token(token, w.bob))
    assert (w.balance(w.alice), w.balance(w.alice, w.usd), w.pending(token, false)) != (FORTUNE, 0, 0)
    assert (w.balance(w.alice, w.usd), w.pending(token, false)) == (1_000, 1_000)


def test_an_asset_needs_code(w: World) -> None:
    """T12: neither the zero address nor an account is an ERC-20."""
    w.mint(w.alice, share=1)
    for nothing in (NATIVE, w.bob.address):
        w.payer.is_refused(w.dat.settle_revenue_erc20(1, nothing, 5), errors.InvalidAsset(nothing))


def test_a_settlement_needs_the_money_and_the_permission(w: World) -> None:
    """The ERC-20's own word decides; nothing is credited."""
    token = w.mint(w.alice, share=1)
    w.stranger.does(w.usd.approve(w.dat, 100))
    for payer in (w.stranger, w.bob):
        payer.is_refused(w.dat.settle_revenue_erc20(1, w.usd, 100), errors.TransferFromFailed())
    assert w.pending(token, w.usd) == 0


def test_money_that_is_merely_sent_belongs_to_nobody(w: World) -> None:
    """An ERC-20 transfer past the settlement raises no pending amount, and a later settlement does not count it."""
    token = w.mint(w.alice, share=1)
    w.payer.does(w.usd.transfer(w.dat, 500))
    assert w.pending(token, w.usd) == 0
    w.settle(100, w.usd)
    assert w.pending(token, w.usd) == 100
    w.claim(token, w.usd)
    assert (w.balance(w.alice, w.usd), w.balance(w.dat, w.usd)) == (100, 500)


def test_a_reentrant_token_counts_nothing_twice(w: World) -> None:
    """T11: settling from within a settlement's transfer is refused, and the outer one counts what arrived."""
    hook = w.deploy("ReentrantToken")
    w.fund(hook)
    token = w.mint(w.alice, share=1)
    w.payer.does(hook.does("mint", hook, 1_000))
    w.payer.does(hook.does("arm", w.dat, w.dat.settle_revenue_erc20(1, hook, 100).data))
    w.settle(1_000, hook)
    assert (hook.says("calls"), hook.says("succeeded")) == (1, False)
    assert hook.says("answer") == errors.ReentrancyGuardReentrantCall.selector
    assert (w.pending(token, hook), w.balance(w.dat, hook)) == (1_000, 1_000)


def test_a_reentrant_token_claims_nothing_twice(w: World) -> None:
    """T11: claiming from within a claim's transfer is refused."""
    hook = w.deploy("ReentrantToken")
    w.fund(hook)
    tokens = [w.mint(w.alice, share=1), w.mint(w.bob, share=1)]
    w.settle(1_000, hook)
    w.payer.does(hook.does("arm", w.dat, w.dat.claim_many(tokens, hook).data))
    w.claim(tokens[0], hook)
    assert (hook.says("calls"), hook.says("succeeded")) == (1, False)
    assert (w.balance(w.alice, hook), w.pending(tokens[1], hook), w.balance(w.dat, hook)) == (500, 500, 500)

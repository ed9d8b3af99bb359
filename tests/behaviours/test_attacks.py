"""Attacks: somebody calls back in the middle of a call, refuses, floods, or tries to be early, late or twice."""

from __future__ import annotations

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import Claimed
from lazai_py._contract.intent import Intent
from lazai_py._types import NATIVE
from tests.behaviours.mocks import Mock
from tests.behaviours.world import FORTUNE, World

LOCKED = errors.ReentrancyGuardReentrantCall.selector


def ambush(w: World, intent: Intent[object]) -> Mock:
    """A holder that makes a call whenever it receives coins or tokens."""
    holder = w.deploy("ReentrantReceiver")
    w.payer.does(holder.does("arm", w.dat, intent.data))
    return holder


@pytest.mark.parametrize("entry", ["claim", "claimMany", "claimAndTransfer"])
def test_a_receiver_of_coins_cannot_claim_again(w: World, entry: str) -> None:
    """Called in the middle of its payment, it finds the door locked; the others' money stays."""
    holder = w.deploy("ReentrantReceiver")
    mine, other = w.mint(holder, share=1), w.mint(w.bob, share=1)
    w.settle(1_000)
    inner = {
        "claim": w.dat.claim(mine, NATIVE, holder),
        "claimMany": w.dat.claim_many([mine, other], NATIVE),
        "claimAndTransfer": w.dat.claim_and_transfer(mine, [NATIVE], w.carol),
    }[entry]
    w.payer.does(holder.does("arm", w.dat, inner.data))
    w.claim(mine)
    assert (holder.says("calls"), holder.says("succeeded"), holder.says("answer")) == (1, False, LOCKED)
    assert (w.balance(holder), w.balance(w.dat), w.pending(other)) == (500, 500, 500)
    assert w.dat.owner_of(mine) == holder.address


def test_a_receiver_of_coins_sees_books_that_are_closed(w: World) -> None:
    """What it is being paid is not pending any more: the token that it hands on from within takes nothing along."""
    holder = w.deploy("ReentrantReceiver")
    token = w.mint(holder, share=1)
    w.settle(1_000)
    w.payer.does(holder.does("arm", w.dat, w.dat.transfer_token(token, w.carol).data))
    sent = w.claim(token)
    assert sent.all(Claimed) == (Claimed(token, holder.address, NATIVE, 1_000),)
    assert (w.dat.owner_of(token), w.pending(token), w.balance(holder)) == (w.carol.address, 0, 1_000)


def test_a_receiver_of_a_token_owns_it_when_it_is_called(w: World) -> None:
    """It may hand the token on at once; every figure is as after two transfers."""
    token = w.mint(w.alice, quota=5, share=1)
    w.settle(1_000)
    holder = ambush(w, w.dat.transfer_token(token, w.carol))
    w.alice.does(w.dat.transfer_token(token, holder))
    assert (holder.says("calls"), holder.says("succeeded")) == (1, True)
    assert (w.dat.owner_of(token), w.dat.value_of(token), w.pending(token)) == (w.carol.address, 5, 1_000)
    assert [w.dat.balance_of(who, token) for who in (w.alice, holder, w.carol)] == [0, 0, 1]


def test_a_receiver_of_a_claimed_token_finds_nothing_left_in_it(w: World) -> None:
    """`claimAndTransfer` pays the seller before the buyer is called, who cannot claim from within."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    holder = w.deploy("ReentrantReceiver")
    w.payer.does(holder.does("arm", w.dat, w.dat.claim(token, NATIVE, holder).data))
    w.alice.does(w.dat.claim_and_transfer(token, [NATIVE], holder))
    assert (holder.says("succeeded"), holder.says("answer")) == (False, LOCKED)
    assert (w.balance(w.dat), w.balance(holder), w.pending(token)) == (0, 0, 0)


def test_a_receiver_of_a_batch_sees_all_of_it(w: World) -> None:
    """`mintBatch` calls nobody before every token stands: the first receiver can already move the last one's share."""
    holder = w.deploy("ReentrantReceiver")
    first = w.dat.class_count() << 128 | 1
    w.payer.does(holder.does("arm", w.dat, w.dat.transfer_token(first + 1, w.carol).data))
    w.controller.does(w.dat.mint_batch(1, [holder, holder], [1, 1], [1, 1], [0, 0]))
    assert holder.says("calls") == 2
    assert (w.dat.owner_of(first), w.dat.owner_of(first + 1)) == (holder.address, w.carol.address)
    assert (w.dat.token_count_of(1), w.dat.total_share_of(1)) == (2, 2)


def test_a_mint_around_a_settlement_takes_no_more_than_its_part(w: World) -> None:
    """A minter that mints to itself right before a settlement gets its share of that one and of nothing before."""
    honest = w.mint(w.alice, share=1)
    w.settle(1_000)
    now = w.now
    w.until(now + 10)
    flash = w.mint(w.bob, share=9, expire_at=now + 11)
    w.settle(1_000)
    assert w.now == now + 11
    w.settle(1_000)
    w.claim(flash)
    assert (w.balance(w.bob) - FORTUNE, w.pending(honest), w.pending(flash)) == (900, 2_100, 0)


def test_a_settlement_cannot_be_front_run_from_outside(w: World) -> None:
    """Who may not mint gets nothing by being early: a token bought after a settlement brings what it brought before."""
    honest = w.mint(w.alice, share=1)
    w.stranger.is_refused(w.dat.mint(1, w.stranger, 0, 9, 0), errors.NotMinter(1, w.stranger.address))
    w.settle(1_000)
    w.stranger.is_refused(
        w.dat.claim(honest, NATIVE, w.stranger),
        errors.InvalidClaimReceiver(honest, w.stranger.address, w.stranger.address),
    )


@pytest.mark.parametrize("refuses", [False, True])
def test_a_megabyte_of_an_answer_is_not_read(w: World, refuses: bool) -> None:
    """A receiver's answer costs the caller nothing to speak of; a refusal harms nobody but itself."""
    bomb = w.deploy("ReturnBomb", refuses)
    holder = w.deploy("ReentrantReceiver")
    mine, other = w.mint(holder, share=1), w.mint(w.bob, share=1)
    w.settle(1_000)
    pay_bomb = w.dat.claim(mine, NATIVE, bomb).data
    if not refuses:
        sent = w.payer.does(holder.does("execute", w.dat, 0, pay_bomb))
        assert (w.balance(bomb), w.pending(mine)) == (500, 0)
        # The bomb itself pays for a megabyte of memory; another one would cost as much again.
        assert sent.receipt.gas_used < 5_000_000
    else:
        plan = holder.does("execute", w.dat, 0, pay_bomb).plan(w.payer)
        assert not plan.ok
        assert w.pending(mine) == 500
    w.claim(other)
    assert w.balance(w.bob) == FORTUNE + 500


def test_whoever_refuses_its_money_can_be_passed_by(w: World) -> None:
    """In a list with others it undoes the whole; without it everybody is paid, and its own money waits."""
    deaf = w.deploy("SignerWallet", w.bob)
    stuck, mine = w.mint(deaf, share=1), w.mint(w.alice, share=1)
    w.settle(1_000)
    w.payer.is_refused(w.dat.claim_many([mine, stuck], NATIVE), errors.ETHTransferFailed())
    w.payer.does(w.dat.claim_many([mine], NATIVE))
    assert (w.balance(w.alice), w.pending(stuck), w.balance(w.dat)) == (FORTUNE + 500, 500, 500)


def test_a_griefer_cannot_make_claims_dearer_or_smaller(w: World) -> None:
    """Claiming for somebody after every single wei takes nothing from it, not even the fractions."""
    victim, other = w.mint(w.alice, share=2), w.mint(w.bob, share=5)
    for _ in range(35):
        w.settle(1)
        w.claim(victim, by=w.stranger)
    assert (w.balance(w.alice) - FORTUNE, w.pending(other)) == (10, 25)
    gas = {w.claim(victim).receipt.gas_used}
    w.settle(7)
    assert w.pending(victim) == 2
    assert max(gas) < 60_000

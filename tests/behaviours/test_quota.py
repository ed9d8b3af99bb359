"""Quota: who may use it up and move it, how much, and until when (T7, T13, T15, T16)."""

from __future__ import annotations

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import (
    ApprovalForClass,
    Expired,
    UsageRecorded,
    ValueTransferred,
)
from lazai_py._types import metric
from tests.behaviours.world import CALLS, World

MAX_QUOTA = 2**128 - 1


def test_the_owner_uses_its_quota(w: World) -> None:
    """T15: a non-zero amount lowers the quota, and the event names the actor."""
    token = w.mint(w.alice, quota=10)
    sent = w.alice.does(w.dat.record_usage(token, CALLS, 4))
    assert sent.events == (UsageRecorded(token, CALLS, 4, w.alice.address),)
    assert w.dat.value_of(token) == 6


def test_quota_runs_out_exactly(w: World) -> None:
    """The last unit is usable and the one after is not; a refusal takes nothing."""
    token = w.mint(w.alice, quota=10)
    w.alice.does(w.dat.record_usage(token, CALLS, 9))
    w.alice.is_refused(w.dat.record_usage(token, CALLS, 2), errors.InsufficientValue(token, 1, 2))
    w.alice.does(w.dat.record_usage(token, CALLS, 1))
    w.alice.is_refused(w.dat.record_usage(token, CALLS, 1), errors.InsufficientValue(token, 0, 1))
    assert w.dat.value_of(token) == 0


def test_usage_of_nothing_is_only_announced(w: World) -> None:
    """Section 4: an amount of 0 emits and lowers nothing, also when there is nothing."""
    token = w.mint(w.alice, quota=0)
    other = metric("tokens")
    assert w.alice.does(w.dat.record_usage(token, other, 0)).events == (
        UsageRecorded(token, other, 0, w.alice.address),
    )
    assert w.dat.value_of(token) == 0


def test_an_amount_beyond_any_quota_is_refused_and_not_truncated(w: World) -> None:
    """Section 5: 2**128 + 1 is not 1."""
    token = w.mint(w.alice, quota=10)
    for amount in (2**128 + 1, 2**256 - 1):
        w.alice.is_refused(w.dat.record_usage(token, CALLS, amount), errors.InsufficientValue(token, 10, amount))


def test_a_class_operator_uses_the_quota_of_every_token_of_the_owner(w: World) -> None:
    """Section 4: in that class, tokens minted later included, until it is revoked."""
    first = w.mint(w.alice, quota=10)
    sent = w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    assert sent.events == (ApprovalForClass(w.alice.address, 1, w.bob.address, True),)
    assert w.dat.is_approved_for_class(w.alice, 1, w.bob)
    second = w.mint(w.alice, quota=10)
    for token in (first, second):
        sent = w.bob.does(w.dat.record_usage(token, CALLS, 3))
        assert sent.events == (UsageRecorded(token, CALLS, 3, w.bob.address),)
    sent = w.alice.does(w.dat.approve_for_class(1, w.bob, False))
    assert sent.events == (ApprovalForClass(w.alice.address, 1, w.bob.address, False),)
    assert not w.dat.is_approved_for_class(w.alice, 1, w.bob)
    w.bob.is_refused(w.dat.record_usage(first, CALLS, 1), errors.NotOwnerOrClassOperator(first, w.bob.address))


def test_an_approval_is_for_one_owner_and_one_class(w: World) -> None:
    """Section 4: bob, named by alice in class 1, can do nothing with carol's tokens or in class 2."""
    other = w.create_class()
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    carols, elsewhere = w.mint(w.carol, quota=5), w.mint(w.alice, quota=5, class_id=other)
    for token in (carols, elsewhere):
        w.bob.is_refused(w.dat.record_usage(token, CALLS, 1), errors.NotOwnerOrClassOperator(token, w.bob.address))
    assert not w.dat.is_approved_for_class(w.alice, other, w.bob)
    assert not w.dat.is_approved_for_class(w.bob, 1, w.alice)


def test_an_approval_does_not_follow_the_token(w: World) -> None:
    """Section 4: the operator of the seller has no say over the buyer's quota, and the buyer's has."""
    token = w.mint(w.alice, quota=10)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    w.carol.does(w.dat.approve_for_class(1, w.stranger, True))
    w.alice.does(w.dat.transfer_token(token, w.carol))
    w.bob.is_refused(w.dat.record_usage(token, CALLS, 1), errors.NotOwnerOrClassOperator(token, w.bob.address))
    w.stranger.does(w.dat.record_usage(token, CALLS, 1))
    assert w.dat.value_of(token) == 9


def test_nobody_else_uses_quota(w: World) -> None:
    """Not the controller, not a minter, not an operator for transfers, not a stranger (T16)."""
    token = w.mint(w.alice, quota=10)
    taker = w.mint(w.stranger)
    w.controller.does(w.dat.set_minter(1, w.carol, True))
    w.alice.does(w.dat.set_approval_for_all(w.bob, True))
    for actor in (w.controller, w.carol, w.bob, w.stranger):
        refusal = errors.NotOwnerOrClassOperator(token, actor.address)
        actor.is_refused(w.dat.record_usage(token, CALLS, 1), refusal)
        actor.is_refused(w.dat.record_usage(token, CALLS, 0), refusal)
        actor.is_refused(w.dat.record_usage_batch([token], CALLS, [1]), refusal)
        actor.is_refused(w.dat.transfer_value(token, taker, 1), refusal)


def test_a_batch_of_usage_is_recorded_token_by_token(w: World) -> None:
    """Own tokens and those of owners who named the caller, the same token twice, and a zero."""
    mine, theirs = w.mint(w.bob, quota=10), w.mint(w.alice, quota=10)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    sent = w.bob.does(w.dat.record_usage_batch([mine, theirs, mine, theirs], CALLS, [1, 2, 3, 0]))
    assert sent.events == tuple(
        UsageRecorded(token, CALLS, amount, w.bob.address)
        for token, amount in ((mine, 1), (theirs, 2), (mine, 3), (theirs, 0))
    )
    assert (w.dat.value_of(mine), w.dat.value_of(theirs)) == (6, 8)


def test_a_batch_of_usage_is_all_or_nothing(w: World) -> None:
    """The second use of one token sees what the first one left."""
    token = w.mint(w.alice, quota=10)
    w.alice.is_refused(w.dat.record_usage_batch([token, token], CALLS, [6, 5]), errors.InsufficientValue(token, 4, 5))
    w.alice.is_refused(w.dat.record_usage_batch([token], CALLS, [1, 1]), errors.LengthMismatch(1, 2))
    assert w.dat.value_of(token) == 10
    assert w.alice.does(w.dat.record_usage_batch([], CALLS, [])).events == ()


def test_quota_moves_within_a_class(w: World) -> None:
    """Section 4: the target may be anybody's, and the move may be all there is."""
    source, target = w.mint(w.alice, quota=10, share=1), w.mint(w.stranger, quota=1, share=2)
    sent = w.alice.does(w.dat.transfer_value(source, target, 10))
    assert sent.events == (ValueTransferred(source, target, 10),)
    assert (w.dat.value_of(source), w.dat.value_of(target)) == (0, 11)
    assert (w.dat.share_ratio_of(source), w.dat.share_ratio_of(target)) == (1, 2)


def test_a_class_operator_moves_quota(w: World) -> None:
    """Section 4: the owner of the source, or its operator in the class."""
    source, target = w.mint(w.alice, quota=10), w.mint(w.bob)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    assert w.bob.does(w.dat.transfer_value(source, target, 4)).events == (ValueTransferred(source, target, 4),)
    assert (w.dat.value_of(source), w.dat.value_of(target)) == (6, 4)


def test_owning_the_target_is_not_enough(w: World) -> None:
    """Nobody pulls quota out of another's token."""
    source, target = w.mint(w.alice, quota=10), w.mint(w.bob)
    w.bob.is_refused(w.dat.transfer_value(source, target, 1), errors.NotOwnerOrClassOperator(source, w.bob.address))


def test_quota_does_not_move_in_place(w: World) -> None:
    """T13: a token cannot be its own target."""
    token = w.mint(w.alice, quota=10)
    w.alice.is_refused(w.dat.transfer_value(token, token, 5), errors.SameToken(token))
    assert w.dat.value_of(token) == 10


def test_quota_does_not_leave_its_class(w: World) -> None:
    """A unit of one class is worth nothing in another."""
    other = w.create_class()
    source, target = w.mint(w.alice, quota=10), w.mint(w.alice, class_id=other)
    w.alice.is_refused(w.dat.transfer_value(source, target, 5), errors.ClassMismatch(source, target))


def test_a_move_needs_an_amount_that_is_there(w: World) -> None:
    """Zero reverts, and so does one more than there is."""
    source, target = w.mint(w.alice, quota=10), w.mint(w.bob)
    w.alice.is_refused(w.dat.transfer_value(source, target, 0), errors.ZeroAmount())
    w.alice.is_refused(w.dat.transfer_value(source, target, 11), errors.InsufficientValue(source, 10, 11))
    w.alice.is_refused(
        w.dat.transfer_value(source, target, 2**256 - 1), errors.InsufficientValue(source, 10, 2**256 - 1)
    )
    assert (w.dat.value_of(source), w.dat.value_of(target)) == (10, 0)


def test_a_move_never_overflows_the_target(w: World) -> None:
    """Section 5: refused, never truncated."""
    source, target = w.mint(w.alice, quota=10), w.mint(w.bob, quota=MAX_QUOTA - 9)
    w.alice.is_refused(w.dat.transfer_value(source, target, 10), errors.ValueTooLarge(MAX_QUOTA + 1, MAX_QUOTA))
    w.alice.does(w.dat.transfer_value(source, target, 9))
    assert (w.dat.value_of(source), w.dat.value_of(target)) == (1, MAX_QUOTA)


def test_unknown_tokens_have_no_quota(w: World) -> None:
    """T21: neither as a source nor as a target nor in a batch."""
    token = w.mint(w.alice, quota=10)
    for intent in (
        w.dat.record_usage(token + 1, CALLS, 0),
        w.dat.transfer_value(token + 1, token, 1),
        w.dat.transfer_value(token, token + 1, 1),
        w.dat.record_usage_batch([token, token + 1], CALLS, [1, 1]),
    ):
        w.alice.is_refused(intent, errors.UnknownToken(token + 1))


def test_an_approval_needs_a_class(w: World) -> None:
    """Section 5: `approveForClass` for an unknown class reverts; the view about it is merely false."""
    w.alice.is_refused(w.dat.approve_for_class(7, w.bob, True), errors.UnknownClass(7))
    assert not w.dat.is_approved_for_class(w.alice, 7, w.bob)


@pytest.mark.parametrize("late", [0, 1])
def test_a_token_works_up_to_its_last_second(w: World, late: int) -> None:
    """T7: at `now == expireAt` everything works, one second later nothing does."""
    expiry = w.now + 1000
    dying, living = w.mint(w.alice, quota=10, expire_at=expiry), w.mint(w.alice, quota=10)
    for intent in w.uses(dying, living):
        moment = w.engine.snapshot()
        w.until(expiry + late)
        if late:
            w.alice.is_refused(intent, errors.TokenExpired(dying, expiry))
        else:
            assert w.alice.does(intent).all(Expired) == ()
            assert w.now == expiry
        w.engine.revert(moment)

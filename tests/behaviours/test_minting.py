"""Minting: what a new token is, what it may not be, and that it never disturbs another (T6, T8, T14, T18, T21)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import ClassCreated, Minted, TransferSingle
from lazai_py._types import NATIVE, keccak
from tests.behaviours.world import FORTUNE, World, token_id_of

MAX_SHARE = 2**32 - 1
MAX_QUOTA = 2**128 - 1
VIEWS: dict[str, Callable[[World, int], object]] = {
    "classOf": lambda w, i: w.dat.class_of(i),
    "valueOf": lambda w, i: w.dat.value_of(i),
    "shareRatioOf": lambda w, i: w.dat.share_ratio_of(i),
    "expireAtOf": lambda w, i: w.dat.expire_at_of(i),
    "ownerOf": lambda w, i: w.dat.owner_of(i),
    "pendingRevenue": lambda w, i: w.dat.pending_revenue(i, NATIVE),
    "uri": lambda w, i: w.dat.uri(i),
    "royaltyInfo": lambda w, i: w.dat.royalty_info(i, 100),
}


def capped(w: World, cap: int) -> int:
    """A class whose living share is capped."""
    intent = w.dat.create_class_with_cap("ipfs://m", keccak(b"m"), 0, "ipfs://p", cap)
    return w.controller.does(intent).only(ClassCreated).class_id


def test_a_token_is_what_it_was_minted_as(w: World) -> None:
    """Id, class, owner, quota, share and expiry, in the views and in the events of both standards."""
    expiry = w.now + 1000
    sent = w.controller.does(w.dat.mint(1, w.alice, 1_000, 500, expiry))
    token = token_id_of(1, 1)
    assert sent.events == (
        Minted(token, 1, w.alice.address, 1_000, 500, expiry),
        TransferSingle(w.controller.address, NATIVE, w.alice.address, token, 1),
    )
    assert (w.dat.class_of(token), w.dat.owner_of(token)) == (1, w.alice.address)
    assert (w.dat.value_of(token), w.dat.share_ratio_of(token), w.dat.expire_at_of(token)) == (1_000, 500, expiry)
    assert (w.pending(token), w.pending(token, w.usd)) == (0, 0)
    assert (w.dat.balance_of(w.alice, token), w.dat.balance_of(w.bob, token)) == (1, 0)


def test_serials_count_from_1_in_each_class(w: World) -> None:
    """T21: the id is the class and the serial, side by side."""
    other = w.create_class()
    ids = [w.mint(w.alice, class_id=class_id) for class_id in (1, other, 1, other)]
    assert ids == [token_id_of(1, 1), token_id_of(2, 1), token_id_of(1, 2), token_id_of(2, 2)]
    assert [w.dat.class_of(token) for token in ids] == [1, 2, 1, 2]
    assert (w.dat.token_count_of(1), w.dat.token_count_of(2)) == (2, 2)


@pytest.mark.parametrize(("quota", "share"), [(0, 0), (0, 1), (1, 0)])
def test_a_token_may_lack_quota_or_share_or_both(w: World, quota: int, share: int) -> None:
    """Section 4: a mere certificate of ownership is a token too."""
    token = w.mint(w.alice, quota=quota, share=share)
    assert (w.dat.value_of(token), w.dat.share_ratio_of(token), w.dat.total_share_of(1)) == (quota, share, share)


@pytest.mark.parametrize("asked", [MAX_SHARE, MAX_SHARE + 1, 2**64, 2**256 - 1])
def test_a_share_saturates_everywhere_alike(w: World, asked: int) -> None:
    """T6: the clamped number is stored, totalled, emitted and returned."""
    sent = w.controller.does(w.dat.mint(1, w.alice, 0, asked, 0))
    assert sent.only(Minted).share_ratio == MAX_SHARE
    assert w.dat.share_ratio_of(token_id_of(1, 1)) == MAX_SHARE
    assert w.dat.total_share_of(1) == MAX_SHARE


def test_quota_is_stored_whole_or_refused(w: World) -> None:
    """Section 5: 2**128 - 1 fits, and more is never truncated."""
    token = w.mint(w.alice, quota=MAX_QUOTA)
    assert w.dat.value_of(token) == MAX_QUOTA
    for quota in (MAX_QUOTA + 1, 2**256 - 1):
        w.controller.is_refused(w.dat.mint(1, w.alice, quota, 0, 0), errors.ValueTooLarge(quota, MAX_QUOTA))


def test_a_mint_that_expires_in_this_second_is_allowed(w: World) -> None:
    """T8, section 5: `expireAt == block.timestamp` is the earliest expiry."""
    expiry = w.now + 100
    w.until(expiry)
    token = w.mint(w.alice, share=1, expire_at=expiry)
    assert (w.now, w.dat.expire_at_of(token), w.dat.total_share_of(1)) == (expiry, expiry, 1)


def test_a_mint_in_the_past_is_refused(w: World) -> None:
    """T8: an expiry before this second reverts."""
    for expiry in (1, w.now - 1):
        with pytest.raises(errors.ExpiryInPast) as refused:
            w.mint(w.alice, share=1, expire_at=expiry)
        assert refused.value.expire_at == expiry
        assert refused.value.timestamp in (w.now, w.now + 1)
    assert w.dat.token_count_of(1) == 0


def test_nothing_is_minted_to_the_zero_address(w: World) -> None:
    """Section 5, T18."""
    w.controller.is_refused(w.dat.mint(1, NATIVE, 1, 1, 0), errors.ERC1155InvalidReceiver(NATIVE))
    batch = w.dat.mint_batch(1, [w.alice, NATIVE], [1, 1], [1, 1], [0, 0])
    w.controller.is_refused(batch, errors.ERC1155InvalidReceiver(NATIVE))
    assert (w.dat.token_count_of(1), w.dat.total_share_of(1)) == (0, 0)


@pytest.mark.parametrize("name", VIEWS)
def test_views_of_an_unknown_token_revert(w: World, name: str) -> None:
    """T21, section 5: id 0, a class's id without a serial, the next serial, another class's serial."""
    w.mint(w.alice, share=1)
    for unknown in (0, 1, token_id_of(1, 0), token_id_of(1, 2), token_id_of(2, 1), 2**256 - 1):
        with pytest.raises(errors.UnknownToken) as refused:
            VIEWS[name](w, unknown)
        assert refused.value.token_id == unknown


def test_nobody_holds_an_unknown_token(w: World) -> None:
    """Section 5: `balanceOf` of an unknown id is 0, also for the zero address."""
    for unknown in (0, token_id_of(1, 1)):
        assert [w.dat.balance_of(who, unknown) for who in (w.alice.address, NATIVE)] == [0, 0]


def test_a_batch_is_many_mints(w: World) -> None:
    """`mintBatch` emits and stores for each what `mint` does, and returns the ids in order."""
    expiry = w.now + 50
    people = [w.alice.address, w.bob.address, w.alice.address]
    intent = w.dat.mint_batch(1, people, [1, 2, 3], [10, 2**40, 0], [0, expiry, 0])
    ids = [token_id_of(1, serial) for serial in (1, 2, 3)]
    assert intent.plan(w.controller).result == tuple(ids)
    sent = w.controller.does(intent)
    assert sent.all(Minted) == (
        Minted(ids[0], 1, people[0], 1, 10, 0),
        Minted(ids[1], 1, people[1], 2, MAX_SHARE, expiry),
        Minted(ids[2], 1, people[2], 3, 0, 0),
    )
    assert sent.all(TransferSingle) == tuple(
        TransferSingle(w.controller.address, NATIVE, owner, token, 1) for owner, token in zip(people, ids, strict=True)
    )
    assert [w.dat.owner_of(token) for token in ids] == people
    assert w.dat.total_share_of(1) == 10 + MAX_SHARE


def test_an_empty_batch_mints_nothing(w: World) -> None:
    """A batch of none is no error and leaves no trace."""
    assert w.controller.does(w.dat.mint_batch(1, [], [], [], [])).events == ()
    assert w.dat.token_count_of(1) == 0


@pytest.mark.parametrize("short", [1, 2, 3])
def test_the_arrays_of_a_batch_go_together(w: World, short: int) -> None:
    """Whichever array is too short, nothing is minted."""
    arrays = [[2, 2], [3, 3], [0, 0]]
    arrays[short - 1].pop()
    intent = w.dat.mint_batch(1, [w.alice, w.bob], *arrays)
    w.controller.is_refused(intent, errors.LengthMismatch(2, 1))


def test_a_batch_is_minted_whole_or_not_at_all(w: World) -> None:
    """One impossible mint undoes the batch."""
    intent = w.dat.mint_batch(1, [w.alice, w.bob], [1, MAX_QUOTA + 1], [1, 1], [0, 0])
    w.controller.is_refused(intent, errors.ValueTooLarge(MAX_QUOTA + 1, MAX_QUOTA))
    assert (w.dat.token_count_of(1), w.dat.total_share_of(1)) == (0, 0)


def test_a_cap_can_be_read_and_never_exceeded(w: World) -> None:
    """T14: a buyer knows the worst dilution there can be."""
    class_id = capped(w, 1_000)
    assert w.dat.max_total_share_of(class_id) == 1_000
    w.mint(w.alice, share=999, class_id=class_id)
    w.controller.is_refused(w.dat.mint(class_id, w.bob, 0, 2, 0), errors.ShareCapExceeded(class_id, 1_001, 1_000))
    w.mint(w.bob, share=1, class_id=class_id)
    w.controller.is_refused(w.dat.mint(class_id, w.bob, 0, 1, 0), errors.ShareCapExceeded(class_id, 1_001, 1_000))
    w.mint(w.bob, quota=5, class_id=class_id)
    assert w.dat.total_share_of(class_id) == 1_000


def test_the_cap_counts_the_living_share_only(w: World) -> None:
    """T14: what has expired makes room, one second after its expiry and not before."""
    class_id = capped(w, 10)
    expiry = w.now + 100
    w.mint(w.alice, share=10, expire_at=expiry, class_id=class_id)
    w.go_to(expiry - 1)
    w.controller.is_refused(w.dat.mint(class_id, w.bob, 0, 1, 0), errors.ShareCapExceeded(class_id, 11, 10))
    w.go_to(expiry + 1)
    w.mint(w.bob, share=10, class_id=class_id)
    assert w.dat.total_share_of(class_id) == 10


def test_a_cap_of_zero_makes_a_class_of_quota_alone(w: World) -> None:
    """T14: the cap may be 0, and is never more than can be stored."""
    class_id = capped(w, 0)
    w.mint(w.alice, quota=9, class_id=class_id)
    w.controller.is_refused(w.dat.mint(class_id, w.bob, 0, 1, 0), errors.ShareCapExceeded(class_id, 1, 0))
    assert w.dat.max_total_share_of(capped(w, 2**256 - 1)) == 2**64 - 1


def test_a_contract_is_asked_before_it_gets_a_token(w: World) -> None:
    """T18: what cannot hold tokens gets none; what refuses says why."""
    holder = w.deploy("ReentrantReceiver")
    assert w.dat.owner_of(w.mint(holder, share=1)) == holder.address
    refusing, polite = w.deploy("RefusingReceiver", False), w.deploy("RefusingReceiver", True)
    for deaf in (polite.address, w.usd.address):
        w.controller.is_refused(w.dat.mint(1, deaf, 1, 1, 0), errors.ERC1155InvalidReceiver(deaf))
        batch = w.dat.mint_batch(1, [w.alice, deaf], [1, 1], [1, 1], [0, 0])
        w.controller.is_refused(batch, errors.ERC1155InvalidReceiver(deaf))
    reason = keccak(b"NotToday(uint256)")[:4] + token_id_of(1, 2).to_bytes(32, "big")
    plan = w.dat.mint(1, refusing, 1, 1, 0).plan(w.controller)
    assert plan.failure is not None
    assert getattr(plan.failure, "data", b"") == reason
    assert (w.dat.token_count_of(1), w.dat.total_share_of(1)) == (1, 1)


def test_a_mint_never_touches_the_tokens_before_it(w: World) -> None:
    """A thousandfold of quota and share for a later token leaves an earlier one as it was."""
    first = w.mint(w.alice, quota=3, share=4)
    w.settle(FORTUNE // 10**9)
    before = w.pending(first)
    w.mint(w.bob, quota=3_000, share=4_000)
    assert (w.dat.owner_of(first), w.dat.value_of(first), w.dat.share_ratio_of(first)) == (w.alice.address, 3, 4)
    assert w.pending(first) == before == FORTUNE // 10**9

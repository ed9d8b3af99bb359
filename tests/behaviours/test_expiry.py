"""Expiry: exact in the accounting, announced once, and never in anybody's way (T2, T3, T7, sections 1, 4 and 5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import Claimed, Expired
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE
from tests.behaviours.world import FORTUNE, World

YEAR = 365 * 24 * 3600
TOUCHES: dict[str, Callable[[World, int], Intent[Sent]]] = {
    "transferToken": lambda w, i: w.dat.transfer_token(i, w.bob),
    "safeTransferFrom": lambda w, i: w.dat.safe_transfer_from(w.alice, w.bob, i, 1, b""),
    "safeBatchTransferFrom": lambda w, i: w.dat.safe_batch_transfer_from(w.alice, w.bob, [i], [1], b""),
    "claim": lambda w, i: w.dat.claim(i, NATIVE, w.alice),
    "claimMany": lambda w, i: w.dat.claim_many([i], NATIVE),
    "claimAndTransfer": lambda w, i: w.dat.claim_and_transfer(i, [NATIVE], w.bob),
    "pokeExpired": lambda w, i: w.dat.poke_expired([i]),
}


def test_a_share_counts_up_to_its_last_second(w: World) -> None:
    """T7: a settlement at exactly the expiry pays it, one second later it does not."""
    expiry = w.now + 1000
    dying, living = w.mint(w.alice, share=1, expire_at=expiry), w.mint(w.bob, share=1)
    w.until(expiry)
    w.settle(100)
    assert (w.now, w.pending(dying), w.pending(living)) == (expiry, 50, 50)
    w.settle(100)
    assert (w.now, w.pending(dying), w.pending(living)) == (expiry + 1, 50, 150)


def test_what_was_earned_before_the_expiry_stays_for_ever(w: World) -> None:
    """T2: claimable years later, to the wei, in every asset, and not a wei more."""
    expiry = w.now + 1000
    dying, living = w.mint(w.alice, share=3, expire_at=expiry), w.mint(w.bob, share=1)
    w.settle(1_000)
    w.settle(40, w.usd)
    w.go_to(expiry + 50 * YEAR)
    w.settle(7_777)
    w.settle(555, w.usd)
    assert (w.pending(dying), w.pending(dying, w.usd)) == (750, 30)
    assert (w.pending(living), w.pending(living, w.usd)) == (250 + 7_777, 10 + 555)
    sent = w.claim(dying)
    assert sent.events == (Expired(dying), Claimed(dying, w.alice.address, NATIVE, 750))
    w.claim(dying, w.usd)
    assert (w.balance(w.alice), w.balance(w.alice, w.usd)) == (FORTUNE + 750, 30)
    assert (w.pending(dying), w.pending(dying, w.usd)) == (0, 0)


def test_an_asset_that_comes_after_the_expiry_owes_the_token_nothing(w: World) -> None:
    """T2: the first settlement of an asset may come when a token is long dead."""
    dying, living = w.mint(w.alice, share=3, expire_at=w.now + 10), w.mint(w.bob, share=1)
    w.go_to(w.now + 100)
    w.settle(100, w.usd)
    assert (w.pending(dying, w.usd), w.pending(living, w.usd)) == (0, 100)


@pytest.mark.parametrize("touched", [False, True], ids=["untouched", "touched"])
def test_a_settlement_divides_by_the_living_whoever_was_touched(w: World, touched: bool) -> None:
    """T3: three tokens die one after another; announcing and forgetting them changes no figure."""
    start = w.now
    dying = [w.mint(w.alice, share=share, expire_at=start + 1000 * share) for share in (1, 2, 3)]
    living = w.mint(w.bob, share=4)
    for era in range(4):
        w.go_to(start + 1000 * era + 100)
        if touched:
            w.payer.does(w.dat.poke_expired(dying))
            w.payer.does(w.dat.sync(1, 100))
        w.settle(10 * 9 * 7 * 4)
    # 10, 9, 7 and 4 shares were alive in the four eras.
    parts = [252, 280, 360, 630]
    earned = [sum(parts[:share]) * share for share in (1, 2, 3)]
    assert [w.pending(token) for token in dying] == earned
    assert w.pending(living) == sum(parts) * 4


def test_an_expired_token_is_neither_burnt_nor_moved(w: World) -> None:
    """Section 1: it keeps its owner, its numbers and its place as an ERC-1155 id; only its share no longer counts."""
    expiry = w.now + 100
    token = w.mint(w.alice, quota=7, share=9, expire_at=expiry)
    w.go_to(expiry + 1)
    w.payer.does(w.dat.poke_expired([token]))
    assert (w.dat.owner_of(token), w.dat.balance_of(w.alice, token)) == (w.alice.address, 1)
    assert (w.dat.value_of(token), w.dat.share_ratio_of(token), w.dat.expire_at_of(token)) == (7, 9, expiry)
    assert w.dat.total_share_of(1) == 0


@pytest.mark.parametrize("name", TOUCHES)
def test_an_expiry_is_announced_once_by_whatever_touches_the_token_first(w: World, name: str) -> None:
    """Section 4: transfer, claim or poke; a second touch of any kind is silent."""
    token = w.mint(w.alice, share=1, expire_at=w.now + 100)
    w.go_to(w.now + 200)
    assert w.alice.does(TOUCHES[name](w, token)).all(Expired) == (Expired(token),)
    owner = w.bob if w.dat.owner_of(token) == w.bob.address else w.alice
    for intent in (
        w.dat.poke_expired([token, token]),
        w.dat.claim(token, NATIVE, owner),
        w.dat.transfer_token(token, w.carol),
    ):
        assert owner.does(intent).all(Expired) == ()


@pytest.mark.parametrize("name", TOUCHES)
def test_a_living_token_is_not_announced(w: World, name: str) -> None:
    """A token that works, and one that never expires, say nothing of an expiry."""
    expiry = w.now + 1000
    for token in (w.mint(w.alice, share=1), w.mint(w.alice, share=1, expire_at=expiry)):
        assert w.alice.does(TOUCHES[name](w, token)).all(Expired) == ()


def test_at_its_last_second_a_token_is_not_yet_expired(w: World) -> None:
    """T7: poked at the expiry it is silent, and one second later it speaks."""
    expiry = w.now + 1000
    token = w.mint(w.alice, expire_at=expiry)
    w.until(expiry)
    assert w.payer.does(w.dat.poke_expired([token])).events == ()
    assert w.payer.does(w.dat.poke_expired([token])).events == (Expired(token),)
    assert w.now == expiry + 1


def test_poking_is_for_many_and_for_anyone(w: World) -> None:
    """Only the newly expired are announced, each once, in order; an unknown one undoes the call."""
    start = w.now
    first, second = w.mint(w.alice, expire_at=start + 100), w.mint(w.bob, share=1, expire_at=start + 100)
    living = w.mint(w.carol)
    w.go_to(start + 200)
    w.payer.is_refused(w.dat.poke_expired([first, living + 1]), errors.UnknownToken(living + 1))
    sent = w.stranger.does(w.dat.poke_expired([second, living, first, second]))
    assert sent.events == (Expired(second), Expired(first))


def test_an_expired_token_still_moves(w: World) -> None:
    """Section 4: with what it earned, to a buyer who may claim it."""
    token = w.mint(w.alice, quota=5, share=1, expire_at=w.now + 100)
    w.settle(1_000)
    w.go_to(w.now + 200)
    w.alice.does(w.dat.transfer_token(token, w.bob))
    w.bob.does(w.dat.safe_transfer_from(w.bob, w.carol, token, 1, b""))
    assert (w.dat.owner_of(token), w.pending(token)) == (w.carol.address, 1_000)
    w.claim(token)
    assert w.balance(w.carol) == FORTUNE + 1_000


def test_expired_quota_is_lost(w: World) -> None:
    """Section 1: it can neither be used nor moved, by the owner or its operator; it stays visible."""
    expiry = w.now + 100
    token, other = w.mint(w.alice, quota=5, expire_at=expiry), w.mint(w.alice, quota=5)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    w.go_to(expiry + 1)
    for actor in (w.alice, w.bob):
        for intent in w.uses(token, other):
            actor.is_refused(intent, errors.TokenExpired(token, expiry))
    assert (w.dat.value_of(token), w.dat.value_of(other)) == (5, 5)


def test_sync_works_in_bounded_steps(w: World) -> None:
    """T3: it returns how many deadlines it forgot, for anyone, and changes no figure."""
    start = w.now
    for offset in (100, 200, 300, 400):
        w.mint(w.alice, share=10, expire_at=start + offset)
    living = w.mint(w.bob, share=1)
    w.go_to(start + 350)
    assert w.dat.total_share_of(1) == 11
    forgotten = []
    for steps in (0, 2, 10, 10):
        intent = w.dat.sync(1, steps)
        forgotten.append(intent.plan(w.stranger).result)
        assert w.stranger.does(intent).events == ()
    assert forgotten == [0, 2, 1, 0]
    assert w.dat.total_share_of(1) == 11
    w.go_to(start + 401)
    assert w.dat.total_share_of(1) == 1
    w.settle(100)
    assert w.pending(living) == 100


def test_sync_has_nothing_to_do_and_does_not_mind(w: World) -> None:
    """Section 5: no revert in a class without tokens, without deadlines, or with none that has passed."""
    everything = w.dat.sync(1, 2**256 - 1)
    results = [everything.plan(w.stranger).result]
    for expiry in (0, w.now + 1000):
        w.mint(w.alice, share=1, expire_at=expiry)
        results.append(everything.plan(w.stranger).result)
    assert results == [0, 0, 0]


def test_deadlines_may_be_shared_and_used_again_before_they_pass(w: World) -> None:
    """Many tokens of one deadline leave together; a deadline that was forgotten does not trouble a later one."""
    start = w.now
    shared = [w.mint(w.alice, share=share, expire_at=start + 500) for share in (1, 2, 3)]
    w.go_to(start + 499)
    assert w.dat.total_share_of(1) == 6
    w.go_to(start + 501)
    assert w.dat.total_share_of(1) == 0
    w.payer.does(w.dat.sync(1, 1))
    later = w.mint(w.bob, share=5, expire_at=start + 900)
    w.settle(50)
    assert ([w.pending(token) for token in shared], w.pending(later)) == ([0, 0, 0], 50)


def test_a_token_that_dies_in_its_first_second_earns_in_that_second_only(w: World) -> None:
    """T7, T8: minted to expire now, it has no later second."""
    expiry = w.now + 100
    living = w.mint(w.bob, share=1)
    w.until(expiry)
    dying = w.mint(w.alice, share=1, expire_at=expiry)
    w.settle(10)
    assert (w.pending(dying), w.pending(living)) == (0, 10)


@pytest.mark.parametrize("expiry", [2**64 - 1, 2**63])
def test_the_farthest_expiry_is_an_expiry_too(w: World, expiry: int) -> None:
    """A deadline of the year 584 billion is stored and counted like any other."""
    token = w.mint(w.alice, share=5, expire_at=expiry)
    w.mint(w.bob, share=5, expire_at=w.now + 100)
    w.go_to(w.now + 200)
    w.settle(10)
    assert (w.dat.expire_at_of(token), w.pending(token), w.dat.total_share_of(1)) == (expiry, 10, 5)

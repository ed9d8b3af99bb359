"""The seventeen behaviours of the published reference of ERC-7641, with its numbers: a million tokens, 60 % claimed."""

from __future__ import annotations

import pytest

from lazai_py._contract.bindings.rev_share_token import Redeemed, RevenueClaimed
from lazai_py._contract.errors import SnapshotTooEarly, UnknownSnapshot
from lazai_py._types import NATIVE
from tests.behaviours.shares import INTERVAL, SUPPLY, Shares, claimed, total
from tests.behaviours.world import World

COIN = 10**18
ONE_PERCENT = SUPPLY // 100


@pytest.fixture
def shares(w: World) -> Shares:
    """A token with the reference's terms; Alice is its deployer there."""
    return Shares(w)


def test_it_has_a_name(shares: Shares) -> None:
    """As it was made."""
    assert shares.contract.name() == "Digits"


def test_it_has_a_symbol(shares: Shares) -> None:
    """As it was made."""
    assert shares.contract.symbol() == "DGT"


def test_it_has_a_supply(shares: Shares) -> None:
    """A million whole tokens."""
    assert shares.contract.total_supply() == 1_000_000 * 10 ** shares.contract.decimals()


def test_the_whole_supply_is_the_holders(w: World, shares: Shares) -> None:
    """Of whom the terms name as the first holder."""
    assert shares.contract.balance_of(w.alice) == SUPPLY


def test_a_plain_send_raises_the_balance(shares: Shares) -> None:
    """By as much."""
    shares.earns(1000 * COIN)

    assert shares.holds() == 1000 * COIN


def test_a_snapshot_that_is_too_early_is_refused(w: World, shares: Shares) -> None:
    """Until the interval since the deployment, and then since the last snapshot, is over."""
    earliest = shares.contract.next_snapshot_at()
    w.go_to(earliest - 2)
    w.stranger.is_refused(shares.contract.snapshot(), SnapshotTooEarly(earliest, earliest - 1))

    w.until(earliest)
    w.stranger.does(shares.contract.snapshot())

    assert shares.contract.next_snapshot_at() == earliest + INTERVAL
    w.stranger.is_refused(shares.contract.snapshot(), SnapshotTooEarly(earliest + INTERVAL, w.now + 1))


def test_a_burn_with_an_empty_pool_pays_nothing(w: World, shares: Shares) -> None:
    """The tokens are gone all the same."""
    assert shares.redeemable(ONE_PERCENT) == 0

    sent = w.alice.does(shares.contract.burn(ONE_PERCENT))

    assert sent.only(Redeemed) == Redeemed(w.alice.address, ONE_PERCENT, NATIVE, 0)
    assert shares.contract.total_supply() == SUPPLY - ONE_PERCENT


def test_a_burn_pays_its_part_of_the_pool(w: World, shares: Shares) -> None:
    """1000 in, one percent burnt: 1000 * 1 % * 40 %."""
    shares.earns(1000 * COIN)

    assert shares.redeemable(ONE_PERCENT) == 4 * COIN
    w.alice.does(shares.contract.burn(ONE_PERCENT))

    assert shares.holds() == 996 * COIN


def test_a_burn_after_a_snapshot_pays_the_same(w: World, shares: Shares) -> None:
    """What the snapshot split is not in the pool."""
    shares.earns(1000 * COIN)
    shares.snapshot()

    assert shares.redeemable(ONE_PERCENT) == 4 * COIN
    w.alice.does(shares.contract.burn(ONE_PERCENT))

    assert shares.holds() == 996 * COIN


def test_a_burn_after_another_deposit_pays_on_both(w: World, shares: Shares) -> None:
    """Deposit, snapshot, deposit, burn: 2000 * 1 % * 40 %."""
    shares.earns(1000 * COIN)
    shares.snapshot()
    shares.earns(1000 * COIN)

    assert shares.redeemable(ONE_PERCENT) == 8 * COIN
    w.alice.does(shares.contract.burn(ONE_PERCENT))

    assert shares.holds() == 1992 * COIN


def test_a_snapshot_that_does_not_exist_cannot_be_claimed(w: World, shares: Shares) -> None:
    """Nor looked at; ids count from 1."""
    for snapshot_id in (0, 1):
        w.alice.is_refused(shares.contract.claim(snapshot_id), UnknownSnapshot(snapshot_id, 0))
        with pytest.raises(UnknownSnapshot):
            shares.claimable(w.alice, snapshot_id)


def test_a_claim_after_a_snapshot_pays_the_claimable_part(w: World, shares: Shares) -> None:
    """1000 * 60 %."""
    shares.earns(1000 * COIN)
    first = shares.snapshot()

    assert shares.claimable(w.alice, first) == 600 * COIN
    sent = w.alice.does(shares.contract.claim(first))

    assert sent.only(RevenueClaimed) == RevenueClaimed(w.alice.address, NATIVE, 600 * COIN, w.alice.address)
    assert shares.holds() == 400 * COIN


def test_a_later_deposit_does_not_change_a_snapshot(w: World, shares: Shares) -> None:
    """It waits for the next one."""
    shares.earns(1000 * COIN)
    first = shares.snapshot()
    shares.earns(1500 * COIN)

    assert shares.claimable(w.alice, first) == 600 * COIN
    w.alice.does(shares.contract.claim(first))

    assert shares.holds() == 1900 * COIN


def test_two_holders_share_by_their_balances(w: World, shares: Shares) -> None:
    """90 to 10."""
    shares.give(w.alice, w.bob, SUPPLY // 10)
    shares.earns(1000 * COIN)
    first = shares.snapshot()

    assert claimed(w.alice.does(shares.contract.claim(first))) == [
        (w.alice.address, NATIVE, 540 * COIN, w.alice.address)
    ]
    assert claimed(w.bob.does(shares.contract.claim(first))) == [(w.bob.address, NATIVE, 60 * COIN, w.bob.address)]


def test_two_snapshots_are_claimed_each_under_its_id(w: World, shares: Shares) -> None:
    """600 of the first, 1200 of the second, in any order."""
    first, second = _two_snapshots(shares)

    assert [shares.claimable(w.alice, each) for each in (first, second)] == [600 * COIN, 1200 * COIN]
    assert total(claimed(w.alice.does(shares.contract.claim(second)))) == 1200 * COIN
    assert total(claimed(w.alice.does(shares.contract.claim(first)))) == 600 * COIN
    assert shares.holds() == 1200 * COIN


def test_two_snapshots_are_claimed_in_one_call(w: World, shares: Shares) -> None:
    """With one payment."""
    ids = _two_snapshots(shares)

    sent = w.alice.does(shares.contract.claim_many(ids))

    assert sent.only(RevenueClaimed).amount == 1800 * COIN
    assert shares.holds() == 1200 * COIN


@pytest.mark.parametrize("order", ["claim first", "burn first"])
def test_deposit_snapshot_burn_and_claim_conserve_every_wei(w: World, shares: Shares, order: str) -> None:
    """In any mixture: what went in is what came out and what is still owed."""
    shares.give(w.alice, w.bob, SUPPLY // 10)
    shares.earns(1000 * COIN)
    first = shares.snapshot()
    out = 0
    if order == "claim first":
        out += total(claimed(w.alice.does(shares.contract.claim(first))))
    out += w.alice.does(shares.contract.burn(ONE_PERCENT)).only(Redeemed).amount
    shares.earns(1000 * COIN)
    shares.snapshot()
    out += w.bob.does(shares.contract.burn(SUPPLY // 10)).only(Redeemed).amount
    for who in (w.alice, w.bob):
        out += total(claimed(w.stranger.does(shares.contract.claim_all_for(who, [NATIVE]))))
    out += w.alice.does(shares.contract.burn(SUPPLY * 89 // 100)).only(Redeemed).amount

    assert out + shares.holds() == 2000 * COIN
    assert shares.holds() <= 4
    assert shares.contract.total_supply() == 0


def _two_snapshots(shares: Shares) -> tuple[int, int]:
    """1000 split by the first, 2000 by the second."""
    shares.earns(1000 * COIN)
    first = shares.snapshot()
    shares.earns(2000 * COIN)
    return first, shares.snapshot()

"""Revenue: who takes part in a settlement, to the wei, and who does not (T1, T9, T10, sections 1 and 5)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lazai_py._chain.engine import Call
from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import RevenueSettled
from lazai_py._errors import ContractError
from lazai_py._types import NATIVE, Wei
from tests.behaviours.world import FORTUNE, World


def test_revenue_is_divided_by_share(w: World) -> None:
    """Seven parts: one, two and four."""
    tokens = [w.mint(holder, share=share) for holder, share in ((w.alice, 1), (w.bob, 2), (w.carol, 4))]
    sent = w.settle(7_000)
    assert sent.events == (RevenueSettled(1, NATIVE, 7_000),)
    assert [w.pending(token) for token in tokens] == [1_000, 2_000, 4_000]
    assert w.balance(w.dat) == 7_000


def test_revenue_in_an_erc20_is_divided_alike(w: World) -> None:
    """The asset is in the event, the money in the contract, and the native coin untouched."""
    tokens = [w.mint(holder, share=share) for holder, share in ((w.alice, 1), (w.bob, 2), (w.carol, 4))]
    sent = w.settle(7_000, w.usd)
    assert RevenueSettled(1, w.usd.address, 7_000) in sent.events
    assert [w.pending(token, w.usd) for token in tokens] == [1_000, 2_000, 4_000]
    assert (w.balance(w.dat, w.usd), w.balance(w.dat)) == (7_000, 0)
    assert [w.pending(token) for token in tokens] == [0, 0, 0]


def test_anyone_may_settle(w: World) -> None:
    """Section 4: a stranger's money is as good as the controller's."""
    token = w.mint(w.alice, share=1)
    w.stranger.does(w.dat.settle_revenue_eth(1, pay=Wei(5)))
    assert w.pending(token) == 5


def test_a_late_token_earns_nothing_of_the_past(w: World) -> None:
    """T1: in every asset, and without a list of assets anywhere."""
    early = w.mint(w.alice, share=1)
    euro = w.deploy("TestToken", "Euro", "EUR", 2)
    w.fund(euro)
    assets = (None, w.usd, euro)
    for asset in assets:
        w.settle(100, asset)
    late = w.mint(w.bob, share=1)
    assert [w.pending(late, asset or NATIVE) for asset in assets] == [0, 0, 0]
    for asset in assets:
        w.settle(10, asset)
    assert [w.pending(early, asset or NATIVE) for asset in assets] == [105, 105, 105]
    assert [w.pending(late, asset or NATIVE) for asset in assets] == [5, 5, 5]


def test_a_late_token_starts_at_its_mint_in_an_asset_that_comes_later_still(w: World) -> None:
    """T1: an asset that nobody knew of at the mint starts with the members it finds."""
    first = w.mint(w.alice, share=1)
    w.settle(100)
    second = w.mint(w.bob, share=3)
    w.settle(100, w.usd)
    assert [w.pending(token, w.usd) for token in (first, second)] == [25, 75]


def test_classes_and_assets_are_kept_apart(w: World) -> None:
    """Money for one class in one asset is nobody's elsewhere."""
    other = w.create_class()
    here, there = w.mint(w.alice, share=1), w.mint(w.alice, share=1, class_id=other)
    w.settle(11)
    w.settle(13, w.usd, class_id=other)
    assert [w.pending(token, asset) for token in (here, there) for asset in (NATIVE, w.usd)] == [11, 0, 0, 13]


def test_a_token_without_a_share_earns_nothing(w: World) -> None:
    """Quota is no share."""
    quota_only, sharing = w.mint(w.alice, quota=1_000), w.mint(w.bob, share=1)
    w.settle(100)
    assert (w.pending(quota_only), w.pending(sharing)) == (0, 100)


def test_the_remainder_is_carried_on(w: World) -> None:
    """T9: a wei that cannot be divided now is divided later; after three settlements of 10 each third has its 10."""
    tokens = [w.mint(holder, share=1) for holder in (w.alice, w.bob, w.carol)]
    pendings = []
    for _ in range(3):
        w.settle(10)
        pendings.append([w.pending(token) for token in tokens])
    assert pendings == [[3] * 3, [6] * 3, [10] * 3]


def test_single_wei_reach_the_holders(w: World) -> None:
    """T9: a settlement of less than a wei for each holder is not lost, whoever claims in between."""
    holders, shares = (w.alice, w.bob, w.carol), (1, 2, 4)
    tokens = [w.mint(holder, share=share) for holder, share in zip(holders, shares, strict=True)]
    for settled in range(1, 29):
        w.settle(1)
        w.payer.does(w.dat.claim_many(tokens, NATIVE))
        assert [w.balance(holder) - FORTUNE for holder in holders] == [settled * share // 7 for share in shares]
    assert w.balance(w.dat) == 0


def test_what_is_paid_is_never_more_than_what_came_in(w: World) -> None:
    """T9: sum(claimed) + sum(pending) <= sum(settled), by less than a wei for each token and claim."""
    tokens = [w.mint(w.alice, share=share) for share in (3, 5, 11, 2**32 - 1)]
    settled = claimed = 0
    for claims in range(1, 11):
        settled += 10**claims + 7
        w.settle(10**claims + 7)
        claimed += w.pending(tokens[claims % 4])
        w.claim(tokens[claims % 4])
        pending = sum(w.pending(each) for each in tokens)
        assert 0 <= settled - claimed - pending <= len(tokens) + claims
    assert w.balance(w.dat) == settled - claimed


def test_a_settlement_of_nothing_reverts(w: World) -> None:
    """T10: in both assets."""
    w.mint(w.alice, share=1)
    w.payer.is_refused(w.dat.settle_revenue_eth(1, pay=Wei(0)), errors.ZeroAmount())
    w.payer.is_refused(w.dat.settle_revenue_erc20(1, w.usd, 0), errors.ZeroAmount())


@pytest.mark.parametrize("members", ["nobody", "quota alone", "the expired"])
def test_a_settlement_without_a_living_share_reverts(w: World, members: str) -> None:
    """Section 1: in an empty class, in one of quota alone, and in one whose shares have all expired."""
    if members == "quota alone":
        w.mint(w.alice, quota=5)
    if members == "the expired":
        w.mint(w.alice, share=5, expire_at=w.now + 100)
        w.go_to(w.now + 200)
    w.payer.is_refused(w.dat.settle_revenue_eth(1, pay=Wei(5)), errors.NoLiveShare(1))
    w.payer.is_refused(w.dat.settle_revenue_erc20(1, w.usd, 5), errors.NoLiveShare(1))
    assert (w.balance(w.dat), w.balance(w.dat, w.usd)) == (0, 0)


def test_coins_come_in_by_a_settlement_only(w: World) -> None:
    """Section 4: plain sends revert, with and without data."""
    for data in (b"", b"\x12\x34\x56\x78"):
        with pytest.raises(ContractError):
            w.payer.sender.send(Call(w.dat.address, data, 1, w.payer.address))
    assert w.balance(w.dat) == 0


@pytest.mark.parametrize("in_usd", [False, True], ids=["native", "erc20"])
def test_large_settlements_over_the_largest_shares(w: World, in_usd: bool) -> None:
    """Section 5: 1e33 units over shares of 2**32 - 1, exactly."""
    asset = w.usd if in_usd else None
    largest = 2**32 - 1
    tokens = [w.mint(w.alice, share=share) for share in (largest, largest, 1)]
    for _ in range(3):
        w.settle(10**33, asset)
    exact = [Fraction(3 * 10**33 * share, 2 * largest + 1) for share in (largest, largest, 1)]
    assert [w.pending(token, asset or NATIVE) for token in tokens] == [int(part) for part in exact]


def test_revenue_beyond_the_books_is_refused(w: World) -> None:
    """Section 5: an amount of 2**192 does not fit, and nothing is taken."""
    w.mint(w.alice, share=1)
    huge = w.deploy("TestToken", "Huge", "HUGE", 0)
    w.payer.does(huge.does("mint", w.payer, 2**192))
    w.payer.does(huge.approve(w.dat, 2**192))
    intent = w.dat.settle_revenue_erc20(1, huge, 2**192)
    w.payer.is_refused(intent, errors.RevenueTooLarge(1, huge.address, 2**192))
    assert huge.balance_of(w.payer) == 2**192


def test_the_order_of_calls_decides_and_not_the_time(w: World) -> None:
    """Section 5: a settlement in the second of a mint, and after it, counts the new token; one before it does not."""
    early = w.mint(w.alice, share=1)
    holder = w.deploy("ReentrantReceiver")
    w.payer.does(w.usd.transfer(holder, 1_000))
    w.payer.does(holder.does("execute", w.usd, 0, w.usd.approve(w.dat, 1_000).data))
    w.payer.does(holder.does("arm", w.dat, w.dat.settle_revenue_erc20(1, w.usd, 100).data))
    # The receiver hook settles inside the transaction that mints.
    first = w.mint(holder, share=1)
    second = w.mint(holder, share=2)
    assert holder.says("calls") == 2
    assert [w.pending(token, w.usd) for token in (early, first, second)] == [75, 75, 50]


def test_total_share_is_the_sum_of_the_living(w: World) -> None:
    """`totalShareOf` answers for this second, whoever has touched what."""
    expiry = w.now + 1000
    w.mint(w.alice, share=1)
    w.mint(w.alice, share=10, expire_at=expiry)
    w.mint(w.alice, share=100, expire_at=expiry + 1)
    seen = []
    for timestamp in (expiry - 1, expiry, expiry + 1, expiry + 2):
        w.go_to(timestamp)
        seen.append(w.dat.total_share_of(1))
    assert seen == [111, 111, 101, 1]

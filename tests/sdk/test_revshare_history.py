"""The history of a RevShare token: every snapshot, and an account's part in it."""

from __future__ import annotations

import pytest

from lazai_py import NATIVE, LazAI, ether, wei
from lazai_py.erc20 import Erc20Asset
from lazai_py.revshare import RevShare
from tests.sdk.test_revshare import pay, take_snapshot, token

__all__ = ["token"]


def test_a_history_shows_every_snapshot_and_what_is_left_of_it(
    lz: LazAI, alice: LazAI, bob: LazAI, token: RevShare, usdc: Erc20Asset
) -> None:
    """Supply, split and part in every asset; what is claimed is marked."""
    pay(lz, token, ether(1))
    first = take_snapshot(lz, token)
    token.transfer(bob, 250_000)
    pay(lz, token, ether(2))
    usdc.transfer(token, usdc.amount(8))
    second = take_snapshot(lz, token)
    token.claim(first)

    history = token.history()

    assert (history.account, len(history)) == (alice.address, 2)
    old, new = history
    assert (old.id, new.id) == (first, second)
    assert old.split == {NATIVE: ether("0.6"), usdc.address: usdc.raw(0)}
    assert new.split == {NATIVE: ether("1.2"), usdc.address: usdc.amount("4.8")}
    assert (old.balance, new.balance) == (token.amount(1_000_000), token.amount(750_000))
    assert (old.part, old.claimable) == (old.split, {NATIVE: wei(0), usdc.address: usdc.raw(0)})
    assert new.part == new.claimable == {NATIVE: ether("0.9"), usdc.address: usdc.amount("3.6")}
    assert (old.is_claimed, new.is_claimed) == (True, False)
    assert history.claimable == new.claimable == token.claimable()
    assert new.supply == token.supply()
    assert lz.engine.block(new.block).timestamp == int(new.time.timestamp())
    assert token.history(bob).snapshots[1].part == {NATIVE: ether("0.3"), usdc.address: usdc.amount("1.2")}
    assert token.history(last=1).snapshots == (new,)


def test_what_burns_set_aside_is_part_of_the_next_snapshot(lz: LazAI, bob: LazAI, token: RevShare) -> None:
    """Before and after it is claimed."""
    token.transfer(bob, 100_000)
    pay(lz, token, wei(1_000_000))
    bobs = bob.revshare(token)
    assert bobs.redeem(100_000).paid == {NATIVE: wei(40_000)}
    take_snapshot(lz, token)

    before = bobs.history().snapshots[0]
    assert bobs.claim_all() == {NATIVE: wei(60_000)}
    after = bobs.history().snapshots[0]

    assert before.part[NATIVE] == before.claimable[NATIVE] == after.part[NATIVE] == wei(60_000)
    assert (before.is_claimed, after.is_claimed) == (False, True)


def test_a_history_is_a_table_on_paper_and_in_notebooks(lz: LazAI, alice: LazAI, token: RevShare) -> None:
    """With a caption that says what is left to claim."""
    pay(lz, token, ether(1))
    take_snapshot(lz, token)
    pay(lz, token, ether(2))
    take_snapshot(lz, token)
    token.claim(1)

    history = token.history()

    lines = str(history).splitlines()
    assert lines[0] == f"2 snapshots, of which {alice.address} can claim 1.2 ETH"
    assert lines[1].split() == ["id", "block", "time", "supply", "split", "balance", "part", "claimable"]
    assert lines[2].endswith("1000000 DGT  0.6 ETH  1000000 DGT  0.6 ETH  claimed")
    assert lines[3].endswith("1000000 DGT  1.2 ETH  1000000 DGT  1.2 ETH  1.2 ETH")
    shown = history._repr_html_()
    assert "<td>claimed</td>" in shown
    assert shown.count("<tr>") == 3


def test_a_token_without_snapshots_has_an_empty_history(alice: LazAI, token: RevShare) -> None:
    """Nothing to claim."""
    history = token.history()

    assert (history.snapshots, history.claimable) == ((), {})
    assert str(history).startswith(f"0 snapshots, of which {alice.address} can claim nothing")


def test_a_history_is_the_same_where_views_are_asked_one_by_one(
    lz: LazAI, token: RevShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while the block of the latest snapshot is the latest block, when nothing of it can be claimed."""
    pay(lz, token, wei(1_000))
    take_snapshot(lz, token)
    together = token.history()
    monkeypatch.setattr(lz.engine, "simulate_many", lambda _calls: None)
    assert token.history() == together

    lz.chain.advance(60)
    token.snapshot()

    latest = token.history().snapshots[1]
    assert (latest.balance, latest.claimable[NATIVE]) == (token.supply(), wei(0))


def test_a_claim_is_possible_right_after_a_snapshot(lz: LazAI, token: RevShare) -> None:
    """The next transaction is in the next block, and plans know that."""
    pay(lz, token, wei(1_000))
    lz.chain.advance(60)
    taken = token.snapshot()

    assert token.claimable()[NATIVE] == wei(600)
    assert token.claim.plan(taken).ok
    assert token.claim(taken) == {NATIVE: wei(600)}

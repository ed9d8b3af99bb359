"""What grows without bound makes nothing dear: deadlines by the thousand, shares at their largest (T3, section 5)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.data_anchoring_token import Minted
from lazai_py._errors import BulkFailed
from tests.behaviours.world import CALLS, World

MOST_GAS = 1_500_000
BATCH = 100


def mint_deadlines(w: World, first: int, count: int, step: int) -> list[int]:
    """Tokens of share 1, each with a deadline of its own, `step` seconds apart; returns their ids."""
    ids: list[int] = []
    for start in range(0, count, BATCH):
        expiries = [first + step * place for place in range(start, min(start + BATCH, count))]
        several = len(expiries)
        intent = w.dat.mint_batch(1, [w.alice] * several, [0] * several, [1] * several, expiries)
        ids += [minted.token_id for minted in w.controller.does(intent).all(Minted)]
    return ids


@pytest.mark.parametrize("count", [600, 2_000])
def test_distinct_deadlines_block_no_settlement(w: World, count: int) -> None:
    """Section 5: before, among and after them, with and without `sync`, and every figure is exact."""
    living = w.mint(w.bob, share=400)
    first = w.now + 100_000
    dying = mint_deadlines(w, first, count, 7)
    half = count // 2
    gas = [w.settle(1_000_000).receipt.gas_used]
    w.until(first + 7 * (half - 1) + 1)  # one second after the last second of the first half
    gas.append(w.settle(1_000_000).receipt.gas_used)
    w.go_to(first + 7 * count)
    gas.append(w.settle(1_000_000).receipt.gas_used)
    gas += [w.payer.does(w.dat.sync(1, 4)).receipt.gas_used for _ in range(3)]
    gas.append(w.settle(1_000_000).receipt.gas_used)
    assert max(gas) < MOST_GAS

    after_first = Fraction(1_000_000, 400 + count)
    after_second = after_first + Fraction(1_000_000, 400 + half)
    assert {w.pending(token) for token in dying[:half]} == {int(after_first)}
    assert {w.pending(token) for token in dying[half:]} == {int(after_second)}
    assert w.pending(living) == int(400 * after_second) + 2_000_000


def test_the_deepest_tree_of_deadlines_blocks_nothing(w: World) -> None:
    """Deadlines that differ from one moment in one bit each: a mint and a settlement then walk past all of them."""
    living, moment = w.mint(w.bob, share=1), w.now + 2**20
    expiries = sorted(each for each in (moment ^ (1 << bit) for bit in range(64)) if each > w.now + 100)
    several = len(expiries)
    assert several > 50
    w.controller.does(w.dat.mint_batch(1, [w.alice] * several, [0] * several, [1] * several, expiries))
    gas = [w.controller.does(w.dat.mint(1, w.alice, 0, 1, moment)).receipt.gas_used]
    w.until(moment)
    gas.append(w.settle(10_000).receipt.gas_used)
    alive = 2 + sum(each >= moment for each in expiries)
    assert w.pending(living) == 10_000 // alive
    gas.append(w.payer.does(w.dat.sync(1, 4)).receipt.gas_used)
    gas.append(w.settle(10_000).receipt.gas_used)
    assert max(gas) < MOST_GAS


def test_a_full_class_pays_everyone(w: World) -> None:
    """T6, T9, section 5: a hundred of the largest shares get the same, and less than a wei each is left over."""
    count = 100
    intent = w.dat.mint_batch(1, [w.alice] * count, [0] * count, [2**256 - 1] * count, [0] * count)
    ids = [minted.token_id for minted in w.controller.does(intent).all(Minted)]
    assert w.dat.total_share_of(1) == count * (2**32 - 1)
    w.settle(10**33 + 7)
    w.settle(93)
    [each] = {w.pending(token) for token in ids}
    assert 0 <= 10**33 + 100 - count * each <= count


def test_more_than_one_block_holds_is_sent_block_by_block(w: World) -> None:
    """Two of these calls fill a block; those of the next block that fail are named by their place in the whole."""
    token = w.mint(w.alice, quota=2)
    use = w.dat.record_usage(token, CALLS, 1)
    call = Call(use.contract.address, use.data, gas=14_000_000)
    with pytest.raises(BulkFailed) as failed:
        w.alice.sender.send_many([call] * 4)
    assert list(failed.value.failures) == [2, 3]
    assert [receipt and receipt.status for receipt in failed.value.receipts] == [1, 1, 0, 0]
    assert w.dat.value_of(token) == 0

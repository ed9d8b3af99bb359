"""Minting in bulk is as much faster than the plain web3.py loop as was promised, on this machine, now."""

from __future__ import annotations

import pytest

from benchmarks import bulk_mint
from benchmarks.bulk_mint import Pace
from lazai_py import LazAI
from lazai_py.vault import MemoryVault


# web3 imports what websockets calls legacy.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_bulk_path_is_8_and_40_times_as_fast_as_the_loops() -> None:
    """The benchmark itself, with shorter loops, whose pace is steady."""
    with LazAI.local("anvil", vault=MemoryVault()) as lz:
        paces = bulk_mint.run(lz, 1_000, loops=(40, 15))
    assert [pace.tokens for pace in paces] == [1_000, 1_000, 40, 15]
    over_1_ms, over_default = bulk_mint.ratios(paces)
    assert over_1_ms >= 8
    assert over_default >= 40


def test_the_table_shows_rates_and_ratios() -> None:
    """Four ways, and how many times the two loops each of them is."""
    paces = [Pace("batch", 1_000, 1.0), Pace("single", 1_000, 2.0), Pace("1 ms", 100, 1.0), Pace("default", 10, 1.0)]
    rows = [line.split()[1:] for line in bulk_mint.table(paces).splitlines()[1:3]]
    assert rows == [["1,000", "1.00", "1,000", "10.0", "100.0"], ["1,000", "2.00", "500", "5.0", "50.0"]]
    assert bulk_mint.is_fast_enough(paces)
    assert not bulk_mint.is_fast_enough([Pace("batch", 1_000, 1.3), *paces[1:]])

"""Local chains: time, coins and people as a test needs them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py.errors import InputError


def test_the_clock_moves_as_it_is_told(lz: LazAI) -> None:
    """By a duration, by seconds, to a time."""
    start = lz.chain.now()

    assert lz.chain.advance(timedelta(days=1)) == start + timedelta(days=1)
    assert lz.chain.advance(10) == start + timedelta(days=1, seconds=10)
    later = datetime(2050, 1, 1, tzinfo=UTC)
    assert lz.chain.travel_to(later) == later
    assert lz.chain.travel_to(int(later.timestamp()) + 5) == later + timedelta(seconds=5)


def test_the_clock_never_goes_back(lz: LazAI) -> None:
    """Nor to a time without a zone."""
    with pytest.raises(InputError, match="no time zone"):
        lz.chain.travel_to(datetime(2050, 1, 1))  # noqa: DTZ001
    with pytest.raises(InputError, match="not later"):
        lz.chain.travel_to(datetime(2001, 1, 1, tzinfo=UTC))


def test_actors_have_a_name_a_key_and_coins(lz: LazAI) -> None:
    """The same name is the same account."""
    bob = lz.chain.actor("bob", ether(3))

    assert lz.balance(bob) == ether(3)
    assert lz.chain.actor("bob").address == bob.address
    assert lz.balance(bob) == ether(1_000)
    assert lz.chain.actor("carol").address != bob.address
    assert lz.as_account(bob).dat.create_class({"name": "x"}).controller() == bob.address


def test_what_happens_in_a_block_can_be_taken_back(lz: LazAI) -> None:
    """Balances, classes, and the number of blocks."""
    poor = "0x" + "22" * 20
    block = lz.engine.block().number

    with lz.chain.undone():
        lz.chain.fund(poor, wei(7))
        lz.dat.create_class({"name": "gone"})
        lz.chain.mine(3)
        assert lz.balance(poor) == wei(7)

    assert lz.balance(poor) == wei(0)
    assert lz.dat.classes() == []
    assert lz.engine.block().number == block
    assert lz.dat.create_class({"name": "first"}).id == 1


@pytest.mark.parametrize("round_", [1, 2])
def test_every_test_finds_an_untouched_chain_and_store(lz: LazAI, round_: int) -> None:
    """Whatever the one before it did."""
    assert lz.dat.classes() == []
    cid = lz.vault.put(b"left behind")
    lz.dat.create_class({"name": f"round {round_}"}, unit_decimals=round_)
    assert lz.vault.has(cid)
    assert lz.dat.cls(1).mint(lz, "0.1").quota().decimals == round_


def test_the_first_ten_accounts_are_rich_and_known(lz: LazAI) -> None:
    """Those of the mnemonic that every development chain has."""
    assert len(lz.chain.accounts) == 10
    assert lz.chain.accounts[0].address == lz.address == "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
    assert lz.balance(lz.chain.accounts[9]) == ether(10_000)

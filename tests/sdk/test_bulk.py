"""Bulk work: pipelined, in order, and exact about what failed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lazai_py import LazAI, MintOrder, wei
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import BulkFailed, ERC1155InvalidReceiver, InsufficientValue, InvalidAddress
from tests.sdk.conftest import NothingSent


def test_many_tokens_are_minted_in_order(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """In batches of a hundred; each token is what its order says."""
    orders = [
        MintOrder(alice if index % 2 else bob, quota=index, share=index, expires=timedelta(days=1))
        for index in range(250)
    ]
    before = lz.engine.nonce(lz.address)

    tokens = cls.mint_many(orders)

    assert lz.engine.nonce(lz.address) == before + 3
    assert [token.serial for token in tokens] == list(range(1, 251))
    for index in (0, 99, 100, 249):
        assert tokens[index].owner() == (alice if index % 2 else bob).address
        assert tokens[index].quota() == tokens[index].share() == index
        assert tokens[index].expires_at() is not None


def test_one_bad_order_stops_all_before_anything_is_sent(
    lz: LazAI, cls: DatClass, alice: LazAI, nothing_sent: NothingSent
) -> None:
    """The address is named."""
    with nothing_sent(lz), pytest.raises(InvalidAddress, match="0xnobody"):
        cls.mint_many([MintOrder(alice), MintOrder("0xnobody")])


def test_any_intents_go_together(lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset) -> None:
    """Each result is that of its intent, and what prepares one goes right before it."""
    cls.mint(alice, share=1)

    token, first, second, native = lz.send_many(
        [
            cls.mint.intent(alice, quota=5),
            cls.settle.intent(usdc.amount(2)),
            cls.settle.intent(usdc.amount(3)),
            cls.settle.intent(wei(9)),
        ]
    )

    assert token == cls.token(2)
    assert (first, second, native) == (usdc.amount(2), usdc.amount(3), wei(9))
    assert lz.send_many([]) == []
    assert lz.last_receipt is not None


def test_one_that_would_fail_is_named_and_nothing_is_sent(lz: LazAI, cls: DatClass, nothing_sent: NothingSent) -> None:
    """Position and decoded error; the group is tried as a whole first."""
    token = cls.mint(lz, quota=3)
    uses = [token.consume.intent(amount) for amount in (1, 1, 5)]

    with nothing_sent(lz), pytest.raises(BulkFailed) as failed:
        lz.send_many(uses)

    assert list(failed.value.failures) == [2]
    refusal = failed.value.failures[2]
    assert isinstance(refusal, InsufficientValue)
    assert (refusal.available, refusal.required) == (1, 5)
    assert (refusal.contract, refusal.function) == ("DataAnchoringToken", "recordUsage")
    assert token.quota() == 3


def test_positions_of_failures_count_intents_not_their_preparations(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset
) -> None:
    """An approval in front shifts nothing."""
    cls.mint(alice, share=1)
    zero = "0x" + "00" * 20

    with pytest.raises(BulkFailed) as failed:
        lz.send_many([cls.settle.intent(usdc.amount(1)), cls.mint.intent(zero)])

    assert {position: type(error) for position, error in failed.value.failures.items()} == {1: ERC1155InvalidReceiver}
    assert len(failed.value.receipts) == 2

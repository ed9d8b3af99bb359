"""Plans: every write says what it would do before it does it."""

from __future__ import annotations

import pytest

from lazai_py import LazAI, MintOrder, Wei, ether, wei
from lazai_py._contract.bindings.data_anchoring_token import Minted, RevenueSettled, TransferSingle
from lazai_py._contract.bindings.erc20 import Approval
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import InsufficientFunds, NotController, NotMinter
from tests.sdk.conftest import NothingSent


def test_a_plan_has_gas_fee_result_and_effects_and_sends_nothing(
    lz: LazAI, cls: DatClass, alice: LazAI, nothing_sent: NothingSent
) -> None:
    """The effects are those of the transaction that follows."""
    with nothing_sent(lz):
        plan = cls.mint.plan(alice, quota=3, share=2)

    token_id = 1 << 128 | 1
    assert plan.ok
    assert plan.result == token_id
    assert plan.effects is not None
    assert [type(effect) for effect in plan.effects] == [Minted, TransferSingle]
    assert plan.effects[0] == Minted(token_id, 1, alice.address, 3, 2, 0)
    assert plan.gas is not None
    assert plan.fee == Wei(plan.gas * lz.engine.fees().max_fee)

    token = cls.mint(alice, quota=3, share=2)

    receipt = lz.last_receipt
    assert receipt is not None
    assert token.id == token_id
    assert abs(receipt.gas_used - plan.gas) <= plan.gas // 50


def test_a_plan_that_would_fail_says_why(cls: DatClass, alice: LazAI, nothing_sent: NothingSent) -> None:
    """With the contract's own error, decoded; nothing is raised."""
    with nothing_sent(alice):
        plan = alice.dat.cls(cls.id).mint.plan(alice)

    assert not plan.ok
    assert isinstance(plan.failure, NotMinter)
    assert (plan.failure.class_id, plan.failure.caller) == (1, alice.address)
    assert (plan.failure.contract, plan.failure.function) == ("DataAnchoringToken", "mint")
    assert plan.result is None
    assert "would fail: NotMinter" in str(plan)


def test_a_plan_that_cannot_be_paid_says_so(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """The value and the fee are counted."""
    cls.mint(alice, share=1)
    lz.chain.fund(alice, wei(10))

    failure = alice.dat.cls(cls.id).settle.plan(ether(1)).failure

    assert isinstance(failure, InsufficientFunds)
    assert failure.have == wei(10)
    assert failure.need >= ether(1)


def test_a_plan_counts_what_prepares_it(
    lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset, nothing_sent: NothingSent
) -> None:
    """The approval before a settlement is simulated too."""
    cls.mint(alice, share=1)

    with nothing_sent(lz):
        plan = cls.settle.plan(usdc.amount(5))

    assert plan.ok
    assert plan.effects is not None
    kinds = [type(effect) for effect in plan.effects]
    assert kinds[0] is Approval
    assert kinds[-1] is RevenueSettled
    assert "after Erc20.approve" in str(plan)
    assert usdc.allowance(lz, lz.dat).raw == 0


def test_a_plan_of_many_adds_up(lz: LazAI, cls: DatClass, alice: LazAI, nothing_sent: NothingSent) -> None:
    """Gas and fee are sums; the first failure is the batch's."""
    orders = [MintOrder(alice, 1)] * 150
    with nothing_sent(lz):
        plan = cls.mint_many.plan(orders)

    assert plan.ok
    assert len(plan.plans) == 2
    assert plan.gas == sum(each.gas or 0 for each in plan.plans)
    assert plan.fee == plan.plans[0].fee + plan.plans[1].fee  # type: ignore[operator]
    assert str(plan).count("DataAnchoringToken.mintBatch(") == 2

    refused = alice.dat.cls(cls.id).mint_many.plan(orders)
    assert not refused.ok
    assert isinstance(refused.failure, NotMinter)


def test_a_plan_of_nothing_is_fine(lz: LazAI, cls: DatClass) -> None:
    """No orders, no transactions, no cost."""
    plan = cls.mint_many.plan([])

    assert (plan.ok, plan.gas, plan.fee, str(plan)) == (True, 0, wei(0), "nothing to do")
    assert cls.mint_many([]) == []


def test_a_plan_shows_itself_in_a_notebook(cls: DatClass, alice: LazAI) -> None:
    """As preformatted text, escaped."""
    shown = cls.update_metadata.plan("ipfs://<b>", integrity_hash=bytes(32))._repr_html_()

    assert shown.startswith("<pre>DataAnchoringToken.updateClassMetadata(")
    assert "&lt;b&gt;" in shown
    assert cls.mint_many.plan([MintOrder(alice)])._repr_html_().startswith("<pre>DataAnchoringToken.mintBatch(")


@pytest.mark.parametrize("change", ["freeze", "renounce_controller", "accept_controller"])
def test_every_write_has_a_plan(cls: DatClass, alice: LazAI, change: str) -> None:
    """Also the rarest; for a stranger each of them names its refusal."""
    plan = getattr(alice.dat.cls(cls.id), change).plan()

    assert not plan.ok
    if change != "accept_controller":
        assert isinstance(plan.failure, NotController)


def test_an_intent_may_be_kept_and_sent_later(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """It is a value; sending it twice mints twice."""
    intent = cls.mint.intent(alice, quota=1)

    first, second = intent.send(lz.sender), intent.send(lz.sender)

    assert (first.serial, second.serial) == (1, 2)

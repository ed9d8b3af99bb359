"""Views, intents, plans and sends against a real contract, on both engines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.data_anchoring_token import (
    ApprovalForClass,
    ClassCreated,
    DataAnchoringToken,
    GetClassMetaResult,
    Minted,
    RevenueSettled,
    TransferSingle,
)
from lazai_py._contract.bindings.erc20 import Approval, Erc20, Transfer
from lazai_py._contract.bulk import send_many
from lazai_py._contract.contract import Contract
from lazai_py._contract.errors import (
    ERC20InvalidSpender,
    InsufficientValue,
    NotMinter,
    TransferFromFailed,
    UnknownClass,
)
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import (
    BulkFailed,
    ContractError,
    InputError,
    InsufficientFunds,
    InvalidAddress,
    InvalidAmount,
    NotDeployed,
    UnknownRevert,
)
from lazai_py._types import NATIVE, ether, to_address, wei
from tests.unit.contract.conftest import World

NOBODY = to_address("0x" + "99" * 20)
FIRST = (1 << 128) + 1


def mint(world: World, value: int = 1_000, share: int = 512) -> int:
    """A token of the first class, in Alice's hands."""
    return world.dat.mint(1, world.alice, value, share, 0).send(world.alice).only(Minted).token_id


# --- views ---


def test_a_view_with_several_outputs_returns_them_by_name(world: World) -> None:
    """`getClassMeta` returns a tuple with fields."""
    meta = world.dat.get_class_meta(1)
    assert meta == GetClassMetaResult("ipfs://meta", b"\x07" * 32, 3, "ipfs://policy")
    assert (meta.metadata_uri, meta.unit_decimals) == ("ipfs://meta", 3)


def test_a_view_with_one_output_returns_it(world: World) -> None:
    """Addresses have their checksum."""
    assert world.dat.controller_of(1) == world.alice.address
    assert world.dat.class_count() == 1
    assert world.dat.is_minter(1, world.bob) is False


def test_a_view_that_is_refused_raises_the_decoded_error(world: World) -> None:
    """The error knows which call it answers."""
    with pytest.raises(UnknownClass) as caught:
        world.dat.get_class_meta(7)
    assert (caught.value.class_id, caught.value.contract, caught.value.function) == (
        7,
        "DataAnchoringToken",
        "getClassMeta",
    )


# --- sending ---


def test_sending_returns_the_events_of_its_own_transaction(world: World) -> None:
    """S17: ids are read from the receipt, never looked up afterwards."""
    sent = world.dat.mint(1, world.bob, 1_000, 500, 0).send(world.alice)
    assert sent.receipt.succeeded
    assert sent.events == (
        Minted(FIRST, 1, world.bob.address, 1_000, 500, 0),
        TransferSingle(world.alice.address, NATIVE, world.bob.address, FIRST, 1),
    )
    assert [event.log for event in sent.events] == list(sent.receipt.logs)


def test_an_intent_may_have_a_result_of_its_own(world: World) -> None:
    """`then` says how to read it."""
    intent = world.dat.create_class("ipfs://x", bytes(32), 0, "").then(lambda sent: sent.only(ClassCreated).class_id)
    assert intent.send(world.alice) == 2
    assert intent.send(world.alice) == 3


def test_a_refused_call_raises_the_decoded_error_and_is_not_sent(world: World) -> None:
    """S5, S18: no raw selector, and no refusal that looks like a success."""
    before = world.engine.nonce(world.bob.address)
    with pytest.raises(NotMinter) as caught:
        world.dat.mint(1, world.bob, 1, 1, 0).send(world.bob)
    assert (caught.value.caller, caught.value.contract, caught.value.function) == (
        world.bob.address,
        "DataAnchoringToken",
        "mint",
    )
    assert world.engine.nonce(world.bob.address) == before


def test_the_native_coin_goes_along_as_an_amount(world: World) -> None:
    """`pay` is Wei, and arrives."""
    mint(world)
    sent = world.dat.settle_revenue_eth(1, pay=wei(12)).send(world.bob)
    assert sent.only(RevenueSettled) == RevenueSettled(1, NATIVE, 12)
    assert world.engine.balance(world.dat.address) == 12
    assert world.dat.pending_revenue(FIRST, NATIVE) == 12


def test_paying_a_bare_number_is_refused(world: World) -> None:
    """A number has no unit."""
    with pytest.raises(InputError, match=r"pay=12 is no amount of the native coin\. Pass wei"):
        world.dat.settle_revenue_eth(1, pay=12)  # type: ignore[arg-type]


def test_wrong_values_raise_when_the_intent_is_made(world: World) -> None:
    """Nothing has to be sent to find out."""
    with pytest.raises(InvalidAmount, match="value is uint256"):
        world.dat.mint(1, world.bob, -1, 0, 0)
    with pytest.raises(InvalidAmount, match="expireAt is uint64"):
        world.dat.mint(1, world.bob, 1, 0, 2**64)
    with pytest.raises(InvalidAddress, match="'bob' is not an address"):
        world.dat.mint(1, "bob", 1, 0, 0)


def test_asking_for_one_event_of_none_or_several_is_an_error(world: World) -> None:
    """A wrong contract at the address shows here at the latest."""
    sent = world.dat.mint_batch(1, [world.bob] * 2, [1, 2], [0, 0], [0, 0]).send(world.alice)
    assert [event.value for event in sent.all(Minted)] == [1, 2]
    with pytest.raises(ContractError, match="emitted 2 Minted events, not one"):
        sent.only(Minted)
    with pytest.raises(ContractError, match="emitted 0 ClassCreated events, not one"):
        sent.only(ClassCreated)


def test_events_are_found_by_kind_and_by_what_is_indexed(world: World) -> None:
    """By one value, by alternatives or by any; from a block on, in order."""
    sent = [world.dat.mint(1, world.bob, value, 0, 0).send(world.alice) for value in (5, 6, 7)]
    minted, moved = world.dat.events(Minted), world.dat.events(TransferSingle)
    since = sent[1].receipt.block_number

    assert [event.value for event in minted] == [5, 6, 7]
    assert world.dat.events(Minted, since=since) == minted[1:]
    assert world.dat.events(Minted, FIRST + 1, 1) == minted[1:2]
    assert world.dat.events(Minted, (FIRST, FIRST + 2)) == [minted[0], minted[2]]
    assert world.dat.events(Minted, None, 2) == []
    assert world.dat.events(TransferSingle, None, None, world.bob) == moved


# --- planning ---


def test_a_plan_tells_what_sending_then_does(world: World) -> None:
    """Effects, result and gas are those of the transaction, and nothing is sent."""
    intent = world.dat.mint(1, world.bob, 1_000, 500, 0)
    nonce = world.engine.nonce(world.alice.address)
    plan = intent.plan(world.alice)
    assert (plan.ok, plan.failure, plan.result) == (True, None, FIRST)
    assert world.engine.nonce(world.alice.address) == nonce
    assert world.dat.token_count_of(1) == 0

    sent = intent.send(world.alice)
    assert plan.effects == sent.events
    assert plan.gas == sent.receipt.gas_used
    assert plan.call == Call(world.dat.address, intent.data, 0, world.alice.address)
    assert plan.fee is not None
    assert sent.receipt.fee.raw <= plan.fee.raw


def test_a_plan_holds_the_failure_instead_of_raising_it(world: World) -> None:
    """The decoded error, with the call's name."""
    plan = world.dat.mint(1, world.bob, 1, 1, 0).plan(world.bob.address)
    assert not plan.ok
    assert isinstance(plan.failure, NotMinter)
    assert (plan.failure.caller, plan.failure.function) == (world.bob.address, "mint")
    assert (plan.effects, plan.result) == (None, None)


def test_a_plan_reads_well(world: World) -> None:
    """The call, who makes it, what it costs, what it emits; or why not."""
    intent = world.dat.approve_for_class(1, world.bob.address, True)
    lines = str(intent.plan(world.alice)).splitlines()
    assert lines[0] == f"DataAnchoringToken.approveForClass(classId=1, operator={world.bob.address}, approved=True)"
    assert lines[1] == f"  from {world.alice.address}"
    assert lines[2].startswith("  gas ")
    assert lines[2].endswith(" ETH")
    assert lines[3] == f"  emits {ApprovalForClass(world.alice.address, 1, world.bob.address, True)}"
    refused = str(world.dat.settle_revenue_eth(9, pay=ether(1)).plan(world.alice)).splitlines()
    assert refused[0] == "DataAnchoringToken.settleRevenueETH(classId=9) paying 1 ETH"
    assert refused[-1] == (
        "  would fail: UnknownClass: No class has this id (class_id=9). "
        "Check the class id and the chain; ids count from 1."
    )


def test_an_account_that_cannot_pay_is_found_in_the_plan(world: World) -> None:
    """For the gas, and for the coins that go along."""
    mint(world)
    world.engine.set_balance(NOBODY, 1)
    plan = world.dat.approve_for_class(1, world.bob, True).plan(NOBODY)
    assert isinstance(plan.failure, InsufficientFunds)
    assert plan.failure.have == wei(1)
    assert plan.fee is not None
    assert plan.failure.need == plan.fee
    paying = world.dat.settle_revenue_eth(1, pay=ether(1)).plan(NOBODY)
    assert isinstance(paying.failure, InsufficientFunds)
    assert paying.failure.have == wei(1)


# --- calls that prepare others ---


def settlement(world: World, amount: int) -> Intent[Sent]:
    """The settlement of an ERC-20, without its approval."""
    return world.dat.settle_revenue_erc20(1, world.token, amount)


def test_a_prepared_call_is_planned_as_a_whole(world: World) -> None:
    """The settlement sees the approval before it."""
    mint(world)
    world.token.mint(world.bob, 70).send(world.bob)
    approve = Erc20(world.engine, world.token).approve(world.dat, 70)
    intent = settlement(world, 70).after(approve)
    alone = settlement(world, 70).plan(world.bob)
    assert isinstance(alone.failure, TransferFromFailed)

    plan = intent.plan(world.bob)
    bob, dat, token = world.bob.address, world.dat.address, world.token.address
    assert plan.effects == (Approval(bob, dat, 70), Transfer(bob, dat, 70), RevenueSettled(1, token, 70))
    assert f"  after Erc20.approve(spender={dat}, value=70)" in str(plan)
    assert approve.plan(world.bob).result is True

    sent = intent.send(world.bob)
    assert sent.only(RevenueSettled) == RevenueSettled(1, token, 70)
    assert world.token.allowance(bob, dat) == 0
    assert plan.gas is not None
    assert plan.gas > sent.receipt.gas_used


def test_the_failure_of_a_preparing_call_is_its_own(world: World) -> None:
    """The error names the call that fails first."""
    intent = settlement(world, 70).after(Erc20(world.engine, world.token).approve(NATIVE, 70))
    plan = intent.plan(world.bob)
    assert isinstance(plan.failure, ERC20InvalidSpender)
    assert (plan.failure.contract, plan.failure.function) == ("Erc20", "approve")
    with pytest.raises(ERC20InvalidSpender):
        intent.send(world.bob)


# --- many at once ---


def test_many_intents_return_their_results_in_order(world: World) -> None:
    """Each from its own receipt."""
    intents = [
        world.dat.mint(1, world.bob, value, 0, 0).then(lambda sent: sent.only(Minted).value) for value in range(5)
    ]
    assert send_many(world.alice, intents) == [0, 1, 2, 3, 4]
    assert world.dat.token_count_of(1) == 5


def test_many_intents_are_prepared_first(world: World) -> None:
    """Every approval is there before the first settlement."""
    mint(world)
    world.token.mint(world.bob, 30).send(world.bob)
    approve = Erc20(world.engine, world.token).approve(world.dat, 30)
    results = send_many(world.bob, [settlement(world, 10).after(approve), settlement(world, 20)])
    assert [sent.only(RevenueSettled).amount for sent in results] == [10, 20]


def test_the_refused_ones_of_many_are_named_and_decoded(world: World) -> None:
    """By position, with the call's name."""
    token_id = mint(world, value=5)
    metric = bytes(32)
    intents = [world.dat.record_usage(token_id, metric, amount) for amount in (3, 3)]
    with pytest.raises(BulkFailed) as caught:
        send_many(world.alice, intents)
    assert list(caught.value.failures) == [1]
    refused = caught.value.failures[1]
    assert isinstance(refused, InsufficientValue)
    assert (refused.available, refused.required, refused.function) == (2, 3, "recordUsage")


# --- addresses that hold something else ---


def test_an_address_without_code_is_told_before_anything_is_sent(world: World) -> None:
    """A call to it would succeed and do nothing."""
    nowhere = DataAnchoringToken(world.engine, NOBODY)
    message = f"DataAnchoringToken is not deployed at {NOBODY} on chain {world.engine.chain_id()}"
    with pytest.raises(NotDeployed, match=message):
        nowhere.class_count()
    with pytest.raises(NotDeployed, match=message):
        nowhere.freeze_class(1).plan(world.alice)
    with pytest.raises(NotDeployed, match=message):
        nowhere.freeze_class(1).send(world.alice)
    with pytest.raises(NotDeployed, match=message):
        send_many(world.alice, [nowhere.freeze_class(1)])


def test_a_contract_that_answers_nothing_is_not_taken_for_another(world: World) -> None:
    """Its code stops at once."""
    world.engine.set_code(NOBODY, b"\x00")
    with pytest.raises(ContractError, match="answered classCount with 0x, which is no answer of a Data") as caught:
        DataAnchoringToken(world.engine, NOBODY).class_count()
    assert str(caught.value).endswith(f"Check that {NOBODY} is a DataAnchoringToken.")


def test_a_function_that_the_contract_lacks_is_an_unknown_revert(world: World) -> None:
    """The DAT has no `decimals`."""
    with pytest.raises(UnknownRevert) as caught:
        Erc20(world.engine, world.dat).decimals()
    assert (caught.value.data, caught.value.function) == (b"", "decimals")


def test_contracts_are_values(world: World) -> None:
    """Two handles of one contract are equal; of another kind, place or chain they are not."""
    again = DataAnchoringToken(world.engine, world.dat.address.lower())
    assert again == world.dat
    assert {again, world.dat} == {again}
    assert repr(again) == f"DataAnchoringToken({world.dat.address})"
    others: list[Contract] = [Erc20(world.engine, world.dat), DataAnchoringToken(world.engine, NOBODY)]
    assert all(other != again for other in others)
    assert again != world.dat.address


# --- write methods ---


@dataclass
class Desk:
    """A noun with one write method."""

    dat: DataAnchoringToken
    sender: Sender

    @write
    def open(self, name: str, *, decimals: int = 0) -> Intent[int]:
        """Creates a class and returns its id."""
        return self.dat.create_class(name, bytes(32), decimals, "").then(lambda sent: sent.only(ClassCreated).class_id)


def test_a_write_method_sends_when_it_is_called(world: World) -> None:
    """It returns what its body says."""
    desk = Desk(world.dat, world.bob)
    assert desk.open("ipfs://x", decimals=2) == 2
    assert world.dat.get_class_meta(2).unit_decimals == 2


def test_a_write_method_has_a_dry_run_and_an_intent_from_the_same_body(world: World) -> None:
    """Neither sends."""
    desk = Desk(world.dat, world.bob)
    plan = desk.open.plan("ipfs://x")
    assert plan.result == 2
    assert plan.effects is not None
    assert ClassCreated(2, "ipfs://x", bytes(32)) in plan.effects
    assert plan.call.sender == world.bob.address
    assert desk.open.intent("ipfs://x").data == world.dat.create_class("ipfs://x", bytes(32), 0, "").data
    assert world.dat.class_count() == 1


def test_a_write_method_keeps_its_name_and_documentation(world: World) -> None:
    """Help and notebooks show the body's."""
    assert Desk.open.__doc__ == Desk(world.dat, world.bob).open.__doc__ == "Creates a class and returns its id."
    assert Desk(world.dat, world.bob).open.__name__ == "open"

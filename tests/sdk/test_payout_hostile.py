"""Payouts among strangers: no contract, whatever it answers, takes from an account what others owe it, or stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.engine import Call, DevEngine
from lazai_py._types import NATIVE, Address
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import ContractError
from lazai_py.market import Parent, Permission
from tests.bindings.hostile_token import HostileToken
from tests.sdk import impostors
from tests.sdk.test_offerings import TERMS
from tests.sdk.test_payout import check

HONEST, REVERTS, EATS_GAS, BOMBS, LIES_OF_MUCH, REVERTS_ON_BALANCE = range(6)
BAD = (REVERTS, EATS_GAS, BOMBS, LIES_OF_MUCH, REVERTS_ON_BALANCE)


@pytest.fixture
def owed(lz: LazAI, alice: LazAI, cls: DatClass) -> DatClass:
    """A class that owes Alice 100 wei."""
    cls.mint(alice, 0, 1)
    cls.settle(wei(100))
    return cls


@pytest.fixture
def host(lz: LazAI) -> HostileToken:
    """An ERC-20 that is honest so far, of which the first account has a million."""
    receipt = lz.sender.send(Call(None, HostileToken.creation()))
    assert receipt.contract_address is not None
    token = HostileToken(lz.engine, receipt.contract_address)
    token.mint(lz.address, 10**6).send(lz.sender)
    return token


# --- RevShare tokens that are none ---


@pytest.mark.parametrize("runtime", impostors.NO_SHARES.values(), ids=impostors.NO_SHARES.keys())
def test_what_is_sent_to_an_account_is_not_asked_far(lz: LazAI, alice: LazAI, owed: DatClass, runtime: bytes) -> None:
    """It gets nowhere near the claims."""
    impostors.deploy(lz, runtime, alice)
    preview = check(lz, alice)
    assert preview.received == {NATIVE: wei(100)}
    assert (len(preview.claims), preview.passed_over, preview.later) == (1, (), ())


@pytest.mark.parametrize("runtime", impostors.FALSE_SHARES.values(), ids=impostors.FALSE_SHARES.keys())
def test_what_says_that_it_is_a_share_and_pays_nothing_is_passed_over(
    lz: LazAI, alice: LazAI, owed: DatClass, usdc: Erc20Asset, runtime: bytes
) -> None:
    """In coins and in an ERC-20 that others owe the account really."""
    cls = owed
    impostors.deploy(lz, runtime, alice, assets=(usdc.address,))
    cls.settle(usdc.raw(30))
    preview = check(lz, alice)
    assert preview.received == {NATIVE: wei(100), usdc.address: usdc.raw(30)}
    assert [due.is_strange for due in preview.claims] == [False, False]
    assert [due.assets for due in preview.passed_over] == [(NATIVE,), (usdc.address,)]


def test_a_share_that_says_it_pays_in_everything_is_heard_so_far(lz: LazAI, alice: LazAI, owed: DatClass) -> None:
    """Of no more assets than a real one can have."""
    many = tuple(Address(f"0x{number:040x}") for number in range(1, 101))
    impostors.deploy(lz, impostors.PROMISES, alice, assets=many)
    preview = check(lz, alice)
    assert preview.received == {NATIVE: wei(100)}
    assert len(preview.passed_over) == 17


def test_a_strangers_share_that_pays_is_claimed_from_whatever_it_says_of_it(
    lz: LazAI, alice: LazAI, owed: DatClass
) -> None:
    """What comes in counts, and the helper's own events are told from those of others."""
    share = impostors.deploy(lz, impostors.PAYS_AND_BOASTS, alice)
    lz.chain.fund(share, ether(1))
    payout = lz.payout(alice)
    preview = payout.preview()
    assert (preview.received, preview.sure) == ({NATIVE: wei(107)}, wei(100))
    before = alice.balance()
    assert payout.run(preview).received == {NATIVE: wei(107)}
    assert alice.balance() - before == wei(107)


def test_a_share_that_pays_only_while_it_is_tried_stops_nothing(lz: LazAI, alice: LazAI, owed: DatClass) -> None:
    """Nobody insists on what a stranger shows."""
    share = impostors.deploy(lz, impostors.PAYS_IN_TRIALS, alice)
    lz.chain.fund(share, ether(1))
    payout = lz.payout(alice)
    preview = payout.preview()
    assert (preview.received, preview.sure) == ({NATIVE: wei(107)}, wei(100))
    assert payout.run(preview).received == {NATIVE: wei(100)}


def test_what_a_share_says_that_it_paid_is_not_taken_for_paid(lz: LazAI, alice: LazAI) -> None:
    """It emits the event by which the helper says what came in, and nothing did."""
    share = impostors.deploy(lz, impostors.PAYS_IN_TRIALS, alice)
    lz.chain.fund(share, ether(1))
    assert lz.payout(alice).preview().received == {NATIVE: wei(7)}
    assert lz.payout(alice).run().received == {}


def test_a_crowd_of_them_stops_nothing(lz: LazAI, alice: LazAI, owed: DatClass) -> None:
    """Each kind several times, in one transaction with what is owed really."""
    for runtime in (*impostors.NO_SHARES.values(), *impostors.FALSE_SHARES.values()) * 2:
        impostors.deploy(lz, runtime, alice)
    preview = check(lz, alice)
    assert preview.received == {NATIVE: wei(100)}
    assert len(preview.claims) == 1


# --- ERC-20s that misbehave ---


@pytest.mark.parametrize("mood", BAD)
def test_a_hostile_erc20_in_an_inlet_stands_in_nobodys_way(
    lz: LazAI, alice: LazAI, owed: DatClass, host: HostileToken, usdc: Erc20Asset, *, mood: int
) -> None:
    """What lies beside it comes along."""
    cls = owed
    inlet = lz.router.inlet(cls)
    host.transfer(inlet, 1_000).send(lz.sender)
    host.turn(mood).send(lz.sender)
    usdc.transfer(inlet, usdc.raw(90))
    lz.sender.send(Call(inlet, value=50))
    preview = check(lz, alice)
    received = dict(preview.received)
    received.pop(host.address, None)
    assert received == {NATIVE: wei(150), usdc.address: usdc.raw(90)}


@pytest.mark.parametrize("mood", BAD)
def test_a_hostile_erc20_that_was_settled_stands_in_nobodys_way(
    lz: LazAI, alice: LazAI, owed: DatClass, host: HostileToken, usdc: Erc20Asset, *, mood: int
) -> None:
    """Anybody can settle anything in anybody's class."""
    cls = owed
    host.approve(lz.dat.address, 1_000).send(lz.sender)
    lz.dat.contract.settle_revenue_erc20(cls.id, host.address, 1_000).send(lz.sender)
    cls.settle(usdc.raw(30))
    host.turn(mood).send(lz.sender)
    assert check(lz, alice).received == {NATIVE: wei(100), usdc.address: usdc.raw(30)}


def test_an_erc20_that_is_gone_stands_in_nobodys_way(
    lz: LazAI, alice: LazAI, owed: DatClass, host: HostileToken
) -> None:
    """It was settled, and destroyed itself."""
    host.approve(lz.dat.address, 1_000).send(lz.sender)
    lz.dat.contract.settle_revenue_erc20(owed.id, host.address, 1_000).send(lz.sender)
    assert isinstance(lz.engine, DevEngine)
    lz.engine.set_code(host.address, b"")
    assert check(lz.anew(), alice.anew()).received == {NATIVE: wei(100)}


@pytest.mark.parametrize("mood", BAD)
def test_a_hostile_erc20_that_waits_up_the_way_stands_in_nobodys_way(
    lz: LazAI, alice: LazAI, owed: DatClass, host: HostileToken, mood: int
) -> None:
    """Coins flow all the same."""
    parent = owed
    lz.router.set_derivation(parent, Permission.OPEN)
    child = lz.dat.create_class({"name": "child"})
    lz.router.set_terms(child, parents=[Parent(parent, 5_000)], service=(alice, 1_000))
    host.approve(lz.router.address, 1_000).send(lz.sender)
    lz.router.contract.pay(child.id, host.address, 1_000, pay=wei(0)).send(lz.sender)
    lz.router.pay(child, wei(1_000))
    host.turn(mood).send(lz.sender)
    assert check(lz, alice).received == {NATIVE: wei(100 + 500 + 100)}


@pytest.mark.parametrize("mood", BAD)
def test_an_erc20_that_turns_bad_after_the_preview_stops_nothing(
    lz: LazAI, alice: LazAI, owed: DatClass, host: HostileToken, mood: int
) -> None:
    """It is honest while it is looked at, and pays nothing when it is claimed; unless somebody insists on it."""
    host.approve(lz.dat.address, 1_000).send(lz.sender)
    lz.dat.contract.settle_revenue_erc20(owed.id, host.address, 1_000).send(lz.sender)
    payout = lz.payout(alice)
    preview = payout.preview()
    assert preview.received == {NATIVE: wei(100), host.address: lz.erc20(host.address).raw(1_000)}
    host.turn(mood).send(lz.sender)

    with pytest.raises(ContractError):
        payout.run(preview, insist=[host.address])
    received = dict(payout.run(preview).received)

    received.pop(host.address, None)
    assert received == {NATIVE: wei(100)}


def test_a_hostile_revenue_of_a_share_does_not_keep_the_rest(
    lz: LazAI, alice: LazAI, cls: DatClass, host: HostileToken, usdc: Erc20Asset
) -> None:
    """Of one token, by one claim of its ERC-20s and one of coins."""
    terms = replace(TERMS.token, holder=alice.address, revenue_tokens=(host.address, usdc.address))
    share = lz.revshare.create(terms)
    share.pay(ether(1))
    share.pay(usdc.raw(1_000))
    host.transfer(share.address, 1_000).send(lz.sender)
    lz.chain.advance(timedelta(hours=1))
    share.snapshot()
    lz.chain.mine()
    host.turn(REVERTS).send(lz.sender)
    assert check(lz, alice).received == {NATIVE: ether("0.6"), usdc.address: usdc.raw(600)}


def test_who_wastes_gas_crowds_nobody_out(lz: LazAI, alice: LazAI, owed: DatClass, usdc: Erc20Asset) -> None:
    """What does not fit into half a block is left out, and of that what uses most gas first."""
    owed.settle(usdc.raw(30))
    for _ in range(32):
        lz.chain.fund(impostors.deploy(lz, impostors.PAYS_AND_WASTES, alice), ether(1))
    preview = lz.payout(alice).preview()
    kept = sum(due.is_strange for due in preview.claims)
    assert 0 < kept < 32
    assert len(preview.passed_over) == 32 - kept
    assert preview.received == {NATIVE: wei(100 + 7 * kept), usdc.address: usdc.raw(30)}
    assert lz.payout(alice).run(preview).received == preview.received
    assert lz.last_receipt is not None
    assert lz.last_receipt.gas_used < lz.engine.block().gas_limit // 2

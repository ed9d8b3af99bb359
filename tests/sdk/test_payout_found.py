"""What a payout finds without being told: RevShare tokens of any origin, what these are owed, and at what cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.engine import Call, Engine, Log, LogFilter
from lazai_py._contract.bindings.rev_share_token_factory import RevShareTerms as FactoryTerms
from lazai_py._contract.bindings.rev_share_token_factory import RevShareTokenFactory
from lazai_py._errors import RpcError
from lazai_py._types import NATIVE
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.models import ModelVersion, Way
from lazai_py.payout import Later
from lazai_py.revshare import RevShare
from lazai_py.vault import MemoryVault
from tests.sdk.test_aigc import SMALL
from tests.sdk.test_offerings import TERMS
from tests.sdk.test_payout import check

HOUR = timedelta(hours=1)


@pytest.fixture
def share(lz: LazAI, alice: LazAI, usdc: Erc20Asset) -> RevShare:
    """A RevShare token that no offering sold and no factory made. All of it is Alice's; 60 % of revenue is claimed."""
    return lz.revshare.create(replace(TERMS.token, holder=alice.address, revenue_tokens=(usdc.address,)))


@pytest.fixture
def node_of_few_logs(monkeypatch: pytest.MonkeyPatch, lz: LazAI) -> None:
    """A node that answers no queries of logs without an address."""
    ask = type(lz.engine).logs

    def refuse(engine: Engine, wanted: LogFilter) -> list[Log]:
        if wanted.address is None:
            raise RpcError("eth_getLogs", -32602, "please specify an address in your request")
        return ask(engine, wanted)

    monkeypatch.setattr(type(lz.engine), "logs", refuse)


def _split(lz: LazAI, token: RevShare) -> None:
    """One coin comes in, and is split."""
    token.pay(ether(1))
    lz.chain.advance(HOUR)
    token.snapshot()
    lz.chain.mine()


def _made_by_factory(lz: LazAI, holder: LazAI, *, name: str = RevShareTokenFactory.NAME) -> RevShare:
    factory = RevShareTokenFactory(lz.engine, lz.deployment[name].address)
    struct, salt = FactoryTerms(*TERMS.token.struct(holder.address).values()), bytes(32)
    token = factory.address_of(struct, lz.address, salt)
    factory.create(struct, salt).send(lz.sender)
    return lz.revshare(token)


# --- RevShare tokens ---


def test_a_share_that_nobody_sold_is_found(lz: LazAI, alice: LazAI, share: RevShare) -> None:
    """It told the chain when it was given to the account."""
    _split(lz, share)
    assert check(lz, alice).received == {NATIVE: ether("0.6")}


@pytest.mark.parametrize("name", ["RevShareTokenFactory", "RevShareVotesTokenFactory"])
def test_a_share_that_a_factory_made_is_found(lz: LazAI, alice: LazAI, name: str) -> None:
    """With votes and without."""
    _split(lz, _made_by_factory(lz, alice, name=name))
    assert check(lz, alice).received == {NATIVE: ether("0.6")}


def test_a_share_that_was_sold_on_still_pays_what_it_split_before(
    lz: LazAI, alice: LazAI, bob: LazAI, share: RevShare
) -> None:
    """Who has it now is paid for what comes later only."""
    _split(lz, share)
    alice.revshare(share.address).transfer(bob, share.balance(alice))
    assert check(lz, alice).received == {NATIVE: ether("0.6")}
    assert check(lz, bob).received == {}


def test_every_asset_that_ever_was_revenue_is_claimed(
    lz: LazAI, alice: LazAI, share: RevShare, usdc: Erc20Asset
) -> None:
    """Coins by a claim of their own, so that no ERC-20 has a say in them."""
    share.pay(usdc.raw(1_001))
    _split(lz, share)
    preview = check(lz, alice)
    assert preview.received == {NATIVE: ether("0.6"), usdc.address: usdc.raw(600)}
    assert [due.assets for due in preview.claims] == [(NATIVE,), (usdc.address,)]


@pytest.mark.usefixtures("node_of_few_logs")
def test_on_a_node_that_wants_addresses_other_shares_have_to_be_named(lz: LazAI, alice: LazAI, share: RevShare) -> None:
    """Those that the deployment's factories made are found."""
    _split(lz, share)
    _split(lz, _made_by_factory(lz, alice))
    assert lz.payout(alice).preview().received == {NATIVE: ether("0.6")}
    assert lz.payout(alice, shares=[share.address]).preview().received == {NATIVE: ether("1.2")}


@pytest.mark.usefixtures("node_of_few_logs")
def test_on_a_node_that_wants_addresses_offerings_and_inlets_are_found_by_those_of_the_deployment(
    lz: LazAI, cls: DatClass, bob: LazAI, usdc: Erc20Asset
) -> None:
    """An ERC-20 in an inlet must have gone through the router once."""
    bob.offerings.at(lz.offerings.create(cls, TERMS).address).deposit(ether(1))
    lz.chain.advance(timedelta(days=8))
    cls.mint(bob, 0, 1)
    lz.router.pay(cls, usdc.raw(1))
    usdc.transfer(lz.router.inlet(cls), usdc.raw(9))

    assert check(lz, bob).received == {NATIVE: ether(1), usdc.address: usdc.raw(10)}


# --- what RevShare tokens are owed ---


@pytest.fixture
def earning(lz: LazAI, cls: DatClass, share: RevShare, usdc: Erc20Asset) -> RevShare:
    """The token has a third of a class's shares, and a tenth of what the class is paid through the router."""
    lz.router.set_terms(cls, rev_share=(share.address, 1_000))
    cls.mint(share.address, 0, 1)
    cls.mint(lz, 0, 2)
    lz.router.pay(cls, wei(1_000))
    lz.router.pay(cls, usdc.raw(100))
    return share


def test_what_a_share_is_owed_is_pushed_and_split_and_then_claimed(
    lz: LazAI, alice: LazAI, earning: RevShare, usdc: Erc20Asset
) -> None:
    """By two payouts: nobody can claim of a snapshot in its own block."""
    lz.chain.advance(HOUR)
    preview = lz.payout(alice).preview()
    assert preview.received == {}
    assert preview.later == (Later(earning.address, None),)
    assert "from the next block on" in str(preview)
    assert len(preview.claims) == 5  # two of the position, two of the router, and the snapshot

    outcome = lz.payout(alice).run(preview)
    lz.chain.mine()

    assert (outcome.received, outcome.passed_over) == ({}, 0)
    assert lz.balance(earning.address) == wei(100 + 300)
    # 60 % of it is claimed, 40 % redeemed.
    assert check(lz, alice).received == {NATIVE: wei(240), usdc.address: usdc.raw(24)}
    assert lz.payout(alice).preview().later == ()


def test_a_snapshot_that_is_too_early_is_said_to_be_waited_for(
    lz: LazAI, alice: LazAI, earning: RevShare, usdc: Erc20Asset
) -> None:
    """The revenue is in the token already, and one payout later it is split."""
    due = earning.next_snapshot_at()
    preview = lz.payout(alice).preview()
    assert preview.later == (Later(earning.address, due),)
    assert "waits for a snapshot" in str(preview)
    lz.payout(alice).run(preview)
    assert lz.balance(earning.address) == wei(400)

    again = lz.payout(alice).preview()
    assert (again.claims, again.later) == ((), (Later(earning.address, due),))

    lz.chain.advance(HOUR)
    assert [each.what for each in lz.payout(alice).preview().claims] == [f"a snapshot of {earning.address}"]
    lz.payout(alice).run()
    lz.chain.mine()
    assert check(lz, alice).received == {NATIVE: wei(240), usdc.address: usdc.raw(24)}


@pytest.mark.parametrize("is_booked", [False, True])
def test_what_lies_in_a_share_already_is_split(lz: LazAI, alice: LazAI, share: RevShare, *, is_booked: bool) -> None:
    """Whether or not anybody had it booked."""
    share.pay(wei(1_000))
    if is_booked:
        share.sync(NATIVE)
    lz.chain.advance(HOUR)
    lz.payout(alice).run()
    lz.chain.mine()
    assert check(lz, alice).received == {NATIVE: wei(600)}


def test_what_flows_to_a_share_only_is_moved_as_well(lz: LazAI, alice: LazAI, cls: DatClass, share: RevShare) -> None:
    """It lay in the inlet of a class that the account itself has no part in."""
    cls.mint(share.address, 0, 1)
    lz.sender.send(Call(lz.router.inlet(cls), value=1_000))
    lz.chain.advance(HOUR)
    lz.payout(alice).run()
    lz.chain.mine()
    assert check(lz, alice).received == {NATIVE: wei(600)}


def test_what_is_no_revenue_of_a_share_stays_where_it_can_be_fetched(
    lz: LazAI, alice: LazAI, cls: DatClass, usdc: Erc20Asset
) -> None:
    """In the token it would be nobody's."""
    share = lz.revshare.create(replace(TERMS.token, holder=alice.address))
    position = cls.mint(share.address, 0, 1)
    cls.settle(usdc.raw(100))
    preview = lz.payout(alice).preview()
    assert (preview.claims, preview.later) == ((), ())
    assert position.pending(usdc.address) == usdc.raw(100)


def test_a_share_that_is_redeemed_only_is_left_alone(lz: LazAI, alice: LazAI, cls: DatClass) -> None:
    """No snapshot of it would ever bring anybody anything."""
    share = lz.revshare.create(replace(TERMS.token, holder=alice.address, claim_percent=0))
    cls.mint(share.address, 0, 1)
    cls.settle(wei(100))
    assert lz.payout(alice).preview().claims == ()


# --- what it costs to look ---


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch, lz: LazAI) -> Counter[str]:
    """How often the chain is asked what."""
    counted: Counter[str] = Counter()
    for name in ("call", "simulate_many", "simulate_each", "logs", "code", "balance", "block"):
        ask = getattr(type(lz.engine), name)

        def count(*args: object, ask: Callable[..., object] = ask, name: str = name, **options: object) -> object:
            counted[name] += 1
            return ask(*args, **options)

        monkeypatch.setattr(type(lz.engine), name, count)
    return counted


def test_strangers_add_nothing_to_the_questions(
    lz: LazAI, cls: DatClass, alice: LazAI, questions: Counter[str]
) -> None:
    """Neither their classes nor their offerings, nor their collections, terms, shares and sales of access."""
    lz.models.install(SMALL)
    strange = lz.dat.create_class({"name": "strange"})
    model = lz.models.register(SMALL, cls=strange, verifiers={Way.REEXECUTION: lz.models.reexecution.address})
    cls.mint(alice, 0, 1)
    cls.settle(wei(100))
    asked = []
    for number in (1, 2, 5):
        _busy_strangers(lz, model, number)
        payout = lz.anew(vault=MemoryVault()).payout(alice)
        questions.clear()
        assert payout.preview().received == {NATIVE: wei(100)}
        asked.append(dict(questions))

    assert asked[0] == asked[1] == asked[2]
    assert sum(asked[0].values()) <= 40


def _busy_strangers(lz: LazAI, model: ModelVersion, number: int) -> None:
    for each in range(number):
        salt = bytes([number, each]) + bytes(30)
        sale = lz.offerings.create(lz.dat.create_class({"name": f"{number}.{each}"}), TERMS, salt=salt)
        sale.deposit(ether(1))
        lz.aigc.collection(model, name=f"works {number}.{each}", mint_fee=ether("0.1"))
        cls = lz.dat.create_class({"name": f"sold {number}.{each}"})
        lz.router.set_terms(cls, service=(lz, 1_000))
        cls.mint(lz, 0, 1)
        lz.router.pay(cls, wei(10_000))

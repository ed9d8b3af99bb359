"""What the published reference of ERC-7641 and its relatives do badly, numbered as known: ours does none of it."""

from __future__ import annotations

import pytest

from lazai_py._chain.engine import Call, Receipt
from lazai_py._contract.bindings.rev_share_token import (
    PaymentFailed,
    Redeemed,
    RevenueClaimed,
    RevenueReceived,
    SnapshotTaken,
    ZeroSupplySettled,
)
from lazai_py._contract.errors import (
    ClaimFailed,
    ExceedsSupply,
    NotGovernor,
    NothingToClaim,
    SnapshotNotClosed,
    SupplyNotZero,
    TooManyRevenueTokens,
    ZeroSupply,
)
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE
from tests.behaviours.shares import SUPPLY, Shares, claimed, total
from tests.behaviours.world import Actor, World

COIN = 10**18
GAS = 1_000_000


@pytest.fixture
def shares(w: World) -> Shares:
    """A token that Alice holds, with one ERC-20 that is revenue."""
    return Shares(w, revenue_tokens=(w.usd.address,))


def in_one_block(w: World, *acts: tuple[Actor, Intent[Sent]]) -> list[Receipt]:
    """Several acts of several people in one block, refused ones too."""
    with w.engine.one_block():
        pending = [actor.sender.submit(_with_gas(actor, intent)) for actor, intent in acts]
    receipts = [w.engine.receipt(each.tx_hash) for each in pending]
    assert len({receipt.block_number for receipt in receipts if receipt is not None}) == 1
    for (actor, _), each in zip(acts, pending, strict=True):
        actor.sender.line.settle([each.nonce])
    return [receipt for receipt in receipts if receipt is not None]


def _with_gas(actor: Actor, intent: Intent[Sent]) -> Call:
    call = intent.call(actor.address)
    return Call(call.to, call.data, call.value, call.sender, GAS)


# --- 1: one transaction borrows tokens, takes the snapshot, claims, and gives the tokens back ---


def test_borrowed_tokens_earn_nothing_in_the_block_of_a_snapshot(w: World, shares: Shares) -> None:
    """Balances count at the end of the block, so whoever has given the tokens back by then has none of it."""
    shares.earns(60 * COIN)
    w.until(shares.contract.next_snapshot_at())
    token = shares.contract

    receipts = in_one_block(
        w,
        (w.alice, token.transfer(w.bob, SUPPLY - 1)),
        (w.bob, token.snapshot()),
        (w.bob, token.claim(1)),
        (w.bob, token.transfer(w.alice, SUPPLY - 1)),
    )

    assert [receipt.status for receipt in receipts] == [1, 1, 0, 1]
    w.engine.mine()
    assert (shares.claimable(w.bob, 1), shares.claimable(w.alice, 1)) == (0, 36 * COIN)
    w.bob.is_refused(token.claim(1), NothingToClaim(w.bob.address, 1))


def test_a_snapshot_cannot_be_claimed_in_its_own_block(w: World, shares: Shares) -> None:
    """Its balances are not known yet."""
    shares.earns(60 * COIN)
    w.until(shares.contract.next_snapshot_at())
    w.stranger.does(shares.contract.snapshot())

    assert shares.claimable(w.alice, 1) == 0
    with pytest.raises(SnapshotNotClosed):
        shares.contract.balance_of_at(w.alice, 1)
    assert shares.contract.claimable_total(w.alice, NATIVE) == 0
    w.engine.mine()
    assert shares.claimable(w.alice, 1) == shares.contract.claimable_total(w.alice, NATIVE) == 36 * COIN


def test_borrowed_tokens_that_are_burnt_pay_what_they_stand_for(w: World, shares: Shares) -> None:
    """A burn after the snapshot in its block takes the burner's part out of it, and nothing of the others'."""
    shares.earns(100 * COIN)
    w.until(shares.contract.next_snapshot_at())
    token = shares.contract

    in_one_block(
        w,
        (w.stranger, token.snapshot()),
        (w.alice, token.transfer(w.bob, SUPPLY // 4)),
        (w.bob, token.burn(SUPPLY // 4)),
    )

    w.engine.mine()
    assert token.snapshot_of(1, NATIVE) == (SUPPLY * 3 // 4, 45 * COIN * 10_000)
    assert (shares.claimable(w.bob, 1), shares.claimable(w.alice, 1)) == (15 * COIN, 45 * COIN)
    assert shares.holds() == 90 * COIN
    assert shares.redeemable(SUPPLY * 3 // 4) == 30 * COIN


# --- 2: who burns just before a snapshot forfeits the claimable part of revenue ---


def test_who_burns_before_a_snapshot_keeps_its_part_of_it(w: World, shares: Shares) -> None:
    """The redemption part at once, the rest under the id of the next snapshot; the others get no more and no less."""
    shares.give(w.alice, w.bob, SUPPLY // 10)
    shares.earns(1000 * COIN)

    sent = w.bob.does(shares.contract.burn(SUPPLY // 10))
    first = shares.snapshot()

    assert sent.only(Redeemed).amount == 40 * COIN
    assert (shares.claimable(w.bob, first), shares.claimable(w.alice, first)) == (60 * COIN, 540 * COIN)
    assert total(claimed(w.bob.does(shares.contract.claim(first)))) == 60 * COIN
    w.bob.is_refused(shares.contract.claim(first), NothingToClaim(w.bob.address, first))


# --- 3: when everybody has burnt, the rest is locked for ever and the views panic ---


def test_the_last_holder_is_paid_everything(w: World, shares: Shares) -> None:
    """Revenue that nobody has split included; not a wei stays."""
    shares.earns(1000 * COIN + 1)
    w.payer.does(w.usd.does("mint", shares.contract, 7))

    w.alice.does(shares.contract.burn(SUPPLY))

    assert (shares.holds(), shares.holds(w.usd.address)) == (0, 0)
    assert w.usd.balance_of(w.alice) == 7


def test_without_tokens_no_view_panics(w: World, shares: Shares) -> None:
    """And nothing is taken in, or split among nobody."""
    shares.earns(10)
    shares.snapshot()
    w.alice.does(shares.contract.burn(SUPPLY))
    token = shares.contract

    assert (shares.redeemable(0), shares.redeemable(0, w.usd.address)) == (0, 0)
    with pytest.raises(ExceedsSupply):
        shares.redeemable(1)
    assert (shares.claimable(w.alice, 1), shares.claimable(w.bob, 1)) == (6, 0)
    assert token.claimable_total(w.bob, NATIVE) == 0
    assert token.balance_of_at(w.alice, 1) == SUPPLY
    w.until(token.next_snapshot_at())
    w.stranger.is_refused(token.snapshot(), ZeroSupply())
    refused = w.engine.simulate(Call(shares.address, value=1, sender=w.payer.address))
    assert (refused.ok, refused.data) == (False, ZeroSupply.selector)
    assert total(claimed(w.alice.does(token.claim(1)))) == 6


def test_what_arrives_for_nobody_goes_where_the_governor_says(w: World, shares: Shares) -> None:
    """By force or as an ERC-20; nothing that anybody is owed goes with it."""
    token, governor = shares.contract, w.controller
    shares.earns(10)
    shares.snapshot()
    governor.is_refused(token.settle_zero_supply(w.bob), SupplyNotZero(SUPPLY))
    w.alice.does(token.burn(SUPPLY))
    w.engine.set_balance(shares.address, shares.holds() + 77)
    w.payer.does(w.usd.does("mint", token, 5))
    w.bob.is_refused(token.settle_zero_supply(w.bob), NotGovernor(w.bob.address, governor.address))

    sent = governor.does(token.settle_zero_supply(w.bob))

    assert sent.all(ZeroSupplySettled) == (
        ZeroSupplySettled(NATIVE, w.bob.address, 77),
        ZeroSupplySettled(w.usd.address, w.bob.address, 5),
    )
    assert shares.holds() == shares.claimable(w.alice, 1) == 6


# --- 4: a contract that cannot receive coins can never claim ---


def test_a_contract_that_cannot_receive_names_somebody_who_can(w: World, shares: Shares) -> None:
    """Anyone may claim for it, which fails and takes nothing; by `claimTo` it is paid elsewhere."""
    wallet = w.deploy("ReentrantToken")
    shares.give(w.alice, wallet, SUPPLY // 2)
    shares.earns(10 * COIN)
    first = shares.snapshot()
    w.stranger.is_refused(shares.contract.claim_for(wallet, first), ClaimFailed(wallet.address, wallet.address))
    w.stranger.is_refused(shares.contract.claim_all_for(wallet, [NATIVE]), ClaimFailed(wallet.address, wallet.address))
    assert shares.claimable(wallet, first) == 3 * COIN

    w.payer.does(wallet.does("mint", w.payer, 1))
    w.payer.does(wallet.does("arm", shares.address, shares.contract.claim_to(first, w.bob).data))
    before = w.balance(w.bob)
    w.payer.does(wallet.transfer(w.alice, 1))

    assert wallet.says("succeeded") is True
    assert w.balance(w.bob) == before + 3 * COIN
    assert shares.claimable(wallet, first) == 0


def test_anyone_may_claim_for_somebody_who_alone_is_paid(w: World, shares: Shares) -> None:
    """So a holder needs no coins to come to its coins."""
    shares.earns(10 * COIN)
    first = shares.snapshot()

    sent = w.stranger.does(shares.contract.claim_for(w.alice, first))

    assert sent.only(RevenueClaimed) == RevenueClaimed(w.alice.address, NATIVE, 6 * COIN, w.alice.address)


# --- 5: a batch fails as a whole when one id is empty or claimed ---


def test_a_batch_skips_what_is_empty_or_claimed(w: World, shares: Shares) -> None:
    """An id that is named twice is paid once."""
    shares.earns(10 * COIN)
    shares.snapshot()
    shares.snapshot()
    shares.earns(20 * COIN)
    shares.snapshot()
    w.alice.does(shares.contract.claim(1))

    sent = w.alice.does(shares.contract.claim_many([3, 1, 2, 3]))

    assert claimed(sent) == [(w.alice.address, NATIVE, 12 * COIN, w.alice.address)]
    assert w.alice.does(shares.contract.claim_many([1, 2, 3])).events == ()


# --- 6: no events, whole percents only, nonsense above the supply ---


def test_events_tell_everything_that_happens_to_money(w: World, shares: Shares) -> None:
    """What came in, what was split, what went out."""
    shares.earns(1000)
    w.payer.does(w.usd.does("mint", shares.contract, 50))
    assert w.stranger.does(shares.contract.sync(w.usd)).events == (RevenueReceived(w.usd.address, 50),)
    w.until(shares.contract.next_snapshot_at())

    taken = w.stranger.does(shares.contract.snapshot())

    assert taken.events == (RevenueReceived(NATIVE, 1000), SnapshotTaken(1, SUPPLY))
    assert claimed(w.alice.does(shares.contract.claim(1))) == [
        (w.alice.address, NATIVE, 600, w.alice.address),
        (w.alice.address, w.usd.address, 30, w.alice.address),
    ]
    burnt = w.alice.does(shares.contract.burn(SUPPLY // 2))
    assert burnt.all(Redeemed) == (
        Redeemed(w.alice.address, SUPPLY // 2, NATIVE, 200),
        Redeemed(w.alice.address, SUPPLY // 2, w.usd.address, 10),
    )


def test_the_part_for_claims_is_in_basis_points(w: World) -> None:
    """33.33 % of 10,000 wei are 3,333."""
    shares = Shares(w, claim_bps=3_333)
    shares.earns(10_000)
    shares.snapshot()

    assert (shares.claimable(w.alice, 1), shares.redeemable(SUPPLY)) == (3_333, 6_667)


def test_nothing_is_redeemable_above_the_supply(shares: Shares) -> None:
    """It is refused, with both numbers."""
    shares.earns(100)

    with pytest.raises(ExceedsSupply) as refused:
        shares.redeemable(SUPPLY + 1)
    assert (refused.value.amount, refused.value.supply) == (SUPPLY + 1, SUPPLY)


# --- 7: costs grow with the number of snapshots ---


def test_a_claim_of_everything_costs_the_same_after_any_number_of_snapshots(w: World) -> None:
    """For a holder that did nothing meanwhile."""
    costs = []
    for count in (1, 10, 40):
        shares = Shares(w)
        for _ in range(count):
            shares.earns(1000)
            shares.snapshot()
        sent = w.alice.does(shares.contract.claim_all([NATIVE]))
        assert sent.only(RevenueClaimed).amount == 600 * count
        costs.append(sent.receipt.gas_used)

    assert max(costs) - min(costs) < 500


def test_the_first_transfer_after_snapshots_costs_the_same_however_many_there_were(w: World) -> None:
    """Between two old holders; the reference takes 151,470 gas."""
    costs = []
    for count in (1, 20):
        shares = Shares(w)
        shares.give(w.alice, w.bob, SUPPLY // 2)
        for _ in range(count):
            shares.snapshot()
        costs.append(w.alice.does(shares.contract.transfer(w.bob, 1)).receipt.gas_used)

    assert max(costs) - min(costs) < 500
    assert max(costs) < 100_000


# --- 8: anyone can make a holder's claim expire by taking snapshots ---


def test_a_claim_never_expires(w: World, shares: Shares) -> None:
    """However many snapshots are taken, and however long that takes."""
    shares.earns(1000)
    first = shares.snapshot()
    for _ in range(20):
        shares.snapshot(by=w.bob)
    w.go_to(w.now + 10 * 365 * 86_400)

    assert total(claimed(w.alice.does(shares.contract.claim(first)))) == 600


# --- what else must not be ---


def test_a_token_that_fails_blocks_nothing_else(w: World) -> None:
    """Neither a claim nor a burn; what failed stays owed and is claimed alone later."""
    moody = w.deploy("FalseToken")
    shares = Shares(w, revenue_tokens=(moody.address, w.usd.address))
    token = shares.contract
    for asset in (moody, w.usd):
        w.payer.does(asset.does("mint", token, 1000))
    shares.earns(1000)
    shares.snapshot()
    w.payer.does(moody.does("stop", True))

    sent = w.alice.does(token.claim(1))
    burnt = w.alice.does(token.burn(SUPPLY // 2))

    assert {asset: amount for _, asset, amount, _ in claimed(sent)} == {NATIVE: 600, w.usd.address: 600}
    assert sent.only(PaymentFailed) == PaymentFailed(w.alice.address, moody.address, 600)
    assert burnt.only(PaymentFailed) == PaymentFailed(w.alice.address, moody.address, 200)
    assert w.usd.balance_of(w.alice) == 800
    w.alice.is_refused(token.claim_all([moody]), ClaimFailed(w.alice.address, w.alice.address))
    w.payer.does(moody.does("stop", False))
    assert total(claimed(w.alice.does(token.claim_all([moody])))) == 800
    assert moody.balance_of(w.alice) == 800


def test_at_most_sixteen_tokens_are_revenue(w: World) -> None:
    """So nobody's spam makes burns dear."""
    shares = Shares(w)
    tokens = [w.deploy("TestToken", "T", "T", 0) for _ in range(17)]
    for each in tokens[:16]:
        w.controller.does(shares.contract.set_revenue_token(each, True))

    w.controller.is_refused(shares.contract.set_revenue_token(tokens[16], True), TooManyRevenueTokens(16))


def test_a_token_that_is_revenue_no_longer_stays_claimable(w: World, shares: Shares) -> None:
    """And is again claimable in order when it comes back, even if it came and went without a snapshot between."""
    token, usd = shares.contract, w.usd

    def accept(accepted: bool) -> None:
        w.controller.does(token.set_revenue_token(usd, accepted))

    def split(amount: int) -> None:
        w.payer.does(usd.does("mint", token, amount))
        shares.snapshot()

    split(1000)
    accept(False)
    split(10)
    accept(True)
    accept(False)
    split(10)
    assert [shares.claimable(w.alice, each, usd.address) for each in (1, 2, 3)] == [600, 0, 0]
    assert token.claimable_total(w.alice, usd) == 600

    # What came while it was accepted in between is redeemed only; what came after that is split now.
    accept(True)
    split(990)
    assert [shares.claimable(w.alice, each, usd.address) for each in (1, 2, 3, 4)] == [600, 0, 0, 600]
    assert total(claimed(w.alice.does(token.claim_all([usd])))) == 1200
    assert shares.redeemable(SUPPLY, usd.address) == 810

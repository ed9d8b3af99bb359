"""Anything that holders, payers and the governor may do to a RevShare token, several acts in one block, in any order.

`HYPOTHESIS_PROFILE=deep` runs many more and longer lives, at random; otherwise every run is the same.
"""

from __future__ import annotations

import os
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from lazai_py._chain.engine import Call
from lazai_py._contract import errors
from lazai_py._contract.bindings.rev_share_token import RevenueReceived, SnapshotTaken, ZeroSupplySettled
from lazai_py._types import NATIVE
from tests.stateful.shares_driver import ASSETS, HOLDERS, SharesDriver

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
# Each is looked at by everybody in every asset.
MOST_SNAPSHOTS = 8

holders = st.sampled_from(HOLDERS)
callers = st.sampled_from([*HOLDERS, "stranger", "controller"])
# Mostly the one who may.
governors = st.sampled_from(["controller", "controller", "controller", "bob"])
ways = st.sampled_from(["self", "to", "for"])
assets = st.sampled_from(ASSETS)
several = st.lists(assets, max_size=4)
portions = st.sampled_from([(1, 2), (1, 3), (1, 7), (1, 10**6), (999, 1000), (1, 1), (0, 1)])
small_portions = st.sampled_from([(1, 2), (1, 3), (1, 7), (1, 10**6), (999, 1000), (0, 1)])
amounts = st.one_of(st.integers(1, 10**6), st.sampled_from([10**18 + 1, 10**24, 3, 2, 1]))
nexts = st.tuples(st.sampled_from(["burn", "transfer", "transfer"]), holders, small_portions)
supplies = st.sampled_from([10**6 * 10**18, 1000, 2**96 - 1, 10**12 + 39, 7, 1])


class RevShareMachine(SharesDriver):
    """Revenue comes in, is split, claimed and redeemed, while tokens move."""

    @initialize(supply=supplies, bps=st.sampled_from([6_000, 0, 10_000, 1, 3_333]), interval=st.sampled_from([0, 1, 5]))
    def create(self, supply: int, bps: int, interval: int) -> None:
        """A token with any terms, of which everybody has some, and which has earned something twice."""
        self.begin(supply, bps, interval)
        self.transfer("alice", "bob", (1, 3), 0)
        self.earn_and_split({"native": 10**18 + 7, "usd": 10**6 + 1}, then=("transfer", "bob", (1, 3)), is_over=True)
        self.earn_and_split({"native": 3}, then=("burn", "alice", (1, 7)), is_over=False)

    # --- tokens ---

    @rule(sender=holders, to=holders, portion=portions, more=st.sampled_from([0, 0, 0, 0, 1]))
    def transfer(self, sender: str, to: str, portion: tuple[int, int], more: int) -> None:
        """Tokens move, all of them and one more too."""
        giver, taker = self.people[sender].address, self.people[to].address
        amount = self.of(sender, portion) + more
        self.attempt(sender, self.token.transfer(taker, amount), partial(self.model.transfer, giver, taker, amount))

    @precondition(lambda self: self.model.supply)
    @rule(who=holders, portion=small_portions)
    def burn(self, who: str, portion: tuple[int, int]) -> None:
        """Tokens are burnt for what the views said."""
        self.redeem(who, portion, None)

    @precondition(lambda self: len(self.model.snapshots) > 1)
    @rule(who=holders)
    def burn_all(self, who: str) -> None:
        """Somebody has no tokens left; perhaps nobody has."""
        self.redeem(who, (1, 1), None)

    @precondition(lambda self: self.model.supply)
    @rule(who=holders, portion=small_portions, names=st.sets(assets))
    def redeem_some(self, who: str, portion: tuple[int, int], names: set[str]) -> None:
        """Tokens are burnt for some assets only."""
        self.redeem(who, portion, names)

    def redeem(self, who: str, portion: tuple[int, int], names: set[str] | None) -> None:
        """Burns, and holds the payment against the view of right before."""
        account, amount = self.people[who].address, self.of(who, portion)
        wanted = None if names is None else sorted(self.named(list(names)), key=str.lower)
        quoted = {asset: self.shares.redeemable(amount, asset) for asset in wanted or self.model.assets}
        intent = self.token.burn(amount) if wanted is None else self.token.redeem(amount, wanted)
        done = self.attempt(who, intent, lambda: self.model.burn(account, amount, wanted, block=self.number))
        if done is None:
            return
        sent, paid = done
        self.burnt[account] += amount
        assert paid == {asset: quoted.get(asset, 0) for asset in paid}
        self.check_paid(sent, account, account, paid)

    # --- revenue ---

    @rule(asset=assets, amount=amounts)
    def arrive(self, asset: str, amount: int) -> None:
        """Money is sent plainly; coins are refused when there is nobody to have them."""
        address = self.assets[asset]
        if asset == "usd":
            self.w.payer.does(self.w.usd.does("mint", self.token, amount))
        elif asset == "moody":
            self.w.payer.does(self.moody.does("mint", self.token, amount))
        elif self.model.supply:
            self.w.payer.sender.send(Call(self.token.address, value=amount, sender=self.w.payer.address))
        else:
            refused = self.w.engine.simulate(Call(self.token.address, value=amount, sender=self.w.payer.address))
            assert (refused.ok, refused.data) == (False, errors.ZeroSupply.selector)
            return
        self.model.arrive(address, amount)

    @rule(amount=amounts)
    def arrive_by_force(self, amount: int) -> None:
        """A contract that destroys itself asks nobody."""
        self.w.engine.set_balance(self.token.address, self.held(NATIVE) + amount)
        self.model.arrive(NATIVE, amount)

    @rule(asset=assets)
    def sync(self, asset: str) -> None:
        """What was sent is booked."""
        address = self.assets[asset]
        done = self.attempt("stranger", self.token.sync(address), partial(self.model.sync, address))
        if done is not None:
            sent, booked = done
            assert sent.events == ((RevenueReceived(address, booked),) if booked else ())

    @precondition(lambda self: len(self.model.snapshots) < MOST_SNAPSHOTS)
    @rule(by=callers)
    def snapshot(self, by: str) -> None:
        """What waits is split."""
        supply = self.model.supply
        modelled = partial(self.model.snapshot, block=self.number, now=self.now)
        done = self.attempt(by, self.token.snapshot(), modelled)
        if done is not None:
            sent, snapshot_id = done
            assert sent.only(SnapshotTaken) == SnapshotTaken(snapshot_id, supply)

    @precondition(lambda self: self.model.supply and len(self.model.snapshots) < MOST_SNAPSHOTS)
    @rule(earned=st.dictionaries(assets, amounts, min_size=1), then=nexts, is_over=st.booleans())
    def earn_and_split(self, earned: dict[str, int], then: tuple[str, str, tuple[int, int]], is_over: bool) -> None:
        """Money comes in and is split as soon as it can be, and somebody does something in the same block."""
        self.end_block(max(1, self.model.started + self.model.interval - self.now))
        for asset, amount in earned.items():
            self.arrive(asset, amount)
        self.snapshot("stranger")
        act, who, portion = then
        if act == "burn":
            self.redeem(who, portion, None)
        else:
            self.transfer(who, "carol", portion, 0)
        if is_over:
            self.end_block(1)

    @rule(
        asset=st.sampled_from(["usd", "moody"]),
        accepted=st.booleans(),
        by=st.sampled_from(["controller"] * 5 + ["bob"]),
    )
    def set_token(self, asset: str, accepted: bool, by: str) -> None:
        """The governor, and nobody else, says what is revenue."""
        token, who = self.assets[asset], self.people[by].address
        modelled = partial(self.model.set_token, token, accepted=accepted, caller=who, block=self.number)
        self.attempt(by, self.token.set_revenue_token(token, accepted), modelled)

    @precondition(lambda self: self.model.closed(self.number) == len(self.model.snapshots))
    @rule(asset=st.sampled_from(["usd", "moody"]))
    def come_and_go(self, asset: str) -> None:
        """A token is revenue for no snapshot at all."""
        for accepted in (False, True, False):
            self.set_token(asset, accepted, "controller")

    @rule(stopped=st.booleans())
    def stop(self, stopped: bool) -> None:
        """A token begins or ends to refuse transfers."""
        self.w.payer.does(self.moody.does("stop", stopped))
        self.stopped = stopped

    # --- claims ---

    @precondition(lambda self: self.model.snapshots)
    @rule(who=holders, way=ways, which=st.integers(0, MOST_SNAPSHOTS))
    def claim(self, who: str, way: str, which: int) -> None:
        """One snapshot is claimed, by the holder or for it."""
        account, to = self.people[who].address, self.people[who].address
        snapshot_id = min(which, len(self.model.snapshots) + 1)
        caller, intent = who, self.token.claim(snapshot_id)
        if way == "to":
            to = self.w.payer.address
            intent = self.token.claim_to(snapshot_id, to)
        elif way == "for":
            caller, intent = "stranger", self.token.claim_for(account, snapshot_id)

        self.check_claim(caller, intent, account, [snapshot_id], to, alone=True)

    @precondition(lambda self: self.debts())
    @rule(which=st.integers(0, 99), way=ways)
    def claim_what_is_owed(self, which: int, way: str) -> None:
        """A snapshot of which somebody is owed something is claimed."""
        debts = self.debts()
        who, snapshot_id = debts[which % len(debts)]
        self.claim(who, way, snapshot_id)

    def debts(self) -> list[tuple[str, int]]:
        """Every holder and snapshot of which it is owed something."""
        closed, assets = self.model.closed(self.number), self.model.assets
        return [
            (name, place)
            for name in HOLDERS
            for place in range(1, closed + 1)
            if any(self.model.claimable((self.people[name].address, a), place, block=self.number) for a in assets)
        ]

    @precondition(lambda self: self.model.snapshots)
    @rule(who=holders, listed=st.lists(st.integers(1, MOST_SNAPSHOTS), max_size=5))
    def claim_many(self, who: str, listed: list[int]) -> None:
        """Several are claimed, some of them twice."""
        account = self.people[who].address
        self.check_claim(who, self.token.claim_many(listed), account, listed, account, alone=False)

    @rule(who=holders, names=several, way=ways)
    def claim_all(self, who: str, names: list[str], way: str) -> None:
        """Everything is claimed in some assets, named twice too."""
        account, to, wanted = self.people[who].address, self.people[who].address, self.named(names)
        caller, intent = who, self.token.claim_all(wanted)
        if way == "to":
            to = self.w.payer.address
            intent = self.token.claim_all_to(wanted, to)
        elif way == "for":
            caller, intent = "stranger", self.token.claim_all_for(account, wanted)

        paid = {asset: self.claimable_total((account, asset)) for asset in dict.fromkeys(wanted)}
        due = [asset for asset, amount in paid.items() if amount]
        if due and not any(map(self.works, due)):
            self.people[caller].is_refused(intent, errors.ClaimFailed(account, to))
            return
        sent = self.people[caller].does(intent)
        for asset, amount in paid.items():
            self.model.claim_all((account, asset), amount, block=self.number)
        self.check_paid(sent, account, to, paid)

    # --- the end of a block ---

    @rule(seconds=st.sampled_from([1, 5]))
    def end_block(self, seconds: int) -> None:
        """Time passes."""
        self.close_block()
        if seconds > 1:
            self.w.engine.advance(seconds)
        self.open_block()
        self.check_every_amount()

    @precondition(lambda self: not self.model.supply)
    @rule(by=governors)
    def settle_without_supply(self, by: str) -> None:
        """What arrived for nobody goes out."""
        to = self.w.payer.address
        if self.stopped and self.moody.address in self.model.assets:
            return
        modelled = partial(self.model.settle_zero_supply, self.people[by].address)
        done = self.attempt(by, self.token.settle_zero_supply(to), modelled)
        if done is not None:
            sent, settled = done
            assert {(e.asset, e.amount) for e in sent.all(ZeroSupplySettled)} == set(settled.items())
            for asset, amount in settled.items():
                self.model.leave((to, asset), amount)

    # --- what always holds ---

    def check_every_amount(self) -> None:
        """What every holder had at every snapshot, and can claim for it in every asset: to the wei."""
        for place in range(1, self.model.closed(self.seen) + 1):
            for account, asset in self.keys():
                expected = self.model.claimable((account, asset), place, block=self.seen)
                assert self.shares.claimable(account, place, asset) == expected
            for name in HOLDERS:
                account = self.people[name].address
                counted = (self.model.snapshots[place - 1].balances or {}).get(account, 0)
                assert self.token.balance_of_at(account, place) == counted

    @invariant()
    def balances_are_what_the_model_says(self) -> None:
        """And so is their sum."""
        for name in HOLDERS:
            account = self.people[name].address
            assert self.token.balance_of(account) == self.model.balances[account]
        assert self.token.total_supply() == self.model.supply

    @invariant()
    def all_that_is_owed_is_there(self) -> None:
        """What is held is what came in and did not go out; it covers all claims, all burns, and little is left over."""
        for asset in self.assets.values():
            held = self.held(asset)
            assert held == self.model.pools[asset].here
            totals = [self.claimable_total((self.people[name].address, asset)) for name in HOLDERS]
            redeemable = self.shares.redeemable(self.model.supply, asset)
            assert sum(totals) + redeemable <= held
            waiting = sum(totals) + self.whole_units_waiting(asset)
            dust = held - waiting - self.parts_waiting(asset) // 10_000
            assert 0 <= dust <= (len(HOLDERS) + 1) * (len(self.model.snapshots) + 1)

    @invariant()
    def everything_is_claimed_between_its_bounds(self) -> None:
        """`claimAll` pays at least each snapshot by itself, and at most the exact sum."""
        for key in self.keys():
            low, high = self.model.bounds(key, block=self.seen)
            assert low <= self.claimable_total(key) - self.model.certain(key, block=self.seen) <= high


TestRevShare = RevShareMachine.TestCase
TestRevShare.settings = settings(
    max_examples=2_000 if DEEP else 120,
    stateful_step_count=100 if DEEP else 50,
    derandomize=not DEEP,
    database=None,
    deadline=None,
)

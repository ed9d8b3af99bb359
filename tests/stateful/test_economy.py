"""Anything that anyone may do, in any order: after each step the chain owns up to what the exact model says.

`HYPOTHESIS_PROFILE=deep` runs many more and longer lives, at random; otherwise every run is the same.
"""

from __future__ import annotations

import os
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, invariant, precondition, rule

from lazai_py._contract.bindings.data_anchoring_token import ClassCreated, Expired, Minted
from lazai_py._types import keccak
from tests.behaviours.world import CALLS, START, Actor
from tests.stateful.driver import ASSETS, Driver
from tests.stateful.model import NO_CAP

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
HOLDERS = ("alice", "bob", "carol")

holders = st.sampled_from(HOLDERS)
assets = st.sampled_from(ASSETS)
quotas = st.sampled_from([10, 10, 100, 0, 2**128 - 1, 2**128])
shares = st.sampled_from([1, 2, 3, 7, 500, 10**6, 2**32 - 1, 2**40, 0])
lifetimes = st.one_of(st.none(), st.sampled_from([60, 60, 600, 3600, 5, 1, 0, -1, 2**40]))
amounts = st.one_of(st.integers(1, 10**6), st.sampled_from([10**18 + 1, 10**27, 3, 2, 1, 0]))
# Mostly the one who may.
callers = st.sampled_from(["owner", "owner", "owner", *HOLDERS])


class EconomyMachine(Driver):
    """People mint, settle, claim, trade and use, while time passes."""

    classes: Bundle[int] = Bundle("classes")
    tokens: Bundle[int] = Bundle("tokens")

    # --- classes and tokens ---

    @initialize(target=classes)
    def first_class(self) -> int:
        """The class that the world comes with."""
        return self.w.class_id

    @initialize(target=tokens, share=shares)
    def first_token(self, share: int) -> int:
        """A token that never expires."""
        token = self.try_mint(self.w.class_id, self.people["alice"], 100, share, 0)
        assert token is not None
        return token

    @precondition(lambda self: len(self.model.classes) < 2)
    @rule(target=classes, cap=st.sampled_from([NO_CAP, 10**6, 10, 0, 2**256 - 1]))
    def create_class(self, cap: int) -> int:
        """Another class, with a cap."""
        intent = self.w.dat.create_class_with_cap("ipfs://m", keccak(b"m"), 0, "ipfs://p", cap)
        class_id = self.model.create_class(cap)
        assert self.send("controller", intent).only(ClassCreated).class_id == class_id
        return class_id

    @precondition(lambda self: sum(1 for _ in self.model.tokens()) < 12)
    @rule(target=tokens, class_id=classes, owner=holders, quota=quotas, share=shares, life=lifetimes)
    def mint(self, class_id: int, owner: str, quota: int, share: int, life: int | None) -> int:
        """A token; a refused mint is made good by a small one, so that there is always something to hold."""
        expire_at = 0 if life is None else self.next + life
        to = self.people[owner]
        minted = self.try_mint(class_id, to, quota, share, expire_at)
        if minted is None:
            minted = self.try_mint(class_id, to, 1, 0, 0)
        assert minted is not None
        return minted

    def try_mint(self, class_id: int, to: Actor, quota: int, share: int, expire_at: int) -> int | None:
        """Mints, and returns the id unless that is refused."""
        intent = self.w.dat.mint(class_id, to, quota, share, expire_at)
        minting = partial(self.model.mint, class_id, to.address, quota, share, expire_at)
        done = self.attempt("controller", intent, minting)
        if done is None:
            return None
        sent, token_id = done
        token = self.model.token(token_id)
        assert sent.only(Minted) == Minted(token_id, class_id, to.address, quota, token.share, expire_at)
        return token_id

    # --- quota and ownership ---

    @rule(token=tokens, caller=callers, amount=st.sampled_from([0, 1, 3, 10, 11]))
    def use(self, token: int, caller: str, amount: int) -> None:
        """Quota is used up, by the owner or somebody who may not."""
        caller, who = self.resolve(caller, token)
        intent = self.w.dat.record_usage(token, CALLS, amount)
        self.attempt(caller, intent, partial(self.model.use, token, amount, caller=who))

    @rule(giver=tokens, taker=tokens, caller=callers, amount=st.sampled_from([0, 1, 5]))
    def move_quota(self, giver: int, taker: int, caller: str, amount: int) -> None:
        """Quota moves."""
        caller, who = self.resolve(caller, giver)
        intent = self.w.dat.transfer_value(giver, taker, amount)
        self.attempt(caller, intent, partial(self.model.move_quota, giver, taker, amount, caller=who))

    @rule(token=tokens, caller=callers, to=holders)
    def transfer(self, token: int, caller: str, to: str) -> None:
        """A whole token changes hands."""
        caller, who = self.resolve(caller, token)
        receiver = self.people[to].address
        intent = self.w.dat.transfer_token(token, receiver)
        self.attempt(caller, intent, partial(self.model.transfer, token, receiver, caller=who))

    @rule(token=tokens, to=holders, named=st.lists(assets, max_size=3))
    def claim_and_transfer(self, token: int, to: str, named: list[str]) -> None:
        """The owner takes its revenue out and hands the token on."""
        owner, receiver = self.model.token(token).owner, self.people[to].address
        owed = {name: self.pending(token, name) for name in named}
        intent = self.w.dat.claim_and_transfer(token, [self.address(name) for name in named], receiver)
        sent, expired = self.touch(self.name_of(owner), intent, [token])
        self.model.token(token).owner = receiver
        self.check_paid(sent, [(token, owner, name, amount) for name, amount in owed.items()], expired)

    # --- revenue ---

    @rule(class_id=classes, payments=st.lists(st.tuples(assets, amounts), min_size=1, max_size=4))
    def settle(self, class_id: int, payments: list[tuple[str, int]]) -> None:
        """Money comes in."""
        for asset, amount in payments:
            intent, arriving = self.settlement(class_id, asset, amount), self.after_fee(asset, amount)
            self.attempt("payer", intent, partial(self.model.settle, class_id, self.address(asset), arriving))

    @rule(token=tokens, caller=callers, to=callers, asset=assets)
    def claim(self, token: int, caller: str, to: str, asset: str) -> None:
        """Somebody claims, whatever is pending."""
        self.try_claim(token, caller, to, asset)

    @precondition(lambda self: self.debts())
    @rule(which=st.integers(0, 99), caller=callers)
    def claim_what_is_owed(self, which: int, caller: str) -> None:
        """Somebody sees to it that an owner is paid."""
        debts = self.debts()
        token, asset = debts[which % len(debts)]
        self.try_claim(token, caller, "owner", asset)

    def debts(self) -> list[tuple[int, str]]:
        """Every token and asset in which it is owed something."""
        return [
            (i, asset) for i, token in self.model.tokens() for asset in ASSETS if token.owed(self.address(asset)) >= 2
        ]

    def try_claim(self, token: int, caller: str, to: str, asset: str) -> None:
        """Money goes out, to whoever the owner says, or to the owner."""
        (caller, who), (to, receiver) = self.resolve(caller, token), self.resolve(to, token)
        owed, before = self.pending(token, asset), self.balance(to, asset)

        def modelled(*, now: int) -> list[int]:
            self.model.check_claim(token, receiver, caller=who)
            return self.model.newly_expired([token], now=now)

        done = self.attempt(caller, self.w.dat.claim(token, self.address(asset), receiver), modelled)
        if done is None:
            return
        sent, expired = done
        self.check_paid(sent, [(token, receiver, asset, owed)], expired)
        fee = sent.receipt.fee.raw if asset == "native" and caller == to else 0
        assert self.balance(to, asset) == before + self.after_fee(asset, owed) - fee

    @rule(listed=st.lists(tokens, max_size=5), asset=assets)
    def claim_many(self, listed: list[int], asset: str) -> None:
        """A stranger pays everybody out."""
        owed = {token: self.pending(token, asset) for token in listed}
        intent = self.w.dat.claim_many(listed, self.address(asset))
        assert intent.plan(self.w.stranger).result == sum(owed.values())
        sent, expired = self.touch("stranger", intent, listed)
        paid = [(token, self.model.token(token).owner, asset, amount) for token, amount in owed.items()]
        self.check_paid(sent, paid, expired)

    # --- time ---

    @rule(seconds=st.sampled_from([1, 2, 30, 59, 600]))
    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.w.go_to(self.next - 1 + seconds)
        self.next = self.w.now + 1

    @rule(token=tokens, late=st.sampled_from([0, 1]))
    def wait_for_the_end(self, token: int, late: int) -> None:
        """The next transaction falls into the last second of a token, or into the one after."""
        moment = self.model.token(token).expire_at + late
        if self.next < moment < START + 2**30:
            self.w.until(moment)
            self.next = moment

    @precondition(lambda self: any(not token.alive(self.w.now) for _, token in self.model.tokens()))
    @rule(class_id=classes, most=st.sampled_from([0, 1, 2, 100]))
    def sync(self, class_id: int, most: int) -> None:
        """Deadlines that passed are forgotten, which changes nothing."""
        assert self.send("stranger", self.w.dat.sync(class_id, most)).events == ()

    @precondition(lambda self: any(not token.announced for _, token in self.model.tokens()))
    @rule(listed=st.lists(tokens, max_size=4))
    def poke(self, listed: list[int]) -> None:
        """Expiries are announced."""
        sent, expired = self.touch("stranger", self.w.dat.poke_expired(listed), listed)
        assert sent.events == tuple(map(Expired, expired))

    # --- what always holds ---

    @invariant()
    def every_token_is_what_the_model_says(self) -> None:
        """Owner, quota and share."""
        dat = self.w.dat
        for token_id, token in self.model.tokens():
            seen = dat.owner_of(token_id), dat.value_of(token_id), dat.share_ratio_of(token_id)
            assert seen == (token.owner, token.quota, token.share)

    @invariant()
    def every_total_is_the_sum_of_the_living(self) -> None:
        """Total share and number of tokens of every class, in this second."""
        now = self.w.now
        for class_id, each in self.model.classes.items():
            assert self.w.dat.total_share_of(class_id) == each.total_share(now)
            assert self.w.dat.token_count_of(class_id) == len(each.tokens)

    @invariant()
    def every_wei_is_accounted_for(self) -> None:
        """Each token is owed what it earned, to the wei below; what is held is what came in and did not go out."""
        for asset in ASSETS:
            address, total = self.address(asset), 0
            for token_id, _ in self.model.tokens():
                pending = self.pending(token_id, asset)
                low, high = self.model.bounds(token_id, address)
                assert low < pending <= high
                total += pending
            held = self.w.balance(self.w.dat, self.assets[asset])
            assert held == self.model.settled(address) - self.model.claimed(address)
            assert 0 <= held - total <= self.model.gap(address)


TestEconomy = EconomyMachine.TestCase
TestEconomy.settings = settings(
    max_examples=2_000 if DEEP else 120,
    stateful_step_count=100 if DEEP else 50,
    derandomize=not DEEP,
    database=None,
    deadline=None,
)

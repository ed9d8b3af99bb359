"""The market against its model: whatever anybody does in any order, everybody has what the model says, to the unit.

`HYPOTHESIS_PROFILE=deep` runs many more and longer lives, at random; otherwise every run is the same.
"""

from __future__ import annotations

import os
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import Minted
from lazai_py._contract.bindings.payout import Claim, ClaimPassedOver, PaidOut, TipBalanceChanged, Tipped, TipTerms
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address, Wei
from tests.behaviours.world import START
from tests.stateful.exchange_rules import ExchangeRules
from tests.stateful.market_driver import ANYBODY, PEOPLE, assets, numbers, people
from tests.stateful.market_model import Claiming, Market
from tests.stateful.market_scene import BASE, CHILD, CLASSES
from tests.stateful.store_rules import StoreRules

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
CLAIM_GAS = 4_000_000

creditors = st.sampled_from(["alice", "alice", "alice", *ANYBODY])
mostly = st.sampled_from([True, True, True, False])
classes = st.sampled_from([CHILD, *CLASSES])
terms = st.tuples(
    st.sampled_from([1, 250, 250, 10_000, 10_001]),
    st.sampled_from([10**18, 10**18, 3, 0]),
    st.sampled_from([0, 0, 1_000]),
)


class MarketMachine(StoreRules, ExchangeRules):
    """The store and the exchange side by side, money that flows on, and payouts, while time passes."""

    # --- payouts ---

    def claims(self, account: Address, asset: Address) -> list[tuple[Intent[Sent], Claiming]]:
        """Everything that an account can claim in an asset, whether there is something or not."""
        scene = self.scene
        tokens = [i for i, token in self.model.tokens.items() if token.share and token.owner == account]
        return [
            (scene.router.flow(BASE, asset), partial(Market.flow, class_id=BASE, asset=asset)),
            *((self.w.dat.claim(i, asset, account), partial(Market.claim, token_id=i, asset=asset)) for i in tokens),
            (scene.router.claim(account, asset, account), partial(Market.claim_owed, account=account, asset=asset)),
            (scene.store.pay_referral(account, asset), partial(Market.pay_referral, referrer=account, asset=asset)),
            (
                scene.exchange.withdraw(account, asset, account),
                partial(Market.withdraw, account=account, asset=asset, to=account, caller=scene.payout.address),
            ),
        ]

    @rule(who=creditors, by=st.sampled_from(["stranger", "stranger", *PEOPLE]), tipped=st.booleans(), more=numbers)
    def pay_out(self, who: str, by: str, tipped: bool, more: int) -> None:
        """Somebody has an account paid all that it is owed, for a tip or for nothing; what refuses is passed over."""
        payout, account = self.scene.payout, self.at(who)
        self.let_call_back(payout.withdraw_tips(1))
        self.earn(CHILD, NATIVE, 10_001 + more)
        kinds = [NATIVE, self.usd.address]
        pairs = [pair for asset in kinds for pair in self.claims(account, asset)]
        claims = [claim(intent) for intent, _ in pairs] + [
            Claim(payout.address, CLAIM_GAS, payout.withdraw_tips(0).data)
        ]
        makings = [*(making for _, making in pairs), refuse]
        preview = self.model.fork(now=self.next).claim_everything(account, makings, dict.fromkeys(kinds, 0))
        # Now and then more is asked for than there is.
        least = {asset: amount + (more % 9 == 0) for asset, amount in zip(kinds, preview.received, strict=True)}
        if tipped:
            intent = payout.claim_for(account, claims, kinds, list(least.values()))
            done = self.attempt(by, intent, lambda m: m.claim_for(account, makings, least, self.at(by)))
        else:
            intent = payout.claim_everything(account, claims, kinds, list(least.values()))
            done = self.attempt(by, intent, lambda m: m.claim_everything(account, makings, least))
        if done is None:
            return
        sent, outcome = done
        received = [PaidOut(account, asset, got) for asset, got in zip(kinds, outcome.received, strict=True) if got]
        passed = [
            ClaimPassedOver(account, place, claims[place].target) for place, made in enumerate(outcome.done) if not made
        ]
        assert list(sent.all(PaidOut)) == received
        assert list(sent.all(ClaimPassedOver)) == passed
        assert sent.all(Tipped) == ((Tipped(account, self.at(by), outcome.tip),) if outcome.tip else ())

    @rule(who=people, amount=st.sampled_from([0, 5, 10**18]), terms=terms, kept=st.sampled_from([0, 1, -1]))
    def set_tips(self, who: str, amount: int, terms: tuple[int, int, int], kept: int) -> None:
        """Somebody says what keepers get, sets coins aside for them, and takes some back, or one too many."""
        payout, account, offered = self.scene.payout, self.at(who), TipTerms(*terms)
        self.attempt(who, payout.set_tip_terms(offered), lambda m: m.set_tip_terms(offered, account))
        done = self.attempt(who, payout.add_tips(pay=Wei(amount)), lambda m: m.add_tips(amount, account))
        assert done is not None
        assert done[0].events == (TipBalanceChanged(account, self.model.tips[account]),)
        back = max(0, amount - kept)
        self.attempt(who, payout.withdraw_tips(back), lambda m: m.withdraw_tips(back, account))

    # --- money that flows on ---

    @rule(class_id=classes, asset=assets)
    def pass_on(self, class_id: int, asset: str) -> None:
        """Somebody pays a class; what was sent to its inlet comes along, and what its children passed up goes on."""
        router, kind = self.scene.router, self.asset(asset)
        self.earn(class_id, kind, 1_003)
        self.attempt("stranger", router.flush(class_id, kind), lambda m: m.flush(class_id, kind))
        self.attempt("stranger", router.flow(class_id, kind), lambda m: m.flow(class_id, kind))

    # --- controllers and holders ---

    @initialize(to=st.sampled_from(["greedy", "refuser"]))
    def first_royalties(self, to: str) -> None:
        """Those of one class to who does not take them, those of another to everybody behind it."""
        self.set_royalty(CHILD, to, 777)
        self.set_royalty(BASE, "inlet", 500)

    @rule(
        class_id=classes,
        to=st.sampled_from(["bob", "inlet", "inlet", "inlet 1", "refuser", "refuser", "caller", "greedy"]),
        bps=st.sampled_from([0, 500, 777, 10_000]),
    )
    def set_royalty(self, class_id: int, to: str, bps: int) -> None:
        """Royalties go to somebody else, or to everybody behind the class."""
        receiver = self.at(f"inlet {class_id}" if to == "inlet" else to)
        self.send(self.controller_of(class_id), self.w.dat.set_royalty(class_id, receiver, bps))
        self.model.royalties[class_id] = receiver, bps

    @rule(class_id=classes, to=st.sampled_from(["controller", "controller", "alice"]), allowed=mostly)
    def govern(self, class_id: int, to: str, allowed: bool) -> None:
        """Somebody else controls a class; the store may mint in it, or may not any more."""
        self.send(self.controller_of(class_id), self.w.dat.transfer_controller(class_id, self.at(to)))
        self.send(to, self.w.dat.accept_controller(class_id))
        self.send(to, self.w.dat.set_minter(class_id, self.scene.store, allowed))
        self.model.controllers[class_id], self.model.minters[class_id] = self.at(to), allowed

    @precondition(lambda self: len(self.model.tokens) < 16)
    @rule(class_id=classes, to=people, share=st.sampled_from([1, 2, 4, 2**20]), life=st.sampled_from([0, 0, 300]))
    def mint(self, class_id: int, to: str, share: int, life: int) -> None:
        """One more holder."""
        end = self.next + life if life else 0
        sent = self.send(self.controller_of(class_id), self.w.dat.mint(class_id, self.at(to), 20, share, end))
        token_id = self.model.mint(class_id, self.at(to), 20, share, end)
        assert sent.only(Minted) == Minted(token_id, class_id, self.at(to), 20, share, end)

    @rule(number=numbers, to=people)
    def give(self, number: int, to: str) -> None:
        """A token goes to somebody else, whatever its owner has signed."""
        token_id = self.pick(number)
        owner = self.name_of(self.model.token(token_id).owner)
        if owner is not None:
            self.send(owner, self.w.dat.transfer_token(token_id, self.at(to)))
            self.model.token(token_id).owner = self.at(to)

    @rule(who=people, class_id=classes, allowed=mostly)
    def set_rights(self, who: str, class_id: int, allowed: bool) -> None:
        """The exchange may sell for somebody, or may not any more."""
        account, exchange, model = self.at(who), self.scene.exchange, self.model
        self.send(who, self.w.dat.set_approval_for_all(exchange, allowed))
        self.send(who, self.w.dat.approve_for_class(class_id, exchange, allowed))
        model.movers = model.movers | {account} if allowed else model.movers - {account}
        right = {(account, class_id)}
        model.operators = model.operators | right if allowed else model.operators - right

    def controller_of(self, class_id: int) -> str:
        """The name of who controls a class."""
        return str(self.name_of(self.model.controllers[class_id]))

    # --- time ---

    @rule(number=numbers, seconds=st.sampled_from([1, 2, 59, 300]), late=st.sampled_from([None, 0, 1]))
    def wait(self, number: int, seconds: int, late: int | None) -> None:
        """Time passes; the next transaction may fall into the last second of something, or into the one after."""
        ends = [token.expire_at for token in self.model.tokens.values()]
        ends += [offer.until for offer in self.model.offers.values()]
        ends += [signed.order.deadline for signed in self.signed.values()]
        coming = sorted(end for end in ends if self.next < end < START + 2**20)
        if late is None or not coming:
            self.go_to(self.next + seconds)
        else:
            self.go_to(coming[number % len(coming)] + late)

    # --- what always holds ---

    @invariant()
    def everybody_has_what_the_model_says(self) -> None:
        """All accounts and contracts, in both assets; and all of it together is what there was at the beginning."""
        held = {name: self.w.balance(account) for name, account in self.scene.everybody.items()}
        tokens = {name: self.usd.balance_of(account) for name, account in self.scene.everybody.items()}
        for name, account in self.scene.everybody.items():
            assert held[name] == self.model.coins[account, NATIVE], name
            assert tokens[name] == self.model.coins[account, self.usd.address], name
        assert sum(held.values()) + self.fees == self.all_coins
        assert sum(tokens.values()) == self.usd.total_supply()

    @invariant()
    def every_token_is_what_the_model_says(self) -> None:
        """Owner, quota, expiry, and what it has earned."""
        dat = self.w.dat
        for token_id, token in self.model.tokens.items():
            seen = dat.owner_of(token_id), dat.value_of(token_id), dat.expire_at_of(token_id)
            assert seen == (token.owner, token.quota, token.expire_at)
            if token.share:
                for asset in (NATIVE, self.usd.address):
                    assert dat.pending_revenue(token_id, asset) == token.pending(asset)

    @invariant()
    def the_router_owes_what_the_model_says(self) -> None:
        """Members, parents and holders have their parts in the books, and what no part is whole of is carried."""
        router = self.scene.router
        for asset in (NATIVE, self.usd.address):
            books = 0
            for class_id in CLASSES:
                waiting = router.received_of(class_id, asset), router.held_of(class_id, asset)
                expected = self.model.received[class_id, asset], self.model.held[class_id, asset]
                carried = router.carried_of(class_id, asset)
                assert waiting == expected
                assert carried == self.model.dust(class_id, asset)
                books += sum(waiting) + carried
            for name in ANYBODY:
                owed = router.owed_to(self.at(name), asset)
                assert owed == self.model.owed[self.at(name), asset]
                books += owed
            assert books == self.model.coins[router.address, asset]

    @invariant()
    def the_market_keeps_what_the_model_says(self) -> None:
        """Offers have left what was not sold; the contracts hold what waits for somebody, and nothing else."""
        scene, model = self.scene, self.model
        for offer_id, left in model.left.items():
            assert scene.store.left_of(offer_id) == left
        for order_hash in self.signed:
            assert scene.exchange.filled_of(order_hash) == model.filled[order_hash]
        for asset in (NATIVE, self.usd.address):
            kept, referrals = 0, 0
            for account in map(self.at, ANYBODY):
                assert scene.exchange.kept_for(account, asset) == model.kept[account, asset]
                assert scene.store.referral_of(account, asset) == model.referrals[account, asset]
                kept += model.kept[account, asset]
                referrals += model.referrals[account, asset]
            assert kept == model.coins[scene.exchange.address, asset]
            assert referrals == model.coins[scene.store.address, asset]
        tips = [scene.payout.tip_balance_of(self.at(name)) for name in PEOPLE]
        assert tips == [model.tips[self.at(name)] for name in PEOPLE]
        assert sum(tips) == model.coins[scene.payout.address, NATIVE]

    @invariant()
    def nobody_gains_by_calling_back(self) -> None:
        """The guard refused every call that came back in the middle of another."""
        self.check_calls_back()


def claim(intent: Intent[Sent]) -> Claim:
    """A call as a claim of a payout."""
    return Claim(intent.contract.address, CLAIM_GAS, intent.data)


def refuse(market: Market) -> None:
    """What never works: a payout is told to call itself."""
    raise errors.ReentrancyGuardReentrantCall


TestMarket = MarketMachine.TestCase
TestMarket.settings = settings(
    max_examples=2_000 if DEEP else 60,
    stateful_step_count=100 if DEEP else 50,
    derandomize=not DEEP,
    database=None,
    deadline=None,
)

"""What anybody may do to the store, allowed or not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from lazai_py._contract.bindings.access_store import (
    Authorization,
    Bought,
    Offer,
    OfferClosed,
    OfferCreated,
    Permit,
    Purchase,
    ReferralPaid,
    Tier,
    TrialTaken,
)
from lazai_py._contract.bindings.data_anchoring_token import Minted, ValueMinted
from lazai_py._contract.errors import QuantityTooSmall
from lazai_py._contract.intent import Sent
from lazai_py._types import NATIVE
from lazai_py.market.offers import TRIAL_TYPES
from tests.stateful.market_driver import PEOPLE, MarketDriver, assets, coins_for, numbers, people
from tests.stateful.market_scene import BASE, CHILD
from tests.stateful.store_model import Bill

PERMIT = "owner address,spender address,value uint256,nonce uint256,deadline uint256"
AUTHORIZATION = "from address,to address,value uint256,validAfter uint256,validBefore uint256,nonce bytes32"
FOREVER = 2**40

classes = st.sampled_from([CHILD, CHILD, BASE])
tiers = st.sampled_from(
    [
        ((1, 1_001), (50, 998), (200, 333)),
        ((10, 10**15 + 1), (100, 10**14 + 7)),
        ((1, 7),),
        ((5, 0),),
        ((5, 3), (5, 2)),
        ((0, 1),),
    ]
)
quantities = st.one_of(st.integers(1, 260), st.sampled_from([49, 50, 199, 200]))
referrers = st.sampled_from(["nobody", "carol", "refuser", "caller", "greedy", "alice"])
receivers = st.sampled_from([*PEOPLE, *PEOPLE, "caller", "greedy", "refuser"])
# Mostly none: whoever does one thing wrong is refused, and little is learnt.
flaws = st.sampled_from([*["none"] * 8, "dear", "more coins", "fewer coins", "nobody", "too many", "too few"])


class StoreRules(MarketDriver):
    """Controllers publish offers; people and contracts buy, try, refer, and cheat."""

    def __init__(self) -> None:
        super().__init__()
        self.used: tuple[Purchase, Authorization] | None = None

    # --- offers ---

    @initialize()
    def first_offers(self) -> None:
        """Some that can be bought for long, and for a while."""
        cheap, dear = (Tier(1, 1_001), Tier(50, 998), Tier(200, 333)), (Tier(1, 10**15 + 1), Tier(100, 10**14 + 7))
        usd = self.usd.address
        for offer in (
            Offer(CHILD, usd, 0, 333, 0, 10_000, 0, cheap),
            Offer(CHILD, NATIVE, 0, 777, 0, 10_000, 0, dear),
            Offer(CHILD, NATIVE, 300, 333, 0, 500, 7, cheap),
            Offer(BASE, usd, 3_000, 0, 0, 2**128 - 1, 7, cheap),
        ):
            self.publish(offer, "controller")

    @precondition(lambda self: len(self.model.offers) < 8)
    @rule(
        class_id=classes,
        asset=assets,
        prices=tiers,
        duration=st.sampled_from([0, 60, 300]),
        referral_bps=st.sampled_from([0, 333, 9_999, 10_000, 10_001]),
        life=st.sampled_from([None, None, 600, 30, -1]),
        supply=st.sampled_from([500, 10_000]),
        trial=st.sampled_from([0, 7, 501]),
    )
    def create_offer(
        self,
        *,
        class_id: int,
        asset: str,
        prices: tuple[tuple[int, int], ...],
        duration: int,
        referral_bps: int,
        life: int | None,
        supply: int,
        trial: int,
    ) -> None:
        """Another offer, good or bad, of the first controller, who may not be it any more."""
        until = 0 if life is None else self.next + life
        kinds = tuple(Tier(*tier) for tier in prices)
        offer = Offer(class_id, self.asset(asset), duration, referral_bps, until, supply, trial, kinds)
        self.publish(offer, "controller")

    def publish(self, offer: Offer, by: str) -> None:
        """Publishes an offer, unless that is refused."""
        done = self.attempt(by, self.scene.store.create_offer(offer), lambda m: m.create_offer(offer, self.at(by)))
        if done is not None:
            sent, offer_id = done
            assert sent.events == (OfferCreated(offer_id, offer.class_id, offer),)

    @rule(number=numbers, by=st.sampled_from(["controller", "controller", "bob"]), factor=st.sampled_from([1, 2, 3]))
    def change_price(self, number: int, by: str, factor: int) -> None:
        """An offer is closed and published again for more; whoever was on the way to buy from it is refused."""
        offer_id = 1 + number % len(self.model.offers)
        offer, store = self.model.offers[offer_id], self.scene.store
        done = self.attempt(by, store.close_offer(offer_id), lambda m: m.close_offer(offer_id, self.at(by)))
        if done is None:
            return
        assert done[0].events == (OfferClosed(offer_id),)
        self.publish(replace(offer, tiers=tuple(replace(t, unit_price=t.unit_price * factor) for t in offer.tiers)), by)
        purchase = self.purchase(offer_id, offer.tiers[0].min_quantity, 0, to="bob", referrer="nobody", flaw="none")
        assert self.send_purchase(purchase, "bob", "none") is None

    def pick_offer(self, number: int, asset: str | None = None) -> int:
        """Mostly an offer that is open, in an asset; now and then any, or none."""
        known = self.model.offers
        if number == 99:
            return len(known) + 1
        kinds = {NATIVE, self.usd.address} if asset is None else {self.asset(asset)}
        still = [i for i, offer in known.items() if not 0 < offer.until < self.next and offer.asset in kinds]
        ids = list(known) if number % 9 == 0 or not still else still
        return ids[number % len(ids)]

    # --- purchases ---

    def purchase(self, offer_id: int, quantity: int, token_id: int, *, to: str, referrer: str, flaw: str) -> Purchase:
        """A purchase whose buyer allows exactly what it costs, or a little less."""
        self.let_call_back(self.scene.store.pay_referral(self.scene.caller, NATIVE))
        quantity = {"too many": 2**128, "too few": 0}.get(flaw, quantity)
        to = "nobody" if flaw == "nobody" else to
        most = self.price(offer_id, quantity) - (flaw == "dear")
        return Purchase(offer_id, quantity, token_id, self.at(to), max(0, most), self.at(referrer))

    def price(self, offer_id: int, quantity: int) -> int:
        """What a quantity costs, as far as it can be bought."""
        try:
            return self.model.cost_of(self.model.offers[offer_id], quantity)
        except (QuantityTooSmall, KeyError):
            return 0

    def check_bought(self, done: tuple[Sent, Bill] | None, purchase: Purchase, buyer: str) -> None:
        """Holds that everybody could read what was bought."""
        if done is None:
            return
        sent, bill = done
        offer, referrer = self.model.offers[purchase.offer_id], purchase.referrer
        assert sent.only(Bought) == Bought(
            purchase.offer_id, bill.token_id, self.at(buyer), purchase.quantity, bill.cost, referrer, bill.referral
        )
        if purchase.token_id:
            assert sent.only(ValueMinted) == ValueMinted(bill.token_id, purchase.quantity)
        else:
            end = self.w.now + offer.duration if offer.duration else 0
            minted = Minted(bill.token_id, offer.class_id, purchase.to, purchase.quantity, 0, end)
            assert sent.only(Minted) == minted

    def send_purchase(self, purchase: Purchase, buyer: str, flaw: str) -> tuple[Sent, Bill] | None:
        """Buys for coins, or for what the buyer allowed the store."""
        offer = self.model.offers.get(purchase.offer_id)
        extra = {"more coins": 1, "fewer coins": -1}.get(flaw, 0)
        cost = self.price(purchase.offer_id, purchase.quantity)
        coins = coins_for(offer.asset if offer else NATIVE, cost, extra)
        intent = self.scene.store.buy(purchase, pay=coins)
        done = self.attempt(buyer, intent, lambda m: m.buy(purchase, self.at(buyer), coins.raw))
        self.check_bought(done, purchase, buyer)
        return done

    @rule(number=numbers, quantity=quantities, to=receivers, referrer=referrers, buyer=people, flaw=flaws)
    def buy(self, *, number: int, quantity: int, to: str, referrer: str, buyer: str, flaw: str) -> None:
        """A new token."""
        purchase = self.purchase(self.pick_offer(number), quantity, 0, to=to, referrer=referrer, flaw=flaw)
        self.send_purchase(purchase, buyer, flaw)

    @rule(number=numbers, quantity=quantities, token=numbers, referrer=referrers, buyer=people, flaw=flaws)
    def top_up(self, *, number: int, quantity: int, token: int, referrer: str, buyer: str, flaw: str) -> None:
        """More quota for anybody's token, mostly of the class on offer."""
        offer_id = self.pick_offer(number)
        class_id = self.model.offers[offer_id].class_id if offer_id in self.model.offers else CHILD
        token_id = self.pick(token, None if token % 9 == 0 else class_id)
        purchase = self.purchase(offer_id, quantity, token_id, to=buyer, referrer=referrer, flaw=flaw)
        self.send_purchase(purchase, buyer, flaw)

    @rule(
        number=numbers,
        quantity=quantities,
        to=receivers,
        referrer=referrers,
        buyer=st.sampled_from(["carol", "carol", "bob"]),
        flaw=st.sampled_from(["none", "none", "none", "sent first", "sent first", "too little", "of another", "late"]),
    )
    def buy_with_permit(self, *, number: int, quantity: int, to: str, referrer: str, buyer: str, flaw: str) -> None:
        """For what the buyer allows in the same breath, whoever sends the permit first."""
        purchase = self.purchase(self.pick_offer(number, "usd"), quantity, 0, to=to, referrer=referrer, flaw="none")
        store, owner = self.scene.store, self.at(buyer)
        value = max(0, purchase.max_cost - (flaw == "too little"))
        deadline = self.next - 1 if flaw == "late" else FOREVER
        message = owner, store.address, value, self.usd.nonces(owner), deadline
        signer = "stranger" if flaw == "of another" else buyer
        signed = self.sign_struct(signer, "Permit", PERMIT, message)
        if flaw == "sent first":
            self.send("stranger", self.usd.permit(owner, store, value, deadline, *signed))
            self.model.allowance[owner, store.address] = value
        allowed = value if flaw in {"none", "too little"} else None
        intent = store.buy_with_permit(purchase, Permit(value, deadline, *signed))
        done = self.attempt(buyer, intent, lambda m: m.buy_with_permit(purchase, owner, allowed))
        self.check_bought(done, purchase, buyer)

    @rule(
        number=numbers,
        quantity=quantities,
        to=receivers,
        referrer=referrers,
        payer=people,
        salt=st.integers(0, 3),
        flaw=st.sampled_from(["none", "none", "none", "none", "turned", "too much"]),
    )
    def buy_with_authorization(
        self, *, number: int, quantity: int, to: str, referrer: str, payer: str, salt: int, flaw: str
    ) -> None:
        """A stranger sends what somebody signed, or tries to become the referrer of it."""
        purchase = self.purchase(self.pick_offer(number, "usd"), quantity, 0, to=to, referrer=referrer, flaw="none")
        store, giver, value = self.scene.store, self.at(payer), purchase.max_cost + (flaw == "too much")
        message = giver, store.address, value, 0, FOREVER, store.authorization_nonce(purchase, salt.to_bytes(32))
        signed = self.sign_struct(payer, "ReceiveWithAuthorization", AUTHORIZATION, message)
        given = Authorization(giver, value, 0, FOREVER, salt.to_bytes(32), *signed)
        sent = replace(purchase, referrer=self.at("stranger")) if flaw == "turned" else purchase
        if self.send_authorization(sent, given, payer, meant=sent == purchase):
            self.used = purchase, given

    @precondition(lambda self: self.used)
    @rule()
    def replay_authorization(self) -> None:
        """What was signed once is sent twice."""
        assert self.used is not None
        purchase, given = self.used
        self.let_call_back(self.scene.store.pay_referral(self.scene.caller, NATIVE))
        assert not self.send_authorization(purchase, given, str(self.name_of(given.from_)), meant=True)

    def send_authorization(self, purchase: Purchase, given: Authorization, payer: str, *, meant: bool) -> bool:
        """Returns whether it was bought."""
        store, giver, value = self.scene.store, given.from_, given.value
        nonce, intent = store.authorization_nonce(purchase, given.salt), store.buy_with_authorization(purchase, given)
        done = self.attempt(
            "stranger", intent, lambda m: m.buy_with_authorization(purchase, giver, value, nonce, meant=meant)
        )
        self.check_bought(done, purchase, payer)
        return done is not None

    def sign_struct(self, by: str, name: str, shape: str, values: tuple[object, ...]) -> tuple[int, bytes, bytes]:
        """The signature of somebody for the ERC-20: v, r and s."""
        fields = [{"name": field, "type": kind} for field, kind in (each.split() for each in shape.split(","))]
        message = {field["name"]: value for field, value in zip(fields, values, strict=True)}
        signature = self.sign(by, ("Auth token", self.usd.address), {name: fields}, message)
        return signature[64], signature[:32], signature[32:64]

    # --- trials and referrals ---

    @rule(
        number=numbers,
        account=receivers,
        signer=st.sampled_from(["controller", "controller", "controller", "alice"]),
        life=st.sampled_from([600, 600, 600, 0, -1]),
    )
    def take_trial(self, number: int, account: str, signer: str, life: int) -> None:
        """A stranger hands in what the controller signed, or who is it no more, or not yet."""
        self.let_call_back(self.scene.store.pay_referral(self.scene.caller, NATIVE))
        tried = [i for i, offer in self.model.offers.items() if offer.trial_quantity]
        offer_id = self.pick_offer(number) if number % 9 == 0 else tried[number % len(tried)]
        store, who, deadline = self.scene.store, self.at(account), self.next + life
        message: dict[str, object] = {"offerId": offer_id, "account": who, "deadline": deadline}
        signature = self.sign(signer, ("AccessStore", store.address), TRIAL_TYPES, message)
        intent, by = store.take_trial(offer_id, who, deadline, signature), self.at(signer)
        done = self.attempt("stranger", intent, lambda m: m.take_trial(offer_id, who, deadline, by))
        if done is not None:
            sent, token_id = done
            quantity = self.model.offers[offer_id].trial_quantity
            assert sent.only(TrialTaken) == TrialTaken(offer_id, token_id, who, quantity)

    @rule(number=numbers)
    def pay_referral(self, number: int) -> None:
        """A stranger has a referrer paid, who may refuse."""
        self.let_call_back(self.scene.store.pay_referral(self.scene.caller, NATIVE))
        who, kind = self.creditor(self.model.referrals, number)
        intent = self.scene.store.pay_referral(who, kind)
        done = self.attempt("stranger", intent, lambda m: m.pay_referral(who, kind))
        if done is not None:
            sent, amount = done
            assert sent.all(ReferralPaid) == ((ReferralPaid(who, kind, amount),) if amount else ())

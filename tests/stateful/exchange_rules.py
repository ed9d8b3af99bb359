"""What anybody may do to the exchange, allowed or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from lazai_py._contract.bindings.dat_exchange import (
    Fill,
    Floor,
    NonceRaised,
    Order,
    OrderCancelled,
    OrderFilled,
    PaymentKept,
    Withdrawn,
)
from lazai_py._contract.bindings.data_anchoring_token import TransferToken, ValueTransferred
from lazai_py._contract.intent import Sent
from lazai_py._types import NATIVE
from lazai_py.market.orders import ORDER_TYPES, message_of
from tests.behaviours.world import CALLS
from tests.stateful.exchange_model import Signed, Trade
from tests.stateful.market_books import Token, divide_up
from tests.stateful.market_driver import PEOPLE, MarketDriver, assets, coins_for, numbers
from tests.stateful.market_model import Market
from tests.stateful.market_scene import CHILD

FOREVER = 2**64 - 1
PRICES = ("dear", "more coins")
RECEIVERS = ("nobody", "refuser")
TRICKS = ("claim", "use", "move")

receivers = st.sampled_from([*PEOPLE, *PEOPLE, "caller", "greedy"])
buyers = st.sampled_from(["alice", "bob", "bob", "bob", "carol"])
prices = st.one_of(st.integers(1, 10**6), st.sampled_from([0, 1, 10**18 + 1]))
# Mostly none: whoever does one thing wrong is refused, and little is learnt.
forgeries = st.sampled_from(
    [*["none"] * 8, "other chain", "other contract", "other key", "cancelled", "late", "no royalty", "for alice"]
)
flaws = st.sampled_from(
    [
        *["none"] * 12,
        "dear",
        "more coins",
        "nobody",
        "refuser",
        "claim",
        "use",
        "move",
        "floor",
        "end",
        "endless",
        "nothing",
    ]
)


class ExchangeRules(MarketDriver):
    """Holders sign orders; buyers fill them; both cheat."""

    def __init__(self) -> None:
        super().__init__()
        self.signed: dict[bytes, Signed] = {}

    # --- orders ---

    def sign_order(self, token_id: int, quantity: int, asset: str, price: int, forgery: str) -> Signed:
        """The owner of a token signs what it sells, here or elsewhere; or somebody signs for the owner."""
        seller = self.model.token(token_id).owner
        nonce = max(0, self.model.nonces[seller] - (forgery == "cancelled"))
        deadline = self.next - 1 if forgery == "late" else self.next + 600
        most = 0 if forgery == "no royalty" else 10_000
        buyer = self.at("alice") if forgery == "for alice" else NATIVE
        order = Order(seller, token_id, quantity, self.asset(asset), price, most, buyer, nonce, deadline)
        by = "stranger" if forgery == "other key" else self.name_of(seller) or "stranger"
        contract = self.scene.store.address if forgery == "other contract" else self.scene.exchange.address
        sign = self.sign_for_another_chain if forgery == "other chain" else self.sign
        signature = sign(by, ("DatExchange", contract), ORDER_TYPES, message_of(order))
        at_home = forgery not in {"other chain", "other contract"}
        signed = Signed(order, self.at(by), at_home, self.scene.exchange.hash_order(order), signature)
        self.signed[signed.order_hash] = signed
        return signed

    @rule(number=numbers, by=st.sampled_from(["seller", "stranger"]), how=st.sampled_from(["order", "nonce", "again"]))
    def revoke(self, number: int, by: str, how: str) -> None:
        """The seller of an order cancels it, or everything that it signed; or somebody who may not."""
        if not self.signed:
            return
        signed, exchange = self.pick_order(number), self.scene.exchange
        caller = (self.name_of(signed.order.seller) if by == "seller" else None) or "stranger"
        who = self.at(caller)
        if how == "order":
            done = self.attempt(caller, exchange.cancel(signed.order), lambda m: m.cancel(signed, who))
            assert done is None or done[0].events == (OrderCancelled(signed.order_hash, who),)
        else:
            nonce = self.model.nonces[who] + (how == "nonce")
            done = self.attempt(caller, exchange.raise_nonce(nonce), lambda m: m.raise_nonce(nonce, who))
            assert done is None or done[0].events == (NonceRaised(who, nonce),)
        self.fill_order(signed, 1, buyer="bob", to="bob", number=number, flaw="none")

    def pick_order(self, number: int) -> Signed:
        """One of the orders."""
        return list(self.signed.values())[number % len(self.signed)]

    # --- fills ---

    @rule(number=numbers, asset=assets, price=prices, buyer=buyers, to=receivers, forgery=forgeries, flaw=flaws)
    def sell_token(self, *, number: int, asset: str, price: int, buyer: str, to: str, forgery: str, flaw: str) -> None:
        """A whole token is sold, or not; once sold, it is not sold again."""
        signed = self.sign_order(self.pick_owned(number), 0, asset, price, forgery)
        if self.fill_order(signed, 1, buyer=buyer, to=to, number=number, flaw=flaw):
            assert not self.fill_order(signed, 1, buyer=buyer, to=to, number=number, flaw="none")

    @rule(
        number=numbers,
        quantity=st.sampled_from([1, 7, 20]),
        asset=assets,
        price=prices,
        buyer=buyers,
        forgery=forgeries,
        flaw=flaws,
    )
    def sell_quota(
        self, *, number: int, quantity: int, asset: str, price: int, buyer: str, forgery: str, flaw: str
    ) -> None:
        """A part of the quota is sold; the rest can be had later, but not one more than that."""
        signed = self.sign_order(self.pick_owned(number), quantity, asset, price, forgery)
        part = 1 + number % quantity
        if self.fill_order(signed, part, buyer=buyer, to=buyer, number=number, flaw=flaw):
            assert not self.fill_order(signed, quantity - part + 1, buyer=buyer, to=buyer, number=number, flaw="none")

    @precondition(lambda self: self.signed)
    @rule(number=numbers, part=st.sampled_from([1, 1, 3]), buyer=buyers, to=receivers, flaw=flaws)
    def fill(self, number: int, part: int, buyer: str, to: str, flaw: str) -> None:
        """Somebody fills what was signed some time ago, or a part of it."""
        self.fill_order(self.pick_order(number), part, buyer=buyer, to=to, number=number, flaw=flaw)

    @rule(number=numbers, asset=assets, price=prices, trick=st.sampled_from(["claim", "use", "move"]))
    def empty_before_a_fill(self, number: int, asset: str, price: int, trick: str) -> None:
        """A class earns, a token of it is for sale, and just before it is sold its owner takes out what it is worth."""
        kind = self.asset(asset)
        self.earn(CHILD, kind, 10**6)
        token_id = self.pick_owned(number, lambda token: token.quota > 0 < token.pending(kind))
        signed = self.sign_order(token_id, 0, asset, price, "none")
        token = self.model.token(token_id)
        worth_it = token.quota > 0 < token.pending(kind) and token.owner != self.at("bob")
        sold = self.fill_order(signed, 1, buyer="bob", to="bob", number=number, flaw=trick)
        assert not (sold and worth_it)

    @rule(number=numbers, quantity=st.sampled_from([0, 5]), asset=assets, late=st.sampled_from([0, 1, 1]))
    def sell_what_expires(self, number: int, quantity: int, asset: str, late: int) -> None:
        """A token is for sale whose last second is that of the fill, or the one before."""
        end = self.next + 5
        self.mint_for("alice", 20, end)
        signed = self.sign_order(list(self.model.tokens)[-1], quantity, asset, 77, "none")
        self.let_call_back(self.scene.exchange.withdraw(self.scene.caller, NATIVE, self.scene.caller))
        self.go_to(end + late)
        sold = self.fill_order(signed, 1, buyer="bob", to="carol", number=number, flaw="none")
        assert not (sold and late)

    def mint_for(self, to: str, quota: int, end: int) -> None:
        """A controller mints a token that expires."""
        by = str(self.name_of(self.model.controllers[CHILD]))
        self.send(by, self.w.dat.mint(CHILD, self.at(to), quota, 0, end))
        self.model.mint(CHILD, self.at(to), quota, 0, end)

    def pick_owned(self, number: int, suits: Callable[[Token], bool] = lambda _: True) -> int:
        """A token that belongs to somebody with a key and, where there is one, suits."""
        owners = set(map(self.at, PEOPLE))
        ids = [i for i, token in self.model.tokens.items() if token.owner in owners and suits(token)]
        return ids[number % len(ids)] if ids else self.pick(number)

    def fill_order(self, signed: Signed, part: int, *, buyer: str, to: str, number: int, flaw: str) -> bool:
        """Fills an order for what the buyer sees, while the seller may take that out; returns whether it was sold."""
        self.let_call_back(self.scene.exchange.withdraw(self.scene.caller, NATIVE, self.scene.caller))
        order = signed.order
        cost = divide_up(order.price * part, order.quantity) if order.quantity else order.price
        taken = self.wanted(order.token_id, 0 if flaw == "nothing" else part, to, number, flaw)
        taken = replace(taken, max_cost=max(0, cost - (flaw == "dear")))
        self.play(flaw, order.token_id)
        coins = coins_for(order.asset, cost, flaw == "more coins")
        intent = self.scene.exchange.fill(order, signed.signature, taken, pay=coins)
        done = self.attempt(buyer, intent, lambda m: m.fill(signed, taken, self.at(buyer), coins.raw))
        if done is not None:
            self.check_filled(*done, signed, taken, buyer)
        return done is not None

    def wanted(self, token_id: int, part: int, to: str, number: int, flaw: str) -> Fill:
        """What a buyer who looks at a token wants to get at least: all that it sees, or a little more."""
        token, more = self.model.token(token_id), flaw == "floor"
        floors = tuple(Floor(asset, token.pending(asset) + more) for asset in (self.usd.address, NATIVE))
        end = {"end": token.expire_at + 1, "endless": FOREVER}.get(flaw, token.expire_at)
        receiver = self.at(flaw if flaw in RECEIVERS else to)
        return Fill(part, receiver, self.sibling(token_id, number), 0, token.quota, end, floors)

    def check_filled(self, sent: Sent, trade: Trade, signed: Signed, taken: Fill, buyer: str) -> None:
        """Holds that everybody could read what was sold, and what waits."""
        order, who = signed.order, self.at(buyer)
        numbers_sold = trade.quantity, order.asset, trade.cost, trade.royalty
        filled = OrderFilled(signed.order_hash, order.seller, who, order.token_id, *numbers_sold)
        assert sent.only(OrderFilled) == filled
        assert sent.all(PaymentKept) == tuple(PaymentKept(to, order.asset, amount) for to, amount in trade.kept)
        if order.quantity:
            moved = ValueTransferred(order.token_id, taken.to_token_id, trade.quantity)
            assert sent.only(ValueTransferred) == moved
        else:
            assert sent.only(TransferToken) == TransferToken(order.token_id, order.seller, taken.to)

    def play(self, trick: str, token_id: int) -> None:
        """The owner of a token takes out of it what a buyer has in view, or gives it away."""
        owner = self.name_of(self.model.token(token_id).owner)
        if owner is None:
            return
        dat = self.w.dat
        if trick == "claim":
            for asset in (NATIVE, self.usd.address):
                making = partial(Market.claim, token_id=token_id, asset=asset)
                self.attempt(owner, dat.claim(token_id, asset, self.at(owner)), making)
        elif trick == "use":
            self.attempt(owner, dat.record_usage(token_id, CALLS, 1), lambda m: m.use(token_id, 1))
        elif trick == "move":
            self.send(owner, dat.transfer_token(token_id, self.w.bob))
            self.model.token(token_id).owner = self.at("bob")

    def sibling(self, token_id: int, number: int) -> int:
        """Mostly another token of the same class that works, now and then any, or none at all."""
        token = self.model.token(token_id)
        others = [
            i
            for i, each in self.model.tokens.items()
            if each.class_id == token.class_id and i != token_id and not 0 < each.expire_at < self.next
        ]
        if number % 10 == 0 or not others:
            return self.pick(number)
        return token_id + 10**6 if number % 10 == 1 else others[number % len(others)]

    # --- what waits ---

    @rule(number=numbers, to=st.sampled_from(["", "", "stranger"]))
    def withdraw(self, number: int, to: str) -> None:
        """A stranger has an account paid what waits for it, or tries to get it itself."""
        who, kind = self.creditor(self.model.kept, number)
        receiver = self.at(to) if to else who
        intent = self.scene.exchange.withdraw(who, kind, receiver)
        done = self.attempt("stranger", intent, lambda m: m.withdraw(who, kind, receiver, self.at("stranger")))
        if done is not None:
            assert done[0].only(Withdrawn) == Withdrawn(who, kind, receiver, done[1])

    @precondition(lambda self: self.model.kept[self.at("greedy"), NATIVE])
    @rule(to=st.sampled_from([*PEOPLE, "greedy"]))
    def withdraw_elsewhere(self, to: str) -> None:
        """Who needs more gas than it was given has the money sent to whom it likes."""
        greedy, receiver = self.scene.greedy, self.at(to)
        inner = self.scene.exchange.withdraw(greedy, NATIVE, receiver)
        intent = greedy.does("execute", self.scene.exchange, 0, inner.data)
        done = self.attempt("stranger", intent, lambda m: m.withdraw(greedy.address, NATIVE, receiver, greedy.address))
        assert done is not None
        assert done[0].only(Withdrawn) == Withdrawn(greedy.address, NATIVE, receiver, done[1])

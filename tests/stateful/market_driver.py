"""What every rule of the market does: act on the chain and in the model at once, and compare the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from lazai_py._chain.accounts import TypedFields
from lazai_py._contract import errors
from lazai_py._contract.abi import CustomError
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import ContractError
from lazai_py._types import NATIVE, Address, Wei
from tests.behaviours.world import Actor
from tests.stateful.market_model import Market
from tests.stateful.market_scene import unspoilt

T = TypeVar("T")

# The same for every call, so that no payment fails for want of it.
GAS = 25_000_000
MOST = 10**30
PEOPLE = ("alice", "bob", "carol")
ANYBODY = (*PEOPLE, "refuser", "caller", "greedy")

people = st.sampled_from(PEOPLE)
anybody = st.sampled_from(ANYBODY)
assets = st.sampled_from(["native", "usd"])
numbers = st.integers(0, 99)


class MarketDriver(RuleBasedStateMachine):
    """A chain, the model of it, and the time of the next transaction."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.scene = unspoilt()
        self.w, self.usd = self.scene.w, self.scene.usd
        self.snapshot = self.w.engine.snapshot()
        self.people: dict[str, Actor] = {actor.name: actor for actor in self.w.actors}
        self.model: Market = self.scene.model.fork(now=self.w.now)
        self.all_coins = sum(map(self.w.balance, self.scene.everybody.values()))
        self.fees = 0
        self.calls_back_to = NATIVE
        # When the next transaction will be mined.
        self.next = self.w.now + 1

    def teardown(self) -> None:
        """Leaves the world as it was."""
        self.w.engine.revert(self.snapshot)

    # --- acting ---

    def attempt(self, by: str, intent: Intent[Sent], modelled: Callable[[Market], T]) -> tuple[Sent, T] | None:
        """Does on the chain what the model does, or holds that both refuse alike."""
        fork = self.model.fork(now=self.next)
        try:
            expected = modelled(fork)
        except CustomError as refusal:
            self.check_refused(by, intent, refusal)
            return None
        self.model = fork
        return self.send(by, intent), expected

    def send(self, by: str, intent: Intent[Sent]) -> Sent:
        """Sends, pays the fee, and moves the clock on."""
        actor = self.people[by]
        pending = actor.sender.submit(replace(intent.call(actor.address), gas=GAS))
        mined = self.w.engine.receipt(pending.tx_hash)
        # It is mined at once, and paid for whatever becomes of it.
        assert mined is not None
        assert self.w.now == self.next
        self.fees += mined.fee.raw
        self.model.coins[actor.address, NATIVE] -= mined.fee.raw
        self.next += 1
        try:
            return intent.result(actor.sender.wait(pending))
        except ContractError as refusal:
            raise intent.explained(refusal) from None

    def check_refused(self, by: str, intent: Intent[Sent], refusal: CustomError) -> None:
        """Holds that a call is mined and refused with exactly this error, its values included."""
        with pytest.raises(type(refusal)) as refused:
            self.send(by, intent)
        assert refused.value.fields == refusal.fields

    def let_call_back(self, intent: Intent[Sent]) -> None:
        """From now on the caller makes this call whenever it gets something."""
        target = intent.contract.address
        if target != self.calls_back_to:
            self.send("stranger", self.scene.caller.does("arm", target, intent.data))
            self.calls_back_to = target

    def check_calls_back(self) -> None:
        """Holds that whatever the caller called back was refused by the guard."""
        caller = self.scene.caller
        if caller.says("calls"):
            assert not caller.says("succeeded")
            assert caller.says("answer") == errors.ReentrancyGuardReentrantCall.selector

    def earn(self, class_id: int, asset: Address, amount: int) -> None:
        """Somebody pays a class."""
        intent = self.scene.router.pay(class_id, asset, amount, pay=coins_for(asset, amount, 0))
        self.attempt("payer", intent, lambda m: m.route(class_id, asset, amount, self.at("payer")))

    # --- who and what ---

    def at(self, name: str) -> Address:
        """Where somebody lives; nobody at the zero address."""
        return self.scene.everybody.get(name, NATIVE)

    def name_of(self, address: Address) -> str | None:
        """Which of the people with a key lives at an address."""
        return next((actor.name for actor in self.w.actors if actor.address == address), None)

    def asset(self, name: str) -> Address:
        """The address that stands for an asset."""
        return NATIVE if name == "native" else self.usd.address

    def pick(self, number: int, class_id: int | None = None) -> int:
        """One of the tokens, or of those of a class."""
        ids = [i for i, token in self.model.tokens.items() if class_id in {None, token.class_id}]
        return ids[number % len(ids)]

    def creditor(self, book: Mapping[tuple[Address, Address], int], number: int) -> tuple[Address, Address]:
        """Mostly an account that is owed something by a book, and in what; now and then any."""
        keys = [key for key, amount in book.items() if amount]
        if number % 9 == 0 or not keys:
            return self.at(ANYBODY[number % len(ANYBODY)]), self.asset("usd" if number % 2 else "native")
        return keys[number % len(keys)]

    def go_to(self, moment: int) -> None:
        """The next transaction is mined at this time, if it is still to come."""
        if moment > self.next:
            self.w.until(moment)
            self.next = moment

    # --- signing ---

    def sign(self, by: str, domain: tuple[str, Address], types: TypedFields, message: dict[str, object]) -> bytes:
        """The signature of somebody for a contract, on this chain or on another."""
        return self._sign(by, domain, types, message, self.w.engine.chain_id())

    def sign_for_another_chain(
        self, by: str, domain: tuple[str, Address], types: TypedFields, message: dict[str, object]
    ) -> bytes:
        """The same signature, for a chain that is not this one."""
        return self._sign(by, domain, types, message, self.w.engine.chain_id() + 1)

    def _sign(
        self, by: str, domain: tuple[str, Address], types: TypedFields, message: dict[str, object], chain_id: int
    ) -> bytes:
        name, contract = domain
        fields = {"name": name, "version": "1", "chainId": chain_id, "verifyingContract": contract}
        return self.people[by].account.sign_typed_data(fields, types, message)


def coins_for(asset: Address, cost: int, extra: int) -> Wei:
    """What is sent along with a payment, or a little more or less; nobody has more than so much."""
    return Wei(min(MOST, max(0, (cost if asset == NATIVE else 0) + extra)))

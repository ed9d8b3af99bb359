"""What every rule of the machine does: act on the chain and in the model at once, and compare the two."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol, TypeVar

from hypothesis.stateful import RuleBasedStateMachine

from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.abi import CustomError
from lazai_py._contract.bindings.data_anchoring_token import Claimed, Expired
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Wei
from tests.behaviours.mocks import Mock
from tests.behaviours.world import START, World
from tests.stateful.model import Economy

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

FEE_BPS = 250
ASSETS = ("native", "usd", "fee")


class Modelled(Protocol[T_co]):
    """What the model does at the time that the chain does it."""

    def __call__(self, *, now: int) -> T_co:
        """Does it, or raises what the contract refuses with."""


@lru_cache(maxsize=1)
def unspoilt() -> tuple[World, Mock]:
    """A world whose state every life starts from, and a token that takes a fee."""
    w = World(RevmEngine(timestamp=START - 1000))
    fee_token = w.deploy("FeeToken", FEE_BPS)
    w.fund(fee_token)
    return w, fee_token


class Driver(RuleBasedStateMachine):
    """A chain, the model of it, and the time of the next transaction."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.w, fee_token = unspoilt()
        self.snapshot = self.w.engine.snapshot()
        self.assets: dict[str, Mock | None] = {"native": None, "usd": self.w.usd, "fee": fee_token}
        self.people = {actor.name: actor for actor in self.w.actors}
        self.model = Economy()
        self.model.create_class()
        # When the next transaction will be mined.
        self.next = self.w.now + 1

    def teardown(self) -> None:
        """Leaves the world as it was."""
        self.w.engine.revert(self.snapshot)

    def attempt(self, caller: str, intent: Intent[Sent], modelled: Modelled[T]) -> tuple[Sent, T] | None:
        """Does on the chain what the model does, or holds that both refuse alike."""
        try:
            expected = modelled(now=self.next)
        except CustomError as refusal:
            self.people[caller].is_refused(intent, refusal)
            return None
        return self.send(caller, intent), expected

    def touch(self, caller: str, intent: Intent[Sent], listed: list[int]) -> tuple[Sent, list[int]]:
        """Sends what touches tokens; returns those whose expiry that announces."""
        expired = self.model.newly_expired(listed, now=self.next)
        return self.send(caller, intent), expired

    def send(self, caller: str, intent: Intent[Sent]) -> Sent:
        """Sends, and moves the clock on."""
        sent = self.people[caller].does(intent)
        assert self.w.now == self.next
        self.next += 1
        return sent

    def settlement(self, class_id: int, asset: str, amount: int) -> Intent[Sent]:
        """The payment of revenue in an asset."""
        token = self.assets[asset]
        if token is None:
            return self.w.dat.settle_revenue_eth(class_id, pay=Wei(amount))
        return self.w.dat.settle_revenue_erc20(class_id, token, amount)

    def check_paid(self, sent: Sent, owed: list[tuple[int, Any, str, int]], expired: list[int]) -> None:
        """Holds that exactly this was claimed and announced, and takes note of it."""
        assert sent.all(Expired) == tuple(map(Expired, expired))
        assert sent.all(Claimed) == tuple(
            Claimed(token, to, self.address(asset), amount) for token, to, asset, amount in owed if amount
        )
        for token, _, asset, amount in owed:
            self.model.pay(token, self.address(asset), amount)

    def pending(self, token: int, asset: str) -> int:
        """What the chain owes a token."""
        return self.w.pending(token, self.address(asset))

    def balance(self, name: str, asset: str) -> int:
        """What somebody has."""
        return self.w.balance(self.people[name], self.assets[asset])

    def address(self, asset: str) -> Any:
        """The address that stands for an asset."""
        token = self.assets[asset]
        return NATIVE if token is None else token.address

    def resolve(self, caller: str, token: int) -> tuple[str, Any]:
        """The name and the address of somebody who may be named as the owner."""
        name = self.name_of(self.model.token(token).owner) if caller == "owner" else caller
        return name, self.people[name].address

    def name_of(self, address: str) -> str:
        """Who lives at an address."""
        return next(actor.name for actor in self.w.actors if actor.address == address)

    @staticmethod
    def after_fee(asset: str, amount: int) -> int:
        """What arrives of a transfer."""
        return amount - -(-amount * FEE_BPS // 10_000) if asset == "fee" else amount

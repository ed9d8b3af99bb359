"""A chain with the DataAnchoringToken on it, one class, an honest ERC-20, and people who act."""

from __future__ import annotations

from typing import TypeVar

import pytest

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.engine import Call, DevEngine
from lazai_py._chain.sender import Sender
from lazai_py._contract.abi import AddressLike, CustomError
from lazai_py._contract.bindings.data_anchoring_token import ClassCreated, DataAnchoringToken, Minted
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address, Wei, keccak, metric, to_address
from tests.behaviours.mocks import Mock

R = TypeVar("R")

START = 2_000_000_000
FORTUNE = 10**36
CALLS = metric("inference_calls")
NAMES = ("controller", "alice", "bob", "carol", "stranger", "payer")


class Actor:
    """Somebody with a key and a fortune."""

    def __init__(self, engine: DevEngine, name: str) -> None:
        self.name = name
        self.account = PrivateKey(keccak(name.encode()))
        self.sender = Sender(engine, self.account)
        self.address: Address = self.account.address

    def __repr__(self) -> str:
        return self.name

    def does(self, intent: Intent[R]) -> R:
        """Sends it and waits for it."""
        return intent.send(self.sender)

    def is_refused(self, intent: Intent[object], error: CustomError) -> None:
        """Holds that the call is refused with exactly this error, its values included."""
        with pytest.raises(type(error)) as refused:
            intent.send(self.sender)
        assert refused.value.fields == error.fields


class World:
    """Everything a behaviour needs. Its first class, whose id is `class_id`, is the controller's."""

    def __init__(self, engine: DevEngine) -> None:
        self.engine = engine
        self.controller, self.alice, self.bob, self.carol, self.stranger, self.payer = self.actors = tuple(
            Actor(engine, name) for name in NAMES
        )
        for actor in self.actors:
            engine.set_balance(actor.address, FORTUNE)
        self.go_to(START)
        self.dat = self.deploy_dat()
        self.usd = self.deploy("TestToken", "US dollar", "USD", 6)
        self.fund(self.usd)
        self.class_id = self.create_class()

    # --- contracts ---

    def deploy_dat(self) -> DataAnchoringToken:
        """Another DataAnchoringToken."""
        receipt = self.payer.sender.send(Call(None, DataAnchoringToken.creation(), sender=self.payer.address))
        assert receipt.contract_address is not None
        return DataAnchoringToken(self.engine, receipt.contract_address)

    def deploy(self, name: str, *arguments: object) -> Mock:
        """A mock."""
        return Mock.deploy(self.payer.sender, name, *arguments)

    def fund(self, asset: Mock) -> None:
        """Gives the payer a fortune in an asset, and lets the contract take it."""
        self.payer.does(asset.does("mint", self.payer, FORTUNE))
        self.payer.does(asset.approve(self.dat, FORTUNE))

    # --- time ---

    @property
    def now(self) -> int:
        """The time of the latest block, which views see."""
        return self.engine.block().timestamp

    def go_to(self, timestamp: int) -> None:
        """Lets the latest block be of this time: views see it, and the next transaction comes a second later."""
        self.engine.set_time(timestamp)

    def until(self, timestamp: int) -> None:
        """Lets the next transaction happen at exactly this time."""
        self.engine.set_next_time(timestamp)

    # --- the usual acts ---

    def create_class(self, by: Actor | None = None, *, unit_decimals: int = 0) -> int:
        """A class of the controller or of somebody else; returns its id."""
        intent = self.dat.create_class("ipfs://metadata", keccak(b"data"), unit_decimals, "ipfs://policy")
        return (by or self.controller).does(intent).only(ClassCreated).class_id

    def mint(
        self, to: AddressLike, *, quota: int = 0, share: int = 0, expire_at: int = 0, class_id: int | None = None
    ) -> int:
        """A token, minted by the controller; returns its id."""
        intent = self.dat.mint(class_id or self.class_id, to, quota, share, expire_at)
        return self.controller.does(intent).only(Minted).token_id

    def settle(self, amount: int, asset: Mock | None = None, *, class_id: int | None = None) -> Sent:
        """The payer pays revenue in: the native coin, or an ERC-20 it was given a fortune of."""
        class_id = class_id or self.class_id
        if asset is None:
            return self.payer.does(self.dat.settle_revenue_eth(class_id, pay=Wei(amount)))
        return self.payer.does(self.dat.settle_revenue_erc20(class_id, asset, amount))

    def claim(self, token_id: int, asset: AddressLike = NATIVE, *, by: Actor | None = None) -> Sent:
        """Somebody, the payer unless named, claims for the owner."""
        intent = self.dat.claim(token_id, asset, self.dat.owner_of(token_id))
        return (by or self.payer).does(intent)

    def uses(self, token_id: int, other: int) -> tuple[Intent[Sent], ...]:
        """Everything that uses up or moves quota of a token, alone or with another of its class."""
        return (
            self.dat.record_usage(token_id, CALLS, 1),
            self.dat.record_usage(token_id, CALLS, 0),
            self.dat.record_usage_batch([other, token_id], CALLS, [1, 1]),
            self.dat.transfer_value(token_id, other, 1),
            self.dat.transfer_value(other, token_id, 1),
        )

    # --- reading ---

    def pending(self, token_id: int, asset: AddressLike = NATIVE) -> int:
        """What a claim would pay now."""
        return self.dat.pending_revenue(token_id, asset)

    def balance(self, holder: AddressLike, asset: Mock | None = None) -> int:
        """What somebody holds of an asset."""
        return self.engine.balance(to_address(holder)) if asset is None else asset.balance_of(holder)


def token_id_of(class_id: int, serial: int) -> int:
    """The id that the standard gives to a class's token."""
    return class_id << 128 | serial

"""RevShare tokens for tests: made, fed, claimed and burnt through the ABI."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lazai_py._chain.engine import Call
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.rev_share_token import RevenueClaimed, RevShareTerms, RevShareToken, SnapshotTaken
from lazai_py._contract.intent import Sent
from lazai_py._types import NATIVE, Address, keccak
from tests.behaviours.world import Actor, World

SUPPLY = 1_000_000 * 10**18
INTERVAL = 60
COMMITMENT = keccak(b"weights and program")


def terms(w: World, **changes: Any) -> RevShareTerms:
    """A million tokens, all of them Alice's; 60 % of revenue are for claims."""
    usual: dict[str, Any] = {
        "name": "Digits",
        "symbol": "DGT",
        "supply": SUPPLY,
        "holder": w.alice.address,
        "claim_bps": 6_000,
        "min_interval": INTERVAL,
        "governor": w.controller.address,
        "model_commitment": COMMITMENT,
        "model_uri": "ipfs://model",
        "class_id": w.class_id,
        "revenue_tokens": (),
    }
    return RevShareTerms(**usual | changes)


class Shares:
    """A RevShare token in a world."""

    def __init__(self, w: World, **changes: Any) -> None:
        self.w = w
        creation = RevShareToken.creation(terms(w, **changes), w.dat.address)
        address = w.payer.sender.send(Call(None, creation, sender=w.payer.address)).contract_address
        assert address is not None
        self.contract = RevShareToken(w.engine, address)

    @property
    def address(self) -> Address:
        """Where it is."""
        return self.contract.address

    # --- the usual acts ---

    def earns(self, amount: int) -> None:
        """The payer sends coins plainly."""
        self.w.payer.sender.send(Call(self.address, value=amount, sender=self.w.payer.address))

    def snapshot(self, by: Actor | None = None) -> int:
        """A snapshot as soon as one can be taken, by anybody; returns its id. Then its block is over."""
        due = self.contract.next_snapshot_at()
        if due > self.w.now + 1:
            self.w.until(due)
        taken = (by or self.w.stranger).does(self.contract.snapshot()).only(SnapshotTaken).snapshot_id
        self.w.engine.mine()
        return taken

    def give(self, sender: Actor, to: AddressLike, amount: int) -> None:
        """Tokens move."""
        sender.does(self.contract.transfer(to, amount))

    # --- what is owed ---

    def claimable(self, account: AddressLike, snapshot_id: int, asset: AddressLike = NATIVE) -> int:
        """What an account can claim for one snapshot."""
        if asset == NATIVE:
            return self.contract.claimable_revenue(account, snapshot_id)
        return self.contract.claimable_erc20(account, snapshot_id, asset)

    def redeemable(self, amount: int, asset: AddressLike = NATIVE) -> int:
        """What burning would pay."""
        if asset == NATIVE:
            return self.contract.redeemable_on_burn(amount)
        return self.contract.redeemable_erc20_on_burn(amount, asset)

    def holds(self, asset: AddressLike = NATIVE) -> int:
        """What lies in the contract."""
        return self.w.balance(self.address) if asset == NATIVE else self.w.usd.balance_of(self.address)


def claimed(sent: Sent) -> list[tuple[Address, Address, int, Address]]:
    """What a call paid out, as its events say."""
    return [(each.account, each.asset, each.amount, each.to) for each in sent.all(RevenueClaimed)]


def total(amounts: Sequence[tuple[Address, Address, int, Address]]) -> int:
    """The sum of what was paid."""
    return sum(amount for _, _, amount, _ in amounts)

"""What every rule of the RevShare machine does: act on the chain and in the model, several acts in one block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from fractions import Fraction
from functools import lru_cache, partial
from typing import TypeVar

from hypothesis.stateful import RuleBasedStateMachine

from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.abi import CustomError
from lazai_py._contract.bindings.rev_share_token import PaymentFailed, Redeemed, RevenueClaimed
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address
from tests.behaviours.mocks import Mock
from tests.behaviours.shares import Shares
from tests.behaviours.world import START, Actor, World
from tests.stateful.revshare_model import PARTS, RevShare

T = TypeVar("T")

HOLDERS = ("alice", "bob", "carol")
ASSETS = ("native", "usd", "moody")


@lru_cache(maxsize=1)
def unspoilt() -> tuple[World, Mock]:
    """A world whose state every life starts from, and a token that can be stopped."""
    w = World(RevmEngine(timestamp=START - 1000))
    return w, w.deploy("FalseToken")


class SharesDriver(RuleBasedStateMachine):
    """A chain whose block stays open until a rule ends it, and the model of the token on it."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.w, self.moody = unspoilt()
        self.mark = self.w.engine.snapshot()
        self.block_ends = ExitStack()
        moody, usd = self.moody.address, self.w.usd.address
        self.assets: dict[str, Address] = {"native": NATIVE, "usd": usd, "moody": moody}
        self.people: dict[str, Actor] = {actor.name: actor for actor in self.w.actors}
        self.stopped = False

    def begin(self, supply: int, bps: int, interval: int) -> None:
        """A token whose tokens Alice holds, and its first block after its creation."""
        usd, holder = self.assets["usd"], self.w.alice.address
        self.shares = Shares(self.w, supply=supply, claim_bps=bps, min_interval=interval, revenue_tokens=(usd,))
        self.token = self.shares.contract
        self.model = RevShare(bps, interval, self.w.controller.address, self.w.now, Counter({holder: supply}))
        self.model.assets.append(usd)
        self.open_block()

    def teardown(self) -> None:
        """Leaves the world as it was."""
        self.block_ends.close()
        self.w.engine.revert(self.mark)

    # --- blocks ---

    def open_block(self) -> None:
        """From here on everything happens in one block."""
        self.number, self.now = self.w.engine.block().number + 1, self.w.now + 1
        self.before = {key: self.claimable_total(key) for key in self.keys()}
        self.set_aside = {i: dict(each) for i, each in self.model.slices.items()}
        self.known = len(self.model.snapshots)
        self.received: dict[tuple[Address, Address], int] = dict.fromkeys(self.before, 0)
        self.burnt = dict.fromkeys((self.people[name].address for name in HOLDERS), 0)
        self.block_ends.enter_context(self.w.engine.one_block())

    def close_block(self) -> None:
        """The block ends, an empty one follows, and nobody has more than its part."""
        values = (
            {a: self.model.value(a, block=self.number) for a in self.assets.values()} if self.model.supply else None
        )
        self.block_ends.close()
        self.w.engine.mine()
        self.model.end_block()
        if values:
            self.check_that_nobody_gained(values)

    def values(self) -> dict[Address, Fraction]:
        """What one smallest unit of tokens stands for now, in every asset; nothing when there are none."""
        kinds = self.assets.values() if self.model.supply else ()
        return {asset: self.model.value(asset, block=self.number) for asset in kinds}

    def check_that_nobody_gained(self, values: Mapping[Address, Fraction]) -> None:
        """Whatever somebody did within the block: its money grew by its part of a snapshot at the end, and by what its
        burnt tokens stood for.
        """
        for (account, asset), before in self.before.items():
            allowed = self.burnt[account] * values[asset]
            for snapshot_id in range(self.known + 1, len(self.model.snapshots) + 1):
                allowed += self.model.share((account, asset), snapshot_id)
                allowed += self.set_aside.get(snapshot_id, {}).get((account, asset), 0)
            gained = self.received[account, asset] + self.claimable_total((account, asset)) - before
            assert gained < allowed + 1

    @property
    def seen(self) -> int:
        """The block that views see."""
        return self.w.engine.block().number

    # --- acting ---

    def attempt(self, caller: str, intent: Intent[Sent], modelled: Callable[[], T]) -> tuple[Sent, T] | None:
        """Does on the chain what the model does, or holds that both refuse alike."""
        try:
            expected = modelled()
        except CustomError as refusal:
            self.people[caller].is_refused(intent, refusal)
            return None
        return self.people[caller].does(intent), expected

    def check_claim(
        self, caller: str, intent: Intent[Sent], account: Address, ids: list[int], to: Address, *, alone: bool
    ) -> None:
        """Claims snapshots, and holds that exactly what the model says is paid, or refused."""
        fails = {asset for asset in self.assets.values() if not self.works(asset)}
        modelled = partial(self.model.claim, account, ids, to, alone=alone, fails=fails, block=self.number)
        done = self.attempt(caller, intent, modelled)
        if done is not None:
            self.check_paid(done[0], account, to, done[1])

    def check_paid(self, sent: Sent, account: Address, to: Address, amounts: Mapping[Address, int]) -> None:
        """Holds that exactly this was paid or stays owed, and takes note of it."""
        failed = {asset: amount for asset, amount in amounts.items() if amount and not self.works(asset)}
        arrived = {asset: amount for asset, amount in amounts.items() if amount and self.works(asset)}
        assert {(e.account, e.asset, e.amount) for e in sent.all(PaymentFailed)} == {
            (account, asset, amount) for asset, amount in failed.items()
        }
        for asset, amount in amounts.items():
            self.model.leave((account, asset), amount, failed=asset in failed)
            self.received[account, asset] += arrived.get(asset, 0)
        self.check_named(sent, account, to, arrived)

    def check_named(self, sent: Sent, account: Address, to: Address, arrived: Mapping[Address, int]) -> None:
        """Holds that the events of a claim name exactly what arrived; a burn has its own."""
        claims = {(e.account, e.asset, e.amount, e.to) for e in sent.all(RevenueClaimed)}
        if not sent.all(Redeemed):
            assert claims == {(account, asset, amount, to) for asset, amount in arrived.items()}

    def works(self, asset: Address) -> bool:
        """Whether an asset can be moved now."""
        return not (self.stopped and asset == self.moody.address)

    # --- reading ---

    def keys(self) -> list[tuple[Address, Address]]:
        """Every holder in every asset."""
        return [(self.people[name].address, asset) for name in HOLDERS for asset in self.assets.values()]

    def claimable_total(self, key: tuple[Address, Address]) -> int:
        """What `claimAll` would pay now."""
        return self.token.claimable_total(*key)

    def held(self, asset: Address) -> int:
        """What lies in the contract."""
        if asset == NATIVE:
            return self.w.balance(self.token)
        return (self.w.usd if asset == self.w.usd.address else self.moody).balance_of(self.token)

    def of(self, name: str, portion: tuple[int, int]) -> int:
        """A portion of somebody's tokens."""
        return self.model.balances[self.people[name].address] * portion[0] // portion[1]

    def named(self, names: Sequence[str]) -> list[Address]:
        """The addresses of assets."""
        return [self.assets[name] for name in names]

    def whole_units_waiting(self, asset: Address) -> int:
        """What is set aside for snapshots to come."""
        closed = self.model.closed(self.seen) if self.model.supply else len(self.model.snapshots) + 1
        later = (each for i, each in self.model.slices.items() if i > closed)
        return sum(amount for each in later for (_, kind), amount in each.items() if kind == asset)

    def parts_waiting(self, asset: Address) -> int:
        """What no closed snapshot has split, in parts."""
        pools, latest = self.model.pools[asset], len(self.model.snapshots)
        is_open = self.model.closed(self.seen) < latest
        split = self.model.snapshots[-1].split.get(asset, 0) if is_open else 0
        return pools.redemption + pools.unsplit + split + PARTS * (pools.here - pools.held)

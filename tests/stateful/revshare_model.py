"""A RevShare token as its interface means it: whole numbers, fractions, and a walk over everything.

No epochs, no checkpoints, no index, no bitmap: each snapshot keeps every balance. Where the contract refuses, the model
raises the same error with the same fields. `parts` are ten-thousandths of a smallest unit, so nothing is rounded before
it is paid.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lazai_py._contract import errors
from lazai_py._types import NATIVE, Address

PARTS = 10_000
# What the contract's index may be above the exact sum, for each token and snapshot.
GRAIN = Fraction(1, 2**128 * PARTS)

Key = tuple[Address, Address]
"""An account and an asset."""


@dataclass(slots=True)
class Pools:
    """An asset: what has come in, what of that is booked and not paid, and what burns and the next snapshot divide."""

    here: int = 0
    held: int = 0
    redemption: int = 0
    unsplit: int = 0


@dataclass(slots=True)
class Snapshot:
    """What a snapshot divides, among whom; its balances are those of now until its block ends."""

    block: int
    supply: int
    split: dict[Address, int]
    balances: dict[Address, int] | None = None


@dataclass(slots=True)
class RevShare:
    """A token of whose revenue `bps` are claimed; `started` is when the latest snapshot was taken, or it was made."""

    bps: int
    interval: int
    governor: Address
    started: int
    balances: Counter[Address]
    assets: list[Address] = field(default_factory=lambda: [NATIVE])
    pools: defaultdict[Address, Pools] = field(default_factory=lambda: defaultdict(Pools))
    snapshots: list[Snapshot] = field(default_factory=list)
    # Money set aside by burns for the snapshot of an id, and money whose payment failed.
    slices: defaultdict[int, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    owed: Counter[Key] = field(default_factory=Counter)
    claimed: set[tuple[Key, int]] = field(default_factory=set)
    # What was ever paid for snapshots, without slices.
    paid: Counter[Key] = field(default_factory=Counter)

    @property
    def supply(self) -> int:
        """How many tokens there are."""
        return self.balances.total()

    # --- what is owed ---

    def closed(self, block: int) -> int:
        """The latest snapshot whose block has ended, as a call in `block` sees it."""
        return len(self.snapshots) - (bool(self.snapshots) and self.snapshots[-1].block == block)

    def share(self, key: Key, snapshot_id: int) -> Fraction:
        """What an account's balance gets of a snapshot, exactly."""
        account, asset = key
        each = self.snapshots[snapshot_id - 1]
        balance = (self.balances if each.balances is None else each.balances).get(account, 0)
        return Fraction(each.split.get(asset, 0) * balance, PARTS * each.supply) if balance else Fraction(0)

    def unclaimed(self, key: Key, snapshot_id: int) -> int:
        """What an account can claim for its balance at a snapshot: rounded down once."""
        return 0 if (key, snapshot_id) in self.claimed else int(self.share(key, snapshot_id))

    def claimable(self, key: Key, snapshot_id: int, *, block: int) -> int:
        """What an account can claim for a snapshot, with what its burns set aside."""
        self.check_exists(snapshot_id)
        if snapshot_id > self.closed(block):
            return 0
        return self.unclaimed(key, snapshot_id) + self.slices[snapshot_id][key]

    def certain(self, key: Key, *, block: int) -> int:
        """What `claimAll` pays beside snapshots: slices, and what failed before."""
        closed = self.closed(block)
        ready = [each[key] for i, each in self.slices.items() if i <= closed or self.supply == 0]
        return sum(ready) + self.owed[key]

    def bounds(self, key: Key, *, block: int) -> tuple[int, int]:
        """What `claimAll` pays for snapshots: at least each by itself, at most the exact sum less what was paid."""
        ids = range(1, self.closed(block) + 1)
        exact = sum((self.share(key, each) for each in ids), Fraction(0))
        slack = GRAIN * len(ids) * sum((each.balances or {}).get(key[0], 0) for each in self.snapshots)
        return sum(self.unclaimed(key, each) for each in ids), int(exact + slack) - self.paid[key]

    def check_exists(self, snapshot_id: int) -> None:
        """Refuses an id that does not exist."""
        if not 0 < snapshot_id <= len(self.snapshots):
            raise errors.UnknownSnapshot(snapshot_id, len(self.snapshots))

    # --- time ---

    def end_block(self) -> None:
        """The balances of now are those that a snapshot of this block counts."""
        if self.snapshots and self.snapshots[-1].balances is None:
            self.snapshots[-1].balances = dict(self.balances)

    # --- tokens ---

    def transfer(self, sender: Address, to: Address, amount: int) -> None:
        """Moves tokens."""
        self._check_balance(sender, amount)
        self.balances[sender] -= amount
        self.balances[to] += amount

    def _check_balance(self, account: Address, amount: int) -> None:
        if amount > self.balances[account]:
            raise errors.ERC20InsufficientBalance(account, self.balances[account], amount)

    # --- revenue ---

    def arrive(self, asset: Address, amount: int) -> None:
        """Money comes in, in whatever way."""
        self.pools[asset].here += amount

    def send(self, amount: int) -> None:
        """Native coins come in by a call, which is refused while there are no tokens."""
        if self.supply == 0:
            raise errors.ZeroSupply
        self.arrive(NATIVE, amount)

    def unbooked(self, asset: Address) -> int:
        """What has come in and is not booked; an asset that is no revenue brings nothing."""
        return self.pools[asset].here - self.pools[asset].held if asset in self.assets else 0

    def sync(self, asset: Address) -> int:
        """Books one asset."""
        if asset not in self.assets:
            raise errors.UnknownRevenueToken(asset)
        return self._book(asset)

    def _book(self, asset: Address) -> int:
        amount, pools = self.unbooked(asset), self.pools[asset]
        pools.held += amount
        pools.unsplit += self.bps * amount
        pools.redemption += (PARTS - self.bps) * amount
        return amount

    def snapshot(self, *, block: int, now: int) -> int:
        """Splits what waits, in every asset that is revenue."""
        if self.supply == 0:
            raise errors.ZeroSupply
        if now < self.started + self.interval:
            raise errors.SnapshotTooEarly(self.started + self.interval, now)
        if self.closed(block) < len(self.snapshots):
            raise errors.SnapshotNotClosed(len(self.snapshots), block)
        for asset in self.assets:
            self._book(asset)
        split = {asset: self.pools[asset].unsplit for asset in self.assets}
        for asset in self.assets:
            self.pools[asset].unsplit = 0
        self.snapshots.append(Snapshot(block, self.supply, split))
        self.started = now
        return len(self.snapshots)

    def set_token(self, token: Address, *, accepted: bool, caller: Address, block: int) -> None:
        """Accepts an ERC-20 or stops that; what waits for a snapshot can be redeemed then."""
        if caller != self.governor:
            raise errors.NotGovernor(caller, self.governor)
        if accepted == (token in self.assets):
            return
        if self.closed(block) < len(self.snapshots):
            raise errors.SnapshotNotClosed(len(self.snapshots), block)
        if accepted:
            self.assets.append(token)
            return
        self._book(token)
        self.assets.remove(token)
        pools = self.pools[token]
        pools.redemption, pools.unsplit = pools.redemption + pools.unsplit, 0

    # --- burns ---

    def redeemable(self, asset: Address, amount: int, *, block: int) -> int:
        """What burning would pay."""
        supply, pools = self.supply, self.pools[asset]
        if amount > supply:
            raise errors.ExceedsSupply(amount, supply)
        if amount == 0:
            return 0
        redemption = pools.redemption + (PARTS - self.bps) * self.unbooked(asset)
        if amount < supply:
            return redemption * amount // (PARTS * supply)
        unsplit = pools.unsplit + self.bps * self.unbooked(asset)
        return (self._open_split(asset, block) + redemption + unsplit) // PARTS

    def value(self, asset: Address, *, block: int) -> Fraction:
        """What one smallest unit of tokens stands for, of all that no closed snapshot has split."""
        pools = self.pools[asset]
        parts = pools.redemption + pools.unsplit + PARTS * self.unbooked(asset) + self._open_split(asset, block)
        return Fraction(parts, PARTS * self.supply)

    def burn(
        self, account: Address, amount: int, assets: Sequence[Address] | None = None, *, block: int
    ) -> dict[Address, int]:
        """What burning pays, in all assets that are revenue or exactly in some; their other parts are set aside."""
        if assets is not None and self.closed(block) < len(self.snapshots):
            raise errors.SnapshotNotClosed(len(self.snapshots), block)
        supply = self.supply
        self._check_balance(account, amount)
        self.balances[account] -= amount
        if amount == 0:
            return {}
        wanted = self.assets if assets is None else assets
        paid = {asset: self._part(account, asset, amount, supply, block) for asset in wanted}
        if self.closed(block) < len(self.snapshots):
            self.snapshots[-1].supply = self.supply
        return paid

    def _part(self, account: Address, asset: Address, amount: int, supply: int, block: int) -> int:
        self._book(asset)
        pools, key = self.pools[asset], (account, asset)
        if amount == supply:
            parts = self._open_split(asset, block) + pools.redemption + pools.unsplit
            if self.closed(block) < len(self.snapshots):
                self.snapshots[-1].split[asset] = 0
            pools.redemption, pools.unsplit = parts % PARTS, 0
            return parts // PARTS
        recut = self._open_split(asset, block) * amount // (PARTS * supply)
        if recut:
            self.snapshots[-1].split[asset] -= PARTS * recut
            self.slices[len(self.snapshots)][key] += recut
        paid, aside = (each * amount // (PARTS * supply) for each in (pools.redemption, pools.unsplit))
        pools.redemption -= PARTS * paid
        pools.unsplit -= PARTS * aside
        self.slices[len(self.snapshots) + 1][key] += aside
        return paid

    def _open_split(self, asset: Address, block: int) -> int:
        """What the latest snapshot splits, while its block lasts."""
        return self.snapshots[-1].split.get(asset, 0) if self.closed(block) < len(self.snapshots) else 0

    def settle_zero_supply(self, caller: Address) -> dict[Address, int]:
        """What goes out to the governor's choice when there are no tokens."""
        if caller != self.governor:
            raise errors.NotGovernor(caller, self.governor)
        if self.supply:
            raise errors.SupplyNotZero(self.supply)
        settled = {}
        for asset in self.assets:
            self._book(asset)
            pools = self.pools[asset]
            parts = pools.redemption + pools.unsplit
            pools.redemption, pools.unsplit = parts % PARTS, 0
            settled[asset] = parts // PARTS
        return {asset: amount for asset, amount in settled.items() if amount}

    # --- claims ---

    def claim(
        self, account: Address, ids: Sequence[int], to: Address, *, alone: bool, fails: set[Address], block: int
    ) -> dict[Address, int]:
        """What an account is paid for some snapshots, in every asset that is revenue.

        One `alone` must pay something; and of what is to be paid, something must arrive: what `fails` does not.
        """
        for each in ids:
            self.check_exists(each)
            if each > self.closed(block):
                raise errors.SnapshotNotClosed(each, block)
        due: Counter[Address] = Counter()
        for each in set(ids):
            due.update({asset: self.claimable((account, asset), each, block=block) for asset in self.assets})
        paid = {asset: amount for asset, amount in due.items() if amount}
        if alone and not paid:
            raise errors.NothingToClaim(account, ids[0])
        if paid and fails.issuperset(paid):
            raise errors.ClaimFailed(account, to)
        for each in ids:
            for asset in self.assets:
                self._take((account, asset), each)
        return paid

    def _take(self, key: Key, snapshot_id: int) -> None:
        self.paid[key] += self.unclaimed(key, snapshot_id)
        self.claimed.add((key, snapshot_id))
        self.slices[snapshot_id].pop(key, None)

    def claim_all(self, key: Key, amount: int, *, block: int) -> None:
        """Takes note of what `claimAll` paid: between `bounds`, and what is certain."""
        low, high = self.bounds(key, block=block)
        self.paid[key] += amount - self.certain(key, block=block)
        assert low <= amount - self.certain(key, block=block) <= high
        self.claimed |= {(key, each) for each in range(1, self.closed(block) + 1)}
        for each in list(self.slices) if self.supply == 0 else range(1, self.closed(block) + 1):
            self.slices[each].pop(key, None)
        self.owed[key] = 0

    def leave(self, key: Key, amount: int, *, failed: bool = False) -> None:
        """Money goes out, or stays owed because that failed."""
        if failed:
            self.owed[key] += amount
            return
        self.pools[key[1]].here -= amount
        self.pools[key[1]].held -= amount

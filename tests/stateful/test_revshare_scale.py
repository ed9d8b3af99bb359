"""A RevShare token with 1,000 snapshots, 200 holders and 5 assets: nothing gets dear, and nothing is left over."""

from __future__ import annotations

import random
from collections import Counter

from lazai_py._chain.engine import Call
from lazai_py._chain.revm import RevmEngine
from lazai_py._contract.bindings.rev_share_token import RevenueClaimed
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Address, keccak, to_address
from tests.behaviours.shares import SUPPLY, Shares
from tests.behaviours.world import START, World

SNAPSHOTS = 1_000
HOLDERS = 200
TOKENS = 4
MOST_GAS = 300_000
PARTS = 10_000
BPS = 6_000

Key = tuple[Address, Address]
"""An account and an asset."""


class Crowd:
    """A token and its holders, for whom the chain signs; and what each of them is owed at least."""

    def __init__(self) -> None:
        self.chance = random.Random(7641)
        self.people = [to_address(keccak(f"holder {i}".encode())[12:]) for i in range(HOLDERS)]
        self.engine = RevmEngine(accounts=self.people, timestamp=START - 1000, balance=10**36)
        self.w = World(self.engine)
        self.tokens = [self.w.deploy("TestToken", "T", "T", 6) for _ in range(TOKENS)]
        self.assets = (NATIVE, *(token.address for token in self.tokens))
        self.shares = Shares(
            self.w, holder=self.people[0], claim_bps=BPS, min_interval=1, revenue_tokens=self.assets[1:]
        )
        self.balances = Counter({self.people[0]: SUPPLY})
        self.least: Counter[Key] = Counter()
        self.dearest: Counter[str] = Counter()
        for who in self.people[1:]:
            self.give(self.people[0], who, SUPPLY // HOLDERS // 2 + self.chance.randrange(10**18))

    def does(self, who: Address, intent: Intent[Sent]) -> Sent:
        """Sends without asking first, and takes note of the gas."""
        call = intent.call(who)
        tx_hash = self.engine.send_unlocked(Call(call.to, call.data, call.value, who, gas=5_000_000))
        receipt = self.engine.receipt(tx_hash)
        assert receipt is not None
        assert receipt.succeeded
        name = intent.function.name
        self.dearest[name] = max(self.dearest[name], receipt.gas_used)
        return intent.result(receipt)

    def give(self, sender: Address, to: Address, amount: int) -> None:
        """Tokens move."""
        self.does(sender, self.shares.contract.transfer(to, amount))
        self.balances.subtract({sender: amount})
        self.balances.update({to: amount})

    def burn(self, who: Address, amount: int) -> None:
        """Tokens are redeemed; nothing waits for a snapshot then."""
        self.does(who, self.shares.contract.burn(amount))
        self.balances.subtract({who: amount})

    def earn_and_split(self, *, first: bool) -> None:
        """Money comes in in every asset, and is split; that of a new asset is booked before."""
        amounts = {asset: self.chance.randrange(1, 10 ** self.chance.randrange(1, 21)) for asset in self.assets}
        self.engine.send_unlocked(Call(self.shares.address, b"", amounts[NATIVE], self.people[0], gas=100_000))
        for token in self.tokens:
            self.does(self.people[0], token.does("mint", self.shares.address, amounts[token.address]))
        for asset in self.assets if first else ():
            self.does(self.people[0], self.shares.contract.sync(asset))
        self.does(self.people[0], self.shares.contract.snapshot())
        supply = self.balances.total()
        for asset, amount in amounts.items():
            for who, balance in self.balances.items():
                self.least[who, asset] += BPS * amount * balance // (PARTS * supply)

    def live(self) -> None:
        """Snapshot after snapshot, while people trade now and then, and a few redeem."""
        for number in range(SNAPSHOTS):
            self.earn_and_split(first=number == 0)
            if number % 5 == 0:
                giver, taker = self.chance.sample(self.people, 2)
                self.give(giver, taker, self.chance.randrange(self.balances[giver]))
            if number % 50 == 25:
                who = self.chance.choice(self.people)
                self.burn(who, self.balances[who] // 3)

    def claim_everything(self) -> Counter[Key]:
        """Everybody, in a few assets at a time, since costs grow with one's own trades; returns what was paid."""
        paid: Counter[Key] = Counter()
        for who, assets in ((who, assets) for who in self.people for assets in (self.assets[:3], self.assets[3:])):
            sent = self.does(who, self.shares.contract.claim_all(assets))
            paid.update({(who, event.asset): event.amount for event in sent.all(RevenueClaimed)})
        return paid

    def left(self) -> dict[Address, int]:
        """What the token holds and nobody could redeem."""
        supply = self.balances.total()
        coins = self.w.balance(self.shares.address)
        held = {NATIVE: coins, **{each.address: each.balance_of(self.shares.address) for each in self.tokens}}
        return {asset: held[asset] - self.shares.redeemable(supply, asset) for asset in self.assets}


def test_everything_is_claimed_at_any_scale() -> None:
    """Less than a unit remains for each holder and snapshot in each asset; no call takes more than 300,000 gas."""
    crowd = Crowd()
    crowd.live()

    paid = crowd.claim_everything()

    assert crowd.shares.contract.snapshot_count() == SNAPSHOTS
    for key, least in crowd.least.items():
        assert least <= paid[key] < least + SNAPSHOTS
    for left in crowd.left().values():
        assert 0 <= left < HOLDERS * SNAPSHOTS
    assert max(crowd.dearest.values()) <= MOST_GAS, crowd.dearest
    for who in crowd.people:
        assert crowd.shares.contract.claimable_total(who, NATIVE) == 0

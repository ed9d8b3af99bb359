"""The DAT economy as the standard means it: exact fractions, and a walk over every token at every settlement.

No index, no epochs, no rounding. Where the contract refuses, the model raises the same error with the same fields, so a
machine can compare the two word for word. The checks of a call stand in the order in which the interface lists them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lazai_py._contract import errors
from lazai_py._types import NATIVE, Address

MAX_SHARE = 2**32 - 1
MAX_QUOTA = 2**128 - 1
NO_CAP = 2**64 - 1
# The contract counts revenue for each unit of share in steps of this.
GRAIN = Fraction(1, 2**64)


@dataclass(slots=True)
class Token:
    """A position: what it is, what it has earned in every asset, exactly, and what of that was paid."""

    class_id: int
    owner: Address
    quota: int
    share: int
    expire_at: int
    announced: bool = False
    earned: defaultdict[Address, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    claimed: Counter[Address] = field(default_factory=Counter)

    def alive(self, now: int) -> bool:
        """Whether the token works at `now`: up to and including its expiry."""
        return self.expire_at == 0 or now <= self.expire_at

    def owed(self, asset: Address) -> Fraction:
        """What it has earned and was not paid."""
        return self.earned[asset] - self.claimed[asset]


@dataclass(slots=True)
class AssetClass:
    """A class: its cap, its tokens by id, and how many settlements each asset has seen."""

    class_id: int
    cap: int
    tokens: dict[int, Token] = field(default_factory=dict)
    settlements: Counter[Address] = field(default_factory=Counter)
    settled: Counter[Address] = field(default_factory=Counter)
    highest_share: int = 0

    def living(self, now: int) -> list[Token]:
        """The tokens that are alive and have a share."""
        return [token for token in self.tokens.values() if token.share and token.alive(now)]

    def total_share(self, now: int) -> int:
        """The share that is alive."""
        return sum(token.share for token in self.living(now))

    def slack(self, asset: Address) -> Fraction:
        """How far the contract's fixed point can be from the exact fraction, whichever way, beside the last floor.

        Each settlement leaves less than one grain for each unit of share, which goes to the next one.
        """
        return self.settlements[asset] * self.highest_share * GRAIN


class Economy:
    """Every class and token, and the coins that came in and went out."""

    def __init__(self) -> None:
        self.classes: dict[int, AssetClass] = {}

    # --- reading ---

    def token(self, token_id: int) -> Token:
        """The token of an id."""
        return self.classes[token_id >> 128].tokens[token_id]

    def tokens(self) -> Iterator[tuple[int, Token]]:
        """Every token with its id."""
        for each in self.classes.values():
            yield from each.tokens.items()

    # --- classes and tokens ---

    def create_class(self, cap: int = NO_CAP) -> int:
        """Returns the id of the new class."""
        class_id = len(self.classes) + 1
        self.classes[class_id] = AssetClass(class_id, min(cap, NO_CAP))
        return class_id

    def mint(self, class_id: int, owner: Address, quota: int, share: int, expire_at: int, *, now: int) -> int:
        """Returns the id of the new token, which has earned nothing yet."""
        if quota > MAX_QUOTA:
            raise errors.ValueTooLarge(quota, MAX_QUOTA)
        if expire_at and expire_at < now:
            raise errors.ExpiryInPast(expire_at, now)
        each = self.classes[class_id]
        share = min(share, MAX_SHARE)
        total = each.total_share(now) + share
        if share and total > each.cap:
            raise errors.ShareCapExceeded(class_id, total, each.cap)
        token_id = class_id << 128 | len(each.tokens) + 1
        each.tokens[token_id] = Token(class_id, owner, quota, share, expire_at)
        each.highest_share = max(each.highest_share, total)
        return token_id

    # --- quota ---

    def use(self, token_id: int, amount: int, *, caller: Address, now: int) -> None:
        """Lowers the quota of a token."""
        token = self._usable(token_id, caller, now)
        self._check_quota(token_id, amount, token)
        token.quota -= amount

    def move_quota(self, source: int, target: int, amount: int, *, caller: Address, now: int) -> None:
        """Moves quota between two tokens of one class."""
        giver = self._usable(source, caller, now)
        taker = self.token(target)
        if source == target:
            raise errors.SameToken(source)
        if giver.class_id != taker.class_id:
            raise errors.ClassMismatch(source, target)
        self._check_alive(target, now)
        if amount == 0:
            raise errors.ZeroAmount
        self._check_quota(source, amount, giver)
        if taker.quota + amount > MAX_QUOTA:
            raise errors.ValueTooLarge(taker.quota + amount, MAX_QUOTA)
        giver.quota -= amount
        taker.quota += amount

    def _usable(self, token_id: int, caller: Address, now: int) -> Token:
        token = self.token(token_id)
        if caller != token.owner:
            raise errors.NotOwnerOrClassOperator(token_id, caller)
        self._check_alive(token_id, now)
        return token

    def _check_alive(self, token_id: int, now: int) -> None:
        token = self.token(token_id)
        if not token.alive(now):
            raise errors.TokenExpired(token_id, token.expire_at)

    def _check_quota(self, token_id: int, amount: int, token: Token) -> None:
        if amount > token.quota:
            raise errors.InsufficientValue(token_id, token.quota, amount)

    # --- ownership ---

    def transfer(self, token_id: int, to: Address, *, caller: Address, now: int) -> None:
        """Moves a whole token, with what it has earned."""
        token = self.token(token_id)
        if caller != token.owner:
            raise errors.NotOwnerOrOperator(token_id, caller)
        self.touch(token_id, now=now)
        token.owner = to

    def touch(self, token_id: int, *, now: int) -> bool:
        """Returns whether this call is the one that announces the token's expiry."""
        token = self.token(token_id)
        first = not token.announced and not token.alive(now)
        token.announced |= first
        return first

    # --- revenue ---

    def settle(self, class_id: int, asset: Address, amount: int, *, now: int) -> None:
        """Divides revenue among exactly the shares that are alive at `now`."""
        if amount == 0:
            raise errors.ZeroAmount
        each = self.classes[class_id]
        total = each.total_share(now)
        if total == 0:
            raise errors.NoLiveShare(class_id)
        for token in each.living(now):
            token.earned[asset] += Fraction(amount * token.share, total)
        each.settlements[asset] += 1
        each.settled[asset] += amount

    def check_claim(self, token_id: int, to: Address, *, caller: Address) -> None:
        """Refuses a claim that would pay anyone but the owner, unless the owner asks."""
        owner = self.token(token_id).owner
        if to == NATIVE or owner not in (to, caller):
            raise errors.InvalidClaimReceiver(token_id, caller, to)

    def pay(self, token_id: int, asset: Address, amount: int) -> None:
        """Takes note of what was paid to a token; how much it may be is `bounds`."""
        self.token(token_id).claimed[asset] += amount

    def bounds(self, token_id: int, asset: Address) -> tuple[Fraction, Fraction]:
        """What may be pending for a token: above the first, and not above the second."""
        token = self.token(token_id)
        owed, slack = token.owed(asset), self.classes[token.class_id].slack(asset)
        return owed - 1 - slack, owed + slack

    def settled(self, asset: Address) -> int:
        """What ever came in."""
        return sum(each.settled[asset] for each in self.classes.values())

    def claimed(self, asset: Address) -> int:
        """What ever went out."""
        return sum(token.claimed[asset] for _, token in self.tokens())

    def gap(self, asset: Address) -> int:
        """The most wei that may lie unclaimable: one for each token that has a share."""
        return sum(token.share != 0 for _, token in self.tokens())

    def newly_expired(self, token_ids: Sequence[int], *, now: int) -> list[int]:
        """Touches tokens; returns those whose expiry is announced by it, in order."""
        return [token_id for token_id in token_ids if self.touch(token_id, now=now)]

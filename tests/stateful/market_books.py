"""Who has what in the market, in integers: coins of everybody, tokens and what they earn, and the books of the router.

No pot, no packed slot, no remainder that is carried: totals, and parts of totals. Where a contract refuses, the model
raises the same error with the same fields.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Self

from lazai_py._contract import errors
from lazai_py._types import NATIVE, Address

WHOLE = 10_000
MAX_QUOTA = 2**128 - 1
ENDLESS = 2**256 - 1
# The token counts revenue for each unit of share in steps of 2**-64.
FRACTION = 64

Key = tuple[int, Address]
"""A class and an asset."""

Account = tuple[Address, Address]
"""An account and an asset."""


@dataclass(frozen=True, slots=True)
class Split:
    """The terms of a class: who gets how many basis points of what comes in; the rest is the holders'."""

    payees: tuple[tuple[Address, int], ...] = ()
    parents: tuple[tuple[int, int], ...] = ()

    @property
    def holders(self) -> int:
        """What nobody else gets."""
        return WHOLE - sum(bps for _, bps in (*self.payees, *self.parents))


@dataclass(slots=True)
class Token:
    """A position, and what it has earned in every asset, in steps of 2**-64, and been paid.

    Its share is a power of two, so that a claim moves the contract's index by a whole number of steps.
    """

    class_id: int
    owner: Address
    quota: int
    share: int = 0
    expire_at: int = 0
    earned: Counter[Address] = field(default_factory=Counter)
    paid: Counter[Address] = field(default_factory=Counter)

    def pending(self, asset: Address) -> int:
        """What it has earned in whole units and was not paid."""
        return (self.earned[asset] >> FRACTION) - self.paid[asset]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the contracts live, and who behaves how.

    Parameters:
        inlets: the inlet of each class.
        refuse: who takes no coins.
        hungry: who takes coins for more gas only than a payment of the exchange leaves.
        reject: who takes no tokens.
    """

    dat: Address
    router: Address
    store: Address
    exchange: Address
    payout: Address
    inlets: dict[int, Address]
    refuse: frozenset[Address]
    hungry: frozenset[Address]
    reject: frozenset[Address]


class Books:
    """Coins, tokens and pots."""

    def __init__(self, at: Places, terms: dict[int, Split], decimals: dict[int, int], controller: Address) -> None:
        self.at = at
        self.terms = terms
        self.decimals = decimals
        self.now = 0
        self.coins: Counter[Account] = Counter()
        self.allowance: Counter[Account] = Counter()
        self.controllers = dict.fromkeys(terms, controller)
        self.minters = dict.fromkeys(terms, True)
        self.royalties: dict[int, tuple[Address, int]] = dict.fromkeys(terms, (NATIVE, 0))
        self.tokens: dict[int, Token] = {}
        self.stopped: set[Address] = set()
        self.movers: set[Address] = set()
        self.operators: set[tuple[Address, int]] = set()
        self.remainder: Counter[Key] = Counter()
        self.total: Counter[Key] = Counter()
        self.received: Counter[Key] = Counter()
        self.held: Counter[Key] = Counter()
        self.owed: Counter[Account] = Counter()

    def fork(self, *, now: int) -> Self:
        """The same books, to be written on at a time."""
        twin = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict | set):
                setattr(twin, name, value.copy())
        twin.tokens = {
            token_id: replace(token, earned=token.earned.copy(), paid=token.paid.copy())
            for token_id, token in self.tokens.items()
        }
        twin.now = now
        return twin

    # --- coins ---

    def move(self, asset: Address, amount: int, giver: Address, taker: Address) -> None:
        """Coins go from one to another; nobody has less than nothing."""
        self.coins[giver, asset] -= amount
        self.coins[taker, asset] += amount
        assert self.coins[giver, asset] >= 0

    def pay(self, asset: Address, amount: int, giver: Address, taker: Address) -> None:
        """As `move`, but for who takes no coins."""
        if asset == NATIVE and taker in self.at.refuse and amount:
            raise errors.ETHTransferFailed
        self.move(asset, amount, giver, taker)

    def pull(self, asset: Address, amount: int, giver: Address, taker: Address) -> None:
        """A contract takes what it may, or what came along with the call."""
        if asset != NATIVE and self.allowance[giver, taker] < amount:
            raise errors.TransferFromFailed
        if asset != NATIVE and self.allowance[giver, taker] != ENDLESS:
            self.allowance[giver, taker] -= amount
        self.move(asset, amount, giver, taker)

    # --- tokens ---

    def token(self, token_id: int) -> Token:
        """The token of an id."""
        if token_id not in self.tokens:
            raise errors.UnknownToken(token_id)
        return self.tokens[token_id]

    def check_alive(self, token_id: int) -> Token:
        """A token that works up to and including its expiry."""
        token = self.token(token_id)
        if token.expire_at and self.now > token.expire_at:
            raise errors.TokenExpired(token_id, token.expire_at)
        return token

    def mint(self, class_id: int, to: Address, quota: int, share: int = 0, expire_at: int = 0) -> int:
        """A new token of a class, by the store or the controller; returns its id."""
        if to == NATIVE or to in self.at.reject:
            raise errors.ERC1155InvalidReceiver(to)
        token_id = class_id << 128 | 1 + sum(each.class_id == class_id for each in self.tokens.values())
        self.tokens[token_id] = Token(class_id, to, quota, share, expire_at)
        return token_id

    def raise_quota(self, token_id: int, quota: int) -> None:
        """More quota for a token."""
        token = self.check_alive(token_id)
        if token.quota + quota > MAX_QUOTA:
            raise errors.ValueTooLarge(token.quota + quota, MAX_QUOTA)
        token.quota += quota

    def move_quota(self, source: int, target: int, amount: int) -> None:
        """The exchange moves quota between tokens."""
        giver = self.token(source)
        if (giver.owner, giver.class_id) not in self.operators:
            raise errors.NotOwnerOrClassOperator(source, self.at.exchange)
        self.check_alive(source)
        taker = self.token(target)
        if source == target:
            raise errors.SameToken(source)
        if giver.class_id != taker.class_id:
            raise errors.ClassMismatch(source, target)
        self.check_alive(target)
        self.use(source, amount)
        self.raise_quota(target, amount)

    def use(self, token_id: int, amount: int) -> None:
        """Quota is used up by its owner, or leaves."""
        token = self.check_alive(token_id)
        if amount > token.quota:
            raise errors.InsufficientValue(token_id, token.quota, amount)
        token.quota -= amount

    def move_token(self, token_id: int, to: Address) -> None:
        """The exchange moves a whole token."""
        token = self.token(token_id)
        if token.owner not in self.movers:
            raise errors.ERC1155MissingApprovalForAll(self.at.exchange, token.owner)
        if to == NATIVE or to in self.at.reject:
            raise errors.ERC1155InvalidReceiver(to)
        token.owner = to

    def settle(self, class_id: int, asset: Address, amount: int) -> None:
        """The router hands the holders their part, or keeps it while no share is alive or the asset does not move."""
        holders = [
            each
            for each in self.tokens.values()
            if each.class_id == class_id and each.share and not 0 < each.expire_at < self.now
        ]
        if not holders or asset in self.stopped:
            self.held[class_id, asset] += amount
        elif amount:
            self.move(asset, amount, self.at.router, self.at.dat)
            steps = (amount << FRACTION) + self.remainder[class_id, asset]
            growth, self.remainder[class_id, asset] = divmod(steps, sum(each.share for each in holders))
            for each in holders:
                each.earned[asset] += growth * each.share

    def claim(self, token_id: int, asset: Address) -> int:
        """What a token has earned goes to its owner; returns it."""
        token = self.token(token_id)
        amount = token.pending(asset)
        self.pay(asset, amount, self.at.dat, token.owner)
        token.paid[asset] += amount
        return amount

    # --- the router ---

    def route(self, class_id: int, asset: Address, amount: int, payer: Address) -> None:
        """A payment for a class is split by its terms."""
        self.move(asset, amount, payer, self.at.router)
        self.settle(class_id, asset, self.split(class_id, asset, amount))

    def split(self, class_id: int, asset: Address, amount: int) -> int:
        """Every member gets what it lacks of its part of all that ever came; returns that of the holders."""
        before = self.total[class_id, asset]
        after = self.total[class_id, asset] = before + amount
        terms = self.terms[class_id]
        for account, bps in terms.payees:
            self.owed[account, asset] += _part(before, after, bps)
        for parent, bps in terms.parents:
            self.received[parent, asset] += _part(before, after, bps)
        return _part(before, after, terms.holders)

    def flow(self, class_id: int, asset: Address) -> int:
        """What children passed up is split, and what waits for holders is offered to them; returns what moved."""
        received, held = self.received.pop((class_id, asset), 0), self.held.pop((class_id, asset), 0)
        self.settle(class_id, asset, held + self.split(class_id, asset, received))
        return received + held - (held if self.held[class_id, asset] else 0)

    def dust(self, class_id: int, asset: Address) -> int:
        """What the roundings have left over so far."""
        total, terms = self.total[class_id, asset], self.terms[class_id]
        parts = [bps for _, bps in (*terms.payees, *terms.parents)]
        return total - sum(total * bps // WHOLE for bps in (*parts, terms.holders))

    def flush(self, class_id: int, asset: Address) -> int:
        """What was sent to the inlet of a class is paid to the class; returns it."""
        inlet = self.at.inlets[class_id]
        amount = self.coins[inlet, asset]
        if amount:
            self.route(class_id, asset, amount, inlet)
        return amount

    def claim_owed(self, account: Address, asset: Address) -> int:
        """An account is paid what the router owes it; returns it."""
        amount = self.owed[account, asset]
        self.pay(asset, amount, self.at.router, account)
        self.owed[account, asset] = 0
        return amount


def _part(before: int, after: int, bps: int) -> int:
    return after * bps // WHOLE - before * bps // WHOLE


def divide_up(dividend: int, divisor: int) -> int:
    """A quotient, rounded up."""
    return -(-dividend // divisor)

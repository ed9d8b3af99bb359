"""The exchange as its interface means it, in integers, with its checks in the order in which it makes them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lazai_py._contract import errors
from lazai_py._contract.bindings.dat_exchange import Fill, Order
from lazai_py._types import NATIVE, Address
from tests.stateful.market_books import ENDLESS, WHOLE, Books, Places, Split, divide_up


@dataclass(frozen=True, slots=True)
class Signed:
    """An order, who really signed it, for which contract on which chain, and its hash."""

    order: Order
    by: Address
    at_home: bool
    order_hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Trade:
    """What a fill came to: `kept` are the payments that were refused, in order."""

    quantity: int
    cost: int
    royalty: int
    kept: tuple[tuple[Address, int], ...]


class Exchange(Books):
    """Orders, what was filled of them, and what waits for who refused it."""

    def __init__(self, at: Places, terms: dict[int, Split], decimals: dict[int, int], controller: Address) -> None:
        super().__init__(at, terms, decimals, controller)
        self.filled: Counter[bytes] = Counter()
        self.nonces: Counter[Address] = Counter()
        self.kept: Counter[tuple[Address, Address]] = Counter()

    def fill(self, signed: Signed, taken: Fill, buyer: Address, coins: int) -> Trade:
        """Token or quota, price and royalty change hands."""
        order, asset = signed.order, signed.order.asset
        self._check_order(signed, buyer)
        quantity = taken.quantity if order.quantity else 1
        self._book(signed, quantity)
        cost = divide_up(order.price * quantity, order.quantity or 1)
        if cost > taken.max_cost:
            raise errors.CostAboveMaximum(cost, taken.max_cost)
        if coins != (cost if asset == NATIVE else 0):
            raise errors.PaymentMismatch(coins, cost)
        class_id = self.token(order.token_id).class_id
        receiver, bps = self.royalties[class_id]
        royalty, most = cost * bps // WHOLE, cost * order.max_royalty_bps // WHOLE
        if royalty > most:
            raise errors.RoyaltyAboveMaximum(royalty, most)

        self.pull(asset, cost, buyer, self.at.exchange)
        if order.quantity:
            self.move_quota(order.token_id, taken.to_token_id, quantity)
        else:
            self.move_token(order.token_id, taken.to)
            self._check_worth(order.token_id, taken)
        kept = []
        if receiver == self.at.inlets[class_id] and royalty:
            self.route(class_id, asset, royalty, self.at.exchange)
        else:
            kept += self._pay_or_keep(asset, receiver, royalty)
        kept += self._pay_or_keep(asset, order.seller, cost - royalty)
        return Trade(quantity, cost, royalty, tuple(kept))

    def cancel(self, signed: Signed, caller: Address) -> None:
        """Nothing more of an order can be filled."""
        if caller != signed.order.seller:
            raise errors.NotSeller(caller, signed.order.seller)
        self.filled[signed.order_hash] = ENDLESS

    def raise_nonce(self, nonce: int, caller: Address) -> None:
        """Every order of the caller with a lower nonce is cancelled."""
        if nonce <= self.nonces[caller]:
            raise errors.NonceTooLow(nonce, self.nonces[caller])
        self.nonces[caller] = nonce

    def withdraw(self, account: Address, asset: Address, to: Address, caller: Address) -> int:
        """What waits for an account leaves; returns it."""
        if to != account and (caller != account or to == NATIVE):
            raise errors.InvalidWithdrawal(account, caller, to)
        amount = self.kept[account, asset]
        if not amount:
            raise errors.NothingToWithdraw(account, asset)
        if asset == NATIVE and to in self.at.refuse:
            raise errors.StillRefused(account, asset, to)
        self.move(asset, amount, self.at.exchange, to)
        self.kept[account, asset] = 0
        return amount

    def _check_order(self, signed: Signed, buyer: Address) -> None:
        order = signed.order
        if self.now > order.deadline:
            raise errors.OrderExpired(order.deadline, self.now)
        if order.nonce < self.nonces[order.seller]:
            raise errors.OrderIsCancelled(signed.order_hash)
        if order.buyer not in (NATIVE, buyer):
            raise errors.WrongBuyer(buyer, order.buyer)
        if signed.by != order.seller or not signed.at_home:
            raise errors.InvalidOrderSignature(signed.order_hash, order.seller)
        owner = self.token(order.token_id).owner
        if owner != order.seller:
            raise errors.SellerNotOwner(order.token_id, order.seller, owner)

    def _book(self, signed: Signed, quantity: int) -> None:
        filled = self.filled[signed.order_hash]
        if not quantity:
            raise errors.EmptyFill
        if filled == ENDLESS:
            raise errors.OrderIsCancelled(signed.order_hash)
        left = (signed.order.quantity or 1) - filled
        if quantity > left:
            raise errors.OrderFilledUp(signed.order_hash, quantity, left)
        self.filled[signed.order_hash] += quantity

    def _check_worth(self, token_id: int, taken: Fill) -> None:
        token, earliest = self.token(token_id), max(taken.min_expire_at, self.now)
        if token.quota < taken.min_value:
            raise errors.ValueBelowFloor(token_id, token.quota, taken.min_value)
        if 0 < token.expire_at < earliest:
            raise errors.ExpiresTooEarly(token_id, token.expire_at, earliest)
        for floor in taken.floors:
            pending = token.pending(floor.asset)
            if pending < floor.amount:
                raise errors.PendingBelowFloor(token_id, floor.asset, pending, floor.amount)

    def _pay_or_keep(self, asset: Address, to: Address, amount: int) -> list[tuple[Address, int]]:
        if not amount:
            return []
        if asset == NATIVE and to in self.at.refuse | self.at.hungry:
            self.kept[to, asset] += amount
            return [(to, amount)]
        self.move(asset, amount, self.at.exchange, to)
        return []

"""The exchange: tokens and quota sold by signed orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lazai_py._chain.accounts import signer_of
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.dat_exchange import DatExchange, Fill, Floor, Order, OrderFilled
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.signing import sign
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Amount, Units, to_address
from lazai_py.dat.context import Context, class_of
from lazai_py.dat.terms import NEVER, Expiry, Quota, expire_at, money
from lazai_py.market import paying
from lazai_py.market.offers import asset_of
from lazai_py.market.orders import ORDER_TYPES, Listing, Trade, message_of
from lazai_py.market.terms import BPS, TokenLike, token_id_of

_NO_TOKEN = 0
_WHOLE = 0
_FOR_EVER = 2**64 - 1
_DAY = timedelta(days=1)


class Exchange:
    """The part of the store in which accounts sell to each other, as one account sees and uses it.

    Parameters:
        context: the surroundings of DAT handles.
        exchange: where signed orders are filled.
    """

    def __init__(self, context: Context, exchange: DatExchange) -> None:
        self._context = context
        self.exchange = exchange

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    @write
    def open_to_exchange(self, token: TokenLike, *, whole: bool = True) -> Intent[Sent]:
        """Let the exchange move what this account's orders say: tokens, or, when not `whole`, quota of the class."""
        dat = self._context.contract
        if whole:
            return dat.set_approval_for_all(self.exchange, approved=True)
        return dat.approve_for_class(class_of(token_id_of(token)), self.exchange, approved=True)

    def list(
        self,
        token: TokenLike,
        price: Amount,
        *,
        quota: Quota | None = None,
        buyer: AddressLike = NATIVE,
        expires: Expiry = _DAY,
        max_royalty_bps: int | None = None,
    ) -> Listing:
        """Sign an order for a token of this account; nothing is sent. See `open_to_exchange`.

        Parameters:
            token: what is sold, or whose quota.
            price: of all of it.
            quota: how much quota is for sale; left out, the token itself.
            buyer: who may buy; anyone when left out.
            expires: until when; a day when left out.
            max_royalty_bps: the most of the price that may go to the class's royalty receiver; left out, what goes now.

        Raises:
            NoAccount: no account at hand signs here.
        """
        token_id, paid = token_id_of(token), money(price)
        decimals = self._context.decimals_of(class_of(token_id))
        order = Order(
            self.sender.address,
            token_id,
            _WHOLE if quota is None else Units.parse(quota, decimals).raw,
            asset_of(paid),
            paid.raw,
            self._royalty_bps(token_id) if max_royalty_bps is None else max_royalty_bps,
            to_address(buyer),
            self.exchange.nonce_of(self.sender.address),
            expire_at(expires, self._context.now),
        )
        if quota is not None and not order.quantity:
            raise InputError("a slice of nothing is for sale", remedy="Pass more than 0, or leave quota out")
        return Listing(order, sign(self.exchange, signer_of(self._context.account), ORDER_TYPES, message_of(order)))

    @write
    def fill(
        self,
        listing: Listing,
        quota: Quota | None = None,
        *,
        into: TokenLike | None = None,
        to: AddressLike | None = None,
        least_quota: Quota = 0,
        least_pending: Sequence[Amount] = (),
        alive_until: Expiry = NEVER + 1,
    ) -> Intent[Trade]:
        """Buy what was listed, or a part of it.

        Parameters:
            listing: what the seller signed.
            quota: how much of the quota, all that was listed when left out; without meaning for a whole token.
            into: the token of this class that gets the quota.
            to: who gets a whole token; the account that signs here when left out.
            least_quota: the least quota that a whole token must bring along.
            least_pending: the least unclaimed revenue that it must bring along, in each asset.
            alive_until: how long it must live at least; None for one that never expires.

        Raises:
            OrderExpired, OrderIsCancelled, OrderFilledUp, WrongBuyer, SellerNotOwner, RoyaltyAboveMaximum,
                PendingBelowFloor, ValueBelowFloor, ExpiresTooEarly: the exchange refuses.
        """
        order, decimals = listing.order, self._context.decimals_of(class_of(listing.order.token_id))
        raw = order.quantity if quota is None or listing.is_whole else Units.parse(quota, decimals).raw
        cost = self._context.amount(order.asset, order.price if listing.is_whole else _part_up(order, raw))
        taken = Fill(
            raw,
            self.sender.address if to is None else to_address(to),
            _NO_TOKEN if into is None else token_id_of(into),
            cost.raw,
            Units.parse(least_quota, decimals).raw,
            _FOR_EVER if alive_until is None else expire_at(alive_until, self._context.now),
            tuple(Floor(asset_of(each), each.raw) for each in map(money, least_pending)),
        )
        filling = self.exchange.fill(order, listing.signature, taken, pay=paying.coins(cost))
        allowed = paying.allowed(self._context, self.exchange, filling, cost)
        return allowed.then(lambda sent: self._trade(sent, listing, decimals))

    @write
    def cancel(self, listing: Listing) -> Intent[Sent]:
        """Take a listing of this account back."""
        return self.exchange.cancel(listing.order)

    @write
    def cancel_all(self) -> Intent[Sent]:
        """Take back everything that this account has listed so far."""
        return self.exchange.raise_nonce(self.exchange.nonce_of(self.sender.address) + 1)

    def left(self, listing: Listing) -> int:
        """Return how much of a listing is left, in the smallest unit; of a whole token 1, or 0."""
        filled = self.exchange.filled_of(self.exchange.hash_order(listing.order))
        return max(0, max(listing.order.quantity, 1) - filled)

    def _trade(self, sent: Sent, listing: Listing, decimals: int) -> Trade:
        event = sent.only(OrderFilled)
        quantity = None if listing.is_whole else Units(event.quantity, decimals)
        paid, royalty = (self._context.amount(event.asset, each) for each in (event.cost, event.royalty))
        return Trade(event.token_id, quantity, paid, royalty)

    def _royalty_bps(self, token_id: int) -> int:
        return self._context.contract.royalty_info(token_id, BPS).amount


def _part_up(order: Order, quantity: int) -> int:
    return -(-order.price * quantity // order.quantity)

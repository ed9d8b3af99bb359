"""`lz.store`: quota sold by offers, tokens and quota sold by signed orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from lazai_py._chain.accounts import Signer, TypedFields
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings import access_store as store_abi
from lazai_py._contract.bindings import dat_exchange as exchange_abi
from lazai_py._contract.bindings.access_store import AccessStore, Bought, OfferCreated, Purchase, TrialTaken
from lazai_py._contract.bindings.dat_exchange import DatExchange, OrderFilled
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InputError, NoAccount
from lazai_py._types import NATIVE, Amount, TokenAmount, Units, Wei, to_address
from lazai_py.dat import Token
from lazai_py.dat.context import Context, class_of
from lazai_py.dat.terms import NEVER, Expiry, Quota, expire_at, money
from lazai_py.erc20 import Erc20Asset
from lazai_py.market.offers import Offer, Prices, Trial, asset_of, read, tiers_of
from lazai_py.market.orders import ORDER_TYPES, TRIAL_TYPES, Listing, Trade, message_of
from lazai_py.market.terms import ClassLike, id_of

R = TypeVar("R")

_NO_TOKEN = 0
_WHOLE = 0
_DAY = timedelta(days=1)


class Store:
    """The store and the exchange, as one account sees and uses them.

    Parameters:
        context: the surroundings of DAT handles.
        contract: where offers are bought.
        exchange: where signed orders are filled.
    """

    def __init__(self, context: Context, contract: AccessStore, exchange: DatExchange) -> None:
        self._context = context
        self.contract = contract
        self.exchange = exchange

    def __repr__(self) -> str:
        return f"Store({self.contract.address}, {self.exchange.address})"

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    # --- offers ---

    @write
    def offer(
        self,
        cls: ClassLike,
        price: Prices,
        *,
        supply: Quota,
        duration: timedelta | None = None,
        ends: Expiry = None,
        trial: Quota = 0,
        referral_bps: int = 0,
    ) -> Intent[Offer]:
        """Publish an offer of a class's quota; only the class's controller. It never changes.

        The store is named a minter of the class first, where it is none.

        Parameters:
            cls: which class.
            price: of one whole unit; or such prices by the least quantity that has them.
            supply: how much is sold in all.
            duration: for how long a bought token works; left out, for ever.
            ends: when nothing more is sold.
            trial: what an account may have for nothing, once, when the controller signs it; see `sign_trial`.
            referral_bps: what part of the price goes to whoever is named as referrer.
        """
        class_id = id_of(cls)
        decimals = self._context.decimals_of(class_id)
        asset, tiers = tiers_of(price, decimals)
        terms = store_abi.Offer(
            class_id,
            asset,
            0 if duration is None else int(duration.total_seconds()),
            referral_bps,
            expire_at(ends, self._context.now),
            Units.parse(supply, decimals).raw,
            Units.parse(trial, decimals).raw,
            tiers,
        )
        creating = self.contract.create_offer(terms).then(lambda sent: self.get(sent.only(OfferCreated).offer_id))
        if self._context.contract.is_minter(class_id, self.contract):
            return creating
        return creating.after(self._context.contract.set_minter(class_id, self.contract, allowed=True))

    @write
    def close(self, offer: Offer | int) -> Intent[Sent]:
        """End an offer for good; only the class's controller."""
        return self.contract.close_offer(_offer_id(offer))

    def get(self, offer_id: int) -> Offer:
        """Return an offer.

        Raises:
            UnknownOffer: there is none with this number.
        """
        found = self.contract.offer_of(offer_id)
        decimals = self._context.decimals_of(found.class_id)
        return read(offer_id, found, self.contract.left_of(offer_id), decimals, self._context.amount)

    def offers(self, cls: ClassLike) -> tuple[Offer, ...]:
        """Return all offers of a class that can be bought now, by their number."""
        now, found = self._context.now(), map(self.get, range(1, self.contract.offer_count() + 1))
        return tuple(
            each
            for each in found
            if each.class_id == id_of(cls) and each.left and (each.ends_at is None or each.ends_at.timestamp() >= now)
        )

    def cost(self, offer: Offer | int, quota: Quota) -> Amount:
        """Return what a quantity costs, referral included."""
        found = offer if isinstance(offer, Offer) else self.get(offer)
        raw = Units.parse(quota, self._context.decimals_of(found.class_id)).raw
        return self._context.amount(found.asset, self.contract.cost_of(found.id, raw))

    @write
    def buy(
        self,
        offer: Offer | int,
        quota: Quota,
        *,
        to: AddressLike | None = None,
        top_up: Token | int | None = None,
        referrer: AddressLike = NATIVE,
    ) -> Intent[Token]:
        """Buy quota; everybody behind the class is paid in the same transaction. Returns the token.

        Parameters:
            offer: what is bought, or its number.
            quota: how much, in whole units.
            to: who gets the new token; the account that signs here when left out.
            top_up: a token of the class that gets the quota instead.
            referrer: who gets the offer's referral; left out, it belongs to the class.

        Raises:
            SoldOut, OfferEnded, QuantityTooSmall, TokenOutlivesOffer, WrongClass: the store refuses.
        """
        found = offer if isinstance(offer, Offer) else self.get(offer)
        cost = self.cost(found, quota)
        raw = Units.parse(quota, self._context.decimals_of(found.class_id)).raw
        receiver = self.sender.address if to is None else to_address(to)
        token_id = _NO_TOKEN if top_up is None else _token_id(top_up)
        purchase = Purchase(found.id, raw, token_id, receiver, cost.raw, to_address(referrer))
        buying = self.contract.buy(purchase, pay=_coins(cost))
        return self._paying(
            buying.then(lambda sent: Token(self._context, sent.only(Bought).token_id)), self.contract, cost
        )

    def sign_trial(self, offer: Offer | int, account: AddressLike, *, valid: timedelta = _DAY) -> Trial:
        """Sign an account its trial, as the controller of the class.

        Raises:
            NoAccount: no account at hand signs here.
        """
        deadline = self._context.now() + int(valid.total_seconds())
        offer_id, receiver = _offer_id(offer), to_address(account)
        message = {"offerId": offer_id, "account": receiver, "deadline": deadline}
        return Trial(offer_id, receiver, deadline, self._sign("AccessStore", self.contract, TRIAL_TYPES, message))

    @write
    def take_trial(self, trial: Trial) -> Intent[Token]:
        """Give an account the trial that was signed for it; anyone may. Returns the token."""
        taking = self.contract.take_trial(trial.offer_id, trial.account, trial.deadline, trial.signature)
        return taking.then(lambda sent: Token(self._context, sent.only(TrialTaken).token_id))

    def referral(self, account: AddressLike | None = None, *, asset: AddressLike = NATIVE) -> Amount:
        """Return what a referrer is owed; the account that signs here when left out."""
        referrer = self.sender.address if account is None else to_address(account)
        return self._context.amount(asset, self.contract.referral_of(referrer, asset))

    # --- orders ---

    @write
    def open_to_exchange(self, token: Token | int, *, whole: bool = True) -> Intent[Sent]:
        """Let the exchange move what this account's orders say: tokens, or, when not `whole`, quota of the class."""
        dat = self._context.contract
        if whole:
            return dat.set_approval_for_all(self.exchange, approved=True)
        return dat.approve_for_class(class_of(_token_id(token)), self.exchange, approved=True)

    def list(
        self,
        token: Token | int,
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
        token_id, paid = _token_id(token), money(price)
        decimals = self._context.decimals_of(class_of(token_id))
        order = exchange_abi.Order(
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
        return Listing(order, self._sign("DatExchange", self.exchange, ORDER_TYPES, message_of(order)))

    @write
    def fill(
        self,
        listing: Listing,
        quota: Quota | None = None,
        *,
        into: Token | int | None = None,
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
        taken = exchange_abi.Fill(
            raw,
            self.sender.address if to is None else to_address(to),
            _NO_TOKEN if into is None else _token_id(into),
            cost.raw,
            Units.parse(least_quota, decimals).raw,
            2**64 - 1 if alive_until is None else expire_at(alive_until, self._context.now),
            tuple(exchange_abi.Floor(asset_of(each), each.raw) for each in map(money, least_pending)),
        )
        filling = self.exchange.fill(order, listing.signature, taken, pay=_coins(cost))
        return self._paying(filling.then(lambda sent: self._trade(sent, listing, decimals)), self.exchange, cost)

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

    # --- for both ---

    def _paying(self, intent: Intent[R], contract: Contract, cost: Amount) -> Intent[R]:
        """Return an intent after what lets the contract take the cost."""
        if not isinstance(cost, TokenAmount) or not cost:
            return intent
        return intent.after(*Erc20Asset(cost.asset, self.sender, self._context.assets).allowing(contract, cost))

    def _trade(self, sent: Sent, listing: Listing, decimals: int) -> Trade:
        event = sent.only(OrderFilled)
        quantity = None if listing.is_whole else Units(event.quantity, decimals)
        paid, royalty = (self._context.amount(event.asset, each) for each in (event.cost, event.royalty))
        return Trade(event.token_id, quantity, paid, royalty)

    def _royalty_bps(self, token_id: int) -> int:
        return self._context.contract.royalty_info(token_id, 10_000).amount

    def _sign(self, name: str, contract: Contract, types: TypedFields, message: dict[str, object]) -> bytes:
        account = self._context.account
        if not isinstance(account, Signer):
            raise NoAccount
        domain = {
            "name": name,
            "version": "1",
            "chainId": self._context.engine.chain_id(),
            "verifyingContract": contract.address,
        }
        return account.sign_typed_data(domain, types, message)


def _part_up(order: exchange_abi.Order, quantity: int) -> int:
    return -(-order.price * quantity // order.quantity)


def _coins(cost: Amount) -> Wei:
    return cost if isinstance(cost, Wei) else Wei(0)


def _offer_id(offer: Offer | int) -> int:
    return offer.id if isinstance(offer, Offer) else offer


def _token_id(token: Token | int) -> int:
    return token.id if isinstance(token, Token) else token

"""`lz.store`: quota sold by offers, tokens and quota sold by signed orders."""

from __future__ import annotations

from datetime import timedelta

from lazai_py._chain.accounts import signer_of
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings import access_store as abi
from lazai_py._contract.bindings.access_store import AccessStore, Bought, OfferCreated, TrialTaken
from lazai_py._contract.bindings.dat_exchange import DatExchange
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.signing import sign
from lazai_py._contract.write import write
from lazai_py._types import NATIVE, Amount, Units, to_address
from lazai_py.dat import Token
from lazai_py.dat.context import Context
from lazai_py.dat.terms import Expiry, Quota, expire_at
from lazai_py.market import paying, purchases
from lazai_py.market.exchange import Exchange
from lazai_py.market.offers import TRIAL_TYPES, Offer, Prices, Trial, read, tiers_of
from lazai_py.market.purchases import SignedPurchase
from lazai_py.market.terms import ClassLike, TokenLike, id_of

_DAY = timedelta(days=1)


class Store(Exchange):
    """The store and the exchange, as one account sees and uses them.

    Parameters:
        context: the surroundings of DAT handles.
        contract: where offers are bought.
        exchange: where signed orders are filled.
    """

    def __init__(self, context: Context, contract: AccessStore, exchange: DatExchange) -> None:
        super().__init__(context, exchange)
        self.contract = contract

    def __repr__(self) -> str:
        return f"Store({self.contract.address}, {self.exchange.address})"

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
        terms = abi.Offer(
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
        found = self._known(offer)
        raw = Units.parse(quota, self._context.decimals_of(found.class_id)).raw
        return self._context.amount(found.asset, self.contract.cost_of(found.id, raw))

    @write
    def buy(
        self,
        offer: Offer | int,
        quota: Quota,
        *,
        to: AddressLike | None = None,
        top_up: TokenLike | None = None,
        referrer: AddressLike = NATIVE,
        permit: bool | None = None,
    ) -> Intent[Token]:
        """Buy quota; everybody behind the class is paid in the same transaction. Returns the token.

        An ERC-20 is paid by a permit (EIP-2612) for exactly the cost where the token has permits and the account
        signs here: one transaction, and nothing is left allowed. Elsewhere the cost is allowed by a transaction first.

        Parameters:
            offer: what is bought, or its number.
            quota: how much, in whole units.
            to: who gets the new token; the account that signs here when left out.
            top_up: a token of the class that gets the quota instead.
            referrer: who gets the offer's referral; left out, it belongs to the class.
            permit: True for a permit or an error that says why there can be none, False for no permit; left out, a
                permit where there can be one and the store may not take the cost already. An intent with a permit
                is good once, and for an hour.

        Raises:
            SoldOut, OfferEnded, QuantityTooSmall, TokenOutlivesOffer, WrongClass: the store refuses.
            NotAnErc20, NotSignable, UnknownDomain, NoAccount: with `permit=True`, there can be no permit.
        """
        found = self._known(offer)
        purchase = purchases.purchase_of(
            self._context, self.contract, found, quota, to=to, top_up=top_up, referrer=referrer
        )
        cost = self._context.amount(found.asset, purchase.max_cost)
        return paying.bought(self._context, self.contract, purchase, cost, permit=permit).then(self._bought)

    def sign_purchase(
        self,
        offer: Offer | int,
        quota: Quota,
        *,
        to: AddressLike | None = None,
        top_up: TokenLike | None = None,
        referrer: AddressLike = NATIVE,
        valid: timedelta = _DAY,
    ) -> SignedPurchase:
        """Sign a purchase in an ERC-20 with authorisations (EIP-3009), for anyone to send by `relay`.

        The account needs no coins, and whoever sends it can buy nothing else with it, and for nobody else. It stands
        until it was sent or is over: signing twice is buying twice.

        Parameters:
            offer, quota, to, top_up, referrer: as in `buy`.
            valid: for how long it can be sent.

        Raises:
            NotAnErc20: the offer is paid in the native coin.
            NotSignable: the token has no authorisations.
            UnknownDomain: nobody can tell in which domain the token looks for signatures.
            NoAccount: no account at hand signs here.
        """
        found = self._known(offer)
        purchase = purchases.purchase_of(
            self._context, self.contract, found, quota, to=to, top_up=top_up, referrer=referrer
        )
        return purchases.sign(self._context, self.contract, purchase, found.asset, valid=valid)

    @write
    def relay(self, signed: SignedPurchase) -> Intent[Token]:
        """Send what a buyer signed by `sign_purchase`; anyone may, and pays the gas. Returns the buyer's token.

        Raises:
            AuthorizationExpired: it is too late; nothing was sent.
            WrongSigner: the buyer signed something else, or for another chain or store; nothing was sent.
            NotAnErc20, UnknownDomain: as in `sign_purchase`.
            ERC3009UsedAuthorization: it was sent before.
            SoldOut, OfferEnded, TokenOutlivesOffer: the store refuses.
        """
        return purchases.relayed(self._context, self.contract, signed).then(self._bought)

    def sign_trial(self, offer: Offer | int, account: AddressLike, *, valid: timedelta = _DAY) -> Trial:
        """Sign an account its trial, as the controller of the class.

        Raises:
            NoAccount: no account at hand signs here.
        """
        deadline = self._context.now() + int(valid.total_seconds())
        offer_id, receiver = _offer_id(offer), to_address(account)
        message = {"offerId": offer_id, "account": receiver, "deadline": deadline}
        signature = sign(self.contract, signer_of(self._context.account), TRIAL_TYPES, message)
        return Trial(offer_id, receiver, deadline, signature)

    @write
    def take_trial(self, trial: Trial) -> Intent[Token]:
        """Give an account the trial that was signed for it; anyone may. Returns the token."""
        taking = self.contract.take_trial(trial.offer_id, trial.account, trial.deadline, trial.signature)
        return taking.then(lambda sent: Token(self._context, sent.only(TrialTaken).token_id))

    def referral(self, account: AddressLike | None = None, *, asset: AddressLike = NATIVE) -> Amount:
        """Return what a referrer is owed; the account that signs here when left out."""
        referrer = self.sender.address if account is None else to_address(account)
        return self._context.amount(asset, self.contract.referral_of(referrer, asset))

    # --- the parts of these ---

    def _known(self, offer: Offer | int) -> Offer:
        return offer if isinstance(offer, Offer) else self.get(offer)

    def _bought(self, sent: Sent) -> Token:
        return Token(self._context, sent.only(Bought).token_id)


def _offer_id(offer: Offer | int) -> int:
    return offer.id if isinstance(offer, Offer) else offer

"""Purchases, and those that a buyer only signs, so that somebody else sends them and pays the gas."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from lazai_py._chain.accounts import parts, signer_of
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.access_store import AccessStore, Purchase
from lazai_py._contract.bindings.access_store import Authorization as Struct
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import AuthorizationExpired
from lazai_py._types import NATIVE, Address, Units, to_address
from lazai_py.dat.context import Context
from lazai_py.dat.terms import Quota, moment
from lazai_py.erc20 import authorizations
from lazai_py.erc20.authorizations import Authorization
from lazai_py.errors import NotAnErc20
from lazai_py.market import texts
from lazai_py.market.offers import Offer
from lazai_py.market.terms import TokenLike, token_id_of

_NEW_TOKEN = 0
_AT_ONCE = 0
_SALT_BYTES = 32
_PURCHASE = (
    {"name": "offerId", "type": "uint256"},
    {"name": "quantity", "type": "uint256"},
    {"name": "tokenId", "type": "uint256"},
    {"name": "to", "type": "address"},
    {"name": "maxCost", "type": "uint256"},
    {"name": "referrer", "type": "address"},
)
_AUTHORIZATION = (
    {"name": "from", "type": "address"},
    {"name": "value", "type": "uint256"},
    {"name": "validAfter", "type": "uint256"},
    {"name": "validBefore", "type": "uint256"},
    {"name": "salt", "type": "bytes32"},
    {"name": "v", "type": "uint8"},
    {"name": "r", "type": "bytes32"},
    {"name": "s", "type": "bytes32"},
)


@dataclass(frozen=True, slots=True)
class SignedPurchase:
    """What a buyer signed. Whoever has it can send it once, and change nothing of it; it can be passed on as text.

    Parameters:
        purchase: what is bought, as the store takes it.
        authorization: who pays how much, until when, and the signature, as the store takes it.
    """

    purchase: Purchase
    authorization: Struct

    @property
    def payer(self) -> Address:
        """Who signed, and pays."""
        return self.authorization.from_

    @property
    def valid_before(self) -> datetime | None:
        """From when on it cannot be sent any more, in UTC."""
        return moment(self.authorization.valid_before)

    def text(self) -> str:
        """Return the purchase as JSON; numbers are text, for they are longer than JavaScript's."""
        return texts.text_of((*_PURCHASE, *_AUTHORIZATION), (*self.purchase.values(), *self.authorization.values()))

    @classmethod
    def read(cls, text: str) -> SignedPurchase:
        """Read what `text` wrote.

        Raises:
            InputError: it is no signed purchase.
        """
        values, size = texts.read(cls, (*_PURCHASE, *_AUTHORIZATION), text), len(_PURCHASE)
        return cls(Purchase(*values[:size]), Struct(*values[size:]))


def purchase_of(
    context: Context,
    store: AccessStore,
    offer: Offer,
    quota: Quota,
    *,
    to: AddressLike | None,
    top_up: TokenLike | None,
    referrer: AddressLike,
) -> Purchase:
    """Return a purchase as the store takes it, at what it costs."""
    raw = Units.parse(quota, context.decimals_of(offer.class_id)).raw
    return Purchase(
        offer.id,
        raw,
        _NEW_TOKEN if top_up is None else token_id_of(top_up),
        context.sender.address if to is None else to_address(to),
        store.cost_of(offer.id, raw),
        to_address(referrer),
    )


def sign(
    context: Context, store: AccessStore, purchase: Purchase, asset: Address, *, valid: timedelta
) -> SignedPurchase:
    """Return a purchase that the account at hand pays by a signature; see `Store.sign_purchase`."""
    token, payer = _token(context, purchase, asset), signer_of(context.account).address
    until, salt = context.now() + int(valid.total_seconds()), secrets.token_bytes(_SALT_BYTES)
    nonce = store.authorization_nonce(purchase, salt)
    payment = Authorization(payer, store.address, purchase.max_cost, _AT_ONCE, until, nonce)
    signature = authorizations.sign(context.account, token, payment)
    return SignedPurchase(purchase, Struct(payer, payment.value, _AT_ONCE, until, salt, *parts(signature)))


def relayed(context: Context, store: AccessStore, signed: SignedPurchase) -> Intent[Sent]:
    """Return what sends a signed purchase, once it is sure that its buyer signed it; see `Store.relay`."""
    purchase, said, now = signed.purchase, signed.authorization, context.now()
    sending = store.buy_with_authorization(purchase, said)
    if now >= said.valid_before:
        raise AuthorizationExpired(said.valid_before, now)
    token = _token(context, purchase, store.offer_of(purchase.offer_id).asset)
    nonce = store.authorization_nonce(purchase, said.salt)
    payment = Authorization(said.from_, store.address, said.value, said.valid_after, said.valid_before, nonce)
    authorizations.check(token, payment, said.r + said.s + bytes([said.v]))
    return sending


def _token(context: Context, purchase: Purchase, asset: Address) -> SignedErc20:
    if asset == NATIVE:
        raise NotAnErc20(purchase.offer_id)
    return SignedErc20(context.engine, asset)

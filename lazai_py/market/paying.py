"""How a price is paid: by coins sent along, by an allowance for exactly the cost, or by a permit."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from lazai_py._chain.accounts import Signer
from lazai_py._contract.bindings.access_store import AccessStore, Purchase
from lazai_py._contract.bindings.access_store import Permit as Struct
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import NotSignable, UnknownDomain
from lazai_py._types import Amount, TokenAmount, Wei
from lazai_py.dat.context import Context
from lazai_py.erc20 import Erc20Asset, Permit, permits
from lazai_py.errors import NotAnErc20

R = TypeVar("R")

_VALID = timedelta(hours=1)


def coins(cost: Amount) -> Wei:
    """Return what is sent along for a cost: nothing when it is in an ERC-20."""
    return cost if isinstance(cost, Wei) else Wei(0)


def allowed(context: Context, contract: Contract, intent: Intent[R], cost: Amount) -> Intent[R]:
    """Return an intent after what lets the contract take the cost."""
    if not isinstance(cost, TokenAmount) or not cost:
        return intent
    return intent.after(*Erc20Asset(cost.asset, context.sender, context.assets).allowing(contract, cost))


def bought(
    context: Context, store: AccessStore, purchase: Purchase, cost: Amount, *, permit: bool | None
) -> Intent[Sent]:
    """Return a purchase with what pays for it; see `Store.buy` for `permit`."""
    signed = _permit(context, store, purchase, cost, permit)
    if signed is None:
        return allowed(context, store, store.buy(purchase, pay=coins(cost)), cost)
    return store.buy_with_permit(purchase, Struct(signed.value, signed.deadline, *signed.parts))


def _permit(
    context: Context, store: AccessStore, purchase: Purchase, cost: Amount, wanted: bool | None
) -> Permit | None:
    """Return a permit for exactly the cost; None when none is wanted, or when it is left open and one is of no use."""
    if isinstance(cost, Wei):
        if wanted:
            raise NotAnErc20(purchase.offer_id)
        return None
    if wanted is False or (wanted is None and not _is_useful(context, store, cost)):
        return None
    try:
        return _signed(context, store, cost)
    except (NotSignable, UnknownDomain):
        if wanted:
            raise
        return None


def _is_useful(context: Context, store: AccessStore, cost: TokenAmount) -> bool:
    """Return whether a permit would spare a transaction: the account signs here, and the store may take too little."""
    if not isinstance(context.account, Signer):
        return False
    asset = Erc20Asset(cost.asset, context.sender, context.assets)
    return asset.contract.allowance(context.sender.address, store) < cost.raw


def _signed(context: Context, store: AccessStore, cost: TokenAmount) -> Permit:
    token, deadline = SignedErc20(context.engine, cost.asset), context.now() + int(_VALID.total_seconds())
    signed = permits.sign(context.account, token, spender=store.address, value=cost.raw, deadline=deadline)
    permits.check(token, signed)
    return signed

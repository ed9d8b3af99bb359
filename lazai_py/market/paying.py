"""How a price is paid: by coins sent along, by an allowance for exactly the cost, or by a permit."""

from __future__ import annotations

from typing import TypeVar

from lazai_py._contract.bindings.access_store import AccessStore, Purchase
from lazai_py._contract.bindings.access_store import Permit as Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Amount, TokenAmount, Wei
from lazai_py.dat.context import Context
from lazai_py.erc20 import Erc20Asset, Permit
from lazai_py.erc20.spending import permit_for
from lazai_py.errors import NotAnErc20

R = TypeVar("R")


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
    if isinstance(cost, TokenAmount):
        asset = Erc20Asset(cost.asset, context.sender, context.assets)
        return permit_for(asset, context.account, store.address, cost, wanted=wanted)
    if wanted:
        raise NotAnErc20(purchase.offer_id)
    return None

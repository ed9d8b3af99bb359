"""Paying revenue to a RevShare token."""

from __future__ import annotations

from lazai_py._contract.abi import Function
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.bindings.rev_share_token import RevenueReceived
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Amount, TokenAmount
from lazai_py.dat.terms import money
from lazai_py.errors import UnknownRevenueToken
from lazai_py.revshare.context import Context

# What a plain transfer of coins calls: nothing.
_RECEIVE: Function[None] = Function("receive", b"")


def intent(context: Context, amount: Amount) -> Intent[Amount]:
    """Return the plain transfer of coins, or that of an ERC-20 with its booking.

    Raises:
        InvalidAmount: the amount does not say of what.
        UnknownRevenueToken: the ERC-20 is no revenue, so nobody would have it.
    """
    contract, paid = context.contract, money(amount)
    if not isinstance(paid, TokenAmount):
        return Intent(contract, _RECEIVE, (), paid, b"", read=lambda _: paid)
    if paid.asset not in contract.revenue_tokens():
        raise UnknownRevenueToken(paid.asset)
    transfer = Erc20(context.engine, paid.asset).transfer(contract.address, paid.raw)
    return contract.sync(paid.asset).after(transfer).then(lambda sent: booked(context, sent, paid - paid))


def booked(context: Context, sent: Sent, nothing: Amount) -> Amount:
    """Return what a call that books one asset booked; `nothing` when that was so."""
    found = sent.all(RevenueReceived)
    return context.amount(found[0].asset, found[0].amount) if found else nothing

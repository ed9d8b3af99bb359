"""Whether a permit pays for what a contract takes, or an allowance does."""

from __future__ import annotations

from datetime import timedelta

from lazai_py._chain.accounts import Account, Signer
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._errors import NotSignable, UnknownDomain
from lazai_py._types import Address, TokenAmount
from lazai_py.erc20 import permits
from lazai_py.erc20.asset import Erc20Asset
from lazai_py.erc20.permits import Permit

_VALID = timedelta(hours=1)


def permit_for(
    asset: Erc20Asset, account: Account | None, spender: Address, cost: TokenAmount, *, wanted: bool | None
) -> Permit | None:
    """Return a permit for exactly a cost, or None where the allowance is to count.

    Parameters:
        asset: the token, as the account uses it.
        account: who pays.
        spender: the contract that takes the cost.
        cost: what it takes.
        wanted: True for a permit or an error, False for none; None for one where it spares a transaction: the account
            signs here, the token has permits, and the spender may take too little.

    Raises:
        NoAccount, NotSignable, UnknownDomain: a permit is wanted, and there can be none.
    """
    if wanted is False or (wanted is None and not _is_useful(asset, account, spender, cost)):
        return None
    token = SignedErc20(asset.contract.engine, asset.address)
    deadline = token.engine.block().timestamp + int(_VALID.total_seconds())
    try:
        signed = permits.sign(account, token, spender=spender, value=cost.raw, deadline=deadline)
        permits.check(token, signed)
    except (NotSignable, UnknownDomain):
        if wanted:
            raise
        return None
    return signed


def _is_useful(asset: Erc20Asset, account: Account | None, spender: Address, cost: TokenAmount) -> bool:
    return isinstance(account, Signer) and asset.contract.allowance(account.address, spender) < cost.raw

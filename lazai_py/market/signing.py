"""What is signed for the contracts of the market."""

from __future__ import annotations

from collections.abc import Mapping

from lazai_py._chain.accounts import TypedFields, signer_of
from lazai_py._contract.contract import Contract
from lazai_py.dat.context import Context


def sign(context: Context, contract: Contract, types: TypedFields, message: Mapping[str, object]) -> bytes:
    """Return the signature of the account at hand, for a contract whose domain has its name and version 1.

    Raises:
        NoAccount: no account at hand signs here.
    """
    domain = {
        "name": contract.NAME,
        "version": "1",
        "chainId": context.engine.chain_id(),
        "verifyingContract": contract.address,
    }
    return signer_of(context.account).sign_typed_data(domain, types, message)

"""ERC-2612: letting somebody spend tokens by a signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lazai_py._chain.accounts import signer_of
from lazai_py._contract import signing
from lazai_py._contract.bindings.rev_share_token import RevShareToken
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address
from lazai_py.dat.terms import expire_at
from lazai_py.revshare.context import Context

_TYPES = {
    "Permit": [
        {"name": "owner", "type": "address"},
        {"name": "spender", "type": "address"},
        {"name": "value", "type": "uint256"},
        {"name": "nonce", "type": "uint256"},
        {"name": "deadline", "type": "uint256"},
    ]
}
_WORD = 32


@dataclass(frozen=True, slots=True)
class Permit:
    """A signed allowance. It counts once, for one chain and one token.

    Parameters:
        owner: whose tokens.
        spender: who may take them.
        value: how many, in smallest units.
        deadline: the last second at which it counts, in Unix seconds.
        signature: of the owner, 65 bytes.
    """

    owner: Address
    spender: Address
    value: int
    deadline: int
    signature: bytes


def sign(context: Context, spender: Address, value: int, deadline: datetime | int) -> Permit:
    """Return an allowance of the account at hand, signed with its next nonce.

    Raises:
        NoAccount: no account at hand signs here.
        InputError: the deadline is no point in time.
    """
    signer = signer_of(context.account)
    until = expire_at(deadline, lambda: context.engine.block().timestamp)
    owner, nonce = signer.address, context.contract.nonces(signer.address)
    message = {"owner": owner, "spender": spender, "value": value, "nonce": nonce, "deadline": until}
    signature = signing.sign(context.contract, signer, _TYPES, message)
    return Permit(owner, spender, value, until, signature)


def intent(contract: RevShareToken, signed: Permit) -> Intent[Sent]:
    """Return the call that hands a signed allowance in."""
    r, s, v = signed.signature[:_WORD], signed.signature[_WORD : 2 * _WORD], signed.signature[2 * _WORD]
    return contract.permit(signed.owner, signed.spender, signed.value, signed.deadline, v, r, s)

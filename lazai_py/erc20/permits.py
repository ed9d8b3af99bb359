"""EIP-2612: letting somebody spend tokens by a signature."""

from __future__ import annotations

from dataclasses import dataclass

from lazai_py._chain.accounts import Account, parts, signer_of
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._errors import ContractError, NotSignable
from lazai_py._types import Address
from lazai_py.erc20.domains import domain_of

_TYPES = {
    "Permit": [
        {"name": "owner", "type": "address"},
        {"name": "spender", "type": "address"},
        {"name": "value", "type": "uint256"},
        {"name": "nonce", "type": "uint256"},
        {"name": "deadline", "type": "uint256"},
    ]
}
_INSTEAD = "Leave permit=True out: the exact amount is then allowed by a transaction first"


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

    @property
    def parts(self) -> tuple[int, bytes, bytes]:
        """The signature as contracts take it: v, r, s."""
        return parts(self.signature)


def sign(account: Account | None, token: SignedErc20, *, spender: Address, value: int, deadline: int) -> Permit:
    """Return an allowance of an account, signed with its next nonce.

    Raises:
        NoAccount: the account does not sign here.
        NotSignable: the token has no permits.
        UnknownDomain: its domain cannot be told.
    """
    owner = signer_of(account)
    try:
        nonce = token.nonces(owner.address)
    except ContractError:
        raise _refusal(token) from None
    message = {"owner": owner.address, "spender": spender, "value": value, "nonce": nonce, "deadline": deadline}
    return Permit(owner.address, spender, value, deadline, owner.sign_typed_data(domain_of(token), _TYPES, message))


def check(token: SignedErc20, signed: Permit) -> None:
    """Ask a token whether it takes a permit now, without handing it in.

    Raises:
        NotSignable: it does not: some tokens have permits of another kind under the names of this one.
    """
    handing_in = token.permit(signed.owner, signed.spender, signed.value, signed.deadline, *signed.parts)
    try:
        token.engine.call(Call(token.address, handing_in.data))
    except ContractError:
        raise _refusal(token) from None


def _refusal(token: SignedErc20) -> NotSignable:
    return NotSignable(token.address, "permits (EIP-2612)", remedy=_INSTEAD)

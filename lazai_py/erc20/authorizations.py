"""EIP-3009: paying by a signature that the receiver hands in, so that the payer needs no coins for gas."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from lazai_py._chain.accounts import Account, recovered, signer_of, typed_hash
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._errors import ContractError, NotSignable, WrongSigner
from lazai_py._types import Address
from lazai_py.erc20.domains import domain_of

_TYPES = {
    "ReceiveWithAuthorization": [
        {"name": "from", "type": "address"},
        {"name": "to", "type": "address"},
        {"name": "value", "type": "uint256"},
        {"name": "validAfter", "type": "uint256"},
        {"name": "validBefore", "type": "uint256"},
        {"name": "nonce", "type": "bytes32"},
    ]
}


@dataclass(frozen=True, slots=True)
class Authorization:
    """A payment that only its receiver can hand in, once.

    Parameters:
        payer: whose tokens.
        receiver: who gets them.
        value: how many, in smallest units.
        valid_after: the last second at which it does not count yet, in Unix seconds.
        valid_before: the first second at which it does not count any more.
        nonce: 32 bytes that no other authorisation of the payer has.
    """

    payer: Address
    receiver: Address
    value: int
    valid_after: int
    valid_before: int
    nonce: bytes

    def message(self) -> dict[str, Any]:
        """Return it as the message of EIP-712."""
        names = (kind["name"] for kind in _TYPES["ReceiveWithAuthorization"])
        return dict(zip(names, asdict(self).values(), strict=True))


def sign(account: Account | None, token: SignedErc20, authorization: Authorization) -> bytes:
    """Return the signature of the payer, 65 bytes.

    Raises:
        NoAccount: the account does not sign here.
        NotSignable: the token has no authorisations.
        UnknownDomain: its domain cannot be told.
    """
    payer = signer_of(account)
    try:
        token.authorization_state(authorization.payer, authorization.nonce)
    except ContractError:
        raise NotSignable(
            token.address, "authorisations (EIP-3009)", remedy="Have the payer send the payment itself"
        ) from None
    return payer.sign_typed_data(domain_of(token), _TYPES, authorization.message())


def check(token: SignedErc20, authorization: Authorization, signature: bytes) -> None:
    """Check that the payer signed exactly this. Of a payer that is a contract, the token alone can tell.

    Raises:
        WrongSigner: it did not.
        UnknownDomain: the token's domain cannot be told.
    """
    if token.engine.code(authorization.payer):
        return
    signer = recovered(typed_hash(domain_of(token), _TYPES, authorization.message()), signature)
    if signer != authorization.payer:
        raise WrongSigner(authorization.payer, signer)

"""SignedErc20, typed.

Generated from `scripts/codegen/SignedErc20.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from typing import NamedTuple

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


_DOMAIN_SEPARATOR: Function[bytes] = Function(
    "DOMAIN_SEPARATOR", bytes.fromhex("3644e515"), outputs=(Parameter("separator", "bytes32"),)
)
_AUTHORIZATION_STATE: Function[bool] = Function(
    "authorizationState",
    bytes.fromhex("e94a0102"),
    inputs=(Parameter("authorizer", "address"), Parameter("nonce", "bytes32")),
    outputs=(Parameter("used", "bool"),),
)
_EIP712_DOMAIN: Function[Eip712DomainResult] = Function(
    "eip712Domain",
    bytes.fromhex("84b0196e"),
    outputs=(
        Parameter("fields", "bytes1"),
        Parameter("name", "string"),
        Parameter("version", "string"),
        Parameter("chainId", "uint256"),
        Parameter("verifyingContract", "address"),
        Parameter("salt", "bytes32"),
        Parameter("extensions", "uint256[]"),
    ),
    result=Eip712DomainResult,
)
_NAME: Function[str] = Function("name", bytes.fromhex("06fdde03"), outputs=(Parameter("name", "string"),))
_NONCES: Function[int] = Function(
    "nonces",
    bytes.fromhex("7ecebe00"),
    inputs=(Parameter("owner", "address"),),
    outputs=(Parameter("nonce", "uint256"),),
)
_PERMIT: Function[None] = Function(
    "permit",
    bytes.fromhex("d505accf"),
    inputs=(
        Parameter("owner", "address"),
        Parameter("spender", "address"),
        Parameter("value", "uint256"),
        Parameter("deadline", "uint256"),
        Parameter("v", "uint8"),
        Parameter("r", "bytes32"),
        Parameter("s", "bytes32"),
    ),
)
_VERSION: Function[str] = Function("version", bytes.fromhex("54fd4d50"), outputs=(Parameter("version", "string"),))


class SignedErc20(Contract):
    """What somebody's token may have besides ERC-20: letting others spend, or pay, by a signature.

    Errors have the names that OpenZeppelin gives them.
    """

    NAME = "SignedErc20"
    EVENTS = ()

    def domain_separator(self) -> bytes:
        """The hash of the EIP-712 domain that permits are signed in."""
        return self._view(_DOMAIN_SEPARATOR)

    def authorization_state(self, authorizer: AddressLike, nonce: bytes) -> bool:
        """Whether an authorisation of an account with this nonce was used or taken back."""
        return self._view(_AUTHORIZATION_STATE, authorizer, nonce)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def name(self) -> str:
        """The token's name, which is also that of its domain."""
        return self._view(_NAME)

    def nonces(self, owner: AddressLike) -> int:
        """The number in the account's next signature: each is good once."""
        return self._view(_NONCES, owner)

    def permit(
        self, owner: AddressLike, spender: AddressLike, value: int, deadline: int, v: int, r: bytes, s: bytes
    ) -> Intent[Sent]:
        """Lets `spender` take up to `value` of `owner`'s tokens, by the owner's signature.

        Anyone may hand it in.

        Parameters:
            value: in the smallest unit.
            deadline: the last second at which it counts.
        """
        return self._intent(_PERMIT, owner, spender, value, deadline, v, r, s)

    def version(self) -> str:
        """The version of the token's domain."""
        return self._view(_VERSION)

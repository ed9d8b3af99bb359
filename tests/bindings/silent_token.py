"""SilentToken, typed.

Generated from `contracts/mocks/SilentToken.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from pathlib import Path

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent

_ALLOWANCE: Function[int] = Function(
    "allowance",
    bytes.fromhex("dd62ed3e"),
    inputs=(Parameter("owner", "address"), Parameter("spender", "address")),
    outputs=(Parameter("", "uint256"),),
)
_APPROVE: Function[None] = Function(
    "approve", bytes.fromhex("095ea7b3"), inputs=(Parameter("spender", "address"), Parameter("amount", "uint256"))
)
_BALANCE_OF: Function[int] = Function(
    "balanceOf",
    bytes.fromhex("70a08231"),
    inputs=(Parameter("account", "address"),),
    outputs=(Parameter("", "uint256"),),
)
_MINT: Function[None] = Function(
    "mint", bytes.fromhex("40c10f19"), inputs=(Parameter("to", "address"), Parameter("amount", "uint256"))
)
_TRANSFER: Function[None] = Function(
    "transfer", bytes.fromhex("a9059cbb"), inputs=(Parameter("to", "address"), Parameter("amount", "uint256"))
)
_TRANSFER_FROM: Function[None] = Function(
    "transferFrom",
    bytes.fromhex("23b872dd"),
    inputs=(Parameter("from", "address"), Parameter("to", "address"), Parameter("amount", "uint256")),
)


class SilentToken(Contract):
    """An ERC-20 whose transfers answer nothing, as old ones do, for tests."""

    NAME = "SilentToken"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def allowance(self, owner: AddressLike, spender: AddressLike) -> int:
        """What `spender` may still take of `owner`'s tokens, in the smallest unit."""
        return self._view(_ALLOWANCE, owner, spender)

    def approve(self, spender: AddressLike, amount: int) -> Intent[Sent]:
        """Lets `spender` take up to `amount`."""
        return self._intent(_APPROVE, spender, amount)

    def balance_of(self, account: AddressLike) -> int:
        """How much (ERC-20) or how many tokens (ERC-721) an account holds."""
        return self._view(_BALANCE_OF, account)

    def mint(self, to: AddressLike, amount: int) -> Intent[Sent]:
        """Creates `amount` smallest units for `to`."""
        return self._intent(_MINT, to, amount)

    def transfer(self, to: AddressLike, amount: int) -> Intent[Sent]:
        """Moves the caller's tokens."""
        return self._intent(_TRANSFER, to, amount)

    def transfer_from(self, from_: AddressLike, to: AddressLike, amount: int) -> Intent[Sent]:
        """Moves `amount` that the caller may take; answers nothing."""
        return self._intent(_TRANSFER_FROM, from_, to, amount)

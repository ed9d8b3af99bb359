"""The base of what stands for one contract, as one account sees and uses it."""

from __future__ import annotations

from typing import Generic, TypeVar

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Sender
from lazai_py._types import Address, to_address

C = TypeVar("C", bound=Contract)


class Handle(Generic[C]):
    """One contract, for one account. Handles of a kind are equal when their contracts are, whoever sends.

    Parameters:
        contract: the contract itself, with every function it has.
        sender: who signs for writes.
    """

    def __init__(self, contract: C, sender: Sender) -> None:
        self.contract = contract
        self.sender = sender

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.address})"

    def __eq__(self, other: object) -> bool:
        return self.contract == other.contract if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.contract)

    @property
    def address(self) -> Address:
        """Where the contract is."""
        return self.contract.address

    def _own(self, account: AddressLike | None) -> Address:
        """Return an account's address; that of the account that signs here for None."""
        return self.sender.address if account is None else to_address(account)

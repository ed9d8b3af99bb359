"""Who sends for a `LazAI`: an account whose last receipt is remembered, or nobody."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from lazai_py._chain.accounts import Account
from lazai_py._chain.engine import Call, Engine, Receipt
from lazai_py._chain.sender import Pending, Sender
from lazai_py._contract.decode import decode_error
from lazai_py._errors import NoAccount
from lazai_py._types import Address


class Signing(Sender):
    """Sends for an account, and remembers the last receipt of each thread.

    Parameters:
        engine: the chain.
        account: who signs.
    """

    def __init__(self, engine: Engine, account: Account) -> None:
        super().__init__(engine, account, decode=decode_error)
        self._seen = threading.local()

    @property
    def last_receipt(self) -> Receipt | None:
        """The receipt of the last transaction that this thread sent; None before the first."""
        receipt: Receipt | None = getattr(self._seen, "receipt", None)
        return receipt

    def wait(self, pending: Pending) -> Receipt:
        """See `Sender.wait`."""
        receipt = super().wait(pending)
        self._seen.receipt = receipt
        return receipt

    def send_many(self, calls: Sequence[Call]) -> list[Receipt]:
        """See `Sender.send_many`."""
        receipts = super().send_many(calls)
        if receipts:
            self._seen.receipt = receipts[-1]
        return receipts


@dataclass(frozen=True, slots=True)
class Nobody:
    """In the place of a sender where no account is at hand: reads work, and what needs an account says so."""

    engine: Engine
    last_receipt: None = None

    @property
    def address(self) -> Address:
        """Raises `NoAccount`: there is none."""
        raise NoAccount

    def send(self, call: Call) -> NoReturn:  # noqa: ARG002 - the sender's signature
        """Raises `NoAccount`: nobody signs."""
        raise NoAccount

    def send_many(self, calls: Sequence[Call]) -> NoReturn:  # noqa: ARG002 - the sender's signature
        """Raises `NoAccount`: nobody signs."""
        raise NoAccount

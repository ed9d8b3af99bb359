"""What can go wrong inside a gateway.

GatewayError (LazAIError)
├── Refused             a call that is not served; becomes an HTTP answer, never leaves the gateway
├── LedgerUnavailable   the database does not answer
└── WrongLedger         the database belongs to another service
"""

from __future__ import annotations

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._errors import LazAIError
from lazai_py.metering.protocol import Code


class GatewayError(LazAIError):
    """A gateway, or its ledger, failed."""


class Refused(GatewayError):
    """A call that is not served.

    Parameters:
        code: why, as the caller is told.
        missing: how many units are missing, where that can be said.
        retry_after: after how many seconds the same may be tried again, where that helps.
        highest: the highest voucher on record and its signature, for a caller that has lost its books.
    """

    remedy = "The caller reads the code in the answer"

    def __init__(
        self,
        code: Code,
        *,
        missing: int | None = None,
        retry_after: int | None = None,
        highest: tuple[Voucher, bytes] | None = None,
    ) -> None:
        super().__init__(f"refused with {code.status}: {code}")
        self.code = code
        self.missing = missing
        self.retry_after = retry_after
        self.highest = highest


class LedgerUnavailable(GatewayError):
    """The database does not answer; nothing is served without it."""

    remedy = "Check the database's URL, its free space and that it runs"

    def __init__(self, reason: str) -> None:
        super().__init__(f"the ledger cannot be written: {reason}")
        self.reason = reason


class WrongLedger(GatewayError):
    """The database belongs to another service, chain or token contract."""

    remedy = "Give each service a database of its own"

    def __init__(self, expected: str, actual: str) -> None:
        super().__init__(f"the ledger is that of {actual}, not of {expected}")
        self.expected = expected
        self.actual = actual

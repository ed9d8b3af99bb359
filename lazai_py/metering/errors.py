"""What can go wrong with metered calls.

MeteringError (LazAIError)
├── MalformedMessage (ValueError)       a header or body that is not of the protocol
├── BadSignature (ValueError)           bytes that are not a signature of what they should be
├── BudgetExceeded (PermissionError)    a call that the caller's own limits do not allow
├── TermsRefused (PermissionError)      terms of a service that differ from what was agreed to
├── PaymentRefused                      the service did not take a payment
├── ReceiptRefused                      a receipt that is missing, forged, or claims too much
└── SessionClosed                       a call in a session that is over
"""

from __future__ import annotations

from lazai_py._errors import LazAIError


class MeteringError(LazAIError):
    """A metered call, or its payment, failed."""


class MalformedMessage(MeteringError, ValueError):
    """A header or body that is not of the protocol.

    Parameters:
        reason: what is wrong with it.
        too_large: whether it is refused for its size alone.
    """

    remedy = "Send what x402 version 2 and the scheme dat-quota ask for"

    def __init__(self, reason: str, *, too_large: bool = False) -> None:
        super().__init__(f"the message is malformed: {reason}")
        self.reason = reason
        self.too_large = too_large


class BadSignature(MeteringError, ValueError):
    """Bytes that are not a signature of what they should be."""

    remedy = "Have the account sign exactly this, for this chain and contract"

    def __init__(self, reason: str) -> None:
        super().__init__(f"the signature does not count: {reason}")
        self.reason = reason


class BudgetExceeded(MeteringError, PermissionError):
    """A call that the caller's own limits do not allow; nothing was signed.

    Parameters:
        limit: which limit: `per_call`, `per_day`, `total` or `reserved`.
        need: what the call may cost, in smallest units.
        left: what the limit still allows.
    """

    remedy = "Raise the limit, reserve more quota, or wait for the next day (UTC)"

    def __init__(self, limit: str, *, need: int, left: int) -> None:
        super().__init__(f"the call may cost {need} and the limit {limit} leaves {left}")
        self.limit = limit
        self.need = need
        self.left = left


class TermsRefused(MeteringError, PermissionError):
    """Terms of a service that are not those of the session; nothing was signed."""

    remedy = "Check the URL and the service's address; open a session for the service that is meant"

    def __init__(self, field: str, expected: object, actual: object) -> None:
        super().__init__(f"the terms name {field} {actual} and the session is for {expected}")
        self.field = field
        self.expected = expected
        self.actual = actual


class PaymentRefused(MeteringError):
    """The service did not take a payment.

    Parameters:
        code: the service's machine-readable reason; see `protocol.Code`.
        status: the HTTP status.
        missing: how much is missing, in smallest units, where the service says so.
    """

    remedy = "Read the code; reserve more quota or prolong the reservation when that is what is short"

    def __init__(self, code: str, status: int, *, missing: int | None = None) -> None:
        short = "" if missing is None else f", {missing} missing"
        super().__init__(f"the service answered {status}: {code}{short}")
        self.code = code
        self.status = status
        self.missing = missing


class ReceiptRefused(MeteringError):
    """A receipt that is missing, forged, or claims more than was agreed to. The call counts as disputed."""

    remedy = (
        "The call counts as fully used. If an earlier program paid out of this reservation, pass its log; otherwise do "
        "not call this service again until it explains itself"
    )

    def __init__(self, voucher: bytes, reason: str) -> None:
        super().__init__(f"the receipt for voucher 0x{voucher.hex()} does not count: {reason}")
        self.voucher = voucher
        self.reason = reason


class SessionClosed(MeteringError):
    """A call in a session that is over; nothing was signed."""

    remedy = "Open another session"

    def __init__(self) -> None:
        super().__init__("the session is closed")

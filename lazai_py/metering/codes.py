"""Why a service did not serve a call."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Why a service did not serve a call. `status` is the HTTP status that goes with it."""

    PAYMENT_MISSING = "payment_missing"
    AMOUNT_SHORT = "amount_short"  # the authorised amount is below what the route costs at least
    CREDIT_SHORT = "credit_short"  # the highest voucher does not cover what is used, running and asked for
    RESERVATION_SHORT = "reservation_short"  # the voucher is above what is reserved
    RESERVATION_ENDED = "reservation_ended"
    DEADLINE_NEAR = "deadline_near"  # the voucher, session or reservation ends before it can be redeemed for sure
    WRONG_TERMS = "wrong_terms"  # another chain, contract, service, metric or class
    MALFORMED = "malformed"
    BAD_SIGNATURE = "bad_signature"
    WRONG_CALL = "wrong_call"  # the voucher pays for another request
    RESERVATION_UNKNOWN = "reservation_unknown"
    SESSION_REVOKED = "session_revoked"
    SESSION_EXPIRED = "session_expired"
    SESSION_CAP = "session_cap"
    VOUCHER_USED = "voucher_used"
    VOUCHER_RUNNING = "voucher_running"
    NOT_CLOSING = "not_closing"  # a closing voucher that is not what was used, or while calls are running
    BODY_TOO_LARGE = "body_too_large"
    HEADER_TOO_LARGE = "header_too_large"
    TOO_MANY = "too_many"
    CHAIN_UNKNOWN = "chain_unknown"  # the service's view of the chain is too old

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return _STATUS.get(self, 402)


_STATUS = {
    Code.MALFORMED: 400,
    Code.BAD_SIGNATURE: 401,
    Code.WRONG_CALL: 401,
    Code.RESERVATION_UNKNOWN: 401,
    Code.SESSION_REVOKED: 401,
    Code.SESSION_EXPIRED: 401,
    Code.SESSION_CAP: 401,
    Code.VOUCHER_USED: 409,
    Code.VOUCHER_RUNNING: 409,
    Code.NOT_CLOSING: 409,
    Code.BODY_TOO_LARGE: 413,
    Code.HEADER_TOO_LARGE: 431,
    Code.TOO_MANY: 429,
    Code.CHAIN_UNKNOWN: 503,
}

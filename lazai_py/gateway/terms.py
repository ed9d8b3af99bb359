"""What the gateway asks for a call, and how it says no."""

from __future__ import annotations

import json
from dataclasses import dataclass

from lazai_py.gateway.errors import Refused
from lazai_py.gateway.meters import Meter
from lazai_py.gateway.settings import Limits, Service
from lazai_py.metering.protocol import PAYMENT_REQUIRED, PAYMENT_RESPONSE, Code, PaymentRequired, Terms
from lazai_py.metering.terms import RECEIPTS_PATH
from lazai_py.metering.wire import Object

Headers = tuple[tuple[bytes, bytes], ...]

_PAYMENT_REQUIRED = PAYMENT_REQUIRED.lower().encode()
_JSON = (b"content-type", b"application/json")
# What browsers keep from scripts of other origins unless it is named.
EXPOSED = (b"access-control-expose-headers", f"{PAYMENT_REQUIRED}, {PAYMENT_RESPONSE}".encode())


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole HTTP answer of the gateway itself."""

    status: int
    body: bytes
    headers: Headers = ()

    @classmethod
    def of_json(cls, status: int, message: Object, *headers: tuple[bytes, bytes]) -> Reply:
        """Return an answer in JSON."""
        body = json.dumps(message, separators=(",", ":")).encode()
        return cls(status, body, (_JSON, (b"content-length", str(len(body)).encode()), *headers))


def terms_of(service: Service, limits: Limits, meter: Meter, receipts: str) -> Terms:
    """Return what a call costs.

    Parameters:
        service: who serves.
        limits: the gateway's bounds.
        meter: measures the call.
        receipts: the URL of the receipts.
    """
    return Terms(
        chain_id=service.chain_id,
        asset=service.dat,
        service=service.address,
        amount=meter.most,
        metric=service.metric,
        metric_name=service.metric_name,
        unit=service.unit,
        unit_decimals=service.unit_decimals,
        class_id=service.class_id,
        price=meter.price(),
        least=None if meter.least == meter.most else meter.least,
        receipts=receipts or RECEIPTS_PATH,
        max_timeout_seconds=limits.call,
    )


def refusal(refused: Refused, url: str, terms: Terms) -> Reply:
    """Return the answer to a call that is not served; one for want of payment names the terms."""
    if refused.code.status != Code.PAYMENT_MISSING.status:
        return plain_refusal(refused)
    required = PaymentRequired(refused.code, url, (terms,), refused.missing, refused.highest)
    header = (_PAYMENT_REQUIRED, required.header().encode())
    return Reply.of_json(refused.code.status, required.to_json(), header, EXPOSED)


def plain_refusal(refused: Refused) -> Reply:
    """Return the answer to a request that is refused, without terms."""
    retry = () if refused.retry_after is None else ((b"retry-after", str(refused.retry_after).encode()),)
    return Reply.of_json(refused.code.status, {"error": str(refused.code)}, *retry)

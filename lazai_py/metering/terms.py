"""What a service asks for a call, and what it answers to a call without payment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.metering import wire
from lazai_py.metering.codes import Code
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.typed_data import Domain
from lazai_py.metering.voucher_json import highest_from_json, highest_to_json
from lazai_py.metering.wire import Json, Object, to_hex

SCHEME = "dat-quota"
VERSION = 2

RECEIPTS_PATH = "/.well-known/dat-quota/receipts"
"""Where a service has its receipts unless its terms say otherwise: GET /<voucher digest> reads one, POST closes."""

_WORD = 32
_ACCEPTS_LIMIT = 16


@dataclass(frozen=True, slots=True)
class Terms:
    """What a service asks for a call of one route: one entry of `accepts` in x402.

    Parameters:
        chain_id, asset, service: the chain, the token contract, and who is paid.
        amount: the most that one call costs, in smallest units of the class.
        least: the least that a caller must authorise for one call; all of `amount` when None. Less than `amount` makes
            the service cut the answer at what was authorised.
        metric: the label of what is used, 32 bytes; `metric_name` is what it is the hash of.
        unit, unit_decimals, class_id: the class whose tokens pay.
        price: the meter and its parameters, such as `{"meter": "call", "units": "1"}`.
        receipts: the URL of the service's receipts, absolute, or relative to the URL of the call.
        max_timeout_seconds: how long a call may run.
        request: the hash of the request that was answered with these terms, when the service has seen all of it.
    """

    chain_id: int
    asset: Address
    service: Address
    amount: int
    metric: bytes
    metric_name: str
    unit: str
    unit_decimals: int
    class_id: int
    price: Object = field(default_factory=dict)
    receipts: str = RECEIPTS_PATH
    max_timeout_seconds: int = 60
    request: bytes | None = None
    least: int | None = None

    @property
    def floor(self) -> int:
        """The least that a caller must authorise for one call."""
        return self.amount if self.least is None else self.least

    @property
    def network(self) -> str:
        """The chain's CAIP-2 name."""
        return f"eip155:{self.chain_id}"

    @property
    def vouchers(self) -> Domain:
        """The domain of the vouchers and sessions that pay."""
        return Domain.of_dat(self.chain_id, self.asset)

    @property
    def receipt_domain(self) -> Domain:
        """The domain of the receipts."""
        return Domain.of_receipts(self.chain_id, self.asset)

    def seen(self, request: bytes) -> Terms:
        """Return the same terms, naming the request that they answer."""
        return replace(self, request=request)

    def to_json(self) -> Object:
        """Return x402's payment requirements."""
        extra: Object = {
            "metric": to_hex(self.metric),
            "metricName": self.metric_name,
            "unit": self.unit,
            "unitDecimals": self.unit_decimals,
            "classId": str(self.class_id),
            "price": self.price,
            "receipts": self.receipts,
        }
        if self.request is not None:
            extra["request"] = to_hex(self.request)
        if self.least is not None:
            extra["least"] = str(self.least)
        return {
            "scheme": SCHEME,
            "network": self.network,
            "amount": str(self.amount),
            "asset": self.asset,
            "payTo": self.service,
            "maxTimeoutSeconds": self.max_timeout_seconds,
            "extra": extra,
        }

    @classmethod
    def from_json(cls, message: Object) -> Terms:
        """Return terms from x402's payment requirements.

        Raises:
            MalformedMessage: they are not of this scheme, or a field is wrong.
        """
        if message.get("scheme") != SCHEME:
            raise MalformedMessage(f"the scheme is not {SCHEME}")
        extra = wire.read_object(message, "extra")
        return cls(
            chain_id=wire.read_network(message),
            asset=wire.read_address(message, "asset"),
            service=wire.read_address(message, "payTo"),
            amount=wire.read_uint(message, "amount"),
            metric=wire.read_bytes(extra, "metric", size=_WORD),
            metric_name=wire.read_text(extra, "metricName"),
            unit=wire.read_text(extra, "unit"),
            unit_decimals=wire.read_small(extra, "unitDecimals", top=255),
            class_id=wire.read_uint(extra, "classId"),
            price=wire.read_object(extra, "price"),
            receipts=wire.read_text(extra, "receipts"),
            max_timeout_seconds=wire.read_small(message, "maxTimeoutSeconds", top=2**31),
            request=wire.read_bytes(extra, "request", size=_WORD) if "request" in extra else None,
            least=wire.read_uint(extra, "least") if "least" in extra else None,
        )


@dataclass(frozen=True, slots=True)
class PaymentRequired:
    """What a service answers to a call that it did not serve for want of payment.

    Parameters:
        code: why.
        url: the URL of the call.
        accepts: the terms, one or more.
        missing: how much is missing, in smallest units, where that can be said.
        highest: with `CREDIT_SHORT`, the highest voucher that the service holds in this reservation and its signature:
            a caller that has lost its books sees by its own signature how far it has promised.
    """

    code: Code
    url: str
    accepts: tuple[Terms, ...]
    missing: int | None = None
    highest: tuple[Voucher, bytes] | None = None

    def to_json(self) -> Object:
        """Return the message, which is also the body of the 402 answer."""
        message: Object = {
            "x402Version": VERSION,
            "error": str(self.code),
            "resource": {"url": self.url},
            "accepts": [terms.to_json() for terms in self.accepts],
        }
        details: Object = {}
        if self.missing is not None:
            details["missing"] = str(self.missing)
        if self.highest is not None:
            details |= highest_to_json(self.highest)
        if details:
            message["extensions"] = {SCHEME: details}
        return message

    def header(self) -> str:
        """Return the value of PAYMENT-REQUIRED."""
        return wire.pack_header(self.to_json())

    @classmethod
    def read(cls, header: str | bytes) -> PaymentRequired:
        """Return the message in PAYMENT-REQUIRED; terms of other schemes are left out.

        Raises:
            MalformedMessage: it is not of x402 version 2, or no terms are of this scheme.
        """
        message = check_version(wire.unpack_header(header))
        accepts = wire.read_list(message, "accepts", limit=_ACCEPTS_LIMIT)
        ours = tuple(Terms.from_json(each) for each in accepts if each.get("scheme") == SCHEME)
        if not ours:
            raise MalformedMessage(f"no terms of the scheme {SCHEME}")
        details = wire.optional_object(wire.optional_object(message, "extensions"), SCHEME)
        missing = wire.read_uint(details, "missing") if "missing" in details else None
        url = wire.read_text(wire.read_object(message, "resource"), "url") if "resource" in message else ""
        return cls(_code(message), url, ours, missing, highest_from_json(details))


def check_version(message: Object) -> Object:
    """Return a message of x402 version 2.

    Raises:
        MalformedMessage: it is of another version.
    """
    version: Json = message.get("x402Version")
    if version != VERSION or isinstance(version, bool):
        raise MalformedMessage("x402Version is not 2")
    return message


def _code(message: Object) -> Code:
    if "error" not in message:
        return Code.PAYMENT_MISSING
    try:
        return Code(wire.read_text(message, "error"))
    except ValueError:
        raise MalformedMessage("error is no code of this scheme") from None

"""The messages of a paid call: x402 version 2 with the scheme `dat-quota`. Caller and service both use these.

A call without payment is answered 402 with `Terms`. The caller sends the call with a `Payment`: a voucher signed for
exactly this request. The answer carries a `SignedReceipt`, in its header, as the last event of an event stream, or at
the terms' receipts URL.

    request            = keccak(abi.encode(keccak(method), keccak(target), keccak(body)))
    voucher.call       = keccak(abi.encode(bytes16 id, uint256 amount, bytes32 request))

`target` is the path with its query, as on the request line. A 402 answer may name `request` as the service has seen
it: generic x402 clients, which do not show the request to a scheme, commit to that.
"""

from __future__ import annotations

from dataclasses import dataclass

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address, keccak
from lazai_py.metering import wire
from lazai_py.metering.codes import Code
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.terms import RECEIPTS_PATH, SCHEME, VERSION, PaymentRequired, Terms, check_version
from lazai_py.metering.typed_data import NO_CALL, Domain, hash_voucher
from lazai_py.metering.voucher_json import SIGNATURE_LIMIT, voucher_from_json, voucher_to_json
from lazai_py.metering.wire import Object, to_hex

__all__ = [
    "PAYMENT_REQUIRED",
    "PAYMENT_RESPONSE",
    "PAYMENT_SIGNATURE",
    "RECEIPTS_PATH",
    "SCHEME",
    "SIGNATURE_LIMIT",
    "VERSION",
    "Code",
    "Payment",
    "PaymentRequired",
    "Terms",
    "call_commitment",
    "is_closing",
    "request_hash",
    "voucher_from_json",
    "voucher_to_json",
]

PAYMENT_REQUIRED = "PAYMENT-REQUIRED"
PAYMENT_SIGNATURE = "PAYMENT-SIGNATURE"
PAYMENT_RESPONSE = "PAYMENT-RESPONSE"

_ID_BYTES = 16
_WORD = 32


@dataclass(frozen=True, slots=True)
class Payment:
    """What a caller pays for one call.

    Parameters:
        chain_id, asset: the chain and the token contract that the voucher is for.
        voucher: the promise; its digest is the payment's identity.
        signature: the reserver's or its session key's.
        amount: the most that the caller pays for this call.
        id: 16 random bytes, so that two like requests are two calls.
    """

    chain_id: int
    asset: Address
    voucher: Voucher
    signature: bytes
    amount: int
    id: bytes

    @property
    def digest(self) -> bytes:
        """What is signed, and what the call is known by."""
        return Domain.of_dat(self.chain_id, self.asset).digest(hash_voucher(self.voucher))

    def is_for(self, request: bytes) -> bool:
        """Whether the voucher commits to this request, with this id and amount."""
        return self.voucher.call == call_commitment(self.id, self.amount, request)

    def to_json(self) -> Object:
        """Return the scheme's payload."""
        return {
            "voucher": voucher_to_json(self.voucher),
            "signature": to_hex(self.signature),
            "amount": str(self.amount),
            "id": to_hex(self.id),
        }

    def header(self, terms: Terms, *, url: str = "") -> str:
        """Return the value of PAYMENT-SIGNATURE, for terms that the service named."""
        message: Object = {"x402Version": VERSION, "payload": self.to_json(), "accepted": terms.to_json()}
        if url:
            message["resource"] = {"url": url}
        return wire.pack_header(message)

    @classmethod
    def read(cls, header: str | bytes) -> Payment:
        """Return the payment in PAYMENT-SIGNATURE. Of `accepted` only scheme, network and asset are looked at.

        Raises:
            MalformedMessage: the header is not of x402 version 2 and this scheme, or a field is wrong.
        """
        message = check_version(wire.unpack_header(header))
        accepted, payload = wire.read_object(message, "accepted"), wire.read_object(message, "payload")
        if accepted.get("scheme") != SCHEME:
            raise MalformedMessage(f"the scheme is not {SCHEME}")
        return cls(
            chain_id=wire.read_network(accepted),
            asset=wire.read_address(accepted, "asset"),
            voucher=voucher_from_json(wire.read_object(payload, "voucher")),
            signature=wire.read_bytes(payload, "signature", limit=SIGNATURE_LIMIT),
            amount=wire.read_uint(payload, "amount"),
            id=wire.read_bytes(payload, "id", size=_ID_BYTES),
        )


def request_hash(method: str, target: bytes, body: bytes) -> bytes:
    """Return the hash of a request.

    Parameters:
        method: in upper case.
        target: path and query as they stand on the request line.
        body: all of the body.
    """
    return keccak(keccak(method.encode()) + keccak(target) + keccak(body))


def call_commitment(identity: bytes, amount: int, request: bytes) -> bytes:
    """Return what a voucher for one call has in `call`.

    Parameters:
        identity: the payment's 16 random bytes.
        amount: the most that the caller pays for the call.
        request: the request's hash.
    """
    return keccak(identity.ljust(_WORD, b"\0") + amount.to_bytes(_WORD) + request)


def is_closing(voucher: Voucher) -> bool:
    """Whether a voucher pays for no call, but says what was used in all."""
    return voucher.call == NO_CALL

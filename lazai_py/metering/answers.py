"""What a service says after a paid call: receipts, and how a session is closed.

A receipt stands in PAYMENT-RESPONSE when the answer came in one piece. An event stream ends with it, in an event
`receipt`, after an event `cap` when the authorised amount cut the stream. Any other stream has it at the receipts URL,
and PAYMENT-RESPONSE says so by having none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.metering import wire
from lazai_py.metering.errors import MalformedMessage
from lazai_py.metering.protocol import SCHEME, VERSION
from lazai_py.metering.typed_data import SIGNATURE_BYTES, Domain, Receipt, hash_receipt, hash_voucher, recover
from lazai_py.metering.voucher_json import (
    SIGNATURE_LIMIT,
    highest_from_json,
    highest_to_json,
    voucher_from_json,
    voucher_to_json,
)
from lazai_py.metering.wire import Object, to_hex

RECEIPT_EVENT = "receipt"
CAP_EVENT = "cap"
_WORD = 32


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """A receipt with its service's signature.

    Parameters:
        receipt: what the service says.
        signature: the service's, 65 bytes.
        truncated: whether the answer was cut at the authorised amount.
    """

    receipt: Receipt
    signature: bytes
    truncated: bool = False

    def signer(self, domain: Domain) -> Address:
        """Return who signed it.

        Raises:
            BadSignature: nobody did.
        """
        return recover(domain.digest(hash_receipt(self.receipt)), self.signature)

    def to_json(self) -> Object:
        """Return the receipt as JSON; numbers are decimal strings."""
        return {
            "voucher": to_hex(self.receipt.voucher),
            "units": str(self.receipt.units),
            "used": str(self.receipt.used),
            "request": to_hex(self.receipt.request),
            "response": to_hex(self.receipt.response),
            "time": str(self.receipt.time),
            "signature": to_hex(self.signature),
            "truncated": self.truncated,
        }

    @classmethod
    def from_json(cls, message: Object) -> SignedReceipt:
        """Return a receipt from JSON.

        Raises:
            MalformedMessage: a field is missing or out of range.
        """
        receipt = Receipt(
            voucher=wire.read_bytes(message, "voucher", size=_WORD),
            units=wire.read_uint(message, "units"),
            used=wire.read_uint(message, "used"),
            request=wire.read_bytes(message, "request", size=_WORD),
            response=wire.read_bytes(message, "response", size=_WORD),
            time=wire.read_uint(message, "time", bits=64),
        )
        signature = wire.read_bytes(message, "signature", size=SIGNATURE_BYTES)
        return cls(receipt, signature, message.get("truncated") is True)

    def event(self) -> bytes:
        """Return the receipt as the last event of an event stream."""
        return event(RECEIPT_EVENT, self.to_json())


def event(name: str, data: Object) -> bytes:
    """Return a server-sent event."""
    return f"event: {name}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n".encode()


def cap_event(amount: int) -> bytes:
    """Return the event that says that a stream was cut at `amount` units; the receipt's event follows it."""
    return event(CAP_EVENT, {"amount": str(amount)})


@dataclass(frozen=True, slots=True)
class Settlement:
    """What PAYMENT-RESPONSE says: x402's settlement. No transaction belongs to a single call.

    Parameters:
        chain_id: the chain.
        payer: the reserver.
        receipt: the receipt; None while the answer still flows.
        receipts: where the receipt will be, when there is none yet.
        highest: the highest voucher that the service holds in the reservation, with its signature. A service shows it
            when the call's own voucher does not cover all that is used and running, so that a caller that has lost its
            books sees what it promised before.
    """

    chain_id: int
    payer: Address
    receipt: SignedReceipt | None = None
    receipts: str = ""
    highest: tuple[Voucher, bytes] | None = None

    def header(self) -> str:
        """Return the value of PAYMENT-RESPONSE."""
        message: Object = {
            "success": True,
            "payer": self.payer,
            "transaction": "",
            "network": f"eip155:{self.chain_id}",
        }
        extra: Object = {"receipts": self.receipts}
        if self.receipt is not None:
            message["amount"] = str(self.receipt.receipt.units)
            extra = {"receipt": self.receipt.to_json()}
        if self.highest is not None:
            extra |= highest_to_json(self.highest)
        return wire.pack_header(message | {"extra": extra})

    @classmethod
    def read(cls, header: str | bytes) -> Settlement:
        """Return the settlement in PAYMENT-RESPONSE.

        Raises:
            MalformedMessage: it is no successful settlement of this scheme.
        """
        message = wire.unpack_header(header)
        if message.get("success") is not True:
            raise MalformedMessage("the payment did not succeed")
        extra = wire.read_object(message, "extra")
        receipt = SignedReceipt.from_json(wire.read_object(extra, "receipt")) if "receipt" in extra else None
        receipts = wire.read_text(extra, "receipts") if receipt is None else ""
        parties = (wire.read_network(message), wire.read_address(message, "payer"))
        return cls(*parties, receipt, receipts, highest_from_json(extra))


@dataclass(frozen=True, slots=True)
class Closing:
    """A voucher over exactly what was used, by which a caller ends a session; POSTed as JSON to the receipts URL.

    The service takes it when nothing is running and `cumulative` is what it has on record, and redeems that, not more.

    Parameters:
        chain_id, asset: the chain and the token contract.
        voucher: with `call` 0.
        signature: the reserver's or its session key's.
    """

    chain_id: int
    asset: Address
    voucher: Voucher
    signature: bytes

    @property
    def digest(self) -> bytes:
        """What is signed."""
        return Domain.of_dat(self.chain_id, self.asset).digest(hash_voucher(self.voucher))

    def body(self) -> bytes:
        """Return the body of the POST."""
        message: Object = {
            "x402Version": VERSION,
            "scheme": SCHEME,
            "network": f"eip155:{self.chain_id}",
            "asset": self.asset,
            "voucher": voucher_to_json(self.voucher),
            "signature": to_hex(self.signature),
        }
        return json.dumps(message).encode()

    @classmethod
    def read(cls, body: bytes) -> Closing:
        """Return what was POSTed.

        Raises:
            MalformedMessage: it is too large, of another scheme, or a field is wrong.
        """
        if len(body) > wire.HEADER_LIMIT:
            raise MalformedMessage(f"a body of {len(body)} bytes", too_large=True)
        message = wire.unpack_json(body)
        if message.get("scheme") != SCHEME:
            raise MalformedMessage(f"the scheme is not {SCHEME}")
        return cls(
            chain_id=wire.read_network(message),
            asset=wire.read_address(message, "asset"),
            voucher=voucher_from_json(wire.read_object(message, "voucher")),
            signature=wire.read_bytes(message, "signature", limit=SIGNATURE_LIMIT),
        )

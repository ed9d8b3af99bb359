"""Receipts as the caller sees them: is this one true, and where in a stream of bytes is it."""

from __future__ import annotations

from dataclasses import dataclass

from eth_hash.auto import keccak as keccak_hasher

from lazai_py._types import Address
from lazai_py.metering import wire
from lazai_py.metering.answers import RECEIPT_EVENT, SignedReceipt
from lazai_py.metering.errors import BadSignature, MalformedMessage, ReceiptRefused
from lazai_py.metering.typed_data import Domain

_MARK = f"event: {RECEIPT_EVENT}\ndata: ".encode()
_END = b"\n\n"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a receipt may say at most.

    Parameters:
        domain: the domain of receipts.
        service: who must have signed it.
        voucher: the digest of the voucher that paid.
        request: the hash of the request.
        amount: the most that the call may cost.
        justified: the most that may be used in the reservation, this call included.
    """

    domain: Domain
    service: Address
    voucher: bytes
    request: bytes
    amount: int
    justified: int

    def check(self, signed: SignedReceipt) -> None:
        """Check everything but the hash of the answer, whose bytes come later.

        Raises:
            ReceiptRefused: the receipt is forged, for another call, or claims too much.
        """
        try:
            signer = signed.signer(self.domain)
        except BadSignature as error:
            raise ReceiptRefused(self.voucher, error.reason) from None
        receipt = signed.receipt
        self._same("it is signed by", signer, self.service)
        self._same("it is for voucher", receipt.voucher, self.voucher)
        self._same("it is for request", receipt.request, self.request)
        if receipt.units > self.amount:
            raise ReceiptRefused(self.voucher, f"it claims {receipt.units} and {self.amount} was authorised")
        if receipt.used > self.justified:
            raise ReceiptRefused(self.voucher, f"it states {receipt.used} in all and {self.justified} is justified")

    def check_answer(self, signed: SignedReceipt, answer: bytes) -> None:
        """Check the hash of the answer.

        Raises:
            ReceiptRefused: the service signed for another answer than came.
        """
        self._same("it is for an answer of hash", signed.receipt.response, answer)

    def _same(self, what: str, actual: str | bytes, expected: str | bytes) -> None:
        if actual != expected:
            shown = actual if isinstance(actual, str) else wire.to_hex(actual)
            wanted = expected if isinstance(expected, str) else wire.to_hex(expected)
            raise ReceiptRefused(self.voucher, f"{what} {shown}, not {wanted}")


class Digest:
    """The Keccak hash of bytes that come in pieces."""

    __slots__ = ("_state",)

    def __init__(self) -> None:
        self._state = keccak_hasher.new(b"")

    def update(self, data: bytes) -> None:
        """Take in the next piece."""
        self._state.update(data)

    def value(self) -> bytes:
        """Return the hash of all pieces."""
        return bytes(self._state.digest())


class EventFilter:
    """Takes the receipt's event out of an event stream, holding nothing back but what may be that event.

    An application may send events of the same name: only what stands at the very end is the receipt.
    """

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> bytes:
        """Return those of the bytes so far that are certainly the application's."""
        self._held += data
        keep = self._start()
        passed, self._held = self._held[:keep], self._held[keep:]
        return passed

    def end(self) -> tuple[bytes, SignedReceipt | None]:
        """Return, at the end of the stream, what is left of the application's bytes, and the receipt."""
        receipt = self._receipt()
        return (b"", receipt) if receipt is not None else (self._held, None)

    def _start(self) -> int:
        mark = self._held.rfind(_MARK)
        if mark >= 0 and len(self._held) - mark <= wire.HEADER_LIMIT and not self._is_followed(mark):
            return mark
        for size in range(min(len(_MARK) - 1, len(self._held)), 0, -1):
            if self._held.endswith(_MARK[:size]):
                return len(self._held) - size
        return len(self._held)

    def _is_followed(self, mark: int) -> bool:
        end = self._held.find(_END, mark)
        return 0 <= end < len(self._held) - len(_END)

    def _receipt(self) -> SignedReceipt | None:
        if not (self._held.startswith(_MARK) and self._held.endswith(_END)):
            return None
        try:
            return SignedReceipt.from_json(wire.unpack_json(self._held[len(_MARK) :]))
        except MalformedMessage:
            return None

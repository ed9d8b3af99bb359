"""Paying with the generic Python client of x402: this scheme registered with it pays out of a reservation.

    scheme = DatQuotaScheme(lz.metering.payer(token, service))
    client = x402Client().register(scheme.network, scheme).set_spend_controls(scheme.spend_controls)

The package `x402` is not needed to import this module.
"""

from __future__ import annotations

from typing import Any, Protocol

from lazai_py.metering import wire
from lazai_py.metering.answers import SignedReceipt
from lazai_py.metering.errors import MalformedMessage, TermsRefused
from lazai_py.metering.payer import PaidCall, Payer
from lazai_py.metering.terms import SCHEME, Terms


class _Model(Protocol):
    def model_dump(self, *, by_alias: bool) -> dict[str, Any]:
        """Return the message as JSON has it."""


class _PaymentResponse(Protocol):
    """What x402 hands to a scheme after a paid request."""

    @property
    def payment_payload(self) -> Any:
        """The payment."""

    @property
    def settle_response(self) -> Any:
        """What PAYMENT-RESPONSE said, or None."""


class DatQuotaScheme:
    """The client side of the scheme `dat-quota` for x402's `register`.

    x402 shows a scheme neither the request nor the answer. So the voucher commits to the request as the service saw it,
    and of a receipt everything is checked but the hash of the answer.

    Parameters:
        payer: who decides, signs and keeps the books.
    """

    scheme = SCHEME

    def __init__(self, payer: Payer) -> None:
        self._payer = payer
        self._running: dict[str, PaidCall] = {}

    @property
    def network(self) -> str:
        """What to register the scheme for."""
        return f"eip155:{self._payer.agreement.chain_id}"

    @property
    def spend_controls(self) -> dict[str, Any]:
        """What x402's `set_spend_controls` takes: without it, x402 pays in currencies only, and quota is none."""
        allowed: dict[str, str] = {"network": self.network, "asset": self._payer.agreement.asset}
        if self._payer.budget.limits.per_call is not None:
            allowed["max_amount_per_payment"] = str(self._payer.budget.limits.per_call)
        return {"allowed_assets": [allowed]}

    @property
    def scheme_hooks(self) -> DatQuotaScheme:
        """Where x402 looks for `on_payment_response`."""
        return self

    def create_payment_payload(self, requirements: _Model) -> dict[str, Any]:
        """Called by x402 with the terms of a 402 answer; returns the payment.

        Raises:
            MalformedMessage: the terms are malformed.
            TermsRefused: they are for something else, or do not name the request.
            BudgetExceeded: a limit does not allow it.
        """
        terms = Terms.from_json(requirements.model_dump(by_alias=True))
        if terms.request is None:
            raise TermsRefused("request", "the hash of what was asked", "none")
        call = self._payer.pay(terms, url=terms.receipts, request=terms.request)
        payload: dict[str, Any] = wire.read_object(wire.unpack_header(call.header), "payload")
        self._running[payload["id"]] = call
        return payload

    def on_payment_response(self, context: _PaymentResponse) -> None:
        """Called by x402 after the paid request, with what PAYMENT-RESPONSE said.

        Raises:
            ReceiptRefused: the receipt does not count.
        """
        call = self._running.pop(context.payment_payload.payload["id"], None)
        if call is None:
            return
        settled = context.settle_response
        if settled is None:
            self._payer.release(call)
            return
        call.is_taken = True
        try:
            self._payer.settle(call, SignedReceipt.from_json(wire.read_object(settled.extra or {}, "receipt")))
        except MalformedMessage:
            self._payer.keep(call, is_lost=False)

"""The payer: decides, signs and keeps the books for calls to one service. It never talks to anybody itself.

So one payer serves synchronous, asynchronous and foreign HTTP clients alike. It signs

    cumulative = max(signed so far, used by receipts + what running calls may cost + what this call may cost)

and so never promises more than receipts justify and running calls may still justify.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urljoin

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py.metering.agreement import Agreement
from lazai_py.metering.answers import Closing, SignedReceipt
from lazai_py.metering.budget import Budget
from lazai_py.metering.codes import Code
from lazai_py.metering.errors import (
    MeteringError,
    PaymentRefused,
    ReceiptRefused,
    SessionClosed,
)
from lazai_py.metering.protocol import Payment, call_commitment
from lazai_py.metering.receipts import Claim
from lazai_py.metering.spending import Spending, State
from lazai_py.metering.terms import PaymentRequired, Terms
from lazai_py.metering.typed_data import NO_CALL
from lazai_py.metering.vouchers import Book, VoucherSigner
from lazai_py.metering.wire import to_hex

_CURABLE = (Code.PAYMENT_MISSING, Code.WRONG_TERMS, Code.AMOUNT_SHORT)


@dataclass(slots=True)
class PaidCall:
    """A call that is paid for and has no outcome yet.

    Parameters:
        spending: the call on record.
        header: the value of PAYMENT-SIGNATURE; empty for a call of an earlier process.
        is_taken: whether the service said that it takes the payment.
        is_lost: whether the answer was lost on its way, so that the same request, sent again, is this call.
        answer: the hash of the answer, once all of it came.
        highest: the highest voucher that the service showed with its answer, with its signature.
    """

    spending: Spending
    header: str = ""
    is_taken: bool = False
    is_lost: bool = False
    answer: bytes | None = None
    highest: tuple[Voucher, bytes] | None = None


class Payer:
    """Pays calls to one service out of one reservation. Safe to use from several threads.

    Parameters:
        agreement: who is paid, for what, out of which reservation.
        signer: who signs the vouchers.
        budget: what the calls may cost, and where they are on record.
        redeemed: what the service redeemed of the reservation so far.
    """

    def __init__(self, agreement: Agreement, *, signer: VoucherSigner, budget: Budget, redeemed: int = 0) -> None:
        self.agreement = agreement
        self.budget = budget
        self._signer = signer
        self._waiting: dict[bytes, PaidCall] = {}
        self._metric = b""
        self._receipts_url = ""
        self._is_closed = False
        self.book = Book(signed=redeemed, used=redeemed)
        self._take_up()

    def _take_up(self) -> None:
        """Go on from what earlier sessions put on record."""
        used = 0
        for spending in self.budget.log.of(self.agreement.reservation.name):
            self.book.signed = max(self.book.signed, spending.cumulative)
            if spending.stated is not None:
                self.book.stated = max(spending.stated, self.book.stated or 0)
            if spending.state is State.RUNNING:
                self.book.running[spending.voucher] = spending.amount
                self._waiting[spending.voucher] = PaidCall(spending)
            else:
                used += spending.cost
            if spending.state is State.DISPUTED:
                self.book.disputed += spending.cost
        self.book.used = max(self.book.used, used)

    # --- refusals ---

    def cure(self, required: PaymentRequired) -> None:
        """Return when a call that was refused is worth paying for again, by these new terms.

        Raises:
            PaymentRefused: it is not.
        """
        if required.code is Code.CREDIT_SHORT and self._resumed(required.highest):
            return
        if required.code not in _CURABLE:
            raise PaymentRefused(required.code, required.code.status, missing=required.missing)

    def _resumed(self, highest: tuple[Voucher, bytes] | None) -> bool:
        """Take up from our own highest voucher, when the service shows one that is above these books."""
        if highest is None or not self.agreement.is_ours(*highest):
            return False
        with self.budget.lock:
            is_news = highest[0].cumulative > self.book.used + self.book.held
            self.book.resume(highest[0].cumulative)
        return is_news

    # --- calls ---

    def pay(self, terms: Terms, *, url: str, request: bytes) -> PaidCall:
        """Return a paid call for a request: signed, and on record. A request that was lost is the same call again.

        Parameters:
            terms: what the service asks.
            url: where the request goes.
            request: its hash.

        Raises:
            SessionClosed: the session is over.
            BudgetExceeded: a limit, or what is reserved, does not allow it.
            TermsRefused: the terms are for something else.
        """
        with self.budget.lock:
            if self._is_closed:
                raise SessionClosed
            again = self._lost(request)
            if again is not None:
                return again
            self.agreement.check(terms)
            amount = self.budget.allow(min(terms.amount, max(self.left, terms.floor)), terms.floor)
            return self._signed(terms, url, request, amount)

    @property
    def left(self) -> int:
        """What is reserved and neither used nor held by running calls."""
        return max(0, self.agreement.reservation.amount - self.book.used - self.book.held)

    def _lost(self, request: bytes) -> PaidCall | None:
        for call in self._waiting.values():
            if call.spending.request == request and call.is_lost:
                del self._waiting[call.spending.voucher]
                return call
        return None

    def _signed(self, terms: Terms, url: str, request: bytes, amount: int) -> PaidCall:
        cumulative = self.book.promise(amount, self.agreement.reservation.amount)
        identity = os.urandom(16)
        voucher = self.agreement.reservation.voucher(
            session=self._signer.session,
            metric=terms.metric,
            cumulative=cumulative,
            call=call_commitment(identity, amount, request),
        )
        signature = self._signer.sign(voucher, self.agreement.vouchers)
        payment = Payment(self.agreement.chain_id, self.agreement.asset, voucher, signature, amount, identity)
        digest = payment.digest
        self._metric, self._receipts_url = terms.metric, urljoin(url, terms.receipts)
        receipt_url = f"{self._receipts_url}/{to_hex(digest)}"
        parties = (digest, self.agreement.reservation.name, self.agreement.reservation.service)
        spending = Spending(*parties, url, receipt_url, request, self.budget.now(), amount, cumulative)
        self.budget.log.write(spending)
        self.budget.count(amount)
        self.book.hold(digest, amount, cumulative)
        return PaidCall(spending, payment.header(terms, url=url))

    # --- outcomes ---

    def settle(self, call: PaidCall, signed: SignedReceipt) -> None:
        """Take a call's receipt in. A receipt that does not count leaves the call fully used, disputed.

        Raises:
            ReceiptRefused: the receipt does not count.
        """
        digest = call.spending.voucher
        with self.budget.lock:
            if digest not in self.book.running:
                return
            try:
                self._check(call, signed)
            except ReceiptRefused as error:
                self.dispute(call, error.reason)
                raise
            receipt = signed.receipt
            self.book.settle(digest, receipt.units, receipt.used)
            note = "cut at the authorised amount" if signed.truncated else ""
            self._finish(call, State.SETTLED, units=receipt.units, stated=receipt.used, note=note)

    def _check(self, call: PaidCall, signed: SignedReceipt) -> None:
        if signed.receipt.used > self.book.used + self.book.held:
            self._resumed(call.highest)
        claim = self.claim(call)
        claim.check(signed)
        if call.answer is not None:
            claim.check_answer(signed, call.answer)

    def claim(self, call: PaidCall) -> Claim:
        """Return what a receipt of the call may say."""
        spending = call.spending
        justified = self.book.used + self.book.held
        parties = (self.agreement.receipts, self.agreement.reservation.service, spending.voucher, spending.request)
        return Claim(*parties, amount=spending.amount, justified=justified)

    def dispute(self, call: PaidCall, reason: str) -> None:
        """Count a call as fully used, and put on record why."""
        with self.budget.lock:
            if call.spending.voucher in self.book.running:
                self.book.dispute(call.spending.voucher)
                self._finish(call, State.DISPUTED, note=reason)

    def contradict(self, call: PaidCall, reason: str) -> None:
        """Put on record that a call was settled by a receipt for another answer than came; its units stand."""
        spending = call.spending
        with self.budget.lock:
            self._finish(call, State.DISPUTED, units=spending.units, stated=spending.stated, note=reason)

    def release(self, call: PaidCall) -> None:
        """Give back what a call held, which the service did not take."""
        with self.budget.lock:
            if call.spending.voucher in self.book.running:
                self.book.release(call.spending.voucher)
                self._finish(call, State.RELEASED)

    def keep(self, call: PaidCall, *, is_lost: bool) -> None:
        """Keep a call whose outcome is not known, to be asked after, or, when it is lost, to be sent again."""
        with self.budget.lock:
            call.is_lost = is_lost
            if call.spending.voucher in self.book.running:
                self._waiting[call.spending.voucher] = call

    def _finish(
        self, call: PaidCall, state: State, *, units: int | None = None, stated: int | None = None, note: str = ""
    ) -> None:
        self._waiting.pop(call.spending.voucher, None)
        finished = self.budget.log.finish(call.spending, state, units=units, stated=stated, note=note)
        self.budget.count(finished.cost - call.spending.cost)
        call.spending = finished

    # --- the end ---

    def waiting(self) -> list[PaidCall]:
        """Return the calls whose outcome is not known and which nobody waits for."""
        with self.budget.lock:
            return list(self._waiting.values())

    def answered(self, call: PaidCall, status: int, receipt: SignedReceipt | None) -> None:
        """Take in what the receipts URL answered about a call.

        Parameters:
            call: the call.
            status: the HTTP status; 404 for a voucher that the service does not know.
            receipt: with status 200.
        """
        if receipt is not None:
            try:
                self.settle(call, receipt)
            except MeteringError:
                # It is on record as disputed; the others must still be asked after.
                return
        elif status == 404 and call.is_taken:
            self.dispute(call, "the service took the payment and knows nothing of it")
        elif status == 404:
            self.release(call)

    def close(self) -> tuple[str, Closing] | None:
        """Sign nothing more but the voucher that closes the session; return where to send it, and what.

        There is none when nothing was used, or while calls have no outcome: those count as disputed now.
        """
        with self.budget.lock:
            if self._is_closed:
                return None
            self._is_closed = True
            is_complete = not self._waiting
            for call in list(self._waiting.values()):
                self.dispute(call, "no receipt came")
            if not is_complete or not self.book.stated or not self._metric:
                return None
            return self._receipts_url, self._closing(self.book.stated)

    def _closing(self, used: int) -> Closing:
        voucher = self.agreement.reservation.voucher(
            session=self._signer.session, metric=self._metric, cumulative=used, call=NO_CALL
        )
        return Closing(
            self.agreement.chain_id, self.agreement.asset, voucher, self._signer.sign(voucher, self.agreement.vouchers)
        )

"""Where calls are settled: the service's key, its ledger, and the receipts that come of both."""

from __future__ import annotations

import asyncio
import time

from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.records import Claim, Ending, Record, State
from lazai_py.gateway.settings import Limits, Service
from lazai_py.metering.answers import Settlement, SignedReceipt
from lazai_py.metering.typed_data import Receipt, hash_receipt


class Till:
    """Settles calls and signs receipts.

    Parameters:
        service: who serves.
        limits: the gateway's bounds.
        ledger: where calls are on record.
    """

    def __init__(self, service: Service, limits: Limits, ledger: Ledger) -> None:
        self.service = service
        self.limits = limits
        self.ledger = ledger

    async def finish(self, claim: Claim, ending: Ending) -> SignedReceipt | None:
        """End a call durably and return its receipt; None when another process has taken it for interrupted.

        Raises:
            LedgerUnavailable: the database does not answer; the call ends when it does again.
        """
        record = await asyncio.wrap_future(self.ledger.finish(claim.key, claim.promise.digest, ending))
        return self.receipt(record) if record.state is State.DONE else None

    def receipt(self, record: Record) -> SignedReceipt:
        """Return the receipt of a call that is done."""
        ending = record.ending
        receipt = Receipt(record.digest, ending.units, record.used, record.request, ending.response, ending.time)
        digest = self.service.receipts.digest(hash_receipt(receipt))
        return SignedReceipt(receipt, self.service.account.sign_hash(digest), ending.truncated)

    def settlement(self, record: Record) -> str:
        """Return PAYMENT-RESPONSE for a call that is done."""
        return Settlement(self.service.chain_id, record.reserver, self.receipt(record)).header()

    @staticmethod
    def time() -> int:
        """Return the time for receipts, in seconds since 1970."""
        return int(time.time())

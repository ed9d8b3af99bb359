"""The receipts of a service: GET one by its voucher's digest, POST the voucher that closes a session."""

from __future__ import annotations

import asyncio
import re

from lazai_py.gateway.admission import Admission
from lazai_py.gateway.errors import Refused
from lazai_py.gateway.records import State
from lazai_py.gateway.requests import Request
from lazai_py.gateway.terms import Reply
from lazai_py.gateway.till import Till
from lazai_py.metering.answers import Closing
from lazai_py.metering.protocol import RECEIPTS_PATH, Code

_ONE = re.compile(re.escape(RECEIPTS_PATH) + r"/0x([0-9a-f]{64})")
_BODY_LIMIT = 16 * 1024
_OK, _NOT_FOUND, _WRONG_METHOD, _EARLY = 200, 404, 405, 425


class Counter:
    """Answers requests about receipts.

    Parameters:
        till: has them.
        admission: checks vouchers.
    """

    def __init__(self, till: Till, admission: Admission) -> None:
        self._till = till
        self._admission = admission

    @staticmethod
    def covers(path: str) -> bool:
        """Whether a path is one of the receipts'."""
        return path == RECEIPTS_PATH or path.startswith(RECEIPTS_PATH + "/")

    async def answer(self, request: Request) -> Reply:
        """Return the answer to a request.

        Raises:
            Refused, MalformedMessage: a closing voucher that does not count.
            LedgerUnavailable: the database does not answer.
        """
        if request.path == RECEIPTS_PATH and request.method == "POST":
            return await self._close(await request.body(limit=_BODY_LIMIT, seconds=self._till.limits.call))
        one = _ONE.fullmatch(request.path)
        if one is None:
            return Reply.of_json(_NOT_FOUND, {"error": "unknown"})
        if request.method not in ("GET", "HEAD"):
            return Reply.of_json(_WRONG_METHOD, {"error": "method"}, (b"allow", b"GET"))
        return await self._read(bytes.fromhex(one[1]))

    async def _read(self, digest: bytes) -> Reply:
        found = await asyncio.to_thread(self._till.ledger.find, digest)
        if found is None:
            return Reply.of_json(_NOT_FOUND, {"error": "unknown"})
        record, _ = found
        if record.state is not State.DONE:
            return Reply.of_json(_EARLY, {"error": str(record.state)}, (b"retry-after", b"1"))
        return Reply.of_json(_OK, self._till.receipt(record).to_json())

    async def _close(self, body: bytes) -> Reply:
        closing = Closing.read(body)
        checked = await self._admission.check_closing(closing)
        claim = await self._admission.claim(checked, amount=0, request=bytes(32))
        try:
            used = await asyncio.wrap_future(self._till.ledger.close_account(claim))
        except Refused as refused:
            if refused.code is not Code.NOT_CLOSING:
                raise
            standing = await asyncio.to_thread(self._till.ledger.standing, claim.key)
            used = standing.used if standing else 0
            return Reply.of_json(refused.code.status, {"error": str(refused.code), "used": str(used)})
        return Reply.of_json(_OK, {"used": str(used)})

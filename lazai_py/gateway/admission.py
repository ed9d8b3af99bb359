"""Whether a call is paid: first what costs nothing to check, then signatures, then the chain as it is known."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._errors import ChainError
from lazai_py.gateway.buckets import Buckets
from lazai_py.gateway.errors import Refused
from lazai_py.gateway.meters import Meter
from lazai_py.gateway.records import Claim, Key, Promise
from lazai_py.gateway.settings import Limits, Service
from lazai_py.gateway.view import ChainView, Place, Reserve
from lazai_py.metering.answers import Closing
from lazai_py.metering.errors import BadSignature
from lazai_py.metering.protocol import Code, Payment, is_closing
from lazai_py.metering.typed_data import NO_SESSION, SessionSignature, hash_session, recover

R = TypeVar("R")

_CLASS_SHIFT = 128
_MOST_GRANTS = 10_000
_RETRY = 1
# No reservation ends later.
_LATEST = 2**40 - 1


@dataclass(frozen=True, slots=True)
class Checked:
    """A voucher whose signature counts.

    Parameters:
        promise: the voucher.
        session: the parts of a session key's signature; None for the reserver's own.
    """

    promise: Promise
    session: SessionSignature | None


class Admission:
    """Checks payments for one service.

    Parameters:
        service: who serves.
        limits: the gateway's bounds.
        view: the chain as it is known.
    """

    def __init__(self, service: Service, limits: Limits, view: ChainView) -> None:
        self._service = service
        self._limits = limits
        self._view = view
        self._lookups = Buckets(limits.lookups)
        self._grants: dict[bytes, float] = {}

    async def check_payment(self, payment: Payment, meter: Meter) -> Checked:
        """Check all of a payment that needs neither the chain nor the request's body.

        Raises:
            Refused: it is for something else, or not signed by who must sign.
        """
        self._check_terms(payment.chain_id, payment.asset, payment.voucher)
        if is_closing(payment.voucher):
            raise Refused(Code.WRONG_CALL)
        if payment.amount < meter.least:
            raise Refused(Code.AMOUNT_SHORT, missing=meter.least - payment.amount)
        return await self._check_signature(payment.voucher, payment.signature, payment.digest)

    async def check_closing(self, closing: Closing) -> Checked:
        """Check all of a closing voucher that needs no chain; see `check_payment`."""
        self._check_terms(closing.chain_id, closing.asset, closing.voucher)
        if not is_closing(closing.voucher):
            raise Refused(Code.WRONG_CALL)
        return await self._check_signature(closing.voucher, closing.signature, closing.digest)

    async def claim(self, checked: Checked, amount: int, request: bytes) -> Claim:
        """Return the claim of a checked voucher against the reservation as the chain has it.

        Parameters:
            checked: the voucher.
            amount: the most that the call may use.
            request: the request's hash.

        Raises:
            Refused: there is no such reservation, it or the session ends too soon, or the chain is not known.
        """
        if not self._view.is_fresh:
            raise Refused(Code.CHAIN_UNKNOWN, retry_after=_RETRY)
        voucher = checked.promise.voucher
        reserve = await self._reserve(voucher)
        await self._check_session(checked)
        self._check_times(checked, reserve)
        key = Key(self._view.chain, voucher.token_id, voucher.reserver, voucher.generation)
        return Claim(key, checked.promise, amount, request, reserve.amount, reserve.redeemed, reserve.until)

    # --- what the voucher says ---

    def _check_terms(self, chain_id: int, asset: str, voucher: Voucher) -> None:
        service = self._service
        named = (chain_id, asset, voucher.service, voucher.metric, voucher.token_id >> _CLASS_SHIFT)
        if named != (service.chain_id, service.dat, service.address, service.metric, service.class_id):
            raise Refused(Code.WRONG_TERMS)

    async def _check_signature(self, voucher: Voucher, signature: bytes, digest: bytes) -> Checked:
        try:
            if voucher.session == NO_SESSION:
                _check_signer(recover(digest, signature), voucher.reserver)
                return Checked(Promise(digest, voucher, signature, min(voucher.deadline, _LATEST)), None)
            parts = SessionSignature.unpack(signature)
            _check_signer(recover(digest, parts.key_signature), voucher.session)
            await self._check_grant(voucher, parts)
        except BadSignature:
            raise Refused(Code.BAD_SIGNATURE) from None
        if voucher.cumulative > parts.cap:
            raise Refused(Code.SESSION_CAP)
        redeem_by = min(voucher.deadline, parts.expire_at, _LATEST)
        return Checked(Promise(digest, voucher, signature, redeem_by), parts)

    async def _check_grant(self, voucher: Voucher, parts: SessionSignature) -> None:
        digest = self._grant_digest(voucher, parts)
        if self._is_known(digest + parts.grant):
            return
        try:
            _check_signer(recover(digest, parts.grant), voucher.reserver)
        except BadSignature:
            await self._ask_wallet(voucher, digest, parts)
        else:
            self._remember(digest + parts.grant, float("inf"))

    def _grant_digest(self, voucher: Voucher, parts: SessionSignature) -> bytes:
        return self._service.vouchers.digest(hash_session(parts.session(voucher)))

    def _is_known(self, grant: bytes) -> bool:
        return time.monotonic() < self._grants.get(grant, 0.0)

    def _remember(self, grant: bytes, until: float) -> None:
        if len(self._grants) >= _MOST_GRANTS:
            self._grants.clear()
        self._grants[grant] = until

    # --- what the chain says ---

    async def _ask_wallet(self, voucher: Voucher, digest: bytes, parts: SessionSignature) -> None:
        if not await self._ask(voucher.reserver, self._view.wallet_accepts, voucher.reserver, digest, parts.grant):
            raise BadSignature("neither the reserver's key nor its code has signed the session")
        # A contract wallet can take its word back, so it is asked again before long.
        self._remember(digest + parts.grant, time.monotonic() + self._limits.stale)

    async def _reserve(self, voucher: Voucher) -> Reserve:
        place: Place = (voucher.token_id, voucher.reserver)
        known = self._view.reserve(place)
        if known is None or self._is_ahead(voucher, known):
            try:
                known = await self._ask(voucher.reserver, self._view.look_up, place)
            except Refused as refused:
                # What is known already says better what is wrong.
                if known is None or refused.code is not Code.TOO_MANY:
                    raise
        if not known.until or known.generation != voucher.generation:
            raise Refused(Code.RESERVATION_UNKNOWN)
        return known

    def _is_ahead(self, voucher: Voucher, known: Reserve) -> bool:
        """Whether a voucher tells of something newer than what is known, such as a raise since the last block."""
        ends = self._view.now + self._limits.notice
        return voucher.generation > known.generation or voucher.cumulative > known.amount or known.until < ends

    async def _check_session(self, checked: Checked) -> None:
        voucher = checked.promise.voucher
        if checked.session is None:
            return
        revoked_at = self._view.revoked_at(voucher.reserver, voucher.session)
        if revoked_at is None:
            revoked_at = await self._ask(
                voucher.reserver, self._view.look_up_session, voucher.reserver, voucher.session
            )
        if revoked_at:
            raise Refused(Code.SESSION_REVOKED)
        if checked.session.expire_at < self._view.now:
            raise Refused(Code.SESSION_EXPIRED)

    def _check_times(self, checked: Checked, reserve: Reserve) -> None:
        if reserve.until < self._view.now:
            raise Refused(Code.RESERVATION_ENDED)
        notice = 0 if is_closing(checked.promise.voucher) else self._limits.notice
        if min(reserve.until, checked.promise.redeem_by) < self._view.now + notice:
            raise Refused(Code.DEADLINE_NEAR)

    async def _ask(self, reserver: str, question: Callable[..., R], *about: object) -> R:
        """Ask the chain, in a thread, when the reserver and all together have not asked too often."""
        if not self._lookups.take(reserver):
            raise Refused(Code.TOO_MANY, retry_after=_RETRY)
        try:
            return await asyncio.to_thread(question, *about)
        except ChainError:
            raise Refused(Code.CHAIN_UNKNOWN, retry_after=_RETRY) from None


def _check_signer(actual: str, expected: str) -> None:
    if actual != expected:
        raise BadSignature(f"signed by {actual} and should be by {expected}")

"""Reservations on the chain: quota set aside for a service, redeemed against vouchers, given back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import (
    Released,
    Reserved,
    SessionRevoked,
    UsageRecorded,
    Voucher,
    VoucherRefused,
)
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import Address, Units, to_address
from lazai_py.dat import Expiry, Quota, Token
from lazai_py.dat.context import SERIAL_BITS, Context
from lazai_py.dat.terms import expire_at, moment
from lazai_py.errors import NoReservation
from lazai_py.metering.vouchers import Reservation

TokenLike = Token | int
"""A token, or its id."""


class Refusal(IntEnum):
    """Why a voucher in a batch did not pay."""

    UNKNOWN_RESERVATION = 0
    RESERVATION_ENDED = 1
    DEADLINE_PASSED = 2
    NOTHING_NEW = 3
    BAD_SIGNATURE = 4


@dataclass(frozen=True, slots=True)
class Redemption:
    """What became of one voucher in a batch. `refusal` is None when it paid."""

    voucher: Voucher
    paid: Units
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A reservation as it stands on the chain.

    Parameters:
        reservation: which one, and what is reserved, in smallest units.
        amount: what is reserved.
        redeemed: what of it the service has redeemed.
    """

    reservation: Reservation
    amount: Units
    redeemed: Units

    @property
    def until(self) -> datetime | None:
        """The last second at which the service can redeem."""
        return moment(self.reservation.until)


class Reservations:
    """The reservations of one account, and what anyone may do about those of others.

    Parameters:
        context: the surroundings of DAT handles.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._context.sender

    @write
    def reserve(self, token: TokenLike, service: AddressLike, quota: Quota, *, until: Expiry) -> Intent[Reservation]:
        """Set quota of a token aside for a service, or add to what is set aside and prolong it.

        Parameters:
            token: the token, which the account owns or may use.
            service: who may redeem.
            quota: what to add, in whole units of the class; 0 only prolongs.
            until: the last second at which the service can redeem: a time, a while from now, or Unix seconds.

        Raises:
            InvalidUntil: it is in the past, after the token's expiry, or earlier than was promised before.
            InsufficientValue: the token has less.
        """
        token_id = _id(token)
        if until is None:
            raise InputError("until=None is no end", remedy="Pass a time, a timedelta, or Unix seconds")
        end = expire_at(until, self._context.now)
        intent = self._context.contract.reserve(token_id, service, self._raw(token_id, quota), end)
        return intent.then(lambda sent: self._reserved(sent.only(Reserved)))

    @write
    def release(self, token: TokenLike, service: AddressLike, *, reserver: AddressLike | None = None) -> Intent[Units]:
        """End a reservation; returns the quota that went back to the token.

        Parameters:
            token, service: which reservation.
            reserver: who made it; this account when left out.

        Raises:
            NoReservation: there is none.
            ReservationRunning: it has not ended, and this account is not the service.
        """
        token_id = _id(token)
        intent = self._context.contract.release(token_id, self._who(reserver), service)
        return intent.then(lambda sent: self._units(token_id, sent.only(Released).returned))

    @write
    def redeem(self, vouchers: Sequence[Voucher], signatures: Sequence[bytes]) -> Intent[list[Redemption]]:
        """Redeem vouchers for their services; anyone may. Those that do not pay are passed over.

        Parameters:
            vouchers: at most some hundred fit a transaction.
            signatures: by position.
        """
        given = tuple(vouchers)
        return self._context.contract.redeem(given, signatures).then(lambda sent: self._redeemed(given, sent))

    @write
    def revoke_session(self, key: AddressLike) -> Intent[datetime | None]:
        """Take a session key's right back; returns when that takes effect, or None when it was revoked before."""
        return self._context.contract.revoke_session(key).then(_effective)

    def reservation(self, token: TokenLike, service: AddressLike, *, reserver: AddressLike | None = None) -> Standing:
        """Return a reservation as it stands.

        Parameters:
            token, service: which one.
            reserver: who made it; this account when left out.

        Raises:
            NoReservation: there is none.
        """
        token_id, who, whom = _id(token), self._who(reserver), to_address(service)
        amount, redeemed, until, generation = self._context.contract.reservation_of(token_id, who, whom)
        if until == 0:
            raise NoReservation(token_id, who, whom)
        found = Reservation(token_id, who, whom, generation, amount, until)
        return Standing(found, self._units(token_id, amount), self._units(token_id, redeemed))

    def _reserved(self, event: Reserved) -> Reservation:
        return self.reservation(event.token_id, event.service, reserver=event.reserver).reservation

    def _redeemed(self, vouchers: tuple[Voucher, ...], sent: Sent) -> list[Redemption]:
        outcomes = [event for event in sent.events if isinstance(event, UsageRecorded | VoucherRefused)]
        return [self._redemption(*pair) for pair in zip(vouchers, outcomes, strict=True)]

    def _redemption(self, voucher: Voucher, outcome: UsageRecorded | VoucherRefused) -> Redemption:
        if isinstance(outcome, VoucherRefused):
            return Redemption(voucher, self._units(voucher.token_id, 0), Refusal(outcome.refusal))
        return Redemption(voucher, self._units(voucher.token_id, outcome.amount), None)

    def _who(self, reserver: AddressLike | None) -> Address:
        return self.sender.address if reserver is None else to_address(reserver)

    def _raw(self, token_id: int, quota: Quota) -> int:
        return Units.parse(quota, self._context.decimals_of(token_id >> SERIAL_BITS)).raw

    def _units(self, token_id: int, raw: int) -> Units:
        return Units(raw, self._context.decimals_of(token_id >> SERIAL_BITS))


def _id(token: TokenLike) -> int:
    return token.id if isinstance(token, Token) else token


def _effective(sent: Sent) -> datetime | None:
    revoked = sent.all(SessionRevoked)
    return moment(revoked[0].effective_at) if revoked else None

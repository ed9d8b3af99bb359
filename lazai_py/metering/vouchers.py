"""Vouchers: who signs them, who may have signed them, and how far a caller has promised."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from lazai_py._chain.accounts import Signer
from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.metering.errors import BadSignature, BudgetExceeded
from lazai_py.metering.typed_data import (
    NO_SESSION,
    Domain,
    Session,
    SessionSignature,
    hash_session,
    hash_voucher,
    recover,
)


class VoucherSigner(Protocol):
    """Signs vouchers for a reserver: its own account, or a session key of it."""

    @property
    def session(self) -> Address:
        """The session key, or `NO_SESSION` for the reserver itself."""

    def sign(self, voucher: Voucher, domain: Domain) -> bytes:
        """Return the signature of a voucher as the contract takes it."""


@dataclass(frozen=True, slots=True)
class ReserverSigner:
    """The reserver's own account signs each voucher."""

    account: Signer

    @property
    def session(self) -> Address:
        """`NO_SESSION`: the reserver signs itself."""
        return NO_SESSION

    def sign(self, voucher: Voucher, domain: Domain) -> bytes:
        """See `VoucherSigner.sign`."""
        return self.account.sign_hash(domain.digest(hash_voucher(voucher)))


@dataclass(frozen=True, slots=True)
class SessionKey:
    """A key that signs vouchers of one reservation for its reserver, up to a sum and a time.

    Parameters:
        key: the session key.
        session: see `VoucherSigner`.
        bounds: what the reserver lets it do.
        grant: the reserver's signature of that.
    """

    key: Signer
    bounds: Session
    grant: bytes = field(repr=False)

    @property
    def session(self) -> Address:
        """The address of the key."""
        return self.bounds.key

    def sign(self, voucher: Voucher, domain: Domain) -> bytes:
        """See `VoucherSigner.sign`.

        Raises:
            BudgetExceeded: the voucher is above the session's cap.
        """
        if voucher.cumulative > self.bounds.cap:
            raise BudgetExceeded("session cap", need=voucher.cumulative, left=self.bounds.cap)
        signed = self.key.sign_hash(domain.digest(hash_voucher(voucher)))
        return SessionSignature(self.bounds.cap, self.bounds.expire_at, signed, self.grant).pack()


def grant_session(account: Signer, session: Session, domain: Domain) -> bytes:
    """Return the reserver's signature of a session."""
    return account.sign_hash(domain.digest(hash_session(session)))


def check_signature(voucher: Voucher, signature: bytes, domain: Domain) -> SessionSignature | None:
    """Check that a voucher is signed by its reserver's account, or by a session key of it; the chain is not asked.

    Contract wallets sign in ways that only the chain can check. Expiry and revocation of a session are not looked at.

    Returns:
        The parts of a session key's signature; None for the reserver's own.

    Raises:
        BadSignature: it is neither, or above the session's cap.
    """
    digest = domain.digest(hash_voucher(voucher))
    if voucher.session == NO_SESSION:
        _check_signer("voucher", recover(digest, signature), voucher.reserver)
        return None
    parts = SessionSignature.unpack(signature)
    _check_signer("voucher", recover(digest, parts.key_signature), voucher.session)
    grant = domain.digest(hash_session(parts.session(voucher)))
    _check_signer("session", recover(grant, parts.grant), voucher.reserver)
    if voucher.cumulative > parts.cap:
        raise BadSignature(f"the voucher is over {voucher.cumulative} and the session's cap is {parts.cap}")
    return parts


def _check_signer(what: str, actual: Address, expected: Address) -> None:
    if actual != expected:
        raise BadSignature(f"the {what} is signed by {actual} and should be by {expected}")


@dataclass(frozen=True, slots=True)
class Reservation:
    """Quota set aside for one service, as vouchers name it.

    Parameters:
        token_id, reserver, service, generation: which one.
        amount: what is reserved, in smallest units.
        until: the last second at which vouchers can be redeemed.
    """

    token_id: int
    reserver: Address
    service: Address
    generation: int
    amount: int
    until: int

    @property
    def name(self) -> str:
        """What it is called in a spending log."""
        return f"{self.token_id}/{self.reserver}/{self.service}/{self.generation}"

    def voucher(self, *, session: Address, metric: bytes, cumulative: int, call: bytes) -> Voucher:
        """Return a voucher over `cumulative` that is good until the reservation ends."""
        parties = (self.token_id, self.reserver, self.service, session, self.generation)
        return Voucher(*parties, metric=metric, cumulative=cumulative, deadline=self.until, call=call)

    def with_amount(self, amount: int, until: int) -> Reservation:
        """Return the same reservation, raised or prolonged."""
        return replace(self, amount=amount, until=until)


@dataclass(slots=True)
class Book:
    """How far a caller has promised in one reservation, and what receipts justify.

    Parameters:
        signed: the highest cumulative amount that was ever signed.
        used: what is used by receipts, and by calls that count as fully used.
        stated: the highest sum that a receipt of the service stated; None before the first.
        disputed: what of `used` has no good receipt.
        running: what the calls without an outcome may cost at most, by digest.
    """

    signed: int = 0
    used: int = 0
    stated: int | None = None
    disputed: int = 0
    running: dict[bytes, int] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """What the calls without an outcome may cost."""
        return sum(self.running.values())

    def promise(self, amount: int, reserved: int) -> int:
        """Return the cumulative amount to sign for one more call, which receipts and running calls justify.

        Raises:
            BudgetExceeded: it would be more than is reserved.
        """
        needed = self.used + self.held + amount
        if needed > reserved:
            raise BudgetExceeded("reserved", need=amount, left=max(0, reserved - self.used - self.held))
        return max(self.signed, needed)

    def hold(self, digest: bytes, amount: int, cumulative: int) -> None:
        """Remember a call that is about to be sent."""
        self.running[digest] = amount
        self.signed = max(self.signed, cumulative)

    def settle(self, digest: bytes, units: int, stated: int) -> None:
        """Remember what a call used, and the sum in its receipt."""
        self.running.pop(digest)
        self.used += units
        self.stated = max(stated, self.stated or 0)
        if not self.running:
            # Books that were taken up from an old voucher count more than was used, until the service says how much.
            self.used = min(self.used, self.stated + self.disputed)

    def dispute(self, digest: bytes) -> None:
        """Count a call as fully used."""
        amount = self.running.pop(digest)
        self.used += amount
        self.disputed += amount

    def release(self, digest: bytes) -> None:
        """Forget a call that the service did not take."""
        self.running.pop(digest)

    def resume(self, cumulative: int) -> None:
        """Take up from a voucher that was signed before these books began; what it covers counts as used."""
        self.signed = max(self.signed, cumulative)
        self.used = max(self.used, cumulative - self.held)

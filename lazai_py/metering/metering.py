"""`lz.metering`: quota reserved for services, sessions that spend it, services and what they redeem."""

from __future__ import annotations

import os
from typing import Any

from lazai_py._chain.accounts import signer_of
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.service_registry import ServiceRegistry
from lazai_py._errors import NotDeployed
from lazai_py._types import Units, to_address
from lazai_py.dat import Expiry, Quota
from lazai_py.dat.context import Context
from lazai_py.dat.terms import expire_at
from lazai_py.metering.agreement import Agreement
from lazai_py.metering.budget import Budget, Limits
from lazai_py.metering.delegation import Delegation
from lazai_py.metering.payer import Payer
from lazai_py.metering.reservations import Reservations, Standing, TokenLike
from lazai_py.metering.services import Services
from lazai_py.metering.session import Opening
from lazai_py.metering.spending import SpendingLog
from lazai_py.metering.vouchers import ReserverSigner

LogLike = SpendingLog | str | os.PathLike[str] | None
"""A spending log, the file of one, or None for the one in memory that all sessions of a `Metering` share."""


class Metering(Reservations):
    """Metered calls, as one account makes and is paid for them.

    Parameters:
        context: the surroundings of DAT handles.
        registry: the service registry; None where there is none.
    """

    def __init__(self, context: Context, registry: ServiceRegistry | None = None) -> None:
        super().__init__(context)
        self._registry = registry
        self._memory = SpendingLog()

    @property
    def services(self) -> Services:
        """The services that announced themselves.

        Raises:
            NotDeployed: there is no registry on this chain.
        """
        if self._registry is None:
            raise NotDeployed(ServiceRegistry.NAME, self._context.engine.chain_id())
        return Services(self._registry, self.sender)

    def session(
        self,
        token: TokenLike,
        service: AddressLike,
        *,
        budget: Quota | None = None,
        per_call: Quota | None = None,
        per_day: Quota | None = None,
        log: LogLike = None,
        transport: Any = None,
    ) -> Opening:
        """Return a session, to be entered by `with` or `async with`, that pays out of this account's reservation.

        One session at a time pays out of a reservation; the next one goes on where it ended, by the log. A program that
        ends and comes back within the time of a reservation keeps its log in a file.

        Parameters:
            token, service: which reservation.
            budget: what the session's calls may cost in all, in whole units; all that is reserved when left out.
            per_call: what one call may cost.
            per_day: what all calls in the log may cost in one day (UTC).
            log: where calls are put on record.
            transport: an httpx transport of the kind that the session needs; httpx's own when left out.

        Raises:
            NoReservation: nothing is reserved for the service.
            NoAccount: no account at hand signs here.
        """
        standing = self.reservation(token, service)
        limits = self._limits(standing, budget, per_call, per_day)
        payer = self._payer(standing, Budget(limits, self._opened(log)))
        return Opening(payer, standing.amount.decimals, transport)

    def delegate(
        self, token: TokenLike, service: AddressLike, key: AddressLike, *, cap: Quota, expires: Expiry
    ) -> Delegation:
        """Return a delegation: `key` may sign vouchers of this account's reservation, up to a sum and a time.

        Parameters:
            token, service: which reservation.
            key: the address of the session key.
            cap: the highest sum of the reservation's vouchers, in whole units: what was used before counts.
            expires: the last second at which what it signed can be redeemed; the reservation's end when None.

        Raises:
            NoReservation: nothing is reserved for the service.
            NoAccount: no account at hand signs here.
        """
        standing = self.reservation(token, service)
        reservation, decimals = standing.reservation, standing.amount.decimals
        end = expire_at(expires, self._context.now) or reservation.until
        return Delegation.sign(
            signer_of(self._context.account),
            chain_id=self._context.engine.chain_id(),
            asset=self._context.contract.address,
            reservation=reservation,
            key=to_address(key),
            cap=Units.parse(cap, decimals).raw,
            expire_at=end,
            decimals=decimals,
            redeemed=standing.redeemed.raw,
        )

    def payer(
        self, token: TokenLike, service: AddressLike, *, log: LogLike = None, limits: Limits | None = None
    ) -> Payer:
        """Return what decides, signs and keeps the books of a session, for other HTTP clients; see `session`.

        Parameters:
            token, service: which reservation.
            log: where calls are put on record.
            limits: what the calls may cost, in smallest units.
        """
        return self._payer(self.reservation(token, service), Budget(limits or Limits(), self._opened(log)))

    def _payer(self, standing: Standing, budget: Budget) -> Payer:
        chain_id, asset = self._context.engine.chain_id(), self._context.contract.address
        return Payer(
            Agreement(chain_id, asset, standing.reservation),
            signer=ReserverSigner(signer_of(self._context.account)),
            budget=budget,
            redeemed=standing.redeemed.raw,
        )

    def _limits(
        self, standing: Standing, budget: Quota | None, per_call: Quota | None, per_day: Quota | None
    ) -> Limits:
        decimals = standing.amount.decimals
        raw = [None if each is None else Units.parse(each, decimals).raw for each in (per_call, per_day, budget)]
        return Limits(*raw)

    def _opened(self, log: LogLike) -> SpendingLog:
        if log is None:
            return self._memory
        return log if isinstance(log, SpendingLog) else SpendingLog(log)

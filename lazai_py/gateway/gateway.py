"""The gateway: one service, its routes, its ledger, its view of the chain and its redeemer, put together."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Self

from lazai_py._chain.accounts import Signer
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.intent import Sender
from lazai_py._errors import ChainError, InputError
from lazai_py.gateway.admission import Admission
from lazai_py.gateway.counter import Counter
from lazai_py.gateway.database import Database
from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.redeemer import Redeemer
from lazai_py.gateway.redemption import Policy
from lazai_py.gateway.routes import Route
from lazai_py.gateway.settings import Limits, Service
from lazai_py.gateway.till import Till
from lazai_py.gateway.view import ChainView


class Gateway:
    """Sells calls of one service for quota of one class.

    Starts with the application that `GatewayMiddleware` protects, and stops with it; or use it in a `with` block.

    Parameters:
        dat: the token contract on its chain.
        account: the service's key: reservations are for its address, and it signs the receipts.
        class_id: the class whose quota pays.
        metric: what is used, such as `inference_calls`.
        unit: the class's word for one unit of usage.
        routes: which calls cost what.
        database: the ledger's URL, such as `sqlite:///ledger.db` or `postgresql+psycopg://host/name`. Every gateway of
            the service, in whatever process, has the same one.
        sender: pays the gas of redemptions; None when another process redeems.
        limits: bounds of sizes and times.
        policy: when to redeem.
        fsync: whether each call waits until SQLite's file is on the disk; see `database`.

    Raises:
        InputError: the limits leave no time to redeem.
        NotDeployed, ChainError: the class cannot be read.
    """

    def __init__(
        self,
        dat: DataAnchoringToken,
        account: Signer,
        *,
        class_id: int,
        metric: str,
        unit: str,
        routes: Sequence[Route],
        database: str,
        sender: Sender | None = None,
        limits: Limits | None = None,
        policy: Policy | None = None,
        fsync: bool = False,
    ) -> None:
        self.limits, policy = limits or Limits(), policy or Policy()
        if self.limits.notice <= self.limits.call + policy.before:
            raise InputError(
                f"a notice of {self.limits.notice} s leaves no time to redeem what a call of {self.limits.call} s used",
                remedy="Let Limits.notice be more than Limits.call and Policy.before together",
            )
        self.service = Service(
            account=account,
            chain_id=dat.engine.chain_id(),
            dat=dat.address,
            class_id=class_id,
            metric_name=metric,
            unit=unit,
            unit_decimals=dat.get_class_meta(class_id).unit_decimals,
        )
        self.routes = tuple(routes)
        self.ledger = Ledger(
            Database(database, fsync=fsync),
            f"{self.service.address} on chain {self.service.chain_id}, contract {dat.address}",
            lease=self.limits.lease,
            answer_age=self.limits.answer_age,
        )
        self.view = ChainView(dat, self.service.address, poll=self.limits.poll, stale=self.limits.stale)
        self.admission = Admission(self.service, self.limits, self.view)
        self.till = Till(self.service, self.limits, self.ledger)
        self.counter = Counter(self.till, self.admission)
        self.redeemer: Redeemer | None = None
        if sender is not None:
            self.redeemer = Redeemer(
                dat, sender, ledger=self.ledger, view=self.view, service=self.service.address, policy=policy
            )
        self.is_running = False
        self._alone = threading.Lock()

    def start(self) -> None:
        """Open the ledger and look at the chain; does nothing when that is done.

        Raises:
            WrongLedger: the database belongs to another service.
            LedgerUnavailable: the database does not answer.
        """
        with self._alone:
            if self.is_running:
                return
            self.ledger.open()
            # Without the chain it answers 503, and the view keeps asking.
            with suppress(ChainError):
                self.view.refresh()
            self.view.start()
            if self.redeemer is not None:
                self.redeemer.start()
            self.is_running = True

    def stop(self) -> None:
        """Stop redeeming, write what waits, and let go of the database."""
        with self._alone:
            if not self.is_running:
                return
            self.is_running = False
            if self.redeemer is not None:
                self.redeemer.stop()
            self.view.stop()
            self.ledger.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

"""The redeemer: turns vouchers into redeemed quota. May be killed at any instruction.

It keeps no state of its own. What is owed is the difference between the ledger and the chain, read again each time;
the chain pays each sum once, so a voucher that is sent twice is refused the second time, and one that was not sent is
still owed.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, UsageRecorded, Voucher, VoucherRefused
from lazai_py._contract.intent import Sender, Sent
from lazai_py._errors import ChainError, ContractError
from lazai_py._types import Address
from lazai_py.gateway.errors import LedgerUnavailable
from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.owed import Owed
from lazai_py.gateway.records import Standing
from lazai_py.gateway.redemption import Candidate, Policy, Reason, Risk, choose, risk
from lazai_py.gateway.view import ChainView
from lazai_py.metering.typed_data import NO_SESSION

_LOG = logging.getLogger("lazai_py.gateway")
# IMetering.Refusal: these can never be cured.
_DEADLINE_PASSED, _BAD_SIGNATURE = 2, 4


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What one look at what is owed led to.

    Parameters:
        vouchers: how many were sent.
        units: how many units they redeemed.
        refused: how many the chain refused.
    """

    vouchers: int = 0
    units: int = 0
    refused: int = 0

    def __add__(self, other: Redeemed) -> Redeemed:
        return Redeemed(self.vouchers + other.vouchers, self.units + other.units, self.refused + other.refused)


Item = tuple[Standing, Candidate]


class Redeemer:
    """Redeems what is owed to one service.

    Parameters:
        dat: the token contract.
        sender: pays for the gas; any account may.
        ledger: the service's.
        view: the chain as it is known; kept fresh by somebody else.
        service: the service's address.
        policy: when to redeem.
    """

    def __init__(
        self,
        dat: DataAnchoringToken,
        sender: Sender,
        *,
        ledger: Ledger,
        view: ChainView,
        service: Address,
        policy: Policy | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self._dat = dat
        self._sender = sender
        self._owed = Owed(ledger, service)
        self._view = view
        self._service = service
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def redeem(self) -> Redeemed:
        """Redeem what is due now. Does nothing while another process redeems.

        Raises:
            ChainError: the chain does not answer.
            LedgerUnavailable: the database does not answer.
        """
        if not self._owed.elect(self.policy.lease):
            return Redeemed()
        self._view.refresh()
        standings = self._owed.accounts(self._view.chain)
        self._owed.prune(standings)
        due = [item for standing in standings if (item := self._due(standing)) is not None]
        batches = (due[i : i + self.policy.batch] for i in range(0, len(due), self.policy.batch))
        return sum((self._send(batch) for batch in batches), Redeemed())

    def at_risk(self) -> list[Risk]:
        """Return what was used and is not redeemed, the most urgent first, as the chain was last seen.

        Raises:
            LedgerUnavailable: the database does not answer.
        """
        found = (self._risk(standing) for standing in self._owed.accounts())
        return sorted((each for each in found if each is not None), key=lambda each: each.until)

    def start(self) -> None:
        """Redeem from now on, in a thread."""
        self._thread = threading.Thread(target=self._run, name="redeemer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish what is being sent, and redeem no more."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self._owed.step_down()

    def _due(self, standing: Standing) -> Item | None:
        standing = self._seen(standing)
        now = self._view.now
        if not standing.until or standing.retry_at > time.time():
            return None
        chosen = choose(standing, self._candidates(standing), now, self.policy)
        return (standing, chosen) if chosen else None

    def _seen(self, standing: Standing) -> Standing:
        """Return an account with its reservation as the chain has it now."""
        reserve = self._view.look_up((standing.key.token_id, standing.key.reserver))
        is_there = reserve.until and reserve.generation == standing.key.generation
        redeemed, until = (reserve.redeemed, reserve.until) if is_there else (standing.redeemed, 0)
        if (redeemed, until) == (standing.redeemed, standing.until):
            return standing
        self._owed.saw(standing, redeemed=redeemed, until=until)
        return replace(standing, redeemed=redeemed, until=until)

    def _candidates(self, standing: Standing) -> list[Candidate]:
        return [self._candidate(standing, *kept) for kept in self._owed.vouchers(standing)]

    def _risk(self, standing: Standing) -> Risk | None:
        found = risk(standing, self._candidates(standing), self._view.now)
        if found is not None and standing.key.chain != self._view.chain:
            return replace(found, reason=Reason.ENDED)
        return found

    def _candidate(self, standing: Standing, digest: bytes, voucher: Voucher, sig: bytes, redeem_by: int) -> Candidate:
        ends, revoked_at = min(redeem_by, standing.until), 0
        if voucher.session != NO_SESSION:
            known = self._view.revoked_at(voucher.reserver, voucher.session)
            revoked_at = self._view.look_up_session(voucher.reserver, voucher.session) if known is None else known
        if revoked_at:
            ends = min(ends, revoked_at - 1)
        return Candidate(digest, voucher, sig, ends, bool(revoked_at))

    def _send(self, batch: list[Item]) -> Redeemed:
        """Send a batch; one that fails as a whole is sent in halves, until what spoils it is alone."""
        # A batch takes its time; the others must not take us for dead meanwhile.
        if not self._owed.elect(self.policy.lease):
            return Redeemed()
        for standing, chosen in batch:
            self._owed.sends(standing, chosen.voucher.cumulative)
        vouchers, signatures = [each.voucher for _, each in batch], [each.signature for _, each in batch]
        try:
            sent = self._dat.redeem(vouchers, signatures).send(self._sender)
        except ContractError as error:
            if len(batch) > 1:
                half = len(batch) // 2
                return self._send(batch[:half]) + self._send(batch[half:])
            standing, _ = batch[0]
            self._owed.failed(standing, pause=self._pause(standing.failures))
            _LOG.warning("a voucher of %s cannot be redeemed: %s", standing.key, error)
            return Redeemed(refused=1)
        return self._settled(batch, sent)

    def _settled(self, batch: Sequence[Item], sent: Sent) -> Redeemed:
        refusals = {(each.token_id, each.reserver, each.cumulative): each for each in sent.all(VoucherRefused)}
        for standing, chosen in batch:
            key = standing.key
            refused = refusals.get((key.token_id, key.reserver, chosen.voucher.cumulative))
            if refused is not None:
                self._refused(standing, chosen, refused.refusal)
            self._seen(standing)
        units = sum(each.amount for each in sent.all(UsageRecorded) if each.actor == self._service)
        return Redeemed(len(batch), units, len(refusals))

    def _refused(self, standing: Standing, chosen: Candidate, refusal: int) -> None:
        _LOG.warning("a voucher of %s over %s was refused: %s", standing.key, chosen.voucher.cumulative, refusal)
        if refusal in (_DEADLINE_PASSED, _BAD_SIGNATURE):
            self._owed.refused(chosen.digest, refusal)
        self._owed.failed(standing, pause=self._pause(standing.failures))

    def _pause(self, failures: int) -> float:
        return float(min(self.policy.longest_pause, self.policy.pause * 2 ** min(failures, 20)))

    def _run(self) -> None:
        failures = 0
        while not self._stopped.wait(self._pause(failures)):
            try:
                self.redeem()
                failures = 0
            except (ChainError, LedgerUnavailable) as error:
                failures += 1
                _LOG.warning("nothing could be redeemed: %s", error)
            except Exception:  # noqa: BLE001 - a thread that dies is noticed by nobody
                failures += 1
                _LOG.exception("nothing could be redeemed")

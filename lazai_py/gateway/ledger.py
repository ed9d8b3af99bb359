"""The ledger: what was promised, what is running, what was used. Atomic across threads and processes.

    credit = highest promise - used - held by running calls

A call is taken when the credit, its own voucher counted in, covers its amount. It holds the amount; when it ends, what
it did not use is credit again. A voucher is taken once: its digest is the call's identity. A call whose process died
counts as interrupted: it used nothing, and its voucher may be presented again.
"""

from __future__ import annotations

import time
import uuid
from concurrent.futures import Future

import sqlalchemy as sa

from lazai_py.gateway import rows, schema
from lazai_py.gateway.database import Database, Writer
from lazai_py.gateway.errors import LedgerUnavailable, Refused, WrongLedger
from lazai_py.gateway.records import Answer, Claim, Ending, Key, Record, Standing, State
from lazai_py.metering.protocol import Code

_BEATS_IN_LEASE = 4


class Ledger:
    """The ledger of one service, in one database. Several processes may share it.

    Parameters:
        database: where it is.
        service: what it is the ledger of; another service's ledger is refused.
        lease: after how many seconds without a sign of life the calls of a process count as interrupted.
        answer_age: for how many seconds answers are kept.
    """

    def __init__(self, database: Database, service: str, *, lease: float = 10.0, answer_age: float = 600.0) -> None:
        self.database = database
        self.process = uuid.uuid4().hex
        self._lease = lease
        self._answer_age = answer_age
        self._unfinished: dict[bytes, tuple[Key, Ending]] = {}
        self._service = service
        self._written: Writer | None = None

    def open(self) -> None:
        """Make the tables where they are missing, and begin to write.

        Raises:
            WrongLedger: the database belongs to another service.
            LedgerUnavailable: the database does not answer.
        """
        self._prepare()
        self._written = Writer(self.database, beat=self._beat, period=self._lease / _BEATS_IN_LEASE)

    @property
    def _writer(self) -> Writer:
        if self._written is None:
            raise LedgerUnavailable("it is not open")
        return self._written

    def accept(self, claim: Claim) -> Future[Record | None]:
        """Take a call: keep its voucher and hold its amount. The future is done when that is durable.

        Returns (from the future):
            None when the call may run now; the record when its voucher was presented before.

        Raises (from the future):
            Refused: the voucher is above the reservation, or the credit does not cover the amount.
            LedgerUnavailable: the database does not answer.
        """
        return self._writer.submit(lambda connection: self._accept(connection, claim), key=str(claim.key))

    def finish(self, key: Key, digest: bytes, ending: Ending) -> Future[Record]:
        """End a call; the future has its record when that is durable.

        A call that was taken from this process, because it gave no sign of life, is as it is in the record.
        """
        future = self._writer.submit(lambda connection: self._finish(connection, key, digest, ending), key=str(key))
        future.add_done_callback(lambda done: self._remember(done, key, digest, ending))
        return future

    def close_account(self, claim: Claim) -> Future[int]:
        """Keep a voucher over exactly what was used; the future has that sum.

        Raises (from the future):
            Refused: calls are running, or another sum was used.
        """
        return self._writer.submit(lambda connection: self._close_account(connection, claim), key=str(claim.key))

    def find(self, digest: bytes) -> tuple[Record, Answer | None] | None:
        """Return a call on record, with its answer when that was kept."""
        with self.database.reading() as connection:
            row = rows.call_row(connection, digest)
            if row is None:
                return None
            kept = connection.execute(sa.select(schema.answers).where(schema.answers.c.digest == digest)).one_or_none()
        return rows.record_of(row), rows.answer_of(kept) if kept else None

    def standing(self, key: Key) -> Standing | None:
        """Return an account, or None when nothing was ever promised in it."""
        with self.database.reading() as connection:
            return rows.standing(connection, key)

    def close(self) -> None:
        """Write what waits, and let go of the database."""
        self._writer.close()
        with self.database.writing() as connection:
            connection.execute(sa.delete(schema.processes).where(schema.processes.c.id == self.process))
        self.database.close()

    def _remember(self, done: Future[Record], key: Key, digest: bytes, ending: Ending) -> None:
        if isinstance(done.exception(), LedgerUnavailable):
            self._unfinished[digest] = (key, ending)

    # --- inside transactions ---

    def _prepare(self) -> None:
        with self.database.writing() as connection:
            if not self.database.is_sqlite:
                # Two processes that start together would both make the tables.
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(8028)"))
            schema.metadata.create_all(connection)
            rows.insert_once(connection, schema.owner, {"id": 1, "service": self._service})
            actual = connection.execute(sa.select(schema.owner.c.service)).scalar_one()
            if actual != self._service:
                raise WrongLedger(self._service, actual)
            self._beat(connection)

    def _beat(self, connection: sa.Connection) -> None:
        """Give a sign of life, and end the calls of processes that gave none."""
        now = time.time()
        mine = schema.processes.c.id == self.process
        if not connection.execute(sa.update(schema.processes).where(mine).values(seen=now)).rowcount:
            rows.insert_once(connection, schema.processes, {"id": self.process, "seen": now})
        connection.execute(sa.delete(schema.processes).where(schema.processes.c.seen < now - self._lease))
        for digest, (key, ending) in list(self._unfinished.items()):
            self._finish(connection, key, digest, ending)
            self._unfinished.pop(digest, None)
        self._interrupt(connection)
        connection.execute(sa.delete(schema.answers).where(schema.answers.c.at < now - self._answer_age))

    def _interrupt(self, connection: sa.Connection) -> None:
        table = schema.calls
        orphans = sa.and_(
            table.c.state == State.RUNNING, table.c.process.not_in(sa.select(schema.processes.c.id).scalar_subquery())
        )
        held: dict[int, int] = {}
        for row in connection.execute(sa.select(table.c.account, table.c.amount).where(orphans)):
            held[row.account] = held.get(row.account, 0) + row.amount
        for account in sorted(held):
            # Locked first, and then read again: another process may have ended these calls by now.
            locked = sa.select(schema.accounts).where(schema.accounts.c.id == account).with_for_update()
            row = connection.execute(locked).one()
            freed = connection.execute(sa.select(table.c.amount).where(orphans, table.c.account == account)).scalars()
            left = row.held - sum(freed)
            connection.execute(
                sa.update(table).where(orphans, table.c.account == account).values(state=State.INTERRUPTED)
            )
            rows.update_account(connection, account, held=left)

    def _accept(self, connection: sa.Connection, claim: Claim) -> Record | None:
        account = self._account(connection, claim)
        known = rows.call_row(connection, claim.promise.digest)
        if known is not None and known.state != State.INTERRUPTED:
            return rows.record_of(known)
        highest = max(account.highest, claim.promise.voucher.cumulative)
        used = rows.used_by(account, claim)
        self._check(connection, account, claim, credit=highest - used - account.held)
        if claim.promise.voucher.cumulative > used:
            rows.keep(connection, account.id, claim.promise)
        rows.start_call(connection, account.id, claim, self.process, again=known is not None)
        rows.update_account(
            connection, account.id, used=used, highest=highest, held=account.held + claim.amount, until=claim.until
        )
        return None

    def _finish(self, connection: sa.Connection, key: Key, digest: bytes, ending: Ending) -> Record:
        account = _there(rows.standing(connection, key, locked=True))
        row = rows.call_row(connection, digest)
        if row is None or row.state != State.RUNNING or row.process != self.process:
            # Another process has taken the call for interrupted; nobody pays for what this one did.
            return Record(
                digest, key.reserver, State.INTERRUPTED, row.request if row else rows.NOTHING, ending, account.used
            )
        used = account.used + ending.units
        rows.update_account(
            connection,
            account.id,
            used=used,
            held=account.held - row.amount,
            owed_since=account.owed_since or (time.time() if ending.units else None),
        )
        rows.end_call(connection, digest, ending, used)
        return Record(digest, key.reserver, State.DONE, row.request, ending, used)

    def _close_account(self, connection: sa.Connection, claim: Claim) -> int:
        account = self._account(connection, claim)
        if account.held or claim.promise.voucher.cumulative != account.used:
            raise Refused(Code.NOT_CLOSING)
        rows.keep(connection, account.id, claim.promise)
        return account.used

    def _check(self, connection: sa.Connection, account: Standing, claim: Claim, *, credit: int) -> None:
        over = claim.promise.voucher.cumulative - claim.reserved
        if over > 0:
            raise Refused(Code.RESERVATION_SHORT, missing=over)
        if credit < claim.amount:
            highest = rows.highest_voucher(connection, account.id, claim.promise.voucher)
            raise Refused(Code.CREDIT_SHORT, missing=claim.amount - credit, highest=highest)

    def _account(self, connection: sa.Connection, claim: Claim) -> Standing:
        account = rows.standing(connection, claim.key, locked=True)
        if account is None:
            rows.insert_once(connection, schema.accounts, rows.new_account(claim))
            account = _there(rows.standing(connection, claim.key, locked=True))
        return account


def _there(account: Standing | None) -> Standing:
    if account is None:
        raise LedgerUnavailable("an account is gone that nobody removes")
    return account

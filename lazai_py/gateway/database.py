"""One database, one writer for each process: transactions that are decided here and durable before they are answered.

SQLite runs in WAL mode: a commit outlives the process at once, and a loss of power from the next sign of life on (see
`Writer`), because syncing a disk takes longer than a call may. `fsync=True` syncs each commit. PostgreSQL follows its
own `synchronous_commit`.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from lazai_py._errors import LazAIError
from lazai_py._extras import optional
from lazai_py.gateway.errors import LedgerUnavailable

R = TypeVar("R")

_BATCH = 64
_BUSY_SECONDS = 10
_PATIENCE = 5.0


class Database:
    """A database by its URL, such as `sqlite:///ledger.db` or `postgresql+psycopg://host/name`.

    Parameters:
        url: as SQLAlchemy reads it.
        fsync: whether each commit to SQLite waits for the disk.

    Raises:
        MissingDependency: the driver of PostgreSQL is not installed.
    """

    def __init__(self, url: str, *, fsync: bool = False) -> None:
        with optional():
            self.engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._synchronous = "FULL" if fsync else "NORMAL"
        if self.is_sqlite:
            sa.event.listen(self.engine, "connect", self._prepare)
            sa.event.listen(self.engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection that sees what is committed.

        Raises:
            LedgerUnavailable: the database does not answer.
        """
        with _explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Open a transaction that commits at the end; see `reading`."""
        with (
            _explained(),
            self.engine.connect() as connection,
            connection.execution_options(writes=True).begin(),
        ):
            yield connection

    def sync(self, connection: sa.Connection) -> None:
        """Let the next commit on a connection wait for the disk, with all commits before it."""
        if self.is_sqlite:
            _driver(connection).execute("PRAGMA synchronous=FULL")

    def relax(self, connection: sa.Connection) -> None:
        """Take `sync` back."""
        if self.is_sqlite:
            _driver(connection).execute(f"PRAGMA synchronous={self._synchronous}")

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    def _prepare(self, connection: Any, *_: object) -> None:
        # The driver's own idea of when a transaction begins is too late: see `_begin`.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={self._synchronous}")
        connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later must be alone from its start: other processes write as well.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _driver(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerUnavailable(str(error).splitlines()[0]) from error


class _Order(Generic[R]):
    """Something to be written, and who waits for it."""

    def __init__(self, write: Callable[[sa.Connection], R], key: str) -> None:
        self.write = write
        self.key = key
        self.future: Future[R] = Future()
        # Who waits may be cancelled; what was ordered is written all the same.
        self.future.set_running_or_notify_cancel()
        self._outcome: R | None = None
        self._refusal: LazAIError | None = None

    def run(self, connection: sa.Connection) -> None:
        """Write. A refusal is decided before anything is written, so the batch goes on."""
        self._outcome = self._refusal = None
        try:
            self._outcome = self.write(connection)
        except LazAIError as error:
            self._refusal = error

    def answer(self) -> None:
        """Tell who waits; only once the transaction is committed."""
        if self._refusal is not None:
            self.future.set_exception(self._refusal)
        else:
            self.future.set_result(self._outcome)  # type: ignore[arg-type]


def _fail(batch: list[_Order[Any]], error: BaseException) -> None:
    """Tell who waits that nothing was written."""
    for order in batch:
        order.future.set_exception(error)


class Writer:
    """The thread that writes: what waits together is committed together.

    Parameters:
        database: where to.
        beat: called in a transaction of its own every `period` seconds, which is synced to the disk.
        period: in seconds.
    """

    def __init__(self, database: Database, *, beat: Callable[[sa.Connection], object], period: float) -> None:
        self._database = database
        self._beat = beat
        self._period = period
        self._orders: queue.SimpleQueue[_Order[Any] | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._beating = threading.Thread(target=self._beat_on, name="ledger-beat", daemon=True)
        self._thread = threading.Thread(target=self._run, name="ledger-writer", daemon=True)
        self._thread.start()
        self._beating.start()

    def submit(self, write: Callable[[sa.Connection], R], *, key: str = "") -> Future[R]:
        """Have `write` run in a transaction; the future is done when it is committed.

        Parameters:
            write: decides first and writes then; may run again when the first try could not be committed.
            key: what it locks; writers in several processes lock in the same order, so that none waits in a circle.

        Raises (from the future):
            LedgerUnavailable: the database does not answer.
            LazAIError: what `write` raised.
        """
        order = _Order(write, key)
        self._orders.put(order)
        return order.future

    def close(self) -> None:
        """Write what waits, and stop."""
        self._closed.set()
        self._orders.put(None)
        self._thread.join(_PATIENCE)
        self._beating.join(_PATIENCE)

    def _run(self) -> None:
        while (first := self._orders.get()) is not None:
            batch, end = [first], False
            while len(batch) < _BATCH and not end:
                try:
                    order = self._orders.get_nowait()
                except queue.Empty:
                    break
                if order is None:
                    end = True
                else:
                    batch.append(order)
            self._write(sorted(batch, key=lambda order: order.key))
            if end:
                return

    def _write(self, batch: list[_Order[Any]]) -> None:
        try:
            with self._database.writing() as connection:
                for order in batch:
                    order.run(connection)
        except LedgerUnavailable as error:
            self._write_singly(batch, error)
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of it, and the thread goes on
            _fail(batch, error)
        else:
            for order in batch:
                order.answer()

    def _write_singly(self, batch: list[_Order[Any]], error: LedgerUnavailable) -> None:
        """Try each alone: one of them may be what the database does not take."""
        if len(batch) == 1:
            _fail(batch, error)
            return
        for order in batch:
            self._write([order])

    def _beat_on(self) -> None:
        while not self._closed.wait(self._period):
            try:
                self._beat_once()
            except LedgerUnavailable:
                # Calls hear of it by themselves; the next beat may find the database again.
                continue

    def _beat_once(self) -> None:
        with _explained(), self._database.engine.connect() as connection:
            self._database.sync(connection)
            try:
                with connection.execution_options(writes=True).begin():
                    self._beat(connection)
            finally:
                self._database.relax(connection)

"""Rows of the ledger: read, written, and turned into what they stand for."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py.gateway import schema
from lazai_py.gateway.records import Answer, Claim, Ending, Key, Promise, Record, Standing, State

NOTHING = bytes(32)

# Statements of the hot path are built once: building one takes longer than running it.
_STANDING = sa.select(schema.accounts).where(
    *(schema.accounts.c[name] == sa.bindparam(name) for name in ("chain", "token_id", "reserver", "generation"))
)
_STANDING_LOCKED = _STANDING.with_for_update()
_UPDATE_ACCOUNT = sa.update(schema.accounts).where(schema.accounts.c.id == sa.bindparam("account"))
_INSERT_CALL = sa.insert(schema.calls)
_UPDATE_CALL = sa.update(schema.calls).where(schema.calls.c.digest == sa.bindparam("of"))
_CALL = (
    sa.select(schema.calls, schema.accounts.c.reserver)
    .join(schema.accounts)
    .where(schema.calls.c.digest == sa.bindparam("of"))
)


def standing_of(row: sa.Row[Any]) -> Standing:
    """Return an account from its row."""
    values = dict(row._mapping)
    key = Key(values.pop("chain"), values.pop("token_id"), values.pop("reserver"), values.pop("generation"))
    return Standing(key=key, **values)


def standing(connection: sa.Connection, key: Key, *, locked: bool = False) -> Standing | None:
    """Return an account; `locked`, where the database has locks for rows, until the transaction ends."""
    values = {"chain": key.chain, "token_id": key.token_id, "reserver": key.reserver, "generation": key.generation}
    row = connection.execute(_STANDING_LOCKED if locked else _STANDING, values).one_or_none()
    return standing_of(row) if row else None


def new_account(claim: Claim) -> dict[str, object]:
    """Return the values of an account in which nothing was promised yet."""
    key = claim.key
    identity = {"chain": key.chain, "token_id": key.token_id, "reserver": key.reserver, "generation": key.generation}
    sums = dict.fromkeys(("used", "held", "highest", "sent", "redeemed"), 0)
    return identity | sums | {"until": claim.until, "redeemed_at": 0.0, "retry_at": 0.0, "failures": 0}


def used_by(account: Standing, claim: Claim) -> int:
    """Return what is used up in an account, as ledger and chain together have it."""
    # More was redeemed than we ever sent: by a gateway with another database, or before this one was restored. What
    # the chain has paid out is used up, whoever served it.
    return max(account.used, claim.redeemed) if claim.redeemed > account.sent else account.used


def highest_voucher(connection: sa.Connection, account: int, like: Voucher) -> tuple[Voucher, bytes] | None:
    """Return the highest voucher of an account with its signature; what accounts say is as in `like`."""
    table = schema.vouchers
    best = sa.select(table).where(table.c.account == account).order_by(table.c.cumulative.desc()).limit(1)
    row = connection.execute(best).one_or_none()
    return (voucher_of(row, like), row.signature) if row else None


def voucher_of(row: sa.Row[Any], like: Voucher) -> Voucher:
    """Return a voucher from its row; what its account says is as in a voucher `like` it."""
    return replace(
        like,
        session=row.session,
        metric=row.metric,
        cumulative=row.cumulative,
        deadline=row.deadline,
        call=row.call,
    )


def keep(connection: sa.Connection, account: int, promise: Promise) -> None:
    """Keep a voucher."""
    voucher = promise.voucher
    values = {
        "digest": promise.digest,
        "account": account,
        "session": voucher.session,
        "metric": voucher.metric,
        "cumulative": voucher.cumulative,
        "deadline": voucher.deadline,
        "call": voucher.call,
        "signature": promise.signature,
        "redeem_by": promise.redeem_by,
    }
    insert_once(connection, schema.vouchers, values)


def start_call(connection: sa.Connection, account: int, claim: Claim, process: str, *, again: bool) -> None:
    """Put a call on record as running; `again` when it was interrupted before."""
    digest = claim.promise.digest
    if again:
        connection.execute(_UPDATE_CALL, {"of": digest, "state": State.RUNNING, "process": process})
        return
    values = {"digest": digest, "account": account, "process": process, "state": State.RUNNING}
    sums = {"amount": claim.amount, "units": 0, "used": 0, "time": 0, "truncated": False}
    connection.execute(_INSERT_CALL, values | sums | {"request": claim.request, "response": NOTHING})


def end_call(connection: sa.Connection, digest: bytes, ending: Ending, used: int) -> None:
    """Put the end of a call on record; `used` is all that was used in its account."""
    values = {"units": ending.units, "response": ending.response, "truncated": ending.truncated, "time": ending.time}
    connection.execute(_UPDATE_CALL, {"of": digest, "state": State.DONE, "used": used} | values)
    if ending.answer is not None:
        headers = json.dumps(
            [[name.decode("latin-1"), value.decode("latin-1")] for name, value in ending.answer.headers]
        )
        kept = {"status": ending.answer.status, "headers": headers.encode(), "body": ending.answer.body}
        insert_once(connection, schema.answers, {"digest": digest, "at": time.time()} | kept)


def update_account(connection: sa.Connection, account: int, **values: object) -> None:
    """Write values of an account."""
    connection.execute(_UPDATE_ACCOUNT, {"account": account} | values)


def insert_once(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert a row unless one with its key is there."""
    connection.execute(_insertion(table, connection.dialect.name), values)


@lru_cache
def _insertion(table: sa.Table, dialect: str) -> sa.Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing()


def call_row(connection: sa.Connection, digest: bytes) -> sa.Row[Any] | None:
    """Return the row of a call, with its reserver."""
    return connection.execute(_CALL, {"of": digest}).one_or_none()


def record_of(row: sa.Row[Any]) -> Record:
    """Return a call from its row."""
    ending = Ending(units=row.units, response=row.response, truncated=row.truncated, time=row.time)
    return Record(row.digest, row.reserver, State(row.state), row.request, ending, row.used)


def answer_of(row: sa.Row[Any]) -> Answer:
    """Return a kept answer from its row."""
    headers = tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in json.loads(row.headers))
    return Answer(row.status, headers, row.body)

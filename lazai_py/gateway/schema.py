"""The tables of the ledger.

Amounts go up to 2**96 and token ids to 2**256, beyond the integers of databases: they are kept as digits of a fixed
width, which compare as the numbers do.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

_UINT96_DIGITS = 29
_WORD_DIGITS = 64


class Units(TypeDecorator[int]):
    """An amount of quota in smallest units, below 10**29."""

    impl = String(_UINT96_DIGITS)
    cache_ok = True

    def process_bind_param(self, value: int | None, _: Dialect) -> str | None:
        """Return the digits."""
        return None if value is None else f"{value:0{_UINT96_DIGITS}d}"

    def process_result_value(self, value: str | None, _: Dialect) -> int | None:
        """Return the number."""
        return None if value is None else int(value)


class Word(TypeDecorator[int]):
    """A number of 256 bits."""

    impl = String(_WORD_DIGITS)
    cache_ok = True

    def process_bind_param(self, value: int | None, _: Dialect) -> str | None:
        """Return the digits."""
        return None if value is None else f"{value:0{_WORD_DIGITS}x}"

    def process_result_value(self, value: str | None, _: Dialect) -> int | None:
        """Return the number."""
        return None if value is None else int(value, 16)


metadata = MetaData()

owner = Table(
    "owner",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("service", String(200), nullable=False),
)
"""One row: whose ledger this is."""

processes = Table(
    "processes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("seen", Float, nullable=False),
)
"""The gateway processes that live, and when each gave its last sign of life."""

leases = Table(
    "leases",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("until", Float, nullable=False),
)
"""What one process at a time does: redeeming."""

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chain", LargeBinary(32), nullable=False),
    Column("token_id", Word, nullable=False),
    Column("reserver", String(42), nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("used", Units, nullable=False),
    Column("held", Units, nullable=False),
    Column("highest", Units, nullable=False),
    Column("sent", Units, nullable=False),
    Column("redeemed", Units, nullable=False),
    Column("redeemed_at", Float, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("owed_since", Float),
    Column("retry_at", Float, nullable=False),
    Column("failures", Integer, nullable=False),
    UniqueConstraint("chain", "token_id", "reserver", "generation"),
)
"""One generation of a reservation.

used: by calls that ended; held: the caps of calls that run; highest: the highest cumulative amount that was promised;
sent: the highest that a redeemer of ours sent to the chain; redeemed, redeemed_at, until: as the chain was last seen;
owed_since: when something was used that is not redeemed yet; retry_at, failures: the redeemer's patience.
`chain` is the hash of the first block: a local chain that starts again has the old one's id and other reservations.
"""

vouchers = Table(
    "vouchers",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("account", ForeignKey("accounts.id"), nullable=False),
    Column("session", String(42), nullable=False),
    Column("metric", LargeBinary(32), nullable=False),
    Column("cumulative", Units, nullable=False),
    Column("deadline", Word, nullable=False),
    Column("call", LargeBinary(32), nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("redeem_by", BigInteger, nullable=False),
    Column("refusal", Integer),
    Index("vouchers_by_sum", "account", "cumulative"),
)
"""The promises.

redeem_by: the last second at which voucher and session count; refusal: why the chain did not take it.
"""

calls = Table(
    "calls",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("account", ForeignKey("accounts.id"), nullable=False),
    Column("process", String(32), nullable=False),
    Column("state", String(11), nullable=False),
    Column("amount", Units, nullable=False),
    Column("request", LargeBinary(32), nullable=False),
    Column("units", Units, nullable=False),
    Column("used", Units, nullable=False),
    Column("response", LargeBinary(32), nullable=False),
    Column("truncated", Boolean, nullable=False),
    Column("time", BigInteger, nullable=False),
    Index("calls_by_state", "state", "process"),
    Index("calls_by_account", "account"),
)
"""Every paid call, known by the digest of its voucher; running, done or interrupted."""

answers = Table(
    "answers",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("status", Integer, nullable=False),
    Column("headers", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Float, nullable=False),
    Index("answers_by_age", "at"),
)
"""Small answers, so that a retry gets the same again."""

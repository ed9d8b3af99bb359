"""The ledger as the redeemer sees it: what is owed, by which vouchers, and who of several processes redeems."""

from __future__ import annotations

import time
from collections.abc import Iterable

import sqlalchemy as sa

from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._types import Address
from lazai_py.gateway import schema
from lazai_py.gateway.ledger import Ledger
from lazai_py.gateway.records import Standing
from lazai_py.gateway.rows import insert_once, standing_of, voucher_of

_REDEEMING = "redeeming"
# A redemption can be undone by a reorganisation for about so long.
_REORG_SECONDS = 600.0

Kept = tuple[bytes, Voucher, bytes, int]
"""Digest, voucher, signature, and the last second at which voucher and session count."""


class Owed:
    """What is owed to one service.

    Parameters:
        ledger: the service's.
        service: its address.
    """

    def __init__(self, ledger: Ledger, service: Address) -> None:
        self._ledger = ledger
        self._database = ledger.database
        self._service = service

    def elect(self, seconds: float) -> bool:
        """Whether this process is the one that redeems, for so many seconds from now on."""
        now, table = time.time(), schema.leases
        mine = table.c.name == _REDEEMING
        with self._database.writing() as connection:
            insert_once(connection, table, {"name": _REDEEMING, "holder": "", "until": 0.0})
            row = connection.execute(sa.select(table).where(mine).with_for_update()).one()
            if row.holder != self._ledger.process and row.until >= now:
                return False
            values = {"holder": self._ledger.process, "until": now + seconds}
            connection.execute(sa.update(table).where(mine).values(**values))
        return True

    def step_down(self) -> None:
        """Let another process redeem."""
        table = schema.leases
        with self._database.writing() as connection:
            mine = sa.and_(table.c.name == _REDEEMING, table.c.holder == self._ledger.process)
            connection.execute(sa.update(table).where(mine).values(until=0.0))

    def accounts(self, chain: bytes | None = None) -> list[Standing]:
        """Return the accounts in which something is owed, or was redeemed so lately that it may be undone.

        Parameters:
            chain: the first block of the only chain that is meant; None for all.
        """
        table = schema.accounts.c
        lately = table.redeemed_at > time.time() - _REORG_SECONDS
        wanted = sa.select(schema.accounts).where(sa.or_(table.used > table.redeemed, lately)).order_by(table.id)
        if chain is not None:
            wanted = wanted.where(table.chain == chain)
        with self._database.reading() as connection:
            return [standing_of(row) for row in connection.execute(wanted)]

    def vouchers(self, standing: Standing) -> list[Kept]:
        """Return an account's vouchers above what is redeemed that the chain has not refused, the smallest first."""
        table = schema.vouchers
        wanted = (
            sa.select(table)
            .where(table.c.account == standing.id, table.c.refusal.is_(None), table.c.cumulative > standing.redeemed)
            .order_by(table.c.cumulative)
        )
        key = standing.key
        like = Voucher(
            token_id=key.token_id,
            reserver=key.reserver,
            service=self._service,
            session=key.reserver,
            generation=key.generation,
            metric=b"",
            cumulative=0,
            deadline=0,
            call=b"",
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [(row.digest, voucher_of(row, like), row.signature, row.redeem_by) for row in rows]

    def saw(self, standing: Standing, *, redeemed: int, until: int) -> None:
        """Put on record how a reservation stands on the chain."""
        values: dict[str, object] = {"redeemed": redeemed, "until": until}
        if redeemed > standing.redeemed:
            values |= {"redeemed_at": time.time(), "retry_at": 0.0, "failures": 0}
            values["owed_since"] = None if redeemed >= standing.used else time.time()
        elif redeemed < standing.redeemed:
            values["owed_since"] = time.time()
        self._set(standing.id, values)

    def sends(self, standing: Standing, cumulative: int) -> None:
        """Put on record, before it is sent, up to where this ledger redeems."""
        if cumulative > standing.sent:
            self._set(standing.id, {"sent": cumulative})

    def failed(self, standing: Standing, *, pause: float) -> None:
        """Leave an account alone for a while."""
        self._set(standing.id, {"failures": standing.failures + 1, "retry_at": time.time() + pause})

    def refused(self, digest: bytes, refusal: int) -> None:
        """Put on record that the chain refused a voucher for good."""
        mine = schema.vouchers.c.digest == digest
        with self._database.writing() as connection:
            connection.execute(sa.update(schema.vouchers).where(mine).values(refusal=refusal))

    def prune(self, accounts: Iterable[Standing]) -> None:
        """Forget vouchers that the rule can never choose: those below the highest that promises what was used."""
        table = schema.vouchers
        with self._database.writing() as connection:
            for standing in accounts:
                mine = sa.and_(table.c.account == standing.id, table.c.refusal.is_(None))
                fits = sa.select(sa.func.max(table.c.cumulative)).where(mine, table.c.cumulative <= standing.used)
                best = connection.execute(fits).scalar()
                if best is not None:
                    # Another voucher over the same sum may be the only one whose session lasts.
                    connection.execute(sa.delete(table).where(mine, table.c.cumulative < best))

    def _set(self, account: int, values: dict[str, object]) -> None:
        with self._database.writing() as connection:
            connection.execute(sa.update(schema.accounts).where(schema.accounts.c.id == account).values(**values))

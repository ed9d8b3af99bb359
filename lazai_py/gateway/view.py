"""What the gateway knows of the chain: reservations and revoked sessions, kept fresh by block in a thread of its own.

A call reads what is here and never asks the chain. Only the first contact of a reservation or session does, and a
voucher that is ahead of what is known: these lookups are rationed.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

from lazai_py._chain.engine import Block, Call, LogFilter
from lazai_py._contract.bindings.data_anchoring_token import (
    DataAnchoringToken,
    Released,
    Reserved,
    SessionRevoked,
    UsageRecorded,
)
from lazai_py._contract.decode import decode_events
from lazai_py._errors import ChainError, ContractError
from lazai_py._types import Address

_LOG = logging.getLogger("lazai_py.gateway")
_GAP = 1000
# The contract lets a wallet spend so much on its answer; asked here, it must make do with a bit less.
_WALLET_GAS = 100_000
_ERC1271 = bytes.fromhex("1626ba7e")
_TOPICS = (Reserved.TOPIC, Released.TOPIC, UsageRecorded.TOPIC, SessionRevoked.TOPIC)

Place = tuple[int, Address]
"""A reservation for this service: its token and its reserver."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """A reservation as the chain has it; `until` is 0 when there is none."""

    amount: int
    redeemed: int
    until: int
    generation: int


class ChainView:
    """A cached view of the reservations for one service.

    Parameters:
        dat: the token contract.
        service: whom the reservations are for.
        poll: seconds between two looks at the chain.
        stale: after how many seconds without an answer the view is too old to serve by.
    """

    def __init__(self, dat: DataAnchoringToken, service: Address, *, poll: float = 1.0, stale: float = 30.0) -> None:
        self._dat = dat
        self._service = service
        self._poll = poll
        self._stale = stale
        self._alone = threading.Lock()
        self._reserves: dict[Place, Reserve] = {}
        self._revoked: dict[tuple[Address, Address], int] = {}
        self._loose: set[Place] = set()
        self._loose_sessions: set[tuple[Address, Address]] = set()
        self._latest: Block | None = None
        self._seen_at = 0.0
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self.chain = b""

    # --- read on the hot path ---

    @property
    def is_fresh(self) -> bool:
        """Whether the chain has answered lately."""
        return self._latest is not None and time.monotonic() - self._seen_at <= self._stale

    @property
    def now(self) -> int:
        """The chain's time: that of its latest block and what has passed since, or ours when that is later."""
        if self._latest is None:
            return int(time.time())
        return max(int(time.time()), int(self._latest.timestamp + time.monotonic() - self._seen_at))

    def reserve(self, place: Place) -> Reserve | None:
        """Return what is known of a reservation; None when it has to be looked up."""
        return self._reserves.get(place)

    def revoked_at(self, reserver: Address, session: Address) -> int | None:
        """Return from when on a session is revoked, 0 when it is not; None when that has to be looked up."""
        return self._revoked.get((reserver, session))

    # --- asks the chain ---

    def look_up(self, place: Place) -> Reserve:
        """Return a reservation as the chain has it now, and remember it.

        Raises:
            ChainError: the chain does not answer.
        """
        with self._alone:
            return self._read(place)

    def look_up_session(self, reserver: Address, session: Address) -> int:
        """Return from when on a session is revoked, 0 when it is not, and remember it; see `look_up`."""
        with self._alone:
            return self._read_session(reserver, session)

    def wallet_accepts(self, wallet: Address, digest: bytes, signature: bytes) -> bool:
        """Whether a contract takes a signature for its own (ERC-1271), now.

        Raises:
            ChainError: the chain does not answer.
        """
        padded = signature.ljust(-(-len(signature) // 32) * 32, b"\0")
        data = _ERC1271 + digest + (64).to_bytes(32) + len(signature).to_bytes(32) + padded
        try:
            answer = self._dat.engine.call(Call(wallet, data, gas=_WALLET_GAS))
        except ContractError:
            return False
        return answer[:32] == _ERC1271.ljust(32, b"\0")

    def refresh(self) -> None:
        """Look at the chain once, and read again what has changed.

        Raises:
            ChainError: the chain does not answer.
        """
        with self._alone:
            engine = self._dat.engine
            block = engine.block()
            if self._latest is None or block.hash != self._latest.hash:
                self._advance(self._latest, block)
            self._settle(block)
            self._latest, self._seen_at = block, time.monotonic()

    def start(self) -> None:
        """Keep the view fresh from now on."""
        self._thread = threading.Thread(target=self._run, name="chain-view", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Leave the view as it is."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(self._stale)

    # --- inside the lock ---

    def _advance(self, before: Block | None, block: Block) -> None:
        chain = bytes.fromhex(self._dat.engine.block(0).hash[2:])
        if chain != self.chain:
            # Another chain under the old one's id, such as a local one that was started again.
            self._reserves.clear()
            self._revoked.clear()
            self.chain = chain
        elif before is None or self._is_gone(before, block) or block.number - before.number > _GAP:
            self._read_again(list(self._reserves), list(self._revoked))
        else:
            self._follow(before.number + 1, block.number)

    def _settle(self, block: Block) -> None:
        """Read again what was read from blocks that are not followed, such as those after the latest one then."""
        if not self._loose and not self._loose_sessions:
            return
        self._read_again(self._loose & self._reserves.keys(), self._loose_sessions & self._revoked.keys())
        if self._dat.engine.block().hash == block.hash:
            self._loose.clear()
            self._loose_sessions.clear()

    def _is_gone(self, before: Block, block: Block) -> bool:
        return block.number <= before.number or self._dat.engine.block(before.number).hash != before.hash

    def _follow(self, first: int, last: int) -> None:
        logs = self._dat.engine.logs(LogFilter(self._dat.address, (_TOPICS,), first, last))
        places: set[Place] = set()
        sessions: set[tuple[Address, Address]] = set()
        for event in decode_events(logs, {self._dat.address: DataAnchoringToken}):
            match event:
                case Reserved(service=self._service) | Released(service=self._service):
                    places.add((event.token_id, event.reserver))
                case UsageRecorded(actor=self._service):
                    places.update(place for place in list(self._reserves) if place[0] == event.token_id)
                case SessionRevoked():
                    sessions.add((event.reserver, event.key))
        self._read_again(places & self._reserves.keys(), sessions & self._revoked.keys())

    def _read_again(self, places: Iterable[Place], sessions: Iterable[tuple[Address, Address]]) -> None:
        for place in places:
            self._read(place)
        for reserver, session in sessions:
            self._read_session(reserver, session)

    def _read(self, place: Place) -> Reserve:
        found = Reserve(*self._dat.reservation_of(*place, self._service))
        self._loose.add(place)
        if found.until:
            self._reserves[place] = found
        else:
            self._reserves.pop(place, None)
        return found

    def _read_session(self, reserver: Address, session: Address) -> int:
        self._loose_sessions.add((reserver, session))
        revoked_at = self._revoked[reserver, session] = self._dat.session_revoked_at(reserver, session)
        return revoked_at

    def _run(self) -> None:
        while not self._stopped.wait(self._poll):
            try:
                self.refresh()
            except (ChainError, ContractError):
                # The view grows old meanwhile, and says so.
                continue
            except Exception:  # noqa: BLE001 - a thread that dies is noticed by nobody
                _LOG.exception("the chain could not be read")

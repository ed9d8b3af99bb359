"""Making blocks of transactions, one each unless they are told to share one, for the chain in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from lazai_py._chain.engine import Block, Call, Log, Receipt, Simulation
from lazai_py._chain.history import History
from lazai_py._chain.machine import Machine, Outcome, Unmineable
from lazai_py._errors import InputError, InsufficientFunds, NonceConflict, RpcError
from lazai_py._types import NATIVE, Address, Hash, Wei, keccak

BLOCK_GAS = 30_000_000
_NO_HASH = Hash("0x" + "0" * 64)


@dataclass(frozen=True, slots=True)
class Queued:
    """A transaction on its way into a block; its call has a sender and a gas limit.

    Parameters:
        price: what it pays for each gas, in wei.
        most: what it would pay at most.
    """

    tx_hash: Hash
    sender: Address
    call: Call
    nonce: int
    price: int
    most: int

    @property
    def worst_cost(self) -> int:
        """What the sender must have."""
        return (self.call.gas or 0) * self.most + self.call.value


@dataclass(frozen=True, slots=True)
class Mark:
    """What a snapshot remembers."""

    checkpoint: object
    blocks: int
    nonces: dict[Address, int]


class BlockMaker:
    """Runs transactions in the order of their nonces and keeps what became of them.

    Parameters:
        chain_id: the chain's id.
        timestamp: of the first block, in seconds since 1970.
    """

    def __init__(self, chain_id: int, timestamp: int) -> None:
        self.machine = Machine(chain_id, BLOCK_GAS)
        self.history = History(Block(0, _block_hash(0, timestamp, _NO_HASH), timestamp, 0, BLOCK_GAS))
        self.nonces: dict[Address, int] = {}
        self._queue: dict[tuple[Address, int], Queued] = {}
        self._next_time: int | None = None
        self._shared: Block | None = None

    def enter_latest(self) -> None:
        """Let what is tried see the latest block, as reads do."""
        self.machine.set_block(self.history.latest.number, self.history.latest.timestamp)

    def enter_next(self) -> None:
        """Let what is tried see the next block, as a transaction would."""
        following = self._following()
        self.machine.set_block(following.number, following.timestamp)

    def trial(self, call: Call) -> Outcome:
        """Return what a call would do; nothing of it stays."""
        return self.trials([call])[0]

    def trials(self, calls: Sequence[Call]) -> list[Outcome]:
        """Return what calls would do one after another; nothing of it stays."""
        nonces = dict(self.nonces)
        outcomes = []
        with self.machine.undone():
            for call in calls:
                sender = call.sender or NATIVE
                nonce = nonces.get(sender, 0)
                outcomes.append(self._run(call, nonce, price=0))
                nonces[sender] = nonce + 1
        return outcomes

    def admit(self, queued: Queued) -> Hash:
        """Take a transaction, and mine it and what waited for it as soon as its nonce is next.

        Raises:
            NonceConflict, InsufficientFunds, RpcError: no block could ever hold it.
        """
        if self.is_known(queued.tx_hash):
            return queued.tx_hash
        place = (queued.sender, queued.nonce)
        if queued.nonce < self.nonces.get(queued.sender, 0):
            raise NonceConflict(queued.sender, queued.nonce, "nonce too low")
        if place in self._queue:
            raise NonceConflict(queued.sender, queued.nonce, "another transaction waits with this nonce")
        balance = self.machine.balance(queued.sender)
        if balance < queued.worst_cost:
            raise InsufficientFunds(queued.sender, Wei(balance), Wei(queued.worst_cost))
        self.enter_next()
        self.trial(queued.call)
        self._queue[place] = queued
        self._mine_ready(queued.sender)
        return queued.tx_hash

    def is_known(self, tx_hash: Hash) -> bool:
        """Whether a transaction is mined or waits."""
        return self.history.receipt(tx_hash) is not None or any(
            each.tx_hash == tx_hash for each in self._queue.values()
        )

    def mine_empty(self) -> None:
        """Add a block without transactions."""
        self.history.append(self._close())

    def set_next_time(self, timestamp: int) -> None:
        """Fix the next block's timestamp.

        Raises:
            InputError: it is not later than the latest block's.
        """
        latest = self.history.latest.timestamp
        if timestamp <= latest:
            raise InputError(
                f"{timestamp} is not later than the latest block's timestamp {latest}",
                remedy="Pass a later time, or revert to a snapshot",
            )
        self._next_time = timestamp

    @contextmanager
    def one_block(self) -> Iterator[None]:
        """Put all transactions of a `with` block into one block. Reads see it as the latest from its first one on."""
        self._shared = self._close()
        try:
            yield
        finally:
            self._shared = None

    def mark(self) -> Mark:
        """Return what `restore` needs to come back here."""
        return Mark(self.machine.snapshot(), len(self.history.blocks), dict(self.nonces))

    def restore(self, mark: Mark) -> None:
        """Go back to a mark; what waits for a gap to be filled is dropped."""
        self.machine.revert(mark.checkpoint)
        self.history.forget_after(mark.blocks)
        self.nonces = dict(mark.nonces)
        self._queue.clear()
        self._next_time = None

    def _run(self, call: Call, nonce: int, *, price: int) -> Outcome:
        try:
            return self.machine.run(call, nonce=nonce, price=price)
        except Unmineable as error:
            if "LackOfFund" in str(error) and call.sender:
                have = Wei(self.machine.balance(call.sender))
                raise InsufficientFunds(call.sender, have, Wei(call.value)) from None
            raise RpcError("revm", -32000, str(error)) from None

    def _mine_ready(self, sender: Address) -> None:
        while queued := self._queue.pop((sender, self.nonces.get(sender, 0)), None):
            # It may have become too poor while it waited; nodes drop such transactions as well.
            if self.machine.balance(sender) >= queued.worst_cost:
                self._mine(queued)

    def _mine(self, queued: Queued) -> None:
        self.enter_next()
        outcome = self._run(queued.call, queued.nonce, price=queued.price)
        self.machine.charge(queued.sender, outcome.gas_used * queued.price)
        self.nonces[queued.sender] = queued.nonce + 1
        block = self._close()
        receipt = _receipt(queued, outcome, block)
        self.history.append(block, receipt, None if outcome.ok else simulation(outcome, block.number))

    def _close(self) -> Block:
        following = self._following()
        self._next_time = None
        return following

    def _following(self) -> Block:
        if self._shared is not None:
            return self._shared
        latest = self.history.latest
        timestamp = latest.timestamp + 1 if self._next_time is None else self._next_time
        number = latest.number + 1
        return replace(latest, number=number, timestamp=timestamp, hash=_block_hash(number, timestamp, latest.hash))


def simulation(outcome: Outcome, block_number: int, tx_hash: Hash = _NO_HASH) -> Simulation:
    """Return an outcome in the seam's words."""
    logs = _logs(outcome, block_number, tx_hash)
    return Simulation(outcome.ok, outcome.data, outcome.gas_used, logs, outcome.reason)


def _receipt(queued: Queued, outcome: Outcome, block: Block) -> Receipt:
    return Receipt(
        tx_hash=queued.tx_hash,
        block_number=block.number,
        block_hash=block.hash,
        status=int(outcome.ok),
        gas_used=outcome.gas_used,
        effective_gas_price=queued.price,
        sender=queued.sender,
        to=queued.call.to,
        contract_address=outcome.created,
        logs=_logs(outcome, block.number, queued.tx_hash),
    )


def _logs(outcome: Outcome, block_number: int, tx_hash: Hash) -> tuple[Log, ...]:
    return tuple(
        Log(event.address, event.topics, event.data, block_number, tx_hash, index)
        for index, event in enumerate(outcome.events)
    )


def _block_hash(number: int, timestamp: int, parent: Hash) -> Hash:
    return Hash("0x" + keccak(f"{number} {timestamp} {parent}".encode()).hex())

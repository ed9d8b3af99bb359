"""The engine in this process: a chain without a node, on revm. A transaction is a block, but within `one_block`."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import wraps
from itertools import count
from typing import Concatenate, ParamSpec, TypeVar

from lazai_py._chain.block_maker import BLOCK_GAS, BlockMaker, Mark, Queued, simulation
from lazai_py._chain.engine import Block, BlockTag, Call, Fees, Log, LogFilter, Quote, Receipt, Simulation
from lazai_py._chain.gas import with_headroom
from lazai_py._chain.nonces import forget_lines
from lazai_py._chain.reverts import standard_revert
from lazai_py._chain.transaction import Signed, read
from lazai_py._errors import ChainMismatch, InputError, LazAIError, RpcError, Unsupported
from lazai_py._types import NATIVE, Address, Hash, keccak

_P = ParamSpec("_P")
_R = TypeVar("_R")

_GAS_PRICE = 10**9


def _alone(method: Callable[Concatenate[RevmEngine, _P], _R]) -> Callable[Concatenate[RevmEngine, _P], _R]:
    """Let one thread at a time into the chain."""

    @wraps(method)
    def locked(self: RevmEngine, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with self.lock:
            return method(self, *args, **kwargs)

    return locked


class RevmEngine:
    """A `DevEngine` without a node.

    Parameters:
        chain_id: the chain's id.
        accounts: the accounts that it signs for, each with `balance` wei to start with.
        balance: in wei.
        timestamp: of the first block, in seconds since 1970; left out, now. Each block is one second later than
            the one before, whatever the clock on the wall says, so that a run can be repeated exactly.

    Raises:
        MissingDependency: pyrevm is not there.
    """

    def __init__(
        self,
        *,
        chain_id: int = 31337,
        accounts: Sequence[Address] = (),
        balance: int = 10_000 * 10**18,
        timestamp: int | None = None,
    ) -> None:
        self.lock = threading.RLock()
        self._chain_id = chain_id
        self._maker = BlockMaker(chain_id, int(time.time()) if timestamp is None else timestamp)
        self._accounts = list(accounts)
        self._impersonated: set[Address] = set()
        self._marks: dict[str, Mark] = {}
        self._names = map(hex, count(1))
        for account in accounts:
            self._maker.machine.set_balance(account, balance)

    @property
    def is_local(self) -> bool:
        """See `Engine.is_local`."""
        return True

    def chain_id(self) -> int:
        """See `Engine.chain_id`."""
        return self._chain_id

    @_alone
    def call(self, tx: Call, *, block: BlockTag = "latest") -> bytes:
        """See `Engine.call`."""
        latest = self._maker.history.latest.number
        if self._maker.history.number(block) != latest:
            raise Unsupported(f"reading the state of block {block} when {latest} is the latest", "revm")
        self._maker.enter_latest()
        outcome = self._maker.trial(tx)
        if not outcome.ok:
            raise standard_revert(outcome.data, outcome.reason)
        return outcome.data

    def simulate(self, tx: Call) -> Simulation:
        """See `Engine.simulate`."""
        return self.simulate_many([tx])[0]

    @_alone
    def simulate_many(self, txs: Sequence[Call]) -> list[Simulation]:
        """See `Engine.simulate_many`."""
        self._maker.enter_next()
        number = self._maker.history.latest.number + 1
        return [simulation(outcome, number) for outcome in self._maker.trials(txs)]

    def simulate_each(self, txs: Sequence[Call]) -> list[Simulation]:
        """See `Engine.simulate_each`."""
        return list(map(self.simulate, txs))

    @_alone
    def estimate_gas(self, tx: Call) -> int:
        """See `Engine.estimate_gas`."""
        self._maker.enter_next()
        most = tx.gas or BLOCK_GAS
        whole = self._maker.trial(replace(tx, gas=most))
        if not whole.ok:
            raise standard_revert(whole.data, whole.reason)
        return self._smallest_gas(tx, too_little=whole.gas_used - 1, enough=most)

    def quote(self, tx: Call) -> Quote:
        """See `Engine.quote`."""
        gas = with_headroom(self.estimate_gas(tx), BLOCK_GAS)
        return Quote(gas, self.fees(), self.balance(tx.sender or NATIVE))

    @_alone
    def send_raw(self, raw: bytes) -> Hash:
        """See `Engine.send_raw`."""
        try:
            signed = read(raw)
        except ValueError as error:
            raise RpcError("eth_sendRawTransaction", -32602, str(error)) from None
        if signed.transaction.chain_id not in (None, self._chain_id):
            raise ChainMismatch(signed.transaction.chain_id or 0, self._chain_id)
        return self._maker.admit(_queued(signed))

    def send_raw_many(self, raws: Sequence[bytes]) -> list[Hash | LazAIError]:
        """See `Engine.send_raw_many`."""
        return list(map(self._sent_or_refused, raws))

    @_alone
    def send_unlocked(self, tx: Call, *, nonce: int | None = None, fees: Fees | None = None) -> Hash:
        """See `Engine.send_unlocked`."""
        if tx.sender is None or tx.sender not in {*self._accounts, *self._impersonated}:
            raise RpcError("eth_sendTransaction", -32602, f"no key for {tx.sender}")
        price = (fees or self.fees()).max_fee
        nonce = self.nonce(tx.sender) if nonce is None else nonce
        call = tx if tx.gas else replace(tx, gas=self.quote(tx).gas)
        tx_hash = Hash("0x" + keccak(f"{call} {nonce} {price}".encode()).hex())
        return self._maker.admit(Queued(tx_hash, tx.sender, call, nonce, price, price))

    @_alone
    def receipt(self, tx_hash: Hash) -> Receipt | None:
        """See `Engine.receipt`."""
        return self._maker.history.receipt(tx_hash)

    def receipts(self, tx_hashes: Sequence[Hash]) -> list[Receipt | None]:
        """See `Engine.receipts`."""
        return list(map(self.receipt, tx_hashes))

    @_alone
    def refusal(self, receipt: Receipt) -> Simulation:
        """See `Engine.refusal`."""
        return self._maker.history.refusal(receipt.tx_hash)

    @_alone
    def logs(self, wanted: LogFilter) -> list[Log]:
        """See `Engine.logs`."""
        return list(self._maker.history.logs(wanted))

    @_alone
    def code(self, address: Address) -> bytes:
        """See `Engine.code`."""
        return self._maker.machine.code(address)

    @_alone
    def balance(self, address: Address) -> int:
        """See `Engine.balance`."""
        return self._maker.machine.balance(address)

    @_alone
    def nonce(self, address: Address, *, pending: bool = True) -> int:  # noqa: ARG002 - nothing is ever pending here
        """See `Engine.nonce`; what waits for a gap to be filled is not counted, as nodes do not count it."""
        return self._maker.nonces.get(address, 0)

    @_alone
    def block(self, which: BlockTag = "latest") -> Block:
        """See `Engine.block`."""
        return self._maker.history.block(which)

    def fees(self) -> Fees:
        """See `Engine.fees`: one gwei, always."""
        return Fees(_GAS_PRICE, _GAS_PRICE)

    def accounts(self) -> list[Address]:
        """See `Engine.accounts`."""
        return list(self._accounts)

    def close(self) -> None:
        """See `Engine.close`: the chain ends with the object."""

    def set_time(self, timestamp: int) -> None:
        """See `DevEngine.set_time`."""
        self.set_next_time(timestamp)
        self.mine()

    @_alone
    def set_next_time(self, timestamp: int) -> None:
        """See `DevEngine.set_next_time`."""
        self._maker.set_next_time(timestamp)

    @_alone
    def advance(self, seconds: int) -> None:
        """See `DevEngine.advance`."""
        self.set_time(self._maker.history.latest.timestamp + seconds)

    @_alone
    def mine(self, blocks: int = 1) -> None:
        """See `DevEngine.mine`."""
        for _ in range(blocks):
            self._maker.mine_empty()

    def mine_overlooked(self) -> None:
        """See `DevEngine.mine_overlooked`. Nothing ever waits here."""

    def one_block(self) -> AbstractContextManager[None]:
        """See `DevEngine.one_block`; here each transaction is run as it is sent, so its receipt is there at once."""
        return self._maker.one_block()

    @_alone
    def set_balance(self, address: Address, amount: int) -> None:
        """See `DevEngine.set_balance`."""
        self._maker.machine.set_balance(address, amount)

    @_alone
    def set_code(self, address: Address, code: bytes) -> None:
        """See `DevEngine.set_code`."""
        self._maker.machine.set_code(address, code)

    @_alone
    def snapshot(self) -> str:
        """See `DevEngine.snapshot`."""
        name = next(self._names)
        self._marks[name] = self._maker.mark()
        return name

    @_alone
    def revert(self, snapshot: str) -> None:
        """See `DevEngine.revert`."""
        if snapshot not in self._marks:
            raise InputError(f"{snapshot!r} is no snapshot, or is spent", remedy="Take a new one after each revert")
        self._maker.restore(self._marks[snapshot])
        forget_lines(self)
        self._marks = {name: mark for name, mark in self._marks.items() if int(name, 16) < int(snapshot, 16)}

    @contextmanager
    def impersonate(self, address: Address) -> Iterator[None]:
        """See `DevEngine.impersonate`; revm runs no transactions of contracts and raises `Unsupported` for them."""
        self._impersonated.add(address)
        try:
            yield
        finally:
            self._impersonated.discard(address)

    def _sent_or_refused(self, raw: bytes) -> Hash | LazAIError:
        try:
            return self.send_raw(raw)
        except LazAIError as error:
            return error

    def _smallest_gas(self, tx: Call, *, too_little: int, enough: int) -> int:
        """Return a gas limit within a hundredth of the smallest that works, by bisection as nodes do it."""
        # What was used suffices but for refunds, and for the part that every call inside has to keep back.
        guess = too_little + 1
        while enough - too_little > max(1, enough // 100):
            if self._suffices(tx, guess):
                enough = guess
            else:
                too_little = guess
            guess = (too_little + enough) // 2
        return enough

    def _suffices(self, tx: Call, gas: int) -> bool:
        try:
            return self._maker.trial(replace(tx, gas=gas)).ok
        except RpcError:
            # Less than what the call data alone cost.
            return False


def _queued(signed: Signed) -> Queued:
    transaction, fees = signed.transaction, signed.transaction.fees
    price = fees.max_fee if fees.priority_fee is None else min(fees.max_fee, fees.priority_fee)
    call = Call(transaction.to, transaction.data, transaction.value, signed.sender, transaction.gas)
    return Queued(signed.tx_hash, signed.sender, call, transaction.nonce, price, fees.max_fee)

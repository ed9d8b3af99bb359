"""The seam: what a chain must be able to do, whatever runs it.

Two engines implement it, over JSON-RPC (any network, Anvil) and in this process (revm), under the same tests.
Amounts at this level are plain integers of wei, as on the wire.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Literal, Protocol, runtime_checkable

from lazai_py._errors import LazAIError
from lazai_py._types import Address, Hash, Wei

BlockTag = int | Literal["latest", "pending", "earliest"]
"""A block's number, or a name for one."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked of the chain, before anybody signs it.

    Parameters:
        to: the contract or account that is called; None creates a contract from `data`.
        data: the call data.
        value: native coin to send along, in wei.
        sender: who calls; None where it does not matter, as in most reads.
        gas: the gas limit; None lets the engine find it.
    """

    to: Address | None
    data: bytes = b""
    value: int = 0
    sender: Address | None = None
    gas: int | None = None

    def by(self, sender: Address) -> Call:
        """Return the same call, made by `sender`."""
        return replace(self, sender=sender)


@dataclass(frozen=True, slots=True)
class Log:
    """An event as the chain keeps it: not decoded yet."""

    address: Address
    topics: tuple[bytes, ...]
    data: bytes
    block_number: int
    tx_hash: Hash
    index: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a mined transaction. `status` is 1 when it succeeded and 0 when it reverted."""

    tx_hash: Hash
    block_number: int
    block_hash: Hash
    status: int
    gas_used: int
    effective_gas_price: int
    sender: Address
    to: Address | None
    contract_address: Address | None
    logs: tuple[Log, ...]

    @property
    def succeeded(self) -> bool:
        """Whether the transaction did what it was sent for."""
        return self.status == 1

    @property
    def fee(self) -> Wei:
        """What the sender paid for the gas."""
        return Wei(self.gas_used * self.effective_gas_price)


@dataclass(frozen=True, slots=True)
class Block:
    """A block's header, as far as it is used here. `base_fee` is None on chains without EIP-1559."""

    number: int
    hash: Hash
    timestamp: int
    base_fee: int | None
    gas_limit: int


@dataclass(frozen=True, slots=True)
class Fees:
    """What a transaction offers for each gas, in wei.

    `priority_fee` is None on chains without EIP-1559, where `max_fee` is the gas price.
    """

    max_fee: int
    priority_fee: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sender must know before it signs, read together: a gas limit that suffices, fees, its balance."""

    gas: int
    fees: Fees
    balance: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a call would do now.

    Parameters:
        ok: whether it would succeed.
        data: what it returns, or the revert data.
        gas_used: gas after refunds.
        logs: the events it would emit; None when the engine cannot tell.
        reason: the engine's word for a failure without data, such as out of gas.
    """

    ok: bool
    data: bytes
    gas_used: int
    logs: tuple[Log, ...] | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which logs are wanted.

    Parameters:
        address: the emitting contract, several of them, or None for any.
        topics: by position: one topic, a tuple of alternatives, or None for any.
        from_block, to_block: the range, both ends included.
    """

    address: Address | tuple[Address, ...] | None = None
    topics: tuple[bytes | tuple[bytes, ...] | None, ...] = ()
    from_block: BlockTag = 0
    to_block: BlockTag = "latest"


@runtime_checkable
class Engine(Protocol):
    """A chain that can be read and sent to. Every method may raise `NotConnected` and `RpcError`."""

    @property
    def is_local(self) -> bool:
        """Whether waiting is a matter of milliseconds, so that polls may be short."""

    def chain_id(self) -> int:
        """Return the chain's id; read once."""

    def call(self, tx: Call, *, block: BlockTag = "latest") -> bytes:
        """Return what a call returns, without sending it.

        Raises:
            ContractError: it reverted; `data` holds the revert data.
        """

    def simulate(self, tx: Call) -> Simulation:
        """Return what a call would do now, a refusal included, without sending it."""

    def simulate_many(self, txs: Sequence[Call]) -> list[Simulation] | None:
        """Return what calls would do one after another, each seeing the ones before; None when it cannot tell."""

    def simulate_each(self, txs: Sequence[Call]) -> list[Simulation]:
        """Return what calls would do now, each by itself, in as few round trips as possible."""

    def estimate_gas(self, tx: Call) -> int:
        """Return a gas limit that suffices.

        Raises:
            ContractError: it would revert; `data` holds the revert data.
        """

    def quote(self, tx: Call) -> Quote:
        """Return gas, fees and balance for a call with a sender, in one round trip.

        Raises:
            ContractError: it would revert; `data` holds the revert data.
        """

    def send_raw(self, raw: bytes) -> Hash:
        """Send a signed transaction; sending the same again is no error.

        Raises:
            NonceConflict, FeeTooLow, InsufficientFunds, ChainMismatch: the node refused it.
        """

    def send_raw_many(self, raws: Sequence[bytes]) -> list[Hash | LazAIError]:
        """Send signed transactions in as few round trips as possible; a refusal takes the place of the hash."""

    def send_unlocked(self, tx: Call, *, nonce: int | None = None, fees: Fees | None = None) -> Hash:
        """Have the node sign and send for an account it holds, which `tx.sender` names; what is left out it decides."""

    def receipt(self, tx_hash: Hash) -> Receipt | None:
        """Return the receipt, or None while the transaction is not mined."""

    def receipts(self, tx_hashes: Sequence[Hash]) -> list[Receipt | None]:
        """Return receipts by position, in as few round trips as possible."""

    def refusal(self, receipt: Receipt) -> Simulation:
        """Return why a mined transaction reverted."""

    def logs(self, wanted: LogFilter) -> list[Log]:
        """Return the logs that match, in order."""

    def code(self, address: Address) -> bytes:
        """Return the code at an address; empty for accounts."""

    def balance(self, address: Address) -> int:
        """Return the native balance in wei."""

    def nonce(self, address: Address, *, pending: bool = True) -> int:
        """Return how many transactions the account has sent, those not mined yet included or not."""

    def block(self, which: BlockTag = "latest") -> Block:
        """Return a block's header."""

    def fees(self) -> Fees:
        """Return fees that get a transaction mined soon."""

    def accounts(self) -> list[Address]:
        """Return the accounts that the node signs for."""

    def close(self) -> None:
        """Let go of connections; safe to call twice."""


@runtime_checkable
class DevEngine(Engine, Protocol):
    """A local chain, whose clock and balances are ours."""

    def set_time(self, timestamp: int) -> None:
        """Mine a block at `timestamp`, in seconds since 1970, later than the latest block's."""

    def set_next_time(self, timestamp: int) -> None:
        """Let the next block, with the next transaction, have this timestamp."""

    def advance(self, seconds: int) -> None:
        """Mine a block that many seconds (1 or more) after the latest one."""

    def mine(self, blocks: int = 1) -> None:
        """Mine empty blocks."""

    def one_block(self) -> AbstractContextManager[None]:
        """Mine what is sent within a `with` block together, when it ends: submit within, wait for receipts after."""

    def mine_overlooked(self) -> None:
        """Mine the transactions that wait, if none should: where each makes its block as it comes."""

    def set_balance(self, address: Address, amount: int) -> None:
        """Give an account exactly `amount` wei."""

    def set_code(self, address: Address, code: bytes) -> None:
        """Put runtime code at an address."""

    def snapshot(self) -> str:
        """Remember the whole state; returns the name to `revert` to."""

    def revert(self, snapshot: str) -> None:
        """Go back to a snapshot, which is spent by it, as are those taken after it."""

    def impersonate(self, address: Address) -> AbstractContextManager[None]:
        """Let the node sign for any address, a contract's too, within a `with` block."""

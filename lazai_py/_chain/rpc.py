"""The engine over JSON-RPC: any network, and Anvil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar, cast

from lazai_py._chain import faults, wire
from lazai_py._chain.engine import Block, BlockTag, Call, Fees, Log, LogFilter, Quote, Receipt, Simulation
from lazai_py._chain.gas import with_headroom
from lazai_py._chain.transaction import Transaction, hash_of, read
from lazai_py._chain.transport import Fault, Request, Transport, is_loopback
from lazai_py._errors import ChainMismatch, ContractError, InsufficientFunds, LazAIError, RpcError, UnknownRevert
from lazai_py._types import Address, Hash, Wei, to_address

_BATCH = 200
# Blocks without their transactions.
_HEADER_ONLY = (False,)
_FEE_REQUESTS = (
    Request("eth_getBlockByNumber", ("latest", *_HEADER_ONLY)),
    Request("eth_maxPriorityFeePerGas"),
    Request("eth_gasPrice"),
)


class RpcEngine:
    """An `Engine` over a transport.

    Parameters:
        transport: the way to the node.
    """

    # The block that calls are tried in before they are sent; nodes of real networks know best themselves.
    tried_in: ClassVar[tuple[str, ...]] = ()

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def url(self) -> str:
        """Where the node is."""
        return self._transport.url

    @property
    def is_local(self) -> bool:
        """Whether the node runs on this machine."""
        return is_loopback(self.url)

    @cached_property
    def _chain_id(self) -> int:
        return wire.to_int(self.ask("eth_chainId"))

    def chain_id(self) -> int:
        """See `Engine.chain_id`."""
        return self._chain_id

    def ask(self, method: str, *params: object) -> Any:
        """Return the result of one request.

        Raises:
            NotConnected: the node cannot be reached.
            RpcError: it answered with an error.
        """
        return _result(method, self._transport.exchange([Request(method, params)])[0])

    def call(self, tx: Call, *, block: BlockTag = "latest") -> bytes:
        """See `Engine.call`."""
        reply = self._exchange_one("eth_call", wire.from_call(tx), wire.from_tag(block))
        return wire.to_bytes(self._executed("eth_call", reply, tx))

    def simulate(self, tx: Call) -> Simulation:
        """See `Engine.simulate`."""
        simulated = self.simulate_many([tx])
        return simulated[0] if simulated else self._simulate_by_calls([tx])[0]

    def simulate_many(self, txs: Sequence[Call]) -> list[Simulation] | None:
        """See `Engine.simulate_many`. Nodes without eth_simulateV1, and creations on Anvil, give None."""
        if any(tx.to is None for tx in txs):
            return None
        reply = self._transport.exchange([self._simulating(txs)])[0]
        if isinstance(reply, Fault):
            if faults.is_out_of_funds(reply):
                raise self._executed_error("eth_simulateV1", reply, max(txs, key=lambda tx: tx.value))
            return None
        return [_simulation(result) for result in cast(Any, reply)[0]["calls"]]

    def simulate_each(self, txs: Sequence[Call]) -> list[Simulation]:
        """See `Engine.simulate_each`."""
        replies = self._in_batches([self._simulating([tx]) for tx in txs])
        unknown = (tx for tx, reply in zip(txs, replies, strict=True) if isinstance(reply, Fault))
        by_call = iter(self._simulate_by_calls(list(unknown)))
        return [
            next(by_call) if isinstance(reply, Fault) else _simulation(cast(Any, reply)[0]["calls"][0])
            for reply in replies
        ]

    def _simulating(self, txs: Sequence[Call]) -> Request:
        wanted = {"blockStateCalls": [{"calls": [wire.from_call(tx) for tx in txs]}]}
        return Request("eth_simulateV1", (wanted, *(self.tried_in or ("latest",))))

    def _simulate_by_calls(self, txs: Sequence[Call]) -> list[Simulation]:
        calls = [Request("eth_call", (wire.from_call(tx), wire.from_tag("latest"))) for tx in txs]
        estimates = [Request("eth_estimateGas", (wire.from_call(tx), *self.tried_in)) for tx in txs]
        replies = self._in_batches([*calls, *estimates])
        return list(map(self._tried, txs, replies[: len(txs)], replies[len(txs) :]))

    def _tried(self, tx: Call, answer: object | Fault, estimate: object | Fault) -> Simulation:
        try:
            data = wire.to_bytes(self._executed("eth_call", answer, tx))
            gas = wire.to_int(self._executed("eth_estimateGas", estimate, tx))
        except ContractError as error:
            return _refused_with(error, gas_used=0)
        return Simulation(ok=True, data=data, gas_used=gas, logs=None)

    def estimate_gas(self, tx: Call) -> int:
        """See `Engine.estimate_gas`."""
        reply = self._exchange_one("eth_estimateGas", wire.from_call(tx), *self.tried_in)
        return wire.to_int(self._executed("eth_estimateGas", reply, tx))

    def quote(self, tx: Call) -> Quote:
        """See `Engine.quote`."""
        reads = [
            Request("eth_getBalance", (tx.sender, "latest")),
            Request("eth_estimateGas", (wire.from_call(tx), *self.tried_in)),
        ]
        balance, estimate, *fees = self._transport.exchange([*reads, *_FEE_REQUESTS])
        gas = wire.to_int(self._executed("eth_estimateGas", estimate, tx))
        block = wire.to_block(cast(wire.Json, _result("eth_getBlockByNumber", fees[0])))
        funds = wire.to_int(_result("eth_getBalance", balance))
        return Quote(with_headroom(gas, block.gas_limit), _fees(fees), funds)

    def send_raw(self, raw: bytes) -> Hash:
        """See `Engine.send_raw`."""
        sent = self.send_raw_many([raw])[0]
        if isinstance(sent, LazAIError):
            raise sent
        return sent

    def send_raw_many(self, raws: Sequence[bytes]) -> list[Hash | LazAIError]:
        """See `Engine.send_raw_many`."""
        requests = [Request("eth_sendRawTransaction", (wire.from_bytes(raw),)) for raw in raws]
        return [
            self._refused(reply, raw) if isinstance(reply, Fault) else Hash(cast(str, reply))
            for raw, reply in zip(raws, self._in_batches(requests), strict=True)
        ]

    def send_unlocked(self, tx: Call, *, nonce: int | None = None, fees: Fees | None = None) -> Hash:
        """See `Engine.send_unlocked`."""
        fields = wire.from_call(tx) | wire.from_terms(nonce, fees)
        reply = self._exchange_one("eth_sendTransaction", fields)
        if isinstance(reply, Fault):
            meant = Transaction.of(
                tx, chain_id=self.chain_id(), nonce=nonce or 0, gas=tx.gas or 0, fees=fees or Fees(0, None)
            )
            raise self._unsent("eth_sendTransaction", reply, to_address(tx.sender), meant)
        return Hash(cast(str, reply))

    def receipt(self, tx_hash: Hash) -> Receipt | None:
        """See `Engine.receipt`."""
        return self.receipts([tx_hash])[0]

    def receipts(self, tx_hashes: Sequence[Hash]) -> list[Receipt | None]:
        """See `Engine.receipts`."""
        method = "eth_getTransactionReceipt"
        replies = self._in_batches([Request(method, (tx_hash,)) for tx_hash in tx_hashes])
        found = [cast(wire.Json | None, _result(method, reply)) for reply in replies]
        return [wire.to_receipt(json) if json else None for json in found]

    def refusal(self, receipt: Receipt) -> Simulation:
        """See `Engine.refusal`: by its trace, or by calling it again on the state before its block."""
        trace = self._exchange_one("debug_traceTransaction", receipt.tx_hash, {"tracer": "callTracer"})
        if not isinstance(trace, Fault):
            found = cast(wire.Json, trace)
            error = UnknownRevert(wire.to_bytes(found.get("output") or "0x"), reason=found.get("error", ""))
            return _refused_with(error, gas_used=receipt.gas_used)
        sent = self.ask("eth_getTransactionByHash", receipt.tx_hash)
        again = Call(receipt.to, wire.to_bytes(sent["input"]), wire.to_int(sent["value"]), receipt.sender)
        try:
            self.call(replace(again, gas=wire.to_int(sent["gas"])), block=receipt.block_number - 1)
        except ContractError as error:
            return _refused_with(error, gas_used=receipt.gas_used)
        return _refused_with(
            UnknownRevert(b"", reason="it depends on its place in the block"), gas_used=receipt.gas_used
        )

    def logs(self, wanted: LogFilter) -> list[Log]:
        """See `Engine.logs`. A range that the node finds too large is halved until it answers."""
        try:
            return [wire.to_log(json) for json in self.ask("eth_getLogs", wire.from_filter(wanted))]
        except RpcError as error:
            first, last = self._number(wanted.from_block), self._number(wanted.to_block)
            if first >= last or not faults.is_too_much(error):
                raise
        middle = (first + last) // 2
        halves = (first, middle), (middle + 1, last)
        return [log for start, end in halves for log in self.logs(replace(wanted, from_block=start, to_block=end))]

    def code(self, address: Address) -> bytes:
        """See `Engine.code`."""
        return wire.to_bytes(self.ask("eth_getCode", address, "latest"))

    def balance(self, address: Address) -> int:
        """See `Engine.balance`."""
        return wire.to_int(self.ask("eth_getBalance", address, "latest"))

    def nonce(self, address: Address, *, pending: bool = True) -> int:
        """See `Engine.nonce`."""
        return wire.to_int(self.ask("eth_getTransactionCount", address, "pending" if pending else "latest"))

    def block(self, which: BlockTag = "latest") -> Block:
        """See `Engine.block`."""
        found = self.ask("eth_getBlockByNumber", wire.from_tag(which), *_HEADER_ONLY)
        if found is None:
            raise RpcError("eth_getBlockByNumber", -32000, f"there is no block {which}")
        return wire.to_block(found)

    def fees(self) -> Fees:
        """See `Engine.fees`."""
        return _fees(self._transport.exchange(_FEE_REQUESTS))

    def accounts(self) -> list[Address]:
        """See `Engine.accounts`."""
        return [to_address(account) for account in self.ask("eth_accounts")]

    def close(self) -> None:
        """See `Engine.close`."""
        self._transport.close()

    def _number(self, tag: BlockTag) -> int:
        return tag if isinstance(tag, int) else self.block(tag).number

    def _exchange_one(self, method: str, *params: object) -> object | Fault:
        return self._transport.exchange([Request(method, params)])[0]

    def _in_batches(self, requests: Sequence[Request]) -> list[object | Fault]:
        starts = range(0, len(requests), _BATCH)
        return [reply for start in starts for reply in self._transport.exchange(requests[start : start + _BATCH])]

    def _executed(self, method: str, reply: object | Fault, tx: Call) -> object:
        if isinstance(reply, Fault):
            raise self._executed_error(method, reply, tx)
        return reply

    def _executed_error(self, method: str, fault: Fault, tx: Call) -> LazAIError:
        if faults.is_out_of_funds(fault) and tx.sender:
            return InsufficientFunds(tx.sender, Wei(self.balance(tx.sender)), Wei(tx.value))
        return faults.execution_error(method, fault)

    def _refused(self, fault: Fault, raw: bytes) -> Hash | LazAIError:
        """Return the hash after all when the node has this very transaction, else why it was refused."""
        tx_hash = hash_of(raw)
        if faults.is_known(fault) or self.ask("eth_getTransactionByHash", tx_hash):
            return tx_hash
        try:
            signed = read(raw)
        except ValueError:
            return RpcError("eth_sendRawTransaction", fault.code, fault.message, fault.data)
        return self._unsent("eth_sendRawTransaction", fault, signed.sender, signed.transaction)

    def _unsent(self, method: str, fault: Fault, sender: Address, transaction: Transaction) -> LazAIError:
        if faults.is_out_of_funds(fault):
            need = transaction.gas * transaction.fees.max_fee + transaction.value
            return InsufficientFunds(sender, Wei(self.balance(sender)), Wei(need))
        if faults.is_foreign_chain(fault):
            return ChainMismatch(transaction.chain_id or 0, self.chain_id())
        return faults.sending_error(method, fault, sender, transaction)


def _result(method: str, reply: object | Fault) -> object:
    if isinstance(reply, Fault):
        raise RpcError(method, reply.code, reply.message, reply.data)
    return reply


def _fees(replies: Sequence[object | Fault]) -> Fees:
    header, tip, price = replies
    block = wire.to_block(cast(wire.Json, _result("eth_getBlockByNumber", header)))
    if block.base_fee is None:
        return Fees(wire.to_int(_result("eth_gasPrice", price)), None)
    if isinstance(tip, Fault):
        tip = max(0, wire.to_int(_result("eth_gasPrice", price)) - block.base_fee)
    # Twice the base fee stays enough for six full blocks in a row.
    return Fees(2 * block.base_fee + wire.to_int(tip), wire.to_int(tip))


def _refused_with(error: ContractError, *, gas_used: int) -> Simulation:
    return Simulation(ok=False, data=error.data, gas_used=gas_used, logs=(), reason=getattr(error, "reason", ""))


def _simulation(result: wire.Json) -> Simulation:
    gas, ok = wire.to_int(result["gasUsed"]), wire.to_int(result["status"]) == 1
    logs = tuple(map(wire.to_log, result["logs"]))
    if ok:
        return Simulation(ok=True, data=wire.to_bytes(result["returnData"]), gas_used=gas, logs=logs)
    error = result.get("error") or {}
    data = error.get("data") or result["returnData"]
    return Simulation(ok=False, data=wire.to_bytes(data), gas_used=gas, logs=(), reason=str(error.get("message", "")))

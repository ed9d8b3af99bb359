"""What a node's error means: each client words it differently, here it becomes one of our errors."""

from __future__ import annotations

from lazai_py._chain.reverts import standard_revert
from lazai_py._chain.transaction import Transaction
from lazai_py._chain.transport import Fault
from lazai_py._errors import (
    FeeTooLow,
    LazAIError,
    NonceConflict,
    RpcError,
    UnknownRevert,
)
from lazai_py._types import Address

_REVERTED = 3
_NONCE = ("nonce too low", "nonce too high", "invalid nonce", "nonce is too low", "replacement transaction underpriced")
_FEE = ("underpriced", "less than block base fee", "fee too low", "gas price too low", "tip higher than")
_HALTED = ("evm error", "out of gas", "invalid opcode", "gas required exceeds", "stack underflow", "invalid jump")

_TOO_MUCH = ("range", "more than", "too many", "too large", "limit exceeded", "response size")


def is_too_much(error: RpcError) -> bool:
    """Whether the node would answer a query of logs that asks for less."""
    return any(words in error.reason.lower() for words in _TOO_MUCH)


def is_known(fault: Fault) -> bool:
    """Whether the node says that it already has the very transaction."""
    return any(words in fault.message.lower() for words in ("already known", "already imported", "known transaction"))


def is_out_of_funds(fault: Fault) -> bool:
    """Whether the sender cannot pay."""
    return "insufficient funds" in fault.message.lower()


def execution_error(method: str, fault: Fault) -> LazAIError:
    """Return the error for a call or an estimate that failed."""
    data = _revert_data(fault.data)
    words = fault.message.lower()
    if data or fault.code == _REVERTED or "revert" in words:
        return standard_revert(data, "" if data else fault.message)
    if any(halted in words for halted in _HALTED):
        return UnknownRevert(b"", reason=fault.message)
    return RpcError(method, fault.code, fault.message, fault.data)


def is_foreign_chain(fault: Fault) -> bool:
    """Whether the transaction was signed for another chain."""
    return "chain id" in fault.message.lower() or "chainid" in fault.message.lower()


def sending_error(method: str, fault: Fault, sender: Address, transaction: Transaction) -> LazAIError:
    """Return the error for a transaction that the node refused for its nonce, its fee or another reason."""
    words = fault.message.lower()
    if any(phrase in words for phrase in _NONCE):
        return NonceConflict(sender, transaction.nonce, fault.message)
    if any(phrase in words for phrase in _FEE):
        return FeeTooLow(transaction.fees.max_fee, fault.message)
    return RpcError(method, fault.code, fault.message, fault.data)


def _revert_data(data: object) -> bytes:
    # Some nodes put the data itself there, some an object that holds it.
    found = data.get("data") if isinstance(data, dict) else data
    if not isinstance(found, str) or not found.startswith("0x"):
        return b""
    try:
        return bytes.fromhex(found[2:])
    except ValueError:
        return b""

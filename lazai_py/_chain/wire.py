"""JSON as nodes speak it, to and from the seam's dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from lazai_py._chain.engine import Block, BlockTag, Call, Fees, Log, LogFilter, Receipt
from lazai_py._types import Address, Hash, to_address

Json = Mapping[str, Any]


def to_int(value: object) -> int:
    """Return a quantity; Anvil writes some as JSON numbers."""
    return value if isinstance(value, int) else int(cast(str, value), 16)


def to_bytes(value: object) -> bytes:
    """Return hex data as bytes."""
    return bytes.fromhex(cast(str, value)[2:])


def from_bytes(value: bytes) -> str:
    """Return bytes as hex data."""
    return "0x" + value.hex()


def from_tag(block: BlockTag) -> str:
    """Return a block's number or name as nodes want it."""
    return hex(block) if isinstance(block, int) else block


def from_call(tx: Call) -> dict[str, str]:
    """Return a call as a transaction object."""
    fields = {"from": tx.sender, "to": tx.to, "gas": tx.gas and hex(tx.gas), "value": tx.value and hex(tx.value)}
    return {**{name: value for name, value in fields.items() if value}, "data": from_bytes(tx.data)}


def from_terms(nonce: int | None, fees: Fees | None) -> dict[str, str]:
    """Return a nonce and fees as fields of a transaction object."""
    fields = {} if nonce is None else {"nonce": hex(nonce)}
    if fees is None:
        return fields
    if fees.priority_fee is None:
        return fields | {"gasPrice": hex(fees.max_fee)}
    return fields | {"maxFeePerGas": hex(fees.max_fee), "maxPriorityFeePerGas": hex(fees.priority_fee)}


def from_filter(wanted: LogFilter) -> dict[str, object]:
    """Return a log filter as nodes want it."""
    fields: dict[str, object] = {
        "fromBlock": from_tag(wanted.from_block),
        "toBlock": from_tag(wanted.to_block),
        "topics": [_from_topic(topic) for topic in wanted.topics],
    }
    return fields if wanted.address is None else {**fields, "address": wanted.address}


def _from_topic(topic: bytes | tuple[bytes, ...] | None) -> object:
    if topic is None:
        return None
    return from_bytes(topic) if isinstance(topic, bytes) else [from_bytes(choice) for choice in topic]


def to_log(json: Json) -> Log:
    """Return a log."""
    return Log(
        address=to_address(json["address"]),
        topics=tuple(map(to_bytes, json["topics"])),
        data=to_bytes(json["data"]),
        block_number=to_int(json["blockNumber"] or 0),
        tx_hash=Hash(json["transactionHash"]),
        index=to_int(json["logIndex"] or 0),
    )


def to_receipt(json: Json) -> Receipt:
    """Return a receipt."""
    # Anvil names an address for a creation that reverted; nothing is there.
    created = json.get("contractAddress") if to_int(json["status"]) else None
    return Receipt(
        tx_hash=Hash(json["transactionHash"]),
        block_number=to_int(json["blockNumber"]),
        block_hash=Hash(json["blockHash"]),
        status=to_int(json["status"]),
        gas_used=to_int(json["gasUsed"]),
        effective_gas_price=to_int(json.get("effectiveGasPrice", 0)),
        sender=to_address(json["from"]),
        to=_to_optional(json.get("to")),
        contract_address=_to_optional(created),
        logs=tuple(map(to_log, json["logs"])),
    )


def to_block(json: Json) -> Block:
    """Return a block's header."""
    base_fee = json.get("baseFeePerGas")
    return Block(
        number=to_int(json["number"]),
        hash=Hash(json["hash"]),
        timestamp=to_int(json["timestamp"]),
        base_fee=None if base_fee is None else to_int(base_fee),
        gas_limit=to_int(json["gasLimit"]),
    )


def _to_optional(value: str | None) -> Address | None:
    return to_address(value) if value else None

"""Events of contracts that nobody named: where they are looked for, and what is believed of them, which is no more than
that a contract is there. Whoever wants to know what such a contract is asks it with little gas, and simulates the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lazai_py._chain.engine import Engine, Log, LogFilter
from lazai_py._contract.bindings.erc20 import Transfer
from lazai_py._errors import RpcError
from lazai_py._types import Address

VIEW_GAS = 100_000
"""What a view of a stranger's contract may use: enough for any honest one, and little enough to bound its answer."""

# The topics of an ERC-20's `Transfer`; that of an ERC-721 has its token as a fourth.
_TRANSFER_TOPICS = 3

Topics = tuple[bytes | tuple[bytes, ...] | None, ...]


def logs_anywhere(engine: Engine, topics: Topics, since: int, known: Callable[[], Iterable[Address]]) -> list[Log]:
    """Return the logs with some topics, of whatever contract.

    Parameters:
        engine: the chain.
        topics: by position.
        since: the first block that matters.
        known: where to look on a node that refuses to look everywhere; called only then.
    """
    try:
        return engine.logs(LogFilter(None, topics, from_block=since))
    except RpcError:
        addresses = tuple(known())
        return engine.logs(LogFilter(addresses, topics, from_block=since)) if addresses else []


def received_erc20s(
    engine: Engine, accounts: Iterable[Address], since: int, known: Callable[[], Iterable[Address]]
) -> dict[Address, dict[Address, None]]:
    """Return, by account, every contract that says it moved ERC-20 tokens to it, in order; see `logs_anywhere`."""
    words = {address_word(account): account for account in accounts}
    found: dict[Address, dict[Address, None]] = {account: {} for account in words.values()}
    if not words:
        return found
    for log in logs_anywhere(engine, (Transfer.TOPIC, None, tuple(words)), since, known):
        if len(log.topics) == _TRANSFER_TOPICS:
            found[words[log.topics[2]]][log.address] = None
    return found


def address_word(address: Address) -> bytes:
    """Return an address as a topic has it."""
    return bytes(12) + bytes.fromhex(address[2:])

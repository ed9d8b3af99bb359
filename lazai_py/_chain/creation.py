"""When a contract was created, for whoever reads its events from there."""

from __future__ import annotations

from lazai_py._chain.engine import Call, Engine
from lazai_py._errors import ChainError, ContractError
from lazai_py._types import Address


def first_block(engine: Engine, address: Address) -> int:
    """Return the first block that has code at an address; 0 where the node keeps no past."""
    low, high = 0, engine.block().number
    try:
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if _has_code_at(engine, address, middle) else (middle + 1, high)
    except (ChainError, ContractError):
        return 0
    return low


def _has_code_at(engine: Engine, address: Address, block: int) -> bool:
    # Creation code that returns EXTCODESIZE(address): what eth_getCode says, by a call that takes a block.
    size = bytes.fromhex(f"73{address[2:]}3b60005260206000f3")
    return any(engine.call(Call(None, size), block=block))

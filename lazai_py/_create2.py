"""The standard deterministic deployer: on nearly every chain, it makes addresses the same everywhere."""

from __future__ import annotations

from contextlib import suppress

from lazai_py._chain.engine import Call, DevEngine, Engine
from lazai_py._chain.sender import polls
from lazai_py._chain.transaction import read
from lazai_py._contract.intent import Sender
from lazai_py._errors import ChainError, NotDeployed, Timeout
from lazai_py._types import Address, Hash, ether, keccak, to_address

DEPLOYER = Address("0x4e59b44847b379578588920cA78FbF26c0B4956C")
"""Called with a salt and creation code, it creates the contract by CREATE2."""

SALT = keccak(b"lazai")
"""The salt of every contract; part of what decides the addresses, so it never changes."""

_LOCAL_CHAINS = (1337, 31337)
_PATIENCE = 30.0

_COST = ether("0.01")
_CODE = bytes.fromhex(
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b"
    "8082525050506014600cf3"
)
# Valid on every chain. Nobody has the key: the signature was chosen, and the sender follows from it.
_TRANSACTION = bytes.fromhex(
    f"f8a58085174876e800830186a08080b853604580600e600039806000f350fe{_CODE.hex()}1ba0{'22' * 32}a0{'22' * 32}"
)


def address_of(creation: bytes) -> Address:
    """Return where the deployer puts a contract with this creation code, arguments included."""
    return to_address(keccak(b"\xff" + bytes.fromhex(DEPLOYER[2:]) + SALT + keccak(creation))[12:])


def creating(creation: bytes, sender: Address) -> Call:
    """Return the call that creates a contract."""
    return Call(DEPLOYER, SALT + creation, sender=sender)


def check(engine: Engine) -> bool:
    """Return whether the deployer is on a chain; False only on a local one, where `place` can put it.

    Raises:
        NotDeployed: it is not, and the chain is no local one.
    """
    if engine.code(DEPLOYER):
        return True
    if engine.chain_id() in _LOCAL_CHAINS:
        return False
    raise _missing(engine)


def place(sender: Sender) -> None:
    """Put the deployer on a local chain, by its well-known transaction where the chain takes that.

    Raises:
        NotDeployed: the chain takes nothing of the kind.
        ChainError: the sender cannot pay for it.
    """
    engine = sender.engine
    sender.send(Call(read(_TRANSACTION).sender, value=_COST.raw, sender=sender.address))
    with suppress(ChainError):
        _wait(engine, engine.send_raw(_TRANSACTION))
    if engine.code(DEPLOYER):
        return
    if not isinstance(engine, DevEngine):
        raise _missing(engine)
    engine.set_code(DEPLOYER, _CODE)


def _wait(engine: Engine, tx_hash: Hash) -> None:
    for _ in polls(engine, _PATIENCE):
        if engine.receipt(tx_hash) is not None:
            return
    raise Timeout(f"mining {tx_hash}", _PATIENCE)


def _missing(engine: Engine) -> NotDeployed:
    return NotDeployed("The deterministic deployer", engine.chain_id(), address=DEPLOYER)

"""The standard deterministic deployer: on nearly every chain, it makes addresses the same everywhere."""

from __future__ import annotations

from contextlib import suppress

from lazai_py._chain.accounts import Unlocked
from lazai_py._chain.engine import Call, DevEngine, Engine
from lazai_py._chain.sender import Sender as AccountSender
from lazai_py._chain.transaction import read
from lazai_py._contract import codec
from lazai_py._contract.abi import Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._errors import ChainError, NotDeployed
from lazai_py._types import Address, Wei, ether, keccak, to_address

DEPLOYER = Address("0x4e59b44847b379578588920cA78FbF26c0B4956C")
"""Called with a salt and creation code, it creates the contract by CREATE2."""

SALT = keccak(b"lazai")
"""The salt of every contract; part of what decides the addresses, so it never changes."""

_CREATE: Function[None] = Function(
    "create", b"", inputs=(Parameter("salt", "bytes32"), Parameter("codeHash", "bytes32"))
)
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


class Deployer(Contract):
    """The deployer as a contract, so that a creation can be planned like any other write."""

    NAME = "DeterministicDeployer"

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, DEPLOYER)

    def create(self, creation: bytes, salt: bytes) -> Intent[Sent]:
        """Return the intent to create a contract.

        Raises:
            InputError: the salt is not 32 bytes.
        """
        # The code itself is too long for anybody to read.
        given = codec.checked(_CREATE.inputs, (salt, keccak(creation)))
        return Intent(self, _CREATE, given, Wei(0), salt + creation, read=lambda sent: sent)


def address_of(creation: bytes, salt: bytes = SALT) -> Address:
    """Return where the deployer puts a contract with this creation code, arguments included."""
    return to_address(keccak(b"\xff" + bytes.fromhex(DEPLOYER[2:]) + salt + keccak(creation))[12:])


def creating(creation: bytes, sender: Address) -> Call:
    """Return the call that creates a contract of this package, which all have one salt."""
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
    maker = read(_TRANSACTION).sender
    sender.send(Call(maker, value=_COST.raw, sender=sender.address))
    with suppress(ChainError):
        sent = {0: engine.send_raw(_TRANSACTION)}
        AccountSender(engine, Unlocked(maker), timeout=_PATIENCE).outcomes(sent)
    if engine.code(DEPLOYER):
        return
    if not isinstance(engine, DevEngine):
        raise _missing(engine)
    engine.set_code(DEPLOYER, _CODE)


def _missing(engine: Engine) -> NotDeployed:
    return NotDeployed("The deterministic deployer", engine.chain_id(), address=DEPLOYER)

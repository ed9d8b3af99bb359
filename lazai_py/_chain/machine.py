"""revm in this process, as an Ethereum transaction sees it.

pyrevm runs messages: it charges no fees, counts no nonces of calls, and its direct writes escape its snapshots.
What is added here is done by messages as well, so that a snapshot takes everything back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from lazai_py._chain.engine import Call
from lazai_py._errors import MissingDependency, Unsupported
from lazai_py._types import NATIVE, Address, keccak, to_address

# revm pads analysed code by this many zero bytes.
_PADDING = 33
_RESULT = re.compile(
    r"^(?P<kind>Revert|Halt) \{ (reason: (?P<reason>.*), )?gas_used: (?P<gas>\d+)(, output: 0x(?P<output>[0-9a-f]*))?"
)
# The pot that `set_balance` pays from and into.
_BANK = Address("0x" + "ba" * 20)
_REVERTING_CODE = bytes.fromhex("5f5ffd")
_SPARE_GAS = 100_000


class Unmineable(Exception):
    """A transaction that no block can hold, such as one whose gas limit is below the intrinsic gas."""


@dataclass(frozen=True, slots=True)
class Event:
    """A log without its place in the chain."""

    address: Address
    topics: tuple[bytes, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a message did. `data` is what it returned, the created code, or the revert data."""

    ok: bool
    data: bytes
    gas_used: int
    events: tuple[Event, ...] = ()
    created: Address | None = None
    reason: str = ""


class Machine:
    """The state of a chain and the means to change it.

    Parameters:
        chain_id: what CHAINID returns.
        gas_limit: of each block.

    Raises:
        MissingDependency: there is no pyrevm for this platform.
    """

    def __init__(self, chain_id: int, gas_limit: int) -> None:
        try:
            import pyrevm
        except ImportError:
            raise MissingDependency(
                "pyrevm", remedy="Use Anvil: LazAI.local(engine='anvil'), or a Python and platform it has a wheel for"
            ) from None
        self._revm: Any = pyrevm
        self._gas_limit = gas_limit
        env = pyrevm.Env(cfg=pyrevm.CfgEnv(chain_id=chain_id))
        self._evm: Any = pyrevm.EVM(env=env, gas_limit=gas_limit, spec_id="PRAGUE")
        self._evm.set_balance(_BANK, 2**200)

    def set_block(self, number: int, timestamp: int) -> None:
        """Let what runs next see this block."""
        self._evm.set_block_env(
            self._revm.BlockEnv(number=number, timestamp=timestamp, gas_limit=self._gas_limit, prevrandao=b"\0" * 32)
        )

    def run(self, call: Call, *, nonce: int, price: int = 0) -> Outcome:
        """Run a call for good.

        Parameters:
            call: what to do; without a gas limit it may use a whole block.
            nonce: of the sender; it decides where a created contract lives.
            price: what the call pays for each gas, in wei. It is charged by `charge`.

        Raises:
            Unmineable: no block can hold it.
            Unsupported: the sender is a contract.
        """
        self._evm.reset_transient_storage()
        sender, gas = call.sender or NATIVE, call.gas or self._gas_limit
        try:
            if call.to is not None:
                data = bytes(self._evm.message_call(sender, call.to, call.data, call.value, gas, price))
                return self._done(data, None)
            self._align_nonce(sender, nonce)
            created = to_address(self._evm.deploy(sender, call.data, call.value, gas))
            return self._done(self.code(created), created)
        except RuntimeError as error:
            return _failed(str(error))

    def charge(self, payer: Address, amount: int) -> None:
        """Take a fee from an account; nobody gets it."""
        if amount:
            self._evm.message_call(payer, NATIVE, value=amount, gas=_SPARE_GAS)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Take back whatever happens within the block."""
        checkpoint = self._evm.snapshot()
        try:
            yield
        finally:
            self._evm.revert(checkpoint)

    def snapshot(self) -> object:
        """Return a mark to `revert` to."""
        return self._evm.snapshot()

    def revert(self, checkpoint: object) -> None:
        """Go back to a mark."""
        self._evm.revert(checkpoint)

    def balance(self, address: Address) -> int:
        """Return a balance in wei."""
        return int(self._evm.get_balance(address))

    def set_balance(self, address: Address, amount: int) -> None:
        """Make a balance exactly `amount` wei, without running code.

        Raises:
            Unsupported: a contract would have to lose coins.
        """
        missing = amount - self.balance(address)
        if missing > 0:
            # A contract that destroys itself pays without asking the receiver.
            self._evm.deploy(_BANK, b"\x73" + bytes.fromhex(address[2:]) + b"\xff", missing, _SPARE_GAS)
        elif missing < 0 and self.code(address):
            raise Unsupported(f"taking coins from the contract {address}", "revm")
        elif missing < 0:
            self._evm.message_call(address, _BANK, value=-missing, gas=_SPARE_GAS)

    def code(self, address: Address) -> bytes:
        """Return the code at an address, exactly as it was deployed."""
        code = bytes(self._evm.get_code(address) or b"")
        if not code or keccak(code) == bytes(self._evm.basic(address).code_hash):
            return code
        return code[:-_PADDING]

    def set_code(self, address: Address, code: bytes) -> None:
        """Put code at an address; its balance stays, and no snapshot takes this back."""
        balance = self.balance(address)
        info = self._revm.AccountInfo(nonce=1, code_hash=keccak(code), code=code)
        self._evm.insert_account_info(address, info)
        self._evm.set_balance(address, balance)

    def _done(self, data: bytes, created: Address | None) -> Outcome:
        result = self._evm.result
        events = tuple(
            Event(to_address(log.address), tuple(map(bytes, log.data[0])), bytes(log.data[1])) for log in result.logs
        )
        return Outcome(ok=True, data=data, gas_used=result.gas_used, events=events, created=created)

    def _align_nonce(self, sender: Address, nonce: int) -> None:
        """Raise the state's nonce to the chain's: creations that revert count, and leave nothing else behind."""
        while self._evm.basic(sender).nonce < nonce:
            try:
                self._evm.deploy(sender, _REVERTING_CODE, gas=_SPARE_GAS)
            except RuntimeError:
                continue


def _failed(text: str) -> Outcome:
    found = _RESULT.match(text)
    if found is None and "RejectCallerWithCode" in text:
        raise Unsupported("sending for a contract", "revm")
    if found is None:
        raise Unmineable(text)
    return Outcome(
        ok=False, data=bytes.fromhex(found["output"] or ""), gas_used=int(found["gas"]), reason=found["reason"] or ""
    )

"""The base of the generated bindings: one contract at one address, read and planned for through an engine."""

from __future__ import annotations

from copy import copy
from pathlib import Path
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from lazai_py._chain.engine import BlockTag, Call, Engine, LogFilter
from lazai_py._contract import codec
from lazai_py._contract.abi import AddressLike, Event, Function, Parameter
from lazai_py._contract.artifact import FOLDER, Artifact, artifact
from lazai_py._contract.decode import decode_events, decoded, topics_of
from lazai_py._contract.intent import Intent, Sent
from lazai_py._errors import ContractError, NotDeployed
from lazai_py._types import Address, Wei, to_address

E = TypeVar("E", bound=Event)
R = TypeVar("R")


class Contract:
    """A contract on a chain. Its functions are methods: views return values, the others an `Intent`.

    Parameters:
        engine: the chain.
        address: where the contract is.

    Raises:
        InvalidAddress: `address` is none.
    """

    NAME: ClassVar[str]
    EVENTS: ClassVar[tuple[type[Event], ...]] = ()
    ARTIFACTS: ClassVar[Path] = FOLDER
    CONSTRUCTOR: ClassVar[tuple[Parameter, ...]] = ()

    def __init__(self, engine: Engine, address: AddressLike) -> None:
        self.engine = engine
        self.address: Address = to_address(address)
        self._has_code = False
        self._view_gas: int | None = None

    def __repr__(self) -> str:
        return f"{self.NAME}({self.address})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Contract):
            return NotImplemented
        return (self.NAME, self.engine, self.address) == (other.NAME, other.engine, other.address)

    def __hash__(self) -> int:
        return hash((self.NAME, self.address))

    def giving(self, gas: int) -> Self:
        """Return the same contract, whose views are called with this gas limit instead of the node's own.

        It matters where a view answers otherwise when it runs short, as one that asks a verifier does.
        """
        other = copy(self)
        other._view_gas = gas
        return other

    @classmethod
    def artifact(cls) -> Artifact:
        """Return the compiled contract: ABI, creation code, deployed code."""
        return artifact(cls.NAME, cls.ARTIFACTS)

    def check_deployed(self) -> Self:
        """Return the contract itself when there is code at its address. Asks the chain until it has seen some.

        Raises:
            NotDeployed: there is none.
        """
        if not self._has_code and not self.engine.code(self.address):
            raise NotDeployed(self.NAME, self.engine.chain_id(), address=self.address)
        self._has_code = True
        return self

    def decode_result(self, function: Function[R], data: bytes) -> R:
        """Return what a function returned, from the bytes that it returned.

        Raises:
            NotDeployed: nothing was returned, and there is no contract.
            ContractError: the bytes do not fit, so this is another contract.
        """
        try:
            values = codec.decode(function.outputs, data)
        except ValueError as error:
            self._refuse_answer(function, data, error)
        if function.result is not None:
            return function.result(*values)
        result: Any = values[0] if values else None
        return result  # type: ignore[no-any-return]

    def events(self, kind: type[E], *indexed: object, since: BlockTag = 0) -> list[E]:
        """Return the events of a kind that the contract emitted, in order.

        Parameters:
            kind: which events.
            indexed: what their indexed arguments must be, by position; a tuple for alternatives, None for any. What
                does not fit into a word is given by its hash.
            since: the first block that is read.
        """
        wanted = LogFilter(self.address, topics_of(kind, indexed), from_block=since)
        found = decode_events(self.engine.logs(wanted), {self.address: type(self)})
        return [event for event in found if isinstance(event, kind)]

    def _view(self, function: Function[R], *values: object) -> R:
        data = function.selector + codec.encode(function.inputs, values)
        try:
            answer = self.engine.call(Call(self.address, data, gas=self._view_gas))
        except ContractError as error:
            raise decoded(error).during(contract=self.NAME, function=function.name) from None
        return self.decode_result(function, answer)

    def _intent(self, function: Function[Any], *values: object, pay: Wei | None = None) -> Intent[Sent]:
        return Intent.of(self, function, values, pay)

    @classmethod
    def _creation(cls, *values: object) -> bytes:
        return cls.artifact().bytecode + codec.encode(cls.CONSTRUCTOR, values)

    def _refuse_answer(self, function: Function[Any], data: bytes, cause: ValueError) -> NoReturn:
        if not data:
            self.check_deployed()
        refused = ContractError(
            f"{self.address} answered {function.name} with 0x{data.hex()}, which is no answer of a {self.NAME}",
            data=data,
            remedy=f"Check that {self.address} is a {self.NAME}",
        )
        raise refused.during(contract=self.NAME, function=function.name) from cause

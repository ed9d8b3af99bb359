"""What the generated bindings are made of: the shapes of functions, structs, events and errors.

A *kind* is an ABI type: a string such as `uint256` or `address[]`, a `Struct` class, or an `Array` of structs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from lazai_py._chain.engine import Log
from lazai_py._errors import ContractError

R_co = TypeVar("R_co", covariant=True)


class HasAddress(Protocol):
    """Anything that lives at an address: an account, a contract."""

    @property
    def address(self) -> str:
        """Where it lives."""


AddressLike = str | bytes | HasAddress
"""What may be handed over where an address is asked for; see `to_address`."""


@dataclass(frozen=True, slots=True)
class Struct:
    """Base of the generated structs; their fields are in the order of Solidity's."""

    KINDS: ClassVar[tuple[Kind, ...]]

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the fields in Python."""
        return tuple(item.name for item in fields(cls))

    def values(self) -> tuple[Any, ...]:
        """Return the fields by position."""
        return tuple(getattr(self, name) for name in self.names())


@dataclass(frozen=True, slots=True)
class Array:
    """An array of structs, or of arrays of them. `suffix` is as in Solidity: `[]` or `[3]`."""

    item: Kind
    suffix: str


Kind = str | type[Struct] | Array


@dataclass(frozen=True, slots=True)
class Parameter:
    """One input or output: its name in Solidity, its kind, and whether an event indexes it."""

    name: str
    kind: Kind
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Function(Generic[R_co]):
    """A function of a contract.

    Parameters:
        name: its name in Solidity.
        selector: its first four bytes of call data.
        inputs: what it takes.
        outputs: what it returns.
        result: builds what Python returns from several outputs; None for one output or none.
    """

    name: str
    selector: bytes
    inputs: tuple[Parameter, ...] = ()
    outputs: tuple[Parameter, ...] = ()
    result: Callable[..., R_co] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Base of the generated events. `log` says where one was emitted, and does not count for equality.

    `log` is None for an event that was built by hand.
    """

    TOPIC: ClassVar[bytes]
    INPUTS: ClassVar[tuple[Parameter, ...]]

    log: Log | None = field(default=None, kw_only=True, compare=False, repr=False)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the arguments in Python, in the order of the contract."""
        return tuple(item.name for item in fields(cls) if item.name != "log")

    def __str__(self) -> str:
        return f"{type(self).__name__}({shown({name: getattr(self, name) for name in self.names()})})"


class CustomError(ContractError):
    """Base of the generated errors: a refusal that the contract names, with its arguments as attributes.

    `fields` holds the arguments by their names in Python, `args_by_name` by those in Solidity.
    """

    INPUTS: ClassVar[tuple[Parameter, ...]] = ()
    fields: Mapping[str, object]

    def __init__(self, notice: str, fields: dict[str, object], data: bytes) -> None:
        super().__init__(f"{notice} ({shown(fields)})" if fields else notice, data=data)
        self.fields = fields

    @property
    def args_by_name(self) -> dict[str, object]:
        """The arguments by their names in Solidity."""
        return {parameter.name: value for parameter, value in zip(self.INPUTS, self.fields.values(), strict=True)}


def shown(arguments: Mapping[str, object]) -> str:
    """Return named arguments as text, bytes in hex, as messages and plans show them."""
    return ", ".join(f"{name}={_shown_value(value)}" for name, value in arguments.items())


def _shown_value(value: object) -> str:
    if isinstance(value, bytes):
        return f"0x{value.hex()}"
    return repr(value) if isinstance(value, str) and not value.startswith("0x") else str(value)

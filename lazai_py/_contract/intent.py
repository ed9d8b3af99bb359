"""What somebody means to do to a contract, before, while and after it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from lazai_py._chain.engine import Call, Engine, Receipt
from lazai_py._contract import codec
from lazai_py._contract.abi import AddressLike, Event, Function, shown
from lazai_py._contract.decode import decode_events, decoded
from lazai_py._contract.plan import Plan, simulate
from lazai_py._errors import ContractError, InputError
from lazai_py._types import Address, Wei, to_address

if TYPE_CHECKING:
    from lazai_py._contract.contract import Contract

R_co = TypeVar("R_co", covariant=True)
S = TypeVar("S")
E = TypeVar("E", bound=Event)


class Sender(Protocol):
    """Who signs, sends and waits."""

    @property
    def engine(self) -> Engine:
        """The chain that it sends to."""

    @property
    def address(self) -> Address:
        """The account that it sends for."""

    def send(self, call: Call) -> Receipt:
        """Send a call and wait until it is mined."""

    def send_many(self, calls: Sequence[Call]) -> Sequence[Receipt]:
        """Send calls as fast as the chain takes them, and wait until every one is mined."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A call that was mined: its receipt, and what it made known."""

    receipt: Receipt
    events: tuple[Event, ...]

    def only(self, kind: type[E]) -> E:
        """Return the one event of a kind.

        Raises:
            ContractError: there is none, or more than one, so the contract is not what it is taken for.
        """
        found = self.all(kind)
        if len(found) == 1:
            return found[0]
        raise ContractError(
            f"{self.receipt.tx_hash} emitted {len(found)} {kind.__name__} events, not one",
            remedy="Check that the address is that of the contract it is taken for",
        )

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return every event of a kind, in order."""
        return tuple(event for event in self.events if isinstance(event, kind))


@dataclass(frozen=True, slots=True)
class Intent(Generic[R_co]):
    """A call that is fully thought out and not sent. Made by the bindings; immutable; may be sent more than once.

    Parameters:
        contract: what is called.
        function: which of its functions.
        args: the arguments, by position: addresses with their checksum, arrays and structs as tuples.
        value: native coin to send along.
        data: the call data, already checked and encoded.
        read: what the result is, given what was mined.
        preparing: calls that must be mined before, such as an ERC-20's `approve`.
    """

    contract: Contract
    function: Function[Any]
    args: tuple[object, ...]
    value: Wei
    data: bytes
    read: Callable[[Sent], R_co]
    preparing: tuple[Intent[object], ...] = ()

    @staticmethod
    def of(contract: Contract, function: Function[Any], args: tuple[object, ...], value: Wei | None) -> Intent[Sent]:
        """Return the intent to call a function; its result is what was mined.

        Raises:
            InputError: an argument does not fit, or `value` is no amount of the native coin.
        """
        value = Wei(0) if value is None else value
        if not isinstance(value, Wei):
            raise InputError(f"pay={value!r} is no amount of the native coin", remedy="Pass wei(...) or ether(...)")
        checked = codec.checked(function.inputs, args)
        data = function.selector + codec.pack(function.inputs, checked)
        return Intent(contract, function, checked, value, data, read=_itself)

    def then(self, read: Callable[[Sent], S]) -> Intent[S]:
        """Return the same intent with another result: what `read` makes of what was mined."""
        return Intent(self.contract, self.function, self.args, self.value, self.data, read, self.preparing)

    def after(self, *preparing: Intent[object]) -> Intent[R_co]:
        """Return the same intent with calls that are sent before it, each waited for."""
        return replace(self, preparing=(*self.preparing, *preparing))

    def call(self, sender: Address) -> Call:
        """Return the call as the chain takes it, without the preparing ones."""
        return Call(self.contract.address, self.data, int(self.value), sender)

    def plan(self, sender: AddressLike) -> Plan:
        """Return what sending would do now, without sending: gas, fee, effects, or why it would fail.

        Raises:
            NotDeployed: there is no contract at the address.
            ChainError: the chain cannot be asked.
        """
        return simulate(self, to_address(sender))

    def send(self, sender: Sender) -> R_co:
        """Send the preparing calls and the call itself, wait for each, and return the result.

        Raises:
            ContractError: the contract refuses; decoded. Before it is sent where that can be known.
            NotDeployed: there is no contract at the address.
            ChainError: funds, fees, nonces or the way to the chain stood against it.
        """
        for intent in self.preparing:
            intent.send(sender)
        self.contract.check_deployed()
        try:
            receipt = sender.send(self.call(sender.address))
        except ContractError as error:
            raise self.explained(error) from None
        return self.result(receipt)

    def result(self, receipt: Receipt) -> R_co:
        """Return the result, given the receipt of the mined call."""
        return self.read(Sent(receipt, decode_events(receipt.logs, self.contracts())))

    def explained(self, error: ContractError) -> ContractError:
        """Return a refusal of this call decoded, with the call's name in it."""
        return decoded(error).during(contract=self.contract.NAME, function=self.function.name)

    def contracts(self) -> Mapping[Address, type[Contract]]:
        """Return which contracts this intent and its preparing ones know, by address."""
        known = {self.contract.address: type(self.contract)}
        for intent in self.preparing:
            known |= intent.contracts()
        return known

    def __str__(self) -> str:
        names = [parameter.name for parameter in self.function.inputs]
        paid = f" paying {self.value}" if self.value else ""
        return f"{self.contract.NAME}.{self.function.name}({shown(dict(zip(names, self.args, strict=True)))}){paid}"


def _itself(sent: Sent) -> Sent:
    return sent

"""Raw revert data and logs as the classes that the package knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lazai_py._chain.engine import Log
from lazai_py._chain.reverts import standard_revert
from lazai_py._contract import codec
from lazai_py._contract.abi import CustomError, Event, Parameter
from lazai_py._errors import ContractError, UnknownRevert
from lazai_py._types import Address

if TYPE_CHECKING:
    from lazai_py._contract.contract import Contract

_SELECTOR = 4

Shape = tuple[bytes, int]
"""What tells events apart: the first topic and the number of topics."""


def decode_error(data: bytes, reason: str = "") -> ContractError:
    """Return what revert data means.

    Parameters:
        data: the revert data, possibly empty.
        reason: the engine's own word for the failure; kept where the data say nothing.

    Returns:
        The generated error of that selector, `RevertReason` or `Panic`; `UnknownRevert` when nothing fits.
    """
    kind = errors_by_selector().get(data[:_SELECTOR])
    if kind is None:
        return standard_revert(data, reason)
    build: Callable[..., CustomError] = kind
    try:
        return build(*codec.decode(kind.INPUTS, data[_SELECTOR:]), data=data)
    except ValueError:
        # Four bytes are few: somebody else's error may begin with those of one of ours.
        return UnknownRevert(data, reason=reason)


def decoded(error: ContractError) -> ContractError:
    """Return an engine's undecoded refusal as what it means; any other error as it is."""
    if not isinstance(error, UnknownRevert):
        return error
    known = decode_error(error.data, error.reason)
    return known.during(contract=error.contract, function=error.function, tx_hash=error.tx_hash)


@lru_cache(maxsize=1)
def errors_by_selector() -> Mapping[bytes, type[CustomError]]:
    """Return every generated error by the first four bytes of its data."""
    from lazai_py._contract.errors import ALL

    return {kind.selector: kind for kind in ALL}


def decode_events(logs: Iterable[Log], contracts: Mapping[Address, type[Contract]]) -> tuple[Event, ...]:
    """Return the events among logs, in order; logs that no known contract describes are left out.

    Parameters:
        logs: as the chain keeps them.
        contracts: which contract lives where. A log from elsewhere is read as an event of whichever contract of this
            package has one of that shape, such as the `Transfer` of an ERC-20.
    """
    known = {address: _by_shape(contract) for address, contract in contracts.items()}
    events = (_decode_event(log, known.get(log.address, {})) for log in logs)
    return tuple(event for event in events if event is not None)


def topics_of(kind: type[Event], indexed: Sequence[object]) -> tuple[bytes | tuple[bytes, ...] | None, ...]:
    """Return the topics of events whose indexed arguments are these; see `Contract.events`."""
    parameters = [each for each in kind.INPUTS if each.indexed]
    return (kind.TOPIC, *map(_wanted, parameters, indexed))


def _wanted(parameter: Parameter, value: object) -> bytes | tuple[bytes, ...] | None:
    if isinstance(value, tuple):
        return tuple(_to_topic(parameter, each) for each in value)
    return None if value is None else _to_topic(parameter, value)


def _decode_event(log: Log, own: Mapping[Shape, type[Event]]) -> Event | None:
    if not log.topics:
        return None
    shape = (log.topics[0], len(log.topics))
    kind = own.get(shape) or _any_by_shape().get(shape)
    if kind is None:
        return None
    try:
        return kind(**_arguments(kind, log), log=log)
    except ValueError:
        # The same topic in front of other data: another contract's event that only looks alike.
        return None


def _arguments(kind: type[Event], log: Log) -> dict[str, Any]:
    """Return the arguments of an event by their names in Python."""
    topics = iter(log.topics[1:])
    data = iter(codec.decode([each for each in kind.INPUTS if not each.indexed], log.data))
    values = [_from_topic(each, next(topics)) if each.indexed else next(data) for each in kind.INPUTS]
    return dict(zip(kind.names(), values, strict=True))


def _to_topic(parameter: Parameter, value: Any) -> bytes:
    return codec.encode([parameter], [value]) if _fits_a_topic(parameter) else value


def _from_topic(parameter: Parameter, topic: bytes) -> object:
    return codec.decode([parameter], topic)[0] if _fits_a_topic(parameter) else topic


def _fits_a_topic(parameter: Parameter) -> bool:
    # Only the hash of what does not fit into a word is kept in a topic.
    kind = parameter.kind
    return isinstance(kind, str) and not kind.endswith(("]", "string")) and kind != "bytes"


def _by_shape(contract: type[Contract]) -> dict[Shape, type[Event]]:
    return {(kind.TOPIC, 1 + sum(each.indexed for each in kind.INPUTS)): kind for kind in contract.EVENTS}


@lru_cache(maxsize=1)
def _any_by_shape() -> Mapping[Shape, type[Event]]:
    from lazai_py._contract.bindings import CONTRACTS

    shapes: dict[Shape, type[Event]] = {}
    for contract in CONTRACTS:
        shapes = {**_by_shape(contract), **shapes}
    return shapes

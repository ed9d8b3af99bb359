"""Many views, of one contract or of several, in few round trips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from lazai_py._chain.engine import BlockTag, Call, Engine, Simulation
from lazai_py._chain.reverts import standard_revert
from lazai_py._contract.contract import Contract
from lazai_py._errors import ContractError

C = TypeVar("C", bound=Contract)
T = TypeVar("T")

# Well below the gas that nodes allow for one simulation.
_GROUP = 200


def read_many(contract: C, views: Sequence[Callable[[C], T]]) -> list[T]:
    """Return what views of a contract return, asked together where the node can do that.

    Parameters:
        contract: whose views.
        views: each calls exactly one view of the contract it is handed, such as `lambda dat: dat.owner_of(7)`.

    Raises:
        ContractError: the first view that the contract refused.
        NotDeployed: there is no contract at the address.
    """
    contract.check_deployed()
    starts = range(0, len(views), _GROUP)
    return [result for start in starts for result in _read_group(contract, views[start : start + _GROUP])]


def read_each(engine: Engine, views: Sequence[tuple[C, Callable[[C], T]]], *, gas: int | None = None) -> list[T | None]:
    """Return what views of several contracts return, each asked by itself, so that none can spoil another.

    Parameters:
        engine: the chain.
        views: a contract, and what calls exactly one of its views.
        gas: what each may use; the node's own limit when left out. It bounds what a stranger's contract can answer.

    Returns:
        None for a contract that refuses, that is none, or that answers what the view cannot mean.
    """
    asked = [replace(_asked(contract, view), gas=gas) for contract, view in views]
    answers = engine.simulate_each(asked)
    return [
        _understood(partial(view, _on(contract, _Answering(answer)))) if answer.data else None
        for (contract, view), answer in zip(views, answers, strict=True)
    ]


def _understood(view: Callable[[], T]) -> T | None:
    try:
        return view()
    except ContractError:
        return None


def _read_group(contract: C, views: Sequence[Callable[[C], T]]) -> list[T]:
    answers = contract.engine.simulate_many([_asked(contract, view) for view in views])
    if answers is None:
        return [view(contract) for view in views]
    return [view(_on(contract, _Answering(answer))) for view, answer in zip(views, answers, strict=True)]


def _asked(contract: C, view: Callable[[C], T]) -> Call:
    """Return the call that a view makes."""
    listening = _Listening()
    try:
        view(_on(contract, listening))
    except _HeardError as heard:
        return heard.call
    raise AssertionError("the view asked nothing")


def _on(contract: C, engine: _Listening | _Answering) -> C:
    return type(contract)(cast(Engine, engine), contract.address)


class _HeardError(Exception):
    """Ends a view once it is known what it asks."""

    def __init__(self, call: Call) -> None:
        self.call = call


class _Listening:
    """In place of an engine: hears what is asked."""

    def call(self, tx: Call, *, block: BlockTag = "latest") -> bytes:  # noqa: ARG002 - the engine's signature
        raise _HeardError(tx)


class _Answering:
    """In place of an engine: answers what is known already."""

    def __init__(self, answer: Simulation) -> None:
        self._answer = answer

    def call(self, tx: Call, *, block: BlockTag = "latest") -> bytes:  # noqa: ARG002 - the engine's signature
        if not self._answer.ok:
            raise standard_revert(self._answer.data, self._answer.reason)
        return self._answer.data

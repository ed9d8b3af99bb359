"""Many intents at once: pipelined instead of one after another, with the same errors as a single one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import update_wrapper
from html import escape
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.intent import Intent, Sender
from lazai_py._contract.plan import Plan
from lazai_py._contract.write import Writer
from lazai_py._errors import BulkFailed, ContractError, LazAIError
from lazai_py._types import Wei

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
W = TypeVar("W", bound=Writer)


def send_many(sender: Sender, intents: Sequence[Intent[R]]) -> list[R]:
    """Send intents in order, as fast as the chain takes them, and return their results in the same order.

    What prepares an intent is sent right before it.

    Raises:
        BulkFailed: some failed; `failures` has the decoded error of each, by the position of its intent.
        NotDeployed: there is no contract at an address.
        ChainError: funds, fees, nonces or the way to the chain stood against all of them.
    """
    steps = [(position, step) for position, intent in enumerate(intents) for step in _steps(intent)]
    for contract in {step.contract for _, step in steps}:
        contract.check_deployed()
    try:
        receipts = sender.send_many([step.call(sender.address) for _, step in steps])
    except BulkFailed as error:
        raise _by_intent(error, steps) from None
    last = {position: receipt for (position, _), receipt in zip(steps, receipts, strict=True)}
    return [intent.result(last[position]) for position, intent in enumerate(intents)]


def _steps(intent: Intent[object]) -> list[Intent[object]]:
    return [step for each in intent.preparing for step in _steps(each)] + [intent]


def _by_intent(error: BulkFailed, steps: Sequence[tuple[int, Intent[object]]]) -> BulkFailed:
    """Return the failure of calls as one of intents, decoded."""
    failures = {steps[call][0]: _explained(steps[call][1], each) for call, each in error.failures.items()}
    receipts = {position: receipt for (position, _), receipt in zip(steps, error.receipts, strict=True)}
    return BulkFailed(failures, list(receipts.values()))


def _explained(intent: Intent[object], error: LazAIError) -> LazAIError:
    return intent.explained(error) if isinstance(error, ContractError) else error


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What several intents would do, each planned by itself against the present state. Nothing was sent."""

    plans: tuple[Plan, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stands against sending."""
        return self.failure is None

    @property
    def failure(self) -> LazAIError | None:
        """Why the first that would fail would; None when all would work."""
        return next((plan.failure for plan in self.plans if plan.failure is not None), None)

    @property
    def gas(self) -> int | None:
        """The gas of all of them; None when this node cannot tell."""
        known = [plan.gas for plan in self.plans if plan.gas is not None]
        return sum(known) if len(known) == len(self.plans) else None

    @property
    def fee(self) -> Wei | None:
        """The most that the gas would cost at today's fees; None as `gas` is."""
        known = [plan.fee for plan in self.plans if plan.fee is not None]
        return sum(known, Wei(0)) if len(known) == len(self.plans) else None

    def __str__(self) -> str:
        return "\n".join(map(str, self.plans)) or "nothing to do"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


@dataclass(frozen=True, slots=True)
class Batch(Generic[R_co]):
    """Several intents that do one thing together, and how their results become one."""

    intents: tuple[Intent[Any], ...]
    read: Callable[[list[Any]], R_co]

    def plan(self, sender: AddressLike) -> BatchPlan:
        """Return what sending would do now, without sending; see `Intent.plan`."""
        return BatchPlan(tuple(intent.plan(sender) for intent in self.intents))

    def send(self, sender: Sender) -> R_co:
        """Send all of them, wait, and return the one result; see `send_many`."""
        return self.read(send_many(sender, self.intents))


class BoundWriteMany(Generic[P, R]):
    """A write method of one object that takes several transactions."""

    def __init__(self, body: Callable[P, Batch[R]], sender: Sender) -> None:
        update_wrapper(self, body)
        self._body = body
        self._sender = sender

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Send all, wait and return the result."""
        return self._body(*args, **kwargs).send(self._sender)

    def plan(self, *args: P.args, **kwargs: P.kwargs) -> BatchPlan:
        """Return what the same call would do and cost, or why it would fail, without sending."""
        return self._body(*args, **kwargs).plan(self._sender.address)

    def batch(self, *args: P.args, **kwargs: P.kwargs) -> Batch[R]:
        """Return the batch itself, to be sent later, or its intents together with others."""
        return self._body(*args, **kwargs)


class write_many(Generic[W, P, R]):  # noqa: N801 - it is used as a decorator
    """What `write` is to one transaction, for a method that returns a `Batch[R]`."""

    def __init__(self, body: Callable[Concatenate[W, P], Batch[R]]) -> None:
        update_wrapper(self, body)  # type: ignore[arg-type]
        self._body = body

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> write_many[W, P, R]: ...

    @overload
    def __get__(self, instance: W, owner: type[Any]) -> BoundWriteMany[P, R]: ...

    def __get__(self, instance: W | None, owner: type[Any]) -> write_many[W, P, R] | BoundWriteMany[P, R]:
        """Bind the method to an object."""
        if instance is None:
            return self
        bound: Callable[P, Batch[R]] = self._body.__get__(instance, owner)
        return BoundWriteMany(bound, instance.sender)

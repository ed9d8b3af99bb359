"""`@write`: a method that sends when it is called, and has a dry-run twin, from one body."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

from lazai_py._contract.intent import Intent, Sender
from lazai_py._contract.plan import Plan

P = ParamSpec("P")
R = TypeVar("R")


class Writer(Protocol):
    """An object with `@write` methods: it knows who sends for it."""

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""


W = TypeVar("W", bound=Writer)


class BoundWrite(Generic[P, R]):
    """A write method of one object. Calling it sends, waits and returns the result."""

    __name__: str

    def __init__(self, body: Callable[P, Intent[R]], sender: Sender) -> None:
        update_wrapper(self, body)
        self._body = body
        self._sender = sender

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Send, wait and return the result."""
        return self._body(*args, **kwargs).send(self._sender)

    def plan(self, *args: P.args, **kwargs: P.kwargs) -> Plan:
        """Return what the same call would do and cost, or why it would fail, without sending."""
        return self._body(*args, **kwargs).plan(self._sender.address)

    def intent(self, *args: P.args, **kwargs: P.kwargs) -> Intent[R]:
        """Return the intent itself, to be sent later or together with others."""
        return self._body(*args, **kwargs)


class write(Generic[W, P, R]):  # noqa: N801 - it is used as a decorator
    """Turns a method that returns an `Intent[R]` into one that sends it and returns `R`.

    The method keeps its parameters, types and documentation, and gains `.plan(...)` and `.intent(...)` with the same
    parameters.
    """

    def __init__(self, body: Callable[Concatenate[W, P], Intent[R]]) -> None:
        update_wrapper(self, body)  # type: ignore[arg-type]
        self._body = body

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> write[W, P, R]: ...

    @overload
    def __get__(self, instance: W, owner: type[Any]) -> BoundWrite[P, R]: ...

    def __get__(self, instance: W | None, owner: type[Any]) -> write[W, P, R] | BoundWrite[P, R]:
        """Bind the method to an object."""
        if instance is None:
            return self
        bound: Callable[P, Intent[R]] = self._body.__get__(instance, owner)
        return BoundWrite(bound, instance.sender)

"""Which calls cost something, and how their price is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lazai_py._errors import InputError
from lazai_py.gateway.meters import Meter


@dataclass(frozen=True, slots=True)
class Route:
    """A rule: calls of these methods to these paths are paid, as this meter says.

    Parameters:
        path: a path as the application sees it, such as `/v1/chat/completions`; `/v1/*` stands for all below `/v1/`.
        meter: measures what a call uses.
        methods: in upper case; `GET` includes `HEAD`. Empty stands for every method.
    """

    path: str
    meter: Meter
    methods: frozenset[str] = frozenset({"POST"})

    def __post_init__(self) -> None:
        plain = self.path.removesuffix("/*")
        if not self.path.startswith("/") or "*" in plain:
            raise InputError(f"{self.path!r} is no path", remedy="Pass /a/path, or /a/* for all below /a/")

    def matches(self, method: str, path: str) -> bool:
        """Whether a call is one of these."""
        if self.methods and ("GET" if method == "HEAD" else method) not in self.methods:
            return False
        return self.covers(path)

    def covers(self, path: str) -> bool:
        """Whether a path is one of these, whatever the method."""
        return path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path


def find(routes: Iterable[Route], method: str, path: str) -> Route | None:
    """Return the first rule for a call, or None when it is free."""
    return next((route for route in routes if route.matches(method, path)), None)

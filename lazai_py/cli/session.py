"""One run of the command line: where it is connected, who signs, and how it prints."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

import typer

from lazai_py._errors import InputError, InvalidKey

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._contract.bulk import BatchPlan
    from lazai_py._contract.intent import Sender
    from lazai_py._contract.plan import Plan
    from lazai_py._types import Wei
    from lazai_py.vault import LocalVault

R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")

Fields = Mapping[str, object]
"""What a command prints: as lines, or as JSON."""

Permitted = Annotated[
    bool | None,
    typer.Option("--permit/--no-permit", help="Pay an ERC-20 by a permit; where it can be one when left out."),
]

LOCAL_CHAINS = (1337, 31337)


class Writing(Protocol[R_co]):
    """A write whose arguments are given: an intent or a batch of them."""

    def plan(self, sender: str) -> Plan | BatchPlan:
        """Return what it would do."""

    def send(self, sender: Sender) -> R_co:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that all commands share."""

    rpc: str
    keystore: Path | None
    account: str | None
    deployment: Path | None
    vault: Path | None
    as_json: bool
    dry_run: bool
    yes: bool


class Session:
    """What commands work with. Connects when a command first needs the chain."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._opened: list[LazAI] = []

    def close(self) -> None:
        """Let go of the connection."""
        for lz in self._opened:
            lz.close()

    @cached_property
    def vault(self) -> LocalVault:
        """The folder that keeps content."""
        from lazai_py.vault import LocalVault

        return LocalVault(self.settings.vault)

    @cached_property
    def reader(self) -> LazAI:
        """The connection, for reading only."""
        from lazai_py import LazAI

        self._opened.append(LazAI.connect(self.settings.rpc, deployment=self.settings.deployment, vault=self.vault))
        return self._opened[-1]

    @cached_property
    def signer(self) -> LazAI:
        """The connection, for the account that signs.

        Raises:
            InvalidKey: nobody is named, and the chain is no local one.
        """
        if self.settings.keystore is not None:
            return self.reader.as_account(self.settings.keystore, password=_ask_password)
        return self.reader.as_account(self.settings.account or self._first_account())

    def _first_account(self) -> str:
        held = self.reader.engine.accounts() if self.reader.chain_id in LOCAL_CHAINS else []
        if not held:
            raise InvalidKey("no account is named", remedy="Pass --keystore FILE, or --account ADDRESS of the node")
        return held[0]

    def write(self, writing: Writing[R]) -> R | None:
        """Send after a look at the plan and, on a chain that is not local, a question.

        Returns:
            The result; None on a dry run, after the plan was printed.

        Raises:
            LazAIError: it would fail, or failed.
        """
        plan = writing.plan(self.signer.address)
        if plan.failure is not None:
            raise plan.failure
        if self.settings.dry_run:
            self.show_plan(plan)
            return None
        self.confirm(str(plan))
        return writing.send(self.signer.sender)

    def confirm(self, what: str) -> None:
        """Ask whether to go on; on a local chain, and with --yes, there is nothing to ask.

        Raises:
            InputError: there is nobody to ask.
        """
        if self.settings.yes or self.reader.chain_id in LOCAL_CHAINS:
            return
        if not sys.stdin.isatty():
            raise InputError("this would be sent, and nobody is there to ask", remedy="Pass --yes, or --dry-run")
        typer.echo(what, err=True)
        typer.confirm(f"Send this to chain {self.reader.chain_id}?", abort=True, err=True)

    def show_plan(self, plan: Plan | BatchPlan) -> None:
        """Print what would happen."""
        self.show({"dry_run": True, "gas": plan.gas, "fee": _fee(plan.fee), "plan": str(plan)}, text=str(plan))

    def show(self, fields: Fields, *, text: str | None = None) -> None:
        """Print fields as JSON, or as lines or the given text."""
        if self.settings.as_json:
            typer.echo(json.dumps(plain(fields), indent=2))
        else:
            typer.echo(text if text is not None else _lines(fields))


def plain(value: object) -> object:
    """Return a value as JSON can say it.

    Numbers that JavaScript would round become text, and what is no JSON becomes its text.
    """
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int) and abs(value) < 2**53:
        return value
    return f"0x{value.hex()}" if isinstance(value, bytes) else str(value)


def _lines(fields: Fields, indent: str = "") -> str:
    shown = {name.replace("_", " "): plain(value) for name, value in fields.items()}
    width = max(map(len, shown), default=0)
    return "\n".join(f"{indent}{name.ljust(width)}{_shown(value, indent)}" for name, value in shown.items())


def _shown(value: object, indent: str) -> str:
    """Return a value after its name: in the same line, or below it when it has names of its own."""
    if isinstance(value, Mapping) and value:
        return "\n" + _lines(value, f"{indent}  ")
    if isinstance(value, Mapping | list):
        return "  " + (", ".join(map(str, value)) or "none")
    return "  " + ("none" if value is None else str(value))


def _fee(fee: Wei | None) -> str | None:
    return None if fee is None else str(fee)


def _ask_password() -> str:
    import os

    from lazai_py._chain.accounts import OPENING_VARIABLE

    return os.environ.get(OPENING_VARIABLE) or getpass.getpass("Password of the keystore: ")

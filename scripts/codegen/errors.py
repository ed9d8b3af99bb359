"""Writes the module of every custom error, from all contracts together."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.codegen import text
from scripts.codegen.bindings import parameters
from scripts.codegen.model import Contract, Signal
from scripts.codegen.remedies import ADVICE, Advice

_IMPORTS = {
    "lazai_py._contract.abi": ["CustomError", "Parameter"],
    "lazai_py._types": ["Address"],
}


def render(contracts: Iterable[Contract]) -> str:
    """Return the source of the module.

    Raises:
        ValueError: an error has no advice, advice has no error, or two errors have one name.
    """
    found: dict[str, Signal] = {}
    for error in sorted((error for contract in contracts for error in contract.errors), key=lambda error: error.name):
        if found.setdefault(error.name, error).signature != error.signature:
            raise ValueError(f"two errors are named {error.name}, with different arguments: rename one")
    _check_advice(set(found))
    classes = [_error(error, ADVICE[name]) for name, error in found.items()]
    every = f"ALL: tuple[type[CustomError], ...] = {text.sequence(found)}"
    public = f"__all__ = {[*found]}"
    body = "\n\n\n".join([public, *classes, every])
    header = text.HEADER.format(title="The errors that contracts name, one class for each.", source="contracts")
    return "\n".join([header, text.imports(body, _IMPORTS), "", body, ""])


def _check_advice(errors: set[str]) -> None:
    if missing := sorted(errors - ADVICE.keys()):
        raise ValueError(f"no remedy for {', '.join(missing)}: write one in scripts/codegen/remedies.py")
    if idle := sorted(ADVICE.keys() - errors):
        raise ValueError(f"no contract raises {', '.join(idle)}: remove them from scripts/codegen/remedies.py")


def _error(error: Signal, advice: Advice) -> str:
    bases = ", ".join(["CustomError", *([advice.builtin] if advice.builtin else [])])
    lines = [
        text.docstring(error.doc, f"Solidity: `{error.signature}`"),
        "",
        f'selector = bytes.fromhex("{error.identity}")',
        *([f"INPUTS = {parameters(error.inputs)}"] if error.inputs else []),
        f"remedy = {text.literal(advice.remedy)}",
        "",
        _init(error),
    ]
    return f"class {error.name}({bases}):\n" + text.indented("\n".join(lines))


def _init(error: Signal) -> str:
    arguments = ["self", *(f"{value.name}: {value.gives}" for value in error.inputs), "*", 'data: bytes = b""']
    fields = ", ".join(f'"{value.name}": {value.name}' for value in error.inputs)
    notice = text.literal(error.doc.rstrip("."))
    lines = [
        f"super().__init__({notice}, {{{fields}}}, data)",
        *(f"self.{value.name} = {value.name}" for value in error.inputs),
    ]
    return f"def __init__({', '.join(arguments)}) -> None:\n" + text.indented("\n".join(lines))

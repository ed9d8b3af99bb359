"""Writes the binding of a contract: one module with its structs, results, events and the contract itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.codegen import text
from scripts.codegen.model import Contract, Function, Signal, Struct, Value
from scripts.codegen.naming import snake
from scripts.codegen.sources import Unit

_IMPORTS = {
    "collections.abc": ["Sequence"],
    "dataclasses": ["dataclass"],
    "pathlib": ["Path"],
    "typing": ["ClassVar", "NamedTuple"],
    "lazai_py._contract.abi": ["AddressLike", "Array", "Event", "Function", "Kind", "Parameter", "Struct"],
    "lazai_py._contract.contract": ["Contract"],
    "lazai_py._contract.intent": ["Intent", "Sent"],
    "lazai_py._types": ["Address", "Wei"],
}


def module_name(contract: str) -> str:
    """Return the name of a contract's module, such as `data_anchoring_token`."""
    return snake(contract)


def render(contract: Contract, unit: Unit) -> str:
    """Return the source of a contract's module."""
    several = [function for function in contract.functions if len(function.outputs) > 1]
    blocks = [
        *map(_struct, contract.structs),
        *map(_result, several),
        *map(_event, contract.events),
        "\n".join(_constant(function) for function in contract.functions),
        _contract(contract, is_mock=unit.is_mock),
    ]
    body = "\n\n\n".join(block for block in blocks if block)
    header = text.HEADER.format(title=f"{contract.name}, typed.", source=unit.source)
    return "\n".join([header, text.imports(body, _IMPORTS), "", body, ""])


def render_index(contracts: Iterable[str]) -> str:
    """Return the source of the package's `__init__`, which lists the contracts."""
    names = sorted(contracts)
    lines = [f"from lazai_py._contract.bindings.{module_name(name)} import {name}" for name in names]
    header = text.HEADER.format(title="The contracts that the package knows, typed.", source="contracts")
    imported = ["from lazai_py._contract.contract import Contract", *lines]
    every = f"CONTRACTS: tuple[type[Contract], ...] = {text.sequence(names)}"
    return "\n".join([header, *sorted(imported), "", every, ""])


def parameter(value: Value) -> str:
    """Return the source of a `Parameter`."""
    return f'Parameter("{value.solidity}", {value.kind}{", indexed=True" if value.indexed else ""})'


def parameters(values: Iterable[Value]) -> str:
    """Return the source of a tuple of `Parameter`."""
    return text.sequence(map(parameter, values))


def fields(values: Iterable[Value]) -> Iterator[str]:
    """Return the lines of a class's fields."""
    return (f"{value.name}: {_kept(value)}" for value in values)


def _kept(value: Value) -> str:
    # Of an indexed value that fits no word, the chain keeps the hash.
    is_hashed = value.indexed and (value.gives == "str" or value.kind.endswith((']"', '"bytes"')))
    return "bytes" if is_hashed else value.gives


def _struct(struct: Struct) -> str:
    kinds = text.sequence(value.kind for value in struct.fields)
    lines = [
        text.docstring(f"The struct `{struct.name}`."),
        "",
        f"KINDS: ClassVar[tuple[Kind, ...]] = {kinds}",
        "",
        *fields(struct.fields),
    ]
    return f"@dataclass(frozen=True, slots=True)\nclass {struct.name}(Struct):\n" + text.indented("\n".join(lines))


def _result(function: Function) -> str:
    documented = {value.name: value.doc for value in function.outputs}
    doc = text.docstring(f"What `{function.solidity}` returns.", text.section("Attributes", documented))
    return f"class {function.result}(NamedTuple):\n" + text.indented("\n".join([doc, "", *fields(function.outputs)]))


def _event(event: Signal) -> str:
    lines = [
        text.docstring(event.doc, f"Solidity: `{event.signature}`"),
        "",
        f'TOPIC: ClassVar[bytes] = bytes.fromhex("{event.identity}")',
        f"INPUTS: ClassVar[tuple[Parameter, ...]] = {parameters(event.inputs)}",
        "",
        *fields(event.inputs),
    ]
    return f"@dataclass(frozen=True, slots=True)\nclass {event.name}(Event):\n" + text.indented("\n".join(lines))


def _constant(function: Function) -> str:
    items = [f'"{function.solidity}"', f'bytes.fromhex("{function.selector}")']
    if function.inputs:
        items.append(f"inputs={parameters(function.inputs)}")
    if function.outputs:
        items.append(f"outputs={parameters(function.outputs)}")
    if len(function.outputs) > 1:
        items.append(f"result={function.result}")
    return f"_{function.name.upper()}: Function[{_returned(function)}] = Function({', '.join(items)})"


def _returned(function: Function) -> str:
    if len(function.outputs) > 1:
        return function.result
    return function.outputs[0].gives if function.outputs else "None"


def _contract(contract: Contract, *, is_mock: bool) -> str:
    lines = [
        text.docstring(contract.doc),
        "",
        f'NAME = "{contract.name}"',
        f"EVENTS = {text.sequence(event.name for event in contract.events)}",
    ]
    if is_mock:
        # Nothing that pytest shall collect, whatever a mock is named.
        lines += ['ARTIFACTS = Path(__file__).parents[1] / "artifacts"', "__test__ = False"]
    if contract.constructor:
        lines.append(f"CONSTRUCTOR = {parameters(contract.constructor)}")
    methods = [] if contract.constructor is None else [_creation(contract.constructor)]
    methods += [_view(function) if function.is_view else _write(function) for function in contract.functions]
    lines += [f"\n{method}" for method in methods]
    return f"class {contract.name}(Contract):\n" + text.indented("\n".join(lines))


def _creation(inputs: tuple[Value, ...]) -> str:
    doc = text.docstring("The code that creates the contract, with its arguments.")
    arguments = ", ".join(value.name for value in inputs)
    return (
        f"@classmethod\ndef creation({_taken('cls', inputs)}) -> bytes:\n"
        f"{text.indented(doc)}\n    return cls._creation({arguments})"
    )


def _view(function: Function) -> str:
    arguments = ", ".join([f"_{function.name.upper()}", *(value.name for value in function.inputs)])
    doc = text.docstring(function.doc, _inputs_section(function), text.section("Returns", _outputs(function)))
    return (
        f"def {function.name}({_taken('self', function.inputs)}) -> {_returned(function)}:\n"
        f"{text.indented(doc)}\n    return self._view({arguments})"
    )


def _write(function: Function) -> str:
    pay = ["*", "pay: Wei"] if function.is_payable else []
    arguments = [f"_{function.name.upper()}", *(value.name for value in function.inputs)]
    arguments += ["pay=pay"] if function.is_payable else []
    doc = text.docstring(function.doc, _inputs_section(function), text.section("A plan's result", _outputs(function)))
    return (
        f"def {function.name}({', '.join([_taken('self', function.inputs), *pay])}) -> Intent[Sent]:\n"
        f"{text.indented(doc)}\n    return self._intent({', '.join(arguments)})"
    )


def _taken(first: str, inputs: tuple[Value, ...]) -> str:
    return ", ".join([first, *(f"{value.name}: {value.takes}" for value in inputs)])


def _inputs_section(function: Function) -> str:
    documented = {value.name: value.doc for value in function.inputs}
    if function.is_payable:
        documented["pay"] = "the native coin to send along."
    return text.section("Parameters", documented)


def _outputs(function: Function) -> dict[str, str]:
    # Several outputs are described where their tuple is.
    return {value.name: value.doc for value in function.outputs} if len(function.outputs) == 1 else {}

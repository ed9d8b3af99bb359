"""An artifact as what a binding is made of: names, kinds, types and documentation, ready to be written as Python."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from eth_hash.auto import keccak

from scripts.codegen import naming
from scripts.codegen.notices import NOTICES, SHARED

Json = dict[str, Any]

_ARRAY = re.compile(r"(.+)(\[\d*\])")
_STRUCT = re.compile(r"struct (?:\w+\.)?(\w+)")


@dataclass(frozen=True)
class Value:
    """A parameter, field or output.

    Parameters:
        name: in Python.
        solidity: in Solidity.
        kind: the Python expression of its ABI kind.
        takes: the Python type that is accepted for it.
        gives: the Python type that it is returned as.
        indexed: whether an event indexes it.
        doc: what NatSpec says about it.
    """

    name: str
    solidity: str
    kind: str
    takes: str
    gives: str
    indexed: bool
    doc: str


@dataclass(frozen=True)
class Struct:
    """A struct in the interface of a contract."""

    name: str
    fields: tuple[Value, ...]


@dataclass(frozen=True)
class Function:
    """A function of a contract; `name` is unique in Python although Solidity's may be overloaded."""

    name: str
    solidity: str
    selector: str
    inputs: tuple[Value, ...]
    outputs: tuple[Value, ...]
    is_view: bool
    is_payable: bool
    doc: str

    @property
    def result(self) -> str:
        """The name of the tuple that several outputs are returned as."""
        return f"{naming.pascal(self.solidity)}Result"


@dataclass(frozen=True)
class Signal:
    """An event or an error. `identity` is its topic or selector in hex."""

    name: str
    signature: str
    identity: str
    inputs: tuple[Value, ...]
    doc: str


@dataclass(frozen=True)
class Contract:
    """A contract as its binding shows it."""

    name: str
    doc: str
    constructor: tuple[Value, ...] | None
    structs: tuple[Struct, ...]
    functions: tuple[Function, ...]
    events: tuple[Signal, ...]
    errors: tuple[Signal, ...]


def read(artifact: Json, *, is_mock: bool) -> Contract:
    """Return the model of an artifact; what a mock declares may go without documentation."""
    abi: list[Json] = artifact["abi"]
    docs = Docs(artifact["userdoc"], artifact["devdoc"], is_complete=not is_mock)
    is_deployable = artifact["bytecode"] != "0x"
    constructors = [entry for entry in abi if entry["type"] == "constructor"]
    constructor = (
        values(constructors[0]["inputs"] if constructors else [], {}, named=naming.argument) if is_deployable else None
    )
    found = {struct.name: struct for entry in abi for struct in _structs_of(entry)}
    return Contract(
        name=artifact["name"],
        doc=docs.contract(),
        constructor=constructor,
        structs=tuple(found.values()),
        functions=tuple(_functions(abi, docs)),
        events=tuple(_signal(entry, docs.of("events", entry)) for entry in abi if entry["type"] == "event"),
        errors=tuple(_errors(artifact, docs)),
    )


class Docs:
    """NatSpec, by signature.

    Parameters:
        user: what the compiler wrote for users.
        dev: what it wrote for developers.
        is_complete: whether nothing may lack a text.

    Raises:
        ValueError: something lacks one: there is no `@notice`, and no entry in `notices.py` either.
    """

    def __init__(self, user: Json, dev: Json, *, is_complete: bool) -> None:
        """Keeps the documentation of one contract."""
        self._user = user
        self._dev = dev
        self._is_complete = is_complete

    def contract(self) -> str:
        """What the contract says of itself."""
        return self.said(self._user.get("notice") or self._dev.get("title"), "the contract")

    def of(self, group: str, entry: Json, notice: str = "") -> str:
        """What is said of a method, event or error; `notice` where the compiler passed it on by another way."""
        own = notice or self._entry(self._user, group, entry).get("notice")
        known = signature(entry)
        return self.said(NOTICES.get(known) or own or SHARED.get(known), f"`{entry['name']}`")

    def said(self, notice: str | None, what: str) -> str:
        """The notice itself, or the name of what it belongs to where it may be missing."""
        if not notice and self._is_complete:
            raise ValueError(
                f"{what} has no @notice: write one, or one in scripts/codegen/notices.py if it is not ours"
            )
        return notice or f"{what}."

    def params(self, entry: Json) -> dict[str, str]:
        """What is said of each parameter of a method, by its name."""
        return dict(self._entry(self._dev, "methods", entry).get("params", {}))

    def returns(self, entry: Json) -> dict[str, str]:
        """What is said of each output of a method, by its name."""
        return dict(self._entry(self._dev, "methods", entry).get("returns", {}))

    def _entry(self, docs: Json, group: str, entry: Json) -> Json:
        found = docs.get(group, {}).get(signature(entry), {})
        one: Json = found[0] if isinstance(found, list) else found
        return one


def signature(entry: Json) -> str:
    """Return what is hashed for a selector or topic, such as `mint(uint256,address)`."""
    return f"{entry['name']}({','.join(_abi_type(each) for each in entry['inputs'])})"


def values(
    entries: list[Json], docs: Mapping[str, str], *, named: Callable[[str, int], str] = naming.value
) -> tuple[Value, ...]:
    """Return parameters, fields or outputs.

    Parameters:
        entries: as the ABI lists them.
        docs: what is said of them, by their names in Solidity.
        named: makes the name in Python of a name in Solidity and a position.
    """
    return tuple(_value(entry, named(entry["name"], position), docs) for position, entry in enumerate(entries))


def _value(entry: Json, name: str, docs: Mapping[str, str]) -> Value:
    return Value(
        name=name,
        solidity=entry["name"],
        kind=_kind(entry["type"], entry),
        takes=_python(entry["type"], entry, address="AddressLike", array="Sequence[{}]"),
        gives=_python(entry["type"], entry, address="Address", array="tuple[{}, ...]"),
        indexed=entry.get("indexed", False),
        doc=docs.get(entry["name"], ""),
    )


def _abi_type(entry: Json) -> str:
    if not entry["type"].startswith("tuple"):
        return str(entry["type"])
    return f"({','.join(map(_abi_type, entry['components']))}){entry['type'].removeprefix('tuple')}"


def _kind(solidity: str, entry: Json) -> str:
    if not solidity.startswith("tuple"):
        return f'"{solidity}"'
    array = _ARRAY.fullmatch(solidity)
    return f'Array({_kind(array[1], entry)}, "{array[2]}")' if array else _struct_name(entry)


def _python(solidity: str, entry: Json, *, address: str, array: str) -> str:
    match = _ARRAY.fullmatch(solidity)
    if match:
        return array.format(_python(match[1], entry, address=address, array=array))
    if solidity.startswith("tuple"):
        return _struct_name(entry)
    if solidity.startswith(("uint", "int")):
        return "int"
    return {"address": address, "bool": "bool", "string": "str"}.get(solidity, "bytes")


def _struct_name(entry: Json) -> str:
    match = _STRUCT.match(entry["internalType"])
    if match is None:
        raise ValueError(f"{entry['internalType']} is no struct")
    return match[1]


def _structs_of(entry: Json) -> Iterator[Struct]:
    """The structs in the inputs and outputs of an entry, inner ones first."""
    for each in [*entry.get("inputs", []), *entry.get("outputs", []), *entry.get("components", [])]:
        yield from _structs_of(each)
    if entry["type"].startswith("tuple"):
        yield Struct(_struct_name(entry), values(entry["components"], {}))


def _functions(abi: list[Json], docs: Docs) -> Iterator[Function]:
    entries = [entry for entry in abi if entry["type"] == "function"]
    overloads = Counter(entry["name"] for entry in entries)
    shortest = {name: min(_count(entry) for entry in entries if entry["name"] == name) for name in overloads}
    for entry in sorted(entries, key=lambda entry: (entry["name"], _count(entry))):
        name = naming.snake(entry["name"])
        if _count(entry) > shortest[entry["name"]]:
            name += f"_with_{naming.snake(entry['inputs'][-1]['name'])}"
        yield Function(
            name=name,
            solidity=entry["name"],
            selector=_hash(signature(entry))[:8],
            inputs=values(entry["inputs"], docs.params(entry), named=naming.argument),
            outputs=values(entry["outputs"], docs.returns(entry)),
            is_view=entry["stateMutability"] in {"view", "pure"},
            is_payable=entry["stateMutability"] == "payable",
            doc=docs.of("methods", entry),
        )


def _count(entry: Json) -> int:
    return len(entry["inputs"])


def _errors(artifact: Json, docs: Docs) -> Iterator[Signal]:
    for entry in artifact["abi"]:
        if entry["type"] == "error":
            yield _signal(entry, docs.of("errors", entry), digits=8)
    for error in artifact["libraryErrors"]:
        yield _signal(error["abi"], docs.of("errors", error["abi"], error["notice"]), digits=8)


def _signal(entry: Json, doc: str, *, digits: int = 64) -> Signal:
    text = signature(entry)
    return Signal(entry["name"], text, _hash(text)[:digits], values(entry["inputs"], {}), doc)


def _hash(text: str) -> str:
    return keccak(text.encode()).hex()

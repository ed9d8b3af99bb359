"""Compiles one contract with `tools/solc` and makes its artifact.

Every contract is compiled from its own files alone, so nothing elsewhere in the project can change its bytecode.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.codegen.sources import Project, Unit

Json = dict[str, Any]

_OUTPUTS = [
    "abi",
    "devdoc",
    "userdoc",
    "evm.bytecode.object",
    "evm.bytecode.linkReferences",
    "evm.deployedBytecode.object",
    "evm.deployedBytecode.immutableReferences",
]


class CompilerError(Exception):
    """The sources do not compile; the message is the compiler's own."""


class Compiler:
    """The project's `tools/solc`, checked once to be the version that the project locks.

    Raises:
        CompilerError: It is another version, or does not start.
    """

    def __init__(self, project: Project) -> None:
        """Finds the compiler of a project."""
        self._project = project
        self._program = project.root / "tools" / "solc"
        banner = self._run(["--version"], "")
        if f"Version: {project.compiler}+" not in banner:
            raise CompilerError(f"package-lock.json asks for solc {project.compiler}, {self._program} is:\n{banner}")

    def compile(self, unit: Unit) -> Json:
        """The artifact of a contract.

        Raises:
            CompilerError: The sources do not compile, or need a library to be linked.
        """
        files = self._project.closure(unit.source)
        output = self._standard_json(files)
        contract = output["contracts"][unit.source][unit.name]
        creation, deployed = contract["evm"]["bytecode"], contract["evm"]["deployedBytecode"]
        if creation["linkReferences"]:
            raise CompilerError(f"{unit.name} needs a linked library: make the library's functions internal")
        code = creation["object"] + deployed["object"]
        declared = [error for file in files for error in _declared_errors(output["sources"][file]["ast"])]
        return {
            "name": unit.name,
            "source": unit.source,
            "sourceHash": self._project.source_hash(unit),
            "compiler": {"version": self._project.compiler, "settings": self._project.settings},
            "abi": contract["abi"],
            "libraryErrors": _thrown_by_libraries(contract["abi"], code, declared),
            "devdoc": contract["devdoc"],
            "userdoc": contract["userdoc"],
            "bytecode": f"0x{creation['object']}",
            "deployedBytecode": f"0x{deployed['object']}",
            "immutableReferences": _spans(deployed.get("immutableReferences", {})),
        }

    def _standard_json(self, files: list[str]) -> Json:
        request = {
            "language": "Solidity",
            "sources": {file: {"content": self._read(file)} for file in files},
            "settings": {**self._project.settings, "outputSelection": {"*": {"": ["ast"], "*": _OUTPUTS}}},
        }
        output: Json = json.loads(self._run(["--standard-json"], json.dumps(request)))
        errors = [error for error in output.get("errors", []) if error["severity"] == "error"]
        if errors:
            raise CompilerError("\n".join(error["formattedMessage"] for error in errors))
        return output

    def _run(self, arguments: list[str], text: str) -> str:
        process = subprocess.run(
            [self._program, *arguments],
            input=text,
            capture_output=True,
            text=True,
            cwd=self._project.root,
            check=False,
        )
        if process.returncode:
            raise CompilerError(process.stderr)
        return process.stdout

    def _read(self, file: str) -> str:
        return Path(self._project.root, file).read_text("utf-8")


def _declared_errors(ast: Json) -> Iterator[Json]:
    """Every custom error that a file declares: ABI entry, selector, notice and the contract around it."""
    scopes = [(ast, "")] + [(node, node["name"]) for node in ast["nodes"] if node["nodeType"] == "ContractDefinition"]
    for scope, origin in scopes:
        for node in scope["nodes"]:
            if node["nodeType"] == "ErrorDefinition":
                inputs = [_input(parameter) for parameter in node["parameters"]["parameters"]]
                abi = {"type": "error", "name": node["name"], "inputs": inputs}
                notice = _plain((node.get("documentation") or {}).get("text", ""))
                yield {"abi": abi, "selector": node["errorSelector"], "notice": notice, "origin": origin}


def _input(parameter: Json) -> Json:
    internal = parameter["typeDescriptions"]["typeString"]
    kind = internal.split(" ", 1)[0]
    solidity = {"contract": "address", "enum": "uint8"}.get(kind, internal)
    return {"name": parameter["name"], "type": solidity, "internalType": internal}


def _plain(documentation: str) -> str:
    """The first paragraph of a NatSpec comment without its tag."""
    text = re.sub(r"^\s*@(notice|dev)\s+", "", documentation.strip())
    return " ".join(re.split(r"\n\s*(?:\n|@)", text)[0].split())


def _thrown_by_libraries(abi: list[Json], code: str, declared: list[Json]) -> list[Json]:
    """The errors that assembly throws: the ABI does not list them, but their selectors are in the code."""
    known = {entry["name"] for entry in abi if entry["type"] == "error"}
    thrown = {
        error["selector"]: error
        for error in declared
        if error["abi"]["name"] not in known and f"63{error['selector']}" in code
    }
    return [thrown[selector] for selector in sorted(thrown, key=lambda selector: str(thrown[selector]["abi"]["name"]))]


def _spans(references: Json) -> list[list[int]]:
    """Where the deployed code holds immutable values: start and length in bytes."""
    return sorted([span["start"], span["length"]] for spans in references.values() for span in spans)

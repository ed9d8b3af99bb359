"""The files that the build writes: what they hold, and which of them are stale."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.codegen import bindings, errors, model
from scripts.codegen.compiler import Json
from scripts.codegen.sources import Project, Unit

PACKAGE = Path("lazai_py/_contract")
TESTS = Path("tests")
ERRORS = PACKAGE / "errors.py"


def artifact_file(unit: Unit) -> Path:
    """Return where a contract's artifact lies, relative to the root: in the package, or with the tests for a mock."""
    return (TESTS if unit.is_mock else PACKAGE) / "artifacts" / f"{unit.name}.json"


def binding_file(unit: Unit) -> Path:
    """Return where a contract's binding lies, relative to the root."""
    return (TESTS if unit.is_mock else PACKAGE) / "bindings" / f"{bindings.module_name(unit.name)}.py"


def written(project: Project, file: Path) -> Json:
    """Return an artifact as it was written."""
    artifact: Json = json.loads((project.root / file).read_text("utf-8"))
    return artifact


def stale(project: Project) -> list[Unit]:
    """Return the contracts whose artifact is missing or was made from other sources or settings."""
    return [unit for unit in project.units() if not _is_fresh(project, unit)]


def artifact_text(artifact: Json) -> str:
    """Return an artifact as text, one line for each of its parts."""
    parts = [f"{json.dumps(name)}: {json.dumps(part, separators=(',', ':'))}" for name, part in artifact.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def generated(project: Project) -> dict[Path, str]:
    """Return every generated module, formatted, by its path relative to the root; made from the written artifacts."""
    contracts = {
        unit: model.read(written(project, artifact_file(unit)), is_mock=unit.is_mock) for unit in project.units()
    }
    files = {binding_file(unit): bindings.render(contract, unit) for unit, contract in contracts.items()}
    shipped = {unit: contract for unit, contract in contracts.items() if not unit.is_mock}
    files[PACKAGE / "bindings" / "__init__.py"] = bindings.render_index(unit.name for unit in shipped)
    files[ERRORS] = errors.render(shipped.values())
    return {file: _formatted(project, file, text) for file, text in files.items()}


def differing(project: Project, files: Mapping[Path, str]) -> list[Path]:
    """Return those of the files that are missing or have another text."""
    paths = {file: project.root / file for file in files}
    return [file for file, path in paths.items() if not path.exists() or path.read_text("utf-8") != files[file]]


def strangers(project: Project, modules: Iterable[Path]) -> list[Path]:
    """Return the written files that belong neither to a contract nor to the generated modules."""
    wanted = {*modules, *map(artifact_file, project.units())}
    present = {
        path.relative_to(project.root)
        for place in (PACKAGE, TESTS)
        for pattern in ("artifacts/*.json", "bindings/*.py")
        for path in (project.root / place).glob(pattern)
    }
    return sorted(present - wanted)


def _is_fresh(project: Project, unit: Unit) -> bool:
    file = artifact_file(unit)
    return (project.root / file).exists() and written(project, file)["sourceHash"] == project.source_hash(unit)


def _formatted(project: Project, file: Path, text: str) -> str:
    for command in (["check", "--fix", "--select", "RUF022"], ["format"]):
        text = _ruff(project, [*command, "--quiet", "--stdin-filename", str(file), "-"], text)
    return text


def _ruff(project: Project, arguments: list[str], text: str) -> str:
    process = subprocess.run(
        [sys.executable, "-m", "ruff", *arguments],
        input=text,
        capture_output=True,
        text=True,
        cwd=project.root,
        check=False,
    )
    if process.returncode:
        raise ValueError(f"the generated source is refused:\n{process.stderr}")
    return process.stdout

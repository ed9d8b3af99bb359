"""Compiles the contracts into artifacts and writes the typed Python that belongs to them.

python scripts/build.py           compile what is stale, write what differs
python scripts/build.py --check   write nothing; exit 1 when anything is stale (needs no compiler)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.codegen import output
from scripts.codegen.compiler import Compiler, CompilerError
from scripts.codegen.sources import Project, Unit

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build, or check with `--check`; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="say what is stale and exit 1, without a compiler")
    options = parser.parse_args()
    project = Project(ROOT)
    try:
        return check(project) if options.check else build(project)
    except (CompilerError, ValueError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 1


def build(project: Project) -> int:
    """Compile what is stale, and write every file that differs."""
    units = output.stale(project)
    if units:
        compile_all(project, units)
    modules = output.generated(project)
    for file in output.differing(project, modules):
        print(f"writing {file}")
        write(project, file, modules[file])
    for file in output.strangers(project, modules):
        print(f"removing {file}")
        (project.root / file).unlink()
    return 0


def compile_all(project: Project, units: list[Unit]) -> None:
    """Compile contracts and write their artifacts."""
    compiler = Compiler(project)
    for unit in units:
        print(f"compiling {unit.name}")
        write(project, output.artifact_file(unit), output.artifact_text(compiler.compile(unit)))


def check(project: Project) -> int:
    """Say what is stale; returns 1 when anything is."""
    complaints = [
        f"{output.artifact_file(unit)}: {unit.source} or the settings changed" for unit in output.stale(project)
    ]
    if not complaints:
        modules = output.generated(project)
        complaints += [f"{file}: the build writes it differently" for file in output.differing(project, modules)]
        complaints += [f"{file}: it belongs to no contract" for file in output.strangers(project, modules)]
    for complaint in complaints:
        print(f"stale {complaint}", file=sys.stderr)
    if complaints:
        print("run `python scripts/build.py` and commit what it writes", file=sys.stderr)
    return 1 if complaints else 0


def write(project: Project, file: Path, text: str) -> None:
    """Write a generated file."""
    path = project.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""`make check`: everything that can be said of the code without running it."""

from __future__ import annotations

import os
import sys

from tools.steps import Step, run_steps

_PYTHON = sys.executable

CHECKS = (
    Step("ruff check", ("ruff", "check", ".")),
    Step("ruff format", ("ruff", "format", "--check", ".")),
    Step("mypy", ("mypy",)),
    Step("import-linter", ("lint-imports", "--cache-dir", ".cache/import-linter")),
    Step("forge fmt", ("forge", "fmt", "--check")),
    Step("forge lint", ("forge", "lint", "--deny", "warnings", "contracts")),
    # It compiles from nothing each time: in a folder of its own, so that forge keeps what it has. Its notes of low
    # impact, and of library code that it cannot read, fill hundreds of lines; what fails is of medium impact or above.
    Step(
        "slither",
        ("slither", "."),
        environment={"FOUNDRY_OUT": ".cache/slither/out", "FOUNDRY_CACHE_PATH": ".cache/slither/cache"},
        quiet=True,
    ),
    Step("artifacts are fresh", (_PYTHON, "scripts/build.py", "--check")),
)

if __name__ == "__main__":
    sys.exit(not run_steps(CHECKS, environment=dict(os.environ)))

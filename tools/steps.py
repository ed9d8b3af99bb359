"""Steps of a run: a command, what it reported, and a table of all of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Count:
    """How many tests passed, failed and were skipped; counts add up."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def one(_output: str, succeeded: bool) -> Count:
    """Counts a command that is a check as a whole."""
    return Count(passed=1) if succeeded else Count(failed=1)


@dataclass(frozen=True)
class Step:
    """A command of the run.

    Attributes:
        name: What the table calls it.
        command: The program and its arguments, run in the root of the repository.
        count: Reads the tests off the command's output; by default the command is one test.
        environment: Variables that only this command gets.
        quiet: Whether its output matters only when it fails.
    """

    name: str
    command: tuple[str, ...]
    count: Callable[[str, bool], Count] = one
    environment: dict[str, str] = field(default_factory=dict)
    quiet: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a step."""

    step: Step
    count: Count
    seconds: float


def run_steps(steps: Iterable[Step], *, environment: dict[str, str]) -> bool:
    """Runs every step, prints a table, and closes with a line in the manner of pytest.

    Returns:
        Whether nothing failed.
    """
    begun = time.monotonic()
    outcomes = [_run(step, environment) for step in steps]
    total = sum((outcome.count for outcome in outcomes), Count())
    _print_table(outcomes)
    skipped = f", {total.skipped} skipped" if total.skipped else ""
    print(f"==== {total.passed} passed, {total.failed} failed{skipped} in {time.monotonic() - begun:.1f}s ====")
    return total.failed == 0


def _run(step: Step, environment: dict[str, str]) -> Outcome:
    print(f"\n---- {step.name}: {' '.join(step.command)}", flush=True)
    begun = time.monotonic()
    output, status = _stream(step.command, environment | step.environment, shown=not step.quiet)
    count = step.count(output, status == 0)
    if count.failed == 0 and (status != 0 or count.passed == 0):  # it died, or found nothing to run
        count += Count(failed=1)
    if step.quiet and count.failed:
        print(output, end="")
    return Outcome(step, count, time.monotonic() - begun)


def _stream(command: tuple[str, ...], environment: dict[str, str], *, shown: bool) -> tuple[str, int]:
    """Runs a command, if wanted showing its output as it comes; returns that without colours, and the exit status."""
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        missing = f"{command[0]} is not installed: run `make setup`\n"
        print(missing if shown else "", end="")
        return missing, 127
    lines = []
    with subprocess.Popen(
        (program, *command[1:]), cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            if shown:
                sys.stdout.write(line)
                sys.stdout.flush()
            lines.append(_COLOURS.sub("", line))
    return "".join(lines), process.returncode


def _print_table(outcomes: list[Outcome]) -> None:
    print(f"\n{'step':<24}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for outcome in outcomes:
        count = outcome.count
        print(f"{outcome.step.name:<24}{count.passed:>8}{count.failed:>8}{count.skipped:>9}{outcome.seconds:>9.1f}")

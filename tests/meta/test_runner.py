"""`make check` and `make test` see every failure and say so in their closing line."""

from __future__ import annotations

import os
import sys

import pytest

from tools.steps import Count, Step, one, run_steps
from tools.test import count_forge, count_pytest


def step(code: str, **fields: object) -> Step:
    """A step that runs a line of Python."""
    return Step("sample", (sys.executable, "-c", code), **fields)  # type: ignore[arg-type]


def test_a_command_that_exits_with_success_is_one_passed_test(capsys: pytest.CaptureFixture[str]) -> None:
    """A check has no tests of its own: it is one."""
    assert run_steps([step("pass")], environment=dict(os.environ))
    assert capsys.readouterr().out.splitlines()[-1].startswith("==== 1 passed, 0 failed in ")


def test_a_command_that_exits_with_failure_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """The steps after a failed one still run, and the closing line counts the failure."""
    assert not run_steps([step("raise SystemExit(3)"), step("print('after')")], environment=dict(os.environ))
    output = capsys.readouterr().out
    assert "after\n" in output
    assert output.splitlines()[-1].startswith("==== 1 passed, 1 failed in ")


def test_a_runner_that_dies_without_a_count_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """A crash before the first test is not a run of no tests."""
    assert not run_steps([step("raise SystemExit(2)", count=count_pytest)], environment=dict(os.environ))
    assert capsys.readouterr().out.splitlines()[-1].startswith("==== 0 passed, 1 failed in ")


def test_a_runner_that_finds_no_tests_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """Success with nothing run means that the tests were not found."""
    assert not run_steps([step("pass", count=count_forge)], environment=dict(os.environ))
    assert capsys.readouterr().out.splitlines()[-1].startswith("==== 0 passed, 1 failed in ")


def test_a_program_that_is_not_there_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """A tool that was not installed does not stop the others."""
    assert not run_steps([Step("absent", ("no-such-program",)), step("pass")], environment=dict(os.environ))
    assert capsys.readouterr().out.splitlines()[-1].startswith("==== 1 passed, 1 failed in ")


@pytest.mark.parametrize("code", ["print('said')", "print('said'); raise SystemExit(3)"])
def test_a_quiet_step_speaks_when_it_fails(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a check that passed has to say is not shown, and all of it is when it did not pass."""
    succeeded = run_steps([step(code, quiet=True)], environment=dict(os.environ))
    assert capsys.readouterr().out.splitlines().count("said") == (not succeeded)


def test_a_step_gets_the_variables_of_its_own() -> None:
    """What is set for one step is not set for another."""
    asks = "import os; raise SystemExit(os.environ.get('SAMPLE') != '1')"
    assert run_steps([step(asks, environment={"SAMPLE": "1"})], environment=dict(os.environ))
    assert not run_steps([step(asks)], environment=dict(os.environ))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Ran 3 test suites in 1.2s (2s CPU time): 12 tests passed, 1 failed, 2 skipped (15 total tests)", (12, 1, 2)),
        ("Ran 1 test suite in 9ms (1ms CPU time): 1 tests passed, 0 failed, 0 skipped (1 total tests)", (1, 0, 0)),
        ("Compiler run failed", (0, 0, 0)),
    ],
)
def test_forge_is_counted_by_its_closing_line(line: str, count: tuple[int, int, int]) -> None:
    """The last line of forge is the sum of all suites."""
    assert count_forge(f"Ran 2 tests for A\n{line}\n", True) == Count(*count)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("======= 12 passed in 3.21s =======", (12, 0, 0)),
        ("=== 1 failed, 12 passed, 2 skipped, 3 warnings, 4 errors in 61.00s (0:01:01) ===", (12, 5, 2)),
        ("============ 1 error in 0.10s ============", (0, 1, 0)),
        ("nothing of the kind", (0, 0, 0)),
    ],
)
def test_pytest_is_counted_by_its_closing_line(line: str, count: tuple[int, int, int]) -> None:
    """Errors of fixtures and of collection are failures."""
    assert count_pytest(f"tests/a.py ..\n{line}\nTerminating local RPC client...\n", True) == Count(*count)


def test_a_check_counts_as_a_whole() -> None:
    """Whatever it prints, a check is one test."""
    assert one("12 passed", True) == Count(passed=1)
    assert one("12 passed", False) == Count(failed=1)

"""`make test`: the checks, then the tests of every runner, then one table and one closing line for all."""

from __future__ import annotations

import os
import re
import socket
import sys

from tools.check import CHECKS
from tools.steps import Count, Step, run_steps


def count_forge(output: str, _succeeded: bool) -> Count:
    """Reads forge's closing line: `Ran 3 test suites in 1s: 12 tests passed, 0 failed, 0 skipped (12 total tests)`."""
    found = re.findall(r"(\d+) tests passed, (\d+) failed, (\d+) skipped \(\d+ total", output)
    return Count(*map(int, found[-1])) if found else Count()


def count_pytest(output: str, _succeeded: bool) -> Count:
    """Reads pytest's closing line: `== 1 failed, 12 passed, 1 skipped, 2 errors in 3.21s ==`."""
    closing = next((line for line in reversed(output.splitlines()) if re.search(r" in [\d.]+s", line)), "")
    number = {word: int(figure) for figure, word in re.findall(r"(\d+) (passed|failed|error|skipped|xfailed)", closing)}
    return Count(
        passed=number.get("passed", 0),
        failed=number.get("failed", 0) + number.get("error", 0),
        skipped=number.get("skipped", 0) + number.get("xfailed", 0),
    )


def free_port() -> int:
    """A port nobody listens on, for the Anvil that Brownie starts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


TESTS = (
    Step("forge", ("forge", "test"), count_forge),
    Step("pytest", ("pytest", "-n", "2", "--dist", "loadfile"), count_pytest),
    Step("brownie", ("brownie", "test", "tests/brownie"), count_pytest, {"BROWNIE_PORT": str(free_port())}),
)

if __name__ == "__main__":
    sys.exit(not run_steps(CHECKS + TESTS, environment=dict(os.environ)))

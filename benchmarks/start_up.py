"""How long the package takes to import, and `lazai` to say what it can do, in a fresh interpreter.

python benchmarks/start_up.py [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

RUNS = 5
COMMANDS = {
    "import lazai_py": ("-c", "import lazai_py"),
    "lazai --help": ("-c", "from lazai_py.cli import main; main()", "--help"),
}
LIMITS = {"import lazai_py": 0.5, "lazai --help": 0.7}


def main() -> int:
    """Measure, print, and fail when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    options = parser.parse_args()
    seconds = {name: user_time(command) for name, command in COMMANDS.items()}
    for name, figure in seconds.items():
        print(f"{name:<20}{figure:>7.3f} s of user time, at most {LIMITS[name]:g}")
    if options.json:
        options.json.write_text(json.dumps(seconds, indent=2) + "\n")
    return 0 if all(seconds[name] < limit for name, limit in LIMITS.items()) else 1


def user_time(arguments: tuple[str, ...], runs: int = RUNS) -> float:
    """Return the least user time, in seconds, that an interpreter with these arguments took in some runs."""
    return min(_one(arguments) for _ in range(runs))


def _one(arguments: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    bare = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=bare)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    sys.exit(main())

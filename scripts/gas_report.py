"""Measures the gas of every operation on an Anvil of its own.

python scripts/gas_report.py           write tests/gas/snapshot.json and docs/gas.md
python scripts/gas_report.py --check   write nothing; print what differs from the snapshot and exit 1 when anything does
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from scripts.gas import report
from scripts.gas.measure import measure


def main() -> int:
    """Measure, then write or compare; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a figure moved")
    options = parser.parse_args()
    gas = measure()
    complaints = report.above_limits(gas)
    if options.check:
        complaints += report.differences(report.read_snapshot(), gas)
    else:
        show(gas)
        report.write(gas)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def show(gas: Mapping[str, int]) -> None:
    """Print the figures."""
    for name, figure in gas.items():
        print(f"{name:<48}{figure:>12,}")


if __name__ == "__main__":
    sys.exit(main())

"""The committed figures, the page that shows them, and what differs from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.gas.limits import CALLS, CONTRIBUTION, LIMITS, PER_CALL, PREDECESSOR, PREDECESSOR_CONTRIBUTION

ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "tests" / "gas" / "snapshot.json"
PAGE = ROOT / "docs" / "gas.md"

_HEAD = """\
# Gas

Whole transactions on Anvil, base cost and call data included: solc and its settings as in `foundry.toml`, a class in
use, an asset settled before, accounts that exist. Written by `make gas`; a test fails when a figure grows, when one is
above its limit, or when this page is not what the figures say.

| operation | gas | limit | the predecessor |
| --- | ---: | ---: | --- |
"""

_TAIL = """
*First* writes storage for the first time: a claim of a token in an asset, a settlement of a class in an asset. "each"
is the transaction divided by the number of operations in it.

A whole contribution of data, from nothing to a token with a proof ({steps}), is {ours:,} gas in three transactions;
in the predecessor it is {theirs:,} in six. Its figures were measured on Anvil with solc 0.8.28, optimizer 200.

## A call that is paid by voucher

No transaction at all; what it costs on the chain later, when one voucher stands for {calls:,} calls and a hundred
vouchers are redeemed at once:

| gas for each call | | limit | the predecessor |
| --- | ---: | ---: | --- |
"""


def read_snapshot() -> dict[str, int]:
    """Returns the committed figures."""
    figures: dict[str, int] = json.loads(SNAPSHOT.read_text("utf-8"))
    return figures


def write(gas: Mapping[str, int]) -> None:
    """Writes the figures and the page."""
    SNAPSHOT.write_text(json.dumps(gas, indent=2) + "\n", "utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(render(gas), "utf-8")


def render(gas: Mapping[str, int]) -> str:
    """Returns the page."""
    rows = [
        f"| {name} | {figure:,} |{_cell(LIMITS.get(name))}|{_cell(PREDECESSOR.get(name))}|\n"
        for name, figure in gas.items()
    ]
    ours = sum(gas[step] for step in CONTRIBUTION)
    tail = _TAIL.format(steps=", ".join(CONTRIBUTION), ours=ours, theirs=PREDECESSOR_CONTRIBUTION, calls=CALLS)
    inference = _cell(PREDECESSOR["recordUsage by the owner"])
    calls = [f"| {name} | {per_call(gas, name)} | {limit} |{inference}|\n" for name, (_, limit) in PER_CALL.items()]
    return _HEAD + "".join(rows) + tail + "".join(calls)


def per_call(gas: Mapping[str, int], name: str) -> int:
    """Returns a figure of `PER_CALL`, rounded up; an operation that was not measured counts nothing."""
    return -(-sum(gas.get(step, 0) for step in PER_CALL[name][0]) // CALLS)


def differences(before: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    """Returns a line for each figure that is not what it was, and for each that came or went."""
    lines = [
        f"{name}: {before[name]:,} -> {now[name]:,} ({now[name] - before[name]:+,})"
        for name in now
        if name in before and now[name] != before[name]
    ]
    lines += [f"{name}: {now[name]:,} is new" for name in now if name not in before]
    return lines + [f"{name}: is no longer measured" for name in before if name not in now]


def above_limits(gas: Mapping[str, int]) -> list[str]:
    """Returns a line for each figure above its limit, and for each limit without a figure."""
    lines = [f"{name}: {gas[name]:,} is above {limit:,}" for name, limit in LIMITS.items() if gas.get(name, 0) > limit]
    lines += [f"{name}: has a limit and is not measured" for name in LIMITS if name not in gas]
    calls = [(name, per_call(gas, name), limit) for name, (_, limit) in PER_CALL.items()]
    return lines + [f"{name}: {spent} a call is above {limit}" for name, spent, limit in calls if spent > limit]


def _cell(content: int | str | None) -> str:
    if content is None:
        return " "
    return f" {content:,} " if isinstance(content, int) else f" {content} "

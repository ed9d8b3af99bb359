"""`lazai lineage` and `lazai flow`, run as processes against an Anvil."""

from __future__ import annotations

from lazai_py import LazAI, ether
from lazai_py._chain.dev import dev_accounts
from lazai_py.market import Parent, Permission
from tests.sdk.test_cli import ALICE, Shell, shell

__all__ = ["shell"]


def test_a_lineage_is_shown_and_its_money_moves_on(shell: Shell) -> None:
    """As a tree, as JSON, as a picture; what was passed up is told by class, and moves once."""
    for name in ("digits", "model"):
        shell("class", "create", "--name", name)
    with LazAI.connect(shell.environment["ETH_RPC_URL"], dev_accounts()[0]) as lz:
        lz.router.set_derivation(1, Permission.OPEN)
        lz.router.set_terms(1, service=(ALICE, 5_000))
        lz.router.set_terms(2, parents=[Parent(1, 2_500)])
        lz.router.pay(2, ether(1))

    assert shell("lineage", 2, "--svg", "lineage.svg").stdout.decode() == "2 model\n  1 digits  25 % train\n"
    assert (shell.folder / "lineage.svg").read_text().startswith("<svg ")
    shown = shell.json("lineage", 1)
    assert shown["derivations"] == [{"child": 2, "parent": 1, "bps": 2_500, "least_bps": 0}]
    assert [each["terms"] for each in shown["classes"]] == [
        "service 50 %, holders 50 %",
        "class 1 25 %, holders 75 %",
    ]
    planned = shell("--dry-run", "flow", 2).stdout.decode()
    assert "Flowed(class_id=1" in planned
    assert shell.json("flow", 2) == {"moved": {"1": "0.25 ETH"}}
    assert shell.json("flow", 2) == {"moved": {}}

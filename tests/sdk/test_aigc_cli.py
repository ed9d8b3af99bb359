"""Works from the command line."""

from __future__ import annotations

from lazai_py.networks import IntegerNetwork
from tests.sdk.test_cli import ALICE, BOB, Shell, shell

__all__ = ["shell"]

SMALL = IntegerNetwork.of([[[1, 2], [3, -4]]], [[0, 5]], [])
FIRST, SECOND = SMALL.prompt([[1, 2]]), SMALL.prompt([[7, 0]])


def test_works_from_the_shell(shell: Shell) -> None:
    """Minted, refused, shown, drawn."""
    SMALL.save(shell.folder / "small.json")
    shell("class", "create", "--name", "digits")
    shell("model", "install", "small.json")
    model = shell.json("model", "register", "small.json", "--class", 1, "--revenue", BOB)["model"]

    assert "has no collection on the usual terms" in shell.refused("aigc", "status", model, FIRST)
    minted = shell.json("--account", ALICE, "aigc", "mint", model, FIRST)
    assert (minted["owner"], minted["status"], minted["way"]) == (ALICE, "final", "reexecution")
    assert (minted["prompt"], minted["content"], minted["stored"]) == (FIRST, SMALL.answer(FIRST), False)
    assert "minted before" in shell.refused("aigc", "mint", model, FIRST)

    planned = shell.json("--dry-run", "aigc", "mint", model, SECOND)
    assert planned["dry_run"] is True
    assert shell.json("aigc", "status", model, SECOND) == {"status": "unknown"}
    protected = shell.json("aigc", "mint", model, SECOND, "--protect", "--store", "--to", BOB)
    assert (protected["owner"], protected["stored"]) == (BOB, True)

    shown = shell.json("aigc", "show", model, SECOND, "--svg", "work.svg")
    assert shown == protected
    assert (shell.folder / "work.svg").read_text().startswith("<svg ")


def test_a_forged_content_does_not_verify(shell: Shell) -> None:
    """And the exit code says so."""
    SMALL.save(shell.folder / "small.json")
    shell("class", "create", "--name", "digits")
    shell("model", "install", "small.json")
    shell("model", "register", "small.json", "--class", 1, "--revenue", BOB)
    forged = "1" if SMALL.answer(FIRST) == "0" else "0"
    assert "the verifier does not say" in shell.refused("aigc", "mint", 1, FIRST, forged).lower()
    shell("aigc", "mint", 1, FIRST)
    good = shell.json("aigc", "verify", 1, FIRST, SMALL.answer(FIRST), "--how", "reexecute")
    assert good == {"verified": True, "status": "final"}
    ran = shell("--json", "aigc", "verify", 1, FIRST, forged)
    assert (ran.returncode, b'"verified": false' in ran.stdout) == (1, True)

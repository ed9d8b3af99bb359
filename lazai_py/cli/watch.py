"""`lazai watch`: challenges wrong results by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.disputes import Act


def watch(
    ctx: typer.Context,
    networks: Annotated[list[Path], typer.Argument(help="Files of integer networks.")],
    *,
    verifier: Annotated[str | None, typer.Option(help="The contract; that of the deployment when left out.")] = None,
    since: Annotated[int | None, typer.Option(help="The first block whose proposals matter.")] = None,
    blocks: Annotated[int | None, typer.Option(help="Stop after so many blocks.")] = None,
) -> None:
    """Challenge wrong results of networks, and play the disputes to their end; each challenge takes a bond."""
    from lazai_py.networks import IntegerNetwork

    session: Session = ctx.obj
    known = [IntegerNetwork.load(file) for file in networks]
    watcher = session.signer.watch(*known, verifier=verifier, since=since)
    if session.settings.dry_run:
        session.show({"wrong": [each.proposal_id for each in watcher.wrong()], "bond": watcher.table.bond})
        return
    session.confirm(f"Each challenge bonds {watcher.table.bond} wei; gas comes on top")
    for act in watcher.run(blocks=blocks):
        session.show(_fields(act))


def _fields(act: Act) -> dict[str, object]:
    return {
        "act": act.what,
        "call": act.intent.function.name,
        "proposal": act.proposal_id,
        "dispute": act.dispute_id or None,
        "refused": None if act.refusal is None else str(act.refusal),
    }

"""`lazai lineage` and `lazai flow`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py._types import NATIVE
from lazai_py.cli import files
from lazai_py.cli.classes import ClassId
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.market.lineage import Lineage


def lineage(
    ctx: typer.Context,
    class_id: ClassId,
    *,
    svg: Annotated[Path | None, typer.Option(help="Draw it into this file.")] = None,
) -> None:
    """Show what a class was made from, with what each parent gets; as JSON, also what was made from it."""
    session: Session = ctx.obj
    found = session.reader.lineage(class_id)
    if svg is not None:
        files.write(svg, found._repr_svg_().encode())
    session.show(_fields(found), text=str(found))


def flow(
    ctx: typer.Context,
    class_id: ClassId,
    *,
    asset: Annotated[str, typer.Option(help="An ERC-20's address; the native coin when left out.")] = NATIVE,
) -> None:
    """Move on what waits at a class and all its ancestors, up to the first generation."""
    session: Session = ctx.obj
    moved = session.write(session.signer.router.flow_up.intent(class_id, asset=asset))
    if moved is not None:
        session.show({"moved": {str(each): str(amount) for each, amount in moved.items()}})


def _fields(found: Lineage) -> dict[str, object]:
    return {
        "root": found.root,
        "classes": [
            {"class": each.id, "name": each.name, "rank": each.rank, "terms": str(each.terms)} for each in found
        ],
        "derivations": [
            {"child": each.child, "parent": each.parent, "bps": each.bps, "least_bps": each.least_bps}
            for each in found.derivations
        ],
    }

"""`lazai vault`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lazai_py.cli import files
from lazai_py.cli.session import Session

app = typer.Typer(no_args_is_help=True, help="Content under the hash of its bytes.", rich_markup_mode=None)


@app.command()
def put(ctx: typer.Context, file: Annotated[Path, typer.Argument(help="A file; - for standard input.")]) -> None:
    """Keep a file and print its CID."""
    session: Session = ctx.obj
    content = files.read(file)
    cid = session.vault.put(content)
    session.show({"cid": str(cid), "uri": cid.uri, "size": len(content)}, text=str(cid))


@app.command()
def get(
    ctx: typer.Context,
    cid: Annotated[str, typer.Argument(help="A CID or an ipfs:// URI.")],
    *,
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output when left out.")] = None,
) -> None:
    """Read content, checked against its hash."""
    session: Session = ctx.obj
    content = session.vault.get(cid)
    if out is None:
        sys.stdout.buffer.write(content)
    else:
        files.write(out, content)
        session.show({"cid": cid, "file": out, "size": len(content)})

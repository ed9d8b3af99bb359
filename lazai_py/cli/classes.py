"""`lazai class` and `lazai settle`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lazai_py._errors import InputError
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.dat import DatClass

app = typer.Typer(no_args_is_help=True, help="AI assets: datasets, models, agents.", rich_markup_mode=None)

ClassId = Annotated[int, typer.Argument(min=1, help="The class's id.")]


@app.command()
def create(
    ctx: typer.Context,
    *,
    metadata: Annotated[str | None, typer.Option(help="A JSON file, or the URI of one.")] = None,
    name: Annotated[str | None, typer.Option(help="The asset's name, in place of a file.")] = None,
    description: Annotated[str, typer.Option(help="The asset's description, with --name.")] = "",
    unit: Annotated[str | None, typer.Option(help="What the quota counts.")] = None,
    unit_decimals: Annotated[int, typer.Option(min=0, max=255, help="Digits after the point of the quota.")] = 0,
    policy: Annotated[str | None, typer.Option(help="The terms: a JSON file, or the URI of one.")] = None,
    data: Annotated[list[Path] | None, typer.Option(help="A file of the asset; may be repeated.")] = None,
    max_total_share: Annotated[int | None, typer.Option(min=0, help="A cap on the shares, for good.")] = None,
) -> None:
    """Create a class; the account that signs controls it."""
    session: Session = ctx.obj
    if (metadata is None) == (name is None):
        raise typer.BadParameter("pass either --metadata or --name")
    created = session.write(
        session.signer.dat.create_class.intent(
            {"name": name, "description": description} if metadata is None else _document(metadata),
            unit=unit,
            unit_decimals=unit_decimals,
            policy=None if policy is None else _document(policy),
            data={file.name: file for file in data} if data else None,
            max_total_share=max_total_share,
        )
    )
    if created is not None:
        session.show(_fields(created))


@app.command()
def show(ctx: typer.Context, class_id: ClassId) -> None:
    """Show what a class is and how it stands."""
    session: Session = ctx.obj
    session.show(_fields(session.reader.dat.cls(class_id)))


@app.command()
def verify(ctx: typer.Context, class_id: ClassId) -> None:
    """Check metadata, data and policy against the hashes that the class binds; exit code 1 when they differ."""
    session: Session = ctx.obj
    verification = session.reader.dat.cls(class_id).verify()
    checks = [
        {"what": check.what, "uri": check.uri, "problem": None if check.problem is None else str(check.problem)}
        for check in verification.checks
    ]
    session.show({"class": class_id, "verified": verification.ok, "checks": checks}, text=str(verification))
    if not verification.ok:
        raise typer.Exit(1)


def settle(
    ctx: typer.Context,
    class_id: ClassId,
    amount: Annotated[str, typer.Argument(help="Whole coins or tokens, such as 1.5.")],
    *,
    asset: Annotated[str | None, typer.Option(help="An ERC-20's address; the native coin when left out.")] = None,
) -> None:
    """Pay revenue into a class, for the shares that are alive now."""
    from lazai_py import ether

    session: Session = ctx.obj
    paid = ether(amount) if asset is None else session.signer.erc20(asset).amount(amount)
    credited = session.write(session.signer.dat.cls(class_id).settle.intent(paid))
    if credited is not None:
        session.show({"class": class_id, "settled": str(credited)})


def _fields(found: DatClass) -> dict[str, object]:
    meta = found.meta()
    return {
        "class": found.id,
        "metadata": meta.metadata_uri,
        "integrity_hash": meta.integrity_hash,
        "policy": meta.policy_uri or None,
        "unit_decimals": meta.unit_decimals,
        "controller": found.controller(),
        "frozen": found.is_frozen(),
        "tokens": len(found.tokens()),
        "total_share": found.total_share(),
        "settled": [str(amount) for amount in found.settled().values()],
    }


def _document(source: str) -> Any:
    """Return the JSON in a file, or the URI itself."""
    if "://" in source:
        return source
    try:
        document = json.loads(Path(source).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{source} is no JSON file: {error}", remedy="Pass a file with a JSON object, or a URI"
        ) from None
    if not isinstance(document, dict):
        raise InputError(f"{source} holds no JSON object", remedy="Pass a file with a JSON object, or a URI")
    return document

"""`lazai aigc`: works that models made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lazai_py.cli import files
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.aigc import Aigc, Collection, Work

app = typer.Typer(no_args_is_help=True, help="Works that models made.", rich_markup_mode=None)

Model = Annotated[int, typer.Argument(min=1, help="The model's id.")]
Prompt = Annotated[str, typer.Argument(help="What the model is asked.")]
How = Annotated[str, typer.Option(help="reexecute, proof or optimistic.")]
Where = Annotated[
    str | None, typer.Option("--collection", help="A collection's address; the model's usual one when left out.")
]


@app.command()
def mint(
    ctx: typer.Context,
    model: Model,
    prompt: Prompt,
    content: Annotated[str | None, typer.Argument(help="What it answers; asked of its network when left out.")] = None,
    *,
    how: How = "reexecute",
    proof: Annotated[Path | None, typer.Option(help="With proof: the proof, as a file of bytes.")] = None,
    key: Annotated[Path | None, typer.Option(help="With proof: the proving key that makes it.")] = None,
    to: Annotated[str | None, typer.Option(help="Who gets the work; the account that signs when left out.")] = None,
    protect: Annotated[bool, typer.Option("--protect", help="Commit to the prompt before showing it.")] = False,
    stored: Annotated[bool, typer.Option("--store", help="Store prompt and content on the chain.")] = False,
    where: Where = None,
) -> None:
    """Mint the work that a model makes of a prompt."""
    from lazai_py.proofs import Groth16Prover

    session: Session = ctx.obj
    aigc = session.signer.aigc
    if where is None and aigc.find(model) is None and session.write(aigc.create.intent(model)) is None:
        return
    home = _home(aigc, model, where)
    options: dict[str, Any] = {
        "how": how,
        "to": to,
        "proof": None if proof is None else files.read(proof),
        "prover": None if key is None else Groth16Prover.load(key),
        "stored": stored,
    }
    plan = home.minting(prompt, content, **options).plan(session.signer.address)
    if plan.failure is not None:
        raise plan.failure
    if session.settings.dry_run:
        session.show_plan(plan)
        return
    session.confirm(str(plan))
    session.show(_fields(home.mint(prompt, content, protect=protect, **options)))


@app.command()
def verify(
    ctx: typer.Context,
    model: Model,
    prompt: Prompt,
    content: Annotated[str, typer.Argument(help="What the model is said to have answered.")],
    *,
    how: Annotated[str | None, typer.Option(help="reexecute, proof or optimistic; any when left out.")] = None,
    proof: Annotated[Path | None, typer.Option(help="With proof: the proof, as a file of bytes.")] = None,
    where: Where = None,
) -> None:
    """Say whether a content is final; exit code 1 when it is not."""
    session: Session = ctx.obj
    home = _home(session.reader.aigc, model, where)
    given = b"" if proof is None else files.read(proof)
    verified = home.verify(prompt, content, how=how, proof=given)  # type: ignore[arg-type]
    session.show({"verified": verified, "status": home.status(prompt).name.lower()})
    if not verified:
        raise typer.Exit(1)


@app.command()
def status(ctx: typer.Context, model: Model, prompt: Prompt, *, where: Where = None) -> None:
    """Say how believable the work of a prompt is now."""
    session: Session = ctx.obj
    found = _home(session.reader.aigc, model, where).status(prompt)
    session.show({"status": found.name.lower()}, text=found.name.lower())


@app.command()
def show(
    ctx: typer.Context,
    model: Model,
    prompt: Prompt,
    *,
    where: Where = None,
    svg: Annotated[Path | None, typer.Option(help="Where to write the picture.")] = None,
) -> None:
    """Show a work, and perhaps write its picture into a file."""
    session: Session = ctx.obj
    work = _home(session.reader.aigc, model, where).work(prompt)
    if svg is not None:
        files.write(svg, work.svg().encode())
    session.show(_fields(work))


def _home(aigc: Aigc, model: int, where: str | None) -> Collection:
    return aigc.home(model) if where is None else aigc.at(where)


def _fields(work: Work) -> dict[str, object]:
    metadata = work.metadata()
    return {
        "work": f"{work.id:#066x}",
        "collection": work.contract.address,
        "name": metadata["name"],
        "owner": work.owner(),
        "prompt": metadata["prompt"],
        "content": metadata["aigc_data"],
        "way": work.way().name.lower(),
        "status": metadata["status"],
        "stored": work.is_stored(),
    }

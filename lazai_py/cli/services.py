"""`lazai service`: what services say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py._errors import InputError
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py._contract.bindings.service_registry import Service

app = typer.Typer(no_args_is_help=True, help="Services that are paid with quota.", rich_markup_mode=None)


@app.command()
def announce(
    ctx: typer.Context,
    endpoint: Annotated[str, typer.Argument(help="The service's base URL.")],
    *,
    metric: Annotated[str, typer.Option(help="What it meters.")] = "inference_calls",
    terms: Annotated[str, typer.Option(help="Where its price terms are.")] = "",
) -> None:
    """Announce the account that signs as a service, in place of what it said before."""
    session: Session = ctx.obj
    announced = session.write(
        session.signer.metering.services.announce.intent(endpoint, metric=metric, terms_uri=terms)
    )
    if announced is not None:
        session.show({"service": announced.service, "endpoint": announced.endpoint})


@app.command()
def show(ctx: typer.Context, service: Annotated[str, typer.Argument(help="The service's address.")]) -> None:
    """Show what a service says of itself."""
    session: Session = ctx.obj
    found = session.reader.metering.services.get(service)
    if found is None:
        raise InputError(f"{service} announced no service", remedy="Check the address, or ask for its endpoint")
    session.show({"service": service, **_fields(found)})


def _fields(found: Service) -> dict[str, object]:
    return {
        "endpoint": found.endpoint,
        "metric": found.metric,
        "terms": found.terms_uri or None,
        "public_key": found.public_key or None,
    }

"""`lazai pay`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py._types import Address, Amount


def pay(
    ctx: typer.Context,
    account: Annotated[str | None, typer.Argument(help="Who is paid; the account that signs when left out.")] = None,
    *,
    share: Annotated[
        list[str] | None,
        typer.Option(help="A RevShare token to look at besides those found; may be repeated."),
    ] = None,
    tip: Annotated[bool, typer.Option("--tip", help="Do it as a keeper, for the tip that the account gives.")] = False,
) -> None:
    """Pay an account everything that it is owed, in one transaction; with --dry-run, say what that is."""
    session: Session = ctx.obj
    payout = session.signer.payout(account, shares=share or ())
    preview = payout.preview()
    if session.settings.dry_run or not preview.claims:
        shown = {"account": preview.account, "would_receive": _amounts(preview.received)}
        shown |= {"claims": [due.what for due in preview.claims], "later": list(map(str, preview.later))}
        session.show(shown, text=str(preview))
    elif tip:
        session.show({"account": preview.account, "tip": str(session.write(payout.run_for_tip.intent(preview)))})
    elif (done := session.write(payout.run.intent(preview))) is not None:
        session.show({"account": done.account, "received": _amounts(done.received)})


def _amounts(received: Mapping[Address, Amount]) -> dict[str, str]:
    return {asset: str(amount) for asset, amount in received.items()}

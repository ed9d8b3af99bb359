"""`lazai revshare`: tokens that share a model's revenue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._types import Address, Amount

app = typer.Typer(no_args_is_help=True, help="Tokens that share a model's revenue.", rich_markup_mode=None)

Token = Annotated[str, typer.Argument(help="The RevShare token's address.")]
Account = Annotated[str | None, typer.Argument(help="An account; the one that signs when left out.")]


@app.command()
def show(ctx: typer.Context, token: Token) -> None:
    """Show what a token is and how it stands."""
    session: Session = ctx.obj
    facts = session.reader.revshare(token).facts()
    session.show(
        {
            "token": facts.address,
            "name": facts.name,
            "symbol": facts.symbol,
            "supply": str(facts.supply),
            "claim_percent": str(facts.claim_percent),
            "snapshots": facts.snapshots,
            "next_snapshot_at": facts.next_snapshot_at,
            "min_interval": str(facts.min_interval),
            "revenue_tokens": facts.revenue_tokens,
            "governor": facts.governor,
            "model_commitment": facts.model_commitment,
            "model_uri": facts.model_uri or None,
            "class": facts.dat_class,
        }
    )


@app.command()
def history(
    ctx: typer.Context,
    token: Token,
    account: Account = None,
    *,
    last: Annotated[int | None, typer.Option(min=1, help="Only so many of the latest snapshots.")] = None,
) -> None:
    """Show a token's snapshots, and an account's part in each."""
    session: Session = ctx.obj
    found = _reading(session, account).revshare(token).history(account, last=last)
    rows = [
        {
            "id": each.id,
            "block": each.block,
            "time": each.time,
            "supply": str(each.supply),
            "split": _shown(each.split),
            "balance": str(each.balance),
            "part": _shown(each.part),
            "claimable": _shown(each.claimable),
            "claimed": each.is_claimed,
        }
        for each in found
    ]
    session.show({"token": token, "account": found.account, "snapshots": rows}, text=str(found))


@app.command()
def claim(
    ctx: typer.Context,
    token: Token,
    account: Account = None,
    *,
    snapshot_id: Annotated[
        int | None, typer.Option("--snapshot", min=1, help="Only this snapshot; all when left out.")
    ] = None,
    to: Annotated[str | None, typer.Option(help="Who is paid; only the account that is owed may say.")] = None,
) -> None:
    """Claim what an account is owed, in every asset."""
    session: Session = ctx.obj
    held = session.signer.revshare(token)
    if snapshot_id is None:
        claimed = session.write(held.claim_all.batch(to=to, account=account))
    else:
        claimed = session.write(held.claim.intent(snapshot_id, to=to, account=account))
    if claimed is not None:
        session.show({"token": token, "claimed": _shown(claimed)})


@app.command()
def snapshot(ctx: typer.Context, token: Token) -> None:
    """Split the revenue since the last snapshot among the holders."""
    session: Session = ctx.obj
    taken = session.write(session.signer.revshare(token).snapshot.intent())
    if taken is not None:
        session.show({"token": token, "snapshot": taken})


@app.command()
def redeem(
    ctx: typer.Context,
    token: Token,
    amount: Annotated[str, typer.Argument(help="Whole tokens, such as 12.5.")],
    *,
    quote: Annotated[bool, typer.Option("--quote", help="Only show what it pays now.")] = False,
    at_least: Annotated[
        str | None, typer.Option(help="Whole native coins that it must pay, or nothing is sent.")
    ] = None,
) -> None:
    """Burn tokens for their part of the redemption pools."""
    from lazai_py import NATIVE, ether

    session: Session = ctx.obj
    if quote:
        pays = session.reader.revshare(token).quote_redeem(amount).pays
        session.show({"token": token, "burns": amount, "pays": _shown(pays)})
        return
    least = None if at_least is None else {NATIVE: ether(at_least)}
    redeemed = session.write(session.signer.revshare(token).redeem.intent(amount, at_least=least))
    if redeemed is not None:
        amounts = {"paid": _shown(redeemed.paid), "owed": _shown(redeemed.owed)}
        session.show({"token": token, "burnt": str(redeemed.burnt), **amounts})


@app.command()
def sync(ctx: typer.Context, token: Token, asset: Annotated[str, typer.Argument(help="The ERC-20's address.")]) -> None:
    """Book what a plain transfer of an ERC-20 brought."""
    session: Session = ctx.obj
    booked = session.write(session.signer.revshare(token).sync.intent(asset))
    if booked is not None:
        session.show({"token": token, "booked": str(booked)})


@app.command()
def harvest(ctx: typer.Context, token: Token) -> None:
    """Pull the revenue of the Data Anchoring Tokens that a token holds."""
    session: Session = ctx.obj
    pulled = session.write(session.signer.revshare(token).harvest.batch())
    if pulled is not None:
        session.show({"token": token, "harvested": _shown(pulled)})


def _reading(session: Session, account: str | None) -> LazAI:
    return session.reader if account else session.signer


def _shown(amounts: Mapping[Address, Amount]) -> dict[str, str]:
    return {str(asset): str(amount) for asset, amount in amounts.items()}

"""`lazai offering`: the first tokens of a model, sold to everybody at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py.cli.session import Permitted, Session

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._types import Amount

app = typer.Typer(no_args_is_help=True, help="Sales of a model's first tokens.", rich_markup_mode=None)

Sale = Annotated[str, typer.Argument(help="The offering's address.")]
Account = Annotated[str | None, typer.Argument(help="Whose deposit; that of the one that signs when left out.")]


@app.command()
def create(
    ctx: typer.Context,
    class_id: Annotated[int, typer.Argument(min=1, help="The model's class.")],
    *,
    name: Annotated[str, typer.Option(help="The token's name.")],
    symbol: Annotated[str, typer.Option(help="The token's symbol.")],
    supply: Annotated[str, typer.Option(help="All tokens, whole ones.")],
    for_sale: Annotated[str, typer.Option(help="How many of them are sold.")],
    target: Annotated[str, typer.Option(help="What these cost together, in whole coins.")],
    soft_cap: Annotated[str, typer.Option(help="Below this everything goes back.")],
    days: Annotated[int, typer.Option(min=1, help="How long deposits are welcome.")],
    for_creator: Annotated[str, typer.Option(help="How many tokens vest to the creator.")] = "0",
    vesting_days: Annotated[int, typer.Option(min=0, help="How long after the end until all are vested.")] = 0,
    wallet_cap: Annotated[str | None, typer.Option(help="The most that one account may deposit.")] = None,
    treasury: Annotated[str | None, typer.Option(help="Who gets the other tokens; the creator when left out.")] = None,
    asset: Annotated[str | None, typer.Option(help="An ERC-20's address; the native coin when left out.")] = None,
    claim_percent: Annotated[str, typer.Option(help="The part of revenue that is claimed, not redeemed.")] = "60",
    interval_days: Annotated[int, typer.Option(min=0, help="The least time between two snapshots.")] = 7,
) -> None:
    """Offer a model, beginning now, with the proceeds at once."""
    from lazai_py.offerings import OfferingTerms
    from lazai_py.revshare import RevShareTerms

    session: Session = ctx.obj
    lz = session.signer
    token = RevShareTerms(
        name=name,
        symbol=symbol,
        supply=supply,
        claim_percent=claim_percent,
        min_interval=timedelta(days=interval_days),
        revenue_tokens=() if asset is None else (asset,),
    )
    terms = OfferingTerms(
        token=token,
        for_sale=for_sale,
        for_creator=for_creator,
        target=_amount(lz, target, asset),
        soft_cap=_amount(lz, soft_cap, asset),
        wallet_cap=None if wallet_cap is None else _amount(lz, wallet_cap, asset),
        ends=timedelta(days=days),
        treasury=treasury,
        vesting=timedelta(days=vesting_days),
    )
    created = session.write(lz.offerings.create.intent(lz.dat.cls(class_id), terms))
    if created is not None:
        session.show({"offering": created.address, "token": created.token.address})


@app.command()
def show(ctx: typer.Context, offering: Sale) -> None:
    """Show how an offering stands."""
    session: Session = ctx.obj
    state = session.reader.offerings.at(offering).state()
    session.show(
        {
            "offering": state.address,
            "token": state.token,
            "phase": state.phase.name.lower(),
            "starts": state.starts,
            "ends": state.ends,
            "target": str(state.target),
            "soft_cap": str(state.soft_cap),
            "raised": str(state.raised),
            "held": str(state.held),
            "depositors": state.depositors,
            "releasable": str(state.releasable),
        }
    )


@app.command()
def deposit(
    ctx: typer.Context,
    offering: Sale,
    amount: Annotated[str, typer.Argument(help="Whole coins or tokens of what is paid in, such as 1.5.")],
    *,
    quote: Annotated[
        bool, typer.Option("--quote", help="Only show what it becomes if nobody deposits after it.")
    ] = False,
    permit: Permitted = None,
) -> None:
    """Deposit into a sale."""
    session: Session = ctx.obj
    lz = session.signer
    sale = lz.offerings.at(offering)
    paid = _amount(lz, amount, _asset(sale.terms().payment))
    if quote:
        found = sale.quote(paid)
        fields = {name: str(getattr(found, name)) for name in ("deposit", "tokens", "used", "refund")}
        session.show({"offering": offering, **fields}, text=str(found))
        return
    credited = session.write(sale.deposit.intent(paid, permit=permit))
    if credited is not None:
        session.show({"offering": offering, "deposited": str(credited)})


@app.command()
def close(ctx: typer.Context, offering: Sale) -> None:
    """Take note of the end, and give the treasury what is due to it."""
    session: Session = ctx.obj
    succeeded = session.write(session.signer.offerings.at(offering).close.intent())
    if succeeded is not None:
        session.show({"offering": offering, "succeeded": succeeded})


@app.command()
def collect(ctx: typer.Context, offering: Sale, account: Account = None) -> None:
    """Give an account its tokens, and its part of what was raised above the target."""
    session: Session = ctx.obj
    collected = session.write(session.signer.offerings.at(offering).collect.intent(account))
    if collected is not None:
        session.show({"account": collected.account, "tokens": str(collected.tokens), "refunded": str(collected.refund)})


@app.command()
def refund(ctx: typer.Context, offering: Sale, account: Account = None) -> None:
    """Give an account its deposit back when the sale failed."""
    session: Session = ctx.obj
    amount = session.write(session.signer.offerings.at(offering).refund.intent(account))
    if amount is not None:
        session.show({"offering": offering, "refunded": str(amount)})


def _asset(payment: str) -> str | None:
    from lazai_py import NATIVE

    return None if payment == NATIVE else payment


def _amount(lz: LazAI, whole: str, asset: str | None) -> Amount:
    from lazai_py import ether

    return ether(whole) if asset is None else lz.erc20(asset).amount(whole)

"""`lazai store`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py._types import NATIVE
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._types import Amount
    from lazai_py.market import Offer

app = typer.Typer(no_args_is_help=True, help="Offers of quota, and signed listings.", rich_markup_mode=None)

ClassId = Annotated[int, typer.Argument(min=1, help="The class's id.")]
OfferId = Annotated[int, typer.Argument(min=1, help="The offer's number.")]
TokenId = Annotated[int, typer.Argument(min=1, help="The token's whole id.")]
Price = Annotated[str, typer.Argument(help="Whole coins or tokens, such as 0.5.")]
Asset = Annotated[str | None, typer.Option(help="An ERC-20's address; the native coin when left out.")]
File = Annotated[Path, typer.Argument(help="The file of the listing.")]


@app.command()
def offer(
    ctx: typer.Context,
    class_id: ClassId,
    price: Price,
    *,
    supply: Annotated[str, typer.Option(help="How much is sold in all, in whole units.")],
    asset: Asset = None,
    days: Annotated[int | None, typer.Option(min=1, help="For how long a token works; for ever when left out.")] = None,
    referral_bps: Annotated[int, typer.Option(min=0, max=10_000, help="What goes to referrers.")] = 0,
) -> None:
    """Publish an offer of a class's quota. It never changes: close it and make another."""
    session: Session = ctx.obj
    lz = session.signer
    made = session.write(
        lz.store.offer.intent(
            class_id,
            _amount(lz, price, asset),
            supply=supply,
            duration=None if days is None else timedelta(days=days),
            referral_bps=referral_bps,
        )
    )
    if made is not None:
        session.show(_fields(made))


@app.command()
def close(ctx: typer.Context, offer_id: OfferId) -> None:
    """End an offer for good."""
    session: Session = ctx.obj
    if session.write(session.signer.store.close.intent(offer_id)) is not None:
        session.show({"closed": offer_id})


@app.command()
def show(ctx: typer.Context, class_id: ClassId) -> None:
    """Show the offers of a class that can be bought now."""
    session: Session = ctx.obj
    session.show({"offers": [_fields(each) for each in session.reader.store.offers(class_id)]})


@app.command()
def buy(
    ctx: typer.Context,
    offer_id: OfferId,
    quota: Annotated[str, typer.Argument(help="Whole units.")],
    *,
    top_up: Annotated[int | None, typer.Option(help="A token that gets the quota, by its whole id.")] = None,
    referrer: Annotated[str, typer.Option(help="Who gets the offer's referral.")] = NATIVE,
) -> None:
    """Buy quota; everybody behind the class is paid at once."""
    session: Session = ctx.obj
    token = session.write(session.signer.store.buy.intent(offer_id, quota, top_up=top_up, referrer=referrer))
    if token is not None:
        session.show({"token": token.id, "class": token.class_id, "serial": token.serial})


@app.command("list")
def sell(
    ctx: typer.Context,
    token_id: TokenId,
    price: Price,
    file: File,
    *,
    quota: Annotated[str | None, typer.Option(help="How much quota; the token itself when left out.")] = None,
    asset: Asset = None,
    days: Annotated[int, typer.Option(min=1, help="For how long.")] = 1,
) -> None:
    """Sign an order for a token or its quota into a file, and let the exchange fill it."""
    session: Session = ctx.obj
    lz = session.signer
    listing = lz.store.list(token_id, _amount(lz, price, asset), quota=quota, expires=timedelta(days=days))
    if session.write(lz.store.open_to_exchange.intent(token_id, whole=quota is None)) is not None:
        file.write_text(listing.text() + "\n", "utf-8")
        session.show({"listing": str(file)})


@app.command()
def fill(
    ctx: typer.Context,
    file: File,
    *,
    quota: Annotated[str | None, typer.Option(help="How much of the quota; all when left out.")] = None,
    into: Annotated[int | None, typer.Option(help="The token that gets the quota, by its whole id.")] = None,
) -> None:
    """Buy what was listed, or a part of its quota."""
    from lazai_py.market import Listing

    session: Session = ctx.obj
    listing = Listing.read(file.read_text("utf-8"))
    trade = session.write(session.signer.store.fill.intent(listing, quota, into=into))
    if trade is not None:
        session.show({"token": trade.token_id, "paid": str(trade.paid), "royalty": str(trade.royalty)})


def _amount(lz: LazAI, text: str, asset: str | None) -> Amount:
    from lazai_py import ether

    return ether(text) if asset is None else lz.erc20(asset).amount(text)


def _fields(found: Offer) -> dict[str, object]:
    return {
        "offer": found.id,
        "class": found.class_id,
        "prices": {str(tier.least): str(tier.price) for tier in found.tiers},
        "left": str(found.left),
        "duration": None if found.duration is None else str(found.duration),
        "ends_at": found.ends_at,
        "referral_bps": found.referral_bps,
    }

"""`lazai store`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py._types import NATIVE
from lazai_py.cli import files
from lazai_py.cli.session import Fields, Permitted, Session

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._types import Amount
    from lazai_py.dat import Token
    from lazai_py.market import Listing, Offer, SignedPurchase, Trial

app = typer.Typer(no_args_is_help=True, help="Offers of quota, signed purchases and listings.", rich_markup_mode=None)

ClassId = Annotated[int, typer.Argument(min=1, help="The class's id.")]
OfferId = Annotated[int, typer.Argument(min=1, help="The offer's number.")]
TokenId = Annotated[int, typer.Argument(min=1, help="The token's whole id.")]
Price = Annotated[str, typer.Argument(help="Whole coins or tokens, such as 0.5.")]
Asset = Annotated[str | None, typer.Option(help="An ERC-20's address; the native coin when left out.")]
Quota = Annotated[str, typer.Argument(help="Whole units.")]
To = Annotated[str | None, typer.Option(help="Who gets the new token; the account that signs when left out.")]
TopUp = Annotated[int | None, typer.Option(help="A token that gets the quota, by its whole id.")]
Referrer = Annotated[str, typer.Option(help="Who gets the offer's referral.")]
Days = Annotated[int, typer.Option(min=1, help="For how long it counts.")]
File = Annotated[Path, typer.Argument(help="The file of what is signed.")]


@app.command()
def offer(
    ctx: typer.Context,
    class_id: ClassId,
    price: Price,
    *,
    supply: Annotated[str, typer.Option(help="How much is sold in all, in whole units.")],
    asset: Asset = None,
    days: Annotated[int | None, typer.Option(min=1, help="For how long a token works; for ever when left out.")] = None,
    trial: Annotated[str, typer.Option(help="What an account may have for nothing, once; see sign-trial.")] = "0",
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
            trial=trial,
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
    quota: Quota,
    *,
    to: To = None,
    top_up: TopUp = None,
    referrer: Referrer = NATIVE,
    permit: Permitted = None,
) -> None:
    """Buy quota; everybody behind the class is paid at once."""
    session: Session = ctx.obj
    buy = session.signer.store.buy
    _show_token(
        session, session.write(buy.intent(offer_id, quota, to=to, top_up=top_up, referrer=referrer, permit=permit))
    )


@app.command("sign-purchase")
def sign_purchase(
    ctx: typer.Context,
    offer_id: OfferId,
    quota: Quota,
    file: File,
    *,
    to: To = None,
    top_up: TopUp = None,
    referrer: Referrer = NATIVE,
    days: Days = 1,
) -> None:
    """Sign a purchase in an ERC-20 into a file, for anyone to send; the account needs no coins."""
    session: Session = ctx.obj
    store, valid = session.signer.store, timedelta(days=days)
    signed = store.sign_purchase(offer_id, quota, to=to, top_up=top_up, referrer=referrer, valid=valid)
    cost = session.signer.assets.amount(store.get(offer_id).asset, signed.authorization.value)
    _write(session, file, signed, {"purchase": str(file), "cost": str(cost), "valid_before": signed.valid_before})


@app.command()
def relay(ctx: typer.Context, file: File) -> None:
    """Send a purchase that somebody signed, and pay the gas."""
    from lazai_py.market import SignedPurchase

    session: Session = ctx.obj
    signed = SignedPurchase.read(files.read_text(file))
    _show_token(session, session.write(session.signer.store.relay.intent(signed)))


@app.command("sign-trial")
def sign_trial(
    ctx: typer.Context,
    offer_id: OfferId,
    account: Annotated[str, typer.Argument(help="Who may have the trial.")],
    file: File,
    *,
    days: Days = 1,
) -> None:
    """Sign an account its trial of an offer into a file, as the controller of the class."""
    session: Session = ctx.obj
    trial = session.signer.store.sign_trial(offer_id, account, valid=timedelta(days=days))
    _write(session, file, trial, {"trial": str(file), "account": trial.account})


@app.command("take-trial")
def take_trial(ctx: typer.Context, file: File) -> None:
    """Give an account the trial that was signed for it."""
    from lazai_py.market import Trial

    session: Session = ctx.obj
    trial = Trial.read(files.read_text(file))
    _show_token(session, session.write(session.signer.store.take_trial.intent(trial)))


@app.command("list")
def sell(
    ctx: typer.Context,
    token_id: TokenId,
    price: Price,
    file: File,
    *,
    quota: Annotated[str | None, typer.Option(help="How much quota; the token itself when left out.")] = None,
    asset: Asset = None,
    days: Days = 1,
) -> None:
    """Sign an order for a token or its quota into a file, and let the exchange fill it."""
    session: Session = ctx.obj
    lz = session.signer
    listing = lz.store.list(token_id, _amount(lz, price, asset), quota=quota, expires=timedelta(days=days))
    if session.write(lz.store.open_to_exchange.intent(token_id, whole=quota is None)) is not None:
        _write(session, file, listing, {"listing": str(file)})


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
    listing = Listing.read(files.read_text(file))
    trade = session.write(session.signer.store.fill.intent(listing, quota, into=into))
    if trade is not None:
        session.show({"token": trade.token_id, "paid": str(trade.paid), "royalty": str(trade.royalty)})


@app.command()
def cancel(ctx: typer.Context, file: File) -> None:
    """Take a listing back."""
    from lazai_py.market import Listing

    session: Session = ctx.obj
    listing = Listing.read(files.read_text(file))
    if session.write(session.signer.store.cancel.intent(listing)) is not None:
        session.show({"cancelled": str(file)})


def _write(session: Session, file: Path, signed: Listing | SignedPurchase | Trial, fields: Fields) -> None:
    """Write what was signed, but on a dry run: whoever has the file can use it."""
    if session.settings.dry_run:
        session.show({"dry_run": True, **fields})
        return
    files.write(file, f"{signed.text()}\n".encode())
    session.show(fields)


def _show_token(session: Session, token: Token | None) -> None:
    if token is not None:
        session.show({"token": token.id, "class": token.class_id, "serial": token.serial})


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

"""`lazai token`, `lazai portfolio` and `lazai claim`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py._errors import InputError
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py.dat import Expiry, Token

app = typer.Typer(no_args_is_help=True, help="Positions in a class.", rich_markup_mode=None)

TokenId = Annotated[str, typer.Argument(help="The token: CLASS/SERIAL such as 1/7, or its whole id.")]
Quota = Annotated[str, typer.Argument(help="Whole units of the class.")]
Service = Annotated[str, typer.Argument(help="The service's address.")]
_DURATION = re.compile(r"(\d+)([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@app.command()
def mint(
    ctx: typer.Context,
    class_id: Annotated[int, typer.Argument(min=1, help="The class's id.")],
    *,
    to: Annotated[str, typer.Option(help="The owner's address.")],
    quota: Annotated[str, typer.Option(help="Usage, in whole units of the class.")] = "0",
    share: Annotated[int, typer.Option(min=0, help="Weight in the class's revenue.")] = 0,
    expires: Annotated[
        str | None, typer.Option(help="Last second: a while such as 30d, 12h, or a time such as 2030-01-31T12:00Z.")
    ] = None,
) -> None:
    """Mint a token."""
    session: Session = ctx.obj
    cls = session.signer.dat.cls(class_id)
    minted = session.write(cls.mint.intent(to, quota, share, expires=_expiry(expires)))
    if minted is not None:
        session.show(_fields(minted))


@app.command()
def show(ctx: typer.Context, token: TokenId) -> None:
    """Show a token."""
    session: Session = ctx.obj
    session.show(_fields(_token(session.reader, token)))


@app.command()
def consume(
    ctx: typer.Context,
    token: TokenId,
    amount: Quota,
    *,
    metric: Annotated[str, typer.Option(help="What was used.")] = "inference_calls",
) -> None:
    """Use up quota."""
    session: Session = ctx.obj
    used = _token(session.signer, token)
    if session.write(used.consume.intent(amount, metric=metric)) is not None:
        session.show({**_name(used), "used": amount, "quota": str(used.quota())})


@app.command()
def reserve(
    ctx: typer.Context,
    token: TokenId,
    service: Service,
    amount: Quota,
    *,
    until: Annotated[str, typer.Option(help="Last second: a while such as 1d, or a time such as 2030-01-31T12:00Z.")],
) -> None:
    """Set quota aside for a service, or add to what is set aside; only the service can give it back before the end."""
    session: Session = ctx.obj
    used = _token(session.signer, token)
    metering = session.signer.metering
    if session.write(metering.reserve.intent(used, service, amount, until=_expiry(until))) is not None:
        standing = metering.reservation(used, service)
        reserved = {"service": service, "reserved": str(standing.amount), "redeemed": str(standing.redeemed)}
        session.show({**_name(used), **reserved, "until": standing.until, "quota": str(used.quota())})


@app.command()
def release(
    ctx: typer.Context,
    token: TokenId,
    service: Service,
    *,
    reserver: Annotated[str | None, typer.Option(help="Who reserved; the account that signs when left out.")] = None,
) -> None:
    """End a reservation that is over, or that is for the account that signs; what is unused returns to the token."""
    session: Session = ctx.obj
    used = _token(session.signer, token)
    returned = session.write(session.signer.metering.release.intent(used, service, reserver=reserver))
    if returned is not None:
        session.show({**_name(used), "returned": str(returned), "quota": str(used.quota())})


@app.command()
def transfer(ctx: typer.Context, token: TokenId, to: Annotated[str, typer.Argument(help="The next owner.")]) -> None:
    """Move a whole token."""
    session: Session = ctx.obj
    moved = _token(session.signer, token)
    if session.write(moved.transfer.intent(to)) is not None:
        session.show({**_name(moved), "owner": moved.owner()})


@app.command()
def claim(
    ctx: typer.Context,
    token: TokenId,
    *,
    asset: Annotated[str | None, typer.Option(help="An ERC-20's address; the native coin when left out.")] = None,
    to: Annotated[str | None, typer.Option(help="Who is paid; the owner when left out.")] = None,
) -> None:
    """Claim a token's unclaimed revenue."""
    from lazai_py import NATIVE

    session: Session = ctx.obj
    claimed = _token(session.signer, token)
    amount = session.write(claimed.claim.intent(asset or NATIVE, to=to))
    if amount is not None:
        session.show({**_name(claimed), "claimed": str(amount)})


def portfolio(
    ctx: typer.Context,
    owner: Annotated[str | None, typer.Argument(help="An address; the account that signs when left out.")] = None,
) -> None:
    """Show what an account holds and is owed in every asset."""
    session: Session = ctx.obj
    lz = session.reader if owner else session.signer
    found = lz.dat.portfolio(owner)
    positions = [
        {
            **_name(position.token),
            "quota": str(position.quota),
            "share": position.share,
            "expires_at": position.expires_at,
            "expired": position.is_expired,
            "pending": {asset: str(amount) for asset, amount in position.pending.items()},
        }
        for position in found
    ]
    owed = {asset: str(amount) for asset, amount in found.owed.items()}
    session.show({"owner": found.owner, "owed": owed, "tokens": positions}, text=str(found))


def claim_all(
    ctx: typer.Context,
    owner: Annotated[str | None, typer.Argument(help="Who is paid; the account that signs when left out.")] = None,
) -> None:
    """Claim everything that an account is owed, in every asset."""
    session: Session = ctx.obj
    claimed = session.write(session.signer.dat.claim_all.batch(owner))
    if claimed is not None:
        session.show({"claimed": {asset: str(amount) for asset, amount in claimed.items()}})


def _token(lz: LazAI, text: str) -> Token:
    """Return the token that a text names.

    Raises:
        InputError: it names none.
    """
    if match := re.fullmatch(r"(\d+)/(\d+)", text):
        return lz.dat.cls(int(match[1])).token(int(match[2]))
    if text.isdecimal():
        return lz.dat.token(int(text))
    raise InputError(f"{text!r} names no token", remedy="Pass CLASS/SERIAL such as 1/7, or the whole id")


def _expiry(text: str | None) -> Expiry:
    if text is None:
        return None
    if match := _DURATION.fullmatch(text):
        return timedelta(seconds=int(match[1]) * _SECONDS[match[2]])
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InputError(
            f"{text!r} is neither a while nor a time", remedy="Pass 90s, 15m, 12h, 30d, or 2030-01-31T12:00Z"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _name(token: Token) -> dict[str, object]:
    return {"token": str(token.id), "class": token.class_id, "serial": token.serial}


def _fields(token: Token) -> dict[str, object]:
    return {
        **_name(token),
        "owner": token.owner(),
        "quota": str(token.quota()),
        "share": token.share(),
        "expires_at": token.expires_at(),
        "owed": [str(amount) for amount in token.owed().values()],
    }

"""The commands, and the options that all of them share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lazai_py.cli import (
    aigc,
    chain,
    classes,
    lineage,
    models,
    offerings,
    pay,
    revshare,
    services,
    store,
    tokens,
    vault,
    watch,
)
from lazai_py.cli.session import Session, Settings

# What rich adds to help and tracebacks takes longer to import than most commands take.
app = typer.Typer(
    name="lazai",
    help="AI assets on any EVM chain: anchor data, models and agents, meter them, and be paid.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("local")(chain.local)
app.command("deploy")(chain.deploy)
app.add_typer(classes.app, name="class")
app.add_typer(tokens.app, name="token")
app.command("settle")(classes.settle)
app.command("portfolio")(tokens.portfolio)
app.command("claim")(tokens.claim_all)
app.command("lineage")(lineage.lineage)
app.command("flow")(lineage.flow)
app.add_typer(store.app, name="store")
app.command("pay")(pay.pay)
app.add_typer(revshare.app, name="revshare")
app.add_typer(offerings.app, name="offering")
app.add_typer(services.app, name="service")
app.add_typer(models.app, name="model")
app.add_typer(aigc.app, name="aigc")
app.add_typer(vault.app, name="vault")
app.command("watch")(watch.watch)


@app.callback()
def settings(
    ctx: typer.Context,
    *,
    rpc: Annotated[str, typer.Option(envvar="ETH_RPC_URL", help="The node.")] = "http://127.0.0.1:8545",
    keystore: Annotated[
        Path | None, typer.Option(envvar="LAZAI_KEYSTORE", help="Who signs: an encrypted keystore file.")
    ] = None,
    account: Annotated[
        str | None, typer.Option(help="Who signs: an account that the node holds. On a local chain its first one.")
    ] = None,
    deployment: Annotated[
        Path | None, typer.Option(envvar="LAZAI_DEPLOYMENT", help="<chain-id>.json; found by itself when left out.")
    ] = None,
    vault: Annotated[Path | None, typer.Option(envvar="LAZAI_VAULT", help="The folder that keeps content.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen and cost; send nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Send without asking.")] = False,
) -> None:
    """AI assets on any EVM chain: anchor data, models and agents, meter them, and be paid."""
    session = Session(Settings(rpc, keystore, account, deployment, vault, as_json, dry_run, yes))
    ctx.obj = session
    ctx.call_on_close(session.close)

"""`lazai local` and `lazai deploy`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.local import LocalChain


def local(
    ctx: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where it listens; 0 for any free port.")] = 8545,
) -> None:
    """Start a local chain with everything deployed, and keep it until Ctrl-C."""
    from lazai_py import LazAI

    session: Session = ctx.obj
    with LazAI.local("anvil", vault=session.vault, port=port) as lz:
        contracts = {name: each.address for name, each in lz.deployment.contracts.items()}
        session.show({"url": lz.url, "chain_id": lz.chain_id, "contracts": contracts, "keys": _keys(lz.chain)})
        _wait()


def deploy(
    ctx: typer.Context,
    *,
    out: Annotated[Path, typer.Option(help="The folder for <chain-id>.json.")] = Path("deployments"),
    verify: Annotated[bool, typer.Option("--verify", help="Compare the chain with this package instead.")] = False,
) -> None:
    """Create the contracts that are not there yet, and write down where they are."""
    session: Session = ctx.obj
    if verify:
        _verify(session, out)
    elif session.settings.dry_run:
        _show_cost(session)
    else:
        _deploy(session, out)


def _deploy(session: Session, out: Path) -> None:
    from lazai_py import deployment
    from lazai_py._errors import NotDeployed

    lz = session.signer
    try:
        known = deployment.load(lz.chain_id, out)
    except NotDeployed:
        known = None
    steps = deployment.plan(lz.engine, lz.address)
    session.confirm("\n".join(f"create {step.name} at {step.address} for at most {step.fee}" for step in steps))
    done = deployment.deploy_all(lz.sender, known=known)
    addresses = {name: each.address for name, each in done.contracts.items()}
    session.show({"chain_id": done.chain_id, "contracts": addresses, "file": done.save(out)})


def _show_cost(session: Session) -> None:
    from lazai_py import deployment
    from lazai_py._types import NATIVE

    lz = session.reader
    # Creation costs everybody the same, so nobody has to be named to learn the price.
    steps = deployment.plan(lz.engine, NATIVE)
    contracts = {
        step.name: {"address": step.address, "is_there": step.is_done, "gas": step.gas, "fee": str(step.fee)}
        for step in steps
    }
    session.show({"dry_run": True, "chain_id": lz.chain_id, "contracts": contracts})


def _verify(session: Session, folder: Path) -> None:
    from lazai_py import deployment

    lz = session.reader
    differences = deployment.verify(lz.engine, deployment.load(lz.chain_id, folder))
    found = {each.name: each.reason for each in differences}
    session.show({"chain_id": lz.chain_id, "verified": not found, "differences": found})
    if found:
        raise typer.Exit(1)


def _keys(chain: LocalChain) -> dict[str, str]:
    """Return the private keys of the chain's accounts, which are known to all the world."""
    from eth_account.hdaccount import key_from_seed, seed_from_mnemonic

    from lazai_py._chain.dev import DEV_MNEMONIC

    seed = seed_from_mnemonic(DEV_MNEMONIC, "")
    keys = [key_from_seed(seed, f"m/44'/60'/0'/0/{index}") for index in range(len(chain.accounts))]
    return {account.address: f"0x{key.hex()}" for account, key in zip(chain.accounts, keys, strict=True)}


def _wait() -> None:
    # A polite end by either signal stops the chain on the way out.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        signal.pause()
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)

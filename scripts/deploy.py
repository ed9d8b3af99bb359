"""Puts the contracts on a chain and writes down where they are; what is there already is left alone.

python scripts/deploy.py                                  a local Anvil; its first account signs
python scripts/deploy.py --rpc-url URL --keystore FILE    any network
python scripts/deploy.py --rpc-url URL --dry-run          addresses and cost; sends nothing
python scripts/deploy.py --rpc-url URL --verify           compares the chain with the artifacts; exit 1 when they differ
brownie run deploy                                        the chain that Brownie is connected to

Writes deployments/<chain-id>.json. Addresses are the same on every chain.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from lazai_py import LazAI, LazAIError, Wei, deployment
from lazai_py._chain.accounts import OPENING_VARIABLE
from lazai_py._types import NATIVE, decimal_text
from lazai_py.errors import InvalidKey, NotDeployed

ROOT = Path(__file__).resolve().parents[1]
_ANVIL = "http://127.0.0.1:8545"
_UNLOCKED_CHAINS = (1337, 31337)


def main(*arguments: str) -> int:
    """Deploy, verify or tell the cost; returns the exit code.

    Raises:
        LazAIError: something stands against it.
    """
    options = read(arguments)
    with LazAI.connect(options.rpc_url or options.url or active_url()) as lz:
        if options.dry_run:
            return tell_cost(lz)
        return verify(lz, options.out) if options.verify else deploy(lz, options.out, options.keystore)


def read(arguments: tuple[str, ...]) -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?", help=f"JSON-RPC endpoint; ETH_RPC_URL, else {_ANVIL}, when left out")
    parser.add_argument("--rpc-url", "--rpc", "--url", metavar="URL", help="the same")
    parser.add_argument("--keystore", "--account", type=Path, metavar="FILE", help="who signs: a version 3 keystore")
    parser.add_argument(
        "--out", type=Path, default=ROOT / deployment.FOLDER, metavar="DIR", help="default: deployments"
    )
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--dry-run", action="store_true", help="print addresses, gas and fee; send nothing")
    doing.add_argument("--verify", action="store_true", help="compare the code on the chain with the artifacts")
    return parser.parse_args(arguments)


def active_url() -> str:
    """Return the endpoint that is meant when none is named: Brownie's, the environment's, or Anvil's own."""
    # Brownie is there only when it is what runs this script.
    brownie: Any = sys.modules.get("brownie")
    if brownie is not None and brownie.network.is_connected():
        return str(brownie.web3.provider.endpoint_uri)
    return os.environ.get("ETH_RPC_URL", _ANVIL)


def deploy(lz: LazAI, folder: Path, keystore: Path | None) -> int:
    """Create what is missing, and write the deployment down."""
    signing = signed_in(lz, keystore)
    known = recorded(lz, folder)
    there = {step.name for step in deployment.plan(lz.engine, signing.address) if step.is_done}
    done = deployment.deploy_all(signing.sender, known=known)
    for name, each in done.contracts.items():
        print(f"{name} {each.address} block {each.block} ({'was there' if name in there else 'created'})")
    print(f"chain {lz.chain_id}: {done.save(folder)}")
    return 0


def verify(lz: LazAI, folder: Path) -> int:
    """Compare the code on the chain with the artifacts; returns 1 when something differs."""
    known = deployment.load(lz.chain_id, folder)
    differences = {each.name: each.reason for each in deployment.verify(lz.engine, known)}
    for name, each in known.contracts.items():
        print(f"{name} {each.address}: {differences.get(name, 'the code is that of the artifact')}")
    return 1 if differences else 0


def tell_cost(lz: LazAI) -> int:
    """Print what would be created where, and what it would cost at most at the present price."""
    # Creation costs everybody the same, so nobody needs to open a keystore to learn the price.
    steps = deployment.plan(lz.engine, NATIVE)
    price = lz.engine.fees().max_fee
    for step in steps:
        print(f"{step.name} {step.address}: " + ("is there" if step.is_done else f"gas {step.gas:,}, fee {step.fee}"))
    gas, fee = sum(step.gas for step in steps), sum((step.fee for step in steps), Wei(0))
    print(f"chain {lz.chain_id}: gas {gas:,} at {decimal_text(price, 9)} gwei at most, fee {fee}; nothing was sent")
    return 0


def signed_in(lz: LazAI, keystore: Path | None) -> LazAI:
    """Return the connection for who signs: a keystore's account, or on a local chain the node's first.

    Raises:
        InvalidKey: there is neither, or the keystore does not open.
    """
    if keystore is not None:
        asked = None if OPENING_VARIABLE in os.environ else lambda: getpass.getpass(f"Password of {keystore}: ")
        return lz.as_account(keystore, password=asked)
    held = lz.engine.accounts() if lz.chain_id in _UNLOCKED_CHAINS else []
    if not held:
        raise InvalidKey(f"nobody is named to sign on chain {lz.chain_id}", remedy="Pass --keystore FILE")
    return lz.as_account(held[0])


def recorded(lz: LazAI, folder: Path) -> deployment.Deployment | None:
    """Return what was written down for the chain before; None when nothing was."""
    try:
        return deployment.load(lz.chain_id, folder)
    except NotDeployed:
        return None


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except LazAIError as error:
        sys.exit(f"deploy: {error}")

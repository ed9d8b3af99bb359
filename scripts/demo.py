"""Real data becomes tokens, a real model is trained on it and sold, works are made, and all behind them are paid.

python scripts/demo.py                  on a chain of its own
python scripts/demo.py --rpc-url URL    on a running Anvil, whose clock it moves by ten days
python scripts/demo.py --seed 7 --json FILE
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lazai_py import LazAI, LazAIError
from lazai_py._chain.rpc import RpcEngine
from lazai_py.vault import LocalVault
from scripts.digits.story import Story


def main(*arguments: str) -> int:
    """Run the demo; returns the exit code, which is 1 when the conservation check fails.

    Raises:
        LazAIError: something stands against it.
    """
    options = read(arguments)
    story = Story()
    with TemporaryDirectory() as folder, open_chain(options.rpc_url, Path(folder), story) as lz:
        story.chapter("Loading scikit-learn and pyDVL")
        from scripts.digits.session import run

        result = run(lz, options.seed, story)
    result.tell(story)
    every = "Every" if result.is_conserved else "NOT every"
    story.say(f"{every} wei and every inference is accounted for, after {result.seconds:.1f} s.")
    if options.json:
        options.json.write_text(json.dumps(result.to_json(), indent=2) + "\n", "utf-8")
    return 0 if result.is_conserved else 1


def read(arguments: tuple[str, ...]) -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rpc-url", "--rpc", "--url", metavar="URL", help="a running Anvil; one of its own when left out"
    )
    parser.add_argument("--seed", type=int, default=42, help="who gets which data; 42 when left out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args(arguments)


def open_chain(url: str | None, folder: Path, story: Story) -> LazAI:
    """Return a chain with the contracts on it, as the operator: a new one, or one that runs already.

    Raises:
        Unsupported: what runs already is no Anvil, so its clock cannot be moved.
    """
    story.chapter("A chain with the contracts")
    vault = LocalVault(folder)
    if url is None:
        lz = LazAI.local(vault=vault)
    else:
        visitor = LazAI.connect(url, vault=vault)
        lz = visitor.as_account(visitor.chain.actor("operator"))
        lz.deploy()
    story.say(
        f"Anvil at {lz.engine.url}"
        if isinstance(lz.engine, RpcEngine)
        else "There is no Anvil on this machine, so revm runs the chain in this process: all is the same but the node."
    )
    story.say(f"chain {lz.chain_id}, DataAnchoringToken at {lz.dat.address}")
    return lz


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except LazAIError as error:
        sys.exit(f"demo: {error}")

"""How fast 1,000 tokens are minted: the SDK's bulk paths beside the plain web3.py loop, on one Anvil, in one run.

python benchmarks/bulk_mint.py [--tokens 1000] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from web3 import Web3
from web3.logs import DISCARD

from lazai_py import LazAI
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py.dat import DatClass, MintOrder, Token
from lazai_py.vault import MemoryVault

QUOTA, SHARE = 1_000, 500
# The loop is a steady one: so many steps tell its pace, and the slow one would take two minutes otherwise.
LOOPS = (200, 50)
LEAST_OVER_1_MS, LEAST_OVER_DEFAULT = 8.0, 40.0


@dataclass(frozen=True)
class Pace:
    """One way of minting: how many tokens it made, in how many seconds."""

    name: str
    tokens: int
    seconds: float

    @property
    def rate(self) -> float:
        """Tokens a second."""
        return self.tokens / self.seconds


def main() -> int:
    """Measure, print a table, and fail when the bulk path is not as much faster as it has to be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokens", type=int, default=1_000, help="how many the bulk paths mint")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    options = parser.parse_args()
    with LazAI.local("anvil", vault=MemoryVault()) as lz:
        paces = run(lz, options.tokens)
    print(table(paces))
    if options.json:
        options.json.write_text(json.dumps([asdict(pace) | {"rate": pace.rate} for pace in paces], indent=2) + "\n")
    return 0 if is_fast_enough(paces) else 1


def run(lz: LazAI, tokens: int, loops: tuple[int, int] = LOOPS) -> list[Pace]:
    """Measure the bulk paths and the loops, each in a class of its own.

    Parameters:
        lz: an Anvil of our own.
        tokens: how many each of the bulk paths mints.
        loops: how many the loops mint, the one that polls every millisecond and the one that polls as web3 does.
    """
    quick, slow = loops
    orders = [MintOrder(lz.chain.actor(f"holder {number % 10}").address, QUOTA, SHARE) for number in range(tokens)]
    single, batch = new_class(lz), new_class(lz)
    return [
        timed("SDK, mint_many (mintBatch of 100)", tokens, lambda: check(batch.mint_many(orders), orders)),
        timed("SDK, send_many of single mints", tokens, lambda: check(mint_singly(lz, single, orders), orders)),
        web3_loop(lz, orders[:quick], "web3.py loop, polling every millisecond", poll=0.001),
        web3_loop(lz, orders[:slow], "web3.py loop, its default poll", poll=0.1),
    ]


def new_class(lz: LazAI) -> DatClass:
    """Return a class with one token, so that the first of its kind is not measured."""
    cls = lz.dat.create_class({"name": "benchmark"}, unit="inference")
    cls.mint(lz.address, QUOTA, SHARE)
    return cls


def mint_singly(lz: LazAI, cls: DatClass, orders: Sequence[MintOrder]) -> list[Token]:
    """Mint each token by a transaction of its own, pipelined."""
    return lz.send_many([cls.mint.intent(order.to, order.quota, order.share) for order in orders])


def check(tokens: Sequence[Token], orders: Sequence[MintOrder]) -> None:
    """Hold that every token was made, in order, as the events say."""
    first = tokens[0].id
    if [token.id for token in tokens] != [first + place for place in range(len(orders))]:
        raise SystemExit("the tokens are not those that were ordered")


def timed(name: str, tokens: int, act: Callable[[], None]) -> Pace:
    """Return the pace of an act."""
    start = time.perf_counter()
    act()
    return Pace(name, tokens, time.perf_counter() - start)


def web3_loop(lz: LazAI, orders: Sequence[MintOrder], name: str, *, poll: float) -> Pace:
    """Mint one after another as web3.py's documentation does it: send, wait for the receipt, read the event.

    The node signs, which spares the loop a signature for each token.
    """
    cls = new_class(lz)
    w3 = Web3(Web3.HTTPProvider(lz.url))
    address = w3.to_checksum_address(lz.deployment[DataAnchoringToken.NAME].address)
    contract = w3.eth.contract(address=address, abi=DataAnchoringToken.artifact().abi)

    def loop() -> None:
        for order in orders:
            sent = contract.functions.mint(cls.id, order.to, QUOTA, SHARE, 0).transact({"from": lz.address})
            receipt = w3.eth.wait_for_transaction_receipt(sent, poll_latency=poll)
            [event] = contract.events.Minted().process_receipt(receipt, errors=DISCARD)
            if not receipt["status"] or event["args"]["to"] != order.to:
                raise SystemExit("a mint of the loop failed")

    return timed(name, len(orders), loop)


def ratios(paces: Sequence[Pace]) -> tuple[float, float]:
    """Return how much faster the bulk path, `mint_many`, is than the two loops."""
    return paces[0].rate / paces[2].rate, paces[0].rate / paces[3].rate


def is_fast_enough(paces: Sequence[Pace]) -> bool:
    """Whether the bulk path is as much faster than the loops as it has to be."""
    over_1_ms, over_default = ratios(paces)
    return over_1_ms >= LEAST_OVER_1_MS and over_default >= LEAST_OVER_DEFAULT


def table(paces: Sequence[Pace]) -> str:
    """Return the figures as text."""
    loops = paces[2:]
    lines = [f"{'':<42}{'tokens':>8}{'seconds':>9}{'tokens/s':>10}{'x 1 ms':>9}{'x default':>11}"]
    for pace in paces:
        over = [pace.rate / loop.rate for loop in loops]
        lines.append(
            f"{pace.name:<42}{pace.tokens:>8,}{pace.seconds:>9.2f}{pace.rate:>10,.0f}{over[0]:>9.1f}{over[1]:>11.1f}"
        )
    lines.append(f"required of mint_many: {LEAST_OVER_1_MS:g} and {LEAST_OVER_DEFAULT:g} times the loops")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""The hash of a proof's public signal: cheap inside a circuit, and the same in `Mimc.sol` and `mimc.circom`.

It is the block cipher MiMC with the power 5 over the scalar field of BN254, with 110 rounds (5^110 exceeds the field),
in the mode of Miyaguchi and Preneel. Its constants are a chain of Keccak-256 from a published word, so nobody chose
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lazai_py._types import keccak
from lazai_py.proofs.field import ORDER

ROUNDS = 110
SEED = b"lazai.mimc.5.110"


def _constants() -> Iterator[int]:
    link = keccak(SEED)
    for _ in range(ROUNDS):
        # Three bits less than a word are less than the field.
        yield int.from_bytes(link, "big") >> 3
        link = keccak(link)


CONSTANTS = tuple(_constants())
"""What is added in each round."""


def rounds(state: int, block: int) -> Iterator[tuple[int, int, int]]:
    """Yield the square, the fourth and the fifth power of each round: what a circuit has signals for."""
    x = block
    for constant in CONSTANTS:
        x = (x + state + constant) % ORDER
        square = x * x % ORDER
        fourth = square * square % ORDER
        x = fourth * x % ORDER
        yield square, fourth, x


def compress(state: int, block: int) -> int:
    """Return the next state of the hash."""
    *_, (_, _, last) = rounds(state, block)
    return (last + 2 * state + block) % ORDER


def digest(state: int, blocks: Iterable[int]) -> int:
    """Return the hash of some blocks, their number known to whoever compares it."""
    for block in blocks:
        state = compress(state, block)
    return state

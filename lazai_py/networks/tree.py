"""Merkle trees over the weights and biases of a layer, as `docs/networks.md` defines them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lazai_py._types import keccak

CHUNK = 32
"""How many weights of a neuron one leaf holds."""
_CHUNK_MARK, _BIAS_MARK = b"\x00", b"\x01"
_EMPTY_LEAF = bytes(32)


def chunk_leaf(chunk: bytes) -> bytes:
    """Return the leaf of 32 weights, each one two's complement byte."""
    if len(chunk) != CHUNK:
        raise ValueError(f"a chunk has {CHUNK} bytes, not {len(chunk)}")
    return keccak(_CHUNK_MARK + chunk)


def bias_leaf(bias: int) -> bytes:
    """Return the leaf of a bias."""
    return keccak(_BIAS_MARK + bias.to_bytes(4, "big", signed=True))


def root_of(leaf: bytes, number: int, opening: Sequence[bytes]) -> bytes:
    """Return the root that a leaf and its opening lead to.

    Parameters:
        leaf: 32 bytes.
        number: which leaf of the tree it is said to be.
        opening: the sibling on each level, from the leaf upwards.

    Raises:
        ValueError: a tree of this depth has no leaf of this number.
    """
    if number >> len(opening):
        raise ValueError(f"a tree of depth {len(opening)} has no leaf {number}")
    node = leaf
    for level, sibling in enumerate(opening):
        node = keccak(sibling + node if number >> level & 1 else node + sibling)
    return node


@dataclass(frozen=True)
class MerkleTree:
    """A tree over leaves, filled up with zeros to the least power of two that holds them."""

    leaves: tuple[bytes, ...]

    def __post_init__(self) -> None:
        """Refuse a tree without leaves: it has no root."""
        if not self.leaves:
            raise ValueError("a tree has at least one leaf")

    @cached_property
    def levels(self) -> tuple[tuple[bytes, ...], ...]:
        """All nodes, level by level, the leaves first and the root last."""
        width = 1 << (len(self.leaves) - 1).bit_length()
        level = (*self.leaves, *(_EMPTY_LEAF,) * (width - len(self.leaves)))
        levels = [level]
        while len(level) > 1:
            level = tuple(keccak(level[at] + level[at + 1]) for at in range(0, len(level), 2))
            levels.append(level)
        return tuple(levels)

    @property
    def depth(self) -> int:
        """How many levels are above the leaves; openings have this length."""
        return len(self.levels) - 1

    @property
    def root(self) -> bytes:
        """The hash that binds every leaf and its number."""
        return self.levels[-1][0]

    def opening(self, number: int) -> tuple[bytes, ...]:
        """Return the sibling on each level above a leaf, from the leaf upwards.

        Raises:
            IndexError: there is no such leaf.
        """
        if not 0 <= number < len(self.leaves):
            raise IndexError(f"the tree has {len(self.leaves)} leaves, and no number {number}")
        return tuple(nodes[number >> level ^ 1] for level, nodes in enumerate(self.levels[:-1]))

"""The weights of a network as the chain keeps them to run it: contract code, in words of one input and 32 neurons."""

from __future__ import annotations

from collections.abc import Iterator

from lazai_py.networks.network import IntegerNetwork

BLOB = 24_544
"""How many bytes one contract's code holds."""
_LANES = 32
_OFFSET = 128
"""Added to each weight, so that none is negative."""


def words_of(network: IntegerNetwork) -> bytes:
    """Return the words of all layers: for each group of 32 neurons a word for each input.

    The byte of a neuron, the first neuron in the first byte, is its weight for that input plus 128.
    """
    return b"".join(word for layer in network.weights for word in _words(layer))


def blobs_of(network: IntegerNetwork) -> tuple[bytes, ...]:
    """Return the words cut into what fits the code of one contract each."""
    words = words_of(network)
    return tuple(words[at : at + BLOB] for at in range(0, len(words), BLOB))


def _words(rows: tuple[tuple[int, ...], ...]) -> Iterator[bytes]:
    for first in range(0, len(rows), _LANES):
        for column in zip(*rows[first : first + _LANES], strict=True):
            yield bytes(weight + _OFFSET for weight in column).ljust(_LANES, bytes([_OFFSET]))

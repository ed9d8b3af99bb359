"""Integer networks: models whose results a chain can check, because everybody computes the very same numbers.

`docs/networks.md` defines them. This package runs them, hashes them, reads and writes them as JSON, and makes them from
trained models in floating point.
"""

from __future__ import annotations

from lazai_py.networks.network import MAX_BIAS, MAX_INPUT, MAX_OUTPUTS, MAX_SHIFT, MAX_SIZE, IntegerNetwork, Trace
from lazai_py.networks.tree import CHUNK, MerkleTree, bias_leaf, chunk_leaf, root_of

__all__ = [
    "CHUNK",
    "MAX_BIAS",
    "MAX_INPUT",
    "MAX_OUTPUTS",
    "MAX_SHIFT",
    "MAX_SIZE",
    "IntegerNetwork",
    "MerkleTree",
    "Trace",
    "bias_leaf",
    "chunk_leaf",
    "root_of",
]

"""Networks on a chain in this process, and the digits network that the demo trains."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from lazai_py import LazAI
from lazai_py._contract.bindings.reexecution_verifier import Statement
from lazai_py.models import Models
from lazai_py.networks import IntegerNetwork
from lazai_py.networks.quantise import Quantised
from lazai_py.vault import MemoryVault
from scripts.digits.data import Digits, first_anchored, load
from scripts.digits.network import Network


@dataclass(frozen=True)
class World:
    """What these tests work with: models on a chain, the digits, and the network that reads them."""

    models: Models
    digits: Digits
    quantised: Quantised

    def says(self, network: IntegerNetwork, prompt: str, content: str | bytes, *, proof: bytes = b"") -> bool:
        """What the verifier says of a statement."""
        made = content if isinstance(content, bytes) else content.encode()
        statement = Statement(network.commitment, self.models.registry.address, prompt.encode(), made)
        return self.models.reexecution.verify(statement, proof)


@pytest.fixture(scope="session")
def w() -> Iterator[World]:
    """The digits network is installed."""
    digits = load()
    training = first_anchored(digits.parts)
    quantised = Network(training).quantised(training)
    with LazAI.local("revm", vault=MemoryVault()) as lz:
        lz.models.install(quantised.network)
        yield World(lz.models, digits, quantised)


def drawn(chance: random.Random, *sizes: int) -> IntegerNetwork:
    """A network of numbers that are drawn, or are the greatest and least there may be."""
    greatest = chance.random() < 0.3

    def weight() -> int:
        return chance.choice((-127, 127, 126, 0)) if greatest else chance.randint(-127, 127)

    def bias() -> int:
        return chance.choice((-(2**30), 2**30, 0)) if greatest else chance.randint(-20_000, 20_000)

    pairs = list(pairwise(sizes))
    weights = [[[weight() for _ in range(inputs)] for _ in range(outputs)] for inputs, outputs in pairs]
    biases = [[bias() for _ in range(outputs)] for _, outputs in pairs]
    return IntegerNetwork.of(weights, biases, [chance.choice((0, 31, *range(5, 14))) for _ in sizes[2:]])


def image(chance: random.Random, size: int) -> list[int]:
    """Inputs of one of four kinds: anything, mostly dark, only extremes, all the greatest."""
    kind = chance.randrange(4)
    if kind == 0:
        return [chance.randint(0, 127) for _ in range(size)]
    if kind == 1:
        return [chance.randint(0, 127) if chance.random() < 0.2 else 0 for _ in range(size)]
    return [chance.choice((0, 127)) if kind == 2 else 127 for _ in range(size)]

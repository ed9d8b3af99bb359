"""Models and networks: registering, installing, and running them on the chain with inputs that are never 0."""

from __future__ import annotations

import random
from itertools import pairwise

from lazai_py._contract.bindings import reexecution_verifier as bindings
from lazai_py._contract.bindings.model_registry import Model, ModelRegistry
from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier, Statement
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE
from lazai_py.networks import IntegerNetwork
from lazai_py.networks.words import blobs_of
from scripts.gas.meter import URI, Meter

SIZES = ((64, 32, 10), (784, 32, 10), (784, 128, 10))


def measure(m: Meter) -> None:
    """Account 1 registers a model and its next version; account 0 installs networks and has them run."""
    models = ModelRegistry(m.engine, m.deploy(ModelRegistry.creation()))
    verifier = ReexecutionVerifier(m.engine, m.deploy(ReexecutionVerifier.creation()))
    verifiers = (verifier.address, NATIVE, NATIVE)
    commitment = drawn(*SIZES[0]).commitment
    for previous, name in enumerate(("register a model", "register its next version")):
        model = Model(commitment, previous, 1, NATIVE, m.accounts[1].address, URI, verifiers)
        m.record(name, models.register(model), by=1)
    for sizes in SIZES:
        run(m, verifier, drawn(*sizes), "-".join(map(str, sizes)))


def run(m: Meter, verifier: ReexecutionVerifier, network: IntegerNetwork, name: str) -> None:
    """Stores the weights of a network, installs it, and has it run once, by a transaction of its own."""
    blobs = blobs_of(network)
    m.gas[f"store the weights of {name}"] = sum(m.send(verifier.store(blob)) for blob in blobs)
    biases = [bias for layer in network.biases for bias in layer]
    addresses = [verifier.blob_of(blob) for blob in blobs]
    m.record(f"install {name}", verifier.install(network.sizes, network.shifts, biases, addresses))
    prompt = network.prompt([[1 + each % 127 for each in range(network.sizes[0])]])
    statement = Statement(network.commitment, m.accounts[0].address, prompt.encode(), network.answer(prompt).encode())
    m.record(f"re-execute {name}", verifying(verifier, statement))


def verifying(verifier: ReexecutionVerifier, statement: Statement) -> Intent[Sent]:
    """A transaction that does nothing but verify: a view has no intent of its own."""
    return Intent.of(verifier, bindings._VERIFY, (statement, b""), None)


def drawn(*sizes: int) -> IntegerNetwork:
    """A network of those sizes, the same each time."""
    chance = random.Random(0)  # noqa: S311 - it is to be the same each time
    pairs = list(pairwise(sizes))
    weights = [[[chance.randint(-127, 127) for _ in range(a)] for _ in range(b)] for a, b in pairs]
    biases = [[chance.randint(-4_096, 4_096) for _ in range(b)] for _, b in pairs]
    return IntegerNetwork.of(weights, biases, [9] * (len(sizes) - 2))

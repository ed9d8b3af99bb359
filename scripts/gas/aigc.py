"""Works: commitments, mints, blobs, content, payouts.

A mint by a fraud proof asks no verifier, so it is what a mint costs without its verification. There is a mint fee. Who
mints holds a work already, unless the name says otherwise. Prompts and contents have no byte that is 0.
"""

from __future__ import annotations

from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated, Terms
from lazai_py._contract.bindings.aigc_token import AigcToken, Draft
from lazai_py._contract.bindings.model_registry import Model, ModelRegistered, ModelRegistry
from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Wei, keccak
from lazai_py.networks import IntegerNetwork
from lazai_py.networks.words import blobs_of
from scripts.gas.meter import Meter

FEE = Wei(1_000)
SALT = keccak(b"salt")
REEXECUTE = b"\0"
# Weights, biases and inputs from a formula, in their whole range and none of them 0.
NETWORK = IntegerNetwork.of(
    [
        [[(17 * i + 29 * j) % 127 - 127 for i in range(inputs)] for j in range(neurons)]
        for inputs, neurons in ((64, 32), (32, 10))
    ],
    [[300_000 + j for j in range(32)], [7 * j for j in range(10)]],
    [11],
)


def measure(m: Meter) -> None:
    """Account 1 mints, account 2 is the model's revenue receiver, account 3 the creator."""
    works = collection(m)
    measure_mints(m, works)
    measure_reexecution(m, works)
    measure_reveals(m, works)
    m.record("payOut of mint fees, first", works.pay_out(m.accounts[2]))
    m.send(mint(m, works, "one more", b"content"), by=1)
    m.record("payOut of mint fees", works.pay_out(m.accounts[2]))


def collection(m: Meter) -> AigcToken:
    """A collection of a model that offers re-execution and fraud proofs; nobody has bonded anything yet."""
    models = ModelRegistry(m.engine, m.deploy(ModelRegistry.creation()))
    factory = AigcFactory(m.engine, m.deploy(AigcFactory.creation()))
    verifier = ReexecutionVerifier(m.engine, m.deploy(ReexecutionVerifier.creation()))
    revenue, creator = m.accounts[2].address, m.accounts[3].address
    install(m, verifier)
    version = Model(NETWORK.commitment, 0, 0, NATIVE, revenue, "", (verifier.address, NATIVE, verifier.address))
    model = sent(m, models.register(version)).only(ModelRegistered).model_id
    terms = Terms("Digits", "DIG", "What a network read", "text/plain", creator, FEE.raw, 2_500, 750)
    create = factory.create(models, model, terms)
    made = sent(m, create)
    m.gas["create a collection"] = made.receipt.gas_used
    return AigcToken(m.engine, made.only(CollectionCreated).collection)


def install(m: Meter, verifier: ReexecutionVerifier) -> None:
    """Puts the network on the chain."""
    blobs = blobs_of(NETWORK)
    for blob in blobs:
        m.send(verifier.store(blob))
    biases = [bias for layer in NETWORK.biases for bias in layer]
    m.send(verifier.install(NETWORK.sizes, NETWORK.shifts, biases, [verifier.blob_of(blob) for blob in blobs]))


def measure_mints(m: Meter, works: AigcToken) -> None:
    """In one step, without and with a blob."""
    small, large = b"c" * 46, b"c" * 2_048
    m.record("mint a work, 64 + 46 bytes, first of its owner", mint(m, works, "a" * 64, small), by=1)
    m.record("mint a work, 64 + 46 bytes", mint(m, works, "b" * 64, small), by=1)
    m.record("mint a work, 256 + 2,048 bytes", mint(m, works, "c" * 256, large), by=1)
    m.record("mint a work, 64 + 46 bytes, stored", mint(m, works, "d" * 64, small, stored=True), by=1)
    m.record("store a work, 64 + 46 bytes", works.store(b"b" * 64, small), by=1)


def measure_reexecution(m: Meter, works: AigcToken) -> None:
    """The label of one image, by a network of 64, 32 and 10."""
    prompt = NETWORK.prompt([[1 + (7 * i) % 127 for i in range(64)]])
    draft = Draft(prompt.encode(), NETWORK.answer(prompt).encode(), REEXECUTE, stored=False)
    minting = works.mint(m.accounts[1], draft, pay=FEE)
    m.record("mint a work, re-execution of a 64-32-10 network", minting, by=1)


def measure_reveals(m: Meter, works: AigcToken) -> None:
    """In two steps; and against somebody who saw the prompt in the mempool."""
    m.record("commit to a prompt", works.commit(commitment(m, works, "e" * 64)), by=1)
    m.record("reveal a work, 64 + 46 bytes", reveal(m, works, "e" * 64), by=1)
    m.send(works.commit(commitment(m, works, "f" * 64)), by=1)
    m.send(mint(m, works, "f" * 64, b"stolen", by=4), by=4)
    m.record("reveal a work that was taken", reveal(m, works, "f" * 64), by=1)


def mint(m: Meter, works: AigcToken, prompt: str, content: bytes, *, stored: bool = False, by: int = 1) -> Intent[Sent]:
    """A mint in one step, by a fraud proof that is still to come."""
    return works.mint(m.accounts[by], Draft(prompt.encode(), content, b"", stored), pay=FEE)


def reveal(m: Meter, works: AigcToken, prompt: str) -> Intent[Sent]:
    """A mint of what account 1 committed to."""
    return works.reveal(SALT, m.accounts[1], Draft(prompt.encode(), b"c" * 46, b"", stored=False), pay=FEE)


def commitment(m: Meter, works: AigcToken, prompt: str) -> bytes:
    """Account 1's commitment to a prompt."""
    return works.commitment_of(m.accounts[1], prompt.encode(), SALT)


def sent(m: Meter, intent: Intent[Sent]) -> Sent:
    """What came of a call of account 0."""
    return intent.send(m.sender())

"""Fraud proofs: a whole dispute over a network of the MNIST size, and the judge in a model of 4 MB."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lazai_py._contract.bindings.optimistic_verifier import Dispute, OptimisticVerifier, Statement
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Wei, to_address
from lazai_py.disputes.positions import Phase, Table
from lazai_py.disputes.sides import Accusation, Defence, header
from lazai_py.disputes.trace import StatementTrace
from lazai_py.networks import CHUNK, IntegerNetwork
from scripts.gas.meter import Meter

WINDOW, CLOCK, BOND = 100, 100, Wei(10**16)
PROPOSER, CHALLENGER = 1, 2
COLLECTION = to_address("0x" + "c0" * 20)
SMALL, MNIST, FOUR_MB = (32, 8, 3), (784, 128, 10), (1024, 4096, 10)
SHIFT = 12
WHOLE = "a dispute over 101,632 multiply-adds, both sides"
JUDGE = "refuteChunk in a model of 4 MB"


def measure(m: Meter) -> None:
    """A proposal with a wrong hidden activation, from its bond to the winner's money; the first one writes counters."""
    verifier = OptimisticVerifier(m.engine, m.deploy(OptimisticVerifier.creation(WINDOW, CLOCK, BOND.raw)))
    for _ in play(m, verifier, network_of(*SMALL)):
        pass
    steps = dict(play(m, verifier, network_of(*MNIST)))
    m.gas |= {f"{name}, 784-128-10": gas for name, gas in steps.items()}
    m.gas[WHOLE] = sum(steps.values())
    m.gas[JUDGE] = dict(play(m, verifier, network_of(*FOUR_MB)))["refuteChunk"]


def network_of(*sizes: int) -> IntegerNetwork:
    """A network of random weights, every run the same."""
    draw = random.Random(1).choices  # noqa: S311 - nothing here is secret
    weights = [[draw(range(-127, 128), k=inputs) for _ in range(outputs)] for inputs, outputs in pairwise(sizes)]
    biases = [draw(range(-999, 1_000), k=size) for size in sizes[1:]]
    return IntegerNetwork.of(weights, biases, [SHIFT] * (len(sizes) - 2))


class Liar(Defence):
    """Says of the neuron in question what its trace says, and lets the last chunk account for it."""

    def sums(self, dispute: Dispute) -> list[int]:
        """Return sums that end in the lie."""
        return [*super().sums(dispute)[:-1], dispute.end << SHIFT]


def play(m: Meter, verifier: OptimisticVerifier, network: IntegerNetwork) -> Iterator[tuple[str, int]]:
    """Plays a dispute to its end; yields the name and the gas of each transaction."""
    prompt = network.prompt([[1 + place % 127 for place in range(network.sizes[0])]]).encode()
    honest = StatementTrace.of(network, prompt)
    lie = with_a_lie(honest)
    statement = Statement(network.commitment, COLLECTION, prompt, honest.content or b"")

    def send(intent: Intent[Sent], by: int) -> tuple[str, int]:
        return intent.function.name, m.send(intent, by)

    yield send(verifier.propose(statement, header(network), lie.root, pay=BOND), PROPOSER)
    table = Table(verifier)
    proposed = table.proposals((network.commitment,), 0)[-1]
    yield send(verifier.challenge(proposed.proposal_id, pay=BOND), CHALLENGER)
    dispute_id = verifier.dispute_count()
    liar, accusation = Liar(verifier, lie), Accusation(verifier, proposed, honest)
    while not Phase((dispute := verifier.dispute_of(dispute_id)).phase).is_over:
        if (move := liar.move(dispute_id, dispute)) is not None:
            yield send(move, PROPOSER)
        else:
            move = accusation.move(dispute_id, dispute, table.revealed(dispute_id, honest.depth, 0))
            yield send(needed(move), CHALLENGER)
    yield send(verifier.collect(dispute_id), CHALLENGER)


def with_a_lie(honest: StatementTrace) -> StatementTrace:
    """The same trace with another first activation in the first hidden layer."""
    number = -(-honest.network.sizes[0] // CHUNK)
    content = honest.contents[number] or b""
    wrong = bytes([content[0] ^ 1, *content[1:]])
    return replace(honest, contents=(*honest.contents[:number], wrong, *honest.contents[number + 1 :]))


def needed(move: Intent[Sent] | None) -> Intent[Sent]:
    """The move of a challenger who has one."""
    if move is None:
        raise ValueError("the challenger finds nothing to dispute")
    return move

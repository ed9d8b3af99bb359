"""A forger who knows the game: its trace bears its content out, and is wrong in one sum alone.

A content that its own trace contradicts falls at once. This one can be refuted only by finding the sum, among all that
the network computes for the strip, and computing it again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lazai_py._contract.bindings.optimistic_verifier import Statement
from lazai_py.disputes import Defence, StatementTrace, header
from lazai_py.disputes.trace import SUMS_IN_LEAF, sums_bytes, sums_from

if TYPE_CHECKING:
    from lazai_py import Address
    from lazai_py._contract.bindings.optimistic_verifier import Dispute
    from lazai_py._contract.intent import Intent, Sent
    from lazai_py.disputes import FraudProofs
    from lazai_py.networks import IntegerNetwork


@dataclass(frozen=True, slots=True)
class Forgery:
    """A wrong content of a prompt, and the trace that pretends to bear it out.

    Attributes:
        network: whose work it is said to be.
        prompt: what was asked.
        content: what is said to be the answer.
        trace: the right trace but for one sum.
    """

    network: IntegerNetwork
    prompt: str
    content: str
    trace: StatementTrace

    @classmethod
    def of(cls, network: IntegerNetwork, prompt: str) -> Forgery:
        """Forge the last label of an answer: the next digit gets a sum that is greater by one than the best."""
        honest = StatementTrace.of(network, prompt.encode())
        images = network.images(prompt)
        logits = network.run(images[-1])
        wrong = forged_label(network, images[-1])
        place, within = divmod(wrong, SUMS_IN_LEAF)
        number = honest.first_output(len(images) - 1) + place
        sums = list(sums_from(honest.contents[number] or b""))
        sums[within] = max(logits) + 1
        contents = (*honest.contents[:number], sums_bytes(sums), *honest.contents[number + 1 :])
        return cls(network, prompt, forged(network, prompt), replace(honest, contents=contents))

    def propose(self, proofs: FraudProofs, collection: Address) -> Intent[Sent]:
        """Return the call that bonds it."""
        statement = Statement(self.network.commitment, collection, self.prompt.encode(), self.content.encode())
        return proofs.contract.propose(statement, header(self.network), self.trace.root, pay=proofs.bond)


class Forger(Defence):
    """Defends a forgery: says of the wrong sum what its trace says, and of all others what is right."""

    def sums(self, dispute: Dispute) -> list[int]:
        """Return sums that end as they must."""
        return [*super().sums(dispute)[:-1], dispute.end]


def forged_label(network: IntegerNetwork, image: tuple[int, ...]) -> int:
    """Return the label after the one that a network gives an image."""
    return (network.label(image) + 1) % network.sizes[-1]


def forged(network: IntegerNetwork, prompt: str) -> str:
    """Return a content that a network does not make of a prompt: the last label is another."""
    images = network.images(prompt)
    return network.content([*map(network.label, images[:-1]), forged_label(network, images[-1])])

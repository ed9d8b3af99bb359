"""Making validity proofs: Groth16 (2016) over BN254, in Python alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lazai_py._errors import NotProvable
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs.circuit import value
from lazai_py.proofs.curve import G1, G2, G1Point, G2Point
from lazai_py.proofs.field import ORDER, between
from lazai_py.proofs.key import ProvingKey
from lazai_py.proofs.points import read_second, words, write_first, write_second
from lazai_py.proofs.statement import Statement
from lazai_py.proofs.witness import Witness


class Groth16Prover:
    """Proves what one network answers to a fixed number of images.

    Network, prompt and content are public, so a proof has nothing to hide and is not blinded: a statement has one proof
    that this prover makes, every time to the byte.

    Parameters:
        key: see `ProvingKey`; made by `scripts/circuit.py build`.
    """

    def __init__(self, key: ProvingKey) -> None:
        self.key = key

    @classmethod
    def load(cls, file: Path) -> Groth16Prover:
        """Return the prover with the key in a file.

        Raises:
            InvalidProvingKey: the file holds none.
        """
        return cls(ProvingKey.load(file))

    @property
    def network(self) -> IntegerNetwork:
        """Whose answers are proved."""
        return self.key.network

    def prove(self, statement: Statement) -> bytes:
        """Return the 256 bytes that `ProofVerifier` takes as the proof of a statement.

        Raises:
            InvalidPrompt: its prompt is none of the network.
            NotProvable: it is not true, or the key is for something else.
        """
        return self.prove_signals(self.signals(statement))

    def signals(self, statement: Statement) -> list[int]:
        """Return the signals of a statement wire by wire, the number one first.

        Raises:
            InvalidPrompt: its prompt is none of the network.
            NotProvable: it is not true, or the key is for something else.
        """
        network = self.network
        images = network.images(statement.prompt)
        if statement.commitment != network.commitment:
            raise NotProvable(f"the key is for the model {network.commitment.hex()}")
        if len(images) != self.key.circuit.images:
            raise NotProvable(f"the key is for {self.key.circuit.images} images at once, not {len(images)}")
        if statement.content != (answer := network.answer(statement.prompt)):
            raise NotProvable(f"the network answers {answer!r}, not {statement.content!r}")
        return self.key.circuit.wired(Witness(network, images, statement.binding))

    def prove_signals(self, signals: Sequence[int]) -> bytes:
        """Return the proof that some signals give; one that nobody accepts if they break a constraint."""
        a, b, c = self._first(signals), self._second(signals), self._third(signals)
        return write_first(a) + write_second(b) + write_first(c)

    def _first(self, signals: Sequence[int]) -> G1Point:
        return G1.sum([(self.key.verifying.alpha, 1), *zip(self.key.a, signals, strict=True)])

    def _second(self, signals: Sequence[int]) -> G2Point:
        beta = read_second(words(*self.key.verifying.beta))
        return G2.sum([(beta, 1), *zip(self.key.b, signals, strict=True)])

    def _third(self, signals: Sequence[int]) -> G1Point:
        private = zip(self.key.c, signals[2:], strict=True)
        return G1.sum([*private, *zip(self.key.h, self._quotient(signals), strict=True)])

    def _quotient(self, signals: Sequence[int]) -> list[int]:
        """The values of a * b - c half a step beyond the domain, on which it vanishes: the points divide for it."""
        size = len(self.key.h)
        a = [value(row, signals) for row, _, _ in self.key.circuit.constraints]
        b = [value(row, signals) for _, row, _ in self.key.circuit.constraints]
        # One more constraint for each public signal, s * 0 = 0, keeps their points apart.
        a += [1, signals[1]]
        a += [0] * (size - len(a))
        b += [0] * (size - len(b))
        c = [x * y % ORDER for x, y in zip(a, b, strict=True)]
        beyond = (between(a), between(b), between(c))
        return [(x * y - z) % ORDER for x, y, z in zip(*beyond, strict=True)]

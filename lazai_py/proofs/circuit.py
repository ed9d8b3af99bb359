"""A compiled circuit: the equations that a proof is about, for one network and one number of images."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lazai_py.networks import IntegerNetwork
from lazai_py.proofs.field import ORDER
from lazai_py.proofs.witness import Witness

Combination = Mapping[int, int]
"""A sum of signals: for the number of each wire its factor. Wire 0 is the number one, wire 1 the public signal."""
Constraint = tuple[Combination, Combination, Combination]


@dataclass(frozen=True)
class Circuit:
    """What `scripts/circuit.py` compiled.

    Attributes:
        network: what the circuit computes; its weights are constants of the circuit.
        images: how many images one proof is about.
        wires: the name of each wire but that of the number one; signals that are always equal share a wire.
        constraints: for each, the combinations a, b and c of which a * b = c is demanded.
    """

    network: IntegerNetwork
    images: int
    wires: tuple[str, ...]
    constraints: tuple[Constraint, ...]

    def wired(self, witness: Witness) -> list[int]:
        """Return the signals of a witness wire by wire, the number one first."""
        return [1, *map(witness.signals.__getitem__, self.wires)]

    def is_broken(self, number: int, signals: Sequence[int]) -> bool:
        """Return whether signals do not satisfy a constraint."""
        a, b, c = (value(side, signals) for side in self.constraints[number])
        return (a * b - c) % ORDER != 0

    def to_bytes(self) -> bytes:
        """Return the circuit as zlib-compressed JSON."""
        parts = {
            "network": self.network.to_json(),
            "images": self.images,
            "wires": self.wires,
            "constraints": [[_small(side) for side in each] for each in self.constraints],
        }
        return zlib.compress(json.dumps(parts, separators=(",", ":")).encode(), 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> Circuit:
        """Read a circuit that `to_bytes` wrote."""
        parts = json.loads(zlib.decompress(data))
        return cls(
            network=IntegerNetwork.from_json(parts["network"]),
            images=parts["images"],
            wires=tuple(parts["wires"]),
            constraints=tuple(_constraint(each) for each in parts["constraints"]),
        )


def value(side: Combination, signals: Sequence[int]) -> int:
    """Return what a combination is for some signals."""
    return sum(signals[wire] * factor for wire, factor in side.items()) % ORDER


def _small(side: Combination) -> dict[int, int]:
    """Factors around zero: most are small or slightly below the field's order."""
    return {wire: factor if factor <= ORDER // 2 else factor - ORDER for wire, factor in side.items()}


def _constraint(sides: Sequence[Mapping[str, Any]]) -> Constraint:
    a, b, c = ({int(wire): factor % ORDER for wire, factor in side.items()} for side in sides)
    return a, b, c

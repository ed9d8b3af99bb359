"""Proving and verifying keys, and the files they are kept in.

A proving key is made by `scripts/circuit.py`, for one network and one number of images. Its file is a line of text, the
length and the zlib-compressed JSON of everything but the points, and then the points.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lazai_py._errors import InvalidProvingKey
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs.curve import G1Point, G2Point
from lazai_py.proofs.field import ORDER
from lazai_py.proofs.points import FIRST, SECOND, read_first, read_second, write_first, write_second

_FORMAT = b"lazai.proving-key.1\n"
_LENGTH = 4

Combination = Mapping[int, int]
"""A sum of signals: for the number of each signal its factor. Signal 0 is the number one, signal 1 the public one."""


@dataclass(frozen=True, slots=True)
class VerifyingKey:
    """What `ProofVerifier` is created with, each point as EIP-196 and EIP-197 order it: imaginary parts first."""

    alpha: tuple[int, int]
    beta: tuple[int, int, int, int]
    gamma: tuple[int, int, int, int]
    delta: tuple[int, int, int, int]
    constant: tuple[int, int]
    signal: tuple[int, int]

    def to_json(self) -> dict[str, list[str]]:
        """Return the key as JSON values, each coordinate as a decimal string."""
        return {name: [str(each) for each in getattr(self, name)] for name in self.__slots__}

    @classmethod
    def from_json(cls, parts: Mapping[str, Sequence[str]]) -> VerifyingKey:
        """Read a key that `to_json` made."""
        return cls(**{name: tuple(int(each) for each in parts[name]) for name in cls.__slots__})  # type: ignore[arg-type]


@dataclass(frozen=True)
class ProvingKey:
    """What proofs are made with.

    Attributes:
        network: what the circuit computes; its weights are constants of the circuit.
        images: how many images one proof is about.
        wires: the name of each signal but that of the number one.
        constraints: the circuit: for each, the combinations a, b and c of which a * b = c is demanded.
        a, b, c, h: the points for the signals (c has none for the public ones), and for the quotient.
    """

    network: IntegerNetwork
    images: int
    verifying: VerifyingKey
    wires: tuple[str, ...]
    constraints: tuple[tuple[Combination, Combination, Combination], ...]
    a: tuple[G1Point, ...]
    b: tuple[G2Point, ...]
    c: tuple[G1Point, ...]
    h: tuple[G1Point, ...]

    def save(self, file: Path) -> None:
        """Write the key to a file."""
        head = {
            "network": self.network.to_json(),
            "images": self.images,
            "verifying": self.verifying.to_json(),
            "wires": self.wires,
            "constraints": [[_small(side) for side in each] for each in self.constraints],
            "counts": [len(self.a), len(self.b), len(self.c), len(self.h)],
        }
        packed = zlib.compress(json.dumps(head, separators=(",", ":")).encode(), 9)
        first = [*map(write_first, (*self.a, *self.c, *self.h))]
        points = b"".join([*first, *map(write_second, self.b)])
        file.write_bytes(_FORMAT + len(packed).to_bytes(_LENGTH, "big") + packed + points)

    @classmethod
    def load(cls, file: Path) -> ProvingKey:
        """Read a key from a file.

        Raises:
            InvalidProvingKey: the file cannot be read, or is none.
        """
        try:
            return cls._read(file.read_bytes())
        except InvalidProvingKey:
            raise
        except (OSError, ValueError, KeyError, TypeError, zlib.error) as error:
            raise InvalidProvingKey(f"{file} cannot be read: {error!r}") from None

    @classmethod
    def _read(cls, data: bytes) -> ProvingKey:
        if not data.startswith(_FORMAT):
            raise InvalidProvingKey(f"it does not begin with {_FORMAT!r}")
        start = len(_FORMAT) + _LENGTH
        end = start + int.from_bytes(data[len(_FORMAT) : start], "big")
        head = json.loads(zlib.decompress(data[start:end]))
        a, b, c, h = head["counts"]
        if len(data) - end != FIRST * (a + c + h) + SECOND * b:
            raise InvalidProvingKey("it was cut off, or has something after its end")
        first = map(read_first, _pieces(data[end : len(data) - SECOND * b], FIRST))
        return cls(
            network=IntegerNetwork.from_json(head["network"]),
            images=head["images"],
            verifying=VerifyingKey.from_json(head["verifying"]),
            wires=tuple(head["wires"]),
            constraints=tuple(_constraint(each) for each in head["constraints"]),
            a=tuple(next(first) for _ in range(a)),
            c=tuple(next(first) for _ in range(c)),
            h=tuple(next(first) for _ in range(h)),
            b=tuple(map(read_second, _pieces(data[len(data) - SECOND * b :], SECOND))),
        )


def _constraint(sides: Sequence[Mapping[str, Any]]) -> tuple[Combination, Combination, Combination]:
    a, b, c = ({int(wire): factor % ORDER for wire, factor in side.items()} for side in sides)
    return a, b, c


def _small(side: Combination) -> dict[int, int]:
    """Factors around zero: most are small or slightly below the field's order."""
    return {wire: factor if factor <= ORDER // 2 else factor - ORDER for wire, factor in side.items()}


def _pieces(data: bytes, length: int) -> Iterator[bytes]:
    return (data[at : at + length] for at in range(0, len(data), length))

"""Proving and verifying keys, and the files they are kept in.

A proving key is made by `scripts/circuit.py`, for one circuit. Its file is a line of text; a line of JSON with the
verifying key, the length of the circuit and how many points there are; the circuit; and the points.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lazai_py._errors import InvalidProvingKey
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs.circuit import Circuit
from lazai_py.proofs.curve import G1Point, G2Point
from lazai_py.proofs.points import FIRST, SECOND, read_first, read_second, write_first, write_second

_FORMAT = b"lazai.proving-key.1\n"


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
        circuit: what is proved.
        verifying: what the proofs are checked with.
        a, b, c, h: the points for the wires (c has none for the public ones), and for the quotient.
    """

    circuit: Circuit
    verifying: VerifyingKey
    a: tuple[G1Point, ...]
    b: tuple[G2Point, ...]
    c: tuple[G1Point, ...]
    h: tuple[G1Point, ...]

    @property
    def network(self) -> IntegerNetwork:
        """What the circuit computes."""
        return self.circuit.network

    def save(self, file: Path) -> None:
        """Write the key to a file."""
        circuit = self.circuit.to_bytes()
        counts = [len(points) for points in (self.a, self.b, self.c, self.h)]
        head = {"verifying": self.verifying.to_json(), "circuit": len(circuit), "counts": counts}
        first = b"".join(map(write_first, (*self.a, *self.c, *self.h)))
        second = b"".join(map(write_second, self.b))
        file.write_bytes(_FORMAT + json.dumps(head).encode() + b"\n" + circuit + first + second)

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
        line, _, rest = data[len(_FORMAT) :].partition(b"\n")
        head = json.loads(line)
        a, b, c, h = head["counts"]
        circuit, points = rest[: head["circuit"]], rest[head["circuit"] :]
        second = FIRST * (a + c + h)
        if len(points) != second + SECOND * b:
            raise InvalidProvingKey("it was cut off, or has something after its end")
        first = map(read_first, _pieces(points[:second], FIRST))
        return cls(
            circuit=Circuit.from_bytes(circuit),
            verifying=VerifyingKey.from_json(head["verifying"]),
            a=tuple(next(first) for _ in range(a)),
            c=tuple(next(first) for _ in range(c)),
            h=tuple(next(first) for _ in range(h)),
            b=tuple(map(read_second, _pieces(points[second:], SECOND))),
        )


def _pieces(data: bytes, length: int) -> Iterator[bytes]:
    return (data[at : at + length] for at in range(0, len(data), length))

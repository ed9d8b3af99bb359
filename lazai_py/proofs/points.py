"""Points as bytes, and the check that they are points."""

from __future__ import annotations

from collections.abc import Sequence

from lazai_py._errors import InvalidProvingKey
from lazai_py.proofs.curve import PRIME, G1Point, G2Point, Pair, invert, multiply

_WORD = 32
FIRST, SECOND = 2 * _WORD, 4 * _WORD
"""How many bytes a point of the first group has, and one of the second."""

_TWIST: Pair = multiply((3, 0), invert((9, 1)))


def words(*numbers: int) -> bytes:
    """Return numbers as words of 32 bytes."""
    return b"".join(number.to_bytes(_WORD, "big") for number in numbers)


def write_first(point: G1Point) -> bytes:
    """Return a point of the first group as EIP-196 writes it."""
    return words(*(point or (0, 0)))


def read_first(data: bytes) -> G1Point:
    """Return the point that `write_first` wrote.

    Raises:
        InvalidProvingKey: it is not on the curve.
    """
    x, y = _reduced(data)
    if not x and not y:
        return None
    if (y * y - x * x * x - 3) % PRIME:
        raise InvalidProvingKey("a point is not on its curve")
    return x, y


def write_second(point: G2Point) -> bytes:
    """Return a point of the second group as EIP-197 writes it: imaginary parts first."""
    (x_real, x_imaginary), (y_real, y_imaginary) = point or ((0, 0), (0, 0))
    return words(x_imaginary, x_real, y_imaginary, y_real)


def read_second(data: bytes) -> G2Point:
    """Return the point that `write_second` wrote.

    Raises:
        InvalidProvingKey: it is not on the curve.
    """
    x_imaginary, x_real, y_imaginary, y_real = coordinates = _reduced(data)
    if not any(coordinates):
        return None
    x, y = (x_real, x_imaginary), (y_real, y_imaginary)
    square, cube = multiply(y, y), multiply(x, multiply(x, x))
    if any((left - right - b) % PRIME for left, right, b in zip(square, cube, _TWIST, strict=True)):
        raise InvalidProvingKey("a point is not on its curve")
    return x, y


def _reduced(data: bytes) -> Sequence[int]:
    numbers = [int.from_bytes(data[at : at + _WORD], "big") for at in range(0, len(data), _WORD)]
    if max(numbers) >= PRIME:
        raise InvalidProvingKey("a coordinate is not reduced")
    return numbers

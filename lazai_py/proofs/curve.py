"""The two groups of BN254, as EIP-196 and EIP-197 define them, and sums of many multiples in them.

A coordinate is an integer in the first group and a pair (real, imaginary) in the second. A point is (x, y), or None at
infinity; inside sums it is (X, Y, Z) with x = X / Z² and y = Y / Z³, so that nothing is divided on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from lazai_py.proofs.field import ORDER

PRIME = 21888242871839275222246405745257275088696311157297823662689037894645226208583
"""The field of the coordinates of the first group."""

Pair = tuple[int, int]
Coordinate = TypeVar("Coordinate")
Point = tuple[Coordinate, Coordinate] | None
G1Point = tuple[int, int] | None
G2Point = tuple[Pair, Pair] | None

_BITS = ORDER.bit_length()


def multiply(a: Pair, b: Pair) -> Pair:
    """Return the product of two coordinates of the second group; the square of the imaginary unit is -1."""
    real, imaginary = a[0] * b[0], a[1] * b[1]
    return (real - imaginary) % PRIME, ((a[0] + a[1]) * (b[0] + b[1]) - real - imaginary) % PRIME


def invert(a: Pair) -> Pair:
    """Return one divided by a coordinate of the second group."""
    norm = pow(a[0] * a[0] + a[1] * a[1], -1, PRIME)
    return a[0] * norm % PRIME, -a[1] * norm % PRIME


def _minus(a: Pair, b: Pair) -> Pair:
    return a[0] - b[0], a[1] - b[1]


def _times(a: Pair, factor: int) -> Pair:
    return a[0] * factor, a[1] * factor


def _double_first(p: Any) -> Any:
    x, y, z = p
    square = y * y % PRIME
    s, m = 4 * x * square % PRIME, 3 * x * x % PRIME
    x3 = (m * m - 2 * s) % PRIME
    return x3, (m * (s - x3) - 8 * square * square) % PRIME, 2 * y * z % PRIME


def _add_first(p: Any, q: Any) -> Any:
    x1, y1, z1 = p
    x2, y2, z2 = q
    square1, square2 = z1 * z1 % PRIME, z2 * z2 % PRIME
    u, s = x1 * square2 % PRIME, y1 * z2 * square2 % PRIME
    h, t = (x2 * square1 - u) % PRIME, (y2 * z1 * square1 - s) % PRIME
    if not h:
        return None if t else _double_first(p)
    h2 = h * h % PRIME
    h3, v = h * h2 % PRIME, u * h2 % PRIME
    x3 = (t * t - h3 - 2 * v) % PRIME
    return x3, (t * (v - x3) - s * h3) % PRIME, h * z1 * z2 % PRIME


def _double_second(p: Any) -> Any:
    x, y, z = p
    square = multiply(y, y)
    s, m = _times(multiply(x, square), 4), _times(multiply(x, x), 3)
    x3 = _minus(multiply(m, m), _times(s, 2))
    return x3, _minus(multiply(m, _minus(s, x3)), _times(multiply(square, square), 8)), _times(multiply(y, z), 2)


def _add_second(p: Any, q: Any) -> Any:
    x1, y1, z1 = p
    x2, y2, z2 = q
    square1, square2 = multiply(z1, z1), multiply(z2, z2)
    u, s = multiply(x1, square2), multiply(multiply(y1, z2), square2)
    h, t = _minus(multiply(x2, square1), u), _minus(multiply(multiply(y2, z1), square1), s)
    if not (h[0] % PRIME or h[1] % PRIME):
        return None if t[0] % PRIME or t[1] % PRIME else _double_second(p)
    h2 = multiply(h, h)
    h3, v = multiply(h, h2), multiply(u, h2)
    x3 = _minus(_minus(multiply(t, t), h3), _times(v, 2))
    return x3, _minus(multiply(t, _minus(v, x3)), multiply(s, h3)), multiply(h, multiply(z1, z2))


@dataclass(frozen=True)
class Group(Generic[Coordinate]):
    """What a sum of multiples needs to know of a group."""

    one: Coordinate
    doubled: Callable[[Any], Any]
    added: Callable[[Any, Any], Any]
    inverse: Callable[[Coordinate], Coordinate]
    product: Callable[[Coordinate, Coordinate], Coordinate]

    def sum(self, terms: Iterable[tuple[Point[Coordinate], int]]) -> Point[Coordinate]:
        """Return the sum of the multiples of some points, by Pippenger's method."""
        some = [((*point, self.one), factor % ORDER) for point, factor in terms if point and factor % ORDER]
        # Most signals of a circuit are bits: adding their points up needs no windows.
        total = self._total(point for point, factor in some if factor == 1)
        large = [(point, factor) for point, factor in some if factor != 1]
        return self._point(self._plus(total, self._windows(large)))

    def _windows(self, terms: list[tuple[Any, int]]) -> Any:
        width = max(2, len(terms).bit_length() - 3)
        total = None
        for low in reversed(range(0, _BITS, width)):
            for _ in range(width):
                total = self._twice(total)
            total = self._plus(total, self._window(terms, low, (1 << width) - 1))
        return total

    def _window(self, terms: list[tuple[Any, int]], low: int, mask: int) -> Any:
        buckets: list[Any] = [None] * (mask + 1)
        for point, factor in terms:
            if digit := factor >> low & mask:
                held = buckets[digit]
                buckets[digit] = point if held is None else self.added(held, point)
        running = total = None
        for bucket in reversed(buckets[1:]):
            running = self._plus(running, bucket)
            total = self._plus(total, running)
        return total

    def _total(self, points: Iterable[Any]) -> Any:
        total = None
        for point in points:
            total = self._plus(total, point)
        return total

    def _plus(self, p: Any, q: Any) -> Any:
        return q if p is None else p if q is None else self.added(p, q)

    def _twice(self, p: Any) -> Any:
        return None if p is None else self.doubled(p)

    def _point(self, p: Any) -> Point[Coordinate]:
        if p is None:
            return None
        x, y, z = p
        share = self.inverse(z)
        square = self.product(share, share)
        return self.product(x, square), self.product(y, self.product(square, share))


def _product(a: int, b: int) -> int:
    return a * b % PRIME


def _inverse(a: int) -> int:
    return pow(a, -1, PRIME)


G1: Group[int] = Group(1, _double_first, _add_first, _inverse, _product)
"""The first group: y² = x³ + 3."""
G2: Group[Pair] = Group((1, 0), _double_second, _add_second, invert, multiply)
"""The second group: y² = x³ + 3 / (9 + i)."""

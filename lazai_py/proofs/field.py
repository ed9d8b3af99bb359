"""Polynomials over the scalar field of BN254: those of a proof are known by their values on roots of unity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

ORDER = 21888242871839275222246405745257275088548364400416034343698204186575808495617
"""The order of the groups, and so the field of everything inside a circuit; `2^28` divides it less one."""
_NO_SQUARE = 5


def root_of_unity(size: int) -> int:
    """Return the root whose powers are a domain of `size` points, a power of two."""
    return pow(_NO_SQUARE, (ORDER - 1) // size, ORDER)


def values(coefficients: Sequence[int], root: int) -> list[int]:
    """Return the values of a polynomial on the powers of `root`, in their order."""
    size = len(coefficients)
    if size == 1:
        return list(coefficients)
    even, odd = values(coefficients[::2], root * root % ORDER), values(coefficients[1::2], root * root % ORDER)
    turned = [each * power % ORDER for each, power in zip(odd, _powers(root, size // 2), strict=True)]
    low = [(a + b) % ORDER for a, b in zip(even, turned, strict=True)]
    return low + [(a - b) % ORDER for a, b in zip(even, turned, strict=True)]


def coefficients(of_values: Sequence[int]) -> list[int]:
    """Return the polynomial that has given values on a domain."""
    size = len(of_values)
    share = pow(size, -1, ORDER)
    return [each * share % ORDER for each in values(of_values, pow(root_of_unity(size), -1, ORDER))]


def between(of_values: Sequence[int]) -> list[int]:
    """Return the values of a polynomial half a step beyond each point of the domain on which it is given."""
    size = len(of_values)
    shifts = _powers(root_of_unity(2 * size), size)
    shifted = [each * shift % ORDER for each, shift in zip(coefficients(of_values), shifts, strict=True)]
    return values(shifted, root_of_unity(size))


@lru_cache(maxsize=64)
def _powers(root: int, count: int) -> tuple[int, ...]:
    powers = [1]
    for _ in range(count - 1):
        powers.append(powers[-1] * root % ORDER)
    return tuple(powers)

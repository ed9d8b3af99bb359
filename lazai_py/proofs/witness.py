"""The value of every signal of the circuit in `circuits/`, by the name that the circuit gives it.

This follows the circuit's templates one by one. Nothing rests on it but that honest proofs come about: the circuit's
constraints decide what can be proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lazai_py.networks import MAX_INPUT, IntegerNetwork
from lazai_py.proofs import mimc
from lazai_py.proofs.field import ORDER
from lazai_py.proofs.statement import blocks

_CUT_BITS = 7


class Witness:
    """The signals for some images and a binding.

    Parameters:
        lies: what some signals are said to be instead of what they are; all that follows from them is computed from
            that, as a forger would do it.

    Attributes:
        signals: the value of each signal, an element of the field.
    """

    def __init__(
        self,
        network: IntegerNetwork,
        images: Sequence[Sequence[int]],
        binding: int,
        *,
        lies: Mapping[str, int] | None = None,
    ) -> None:
        self._network, self._lies = network, lies or {}
        self.signals: dict[str, int] = {}
        self._works(images, binding)

    def _put(self, name: str, value: int) -> int:
        """Note a signal, and return it as the integer of the least size that it stands for."""
        value = self._lies.get(name, value) % ORDER
        self.signals[name] = value
        return value if value <= ORDER // 2 else value - ORDER

    # --- works.circom ---

    def _works(self, images: Sequence[Sequence[int]], binding: int) -> None:
        state = self._put("main.state[0]", self._put("main.binding", binding))
        step = 0
        for number, image in enumerate(images):
            x = [self._put(f"main.image[{number}][{i}]", each) for i, each in enumerate(image)]
            for i, each in enumerate(x):
                self._bits(f"main.range[{number}][{i}]", each, _CUT_BITS)
            label = self._run(f"main.network[{number}]", x)
            for place, block in enumerate(blocks(x, label)):
                step += 1
                state = self._compress(f"main.step[{number}][{place}]", state, block)
                state = self._put(f"main.state[{step}]", state)
        self._put("main.digest", state)

    def _run(self, name: str, x: Sequence[int]) -> int:
        network = self._network
        read = self._all(f"{name}.in", x)
        for layer in range(1, network.layers):
            read = self._layer(f"{name}.layer{layer}", layer, read)
        return self._put(f"{name}.label", self._label(f"{name}.last", read))

    # --- layers.circom ---

    def _layer(self, name: str, layer: int, x: Sequence[int]) -> list[int]:
        network = self._network
        x = self._all(f"{name}.in", x)
        shift = network.shifts[layer - 1]
        half = 1 << shift >> 1
        widths = (width_of(low + half, high + half) for low, high in self._bounds(layer))
        sums = network.sums(layer, tuple(x))
        passed = [
            self._activate(f"{name}.neuron[{j}]", z, width, shift)
            for j, (z, width) in enumerate(zip(sums, widths, strict=True))
        ]
        return self._all(f"{name}.out", passed)

    def _activate(self, name: str, z: int, width: int, shift: int) -> int:
        rounded = self._put(f"{name}.sum", z) + (1 << shift >> 1) + (1 << width)
        bits = self._bits(f"{name}.bits", rounded, width + 1)
        quotient = bits[shift:width]
        low = sum(bit << i for i, bit in enumerate(quotient[:_CUT_BITS]))
        over = self._any(f"{name}.over", quotient[_CUT_BITS:])
        cut = self._put(f"{name}.cut", low + over * (MAX_INPUT - low))
        return self._put(f"{name}.out", bits[width] * cut)

    def _label(self, name: str, x: Sequence[int]) -> int:
        network = self._network
        x = self._all(f"{name}.in", x)
        bounds = list(self._bounds(network.layers))
        width = width_of(0, max(high for _, high in bounds) - min(low for low, _ in bounds))
        sums = self._all(f"{name}.sums", network.sums(network.layers, tuple(x)))
        best, label = self._put(f"{name}.best[0]", sums[0]), self._put(f"{name}.number[0]", 0)
        for j in range(1, len(sums)):
            above = self._greater(f"{name}.above[{j}]", sums[j], best, width)
            best = self._put(f"{name}.best[{j}]", best + above * (sums[j] - best))
            label = self._put(f"{name}.number[{j}]", label + above * (j - label))
        return self._put(f"{name}.label", label)

    def _bounds(self, layer: int) -> Iterable[tuple[int, int]]:
        """The least and the greatest sum of each neuron of a layer."""
        network = self._network
        for row, bias in zip(network.weights[layer - 1], network.biases[layer - 1], strict=True):
            low, high = (sum(w for w in row if (w < 0) is negative) for negative in (True, False))
            yield bias + MAX_INPUT * low, bias + MAX_INPUT * high

    # --- bits.circom, mimc.circom ---

    def _bits(self, name: str, value: int, count: int) -> list[int]:
        value = self._put(f"{name}.in", value)
        return self._all(f"{name}.out", [value % ORDER >> i & 1 for i in range(count)])

    def _any(self, name: str, bits: Sequence[int]) -> int:
        total = sum(self._all(f"{name}.in", bits))
        inverse = self._put(f"{name}.inverse", pow(total, -1, ORDER) if total % ORDER else 0)
        return self._put(f"{name}.any", total * inverse)

    def _greater(self, name: str, a: int, b: int, width: int) -> int:
        a, b = self._put(f"{name}.a", a), self._put(f"{name}.b", b)
        bits = self._bits(f"{name}.bits", a - b - 1 + (1 << width), width + 1)
        return self._put(f"{name}.is", bits[width])

    def _compress(self, name: str, state: int, block: int) -> int:
        state, block = self._put(f"{name}.state", state), self._put(f"{name}.block", block)
        x = block
        for number, constant in enumerate(mimc.CONSTANTS):
            x += state + constant
            square = self._put(f"{name}.square[{number}]", x * x)
            fourth = self._put(f"{name}.fourth[{number}]", square * square)
            x = self._put(f"{name}.fifth[{number}]", fourth * x)
        return self._put(f"{name}.next", x + 2 * state + block)

    def _all(self, name: str, values: Iterable[int]) -> list[int]:
        return [self._put(f"{name}[{i}]", each) for i, each in enumerate(values)]


def width_of(low: int, high: int) -> int:
    """Return the least positive width so that -2^width <= low and high < 2^width."""
    return max(1, high.bit_length(), (-low - 1).bit_length() if low < 0 else 0)

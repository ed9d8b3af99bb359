"""The circuit of one network: its weights, biases and shifts written down for the templates in `circuits/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lazai_py.networks import IntegerNetwork
from lazai_py.proofs.mimc import CONSTANTS


def main_file(network: IntegerNetwork, images: int) -> str:
    """Return the file that is compiled, for `circuits/` among the compiler's folders."""
    parts = [
        "pragma circom 2.2.0;",
        "",
        'include "works.circom";',
        "",
        "function roundConstants() {",
        f"    return {_array(CONSTANTS)};",
        "}",
        "",
        *_network(network),
        "",
        f"component main = Works({images}, {network.sizes[0]});",
    ]
    return "\n".join(parts) + "\n"


def _network(network: IntegerNetwork) -> Iterator[str]:
    yield "template Network() {"
    yield f"    signal input in[{network.sizes[0]}];"
    yield "    signal output label;"
    read = "in"
    for layer in range(1, network.layers):
        name = f"layer{layer}"
        yield f"    component {name} = Layer({_parameters(network, layer)}, {network.shifts[layer - 1]});"
        yield f"    {name}.in <== {read};"
        read = f"{name}.out"
    yield f"    component last = Label({_parameters(network, network.layers)});"
    yield f"    last.in <== {read};"
    yield "    label <== last.label;"
    yield "}"


def _parameters(network: IntegerNetwork, layer: int) -> str:
    """What both kinds of layer begin with: inputs, neurons, weights, biases."""
    weights, biases = network.weights[layer - 1], network.biases[layer - 1]
    return f"{len(weights[0])}, {len(weights)}, {_array(weights)}, {_array(biases)}"


def _array(values: Sequence[Any]) -> str:
    return f"[{', '.join(_array(each) if isinstance(each, tuple) else str(each) for each in values)}]"

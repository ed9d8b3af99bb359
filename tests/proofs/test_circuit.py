"""What the constraints leave a forger: nothing but the freedom to ask about other inputs.

A forger may set every signal at will. Each test lies about some, lets everything that follows from the lie follow, and
looks for a constraint that is broken.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Circuit, Witness
from lazai_py.proofs.field import ORDER
from tests.proofs.fixtures import CIRCUITS, edges, fixtures, prover

FIRST = fixtures()[0].statement
# Signals that a witness may choose: what is asked.
FREE = re.compile(r"main\.(binding|state\[0\]|step\[0\]\[0\]\.state|image\[\d+\]\[\d+\])")
GADGETS = {
    "range": r"main\.range.*",
    "neurons": r"main\.network.*\.layer\d+\.neuron.*",
    "label": r"main\.network.*\.last\..*",
    "joints": r"main\.network\[\d+\]\.(in|label|layer\d+\.(in|out)).*",
    "hash": r"main\.(step\[0\]\[0\]|state|digest).*",
}


@dataclass
class Forger:
    """Somebody who knows a circuit and tries to satisfy it with lies about some images."""

    circuit: Circuit
    images: Sequence[Sequence[int]]
    binding: int = FIRST.binding
    touching: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.honest = self.witness({})
        self.signals = self.honest.signals
        for number, constraint in enumerate(self.circuit.constraints):
            for wire in {wire for side in constraint for wire in side}:
                self.touching.setdefault(wire, []).append(number)

    def witness(self, lies: Mapping[str, int]) -> Witness:
        """The signals with some lies, and all that follows from them."""
        return Witness(self.circuit.network, self.images, self.binding, lies=lies)

    def changed(self, lies: Mapping[str, int]) -> tuple[list[int], list[int]]:
        """The wires that lies change, and all wires after them."""
        before, after = self.circuit.wired(self.honest), self.circuit.wired(self.witness(lies))
        return [wire for wire, (old, new) in enumerate(zip(before, after, strict=True)) if old != new], after

    def is_caught(self, lies: Mapping[str, int]) -> bool:
        """Whether lies break a constraint; only where a wire changed can one break."""
        wires, after = self.changed(lies)
        return any(self.circuit.is_broken(number, after) for wire in wires for number in self.touching[wire])

    def escapes(self, lies: Mapping[str, int]) -> bool:
        """Whether lies change a wire and are not caught; some signals were simplified away and have none."""
        return not self.is_caught(lies) and bool(self.changed(lies)[0])

    def named(self, pattern: str) -> list[str]:
        """The signals whose whole name matches."""
        return [name for name in self.signals if re.fullmatch(pattern, name)]

    def idle_hints(self) -> set[str]:
        """Inverses of sums that are 0: whatever they are, the product with 0 is what counts."""
        overs = {name.removesuffix(".any") for name in self.named(r".*\.over\.any")}
        hints = {f"{over}.inverse" for over in overs if not self.signals[f"{over}.any"]}
        return hints & set(self.circuit.wires)


def drawn(network: IntegerNetwork, images: int, seed: int) -> list[list[int]]:
    """Images that are the same in every run: dark, bright and mixed ones."""
    numbers = random.Random(seed)
    highest = (127, 1, 16, 0)[seed % 4]
    return [[numbers.randint(0, highest) for _ in range(network.sizes[0])] for _ in range(images)]


@pytest.fixture(scope="module")
def digits() -> Forger:
    """The digits network, asked what the first fixture asks."""
    return Forger(prover().key.circuit, prover().network.images(FIRST.prompt))


@pytest.fixture(scope="module")
def extremes() -> Forger:
    """The small network, asked about a bright image and a dark one."""
    return Forger(edges(), [drawn(edges().network, 1, 4)[0], [0] * edges().network.sizes[0]])


@pytest.fixture(params=["digits", "extremes"])
def forger(request: pytest.FixtureRequest) -> Forger:
    """One after the other."""
    found: Forger = request.getfixturevalue(request.param)
    return found


def test_the_circuits_are_of_the_committed_networks() -> None:
    """What they were compiled from is in the files beside them."""
    for name, circuit in (("digits", prover().key.circuit), ("edges", edges())):
        assert circuit.network == IntegerNetwork.load(CIRCUITS / name / "network.json")


def test_the_honest_signals_give_the_public_one(digits: Forger) -> None:
    """It is what the verifier computes."""
    assert digits.circuit.wired(digits.honest)[1] == digits.signals["main.digest"] == fixtures()[0].signal


@pytest.mark.parametrize("seed", range(24))
def test_honest_signals_break_nothing(forger: Forger, seed: int) -> None:
    """Whatever is asked, there is a proof of it."""
    circuit = forger.circuit
    images = drawn(circuit.network, circuit.images, seed)
    signals = circuit.wired(Witness(circuit.network, images, seed))
    assert [number for number in range(len(circuit.constraints)) if circuit.is_broken(number, signals)] == []


def test_the_small_network_has_ties_and_labels_of_two_digits(extremes: Forger) -> None:
    """And sums of all signs and sizes; otherwise the tests here would show less than they seem to."""
    network = extremes.circuit.network
    traces = [network.trace(image) for seed in range(24) for image in drawn(network, 2, seed)]
    assert any(trace.logits.count(max(trace.logits)) > 1 for trace in traces)
    assert {min(max(z, -1), 128) for trace in traces for z in trace.sums[1]} >= {-1, 128}
    assert network.sizes[-1] > 16


@pytest.mark.slow
@pytest.mark.parametrize("gadget", GADGETS)
def test_no_signal_can_be_other_than_it_is(forger: Forger, gadget: str) -> None:
    """Of each gadget every signal, one more than it is: a bit is flipped or made no bit, a product or sum is wrong."""
    names = [name for name in forger.named(GADGETS[gadget]) if not FREE.fullmatch(name)]
    assert names
    escaped = {name for name in names if forger.escapes({name: forger.signals[name] + 1})}
    assert escaped == forger.idle_hints() & set(names)


@pytest.mark.slow
def test_no_bit_can_be_flipped(forger: Forger) -> None:
    """Each bit of each decomposition, with all that follows from it."""
    names = forger.named(r".*\.(range\[\d+\]\[\d+\]|bits)\.out\[\d+\]")
    assert len(names) > 1_000
    assert [name for name in names if forger.escapes({name: 1 - forger.signals[name]})] == []


def test_two_bits_cannot_stand_for_another(forger: Forger) -> None:
    """A sum with a bit that is none is right, and still refused: 2 in place 0 for 1 in place 1."""
    for name in forger.named(r".*\.(range\[\d+\]\[\d+\]|bits)\.out\[1\]"):
        lower = name.replace("out[1]", "out[0]")
        if forger.signals[name]:
            assert forger.is_caught({name: 0, lower: forger.signals[lower] + 2})


@pytest.mark.parametrize("given", [128, 255, ORDER - 1, ORDER // 2])
@pytest.mark.parametrize("place", [0, 31, 32])
def test_an_input_is_from_0_to_127(forger: Forger, given: int, place: int) -> None:
    """Also when one bit is made to hold what the others cannot."""
    image = f"main.image[0][{place}]"
    assert forger.is_caught({image: given})
    rest = given - sum((given >> bit & 1) << bit for bit in range(1, 7))
    assert forger.is_caught({image: given, f"main.range[0][{place}].out[0]": rest})


def test_asking_about_other_inputs_is_allowed_and_changes_the_public_signal(forger: Forger) -> None:
    """An input may be anything from 0 to 127, and the binding anything: the verifier then asks for another signal."""
    for name in ("main.image[0][0]", "main.image[0][32]", "main.binding"):
        lies = {name: (forger.signals[name] + 1) % 128}
        assert not forger.is_caught(lies)
        assert forger.witness(lies).signals["main.digest"] != forger.signals["main.digest"]


@pytest.mark.parametrize("other", range(1, 10))
def test_no_other_label_can_be_proved(forger: Forger, other: int) -> None:
    """A forger who writes another label into the hash, wherever it comes from, breaks a constraint."""
    outputs = forger.circuit.network.sizes[-1]
    right = forger.signals["main.network[0].label"]
    label = (right + other) % outputs
    last = "main.network[0].last"
    for name in ("main.network[0].label", f"{last}.label", f"{last}.number[{outputs - 1}]"):
        assert forger.is_caught({name: label})
    # Each comparison decided so that this label wins.
    wins = {f"{last}.above[{j}].is": int(j == label) for j in range(1, outputs)}
    highest = len(forger.named(re.escape(f"{last}.above[1].bits.out") + r".*")) - 1
    bits = {name.replace(".is", f".bits.out[{highest}]"): bit for name, bit in wins.items()}
    assert forger.is_caught(wins)
    assert forger.is_caught(wins | bits)


def test_an_activation_cannot_be_rounded_cut_or_negative_otherwise(forger: Forger) -> None:
    """Every neuron: one more, one less, 127, 128 and 0 passed on."""
    for name in forger.named(r".*\.neuron\[\d+\]\.out"):
        right = forger.signals[name]
        for wrong in {right + 1, right - 1, 127, 128, 0} - {right}:
            assert forger.is_caught({name: wrong})
            assert forger.is_caught({name.replace(".out", ".cut"): wrong, name: wrong})


def test_a_hint_cannot_say_that_no_high_bit_is_set(forger: Forger) -> None:
    """The inverse is 0, so `any` is 0, though the sum is not."""
    cut = [name for name in forger.named(r".*\.over\.any") if forger.signals[name]]
    assert cut
    for name in cut:
        assert forger.is_caught({name.replace("any", "inverse"): 0})
        assert forger.is_caught({name: 0})

"""What the constraints leave a forger: nothing but the freedom to ask about other inputs.

A forger may set every signal at will. Each test lies about some, lets everything that follows from the lie follow, and
looks for a constraint that is broken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from lazai_py.proofs import Witness
from lazai_py.proofs.field import ORDER
from lazai_py.proofs.key import Combination
from tests.proofs.fixtures import fixtures, prover

FIRST = fixtures()[0].statement
IMAGES = prover().network.images(FIRST.prompt)
# Signals that a witness may choose: what is asked, and the hint for the inverse of nothing.
FREE = re.compile(r"main\.(binding|state\[0\]|step\[0\]\[0\]\.state|image\[0\]\[\d+\])")


def witness(lies: Mapping[str, int] | None = None) -> Witness:
    """The signals of the first fixture, with some lies."""
    return Witness(prover().network, IMAGES, FIRST.binding, lies=lies)


@cache
def honest() -> Witness:
    """The signals without a lie."""
    return witness()


@cache
def constraints_of() -> dict[int, list[int]]:
    """The constraints that each wire takes part in."""
    found: dict[int, list[int]] = {}
    for number, constraint in enumerate(prover().key.constraints):
        for wire in {wire for side in constraint for wire in side}:
            found.setdefault(wire, []).append(number)
    return found


def value(side: Combination, signals: list[int]) -> int:
    """The value of a combination."""
    return sum(factor * signals[wire] for wire, factor in side.items())


def is_broken(number: int, signals: list[int]) -> bool:
    """Whether the signals break a constraint."""
    a, b, c = (value(side, signals) for side in prover().key.constraints[number])
    return (a * b - c) % ORDER != 0


def breaks(lies: Mapping[str, int]) -> bool:
    """Whether the lies and what follows from them break any constraint; only where a wire changed can one break."""
    before, after = prover().wired(honest()), prover().wired(witness(lies))
    changed = [wire for wire, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    return any(is_broken(number, after) for wire in changed for number in constraints_of()[wire])


def shows(lies: Mapping[str, int]) -> bool:
    """Whether lies change any wire at all: signals that were simplified away exist in the sources only."""
    return prover().wired(witness(lies)) != prover().wired(honest())


def named(pattern: str) -> list[str]:
    """The signals whose whole name matches."""
    return [name for name in honest().signals if re.fullmatch(pattern, name)]


def idle_hints() -> set[str]:
    """Inverses of sums that are 0: whatever they are, the product with 0 is what counts."""
    signals = honest().signals
    overs = {name.rsplit(".", 1)[0] for name in signals if name.endswith(".over.any")}
    return {f"{over}.inverse" for over in overs if not signals[f"{over}.any"]}


def test_the_honest_signals_break_nothing() -> None:
    """All constraints hold, and the public signal is what the verifier computes."""
    signals = prover().wired(honest())
    assert not any(is_broken(number, signals) for number in range(len(prover().key.constraints)))
    assert signals[1] == honest().signals["main.digest"] == fixtures()[0].signal


@pytest.mark.parametrize(
    "gadget",
    [
        r"main\.range.*",
        r"main\.network.*\.layer1\.neuron.*",
        r"main\.network.*\.last\..*",
        r"main\.network\[0\]\.(in|label|layer1\.(in|out)).*",
        r"main\.(step|state|digest).*",
    ],
)
def test_no_signal_can_be_other_than_it_is(gadget: str) -> None:
    """Of each gadget every signal, one more than it is: a bit is flipped or made no bit, a product or sum is wrong."""
    signals = honest().signals
    names = [name for name in named(gadget) if not FREE.fullmatch(name)]
    assert names
    escaped = {name for name in names if not breaks({name: signals[name] + 1})}
    visible = {name for name in escaped if shows({name: signals[name] + 1})}
    assert visible == idle_hints() & set(names)


def test_no_bit_can_be_flipped() -> None:
    """Each bit of each decomposition, with all that follows from it."""
    signals = honest().signals
    names = named(r".*\.(range\[\d+\]\[\d+\]|bits)\.out\[\d+\]")
    assert len(names) > 1_000
    flips = [{name: 1 - signals[name]} for name in names]
    assert [lie for lie in flips if not breaks(lie) and shows(lie)] == []


def test_two_bits_cannot_stand_for_another() -> None:
    """A sum of bits that are none is right, and still refused: 2 in place n for 1 in place n + 1."""
    signals = honest().signals
    for name in named(r"main\.range\[0\]\[\d+\]\.out\[1\]"):
        if signals[name]:
            assert breaks({name: 0, name.replace("out[1]", "out[0]"): signals[name.replace("out[1]", "out[0]")] + 2})


@pytest.mark.parametrize("given", [128, 255, ORDER - 1, ORDER // 2])
@pytest.mark.parametrize("place", [0, 31, 63])
def test_an_input_is_from_0_to_127(given: int, place: int) -> None:
    """Also when one bit is made to hold what the others cannot."""
    assert breaks({f"main.image[0][{place}]": given})
    rest = given - sum(honest_bit(place, bit, given) << bit for bit in range(1, 7))
    assert breaks({f"main.image[0][{place}]": given, f"main.range[0][{place}].out[0]": rest})


def honest_bit(place: int, bit: int, given: int) -> int:
    """The bit of a number that a range of 7 bits takes."""
    return given % ORDER >> bit & 1


def test_asking_about_other_inputs_is_allowed_and_changes_the_public_signal() -> None:
    """An input may be anything from 0 to 127, and the binding anything: the verifier then asks for another signal."""
    for name in ("main.image[0][0]", "main.image[0][63]", "main.binding"):
        lies = {name: (honest().signals[name] + 1) % 128}
        assert not breaks(lies)
        assert witness(lies).signals["main.digest"] != honest().signals["main.digest"]


@pytest.mark.parametrize("label", [each for each in range(10) if f"{each:x}" != FIRST.content])
def test_no_other_label_can_be_proved(label: int) -> None:
    """A forger who writes another label into the hash, wherever it comes from, breaks a constraint."""
    for name in ("main.network[0].label", "main.network[0].last.label", "main.network[0].last.number[9]"):
        assert breaks({name: label})
    # Each comparison decided so that this label wins.
    wins = {f"main.network[0].last.above[{j}].is": int(j == label) for j in range(1, 10)}
    highest = len(named(r"main\.network\[0\]\.last\.above\[1\]\.bits\.out.*")) - 1
    bits = {name.replace(".is", f".bits.out[{highest}]"): bit for name, bit in wins.items()}
    assert breaks(wins)
    assert breaks(wins | bits)


def test_an_activation_cannot_be_rounded_cut_or_negative_otherwise() -> None:
    """Every neuron: one more, one less, 127 and its uncut value passed on."""
    signals = honest().signals
    for name in named(r".*\.neuron\[\d+\]\.out"):
        for wrong in {signals[name] + 1, signals[name] - 1, 127, 128, 0} - {signals[name]}:
            assert breaks({name: wrong})
            assert breaks({name.replace(".out", ".cut"): wrong, name: wrong})


def test_a_hint_cannot_say_that_no_high_bit_is_set() -> None:
    """The inverse is 0, so `any` is 0, though the sum is not."""
    signals = honest().signals
    cut = [name for name in named(r".*\.over\.any") if signals[name]]
    assert cut
    for name in cut:
        assert breaks({name.replace("any", "inverse"): 0})
        assert breaks({name: 0})

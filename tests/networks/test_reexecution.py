"""The chain computes what Python computes, to the bit, and says yes to nothing else."""

from __future__ import annotations

import random

import pytest

from scripts.digits.network import inputs_of
from tests.networks.conftest import World, drawn, image

RANDOM_INPUTS = 10_000
A_PROMPT = 100

SHAPES = [
    (1, 1),
    (1, 256),
    (2, 1, 2),
    (7, 33, 17),
    (15, 16, 8),
    (31, 31, 31),
    (32, 32, 32),
    (33, 64, 5, 16),
    (64, 32, 10),
    (65, 3, 90, 2, 100),
    (130, 1, 40),
    (784, 32, 10),
]


def test_every_held_out_digit_is_read_as_in_python(w: World) -> None:
    """All 540 of them, one by one: the label, a yes to it, and a no to every other."""
    network = w.quantised.network
    images = [*inputs_of(w.quantised, w.digits.validation), *inputs_of(w.quantised, w.digits.test)]
    assert len(images) == 540
    for each in images:
        prompt = network.prompt([each])
        label = network.answer(prompt)
        assert w.models.answer(network, prompt) == label
        assert [digit for digit in "0123456789" if w.says(network, prompt, digit)] == [label]


def test_random_inputs_are_read_as_in_python(w: World) -> None:
    """10,000 of them, a hundred to a prompt."""
    network, chance = w.quantised.network, random.Random(1)
    seen: set[str] = set()
    for _ in range(RANDOM_INPUTS // A_PROMPT):
        prompt = network.prompt([image(chance, network.sizes[0]) for _ in range(A_PROMPT)])
        content = network.answer(prompt)
        assert w.models.answer(network, prompt) == content
        seen |= set(content)
    assert len(seen) >= 8


@pytest.mark.parametrize("sizes", SHAPES, ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_random_networks_answer_as_in_python(w: World, sizes: tuple[int, ...], seed: int) -> None:
    """Of any sizes, multiples of nothing included, with extreme weights, biases and shifts."""
    chance = random.Random(f"{sizes} {seed}")
    network = drawn(chance, *sizes)
    assert w.models.install(network) == network.commitment
    prompt = network.prompt([image(chance, sizes[0]) for _ in range(8)])
    assert w.models.answer(network, prompt) == network.answer(prompt)
    assert w.says(network, prompt, network.answer(prompt))


def test_any_byte_of_the_content_that_differs_is_refused(w: World) -> None:
    """Each byte of an answer replaced by each other one; longer, shorter, none."""
    network = w.quantised.network
    prompt = network.prompt(inputs_of(w.quantised, w.digits.test)[:3])
    content = network.answer(prompt).encode()
    assert w.says(network, prompt, content)
    for place in range(len(content)):
        for value in range(256):
            changed = content[:place] + bytes([value]) + content[place + 1 :]
            assert w.says(network, prompt, changed) == (changed == content)
    for wrong in (b"", content[:-1], content + b"\0", content + content[:1]):
        assert not w.says(network, prompt, wrong)


def test_any_byte_of_the_prompt_that_differs_makes_another_statement(w: World) -> None:
    """What is no digit makes it none; what is one makes it a prompt whose answer is its own."""
    network, chance = w.quantised.network, random.Random(2)
    prompt = network.prompt([inputs_of(w.quantised, w.digits.test)[0]])
    content = network.answer(prompt)
    for place in range(len(prompt)):
        value = chr(chance.choice([*range(48), *range(58, 97), *range(103, 128)]))
        assert not w.says(network, prompt[:place] + value + prompt[place + 1 :], content)
        digit = chance.choice("01234567")
        changed = prompt[:place] + digit + prompt[place + 1 :]
        assert w.says(network, changed, content) == (network.answer(changed) == content)
    for wrong in ("", prompt[:-1], prompt[:-2], prompt + "00", prompt + prompt, prompt.replace("0", "O")):
        assert not w.says(network, wrong, content)


def test_any_byte_of_the_commitment_that_differs_is_nobody(w: World) -> None:
    """A commitment is a network's, or no network's."""
    network = w.quantised.network
    prompt = network.prompt([inputs_of(w.quantised, w.digits.test)[0]])
    for place in range(32):
        for bit in range(8):
            other = bytearray(network.commitment)
            other[place] ^= 1 << bit
            assert w.models.answer(bytes(other), prompt) == ""
            assert not w.models.is_installed(bytes(other))


def test_a_proof_is_not_needed_and_not_taken(w: World) -> None:
    """A statement has one way of being re-executed."""
    network = w.quantised.network
    prompt = network.prompt([inputs_of(w.quantised, w.digits.test)[0]])
    assert not w.says(network, prompt, network.answer(prompt), proof=b"\0")

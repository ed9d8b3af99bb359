"""Integer networks compute, and commit to, what docs/networks.md says."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazai_py._types import keccak
from lazai_py.errors import InvalidNetwork, InvalidPrompt
from lazai_py.networks import CHUNK, IntegerNetwork, MerkleTree, bias_leaf, chunk_leaf, root_of
from lazai_py.networks.words import BLOB, blobs_of, words_of

# The same network as in tests/solidity/verification/Installation.t.sol.
SMALL = IntegerNetwork.of([[[1, -2], [3, 4], [-127, 127]], [[5, -6, 7], [-1, 0, 1]]], [[10, -20, 30], [0, 1]], [3])


def drawn(seed: int, *sizes: int) -> IntegerNetwork:
    """A network whose numbers are drawn from a seed."""
    chance = random.Random(seed)
    pairs = list(pairwise(sizes))
    weights = [[[chance.randint(-127, 127) for _ in range(a)] for _ in range(b)] for a, b in pairs]
    biases = [[chance.randint(-5_000, 5_000) for _ in range(b)] for _, b in pairs]
    return IntegerNetwork.of(weights, biases, [chance.randint(0, 12) for _ in sizes[2:]])


def by_the_definition(network: IntegerNetwork, x: Sequence[int]) -> list[int]:
    """The logits, one number at a time and in fractions."""
    values = list(x)
    for layer, (rows, biases) in enumerate(zip(network.weights, network.biases, strict=True)):
        z = [
            bias + sum(w * v for w, v in zip(row, values, strict=True)) for row, bias in zip(rows, biases, strict=True)
        ]
        if layer == network.layers - 1:
            return z
        unit = 2 ** network.shifts[layer]
        half = Fraction(1, 2) if unit > 1 else Fraction(0)
        values = [min(127, max(0, floor(Fraction(each, unit) + half))) for each in z]
    raise AssertionError


# --- computing ---


@given(seed=st.integers(0, 10**9), sizes=st.lists(st.integers(1, 9), min_size=2, max_size=5), data=st.data())
def test_a_network_computes_its_definition(seed: int, sizes: list[int], data: st.DataObject) -> None:
    """Rounding half up is rounding half up, cuts are cuts, and the last layer has neither."""
    network = drawn(seed, *sizes)
    x = data.draw(st.lists(st.integers(0, 127), min_size=sizes[0], max_size=sizes[0]))
    logits = by_the_definition(network, x)
    assert list(network.run(x)) == logits
    assert network.label(x) == max(range(len(logits)), key=lambda j: (logits[j], -j))


def test_a_trace_has_every_number_in_between() -> None:
    """What each layer reads, and each sum before it is rounded."""
    trace = SMALL.trace([127, 0])
    assert trace.activations == ((127, 0), (17, 45, 0))
    assert trace.sums == ((137, 361, -16099), (-185, -16))
    assert (trace.logits, trace.label) == ((-185, -16), 1)


def test_of_equal_outputs_the_first_is_the_label() -> None:
    """A tie is decided, the same way everywhere."""
    network = IntegerNetwork.of([[[0], [0], [1], [1]]], [[1, 1, 0, 0]], [])
    assert [network.label([x]) for x in (0, 1, 2)] == [0, 0, 2]


def test_the_greatest_network_stays_within_32_bits() -> None:
    """The bounds are chosen so that no sum leaves a signed word of 32 bits."""
    assert 2**30 + 65_535 * 127 * 127 < 2**31
    assert 65_535 * 127 * 255 < 2**32


# --- bounds ---


@pytest.mark.parametrize(
    ("weights", "biases", "shifts"),
    [
        ([[[128]]], [[0]], []),
        ([[[-128]]], [[0]], []),
        ([[[1]]], [[2**30 + 1]], []),
        ([[[1]]], [[-(2**30) - 1]], []),
        ([[[1]]], [[0, 0]], []),
        ([[[1]]], [[0]], [1]),
        ([[[1]], [[1]]], [[0], [0]], []),
        ([[[1]], [[1]]], [[0], [0]], [32]),
        ([[[1]], [[1]]], [[0], [0]], [-1]),
        ([[[1], [1, 2]]], [[0, 0]], []),
        ([[[1], [1]], [[1]]], [[0, 0], [0]], [0]),
        ([[[1]] * 257], [[0] * 257], []),
        ([], [], []),
        ([[]], [[]], []),
        ([[[]]], [[0]], []),
        ([[[1]]] * 256, [[0]] * 256, [0] * 255),
    ],
)
def test_what_is_no_network_is_refused(
    weights: list[list[list[int]]], biases: list[list[int]], shifts: list[int]
) -> None:
    """Numbers out of their bounds, and parts that do not fit each other."""
    with pytest.raises(InvalidNetwork):
        IntegerNetwork.of(weights, biases, shifts)


def test_numbers_are_integers() -> None:
    """A float or a boolean that happens to be whole is none: it would be hashed as something else elsewhere."""
    numbers: list[Any] = [1.0, True]
    for wrong in numbers:
        with pytest.raises(InvalidNetwork):
            IntegerNetwork((1, 1), (((wrong,),),), ((0,),), ())


# --- prompt and content ---


def test_a_prompt_is_the_inputs_of_its_images() -> None:
    """Two lower-case digits for each input, one image after the other; back, it is the same."""
    assert SMALL.prompt([[0, 127], [10, 16]]) == "007f0a10"
    assert SMALL.images("007f0a10") == ((0, 127), (10, 16))
    assert SMALL.answer("007f0a10") == f"{SMALL.label([0, 127])}{SMALL.label([10, 16])}"


@pytest.mark.parametrize(
    "prompt", ["", "00", "0000ff00", "000", "00 0", "0x00", "007F", "0080", "\u0660" * 4, "007f00", "007g"]
)
def test_what_is_no_prompt_is_refused(prompt: str) -> None:
    """No image, half an image, capitals, signs, digits of other scripts, inputs above 127."""
    with pytest.raises(InvalidPrompt):
        SMALL.answer(prompt)


@pytest.mark.parametrize("image", [[], [1], [1, 2, 3], [0, 128], [-1, 0]])
def test_what_is_no_image_is_refused(image: list[int]) -> None:
    """Too few or too many inputs, or one out of its bounds."""
    with pytest.raises(InvalidPrompt):
        SMALL.prompt([image])
    with pytest.raises(InvalidPrompt):
        SMALL.run(image)
    with pytest.raises(InvalidPrompt):
        SMALL.prompt([])


@pytest.mark.parametrize(("outputs", "content"), [(16, "f"), (17, "10"), (256, "ff")])
def test_a_label_has_as_many_digits_as_the_network_needs(outputs: int, content: str) -> None:
    """One up to 16 outputs, else two."""
    network = IntegerNetwork.of([[[0]] * outputs], [[0] * (outputs - 1) + [1]], [])
    assert network.answer("00") == content


# --- committing ---


def test_a_commitment_is_what_it_always_was() -> None:
    """The golden value that Solidity has as well."""
    assert SMALL.commitment.hex() == "6cfe058884159c91b2a0a9169b1260291561b3de18e917c81bc982005c9a77d2"


def test_a_chunk_is_padded_with_zeros() -> None:
    """Weights are two's complement bytes, the first one first."""
    network = drawn(1, 40, 2)
    row = network.weights[0][1]
    assert network.chunk(1, 1, 0) == bytes(w & 255 for w in row[:32])
    assert network.chunk(1, 1, 1) == bytes(w & 255 for w in row[32:]) + bytes(24)
    assert network.chunks_of_row(1) == 2
    assert network.weight_tree(1).leaves[3] == chunk_leaf(network.chunk(1, 1, 1))


@given(count=st.integers(1, 40), data=st.data())
def test_an_opening_leads_to_the_root_from_its_place_alone(count: int, data: st.DataObject) -> None:
    """The right leaf at the right place, and nothing else."""
    tree = MerkleTree(tuple(keccak(bytes([each])) for each in range(count)))
    number = data.draw(st.integers(0, count - 1))
    other = data.draw(st.integers(0, 2**tree.depth - 1))
    opening = tree.opening(number)
    assert len(opening) == tree.depth == (count - 1).bit_length()
    assert root_of(tree.leaves[number], number, opening) == tree.root
    assert (root_of(tree.leaves[number], other, opening) == tree.root) == (other == number)
    assert root_of(keccak(b"another"), number, opening) != tree.root


def test_a_tree_has_no_other_leaves() -> None:
    """Numbers beyond a tree are refused, and so are trees and chunks of nothing."""
    tree = MerkleTree((bias_leaf(1),))
    assert (tree.root, tree.opening(0)) == (bias_leaf(1), ())
    with pytest.raises(IndexError):
        tree.opening(1)
    with pytest.raises(ValueError, match="depth 0"):
        root_of(bias_leaf(1), 1, ())
    with pytest.raises(ValueError, match="at least one"):
        MerkleTree(())
    with pytest.raises(ValueError, match="32 bytes"):
        chunk_leaf(b"")


def test_every_number_is_committed_to() -> None:
    """A weight, a bias or a shift that differs by one makes another commitment."""
    seen = {SMALL.commitment}
    for layer, rows in enumerate(SMALL.weights):
        for j, row in enumerate(rows):
            for i in range(len(row)):
                weights = [[list(each) for each in every] for every in SMALL.weights]
                weights[layer][j][i] -= 1 if weights[layer][j][i] > 0 else -1
                seen.add(IntegerNetwork.of(weights, SMALL.biases, SMALL.shifts).commitment)
            biases = [list(each) for each in SMALL.biases]
            biases[layer][j] += 1
            seen.add(IntegerNetwork.of(SMALL.weights, biases, SMALL.shifts).commitment)
    seen.add(IntegerNetwork.of(SMALL.weights, SMALL.biases, [4]).commitment)
    assert len(seen) == 1 + 12 + 5 + 1


# --- writing ---


def test_a_network_is_read_as_it_was_written(tmp_path: Path) -> None:
    """JSON says every number, in one spelling."""
    network = drawn(2, 33, 5, 3)
    network.save(tmp_path / "network.json")
    assert IntegerNetwork.load(tmp_path / "network.json") == network
    assert IntegerNetwork.from_json(network.to_json()).to_json() == network.to_json()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"format": "another"}',
        SMALL.to_json().replace('"sizes": [2', '"sizes": [3'),
        SMALL.to_json().replace("01fe", "80fe"),
        SMALL.to_json().replace("01fe", "1"),
        SMALL.to_json().replace('"biases": [[10', '"biases": [["10"'),
        SMALL.to_json().replace('"shifts": [3]', '"shifts": 3'),
    ],
)
def test_another_text_is_refused(text: str) -> None:
    """What is no network does not become one by being written down."""
    with pytest.raises(InvalidNetwork):
        IntegerNetwork.from_json(text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the error of the package, not of the system."""
    with pytest.raises(InvalidNetwork):
        IntegerNetwork.load(tmp_path / "none.json")


def test_words_hold_one_input_of_32_neurons() -> None:
    """Each weight plus 128, group by group; neurons that are not there weigh nothing."""
    network = drawn(3, 2, 33)
    words = words_of(network)
    assert len(words) == 2 * 2 * CHUNK
    assert words[:32] == bytes(row[0] + 128 for row in network.weights[0][:32])
    assert words[96:] == bytes([network.weights[0][32][1] + 128]) + bytes([128]) * 31
    assert [len(blob) for blob in blobs_of(drawn(4, 784, 32, 10))] == [BLOB, (784 + 32) * 32 - BLOB]

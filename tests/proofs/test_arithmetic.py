"""Field, curves and hash against their definitions, and against what the chain computes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from lazai_py._chain.engine import Call, Engine
from lazai_py._contract.bindings.proof_verifier import Circuit, ProofVerifier
from lazai_py._types import keccak, to_address
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Statement, mimc, public_signal
from lazai_py.proofs.curve import G1, G2, G1Point, G2Point
from lazai_py.proofs.field import ORDER, between, coefficients, root_of_unity, values
from lazai_py.proofs.points import words, write_first, write_second
from tests.proofs.conftest import Deploy
from tests.proofs.fixtures import prover
from tests.proofs.test_verifying import said

ADD, MULTIPLY, PAIR = (to_address(f"0x{number:040x}") for number in (6, 7, 8))
ONE: G1Point = (1, 2)
GAMMA = prover().key.verifying.gamma
TWO: G2Point = ((GAMMA[1], GAMMA[0]), (GAMMA[3], GAMMA[2]))


def drawn(count: int) -> list[int]:
    """Elements of the field, the same in every run."""
    numbers = random.Random(7)
    return [numbers.randrange(ORDER) for _ in range(count)]


def multiple(engine: Engine, point: G1Point, factor: int) -> bytes:
    """What the chain says of a multiple."""
    return engine.call(Call(MULTIPLY, write_first(point) + words(factor)))


def test_the_order_allows_what_is_built_on_it() -> None:
    """Domains of up to 2^28 points; a fifth power that is a permutation; rounds whose degree exceeds the field."""
    assert (ORDER - 1) % 2**28 == 0
    assert (ORDER - 1) % 5 != 0
    assert 5**mimc.ROUNDS > ORDER > 5 ** (mimc.ROUNDS - 1)
    assert pow(5, (ORDER - 1) // 2, ORDER) == ORDER - 1


def test_values_are_those_of_the_polynomial() -> None:
    """Point by point, by Horner's rule."""
    polynomial = drawn(8)
    root = root_of_unity(8)
    expected = [sum(c * pow(root, i * k, ORDER) for k, c in enumerate(polynomial)) % ORDER for i in range(8)]
    assert values(polynomial, root) == expected
    assert coefficients(expected) == polynomial


def test_between_two_points_of_a_domain_is_a_point_of_the_double_one() -> None:
    """The odd ones of twice as many."""
    polynomial = drawn(8)
    fine = values(polynomial + [0] * 8, root_of_unity(16))
    assert between(fine[::2]) == fine[1::2]


@pytest.mark.parametrize("count", [0, 1, 2, 9, 70])
def test_sums_of_multiples_are_those_of_the_chain(verifier: ProofVerifier, count: int) -> None:
    """The first group, with bits and large factors mixed, against the precompiles; infinity and zero left out."""
    factors = [factor if place % 3 else place // 3 % 2 for place, factor in enumerate(drawn(count))]
    points = [G1.sum([(ONE, each)]) for each in drawn(count)]
    expected = bytes(64)
    for point, factor in zip(points, factors, strict=True):
        expected = verifier.engine.call(Call(ADD, expected + multiple(verifier.engine, point, factor)))
    assert write_first(G1.sum([*zip(points, factors, strict=True), (None, 5)])) == expected


def test_both_groups_agree_by_the_pairing(verifier: ProofVerifier) -> None:
    """e(s P, Q) = e(P, s Q), by the precompile, also for sums that meet and cancel."""
    for s in (1, 2, 3, *drawn(2)):
        left, right = G1.sum([(ONE, -s)]), G2.sum([(TWO, s - 1), (TWO, 1)])
        pairs = write_first(left) + write_second(TWO) + write_first(ONE) + write_second(right)
        assert int.from_bytes(verifier.engine.call(Call(PAIR, pairs)), "big") == 1


def test_sums_that_cancel_are_at_infinity() -> None:
    """In both groups, and so are multiples by the order."""
    assert G1.sum([(ONE, 5), (ONE, ORDER - 5)]) is None
    assert G2.sum([(TWO, 5), (TWO, ORDER - 5)]) is None
    assert G1.sum([(ONE, ORDER)]) is None
    assert G1.sum([(ONE, 1), (ONE, 1)]) == G1.sum([(ONE, 2)])


def test_the_constants_are_a_chain_of_hashes() -> None:
    """Of a published word; nobody chose them."""
    assert mimc.CONSTANTS[0] == int.from_bytes(keccak(b"lazai.mimc.5.110"), "big") >> 3
    assert mimc.CONSTANTS[1] == int.from_bytes(keccak(keccak(b"lazai.mimc.5.110")), "big") >> 3
    assert len(set(mimc.CONSTANTS)) == mimc.ROUNDS == 110


def test_the_hash_is_its_definition() -> None:
    """X to the fifth of sum, key and constant, 110 times; then the key twice, and the block."""
    state, block = drawn(2)
    x = block
    for constant in mimc.CONSTANTS:
        x = pow(x + state + constant, 5, ORDER)
    assert mimc.compress(state, block) == (x + state + state + block) % ORDER
    assert mimc.digest(state, [block, 5]) == mimc.compress(mimc.compress(state, block), 5)


def small(inputs: int, outputs: int) -> IntegerNetwork:
    """A network of one layer that gives every label to something."""
    rows = [[(i * j) % 5 - 2 for i in range(inputs)] for j in range(outputs)]
    return IntegerNetwork.of([rows], [[j % 7 for j in range(outputs)]], [])


@pytest.mark.parametrize("inputs", [1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100])
@pytest.mark.parametrize(("outputs", "images"), [(1, 1), (16, 3), (17, 2), (256, 1)])
def test_the_verifier_computes_the_public_signal(deploy: Deploy, inputs: int, outputs: int, images: int) -> None:
    """Blocks that are full, begun and exceeded by one, labels of one and two digits, one image and several."""
    network = small(inputs, outputs)
    prompt = network.prompt([[(i * i + 9 * k) % 128 for i in range(inputs)] for k in range(images)])
    collection = to_address("0x" + "11" * 20)
    asked = Statement(31337, collection, network.commitment, prompt, network.answer(prompt))
    verifier = deploy(what=Circuit(network.commitment, inputs, outputs, images))
    assert verifier.public_signal(said(asked)) == (True, public_signal(network, asked))


@pytest.mark.parametrize("place", [0, 1, 62, 63, 64, 65])
def test_text_that_is_not_of_the_circuit_has_no_signal(deploy: Deploy, place: int) -> None:
    """Of 33 inputs: characters that are no lower-case digits, a digit that makes an input too large, other lengths."""
    network = small(33, 2)
    verifier = deploy(what=Circuit(network.commitment, 33, 2, 1))
    prompt = b"7f" * 33
    asked = said(Statement(31337, to_address("0x" + "11" * 20), network.commitment, prompt.decode(), "0"))
    digits = b"01234567" if place % 2 == 0 else b"0123456789abcdef"
    for code in range(256):
        changed = prompt[:place] + bytes([code]) + prompt[place + 1 :]
        answer = verifier.public_signal(replace(asked, prompt=changed))
        assert answer.well_formed == (code in digits)
        assert answer.well_formed or not answer.signal
    for other in (b"", prompt[:-1], prompt[:-2], prompt + b"00", prompt * 2):
        assert not verifier.public_signal(replace(asked, prompt=other)).well_formed

"""The trace is laid out as its page says, and malformed prompts have no right one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lazai_py.disputes.positions import Revealed, openings
from lazai_py.disputes.sides import bounds
from lazai_py.disputes.trace import Spot, StatementTrace, content_leaf, label_in, sums_bytes, sums_from
from lazai_py.networks import root_of
from tests.disputes.lies import network_of, prompt_of, trace_of

NETWORK = network_of(70, 40, 20)


def test_leaves_stand_image_by_image_and_layer_by_layer() -> None:
    """Inputs, activations, then the sums of the last layer, four bytes each; what is left over is zero."""
    trace = trace_of(NETWORK, prompt_of(NETWORK, 2))
    image = NETWORK.images(prompt_of(NETWORK, 2).decode())[1]
    computed = NETWORK.trace(image)
    assert len(trace.contents) == 2 * (3 + 2 + 3)
    assert b"".join(each or b"" for each in trace.contents[8:11]) == bytes(image).ljust(96, b"\0")
    assert b"".join(each or b"" for each in trace.contents[11:13]) == bytes(computed.activations[1]).ljust(64, b"\0")
    assert b"".join(each or b"" for each in trace.contents[13:]) == sums_bytes(computed.logits).ljust(96, b"\0")
    assert (trace.spot(12), trace.spot(14)) == (Spot(1, 1, 1, 8), Spot(1, 2, 1, 11))
    assert trace.first_output(1) == 13
    assert trace.content == NETWORK.answer(prompt_of(NETWORK, 2).decode()).encode()


def test_partial_sums_end_in_the_sum() -> None:
    """They begin with the bias, and have one for each chunk."""
    trace = trace_of(NETWORK, prompt_of(NETWORK, 2))
    sums = NETWORK.trace(NETWORK.images(prompt_of(NETWORK, 2).decode())[1]).sums
    for neuron in range(40):
        partial = trace.partial_sums(8, neuron)
        assert (len(partial), partial[0], partial[-1]) == (4, NETWORK.biases[0][neuron], sums[0][neuron])
    assert trace.partial_sums(11, 19)[-1] == sums[1][19]


@pytest.mark.parametrize("wrong", [b"8", b"F", b"g", b"\xff"])
def test_what_is_no_digit_has_no_right_leaf(wrong: bytes) -> None:
    """Neither has anything of that image that follows from it; other images have."""
    prompt = prompt_of(NETWORK, 2)
    at = 140 + 64
    trace = StatementTrace.of(NETWORK, prompt[:at] + wrong + prompt[at + 1 :])
    right = trace_of(NETWORK, prompt)
    assert trace.contents[:9] == right.contents[:9]
    assert trace.contents[9] is None
    assert trace.contents[10] == right.contents[10]
    assert trace.contents[11:] == (None,) * 5
    assert (trace.labels, trace.content) == ((right.labels[0], None), None)


def test_labels_are_read_strictly() -> None:
    """Two digits where there are more than 16 outputs, lower case, below the number of outputs."""
    assert [label_in(NETWORK, b"0013", image) for image in (0, 1)] == [0, 0x13]
    assert [label_in(NETWORK, text, 0) for text in (b"14", b"0A", b" 1", b"+1", b"1")] == [None, None, None, None, 1]
    assert label_in(network_of(5, 3), b"2", 0) == 2
    assert label_in(network_of(5, 3), b"3", 0) is None


@given(st.integers(1, 3000), st.integers(0, 3000))
def test_cuts_are_at_most_64_and_cover_everything(length: int, start: int) -> None:
    """All of one length, but for the last, which may be shorter."""
    cuts = bounds(start, start + length)
    widths = [after - before for before, after in pairwise(cuts)]
    assert sum(widths) == length
    assert len(widths) <= 64
    assert set(widths[:-1]) <= {widths[0]}
    assert 0 < widths[-1] <= widths[0]


@given(st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_sums_are_read_as_they_were_written(sums: list[int]) -> None:
    """Four bytes each."""
    assert sums_from(sums_bytes(sums)) == tuple(sums)


@settings(max_examples=30)
@given(st.integers(0, 55))
def test_what_was_revealed_opens_what_was_agreed(number: int) -> None:
    """A challenger who saw a way down the tree can open every leaf that it passed."""
    trace = trace_of(NETWORK, prompt_of(NETWORK, 7))
    revealed = Revealed(trace.depth)
    revealed.take_nodes(trace.under(0, 0))
    revealed.level, revealed.number = 5, number >> 1
    revealed.take_nodes(trace.under(5, number >> 1))
    content = trace.contents[number] or b""
    opening = openings(revealed.nodes, number, trace.depth)
    assert root_of(content_leaf(content), number, opening) == trace.root

"""The demo's forger lies as well as one can: in one sum, so that its trace bears its content out."""

from __future__ import annotations

import numpy as np

from lazai_py.disputes import StatementTrace
from lazai_py.disputes.trace import sums_from
from lazai_py.networks import IntegerNetwork
from scripts.digits.exhibition import drawn
from scripts.digits.forgery import Forgery, forged

NETWORK = IntegerNetwork.of([[[1, 0], [0, 1], [1, 1]], [[2, 0, 0], [0, 2, 0], [0, 0, 1]]], [[0, 0, 0], [0, 0, 0]], [0])
PROMPT = NETWORK.prompt([[9, 1], [1, 9]])


def test_the_last_label_of_a_forged_content_is_the_next_one() -> None:
    """All others are right."""
    assert NETWORK.answer(PROMPT) == "01"
    assert forged(NETWORK, PROMPT) == "02"


def test_the_label_after_the_last_is_the_first() -> None:
    """A forged label is still a label of the network."""
    prompt = NETWORK.prompt([[0, 0]])
    wrong = IntegerNetwork.of(NETWORK.weights, [[0, 0, 0], [0, 0, 1]], NETWORK.shifts)
    assert (wrong.answer(prompt), forged(wrong, prompt)) == ("2", "0")


def test_a_forged_trace_differs_in_one_sum_that_makes_the_forged_label_the_greatest() -> None:
    """Whoever does not compute that sum again sees nothing wrong."""
    forgery, honest = Forgery.of(NETWORK, PROMPT), StatementTrace.of(NETWORK, PROMPT.encode())
    pairs = zip(honest.contents, forgery.trace.contents, strict=True)
    different = [number for number, (right, wrong) in enumerate(pairs) if right != wrong]

    assert different == [honest.first_output(1)]
    right, wrong = (sums_from(trace.contents[different[0]] or b"")[:3] for trace in (honest, forgery.trace))
    assert (right, wrong) == ((2, 18, 10), (2, 18, 19))
    assert forgery.content == "02"
    assert forgery.trace.root != honest.root


def test_images_are_drawn_side_by_side() -> None:
    """A blank for paper, the darkest character for ink, and no blanks at a line's end."""
    images = np.zeros((2, 64), dtype=np.uint8)
    images[0, 0], images[1, 63] = 16, 8
    assert drawn(images) == ["@", *[""] * 6, " " * 16 + ":"]

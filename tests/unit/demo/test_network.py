"""The network learns to read digits from the parts, and answers the same way every time."""

from __future__ import annotations

import numpy as np
import pytest

from scripts.digits.data import Digits, first_anchored, load
from scripts.digits.network import Network


@pytest.fixture(scope="module")
def digits() -> Digits:
    """The digits as the demo cuts them."""
    return load()


@pytest.fixture(scope="module")
def network(digits: Digits) -> Network:
    """The network as the demo trains it."""
    return Network(first_anchored(digits.parts))


def test_the_network_has_the_layers_of_the_demo(network: Network) -> None:
    """64 pixels, 32 hidden units, 10 digits."""
    assert network.layers == (64, 32, 10)


def test_the_network_reads_images_it_has_not_seen(network: Network, digits: Digits) -> None:
    """More than 94 of 100 held-out images are read right, although some of its lessons were wrong."""
    assert network.accuracy(digits.test) > 0.94


def test_accuracy_counts_right_answers(network: Network, digits: Digits) -> None:
    """Asked one by one, the network is right about as many images as it says."""
    answers = [network.predict(image) for image in digits.test.images]
    right = sum(answer == label for answer, label in zip(answers, digits.test.labels, strict=True))

    assert network.accuracy(digits.test) == right / 270


def test_training_again_gives_the_same_network(network: Network, digits: Digits) -> None:
    """The seed decides all chance in it."""
    again = Network(first_anchored(digits.parts))
    other = Network(first_anchored(digits.parts), seed=7)

    answers = [[reader.predict(image) for image in digits.test.images] for reader in (network, again, other)]

    assert answers[0] == answers[1]
    assert answers[0] != answers[2]


def test_an_image_is_read_in_either_shape(network: Network, digits: Digits) -> None:
    """As a row of 64 pixels or as the 8 by 8 square that is shown."""
    image = digits.test.images[0]

    assert network.predict(np.reshape(image, (8, 8))) == network.predict(image)

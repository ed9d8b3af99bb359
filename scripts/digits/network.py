"""A 64-32-10 network that reads handwritten digits, and answers for those who pay for it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from lazai_py.networks.sklearn import from_sklearn

from .data import PIXELS, SEED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lazai_py.networks.quantise import Quantised

    from .data import Part

HIDDEN = 32
_PASSES = 60
_BRIGHTEST = 16


class Network:
    """A trained network: 64 pixels in, 32 hidden units, 10 digits out."""

    def __init__(self, part: Part, *, seed: int = SEED) -> None:
        """Train on labelled images, the same way for the same images and seed.

        Args:
            part: what to learn from; it should show each digit.
            seed: decides the first weights and the order of the images.
        """
        self._model = MLPClassifier((HIDDEN,), alpha=1.0, learning_rate_init=0.005, max_iter=_PASSES, random_state=seed)
        with warnings.catch_warnings():
            # The number of passes is fixed on purpose: training to the end would learn the wrong labels by heart.
            warnings.simplefilter("ignore", ConvergenceWarning)
            self._model.fit(_scaled(part.images), part.labels)

    @property
    def layers(self) -> tuple[int, ...]:
        """The number of units in each layer."""
        return (PIXELS, *(weights.shape[1] for weights in self._model.coefs_))

    def predict(self, image: NDArray[np.uint8]) -> int:
        """The digit that one image (64 brightness values, 0 to 16) shows."""
        return int(self._model.predict(_scaled(image.reshape(1, PIXELS)))[0])

    def quantised(self, calibration: Part) -> Quantised:
        """The network in integers, which a chain can run.

        Args:
            calibration: images that are typical of those it will be asked about.
        """
        return from_sklearn(self._model, _scaled(calibration.images))

    def accuracy(self, part: Part) -> float:
        """The share of images, 0 to 1, whose label is what the network sees in them."""
        return float(np.mean(self._model.predict(_scaled(part.images)) == part.labels))


def inputs_of(quantised: Quantised, part: Part) -> list[list[int]]:
    """The images of a part as the network in integers reads them."""
    return quantised.inputs(_scaled(part.images))


def _scaled(images: NDArray[np.uint8]) -> NDArray[np.float64]:
    return images.astype(np.float64) / _BRIGHTEST

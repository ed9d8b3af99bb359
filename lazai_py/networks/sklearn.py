"""Integer networks from scikit-learn's `MLPClassifier`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lazai_py._errors import InvalidNetwork
from lazai_py._extras import optional
from lazai_py.networks.quantise import Perceptron, Quantised, quantise

with optional():
    import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def from_sklearn(model: Any, calibration: ArrayLike) -> Quantised:
    """Make an integer network of a trained `MLPClassifier`.

    Parameters:
        model: trained with `activation="relu"`, for two or more classes, one label for each image.
        calibration: inputs as the model reads them, one row for each image; some hundred that are typical.

    Raises:
        InvalidNetwork: it is no such classifier, or it cannot be quantised.
    """
    if getattr(model, "activation", None) != "relu" or not hasattr(model, "coefs_"):
        raise InvalidNetwork("the model is no trained MLPClassifier with ReLU between its layers")
    if model.out_activation_ not in ("softmax", "logistic"):
        raise InvalidNetwork(f"the model's last activation is {model.out_activation_}; it must choose among classes")
    weights = [np.asarray(each, dtype=np.float64).T for each in model.coefs_]
    biases = [np.asarray(each, dtype=np.float64) for each in model.intercepts_]
    if model.out_activation_ == "logistic":
        weights[-1], biases[-1] = _two_outputs(model, weights[-1], biases[-1])
    return quantise(Perceptron(weights, biases), calibration, classes=np.asarray(model.classes_).tolist())


def _two_outputs(model: Any, weights: Any, biases: Any) -> tuple[Any, Any]:
    """The one logit of a choice between two classes, beside a zero that it must exceed."""
    if len(model.classes_) != 2 or len(biases) != 1:
        raise InvalidNetwork("the model gives several labels to one image")
    return np.vstack([np.zeros_like(weights), weights]), np.concatenate([[0.0], biases])

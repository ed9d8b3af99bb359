"""What each contributor's part is worth, and what share of the revenue that makes.

A training image is worth its exact Shapley value in a 5-nearest-neighbours classifier: what it adds, averaged over all
orders in which the images could have come, to the share of validation images that are classified right. A part is worth
the sum over its images. pyDVL computes the values; what is decided here is what is valued and what becomes of it:

- The first anchored copy of an image is valued, later ones are worth nothing. Left to themselves, Shapley values split
  the worth of an image between its copies, so that whoever copies takes from the one who was first, for no work and at
  no gain to the buyers of the data. The chain knows who was first. (An image that was altered is another image: this
  rule stops copies, not imitations.)
- A part that does harm is worth less than nothing, and gets no share: holders never owe revenue.
- Values are rounded to millionths before anything is divided, so that no platform's last floating-point digit decides
  over a share.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lazai_py._errors import InputError

from .data import Part, first_anchored, fresh_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NEIGHBOURS = 5
TOTAL_SHARE = 10_000
"""Shares are counted in hundredths of a per cent and add up to all of the revenue."""
HEADINGS = ("contributor", "samples", "first anchored", "data value", "share")


@dataclass(frozen=True, slots=True)
class Valuation:
    """What one part is worth.

    Attributes:
        name: whose part it is.
        samples: images in the part.
        fresh: those among them that nobody anchored before.
        value: millionths of validation accuracy that the part adds; negative when it does harm.
        share: the part's share of the revenue, out of `TOTAL_SHARE`; 0 when the value is not positive.
    """

    name: str
    samples: int
    fresh: int
    value: int
    share: int

    def cells(self) -> tuple[str, str, str, str, str]:
        """One row of a table under `HEADINGS`."""
        return (
            self.name,
            str(self.samples),
            str(self.fresh),
            f"{self.value / 10_000:.2f} %",
            f"{self.share / 100:.2f} %",
        )


def appraise(parts: Sequence[Part], validation: Part) -> tuple[Valuation, ...]:
    """Value parts against each other on images that none of them holds.

    Args:
        parts: in the order of anchoring, which decides between copies.
        validation: what the classifier is judged by.

    Raises:
        InputError: no part has a positive value, so there is nothing to share out by.
    """
    fresh = fresh_rows(parts)
    worth = _knn_shapley(first_anchored(parts), validation)
    ends = np.cumsum([rows.sum() for rows in fresh])
    values = [round(math.fsum(own) * 1_000_000) for own in np.split(worth, ends[:-1])]
    return tuple(
        Valuation(part.name, len(part), int(rows.sum()), value, share)
        for part, rows, value, share in zip(parts, fresh, values, shares(values), strict=True)
    )


def shares(values: Sequence[int], *, total: int = TOTAL_SHARE) -> list[int]:
    """Share `total` out in proportion to the positive values, exactly, by largest remainder.

    Args:
        values: any integers; those below zero count as zero.
        total: what the shares add up to.

    Raises:
        InputError: no value is positive.
    """
    positive = [max(value, 0) for value in values]
    whole = sum(positive)
    if not whole:
        raise InputError("no part has a positive value", remedy="Check the parts' labels against the validation set")
    floors = [value * total // whole for value in positive]
    # Among equal remainders the earlier part goes first: `sorted` is stable.
    by_remainder = sorted(range(len(values)), key=lambda index: -(positive[index] * total % whole))
    for index in by_remainder[: total - sum(floors)]:
        floors[index] += 1
    return floors


def _knn_shapley(training: Part, validation: Part) -> NDArray[np.float64]:
    """The exact Shapley value of each training image, in the order given."""
    with warnings.catch_warnings():
        # pyDVL calls deprecated names of its own dependencies while it is imported.
        warnings.simplefilter("ignore", FutureWarning)
        from pydvl.valuation import Dataset, KNNShapleyValuation
    from sklearn.neighbors import KNeighborsClassifier

    # Many images are equally far from another. A k-d tree orders such ties alike on any number of threads; brute force,
    # the default for so many pixels, does not.
    model = KNeighborsClassifier(NEIGHBOURS, algorithm="kd_tree")
    judged = KNNShapleyValuation(model, Dataset(validation.images.astype(float), validation.labels), progress=False)
    fitted = judged.fit(Dataset(training.images.astype(float), training.labels))
    worth: NDArray[np.float64] = fitted.result.values
    return worth

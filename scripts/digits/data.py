"""The handwritten digits of scikit-learn: the parts of eight contributors, and two sets that nobody contributes.

1,257 images are for training, 270 for valuation and 270 held out for the test; no image is in two of the three. Seven
contributors own disjoint parts of the training images, 179 or 180 each. One of the seven has shuffled 40 % of its
labels. The eighth owns nothing: it holds a copy of another's part, and anchors it last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.datasets import load_digits

from lazai_py._errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SEED = 42
TRAINING, VALIDATION, TEST = 1_257, 270, 270
OWNERS = ("ada", "ben", "cleo", "dan", "eve", "finn", "gita")
"""Who owns data, in the order in which the parts are anchored."""
SHUFFLER = "finn"
SHUFFLED_PERCENT = 40
COPIER, COPIED = "hugo", "cleo"

PIXELS = 64
_DARKEST, _HIGHEST_DIGIT = 16, 9
_HEADING = ",".join(["digit", *(f"p{number}" for number in range(PIXELS))])


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some labelled images.

    Attributes:
        name: whose part it is; not a part of its bytes, so a copy has the CID of its original.
        images: one row of 64 brightness values, 0 to 16, for each image of 8 by 8 pixels.
        labels: the digit, 0 to 9, that each image is said to show.
    """

    name: str
    images: Pixels
    labels: Pixels

    def __len__(self) -> int:
        """How many images there are."""
        return len(self.labels)

    def to_bytes(self) -> bytes:
        """The part as CSV in the one spelling `from_bytes` accepts, so that its CID is the same on every platform."""
        rows = np.column_stack([self.labels, self.images]).tolist()
        lines = [_HEADING, *(",".join(map(str, row)) for row in rows)]
        return "".join(f"{line}\n" for line in lines).encode("ascii")

    @classmethod
    def from_bytes(cls, name: str, content: bytes) -> Part:
        """Read a part as `to_bytes` writes it.

        Raises:
            InputError: the content is not that: another heading, a value out of range, another spelling.
        """
        try:
            rows = [[int(cell) for cell in line.split(",")] for line in content.decode("ascii").splitlines()[1:]]
            table = np.array(rows, dtype=np.int64).reshape(len(rows), 1 + PIXELS)
        except (ValueError, OverflowError) as error:
            raise _unreadable(name, str(error)) from None
        if table.min(initial=0) < 0 or (table > [_HIGHEST_DIGIT] + [_DARKEST] * PIXELS).any():
            raise _unreadable(name, "a brightness is not from 0 to 16, or a digit not from 0 to 9")
        part = cls(name, table[:, 1:].astype(np.uint8), table[:, 0].astype(np.uint8))
        if part.to_bytes() != content:
            raise _unreadable(name, "it is not in the spelling that to_bytes writes")
        return part


@dataclass(frozen=True, slots=True, eq=False)
class Digits:
    """Everything the demo works on.

    Attributes:
        parts: what the eight contributors hold, in the order of anchoring.
        validation: what the parts are valued on.
        test: what the network is tested and its consumers' questions are taken from.
    """

    parts: tuple[Part, ...]
    validation: Part
    test: Part


def load(seed: int = SEED) -> Digits:
    """Cut the digits, the same way for the same seed.

    Args:
        seed: any non-negative integer; decides who gets which images and which labels are shuffled.
    """
    chance = np.random.default_rng(seed)
    images, labels = _scikit_digits()
    order = chance.permutation(len(labels))
    training, validation, test = np.split(order, [TRAINING, TRAINING + VALIDATION])
    parts = {
        name: Part(name, images[rows], labels[rows])
        for name, rows in zip(OWNERS, np.array_split(training, len(OWNERS)), strict=True)
    }
    parts[SHUFFLER] = _shuffled(parts[SHUFFLER], chance)
    parts[COPIER] = Part(COPIER, parts[COPIED].images, parts[COPIED].labels)
    return Digits(
        parts=tuple(parts.values()),
        validation=Part("validation", images[validation], labels[validation]),
        test=Part("test", images[test], labels[test]),
    )


def first_anchored(parts: Sequence[Part]) -> Part:
    """All images of some parts, each once: as the part that comes first has it.

    Args:
        parts: in the order of anchoring. An image counts as the same when its pixels are, whatever its label.
    """
    fresh = fresh_rows(parts)
    return Part(
        "first anchored",
        np.concatenate([part.images[rows] for part, rows in zip(parts, fresh, strict=True)]),
        np.concatenate([part.labels[rows] for part, rows in zip(parts, fresh, strict=True)]),
    )


def fresh_rows(parts: Sequence[Part]) -> list[NDArray[np.bool_]]:
    """For each part, which of its images no earlier part has and none of its own earlier rows shows."""
    seen: set[bytes] = set()
    fresh = []
    for part in parts:
        rows = np.zeros(len(part), dtype=np.bool_)
        for number, image in enumerate(part.images):
            rows[number] = image.tobytes() not in seen
            seen.add(image.tobytes())
        fresh.append(rows)
    return fresh


def _scikit_digits() -> tuple[Pixels, Pixels]:
    bundle: Any = load_digits()
    return bundle.data.astype(np.uint8), bundle.target.astype(np.uint8)


def _shuffled(part: Part, chance: np.random.Generator) -> Part:
    """The part with 40 % of its labels dealt out anew among themselves; some fall back where they were."""
    chosen = chance.choice(len(part), len(part) * SHUFFLED_PERCENT // 100, replace=False)
    labels = part.labels.copy()
    labels[chosen] = labels[chance.permutation(chosen)]
    return Part(part.name, part.images, labels)


def _unreadable(name: str, reason: str) -> InputError:
    return InputError(f"the part of {name} cannot be read: {reason}", remedy="Read bytes that Part.to_bytes wrote")

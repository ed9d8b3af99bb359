"""The demo's digits are cut the same way every time, and a part's bytes are its one spelling."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from sklearn.datasets import load_digits

from lazai_py._errors import InputError
from lazai_py.vault import cid_of
from scripts.digits.data import Digits, Part, first_anchored, fresh_rows, load


@pytest.fixture(scope="module")
def digits() -> Digits:
    """The digits as the demo cuts them."""
    return load()


def images_of(part: Part) -> set[bytes]:
    """The images of a part, as values that can be compared."""
    return {image.tobytes() for image in part.images}


def test_every_image_has_one_place(digits: Digits) -> None:
    """All 1,797 images are used; seven parts, validation and test have none in common."""
    places = [*digits.parts[:-1], digits.validation, digits.test]

    assert [len(place) for place in places] == [180, 180, 180, 180, 179, 179, 179, 270, 270]
    assert all(images_of(one).isdisjoint(images_of(other)) for one, other in combinations(places, 2))
    assert len(set().union(*map(images_of, places))) == 1_797


def test_one_contributor_holds_a_copy(digits: Digits) -> None:
    """The eighth part is the third's, to the byte, under another name; so both have one CID."""
    original, copy = digits.parts[2], digits.parts[7]

    assert (original.name, copy.name) == ("cleo", "hugo")
    assert copy.to_bytes() == original.to_bytes()


def test_one_contributor_shuffled_two_fifths_of_its_labels(digits: Digits) -> None:
    """71 labels are dealt out anew: at most as many are wrong, the digits stay as frequent, nobody else's change."""
    bundle = load_digits()
    truth = {image.astype(np.uint8).tobytes(): label for image, label in zip(bundle.data, bundle.target, strict=True)}
    wrong = {
        part.name: sum(truth[image.tobytes()] != label for image, label in zip(part.images, part.labels, strict=True))
        for part in (*digits.parts, digits.validation, digits.test)
    }
    finn = digits.parts[5]

    assert {name for name, count in wrong.items() if count} == {"finn"}
    assert 0.8 * 71 <= wrong["finn"] <= 71
    assert sorted(finn.labels) == sorted(truth[image.tobytes()] for image in finn.images)


def test_the_seed_decides() -> None:
    """The same seed gives the same bytes, another seed other bytes."""
    bytes_of = [[part.to_bytes() for part in load(seed).parts] for seed in (7, 7, 8)]

    assert bytes_of[0] == bytes_of[1]
    assert bytes_of[0] != bytes_of[2]


def test_a_part_has_the_same_cid_everywhere(digits: Digits) -> None:
    """The name of the first contributor's part is pinned: it may depend on neither platform nor library."""
    part = digits.parts[0]

    assert str(cid_of(part.to_bytes())) == "bafkreiebizxr7dcw7kpq3sxbn7pqkmvnoicd5ecmz27x3iftkke7nqvns4"


def test_a_part_survives_its_bytes(digits: Digits) -> None:
    """What is read back has the same images and labels."""
    part = digits.parts[5]

    again = Part.from_bytes("finn", part.to_bytes())

    assert again.name == "finn"
    assert np.array_equal(again.images, part.images)
    assert np.array_equal(again.labels, part.labels)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"digit,", b"label,"),
        (b"\n5,", b"\n 5,"),
        (b"\n5,", b"\n10,"),
        (b"\n5,", b"\n-5,"),
        (b"\n5,", b"\n5.0,"),
        (b",16,", b",17,"),
        (b",16,", b",272,"),
        (b",16,", b",99999999999999999999,"),
        (b",16,", b","),
        (b",16,", b",\xc2\xb2,"),
        (b"\n", b"\r\n"),
    ],
)
def test_bytes_in_another_spelling_are_refused(digits: Digits, old: bytes, new: bytes) -> None:
    """One part has one spelling, or it would have many CIDs; nothing is wrapped or guessed."""
    content = digits.parts[0].to_bytes()
    assert old in content

    with pytest.raises(InputError, match="the part of ada cannot be read"):
        Part.from_bytes("ada", content.replace(old, new, 1))


def test_the_first_to_anchor_an_image_has_it(digits: Digits) -> None:
    """All of the copy is stale wherever it stands; of two copies the later one is."""
    original, copy = digits.parts[2], digits.parts[7]
    backwards = Part("backwards", copy.images[::-1], copy.labels[::-1])

    assert [int(rows.sum()) for rows in fresh_rows(digits.parts)] == [180, 180, 180, 180, 179, 179, 179, 0]
    assert [int(rows.sum()) for rows in fresh_rows([copy, original])] == [180, 0]
    assert [int(rows.sum()) for rows in fresh_rows([original, backwards])] == [180, 0]


def test_an_image_with_another_label_is_still_a_copy(digits: Digits) -> None:
    """Whoever relabels an image has not drawn it."""
    original = digits.parts[0]
    relabelled = Part("relabelled", original.images, (original.labels + np.uint8(1)) % np.uint8(10))

    assert not fresh_rows([original, relabelled])[1].any()


def test_an_image_that_a_part_repeats_counts_once() -> None:
    """A part cannot grow by repeating itself."""
    image = np.arange(64, dtype=np.uint8) % 17
    part = Part("twice", np.stack([image, image]), np.array([1, 1], dtype=np.uint8))

    assert fresh_rows([part])[0].tolist() == [True, False]


def test_training_sees_every_image_once(digits: Digits) -> None:
    """The 1,437 anchored samples are 1,257 images, in the order of anchoring."""
    training = first_anchored(digits.parts)

    assert sum(map(len, digits.parts)) == 1_437
    assert len(training) == len(images_of(training)) == 1_257
    assert np.array_equal(training.labels[:180], digits.parts[0].labels)

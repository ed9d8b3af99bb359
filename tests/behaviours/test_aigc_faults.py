"""What is wrong with the published reference of ERC-7007: each fault, tried on ours."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import chain

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.aigc_token import AigcToken, Draft
from lazai_py._types import keccak
from tests.behaviours.works import (
    CHALLENGED,
    CONTENT,
    FEE,
    FINAL,
    FORGED,
    OPTIMISTIC,
    OVERTURNED,
    PENDING,
    PROMPT,
    PROVE,
    SALT,
    TOKEN_ID,
    UNPROVEN,
    Works,
)
from tests.behaviours.world import World

SVG = "{http://www.w3.org/2000/svg}"
INJECTIONS = [
    b'", "image": "https://evil.example/x.png", "prompt": "',
    b"back\\slash \\u0022 and \\",
    bytes(range(32)) + b"\x7f",
    b"</text><script>alert(1)</script>",
    b"]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>&e;&amp;",
    "\u202e \ufffe\uffff Z\u00fcrich \u6771\u4eac \U0001f5bc \u0000".encode(),
    b'"}',
    b"'\"><img onerror=x>",
]


@pytest.fixture
def works(w: World) -> Works:
    """A collection whose model offers all three ways."""
    return Works(w)


def test_it_answers_for_the_ids_of_the_standard(works: Works) -> None:
    """There `supportsInterface` is false for its own ids."""
    ids = ("702c55a6", "fa1a557a", "3f37dce2", "80ac58cd", "5b5e139f", "2a55205a", "01ffc9a7")
    assert all(works.token.supports_interface(bytes.fromhex(each)) for each in ids)
    assert not works.token.supports_interface(bytes.fromhex("ffffffff"))


def test_a_prompt_that_was_never_minted_does_not_verify(w: World, works: Works) -> None:
    """There the request with id 0 makes it verify; here not even a final result of the bonds does."""
    works.mint(w.alice, prompt=b"the first token of the collection")
    works.say(FINAL)
    assert not works.token.verify(PROMPT, CONTENT, OPTIMISTIC)
    assert not works.token.verify(PROMPT, b"", OPTIMISTIC)


def test_a_stranger_cannot_bind_a_token_anew(w: World, works: Works) -> None:
    """There strangers add data to anybody's token, and re-bind the first; here not even a true proof helps."""
    works.mint(w.alice)
    works.prove(FORGED)
    for proof in (OPTIMISTIC, PROVE):
        add = works.token.add_aigc_data(TOKEN_ID, PROMPT, FORGED, proof)
        w.stranger.is_refused(add, errors.NotTokenOwner(TOKEN_ID, w.stranger.address, w.alice.address))
    w.stranger.is_refused(works.token.update(PROMPT, FORGED), errors.NotOverturned(TOKEN_ID, UNPROVEN))


def test_data_of_one_prompt_is_not_added_to_another_token(w: World, works: Works) -> None:
    """There `addAigcData` does not compare the prompt with the token."""
    other = b"another prompt"
    works.mint(w.alice)
    works.prove(prompt=other)
    add = works.token.add_aigc_data(TOKEN_ID, other, CONTENT, PROVE)
    w.alice.is_refused(add, errors.WrongPrompt(TOKEN_ID, int.from_bytes(keccak(other), "big")))


@pytest.mark.parametrize("shift", [1, 3, len(CONTENT)])
def test_one_proof_mints_one_token(w: World, works: Works, shift: int) -> None:
    """There prompt and content are packed without their lengths, so moving the border mints two more tokens."""
    works.prove()
    works.mint(w.alice, proof=PROVE)
    prompt, content = PROMPT + CONTENT[:shift], CONTENT[shift:]
    again = works.token.mint(w.alice, Draft(prompt, content, PROVE, stored=False), pay=FEE)
    w.alice.is_refused(again, errors.NotVerified(int.from_bytes(keccak(prompt), "big"), PROVE[0]))


def test_a_proof_of_one_collection_mints_nothing_in_another(w: World, works: Works) -> None:
    """What a proof is about has the collection in it."""
    works.prove()
    other = works.collect(name="Another")
    draft = Draft(PROMPT, CONTENT, PROVE, stored=False)
    w.alice.is_refused(other.mint(w.alice, draft, pay=FEE), errors.NotVerified(TOKEN_ID, PROVE[0]))


def test_a_word_is_no_proof(w: World, works: Works) -> None:
    """There the word "valid" is one."""
    for word in (b"\0valid", b"\1true", b"\1\1"):
        draft = Draft(PROMPT, CONTENT, word, stored=False)
        w.alice.is_refused(works.token.mint(w.alice, draft, pay=FEE), errors.NotVerified(TOKEN_ID, word[0]))
    draft = Draft(PROMPT, CONTENT, b"valid", stored=False)
    w.alice.is_refused(works.token.mint(w.alice, draft, pay=FEE), errors.UnknownWay(ord("v")))


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_stays_text_in_the_metadata(w: World, works: Works, text: bytes) -> None:
    """There a quotation mark in a prompt rewrites the metadata; here prompt, content and terms stay themselves."""
    words = text.decode()
    works.token = works.collect(name=words, description=words, aigc_type=words)
    works.mint(w.alice, prompt=text, content=text, stored=True)
    metadata = works.metadata(works.token.token_id(text))
    assert metadata["prompt"] == metadata["aigc_data"] == metadata["description"] == metadata["aigc_type"] == words
    assert metadata["name"].startswith(f"{words} #")
    assert metadata["image"].startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_stays_text_in_the_picture(w: World, works: Works, text: bytes) -> None:
    """The picture is well-formed, and has no element but those that the contract draws."""
    works.token = works.collect(name=text.decode())
    works.mint(w.alice, prompt=text, content=text * 30, stored=True)
    root = ET.fromstring(works.image(works.token.token_id(text)))
    assert {element.tag for element in root.iter()} == {SVG + tag for tag in ("svg", "rect", "g", "text")}
    names = set(chain.from_iterable(element.attrib for element in root.iter()))
    assert not {name for name in names if name.startswith("on") or "href" in name}


def test_a_content_that_is_no_text_is_shown_in_hexadecimal(w: World, works: Works) -> None:
    """So the metadata stays JSON whatever a model puts out."""
    works.mint(w.alice, content=b"\xff\x00\xfe", stored=True)
    assert works.metadata()["aigc_data"] == "0xff00fe"
    assert b"0xff00fe" in works.image()


def test_a_content_is_drawn_in_lines_and_cut(w: World, works: Works) -> None:
    """Eight lines of 22 characters, and three dots where more would come."""
    works.mint(w.alice, content="0123456789äöü".encode() * 20, stored=True)
    [_, lines, _] = ET.fromstring(works.image()).findall(f"{SVG}g/*")
    texts = [line.text or "" for line in lines]
    assert [len(each) for each in texts] == [22] * 7 + [23]
    assert texts[0] == "0123456789äöü012345678"
    assert texts[-1].endswith("…")


def test_a_work_that_is_not_stored_has_its_hashes_in_the_metadata(w: World, works: Works) -> None:
    """So a reader can check what the event says."""
    works.mint(w.alice)
    metadata = works.metadata()
    assert (metadata["prompt"], metadata["aigc_data"]) == ("", "")
    assert metadata["prompt_hash"] == f"0x{keccak(PROMPT).hex()}"
    assert metadata["aigc_data_hash"] == f"0x{keccak(CONTENT).hex()}"


def test_everyone_sees_how_far_a_work_has_come(w: World, works: Works) -> None:
    """Unproven, pending, challenged, final and overturned works differ in the view and in the metadata."""
    works.mint(w.alice)
    names = {PENDING: "pending", CHALLENGED: "challenged", OVERTURNED: "overturned", FINAL: "final"}
    for status, name in {UNPROVEN: "unproven", **names}.items():
        works.say(status)
        assert works.token.status_of(TOKEN_ID) == status
        assert works.metadata()["status"] == name
        assert {"trait_type": "Status", "value": name} in works.metadata()["attributes"]
        assert f" · {name} by fraud proof".encode() in works.image()


def test_a_prompt_in_the_mempool_is_not_taken(w: World, works: Works) -> None:
    """There whoever pays more for gas has the token; here who committed before has it in the end."""
    commitment = works.token.commitment_of(w.alice, PROMPT, SALT)
    w.alice.does(works.token.commit(commitment))
    works.mint(w.stranger, content=FORGED)
    w.alice.does(works.token.reveal(SALT, w.alice, Draft(PROMPT, CONTENT, OPTIMISTIC, stored=False), pay=FEE))
    assert works.token.owner_of(TOKEN_ID) == w.alice.address
    assert works.token.work_of(TOKEN_ID).content_hash == keccak(CONTENT)


def test_the_models_commitment_is_part_of_what_is_proven(w: World, works: Works) -> None:
    """There it is checked nowhere; here another version's proof is none."""
    works.prove()
    version = works.registry.model_of(works.model)
    other = type(version)(keccak(b"other weights"), *[getattr(version, each) for each in list(version.__slots__)[1:]])
    w.controller.does(works.registry.register(other))
    works.model += 1
    token: AigcToken = works.collect()
    assert token.model_commitment() == keccak(b"other weights")
    draft = Draft(PROMPT, CONTENT, PROVE, stored=False)
    w.alice.is_refused(token.mint(w.alice, draft, pay=FEE), errors.NotVerified(TOKEN_ID, PROVE[0]))
    assert not token.verify(PROMPT, CONTENT, PROVE)

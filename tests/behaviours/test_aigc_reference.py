"""The twelve behaviours that the published reference of ERC-7007 tests: five under validity proofs, five under fraud
proofs, two of its enumeration. Here each must hold for the reason that the standard gives."""

from __future__ import annotations

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.aigc_token import AigcData, ContentPublished, Draft, Transfer
from lazai_py._types import NATIVE, keccak
from tests.behaviours.works import CONTENT, FEE, FORGED, OPTIMISTIC, PENDING, PROMPT, PROVE, REEXECUTE, TOKEN_ID, Works
from tests.behaviours.works import FINAL as IS_FINAL
from tests.behaviours.world import World


@pytest.fixture
def works(w: World) -> Works:
    """A collection whose model offers all three ways."""
    return Works(w)


# --- under a validity proof ---


@pytest.mark.parametrize("proof", [REEXECUTE, PROVE])
def test_a_proven_work_is_minted(w: World, works: Works, proof: bytes) -> None:
    """1: the minter owns it, and it is final."""
    works.prove(proof=proof)
    works.mint(w.alice, proof=proof)
    assert (works.token.balance_of(w.alice), works.token.owner_of(TOKEN_ID)) == (1, w.alice.address)
    assert works.token.status_of(TOKEN_ID) == IS_FINAL


@pytest.mark.parametrize("proof", [REEXECUTE, PROVE, b"\1invalid"])
def test_a_work_whose_proof_fails_is_not_minted(w: World, works: Works, proof: bytes) -> None:
    """2: the verifier does not say yes, so nothing is minted."""
    draft = Draft(PROMPT, FORGED, proof, stored=False)
    refused = errors.NotVerified(TOKEN_ID, proof[0])
    w.alice.is_refused(works.token.mint(w.alice, draft, pay=FEE), refused)
    assert works.token.balance_of(w.alice) == 0


def test_a_proven_prompt_is_minted_once(w: World, works: Works) -> None:
    """3: the same data a second time is refused, whoever brings it."""
    works.prove()
    works.mint(w.alice, proof=PROVE)
    again = works.token.mint(w.bob, Draft(PROMPT, CONTENT, PROVE, stored=False), pay=FEE)
    w.bob.is_refused(again, errors.AlreadyMinted(TOKEN_ID, w.alice.address))


def test_a_proven_mint_is_announced_as_the_final_text_says(w: World, works: Works) -> None:
    """4: `AigcData` has three indexed arguments, two of them hashes; another event has both readable."""
    works.prove()
    sent = works.mint(w.alice, proof=PROVE)
    assert sent.only(AigcData) == AigcData(TOKEN_ID, keccak(PROMPT), keccak(CONTENT), PROVE)
    assert sent.only(ContentPublished) == ContentPublished(TOKEN_ID, PROMPT, CONTENT)
    assert sent.only(Transfer) == Transfer(NATIVE, w.alice.address, TOKEN_ID)
    topic = keccak(b"AigcData(uint256,bytes,bytes,bytes)")
    [log] = [log for log in sent.receipt.logs if log.topics[0] == topic]
    assert log.topics[1:] == (TOKEN_ID.to_bytes(32, "big"), keccak(PROMPT), keccak(CONTENT))


def test_a_proven_work_has_its_metadata_on_the_chain(w: World, works: Works) -> None:
    """5: the fields of the standard's schema, with `validity` as the type of proof."""
    works.prove()
    works.mint(w.alice, proof=PROVE, stored=True)
    metadata = works.metadata()
    assert metadata["proof_type"] == "validity"
    assert (metadata["prompt"], metadata["aigc_data"]) == (PROMPT.decode(), CONTENT.decode())
    assert metadata["aigc_type"] == "text/plain"
    assert {"name", "description", "image"} <= metadata.keys()


# --- enumeration ---


def test_the_token_is_found_by_its_prompt(works: Works) -> None:
    """6: `tokenId` is the hash of the prompt."""
    assert works.token.token_id(PROMPT) == TOKEN_ID == int.from_bytes(keccak(PROMPT), "big")


def test_the_prompt_is_found_by_its_token(w: World, works: Works) -> None:
    """7: of a work that is stored; of another one the contract says that it is not."""
    works.mint(w.alice)
    with pytest.raises(errors.WorkNotStored):
        works.token.prompt(TOKEN_ID)
    w.bob.does(works.token.store(PROMPT, CONTENT))
    assert works.token.prompt(TOKEN_ID) == PROMPT.decode()


# --- under a fraud proof ---


def test_an_unproven_work_is_minted(w: World, works: Works) -> None:
    """8: before it is final, and it says so."""
    works.mint(w.alice)
    assert works.token.balance_of(w.alice) == 1
    assert works.token.status_of(TOKEN_ID) != IS_FINAL
    assert not works.token.verify(PROMPT, CONTENT, OPTIMISTIC)


def test_a_finalized_work_verifies(w: World, works: Works) -> None:
    """9: once its time is over, and not before."""
    works.mint(w.alice)
    works.say(PENDING)
    assert not works.token.verify(PROMPT, CONTENT, OPTIMISTIC)
    works.say(IS_FINAL)
    assert works.token.verify(PROMPT, CONTENT, OPTIMISTIC)
    assert not works.token.verify(PROMPT, FORGED, OPTIMISTIC)


def test_an_unproven_prompt_is_minted_once(w: World, works: Works) -> None:
    """10: also with another content."""
    works.mint(w.alice)
    again = works.token.mint(w.bob, Draft(PROMPT, FORGED, OPTIMISTIC, stored=False), pay=FEE)
    w.bob.is_refused(again, errors.AlreadyMinted(TOKEN_ID, w.alice.address))


def test_an_unproven_mint_is_announced(w: World, works: Works) -> None:
    """11: by the same events, with an empty proof."""
    sent = works.mint(w.alice)
    assert sent.only(AigcData) == AigcData(TOKEN_ID, keccak(PROMPT), keccak(CONTENT), OPTIMISTIC)
    assert sent.only(ContentPublished) == ContentPublished(TOKEN_ID, PROMPT, CONTENT)


def test_an_unproven_work_has_its_metadata_on_the_chain(w: World, works: Works) -> None:
    """12: with `fraud` as the type of proof, and with how far it has come."""
    works.mint(w.alice, stored=True)
    assert (works.metadata()["proof_type"], works.metadata()["status"]) == ("fraud", "unproven")
    works.say(IS_FINAL)
    assert works.metadata()["status"] == "final"

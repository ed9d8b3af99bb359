"""Works are minted, verified and shown in a line each, in all three ways; what is forged is not."""

from __future__ import annotations

import pytest

from lazai_py import LazAI
from lazai_py._errors import NotProvable
from lazai_py._types import NATIVE, Wei, ether
from lazai_py.aigc import Collection, Status
from lazai_py.dat import DatClass
from lazai_py.disputes import Watcher
from lazai_py.errors import (
    AlreadyMinted,
    InputError,
    NotOverturned,
    NotTokenOwner,
    NotVerified,
    StillYielding,
    UnknownToken,
    WayNotOffered,
    WorkNotStored,
    WrongContent,
)
from lazai_py.models import ModelVersion, Way
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import install
from tests.proofs.fixtures import fixtures, prover

SMALL = IntegerNetwork.of([[[1, 2], [3, -4]]], [[0, 5]], [])
PROMPT = SMALL.prompt([[1, 2], [7, 0]])
DIGIT = fixtures()[0].statement.prompt


@pytest.fixture
def small(lz: LazAI, cls: DatClass, carol: LazAI) -> ModelVersion:
    """A small model that offers re-execution and fraud proofs, and is installed; its revenue is Carol's."""
    lz.models.install(SMALL)
    verifiers = {Way.REEXECUTION: lz.models.reexecution.address, Way.FRAUD: lz.fraud_proofs.contract.address}
    return lz.models.register(SMALL, cls=cls, revenue=carol, verifiers=verifiers)


@pytest.fixture
def digits(lz: LazAI, cls: DatClass, carol: LazAI) -> ModelVersion:
    """The network that the committed key proves, with all three ways."""
    lz.models.install(prover().network)
    verifiers = {
        Way.REEXECUTION: lz.models.reexecution.address,
        Way.PROOF: install(lz.sender, prover().key),
        Way.FRAUD: lz.fraud_proofs.contract.address,
    }
    return lz.models.register(prover().network, cls=cls, revenue=carol, verifiers=verifiers)


def another_label(content: str) -> str:
    """A content that the network does not answer."""
    return f"{(int(content[0], 16) + 1) % 10:x}{content[1:]}"


# --- minting ---


def test_a_work_is_minted_in_one_line(lz: LazAI, alice: LazAI, small: ModelVersion) -> None:
    """The network answers, the chain computes it again, and the work is final."""
    work = alice.aigc.mint(small, PROMPT)
    assert (work.owner(), work.status(), work.way()) == (alice.address, Status.FINAL, Way.REEXECUTION)
    assert (work.prompt(), work.content()) == (PROMPT, SMALL.answer(PROMPT).encode())
    assert work.verify()
    assert lz.aigc.verify(small, PROMPT, SMALL.answer(PROMPT))
    assert lz.aigc.verify(small, PROMPT, SMALL.answer(PROMPT), how="reexecute")
    assert not lz.aigc.verify(small, PROMPT, another_label(SMALL.answer(PROMPT)), how="reexecute")
    assert lz.aigc.token(small, PROMPT) == lz.aigc.token(small, work.id) == work
    [collection] = lz.aigc.collections(small)
    assert collection.works() == [work]


def test_a_forged_work_is_refused(alice: LazAI, small: ModelVersion) -> None:
    """Before anything is sent, with the contract's own error."""
    with pytest.raises(NotVerified) as refused:
        alice.aigc.mint(small, PROMPT, another_label(SMALL.answer(PROMPT)))
    assert refused.value.way == Way.REEXECUTION
    assert alice.aigc.status(small, PROMPT) is Status.UNKNOWN


def test_a_prompt_is_minted_once(alice: LazAI, bob: LazAI, small: ModelVersion) -> None:
    """Whoever asks first has it."""
    alice.aigc.mint(small, PROMPT)
    with pytest.raises(AlreadyMinted) as refused:
        bob.aigc.mint(small, PROMPT)
    assert refused.value.owner == alice.address


def test_a_protected_mint_commits_first(lz: LazAI, alice: LazAI, bob: LazAI, small: ModelVersion) -> None:
    """It takes two transactions, and the work can move at once; one that was minted in one step cannot."""
    collection = lz.aigc.collection(small)
    before = lz.engine.nonce(alice.address)
    work = alice.aigc.mint(collection, PROMPT, protect=True)
    assert lz.engine.nonce(alice.address) == before + 2
    work.transfer(bob)
    assert work.owner() == bob.address
    other = alice.aigc.mint(collection, SMALL.prompt([[5, 5]]))
    with pytest.raises(StillYielding):
        other.transfer(bob)


def test_a_mint_is_planned(alice: LazAI, small: ModelVersion) -> None:
    """The plan has gas and events, or the contract's refusal; nothing is sent."""
    collection = alice.aigc.collection(small)
    plan = collection.minting(PROMPT).plan(alice.address)
    assert plan.ok
    assert plan.gas is not None
    refused = collection.minting(PROMPT, "f").plan(alice.address)
    assert isinstance(refused.failure, NotVerified)
    assert collection.status(PROMPT) is Status.UNKNOWN


def test_a_way_that_is_not_offered_or_not_known_is_refused(alice: LazAI, small: ModelVersion) -> None:
    """By the contract, or before it is asked."""
    with pytest.raises(WayNotOffered):
        alice.aigc.mint(small, PROMPT, how="proof", proof=b"proof")
    with pytest.raises(InputError, match="made by a prover"):
        alice.aigc.mint(small, PROMPT, how="proof")
    with pytest.raises(InputError, match="'guess' is no way"):
        alice.aigc.mint(small, PROMPT, how="guess")


# --- the other two ways ---


def test_a_work_is_minted_by_a_proof(alice: LazAI, digits: ModelVersion) -> None:
    """The proof is made on the way; none can be made of a forged content, and another statement's does not hold."""
    forged = another_label(prover().network.answer(DIGIT))
    with pytest.raises(NotProvable):
        alice.aigc.mint(digits, DIGIT, forged, how="proof", prover=prover())
    with pytest.raises(NotVerified):
        alice.aigc.mint(digits, DIGIT, how="proof", proof=fixtures()[0].proof)
    work = alice.aigc.mint(digits, DIGIT, how="proof", prover=prover())
    assert (work.status(), work.way(), work.metadata()["proof_type"]) == (Status.FINAL, Way.PROOF, "validity")


def test_a_bonded_work_becomes_final(lz: LazAI, alice: LazAI, small: ModelVersion) -> None:
    """Once its window has passed, and the bond comes back."""
    collection = alice.aigc.collection(small)
    work = collection.mint(PROMPT, how="optimistic")
    assert (work.status(), work.verify(), work.metadata()["proof_type"]) == (Status.PENDING, False, "fraud")
    lz.chain.mine(collection.fraud_proofs.window + 1)
    assert (work.status(), work.verify()) == (Status.FINAL, True)
    before = alice.balance()
    collection.fraud_proofs.prover(SMALL).step()
    assert alice.balance() > before


def test_a_forged_bonded_work_is_overturned(lz: LazAI, alice: LazAI, bob: LazAI, small: ModelVersion) -> None:
    """A watcher refutes it and is paid from the forger's bond; the truth is installed, and has a window of its own."""
    forged, truth = another_label(SMALL.answer(PROMPT)), SMALL.answer(PROMPT)
    collection = alice.aigc.collection(small)
    work = collection.mint(PROMPT, forged, how="optimistic")
    with pytest.raises(NotOverturned):
        bob.aigc.token(collection, PROMPT).update(truth)
    watcher = bob.watch(SMALL)
    play(watcher, lz)
    assert (work.status(), work.verify()) == (Status.OVERTURNED, False)
    assert work.metadata()["status"] == "overturned"
    bond = collection.fraud_proofs.bond.raw
    assert lz.engine.balance(collection.fraud_proofs.contract.address) == bond - bond // 2

    bobs = bob.aigc.at(collection.address)
    bobs.propose(PROMPT)
    bobs.work(PROMPT).update(truth)
    assert (work.owner(), work.content(), work.status()) == (alice.address, truth.encode(), Status.PENDING)
    lz.chain.mine(collection.fraud_proofs.window + 1)
    assert (work.status(), work.verify()) == (Status.FINAL, True)


def play(watcher: Watcher, lz: LazAI) -> None:
    """The watcher challenges, and the forger, who can answer nothing, lets its time run out."""
    done: list[str] = []
    while done[-1:] != ["collect"]:
        acts = watcher.step()
        assert all(act.refusal is None for act in acts)
        done += [act.intent.function.name for act in acts]
        if not acts:
            lz.chain.mine(10)


# --- money ---


def test_fees_and_royalties_reach_those_behind_the_model(
    lz: LazAI, alice: LazAI, bob: LazAI, carol: LazAI, small: ModelVersion
) -> None:
    """A mint is paid in the native coin and split by the terms; a resale's royalty is the model's."""
    collection = alice.aigc.collection(small, creator=bob, mint_fee=ether("0.1"), creator_bps=2_500, royalty_bps=750)
    work = alice.aigc.mint(collection, PROMPT)
    assert collection.owed(bob) == ether("0.025")
    before = carol.balance()
    assert lz.aigc.at(collection.address).pay_out() == ether("0.075")
    assert carol.balance() - before == ether("0.075")
    assert (collection.pay_out(bob), collection.owed(bob)) == (ether("0.025"), Wei(0))
    assert work.royalty(10**18) == (carol.address, 75 * 10**15)


# --- collections ---


def test_collections_are_found_by_what_they_are_made_of(lz: LazAI, alice: LazAI, small: ModelVersion) -> None:
    """The same terms are the same collection, whoever asks; other terms another one."""
    usual = lz.aigc.collection(small)
    assert alice.aigc.collection(small.id) == usual == lz.aigc.create(small)
    assert (usual.terms.name, usual.terms.creator, usual.model) == ("Works of model 1", NATIVE, small)
    other = alice.aigc.collection(small, name="Others")
    assert lz.aigc.collections(small) == [usual, other]
    assert lz.aigc.find(small, name="Nobody's") is None


def test_a_model_without_a_collection_has_no_works(lz: LazAI, small: ModelVersion) -> None:
    """Reading makes nothing."""
    with pytest.raises(InputError, match="model 1 has no collection on the usual terms"):
        lz.aigc.status(small, PROMPT)


# --- what a work shows ---


def test_a_work_is_shown_in_a_notebook(alice: LazAI, small: ModelVersion) -> None:
    """As an image, in which no script runs, with prompt and content beside it, as text."""
    collection: Collection = alice.aigc.collection(small, name="<b>Bold</b>")
    work = collection.mint(PROMPT)
    html = work._repr_html_()
    assert '<img width="300"' in html
    assert "data:image/svg+xml;base64," in html
    assert "<b>" not in html
    assert (PROMPT in html, SMALL.answer(PROMPT) in html, "final" in html) == (True, True, True)
    assert work.svg().startswith("<svg ")


def test_a_work_is_stored_later(alice: LazAI, bob: LazAI, small: ModelVersion) -> None:
    """Anyone pays for it; from then on the chain itself answers prompt and content."""
    work = alice.aigc.mint(small, PROMPT)
    with pytest.raises(WorkNotStored):
        work.contract.prompt(work.id)
    assert not work.is_stored()
    assert work.metadata()["prompt"] == PROMPT
    bob.aigc.token(small, PROMPT).store()
    assert work.is_stored()
    assert work.contract.prompt(work.id) == PROMPT
    assert SMALL.answer(PROMPT) in work.svg()


def test_what_was_never_minted_is_unknown(lz: LazAI, small: ModelVersion) -> None:
    """The status says so, and everything else raises."""
    work = lz.aigc.token(lz.aigc.collection(small), PROMPT)
    assert work.status() is Status.UNKNOWN
    for read in (work.owner, work.way, work.prompt, work.verify, work.metadata, work.svg):
        with pytest.raises(UnknownToken):
            read()


def test_refusals_of_strangers_are_decoded(alice: LazAI, bob: LazAI, small: ModelVersion) -> None:
    """With the values that failed."""
    work = alice.aigc.mint(small, PROMPT)
    with pytest.raises(NotTokenOwner) as refused:
        work.contract.add_aigc_data(work.id, PROMPT.encode(), b"0", b"\0").send(bob.sender)
    assert (refused.value.token_id, refused.value.caller, refused.value.owner) == (work.id, bob.address, alice.address)
    with pytest.raises(WrongContent):
        work.contract.store(PROMPT.encode(), b"0").send(bob.sender)

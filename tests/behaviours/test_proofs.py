"""Proofs: a statement about a token needs the word of its owner or of the class's controller, for exactly that."""

from __future__ import annotations

from typing import Any

import pytest

from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken, ProofAdded
from lazai_py._types import keccak
from tests.behaviours.world import Actor, World

QUALITY, OTHER = keccak(b"quality"), keccak(b"other")
URI = "ipfs://proof"
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
TYPES = {
    "AddProof": [
        {"name": "tokenId", "type": "uint256"},
        {"name": "proofType", "type": "bytes32"},
        {"name": "uri", "type": "string"},
    ]
}


def signed(
    dat: DataAnchoringToken, signer: Actor, token: int, kind: bytes = QUALITY, uri: str = URI, **domain: Any
) -> bytes:
    """A signature over a proof, in the contract's domain but for what `domain` changes."""
    own = dat.eip712_domain()
    whole = {
        "name": own.name,
        "version": own.version,
        "chainId": own.chain_id,
        "verifyingContract": own.verifying_contract,
    }
    message = {"tokenId": token, "proofType": kind, "uri": uri}
    return signer.account.sign_typed_data(whole | domain, TYPES, message)


def test_the_domain_says_what_a_signature_is_bound_to(w: World) -> None:
    """Section 4: chain and contract, by EIP-5267."""
    domain = w.dat.eip712_domain()
    assert (domain.name, domain.version) == ("DataAnchoringToken", "1")
    assert (domain.chain_id, domain.verifying_contract) == (w.engine.chain_id(), w.dat.address)
    assert domain.fields == b"\x0f"


def test_the_controller_needs_no_signature(w: World) -> None:
    """Section 4: its transaction is its word."""
    token = w.mint(w.alice)
    assert w.dat.proof_added_at(token, QUALITY, URI) == 0
    sent = w.controller.does(w.dat.add_proof(token, QUALITY, URI, b""))
    assert sent.events == (ProofAdded(token, QUALITY, URI, b""),)
    assert w.dat.proof_added_at(token, QUALITY, URI) == w.now


@pytest.mark.parametrize("name", ["alice", "controller"])
def test_anyone_brings_the_word_of_owner_or_controller(w: World, name: str) -> None:
    """Section 4: a relayer pays, the signature is in the event."""
    token = w.mint(w.alice)
    signer = next(actor for actor in w.actors if actor.name == name)
    signature = signed(w.dat, signer, token)
    sent = w.stranger.does(w.dat.add_proof(token, QUALITY, URI, signature))
    assert sent.events == (ProofAdded(token, QUALITY, URI, signature),)


def test_nobody_else_can_vouch(w: World) -> None:
    """Section 4: not a stranger, a minter, an operator of either kind; and not the owner without a signature."""
    token = w.mint(w.alice)
    w.controller.does(w.dat.set_minter(1, w.bob, True))
    w.alice.does(w.dat.approve_for_class(1, w.carol, True))
    w.alice.does(w.dat.set_approval_for_all(w.carol, True))
    refusal = errors.InvalidProofSignature(token, QUALITY, URI)
    for actor in (w.bob, w.carol, w.stranger):
        w.payer.is_refused(w.dat.add_proof(token, QUALITY, URI, signed(w.dat, actor, token)), refusal)
        actor.is_refused(w.dat.add_proof(token, QUALITY, URI, b""), refusal)
    w.alice.is_refused(w.dat.add_proof(token, QUALITY, URI, b""), refusal)


def test_a_signature_is_for_one_proof_of_one_token(w: World) -> None:
    """Peer faults B3 and B10: another type, URI or token needs another signature, the same owner's included."""
    token, second = w.mint(w.alice), w.mint(w.alice)
    signature = signed(w.dat, w.alice, token)
    for other in ((second, QUALITY, URI), (token, OTHER, URI), (token, QUALITY, "ipfs://other"), (token, QUALITY, "")):
        w.stranger.is_refused(w.dat.add_proof(*other, signature), errors.InvalidProofSignature(*other))


def test_a_signature_is_for_one_contract_and_one_chain(w: World) -> None:
    """Peer fault B4: no replay elsewhere, nor of what was signed for elsewhere."""
    token = w.mint(w.alice)
    refusal = errors.InvalidProofSignature(token, QUALITY, URI)
    twin = w.deploy_dat()
    w.controller.does(twin.create_class("ipfs://m", QUALITY, 0, "ipfs://p"))
    w.controller.does(twin.mint(1, w.alice, 0, 0, 0))
    here = signed(w.dat, w.alice, token)
    w.stranger.is_refused(twin.add_proof(token, QUALITY, URI, here), refusal)
    w.stranger.does(twin.add_proof(token, QUALITY, URI, signed(twin, w.alice, token)))
    for elsewhere in (
        signed(twin, w.alice, token),
        signed(w.dat, w.alice, token, chainId=1),
        signed(w.dat, w.alice, token, name="Another"),
        signed(w.dat, w.alice, token, version="2"),
    ):
        w.stranger.is_refused(w.dat.add_proof(token, QUALITY, URI, elsewhere), refusal)


def test_a_tampered_signature_is_refused(w: World) -> None:
    """A flipped bit, missing bytes, one too many, zeros."""
    token = w.mint(w.alice)
    good = signed(w.dat, w.alice, token)
    refusal = errors.InvalidProofSignature(token, QUALITY, URI)
    for bad in (bytes([good[0] ^ 1]) + good[1:], good[:-2], bytes(65), good + b"\0"):
        w.stranger.is_refused(w.dat.add_proof(token, QUALITY, URI, bad), refusal)


def test_the_other_form_of_a_signature_states_nothing_new(w: World) -> None:
    """Nothing hangs on the bytes of a signature: its malleated twin, and its EIP-2098 form, are repetitions."""
    token = w.mint(w.alice)
    good = signed(w.dat, w.alice, token)
    w.stranger.does(w.dat.add_proof(token, QUALITY, URI, good))
    first = w.now
    twin = good[:32] + (ORDER - int.from_bytes(good[32:64], "big")).to_bytes(32, "big") + bytes([55 - good[64]])
    short = good[:32] + (int.from_bytes(good[32:64], "big") | (good[64] - 27) << 255).to_bytes(32, "big")
    for other in (twin, short):
        w.stranger.does(w.dat.add_proof(token, QUALITY, URI, other))
        assert w.dat.proof_added_at(token, QUALITY, URI) == first
        w.stranger.is_refused(
            w.dat.add_proof(token, OTHER, URI, other), errors.InvalidProofSignature(token, OTHER, URI)
        )


def test_a_former_owners_word_counts_no_longer(w: World) -> None:
    """The signature of who sold the token is void, and the buyer's counts."""
    token = w.mint(w.alice)
    stale, fresh = signed(w.dat, w.alice, token), signed(w.dat, w.bob, token)
    refusal = errors.InvalidProofSignature(token, QUALITY, URI)
    w.stranger.is_refused(w.dat.add_proof(token, QUALITY, URI, fresh), refusal)
    w.alice.does(w.dat.transfer_token(token, w.bob))
    w.stranger.is_refused(w.dat.add_proof(token, QUALITY, URI, stale), refusal)
    w.stranger.does(w.dat.add_proof(token, QUALITY, URI, fresh))


def test_without_a_controller_only_the_owner_vouches(w: World) -> None:
    """A renounced class has no one whom an empty or broken signature could stand for."""
    token = w.mint(w.alice)
    stale = signed(w.dat, w.controller, token)
    w.controller.does(w.dat.renounce_controller(1))
    refusal = errors.InvalidProofSignature(token, QUALITY, URI)
    for signature in (stale, bytes(65), b""):
        w.controller.is_refused(w.dat.add_proof(token, QUALITY, URI, signature), refusal)
    w.stranger.does(w.dat.add_proof(token, QUALITY, URI, signed(w.dat, w.alice, token)))


def test_a_contract_wallet_vouches_by_erc1271(w: World) -> None:
    """The key of the wallet signs for it; another key does not."""
    wallet = w.deploy("SignerWallet", w.bob)
    token = w.mint(wallet)
    w.stranger.is_refused(
        w.dat.add_proof(token, QUALITY, URI, signed(w.dat, w.alice, token)),
        errors.InvalidProofSignature(token, QUALITY, URI),
    )
    w.stranger.does(w.dat.add_proof(token, QUALITY, URI, signed(w.dat, w.bob, token)))
    assert w.dat.proof_added_at(token, QUALITY, URI) == w.now


def test_a_repetition_changes_nothing(w: World) -> None:
    """Peer fault B14: a proof that is added again is announced again and keeps its first date."""
    token = w.mint(w.alice)
    signature = signed(w.dat, w.alice, token)
    w.stranger.does(w.dat.add_proof(token, QUALITY, URI, signature))
    first = w.now
    w.go_to(first + 1000)
    sent = w.bob.does(w.dat.add_proof(token, QUALITY, URI, signature))
    assert sent.events == (ProofAdded(token, QUALITY, URI, signature),)
    assert w.dat.proof_added_at(token, QUALITY, URI) == first
    assert w.dat.proof_added_at(token, OTHER, URI) == 0


def test_there_is_no_proof_about_nothing(w: World) -> None:
    """T21, peer fault B12: an unknown token has neither owner nor proofs."""
    for unknown in (0, 1 << 128 | 1):
        w.controller.is_refused(w.dat.add_proof(unknown, QUALITY, URI, b""), errors.UnknownToken(unknown))

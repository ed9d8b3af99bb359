"""Models are registered, installed and asked in a line each."""

from __future__ import annotations

import random

import pytest

from lazai_py import LazAI
from lazai_py._contract.bindings.reexecution_verifier import NetworkInstalled
from lazai_py._types import NATIVE, keccak
from lazai_py.dat import DatClass
from lazai_py.errors import (
    AlreadyInstalled,
    AlreadySucceeded,
    InputError,
    InvalidNetwork,
    InvalidVerifier,
    NoRevenueReceiver,
    NotModelOwner,
    UnknownModel,
)
from lazai_py.models import ModelVersion, Way
from lazai_py.networks import IntegerNetwork
from tests.networks.conftest import drawn

SMALL = IntegerNetwork.of([[[1, 2], [3, -4]]], [[0, 5]], [])
COMMITMENT = keccak(b"a model that is too large to run here")


# --- the registry ---


def test_a_registered_network_is_read_as_it_was_registered(lz: LazAI, alice: LazAI, cls: DatClass) -> None:
    """Everything is in the version, and the network comes back from the vault."""
    version = alice.models.register(SMALL, cls=cls, revenue=lz.address, metadata={"name": "small"})
    assert version == ModelVersion(
        id=1,
        owner=alice.address,
        commitment=SMALL.commitment,
        previous=None,
        class_id=cls.id,
        revshare=None,
        revenue=lz.address,
        uri=version.uri,
        verifiers={Way.REEXECUTION: lz.models.reexecution.address},
    )
    assert lz.models.get(1) == version
    assert lz.models.network(1) == lz.models.network(version) == SMALL
    described = lz.models.description(version)
    assert (described["name"], described["sizes"], described["multiplications"]) == ("small", [2, 2], 4)


def test_money_goes_to_everybody_behind_the_class_unless_told_otherwise(lz: LazAI, cls: DatClass) -> None:
    """The inlet of the class takes plain transfers, and its terms say who gets what."""
    version = lz.models.register(SMALL, cls=cls)
    assert version.revenue == lz.router.inlet(cls)


def test_a_model_is_watched_where_it_is_bonded(lz: LazAI, alice: LazAI, cls: DatClass) -> None:
    """By its id or itself, with its network out of the vault, at the contract that it names."""
    bonded = {Way.FRAUD: lz.fraud_proofs.contract.address}
    version = lz.models.register(SMALL, cls=cls, verifiers=bonded)
    for named in (version, version.id, SMALL):
        watcher = alice.watch(named)
        assert watcher.table.contract == lz.fraud_proofs.contract
        assert watcher.wrong() == []
    elsewhere = lz.models.register(SMALL, cls=cls, verifiers={Way.FRAUD: lz.models.reexecution.address})
    with pytest.raises(InputError, match="2 verifiers"):
        alice.watch(version, elsewhere)
    with pytest.raises(InputError, match="does not offer fraud"):
        alice.watch(lz.models.register(SMALL, cls=cls))


def test_any_model_is_registered_by_its_commitment(lz: LazAI, alice: LazAI, cls: DatClass) -> None:
    """Without a network there is no verifier but those that are named, and no description but the one given."""
    verifiers = {Way.PROOF: lz.models.registry.address, Way.FRAUD: lz.models.reexecution.address}
    version = lz.models.register(COMMITMENT, cls=cls.id, revenue=alice, revshare=cls._contract, verifiers=verifiers)
    assert (version.commitment, version.uri, version.verifiers) == (COMMITMENT, "", verifiers)
    assert version.revshare == cls._contract.address
    assert lz.models.description(version) is None
    assert lz.models.register(COMMITMENT, cls=cls, revenue=alice, metadata="ipfs://there").uri == "ipfs://there"
    with pytest.raises(InvalidNetwork):
        lz.models.network(version)


def test_versions_are_a_line(lz: LazAI, alice: LazAI, cls: DatClass) -> None:
    """Any version leads to all of them, in order."""
    first = lz.models.register(SMALL, cls=cls, revenue=lz.address)
    other = alice.models.register(SMALL, cls=cls, revenue=lz.address)
    second = lz.models.register(COMMITMENT, cls=cls, revenue=lz.address, previous=first)
    third = lz.models.register(COMMITMENT, cls=cls, revenue=lz.address, previous=second.id)
    for each in (first, second, third):
        assert lz.models.versions(each.id) == [first, second, third]
    assert lz.models.versions(other.id) == [other]
    assert (second.previous, third.previous) == (first.id, second.id)


def test_refusals_are_decoded(lz: LazAI, alice: LazAI, bob: LazAI, cls: DatClass) -> None:
    """What the contract refuses has its name and its values."""
    lz.models.register(SMALL, cls=cls, revenue=lz.address)
    lz.models.register(SMALL, cls=cls, revenue=lz.address, previous=1)
    with pytest.raises(AlreadySucceeded) as succeeded:
        lz.models.register(SMALL, cls=cls, revenue=lz.address, previous=1)
    assert succeeded.value.successor == 2
    with pytest.raises(NotModelOwner) as stranger:
        alice.models.register(SMALL, cls=cls, revenue=lz.address, previous=2)
    assert (stranger.value.caller, stranger.value.owner) == (alice.address, lz.address)
    with pytest.raises(InvalidVerifier):
        lz.models.register(SMALL, cls=cls, revenue=lz.address, verifiers={Way.PROOF: bob.address})
    with pytest.raises(NoRevenueReceiver):
        lz.models.register(SMALL, cls=cls, revenue=NATIVE)
    for ask in (lz.models.get, lz.models.versions, lz.models.network):
        with pytest.raises(UnknownModel):
            ask(9)


def test_a_plan_sends_nothing(lz: LazAI, cls: DatClass) -> None:
    """What a registration would do can be seen before."""
    plan = lz.models.register.plan(SMALL, cls=cls, revenue=lz.address)
    assert plan.ok
    with pytest.raises(UnknownModel):
        lz.models.get(1)


def test_a_network_that_is_not_the_one_committed_to_is_refused(lz: LazAI, cls: DatClass) -> None:
    """The vault may hold anything; what counts is the commitment on the chain."""
    honest = lz.models.register(SMALL, cls=cls, revenue=lz.address)
    lying = lz.models.register(COMMITMENT, cls=cls, revenue=lz.address, metadata=honest.uri)
    with pytest.raises(InvalidNetwork):
        lz.models.network(lying)


# --- re-execution ---


def test_a_network_is_installed_once(lz: LazAI, alice: LazAI) -> None:
    """Installing again sends nothing, whoever did it first; the two who race find the same network there."""
    assert not lz.models.is_installed(SMALL)
    late = alice.models.installing(SMALL)
    assert lz.models.install(SMALL) == SMALL.commitment
    assert lz.models.is_installed(SMALL)
    before = lz.engine.nonce(alice.address)
    assert alice.models.install(SMALL) == SMALL.commitment
    assert lz.engine.nonce(alice.address) == before
    with pytest.raises(AlreadyInstalled):
        late.send(alice.sender)


def test_a_large_network_is_installed_in_parts(lz: LazAI, alice: LazAI) -> None:
    """Weights that take two contracts take two transactions, and one that was interrupted is taken up again."""
    network = drawn(random.Random(3), 784, 32, 10)
    installing = lz.models.installing(network)
    assert len(installing.preparing) == 2
    installing.preparing[0].send(alice.sender)
    assert len(lz.models.installing(network).preparing) == 1
    assert lz.models.installing(network).plan(lz.address).ok
    before = lz.engine.nonce(lz.address)
    lz.models.install(network)
    assert lz.engine.nonce(lz.address) == before + 2
    prompt = network.prompt([[each % 128 for each in range(784)]])
    assert lz.models.answer(network, prompt) == network.answer(prompt)


def test_an_installation_makes_itself_known(lz: LazAI) -> None:
    """The event has the commitment, who installed it, and the shape."""
    installed = lz.models.installing(SMALL).send(lz.sender)
    assert installed == NetworkInstalled(SMALL.commitment, lz.address, (2, 2), ())


def test_what_a_model_made_is_verified(lz: LazAI, cls: DatClass) -> None:
    """Its own content is, another is not, nor is anything before the network is there."""
    version = lz.models.register(SMALL, cls=cls, revenue=lz.address)
    prompt = SMALL.prompt([[7, 9], [90, 1]])
    content = SMALL.answer(prompt)
    assert not lz.models.verify(version, prompt, content)
    lz.models.install(SMALL)
    assert lz.models.verify(version, prompt, content)
    assert lz.models.verify(version.id, prompt.encode(), content.encode(), collection=lz.address)
    assert not lz.models.verify(version, prompt, content[::-1])
    assert not lz.models.verify(version, prompt, content, proof=b"1")
    assert lz.models.answer(version, prompt) == content
    assert lz.models.answer(version, "00") == ""


def test_a_verifier_that_does_not_say_yes_says_no(lz: LazAI, cls: DatClass) -> None:
    """A contract that is no verifier refuses the question, and a way that is not offered is an error."""
    version = lz.models.register(SMALL, cls=cls, revenue=lz.address, verifiers={Way.PROOF: lz.models.registry.address})
    assert not lz.models.verify(version, "0000", "0", way=Way.PROOF)
    with pytest.raises(InputError, match="does not offer fraud"):
        lz.models.verify(version, "0000", "0", way=Way.FRAUD)

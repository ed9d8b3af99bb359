"""Classes: anyone makes one and rules over that one only; what it commits to stays readable (T14, T20, T21)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lazai_py._contract import errors
from lazai_py._contract.abi import CustomError
from lazai_py._contract.bindings.data_anchoring_token import (
    BatchMetadataUpdate,
    ClassCreated,
    ClassPolicyUpdated,
    ClassTermsSet,
    ControllerNominated,
    ControllerTransferred,
    Frozen,
    MetadataUpdated,
    MinterSet,
    RoyaltySet,
)
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, Wei, keccak
from tests.behaviours.world import Actor, World, token_id_of

NO_CAP = 2**64 - 1
HASH = keccak(b"content")

CONTROLLED: dict[str, Callable[[World, int], Intent[Sent]]] = {
    "updateClassMetadata": lambda w, i: w.dat.update_class_metadata(i, "ipfs://other", HASH),
    "updateClassPolicy": lambda w, i: w.dat.update_class_policy(i, "ipfs://other"),
    "setRoyalty": lambda w, i: w.dat.set_royalty(i, w.alice, 500),
    "freezeClass": lambda w, i: w.dat.freeze_class(i),
    "setMinter": lambda w, i: w.dat.set_minter(i, w.alice, True),
    "transferController": lambda w, i: w.dat.transfer_controller(i, w.alice),
    "renounceController": lambda w, i: w.dat.renounce_controller(i),
}
FROZEN = ("updateClassMetadata", "updateClassPolicy", "setRoyalty", "freezeClass")
OPEN: dict[str, Callable[[World, int], Intent[Sent]]] = {
    "mint": lambda w, i: w.dat.mint(i, w.alice, 1, 1, 0),
    "mintBatch": lambda w, i: w.dat.mint_batch(i, [w.alice], [1], [1], [0]),
    "approveForClass": lambda w, i: w.dat.approve_for_class(i, w.alice, True),
    "settleRevenueETH": lambda w, i: w.dat.settle_revenue_eth(i, pay=Wei(1)),
    "settleRevenueERC20": lambda w, i: w.dat.settle_revenue_erc20(i, w.usd, 1),
    "sync": lambda w, i: w.dat.sync(i, 1),
    "acceptController": lambda w, i: w.dat.accept_controller(i),
}
VIEWS: dict[str, Callable[[World, int], object]] = {
    "getClassMeta": lambda w, i: w.dat.get_class_meta(i),
    "versionsOf": lambda w, i: w.dat.versions_of(i),
    "metadataVersion": lambda w, i: w.dat.metadata_version(i, 1),
    "policyVersion": lambda w, i: w.dat.policy_version(i, 1),
    "controllerOf": lambda w, i: w.dat.controller_of(i),
    "pendingControllerOf": lambda w, i: w.dat.pending_controller_of(i),
    "isMinter": lambda w, i: w.dat.is_minter(i, w.alice),
    "isFrozen": lambda w, i: w.dat.is_frozen(i),
    "totalShareOf": lambda w, i: w.dat.total_share_of(i),
    "maxTotalShareOf": lambda w, i: w.dat.max_total_share_of(i),
    "tokenCountOf": lambda w, i: w.dat.token_count_of(i),
}


def everyone_but_the_controller(w: World) -> list[Actor]:
    """A minter, a nominee, a holder and a stranger: none of them is the controller."""
    w.controller.does(w.dat.set_minter(w.class_id, w.alice, True))
    w.controller.does(w.dat.transfer_controller(w.class_id, w.bob))
    w.mint(w.carol, quota=1, share=1)
    return [w.alice, w.bob, w.carol, w.stranger]


def test_anyone_creates_a_class_and_controls_it(w: World) -> None:
    """Ids count from 1; the terms are known from the events of the creation."""
    assert (w.class_id, w.dat.class_count()) == (1, 1)
    sent = w.stranger.does(w.dat.create_class("ipfs://m", HASH, 6, "ipfs://p"))
    assert sent.events == (
        ClassCreated(2, "ipfs://m", HASH),
        ClassTermsSet(2, w.stranger.address, 6, NO_CAP),
        ClassPolicyUpdated(2, "ipfs://p"),
    )
    assert w.dat.class_count() == 2
    assert w.dat.get_class_meta(2) == ("ipfs://m", HASH, 6, "ipfs://p")
    assert w.dat.controller_of(2) == w.stranger.address
    assert (w.dat.total_share_of(2), w.dat.max_total_share_of(2), w.dat.token_count_of(2)) == (0, NO_CAP, 0)


def test_a_class_may_commit_to_nothing(w: World) -> None:
    """Empty URIs, an empty hash and 255 decimals are stored as they are."""
    sent = w.alice.does(w.dat.create_class("", bytes(32), 255, ""))
    assert w.dat.get_class_meta(sent.only(ClassCreated).class_id) == ("", bytes(32), 255, "")


@pytest.mark.parametrize("name", [*CONTROLLED, *OPEN])
def test_no_class_has_the_id_0_or_one_that_was_not_given(w: World, name: str) -> None:
    """T21: a call that names an unknown class reverts."""
    calls = CONTROLLED | OPEN
    for unknown in (0, 2, 2**256 - 1):
        w.payer.is_refused(calls[name](w, unknown), errors.UnknownClass(unknown))


@pytest.mark.parametrize("name", VIEWS)
def test_views_of_an_unknown_class_revert(w: World, name: str) -> None:
    """T21: a view answers nothing about what does not exist."""
    with pytest.raises(errors.UnknownClass) as refused:
        VIEWS[name](w, 2)
    assert refused.value.class_id == 2


@pytest.mark.parametrize("name", CONTROLLED)
def test_only_the_controller_rules_the_class(w: World, name: str) -> None:
    """Neither a minter nor a nominee nor a holder nor the controller of another class may."""
    w.create_class(by=w.stranger)
    for actor in everyone_but_the_controller(w):
        w_error = errors.NotController(w.class_id, actor.address, w.controller.address)
        actor.is_refused(CONTROLLED[name](w, w.class_id), w_error)
    assert w.controller.does(CONTROLLED[name](w, w.class_id)).events


def test_new_metadata_are_announced_by_both_standards(w: World) -> None:
    """Section 5: ERC-4906's event spans every id that the class can ever have."""
    sent = w.controller.does(w.dat.update_class_metadata(1, "ipfs://two", HASH))
    assert sent.events == (
        MetadataUpdated(1, "ipfs://two", HASH),
        BatchMetadataUpdate(token_id_of(1, 1), token_id_of(1, 2**128 - 1)),
    )
    assert w.dat.get_class_meta(1) == ("ipfs://two", HASH, 0, "ipfs://policy")


def test_a_new_policy_is_announced(w: World) -> None:
    """The policy changes and the metadata do not."""
    sent = w.controller.does(w.dat.update_class_policy(1, "ipfs://two"))
    assert sent.events == (ClassPolicyUpdated(1, "ipfs://two"),)
    assert w.dat.get_class_meta(1) == ("ipfs://metadata", keccak(b"data"), 0, "ipfs://two")


def test_every_version_stays_readable(w: World) -> None:
    """T20: nobody can make holders forget what they bought."""
    for version in (2, 3):
        w.controller.does(w.dat.update_class_metadata(1, f"ipfs://{version}", keccak(bytes([version]))))
    w.controller.does(w.dat.update_class_policy(1, "ipfs://p2"))
    assert w.dat.versions_of(1) == (3, 2)
    assert [w.dat.metadata_version(1, version) for version in (1, 2, 3)] == [
        ("ipfs://metadata", keccak(b"data")),
        ("ipfs://2", keccak(b"\2")),
        ("ipfs://3", keccak(b"\3")),
    ]
    assert [w.dat.policy_version(1, version) for version in (1, 2)] == ["ipfs://policy", "ipfs://p2"]


@pytest.mark.parametrize("version", [0, 2])
def test_versions_count_from_1_to_the_latest(w: World, version: int) -> None:
    """T20: a version that never was reverts, and the error says which is the latest."""
    for view in (w.dat.metadata_version, w.dat.policy_version):
        with pytest.raises(errors.UnknownVersion) as refused:
            view(1, version)
        assert refused.value.fields == {"class_id": 1, "version": version, "latest": 1}


def test_a_frozen_class_never_changes_again(w: World) -> None:
    """T20: metadata, policy and royalty are fixed for good, for a new controller too."""
    assert w.controller.does(w.dat.freeze_class(1)).events == (Frozen(1),)
    assert w.dat.is_frozen(1)
    for name in FROZEN:
        w.controller.is_refused(CONTROLLED[name](w, 1), errors.ClassFrozen(1))
    w.controller.does(w.dat.transfer_controller(1, w.alice))
    w.alice.does(w.dat.accept_controller(1))
    for name in FROZEN:
        w.alice.is_refused(CONTROLLED[name](w, 1), errors.ClassFrozen(1))
    assert w.dat.versions_of(1) == (1, 1)


def test_a_frozen_class_goes_on_minting(w: World) -> None:
    """Freezing fixes what the class is, not who takes part."""
    w.controller.does(w.dat.freeze_class(1))
    assert w.mint(w.alice, quota=5, share=7) == token_id_of(1, 1)
    assert w.dat.total_share_of(1) == 7


def test_control_changes_hands_in_two_steps(w: World) -> None:
    """Section 4: until the nominee accepts, nothing has changed."""
    sent = w.controller.does(w.dat.transfer_controller(1, w.alice))
    assert sent.events == (ControllerNominated(1, w.controller.address, w.alice.address),)
    assert (w.dat.controller_of(1), w.dat.pending_controller_of(1)) == (w.controller.address, w.alice.address)
    sent = w.alice.does(w.dat.accept_controller(1))
    assert sent.events == (ControllerTransferred(1, w.controller.address, w.alice.address),)
    assert (w.dat.controller_of(1), w.dat.pending_controller_of(1)) == (w.alice.address, NATIVE)
    w.controller.is_refused(w.dat.freeze_class(1), errors.NotController(1, w.controller.address, w.alice.address))


def test_only_the_nominee_accepts_and_only_once(w: World) -> None:
    """The control of a class cannot be taken, nor be taken again with an old nomination."""
    w.controller.does(w.dat.transfer_controller(1, w.alice))
    for actor in (w.controller, w.bob):
        actor.is_refused(w.dat.accept_controller(1), errors.NotPendingController(1, actor.address, w.alice.address))
    w.alice.does(w.dat.accept_controller(1))
    w.alice.is_refused(w.dat.accept_controller(1), errors.NotPendingController(1, w.alice.address, NATIVE))


def test_a_nomination_can_be_withdrawn(w: World) -> None:
    """A nomination of the zero address is a withdrawal, and nobody can accept it."""
    w.controller.does(w.dat.transfer_controller(1, w.alice))
    w.controller.does(w.dat.transfer_controller(1, NATIVE))
    w.alice.is_refused(w.dat.accept_controller(1), errors.NotPendingController(1, w.alice.address, NATIVE))


def test_a_renounced_class_has_no_controller_for_good(w: World) -> None:
    """A nomination from before goes with the controller; nobody can rule the class again."""
    w.controller.does(w.dat.transfer_controller(1, w.alice))
    sent = w.controller.does(w.dat.renounce_controller(1))
    assert sent.events == (ControllerTransferred(1, w.controller.address, NATIVE),)
    w.alice.is_refused(w.dat.accept_controller(1), errors.NotPendingController(1, w.alice.address, NATIVE))
    w.controller.is_refused(w.dat.freeze_class(1), errors.NotController(1, w.controller.address, NATIVE))
    w.controller.is_refused(w.dat.mint(1, w.alice, 1, 1, 0), errors.NotMinter(1, w.controller.address))


def test_a_contract_may_be_a_controller(w: World) -> None:
    """An iDAO or a wallet contract creates classes and mints as a person does."""
    wallet = w.deploy("ReentrantReceiver")
    w.alice.does(wallet.does("execute", w.dat, 0, w.dat.create_class("ipfs://m", HASH, 0, "ipfs://p").data))
    assert w.dat.controller_of(2) == wallet.address
    w.alice.does(wallet.does("execute", w.dat, 0, w.dat.mint(2, w.bob, 3, 4, 0).data))
    assert (w.dat.owner_of(token_id_of(2, 1)), w.dat.total_share_of(2)) == (w.bob.address, 4)


def test_minters_mint_until_they_are_removed(w: World) -> None:
    """T14: the controller names minters, class by class."""
    other = w.create_class()
    refusal: CustomError = errors.NotMinter(1, w.alice.address)
    w.alice.is_refused(w.dat.mint(1, w.bob, 1, 1, 0), refusal)
    sent = w.controller.does(w.dat.set_minter(1, w.alice, True))
    assert sent.events == (MinterSet(1, w.alice.address, True),)
    assert (w.dat.is_minter(1, w.alice), w.dat.is_minter(other, w.alice)) == (True, False)
    w.alice.does(w.dat.mint(1, w.bob, 1, 1, 0))
    w.alice.does(w.dat.mint_batch(1, [w.bob], [1], [1], [0]))
    w.alice.is_refused(w.dat.mint(other, w.bob, 1, 1, 0), errors.NotMinter(other, w.alice.address))
    assert w.controller.does(w.dat.set_minter(1, w.alice, False)).events == (MinterSet(1, w.alice.address, False),)
    w.alice.is_refused(w.dat.mint(1, w.bob, 1, 1, 0), refusal)
    assert w.dat.token_count_of(1) == 2


def test_minters_stay_named_when_control_changes_hands(w: World) -> None:
    """Section 4 knows no silent removal: who wants to be rid of minters removes them."""
    w.controller.does(w.dat.set_minter(1, w.alice, True))
    w.controller.does(w.dat.renounce_controller(1))
    w.alice.does(w.dat.mint(1, w.bob, 1, 1, 0))
    assert w.dat.owner_of(token_id_of(1, 1)) == w.bob.address


def test_the_royalty_is_the_controllers_choice(w: World) -> None:
    """ERC-2981: at most everything, and never to nobody."""
    token = w.mint(w.alice)
    assert w.dat.royalty_info(token, 10_000) == (NATIVE, 0)
    assert w.controller.does(w.dat.set_royalty(1, w.bob, 250)).events == (RoyaltySet(1, w.bob.address, 250),)
    assert w.dat.royalty_info(token, 999) == (w.bob.address, 24)
    assert w.dat.royalty_info(token, 2**256 - 1) == (w.bob.address, (2**256 - 1) * 250 // 10_000)
    for receiver, bps in ((w.bob.address, 10_001), (NATIVE, 1), (w.bob.address, 2**256 - 1)):
        w.controller.is_refused(w.dat.set_royalty(1, receiver, bps), errors.InvalidRoyalty(receiver, bps))
    w.controller.does(w.dat.set_royalty(1, w.bob, 10_000))
    assert w.dat.royalty_info(token, 77) == (w.bob.address, 77)
    w.controller.does(w.dat.set_royalty(1, NATIVE, 0))
    assert w.dat.royalty_info(token, 77) == (NATIVE, 0)

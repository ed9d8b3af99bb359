"""Tokens: minted, used, moved, proven."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from lazai_py import LazAI, Sent, Units, metric
from lazai_py._contract.bindings.data_anchoring_token import ProofAdded, UsageRecorded, ValueMinted, ValueTransferred
from lazai_py.dat import DatClass, Expiry
from lazai_py.errors import (
    ClassMismatch,
    ExpiryInPast,
    InputError,
    InsufficientValue,
    InvalidAmount,
    InvalidProofSignature,
    NotMinter,
    NotOwnerOrClassOperator,
    TokenExpired,
    UnitMismatch,
    ValueTooLarge,
)


def test_a_minted_token_is_what_was_ordered(cls: DatClass, alice: LazAI) -> None:
    """Owner, quota, share and no expiry."""
    token = cls.mint(to=alice, quota=1_000, share=500)

    assert token.owner() == alice.address
    assert token.quota() == 1_000
    assert token.share() == 500
    assert token.expires_at() is None
    assert not token.is_expired()
    assert repr(token) == "Token(class 1, serial 1)"


@pytest.mark.parametrize("quota", [50, "50", Decimal(50), Units(50_000, 3)])
def test_quota_is_given_in_whole_units(lz: LazAI, alice: LazAI, quota: int | str | Decimal | Units) -> None:
    """An int, a text, a Decimal and units of the class mean the same."""
    token = lz.dat.create_class({"name": "x"}, unit_decimals=3).mint(alice, quota)

    assert token.quota() == Units(50_000, 3)
    assert token.quota() == 50


@pytest.mark.parametrize(
    ("quota", "refusal"),
    [
        (-1, InvalidAmount),
        (0.5, InvalidAmount),
        ("0.5", InvalidAmount),
        (True, InvalidAmount),
        (Units(1, 3), UnitMismatch),
        (2**128, ValueTooLarge),
    ],
)
def test_quota_that_cannot_be_meant_is_refused(cls: DatClass, alice: LazAI, quota: object, refusal: type) -> None:
    """Negative, inexact, too precise, of another class, too large."""
    with pytest.raises(refusal):
        cls.mint(alice, quota)  # type: ignore[arg-type]


def test_shares_saturate_as_the_standard_says(cls: DatClass, alice: LazAI) -> None:
    """The number that is kept is the number that is returned."""
    assert cls.mint(alice, share=2**32).share() == 2**32 - 1


@pytest.mark.parametrize("share", [-1, 1.5, "3"])
def test_a_share_is_a_count(cls: DatClass, alice: LazAI, share: int) -> None:
    """Anything else is refused by name."""
    with pytest.raises(InvalidAmount, match="shareRatio"):
        cls.mint(alice, share=share)


def test_an_expiry_is_a_time_a_duration_or_a_second(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """A duration counts from the chain's time, not from this machine's."""
    now = lz.chain.travel_to(datetime(2040, 1, 1, tzinfo=UTC))
    later = now + timedelta(days=30)

    for expires in (timedelta(days=30), later, int(later.timestamp())):
        assert cls.mint.intent(alice, expires=expires).args[-1] == int(later.timestamp())
    assert cls.mint(alice, expires=later).expires_at() == later


@pytest.mark.parametrize("expires", ["tomorrow", 1.5, True, datetime(2040, 1, 1), 0, -5, 2**64])  # noqa: DTZ001
def test_an_expiry_that_cannot_be_meant_is_refused(cls: DatClass, alice: LazAI, expires: Expiry) -> None:
    """A time without a zone is one of them."""
    with pytest.raises(InputError, match=r"expires="):
        cls.mint(alice, expires=expires)


def test_an_expiry_in_the_past_is_refused_before_it_is_sent(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """The contract's own error, with its fields."""
    with pytest.raises(ExpiryInPast) as refused:
        cls.mint(alice, expires=datetime(2020, 1, 1, tzinfo=UTC))
    assert refused.value.expire_at == 1_577_836_800


def test_expiries_beyond_the_calendar_are_shown_as_its_end(cls: DatClass, alice: LazAI) -> None:
    """The contract takes any 64-bit second."""
    assert cls.mint(alice, expires=2**64 - 1).expires_at() == datetime.max.replace(tzinfo=UTC)


def test_consuming_lowers_the_quota_and_leaves_a_record(cls: DatClass, alice: LazAI) -> None:
    """The record names token, metric, amount and actor."""
    token = alice.dat.token(cls.mint(alice, quota=1_000).id)

    sent = token.consume(50, metric="inference_calls")

    assert isinstance(sent, Sent)
    assert sent.events == (UsageRecorded(token.id, metric("inference_calls"), 50, alice.address),)
    assert token.quota() == 950


def test_consuming_nothing_only_leaves_a_record(cls: DatClass, alice: LazAI) -> None:
    """Zero is a statement, not a mistake."""
    token = alice.dat.token(cls.mint(alice, quota=1).id)

    assert token.consume(0).only(UsageRecorded).amount == 0
    assert token.quota() == 1


def test_quota_runs_out_exactly_when_it_should(cls: DatClass, alice: LazAI) -> None:
    """The last unit works, the next one is refused with what there is and what was asked for."""
    token = alice.dat.token(cls.mint(alice, quota=2).id)
    token.consume(2)

    with pytest.raises(InsufficientValue) as refused:
        token.consume(1)
    assert (refused.value.token_id, refused.value.available, refused.value.required) == (token.id, 0, 1)


def test_an_expired_token_serves_no_more_but_still_moves(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """At its last second it works; a second later it does not."""
    minted = cls.mint(alice, quota=10, expires=timedelta(hours=1))
    token = alice.dat.token(minted.id)
    until = token.expires_at()
    assert until is not None
    token.consume(1)

    lz.chain.travel_to(until + timedelta(seconds=1))

    assert token.is_expired()
    with pytest.raises(TokenExpired) as refused:
        token.consume(1)
    assert (refused.value.token_id, refused.value.expire_at) == (token.id, int(until.timestamp()))
    token.transfer(bob)
    assert token.owner() == bob.address
    assert token.quota() == 9


def test_only_the_owner_and_its_operator_use_quota(cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """An operator is named for one class, and can be removed."""
    token = cls.mint(alice, quota=10)
    theirs = bob.dat.token(token.id)
    with pytest.raises(NotOwnerOrClassOperator) as refused:
        theirs.consume(1)
    assert isinstance(refused.value, PermissionError)
    assert (refused.value.token_id, refused.value.caller) == (token.id, bob.address)

    alice.dat.cls(cls.id).set_operator(bob)
    theirs.consume(1)
    alice.dat.cls(cls.id).set_operator(bob, allowed=False)
    with pytest.raises(NotOwnerOrClassOperator):
        theirs.consume(1)
    assert token.quota() == 9


def test_quota_moves_within_a_class(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """To a token or to its id, and never to another class."""
    mine, theirs = alice.dat.token(cls.mint(alice, quota=10).id), cls.mint(bob, quota=1)
    other = lz.dat.create_class({"name": "other"}).mint(bob)

    mine.move_quota(theirs, 3)
    sent = mine.move_quota(theirs.id, 2)

    assert sent.events == (ValueTransferred(mine.id, theirs.id, 2),)
    assert mine.quota() == 5
    assert theirs.quota() == 6
    with pytest.raises(ClassMismatch):
        mine.move_quota(other, 1)


def test_quota_is_added_to_a_token_that_somebody_holds(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """By who may mint, and by nobody else, its owner neither."""
    token = cls.mint(alice, quota=10)

    sent = token.add_quota(5)

    assert sent.events == (ValueMinted(token.id, 5),)
    assert token.quota() == 15
    with pytest.raises(NotMinter):
        alice.dat.token(token.id).add_quota(1)


def test_many_tokens_are_used_in_one_transaction(lz: LazAI, cls: DatClass) -> None:
    """By their owner, each its own amount."""
    tokens = [cls.mint(lz, quota=10) for _ in range(3)]
    before = lz.engine.nonce(lz.address)

    cls.consume_many([(token, amount) for amount, token in enumerate(tokens, start=1)], metric="image")

    assert [token.quota() for token in tokens] == [9, 8, 7]
    assert lz.engine.nonce(lz.address) == before + 1


def test_tokens_of_another_class_are_not_used_by_mistake(lz: LazAI, cls: DatClass) -> None:
    """Their units may differ."""
    other = lz.dat.create_class({"name": "other"}).mint(lz, quota=1)

    with pytest.raises(InputError, match="is not of class 1"):
        cls.consume_many([(other, 1)])


def test_a_proof_by_the_controller_needs_no_signature(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """The statement goes to the vault, and its time is kept."""
    token = cls.mint(alice)
    assert token.proof_added_at("quality", {"score": 9}) is None

    sent = token.add_proof("quality", {"score": 9})

    uri = lz.vault.put_json({"score": 9}).uri
    assert sent.events == (ProofAdded(token.id, metric("quality"), uri, b""),)
    assert token.proof_added_at("quality", uri) == lz.chain.now()


def test_a_proof_signed_by_the_owner_may_be_added_by_anyone(cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """The signature covers exactly this token, kind and statement."""
    token = cls.mint(alice)
    signature = alice.dat.token(token.id).sign_proof("quality", "ipfs://proof")

    bob.dat.token(token.id).add_proof("quality", "ipfs://proof", signature=signature)

    assert token.proof_added_at("quality", "ipfs://proof") is not None
    with pytest.raises(InvalidProofSignature) as refused:
        bob.dat.token(token.id).add_proof("quality", "ipfs://other", signature=signature)
    assert refused.value.uri == "ipfs://other"
    with pytest.raises(InvalidProofSignature):
        bob.dat.token(token.id).add_proof("safety", "ipfs://proof", signature=signature)


def test_handles_of_one_token_are_equal(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Whoever holds them."""
    token = cls.mint(alice)

    assert alice.dat.token(token.id) == token
    assert len({token, lz.dat.token(token.id), cls.mint(alice)}) == 2
    assert token != token.id

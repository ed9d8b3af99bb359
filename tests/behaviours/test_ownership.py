"""Ownership: every token is an ERC-1155 id with a supply of one, and both faces move it alike (section 3, T18)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lazai_py._contract import errors
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import (
    ApprovalForAll,
    TransferBatch,
    TransferSingle,
    TransferToken,
)
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import NATIVE, keccak
from tests.behaviours.world import World, token_id_of

MOVES: dict[str, Callable[[World, int, AddressLike], Intent[Sent]]] = {
    "transferToken": lambda w, i, to: w.dat.transfer_token(i, to),
    "safeTransferFrom": lambda w, i, to: w.dat.safe_transfer_from(w.alice, to, i, 1, b""),
    "safeBatchTransferFrom": lambda w, i, to: w.dat.safe_batch_transfer_from(w.alice, to, [i], [1], b""),
    "claimAndTransfer": lambda w, i, to: w.dat.claim_and_transfer(i, [], to),
}


def test_a_transfer_moves_the_whole_token(w: World) -> None:
    """Section 3: quota, share and expiry go along, and both standards' events are emitted."""
    expiry = w.now + 1000
    token = w.mint(w.alice, quota=5, share=6, expire_at=expiry)
    sent = w.alice.does(w.dat.transfer_token(token, w.bob))
    alice, bob = w.alice.address, w.bob.address
    assert sent.events == (TransferToken(token, alice, bob), TransferSingle(alice, alice, bob, token, 1))
    assert (w.dat.owner_of(token), w.dat.value_of(token), w.dat.share_ratio_of(token)) == (bob, 5, 6)
    assert (w.dat.expire_at_of(token), w.dat.total_share_of(1)) == (expiry, 6)
    assert (w.dat.balance_of(alice, token), w.dat.balance_of(bob, token)) == (0, 1)


def test_a_safe_transfer_is_the_same_move(w: World) -> None:
    """Section 3: by an operator, who is named in the event."""
    token = w.mint(w.alice)
    w.alice.does(w.dat.set_approval_for_all(w.carol, True))
    sent = w.carol.does(w.dat.safe_transfer_from(w.alice, w.bob, token, 1, b"note"))
    alice, bob = w.alice.address, w.bob.address
    assert sent.events == (TransferToken(token, alice, bob), TransferSingle(w.carol.address, alice, bob, token, 1))
    assert w.dat.owner_of(token) == bob


def test_a_batch_moves_many(w: World) -> None:
    """Section 3: one `TransferBatch` for all, one `TransferToken` for each that moved."""
    other = w.create_class()
    ids = [w.mint(w.alice), w.mint(w.alice, class_id=other), w.mint(w.alice)]
    sent = w.alice.does(w.dat.safe_batch_transfer_from(w.alice, w.bob, ids, [1, 1, 0], b""))
    alice, bob = w.alice.address, w.bob.address
    assert sent.events == (
        TransferToken(ids[0], alice, bob),
        TransferToken(ids[1], alice, bob),
        TransferBatch(alice, alice, bob, tuple(ids), (1, 1, 0)),
    )
    assert [w.dat.owner_of(token) for token in ids] == [bob, bob, alice]


def test_an_amount_of_0_moves_nothing(w: World) -> None:
    """Section 3: as in ERC-1155 it is a no-op that is announced."""
    token = w.mint(w.alice)
    sent = w.alice.does(w.dat.safe_transfer_from(w.alice, w.bob, token, 0, b""))
    assert sent.events == (TransferSingle(w.alice.address, w.alice.address, w.bob.address, token, 0),)
    assert w.dat.owner_of(token) == w.alice.address


@pytest.mark.parametrize("amount", [2, 2**128 + 1, 2**256 - 1])
def test_there_is_only_one_of_each(w: World, amount: int) -> None:
    """Section 3: a larger amount is never rounded to one."""
    token = w.mint(w.alice)
    refusal = errors.ERC1155InsufficientBalance(w.alice.address, 1, amount, token)
    w.alice.is_refused(w.dat.safe_transfer_from(w.alice, w.bob, token, amount, b""), refusal)
    w.alice.is_refused(w.dat.safe_batch_transfer_from(w.alice, w.bob, [token], [amount], b""), refusal)


def test_a_token_cannot_be_moved_twice_in_a_batch(w: World) -> None:
    """The second move finds that it is gone, and undoes the first."""
    token = w.mint(w.alice)
    w.alice.is_refused(
        w.dat.safe_batch_transfer_from(w.alice, w.bob, [token, token], [1, 1], b""),
        errors.ERC1155InsufficientBalance(w.alice.address, 0, 1, token),
    )
    assert w.dat.owner_of(token) == w.alice.address


def test_nobody_moves_what_somebody_else_holds(w: World) -> None:
    """Naming oneself as `from` does not help."""
    token = w.mint(w.alice)
    w.bob.is_refused(
        w.dat.safe_transfer_from(w.bob, w.carol, token, 1, b""),
        errors.ERC1155InsufficientBalance(w.bob.address, 0, 1, token),
    )


def test_only_the_owner_and_its_operators_move_a_token(w: World) -> None:
    """Section 4: class operators may not, nor the controller, nor a stranger."""
    token = w.mint(w.alice, quota=5)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))
    for actor in (w.bob, w.controller, w.stranger):
        by_1155 = errors.ERC1155MissingApprovalForAll(actor.address, w.alice.address)
        actor.is_refused(w.dat.transfer_token(token, actor), errors.NotOwnerOrOperator(token, actor.address))
        actor.is_refused(w.dat.safe_transfer_from(w.alice, actor, token, 1, b""), by_1155)
        actor.is_refused(w.dat.safe_batch_transfer_from(w.alice, actor, [token], [1], b""), by_1155)
    assert w.dat.owner_of(token) == w.alice.address


def test_an_operator_moves_tokens_until_it_is_revoked(w: World) -> None:
    """Section 4: by `setApprovalForAll`, which belongs to the owner and does not follow the token."""
    first, second = w.mint(w.alice), w.mint(w.alice)
    sent = w.alice.does(w.dat.set_approval_for_all(w.carol, True))
    assert sent.events == (ApprovalForAll(w.alice.address, w.carol.address, True),)
    assert w.dat.is_approved_for_all(w.alice, w.carol)
    w.carol.does(w.dat.transfer_token(first, w.bob))
    w.carol.is_refused(w.dat.transfer_token(first, w.carol), errors.NotOwnerOrOperator(first, w.carol.address))
    w.alice.does(w.dat.set_approval_for_all(w.carol, False))
    w.carol.is_refused(w.dat.transfer_token(second, w.carol), errors.NotOwnerOrOperator(second, w.carol.address))
    w.alice.is_refused(w.dat.set_approval_for_all(NATIVE, True), errors.ERC1155InvalidOperator(NATIVE))


@pytest.mark.parametrize("name", MOVES)
def test_nothing_moves_to_the_zero_address(w: World, name: str) -> None:
    """T18: there is no burning."""
    token = w.mint(w.alice)
    w.alice.is_refused(MOVES[name](w, token, NATIVE), errors.ERC1155InvalidReceiver(NATIVE))


@pytest.mark.parametrize("name", MOVES)
def test_nothing_moves_to_a_contract_that_cannot_hold_it(w: World, name: str) -> None:
    """T18, section 5: both kinds of transfer run the receiver hook, and a contract may refuse."""
    token = w.mint(w.alice)
    polite = w.deploy("RefusingReceiver", True)
    for deaf in (w.usd.address, polite.address):
        w.alice.is_refused(MOVES[name](w, token, deaf), errors.ERC1155InvalidReceiver(deaf))
    failure = MOVES[name](w, token, w.deploy("RefusingReceiver", False)).plan(w.alice).failure
    assert failure is not None
    assert getattr(failure, "data", b"") == keccak(b"NotToday(uint256)")[:4] + token.to_bytes(32, "big")


@pytest.mark.parametrize("name", MOVES)
def test_a_contract_that_holds_tokens_gets_them(w: World, name: str) -> None:
    """T18: and then acts like any owner."""
    token = w.mint(w.alice)
    holder = w.deploy("ReentrantReceiver")
    w.alice.does(MOVES[name](w, token, holder))
    assert w.dat.owner_of(token) == holder.address
    w.bob.does(holder.does("execute", w.dat, 0, w.dat.transfer_token(token, w.carol).data))
    assert w.dat.owner_of(token) == w.carol.address


def test_the_hook_gets_the_data_that_were_sent_along(w: World) -> None:
    """ERC-1155: `data` reaches the receiver unaltered, from single and batch transfers."""
    first, second = w.mint(w.alice), w.mint(w.alice)
    holder = w.deploy("ReentrantReceiver")
    w.alice.does(w.dat.safe_transfer_from(w.alice, holder, first, 1, b"single"))
    assert holder.says("received") == b"single"
    w.alice.does(w.dat.safe_batch_transfer_from(w.alice, holder, [second], [1], b"batch"))
    assert holder.says("received") == b"batch"


def test_a_move_to_oneself_changes_nothing(w: World) -> None:
    """It is announced like any other, and quota and revenue stay."""
    token = w.mint(w.alice, quota=5, share=1)
    w.settle(10)
    for move in MOVES.values():
        w.alice.does(move(w, token, w.alice))
    assert (w.dat.owner_of(token), w.dat.value_of(token), w.pending(token)) == (w.alice.address, 5, 10)


def test_balances_of_many_are_read_at_once(w: World) -> None:
    """ERC-1155's `balanceOfBatch`, unknown ids and uneven lists included."""
    mine, theirs = w.mint(w.alice), w.mint(w.bob)
    accounts = [w.alice.address, w.alice.address, w.bob.address, NATIVE]
    assert w.dat.balance_of_batch(accounts, [mine, theirs, theirs, 77]) == (1, 0, 1, 0)
    with pytest.raises(errors.ERC1155InvalidArrayLength) as refused:
        w.dat.balance_of_batch(accounts, [mine])
    assert refused.value.fields == {"ids_length": 1, "values_length": 4}
    w.alice.is_refused(
        w.dat.safe_batch_transfer_from(w.alice, w.bob, [mine], [1, 1], b""), errors.ERC1155InvalidArrayLength(1, 2)
    )


def test_the_uri_is_the_metadata_of_the_class(w: World) -> None:
    """Section 3: the current version, for every token of the class."""
    token = w.mint(w.alice)
    assert w.dat.uri(token) == "ipfs://metadata"
    w.controller.does(w.dat.update_class_metadata(1, "ipfs://two", keccak(b"two")))
    assert w.dat.uri(token) == "ipfs://two"


def test_wallets_can_name_the_collection(w: World) -> None:
    """Name and symbol, which ERC-1155 lacks and wallets ask for."""
    assert (w.dat.name(), w.dat.symbol()) == ("Data Anchoring Token", "DAT")


def test_an_unknown_token_cannot_be_moved(w: World) -> None:
    """T21: by neither face."""
    unknown = token_id_of(1, 1)
    w.alice.is_refused(w.dat.transfer_token(unknown, w.bob), errors.UnknownToken(unknown))
    w.alice.is_refused(
        w.dat.safe_transfer_from(w.alice, w.bob, unknown, 1, b""),
        errors.ERC1155InsufficientBalance(w.alice.address, 0, 1, unknown),
    )

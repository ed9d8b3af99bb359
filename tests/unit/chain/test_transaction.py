"""Raw transactions are read back as they were signed, and bad ones are refused."""

from __future__ import annotations

import random

import pytest

from lazai_py._chain import rlp
from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.engine import Fees
from lazai_py._chain.transaction import Transaction, hash_of, read
from lazai_py._types import keccak, to_address

KEY = PrivateKey(b"\x11" * 32)
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
# Signed by nobody: its r and s are chosen, so that the deployer has the same address on every chain.
DEPLOYER = bytes.fromhex(
    "f8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba022222222222222222222"
    "22222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222"
)


def sample(seed: int) -> Transaction:
    """Return a transaction with sizes at and around the borders of RLP."""
    dice = random.Random(seed)
    size = dice.choice([0, 1, 54, 55, 56, 57, 255, 256, 70_000])
    return Transaction(
        chain_id=dice.choice([1, 127, 128, 31337, 2**32]),
        nonce=dice.choice([0, 1, 127, 128, 2**40]),
        gas=dice.choice([21_000, 2**24]),
        fees=Fees(10**10, dice.choice([None, 0, 10**9])),
        to=dice.choice([None, KEY.address]),
        value=dice.choice([0, 1, 2**255]),
        data=dice.randbytes(size),
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_transaction_comes_back_with_its_signer(seed: int) -> None:
    """Every field, the sender and the hash."""
    transaction = sample(seed)
    raw = KEY.sign_transaction(transaction)
    found = read(raw)
    assert (found.transaction, found.sender, found.tx_hash) == (transaction, KEY.address, hash_of(raw))


def test_the_deterministic_deployers_transaction_is_read() -> None:
    """It is from before EIP-155 and valid on every chain."""
    found = read(DEPLOYER)
    created = keccak(rlp.encode([bytes.fromhex(found.sender[2:]), rlp.number(0)]))[12:]
    assert to_address(created) == "0x4e59b44847b379578588920cA78FbF26c0B4956C"
    assert (found.transaction.chain_id, found.transaction.nonce, found.transaction.gas) == (None, 0, 100_000)


def test_the_other_half_of_a_signature_is_refused() -> None:
    """The same signature with s mirrored would give the transaction a second hash."""
    transaction = sample(3)
    raw = KEY.sign_transaction(transaction)
    *fields, parity, r, s = rlp.decode_list(raw[1:] if raw[0] == 2 else raw)
    assert isinstance(parity, bytes)
    assert isinstance(s, bytes)
    flipped = int.from_bytes(parity, "big") ^ 1
    mirrored = rlp.encode([*fields, rlp.number(flipped), r, rlp.number(ORDER - int.from_bytes(s, "big"))])
    with pytest.raises(ValueError, match="malleable"):
        read(b"\x02" + mirrored)


@pytest.mark.parametrize("cut", [1, 2, 10, 60, 100])
def test_a_truncated_transaction_is_refused(cut: int) -> None:
    """Wherever it ends."""
    with pytest.raises(ValueError, match="RLP"):
        read(KEY.sign_transaction(sample(1))[:-cut])


def test_trailing_bytes_are_refused() -> None:
    """They would change the hash of the same transaction."""
    with pytest.raises(ValueError, match="not one RLP list"):
        read(KEY.sign_transaction(sample(1)) + b"\x00")


@pytest.mark.parametrize("raw", [b"", b"\x01", b"\x02\xc0", b"\xc0", b"\x7f", bytes.fromhex("02cc") + b"\x80" * 12])
def test_what_is_no_transaction_is_refused(raw: bytes) -> None:
    """Empty, of another type, or with fields missing."""
    with pytest.raises(ValueError):  # noqa: PT011 - each is refused for a reason of its own
        read(raw)

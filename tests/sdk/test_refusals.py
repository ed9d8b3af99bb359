"""Bad input is refused by a typed error that names the value and the remedy, before anything is sent."""

from __future__ import annotations

import pytest

from lazai_py import LazAI, LazAIError, Units, ether, wei
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    InputError,
    InsufficientFunds,
    InvalidAddress,
    InvalidAmount,
    InvalidAsset,
    InvalidLabel,
    NoAccount,
    UnknownClass,
    UnknownToken,
    Unsupported,
    ZeroAmount,
)
from tests.sdk.conftest import NothingSent

MISTYPED = "0x70997970C51812dc3A010C7d01b50e0d17dc79c8"
"""A right address but for the case of one letter."""


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("0x1234", ["0x and 40 hex digits", "Pass 20 bytes in hex"]),
        ("alice", ["0x and 40 hex digits", "Pass 20 bytes in hex"]),
        (MISTYPED, ["checksum is wrong", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"]),
        (None, ["NoneType has no address", "Pass 20 bytes in hex"]),
    ],
)
def test_a_wrong_address(lz: LazAI, cls: DatClass, nothing_sent: NothingSent, address: str, words: list[str]) -> None:
    """Too short, a name, a mistyped letter, nothing at all."""
    with nothing_sent(lz), pytest.raises(InvalidAddress) as refused:
        cls.mint(address)
    assert refused.value.value == address
    assert all(each in str(refused.value) for each in words)


@pytest.mark.parametrize(
    ("amount", "reason"),
    [(-1, "negative"), ("0.5", "more than 0 digits"), (0.5, "float is not exact"), ("many", "not a decimal number")],
)
def test_negative_and_fractional_units(
    lz: LazAI, cls: DatClass, nothing_sent: NothingSent, amount: int, reason: str
) -> None:
    """Where the class counts whole units only."""
    token = cls.mint(lz, quota=10)

    with nothing_sent(lz), pytest.raises(InvalidAmount) as refused:
        token.consume(amount)
    assert refused.value.value == amount
    assert reason in str(refused.value)
    assert "never a float" in str(refused.value)


@pytest.mark.parametrize("amount", [15, "1.5", 1.5, None, Units(1)])
def test_money_without_a_unit(lz: LazAI, cls: DatClass, nothing_sent: NothingSent, amount: object) -> None:
    """A number may be wei, coins or cents: it has to say."""
    with nothing_sent(lz), pytest.raises(InvalidAmount) as refused:
        cls.settle(amount)  # type: ignore[arg-type]
    assert refused.value.value == amount
    assert "wei(...), ether('1.5') or lz.erc20(asset).amount('1.5')" in str(refused.value)


def test_no_money_at_all(lz: LazAI, cls: DatClass, nothing_sent: NothingSent) -> None:
    """A settlement of nothing."""
    with nothing_sent(lz), pytest.raises(ZeroAmount):
        cls.settle(wei(0))


def test_an_unknown_class(lz: LazAI, nothing_sent: NothingSent) -> None:
    """Reads and writes alike."""
    unknown = lz.dat.cls(99)
    for attempt in (
        unknown.meta,
        unknown.total_share,
        unknown.freeze,
        lambda: unknown.mint(lz),
        lambda: unknown.settle(wei(1)),
    ):
        with nothing_sent(lz), pytest.raises(UnknownClass) as refused:
            attempt()
        assert refused.value.class_id == 99
        assert isinstance(refused.value, LookupError)
        assert "class_id=99" in str(refused.value)
        assert refused.value.remedy in str(refused.value)


@pytest.mark.parametrize("token_id", [0, 7, 1 << 128 | 5, 9 << 128 | 1])
def test_an_unknown_token(lz: LazAI, cls: DatClass, nothing_sent: NothingSent, token_id: int) -> None:
    """Id 0, an id without a class, a serial that was not minted, a class that does not exist."""
    unknown = lz.dat.token(token_id)
    for attempt in (unknown.owner, unknown.quota, unknown.claim, lambda: unknown.consume(1)):
        with nothing_sent(lz), pytest.raises(UnknownToken) as refused:
            attempt()
        assert refused.value.token_id == token_id


@pytest.mark.parametrize("label", ["", b"short", b""])
def test_a_label_that_is_none(lz: LazAI, cls: DatClass, nothing_sent: NothingSent, label: str | bytes) -> None:
    """An empty text, and bytes that are no hash."""
    token = cls.mint(lz, quota=1)
    with nothing_sent(lz), pytest.raises(InvalidLabel, match="Pass a label such as"):
        token.consume(1, metric=label)


def test_insufficient_funds(lz: LazAI, cls: DatClass, alice: LazAI, nothing_sent: NothingSent) -> None:
    """What there is and what is needed are named."""
    cls.mint(alice, share=1)
    lz.chain.fund(alice, ether(1))

    with nothing_sent(alice), pytest.raises(InsufficientFunds) as refused:
        alice.dat.cls(cls.id).settle(ether(5))

    assert (refused.value.address, refused.value.have) == (alice.address, ether(1))
    assert refused.value.need >= ether(5)
    assert "1 ETH" in str(refused.value)
    assert "Send at least" in str(refused.value)


def test_an_asset_that_is_none(lz: LazAI, cls: DatClass, alice: LazAI, usdc: Erc20Asset) -> None:
    """The contract's rule holds also for those who go around the SDK's own checks."""
    cls.mint(alice, share=1)
    with pytest.raises(InvalidAsset) as refused:
        lz.dat.contract.settle_revenue_erc20(cls.id, bytes(20), 5).send(lz.sender)
    assert int(refused.value.asset, 16) == 0


def test_reading_only(lz: LazAI, cls: DatClass) -> None:
    """Without an account everything can be read, and nothing written, signed or guessed."""
    reader = LazAI(lz._shared, None)

    assert reader.dat.cls(cls.id).controller() == lz.address
    assert reader.balance(lz) > ether(1)
    token = reader.dat.token(cls.mint(lz).id)
    for attempt in (
        lambda: reader.address,
        reader.balance,
        reader.dat.portfolio,
        reader.dat.cls(cls.id).freeze,
        reader.dat.cls(cls.id).freeze.plan,
        lambda: reader.dat.cls(cls.id).mint_many([]),
        lambda: token.sign_proof("quality", "ipfs://x"),
        lambda: reader.send_many([reader.dat.cls(cls.id).freeze.intent()]),
    ):
        with pytest.raises(NoAccount, match=r"Pass account=\.\.\."):
            attempt()
    assert reader.last_receipt is None
    assert repr(reader) == "LazAI(chain 31337, reading only)"


def test_every_refusal_of_input_is_a_value_error_of_the_package(lz: LazAI, cls: DatClass) -> None:
    """So that it can be caught the usual way."""
    with pytest.raises(ValueError, match="wei") as refused:
        cls.settle(1)  # type: ignore[arg-type]
    assert isinstance(refused.value, InputError)
    assert isinstance(refused.value, LazAIError)
    assert not isinstance(refused.value, Unsupported)

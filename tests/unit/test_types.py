"""Amounts are exact, keep their unit and refuse everything else; addresses are checked."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal
from operator import add, lt, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazai_py._errors import InvalidAddress, InvalidAmount, InvalidLabel, UnitMismatch
from lazai_py._types import (
    MAX_UINT256,
    NATIVE,
    Address,
    TokenAmount,
    Units,
    Wei,
    decimal_text,
    ether,
    gwei,
    keccak,
    metric,
    scaled,
    to_address,
    wei,
)

TEA, JAM = Address("0x" + "11" * 20), Address("0x" + "22" * 20)
VITALIK = "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045"
raws = st.integers(0, MAX_UINT256)


class TestParsing:
    """From what people write to integers."""

    @pytest.mark.parametrize(
        ("amount", "raw"),
        [
            (ether("1.5"), 15 * 10**17),
            (ether(2), 2 * 10**18),
            (ether(Decimal("0.000000000000000001")), 1),
            (ether("1e-18"), 1),
            (ether("1_000.50"), 1_000_500_000_000_000_000_000),
            (gwei("1.5"), 1_500_000_000),
            (wei(7), 7),
            (wei("7.000"), 7),
            (ether("115792089237316195423570985008687907853269984665640564039457.584007913129639935"), MAX_UINT256),
        ],
    )
    def test_amounts_are_exact(self, amount: Wei, raw: int) -> None:
        """Beyond the 28 digits that decimal arithmetic keeps by itself."""
        assert amount == Wei(raw)

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            (1.5, "a float is not exact"),
            (True, "a bool is not exact"),
            (None, "a NoneType is not exact"),
            (-1, "it is negative"),
            ("-0.1", "it is negative"),
            ("0.0000000000000000001", "more than 18 digits"),
            ("one", "not a decimal number"),
            ("", "not a decimal number"),
            ("nan", "sensible size"),
            ("inf", "sensible size"),
            ("1e999999999", "sensible size"),
            ("1e-999999999", "sensible size"),
            ("1e60", "larger than 2\\*\\*256 - 1"),
        ],
    )
    def test_other_values_are_refused(self, value: object, reason: str) -> None:
        """The value, the reason and the remedy are in the error."""
        with pytest.raises(InvalidAmount, match=reason) as refusal:
            ether(value)  # type: ignore[arg-type]
        assert refusal.value.value == value
        assert repr(value) in str(refusal.value)
        assert "never a float" in str(refusal.value)

    @given(raws, st.integers(0, 77))
    def test_text_and_amount_are_the_same_thing(self, raw: int, decimals: int) -> None:
        """What is printed is read back exactly, whatever the decimals."""
        assert scaled(decimal_text(raw, decimals), decimals) == raw

    def test_a_raw_count_is_an_integer_in_range(self) -> None:
        """The constructors check too."""
        for bad in (-1, MAX_UINT256 + 1, 1.0, True):
            with pytest.raises(InvalidAmount):
                Wei(bad)  # type: ignore[arg-type]


class TestUnits:
    """Units do not mix."""

    @given(raws, raws)
    def test_coins_add_up(self, left: int, right: int) -> None:
        """Sums, differences and order are those of integers, within the range."""
        assert (wei(left) < wei(right)) == (left < right)
        if left + right <= MAX_UINT256:
            assert wei(left) + wei(right) - wei(right) == wei(left)
        if left < right:
            with pytest.raises(InvalidAmount, match="negative"):
                wei(left) - wei(right)

    @pytest.mark.parametrize("operation", [add, sub, lt])
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            (wei(2), 1),
            (wei(2), "1"),
            (wei(2), Units(1)),
            (wei(2), TokenAmount(1, TEA)),
            (TokenAmount(2, TEA), TokenAmount(1, JAM)),
            (Units(2, 3), Units(1, 2)),
            (Units(2), wei(1)),
            (Units(2), 1.0),
        ],
    )
    def test_different_units_are_refused(self, operation: object, left: object, right: object) -> None:
        """Both sides are named; it is a TypeError as well."""
        with pytest.raises(UnitMismatch) as refusal:
            operation(left, right)  # type: ignore[operator]
        assert isinstance(refusal.value, TypeError)
        assert (refusal.value.left, refusal.value.right) == (left, right)

    def test_amounts_are_multiplied_by_counts_only(self) -> None:
        """Coins times coins is nothing, and a float is no count."""
        assert wei(3) * 4 == 4 * wei(3) == wei(12)
        assert wei(13) // 4 == wei(3)
        for bad in (1.5, wei(2), True):
            with pytest.raises(UnitMismatch):
                wei(3) * bad  # type: ignore[operator]
            with pytest.raises(UnitMismatch):
                wei(3) // bad  # type: ignore[operator]

    def test_amounts_of_different_units_are_never_equal(self) -> None:
        """Comparing them is allowed, and false."""
        assert wei(1) != 1  # type: ignore[comparison-overlap]
        assert wei(1) != Units(1)
        assert TokenAmount(1, TEA) != TokenAmount(1, JAM)
        assert TokenAmount(1, TEA, 6, "TEA") == TokenAmount(1, TEA)

    def test_amounts_do_not_change(self) -> None:
        """They may be keys and defaults."""
        with pytest.raises(FrozenInstanceError):
            wei(1).raw = 2  # type: ignore[misc]
        assert {wei(1), wei(1), wei(2)} == {wei(1), wei(2)}

    def test_amounts_print_with_their_unit(self) -> None:
        """Exactly, without idle zeros."""
        assert [str(amount) for amount in (ether("1.50"), wei(1), wei(0))] == [
            "1.5 ETH",
            "0.000000000000000001 ETH",
            "0 ETH",
        ]
        assert str(TokenAmount.parse("2.05", asset=TEA, decimals=6, symbol="TEA")) == "2.05 TEA"
        assert str(TokenAmount(5, TEA, 0)) == f"5 {TEA}"
        assert str(Units(1_500, 3)) == "1.5"

    def test_amounts_are_true_unless_they_are_nothing(self) -> None:
        """And are integers where integers are wanted."""
        assert wei(1)
        assert not wei(0)
        assert int(ether(1)) == 10**18


class TestQuota:
    """Units of usage."""

    def test_whole_units_are_meant(self) -> None:
        """Whatever is handed over."""
        assert Units.parse(50, 3).raw == 50_000
        assert Units.parse("0.5", 3).raw == 500
        assert Units.parse(Decimal("0.125"), 3).raw == 125
        assert Units.parse(Units(7, 3), 3).raw == 7

    def test_a_part_that_the_class_does_not_know_is_refused(self) -> None:
        """More digits than its unit has, or a quota of another class."""
        with pytest.raises(InvalidAmount, match="more than 3 digits"):
            Units.parse("0.0005", 3)
        with pytest.raises(UnitMismatch):
            Units.parse(Units(1, 2), 3)

    @given(st.integers(0, 10**30), st.integers(0, 18))
    def test_a_quota_equals_its_whole_units(self, whole: int, decimals: int) -> None:
        """Equal values have equal hashes, as Python wants it."""
        quota = Units.parse(whole, decimals)
        assert quota == whole
        assert hash(quota) == hash(whole)
        assert quota == Units(whole)
        assert not quota < whole <= whole + 1 < quota + 2 - 1

    def test_a_quota_calculates_with_whole_units(self) -> None:
        """And compares with them."""
        quota = Units(1_500, 3)
        assert quota + 1 == Units(2_500, 3)
        assert quota - 1 == Units(500, 3)
        assert 1 < quota < 2
        assert quota != 1
        assert quota != "1.5"


class TestAddresses:
    """Twenty bytes."""

    @pytest.mark.parametrize(
        "value", [VITALIK, VITALIK.lower(), "0x" + VITALIK[2:].upper(), bytes.fromhex(VITALIK[2:])]
    )
    def test_every_spelling_is_one_address(self, value: str | bytes) -> None:
        """Lower-case addresses too."""
        assert to_address(value) == VITALIK

    def test_what_has_an_address_is_one(self) -> None:
        """Accounts, contracts and handles can be passed as they are."""

        class Shop:
            address = VITALIK.lower()

        assert to_address(Shop()) == VITALIK

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            (VITALIK[:-1], "not 0x and 40 hex digits"),
            (VITALIK[2:], "not 0x and 40 hex digits"),
            ("vitalik.eth", "not 0x and 40 hex digits"),
            (VITALIK + "\n", "not 0x and 40 hex digits"),
            (VITALIK.replace("d8dA", "d8da"), "checksum is wrong"),
            (b"\x00" * 19, "bytes has no address"),
            (7, "int has no address"),
            (None, "NoneType has no address"),
        ],
    )
    def test_other_values_are_refused(self, value: object, reason: str) -> None:
        """The value and the reason are in the error."""
        with pytest.raises(InvalidAddress, match=reason) as refusal:
            to_address(value)
        assert refusal.value.value == value

    def test_a_wrong_checksum_says_the_right_one(self) -> None:
        """For those who are sure of the digits."""
        with pytest.raises(InvalidAddress, match=VITALIK):
            to_address(VITALIK.replace("d8dA", "d8da"))

    def test_the_native_coin_is_address_zero(self) -> None:
        """As in the standard."""
        assert to_address(NATIVE) == "0x0000000000000000000000000000000000000000"


class TestLabels:
    """Metrics."""

    def test_a_metric_is_the_hash_of_its_name(self) -> None:
        """As keccak256("inference_calls") in Solidity."""
        assert metric("inference_calls") == keccak(b"inference_calls")
        assert metric("a").hex() == "3ac225168df54212a25c1c01fd35bebfea408fdac2e31ddd6f80a4bbf9a5f1cb"

    def test_a_label_passes_through(self) -> None:
        """Thirty-two bytes are taken as they are."""
        assert metric(b"\x01" * 32) == b"\x01" * 32

    @pytest.mark.parametrize("value", ["", b"", b"\x01" * 31, 7])
    def test_other_values_are_refused(self, value: object) -> None:
        """Empty names and bytes of another length."""
        with pytest.raises(InvalidLabel):
            metric(value)  # type: ignore[arg-type]

"""Values to call data and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import eth_abi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazai_py._contract import codec
from lazai_py._contract.abi import Array, Kind, Parameter, Struct
from lazai_py._errors import InputError, InvalidAddress, InvalidAmount
from lazai_py._types import Address, to_address

BOB = to_address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8")


@dataclass(frozen=True, slots=True)
class Part(Struct):
    """A share of somebody."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "uint32")

    owner: Address
    share: int


@dataclass(frozen=True, slots=True)
class Terms(Struct):
    """A struct that holds others."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("string", Part, Array(Part, "[]"))

    name: str
    first: Part
    others: tuple[Part, ...]


TERMS = Terms("t", Part(BOB, 1), (Part(BOB, 2), Part(BOB, 3)))


def one(kind: Kind) -> tuple[Parameter, ...]:
    """A function's single parameter."""
    return (Parameter("value", kind),)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("uint256", 2**256 - 1),
        ("uint64", 2**64 - 1),
        ("int8", -128),
        ("bool", True),
        ("address", BOB),
        ("bytes32", bytes(range(32))),
        ("bytes", b"any length"),
        ("string", "München"),
        ("uint256[]", (1, 2, 3)),
        ("address[2]", (BOB, BOB)),
        ("uint8[][]", ((1,), (), (2, 3))),
        (Part, Part(BOB, 7)),
        (Terms, TERMS),
        (Array(Terms, "[]"), (TERMS, TERMS)),
        (Array(Array(Part, "[2]"), "[]"), ((Part(BOB, 1), Part(BOB, 2)),)),
    ],
)
def test_what_is_encoded_is_decoded_to_the_same_value(kind: Kind, value: object) -> None:
    """Integers, bytes, text, addresses, arrays and structs survive the way to call data and back."""
    assert codec.decode(one(kind), codec.encode(one(kind), [value])) == (value,)


@given(st.integers(0, 2**256 - 1), st.binary(min_size=32, max_size=32), st.text(), st.lists(st.integers(0, 2**64 - 1)))
def test_encoding_is_that_of_the_abi(number: int, word: bytes, text: str, items: list[int]) -> None:
    """The bytes are those that eth_abi makes, whatever the values."""
    kinds = ["uint256", "bytes32", "string", "uint64[]"]
    parameters = [Parameter(f"p{position}", kind) for position, kind in enumerate(kinds)]
    values = [number, word, text, items]
    assert codec.encode(parameters, values) == eth_abi.encode(kinds, values)
    assert codec.decode(parameters, eth_abi.encode(kinds, values)) == (number, word, text, tuple(items))


def test_a_struct_has_the_type_that_solidity_hashes() -> None:
    """Structs are tuples in signatures, arrays keep their suffix."""
    assert codec.type_name(Array(Terms, "[3]")) == "(string,(address,uint32),(address,uint32)[])[3]"


def test_an_address_may_be_lower_case_and_comes_back_with_its_checksum() -> None:
    """S8: an address works in any case."""
    data = codec.encode(one("address"), [BOB.lower()])
    assert data == bytes(12) + bytes.fromhex(BOB[2:])
    assert codec.decode(one("address"), data) == (BOB,)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("uint256", -1, "-1 is not an amount: share is uint256. Pass an integer from 0 to "),
        ("uint64", 2**64, f"{2**64} is not an amount: share is uint64. Pass an integer from 0 to {2**64 - 1}."),
        ("int8", 128, "128 is not an amount: share is int8. Pass an integer from -128 to 127."),
        ("uint256", 1.0, "1.0 is not an amount: share is an integer (uint256), not a float. "),
        ("uint256", True, "True is not an amount: share is an integer (uint256), not a bool. "),
        ("uint256", "1", "'1' is not an amount: share is an integer (uint256), not a str. "),
    ],
)
def test_a_number_that_does_not_fit_is_refused_by_name(kind: str, value: object, message: str) -> None:
    """Negative, too large, fractional and boolean numbers raise before anything is sent."""
    with pytest.raises(InvalidAmount) as caught:
        codec.encode([Parameter("share", kind)], [value])
    assert str(caught.value).startswith(message)
    assert caught.value.value == value


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("bytes32", b"short", "hash is bytes32 and b'short' has 5 bytes. Pass 32 bytes."),
        ("bytes32", "0x00", "hash is bytes32 and '0x00' is not. Pass bytes."),
        ("string", b"text", "hash is string and b'text' is not. Pass str."),
        ("bool", 1, "hash is bool and 1 is not. Pass bool."),
        ("uint256[]", 5, "hash is an array and 5 is not. Pass a list or a tuple."),
        ("bytes32[]", b"bytes", "hash is an array and b'bytes' is not. Pass a list or a tuple."),
        ("uint8[2]", [1], "hash has 1 items. Pass 2."),
        (Part, (BOB, 1), f"hash is a Part and {(BOB, 1)!r} is not. Pass a Part."),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(kind: Kind, value: object, message: str) -> None:
    """Bytes of another length, text for bytes and the like raise before anything is sent."""
    with pytest.raises(InputError) as caught:
        codec.encode([Parameter("hash", kind)], [value])
    assert str(caught.value) == message


def test_a_fault_inside_an_array_or_struct_is_named_by_its_place() -> None:
    """The message leads to the item and the field."""
    terms: list[Any] = [TERMS, Terms("t", Part(BOB, 1), (Part(BOB, 2**32),))]
    with pytest.raises(InvalidAmount, match=r"terms\[1\]\.others\[0\]\.share is uint32"):
        codec.encode([Parameter("terms", Array(Terms, "[]"))], [terms])


def test_an_address_that_is_none_is_refused() -> None:
    """A name is not an address."""
    with pytest.raises(InvalidAddress, match="'bob' is not an address"):
        codec.encode(one("address"), ["bob"])


def test_a_wrong_number_of_values_is_refused() -> None:
    """The message lists what belongs there."""
    with pytest.raises(InputError, match=r"1 values were given\. Pass 2: a, b\."):
        codec.encode([Parameter("a", "uint8"), Parameter("b", "uint8")], [1])


@pytest.mark.parametrize("data", [b"", bytes(31), b"\xff" * 32])
def test_bytes_that_encode_something_else_raise(data: bytes) -> None:
    """Too short, and a text whose place is beyond the end."""
    with pytest.raises(ValueError, match=r"does not encode \['string'\]"):
        codec.decode(one("string"), data)

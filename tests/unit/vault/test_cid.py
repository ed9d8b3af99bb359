"""CIDs are read, written and compared as IPFS does it, and nothing else passes for one."""

from __future__ import annotations

import hashlib

import pytest

from lazai_py._errors import InvalidCid
from lazai_py.vault import Cid, Codec

# "hello world" in Kubo's own tests (test/cli/add_test.go): as one raw leaf, and as one dag-pb leaf in both versions.
RAW = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
DAG_PB = "bafybeihykld7uyxzogax6vgyvag42y7464eywpf55gxi5qpoisibh3c5wa"
VERSION_0 = "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD"

# The same raw leaf as the documentation of the .NET implementation prints it, in base58.
BASE58 = "zb2rhj7crUKTQYRGCRATFaQ6YFLTde2YzdqbbhAASkL9uRDXn"


def test_a_raw_cid_is_the_hash_of_its_block() -> None:
    """The digest is plain sha2-256, which is what a class keeps as its integrity hash."""
    cid = Cid.of_block(b"hello world")

    assert str(cid) == RAW
    assert cid.digest == hashlib.sha256(b"hello world").digest()
    assert cid.codec is Codec.RAW


@pytest.mark.parametrize("text", [RAW, DAG_PB])
def test_text_survives_a_round_trip(text: str) -> None:
    """What was parsed prints as it was written, bare and as a URI."""
    cid = Cid.parse(text)

    assert str(cid) == text
    assert cid.uri == f"ipfs://{text}"
    assert Cid.parse(cid.uri) == cid
    assert Cid.parse(cid) is cid


def test_binary_survives_a_round_trip() -> None:
    """The binary form is version, codec, hash function, length and digest."""
    cid = Cid.parse(RAW)

    assert bytes(cid) == bytes.fromhex("01551220") + cid.digest
    assert Cid.from_bytes(bytes(cid)) == cid


def test_version_0_names_the_same_block_as_version_1() -> None:
    """`Qm...` is read as the version 1 CID of its dag-pb block, from text and from a link."""
    cid = Cid.parse(VERSION_0)

    assert str(cid) == DAG_PB
    assert cid.codec is Codec.DAG_PB
    assert Cid.from_bytes(bytes.fromhex("1220") + cid.digest) == cid


def test_version_1_in_base58_is_read() -> None:
    """`z...` is another spelling of the same CID."""
    assert Cid.parse(BASE58) == Cid.parse(RAW)


def test_cids_sort_by_their_digest_and_serve_as_keys() -> None:
    """Equal CIDs are one key; order follows the digest, then the codec."""
    low, high = Cid(bytes(32)), Cid(bytes(31) + b"\x01")

    assert sorted([high, low]) == [low, high]
    assert Cid(bytes(32), Codec.RAW) < Cid(bytes(32), Codec.DAG_PB)
    assert len({low, Cid(bytes(32)), high}) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "starts neither with b, z nor Qm"),
        ("https://example.org/a.json", "path inside a folder"),
        (f"{RAW}/a.json", "path inside a folder"),
        (RAW.upper(), "starts neither with b, z nor Qm"),
        (RAW[:-1], "no base32"),
        (RAW[:10] + "1" + RAW[11:], "no base32"),
        (RAW[:-1] + "f", "one spelling"),
        (RAW[:10] + RAW[10].upper() + RAW[11:], "one spelling"),
        ("bé", "no base32"),
        ("b", "not a CID over sha2-256"),
        (VERSION_0[:-1] + "0", "no base58"),
        (VERSION_0 + "D", "not a CID over sha2-256"),
        # "hello world" under sha2-512, from the same tests of Kubo.
        (
            "bafkrgqbqt3gerhas23vuzrapkdeqf4vu2dwxp3srdj6hvg6nhsug2tgyn6mj3u23yx7utftq3i2ckw2fwdh5qmhid5qf3t35yvkc5e5ottlw6",
            "longer than 64 characters",
        ),
        # [2] in dag-cbor, from the cross-codec fixtures of the IPLD specification.
        ("bafyreihdb57fdysx5h35urvxz64ros7zvywshber7id6t6c6fek37jgyfe", "codec 0x71"),
    ],
)
def test_what_names_no_readable_content_is_refused(text: str, reason: str) -> None:
    """The error shows the text, says what is wrong with it and what would be right."""
    with pytest.raises(InvalidCid, match=reason) as refused:
        Cid.parse(text)

    assert refused.value.value == text
    assert repr(text) in str(refused.value)
    assert refused.value.remedy in str(refused.value)


def test_a_digest_of_another_length_is_refused() -> None:
    """Only 32 bytes make a sha2-256 digest."""
    with pytest.raises(InvalidCid, match="has 32 bytes, not 31"):
        Cid(bytes(31))

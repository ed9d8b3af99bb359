"""Classes: created from what people have at hand, and bound to it by hashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lazai_py import LazAI, MintOrder, Units, ether
from lazai_py.dat import DatClass
from lazai_py.errors import (
    ClassFrozen,
    InputError,
    IntegrityError,
    InvalidAmount,
    InvalidCid,
    NotController,
    NotInVault,
    ShareCapExceeded,
    UnreadableContent,
)
from lazai_py.vault import Cid, MemoryVault


def test_a_class_keeps_the_cid_of_its_metadata_and_the_digest_in_it(lz: LazAI) -> None:
    """URI and integrity hash state the same thing."""
    cls = lz.dat.create_class({"name": "digits"}, unit="inference")

    meta = cls.meta()
    assert cls.id == 1
    assert meta.metadata_uri.startswith("ipfs://b")
    assert meta.integrity_hash == Cid.parse(meta.metadata_uri).digest
    assert (meta.unit_decimals, meta.policy_uri) == (0, "")
    assert cls.controller() == lz.address


def test_the_metadata_names_the_unit_and_every_part_of_the_data(lz: LazAI, tmp_path: Path) -> None:
    """Bytes, files and CIDs become parts, by name, with their CIDs and sizes."""
    file = tmp_path / "test.csv"
    file.write_bytes(b"5,6,7")
    known = lz.vault.put(b"known")

    cls = lz.dat.create_class(
        {"name": "digits", "description": "handwritten", "license": "CC0"},
        unit="image",
        data={"train": b"1,2,3", "test": file, "known": known},
    )

    assert cls.metadata() == {
        "name": "digits",
        "description": "handwritten",
        "license": "CC0",
        "unit": "image",
        "parts": [
            {"name": "train", "uri": lz.vault.put(b"1,2,3").uri, "size": 5},
            {"name": "test", "uri": lz.vault.put(b"5,6,7").uri, "size": 5},
            {"name": "known", "uri": known.uri, "size": 5},
        ],
    }


@pytest.mark.parametrize(("given", "name"), [(b"x", "data"), (Path("one.bin"), "one.bin")])
def test_a_single_piece_of_data_is_named_after_its_file(
    lz: LazAI, tmp_path: Path, given: bytes | Path, name: str
) -> None:
    """Bytes without a name are called data."""
    if isinstance(given, Path):
        given = tmp_path / given
        given.write_bytes(b"x")

    cls = lz.dat.create_class({"name": "one"}, data=given)

    assert [part["name"] for part in cls.metadata()["parts"]] == [name]


def test_metadata_of_a_class_can_be_read_changed_and_published_again(lz: LazAI, cls: DatClass) -> None:
    """What the metadata already says of unit and parts stays unless it is said anew."""
    cls.update_metadata({**cls.metadata(), "description": "better"}, data=b"more")

    metadata = cls.metadata()
    assert (metadata["description"], metadata["unit"], len(metadata["parts"])) == ("better", "inference", 1)
    assert cls.verify().ok


def test_metadata_that_is_elsewhere_is_named_by_its_uri(lz: LazAI) -> None:
    """A URI with a CID brings its hash; another URI needs it."""
    cid = lz.vault.put_json({"name": "elsewhere"})
    digest = bytes(range(32))

    assert lz.dat.create_class(cid.uri).meta().integrity_hash == cid.digest
    assert lz.dat.create_class(cid).meta().metadata_uri == cid.uri
    elsewhere = lz.dat.create_class("https://example.org/meta.json", integrity_hash=digest)
    assert elsewhere.meta().integrity_hash == digest


def test_metadata_elsewhere_without_a_hash_is_refused(lz: LazAI) -> None:
    """Nobody could tell later whether it was changed."""
    with pytest.raises(InputError, match=r"'https://example.org/m.json'.*integrity_hash"):
        lz.dat.create_class("https://example.org/m.json")


def test_metadata_elsewhere_cannot_be_given_data(lz: LazAI) -> None:
    """It is written already."""
    with pytest.raises(InputError, match="cannot be given a unit or data"):
        lz.dat.create_class("ipfs://bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e", data=b"x")


def test_a_hash_that_is_not_that_of_the_metadata_is_refused(lz: LazAI) -> None:
    """A class never starts its life with a broken promise."""
    with pytest.raises(IntegrityError):
        lz.dat.create_class({"name": "x"}, integrity_hash=bytes(32))


def test_a_file_that_is_not_there_is_named(lz: LazAI, tmp_path: Path) -> None:
    """The error names the path."""
    with pytest.raises(InputError, match=r"missing\.csv"):
        lz.dat.create_class({"name": "x"}, data=tmp_path / "missing.csv")


@pytest.mark.parametrize("decimals", [-1, 256, True])
def test_unit_decimals_outside_a_byte_are_refused(lz: LazAI, decimals: int) -> None:
    """The contract keeps them in one byte."""
    with pytest.raises(InvalidAmount, match="0 to 255"):
        lz.dat.create_class({"name": "x"}, unit_decimals=decimals)


def test_the_policy_is_stored_and_read_back(lz: LazAI) -> None:
    """A dict goes to the vault, a URI stays as it is, None means no policy."""
    priced = lz.dat.create_class({"name": "a"}, policy={"price": {"inference": "0.001 ETH"}})
    foreign = lz.dat.create_class({"name": "b"}, policy="https://example.org/terms")
    free = lz.dat.create_class({"name": "c"})

    assert priced.policy() == {"price": {"inference": "0.001 ETH"}}
    assert foreign.meta().policy_uri == "https://example.org/terms"
    assert free.policy() is None


def test_verify_checks_metadata_every_part_and_the_policy(lz: LazAI) -> None:
    """All of it is read and hashed again."""
    cls = lz.dat.create_class({"name": "x"}, data={"a": b"a", "b": b"b" * 300_000}, policy={"p": 1})

    verification = cls.verify()

    assert verification.ok
    assert bool(verification) is True
    assert [check.what for check in verification.checks] == ["metadata", "part a", "part b", "policy"]
    assert verification.require() is verification
    assert str(verification).startswith("class 1: verified\n")


def test_verify_finds_what_is_missing(lz: LazAI) -> None:
    """Another vault that lacks the content cannot vouch for it."""
    cls = lz.dat.create_class({"name": "x"}, data=b"data")
    elsewhere = lz.anew(vault=MemoryVault()).dat.cls(cls.id)

    verification = elsewhere.verify()

    assert not verification.ok
    assert [type(problem) for problem in verification.problems] == [NotInVault]
    with pytest.raises(NotInVault):
        verification.require()


class Tampering(MemoryVault):
    """A vault that hands out other bytes than it took in."""

    def _read(self, cid: Cid) -> bytes | None:
        block = super()._read(cid)
        return block if block is None else block.replace(b"honest", b"forged")


def test_verify_finds_data_that_was_changed(lz: LazAI) -> None:
    """A changed part is found although the metadata is whole."""
    tampering = lz.anew(vault=Tampering())
    cls = tampering.dat.create_class({"name": "x"}, data={"good": b"fine", "bad": b"honest"})

    checks = {check.what: check.problem for check in cls.verify().checks}

    assert checks["metadata"] is None
    assert checks["part good"] is None
    assert isinstance(checks["part bad"], IntegrityError)


def test_verify_finds_a_hash_that_does_not_belong_to_the_uri(lz: LazAI, cls: DatClass) -> None:
    """URI and hash are set through the contract here, as a careless controller could."""
    uri = lz.vault.put_json({"name": "other"}).uri
    lz.dat.contract.update_class_metadata(cls.id, uri, bytes(32)).send(lz.sender)

    [problem] = cls.verify().problems
    assert isinstance(problem, IntegrityError)
    assert problem.expected == "00" * 32


def test_verify_says_that_what_is_no_cid_cannot_be_checked(lz: LazAI) -> None:
    """A web address promises nothing about its content."""
    cls = lz.dat.create_class("https://example.org/m", integrity_hash=bytes(32), policy="https://example.org/p")

    assert [type(problem) for problem in cls.verify().problems] == [InvalidCid, InvalidCid]


def test_verify_says_that_a_part_names_nothing(lz: LazAI) -> None:
    """Metadata written by others may be malformed."""
    cls = lz.dat.create_class({"name": "x", "parts": [{"name": "lost"}, 7]})

    assert [type(problem) for problem in cls.verify().problems] == [UnreadableContent, UnreadableContent]


def test_the_cap_on_shares_holds(lz: LazAI, alice: LazAI) -> None:
    """A mint above it is refused before it is sent; without one it is 2**64 - 1."""
    capped = lz.dat.create_class({"name": "x"}, max_total_share=100)
    capped.mint(alice, share=60)

    assert (capped.max_total_share(), capped.total_share()) == (100, 60)
    with pytest.raises(ShareCapExceeded) as refused:
        capped.mint(alice, share=41)
    assert (refused.value.class_id, refused.value.total_share, refused.value.max_total_share) == (1, 101, 100)
    assert lz.dat.create_class({"name": "y"}).max_total_share() == 2**64 - 1


def test_the_controller_names_minters_and_others_cannot(lz: LazAI, cls: DatClass, alice: LazAI, bob: LazAI) -> None:
    """A minter mints until it is removed."""
    cls.set_minter(alice)
    assert cls.is_minter(alice)
    assert alice.dat.cls(cls.id).mint(bob, quota=3).quota() == 3

    cls.set_minter(alice, allowed=False)
    assert not cls.is_minter(alice)
    with pytest.raises(NotController) as refused:
        alice.dat.cls(cls.id).set_minter(bob)
    assert refused.value.caller == alice.address


def test_control_is_handed_over_in_two_steps_and_renounced(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """A nominee has to accept."""
    cls.transfer_controller(alice)
    assert cls.controller() == lz.address

    theirs = alice.dat.cls(cls.id)
    theirs.accept_controller()
    assert cls.controller() == alice.address

    theirs.renounce_controller()
    assert int(cls.controller(), 16) == 0


def test_a_frozen_class_keeps_metadata_policy_and_royalty(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Minting goes on."""
    cls.set_royalty(alice, bps=250)
    cls.update_policy({"p": 1})
    cls.freeze()

    assert cls.is_frozen()
    for change in (
        cls.update_metadata.intent({"name": "new"}),
        cls.update_policy.intent({"p": 2}),
        cls.set_royalty.intent(alice, bps=1),
    ):
        with pytest.raises(ClassFrozen):
            change.send(lz.sender)
    token = cls.mint(alice)
    assert lz.dat.contract.royalty_info(token.id, 10_000) == (alice.address, 250)


def test_classes_and_tokens_are_found_by_their_numbers(lz: LazAI, cls: DatClass, alice: LazAI) -> None:
    """Ids count from 1, and a token's id carries its class."""
    second = lz.dat.create_class({"name": "second"}, unit_decimals=2)
    minted = second.mint_many([MintOrder(alice, "0.5"), MintOrder(alice, 2)])

    assert lz.dat.classes() == [cls, second]
    assert second.tokens() == minted == [second.token(1), second.token(2)]
    assert [token.id for token in minted] == [2 << 128 | 1, 2 << 128 | 2]
    assert (minted[1].class_id, minted[1].serial) == (2, 2)
    assert minted[0].quota() == Units(50, 2)
    assert len({cls, lz.dat.cls(1), second}) == 2


def test_a_class_shows_itself_in_a_notebook(lz: LazAI, alice: LazAI) -> None:
    """As HTML, with what others wrote escaped."""
    cls = lz.dat.create_class("https://e.org/<script>", integrity_hash=bytes(32))
    cls.mint(alice, share=7)
    cls.settle(ether(1))

    shown = cls._repr_html_()

    assert "https://e.org/&lt;script&gt;" in shown
    assert "1 tokens, living share 7" in shown

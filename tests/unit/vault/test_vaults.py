"""Every vault keeps content under its hash, checks it on every read, and says what is missing or wrong."""

from __future__ import annotations

import json
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from lazai_py._errors import IntegrityError, InvalidJson, NotInVault, UnreadableContent, VaultUnavailable
from lazai_py.vault import Cid, Json, LocalVault, MemoryVault, Vault, canonical_json, cid_of, default_folder
from lazai_py.vault.tree import CHUNK_SIZE, blocks_of, chunks_of

LARGE = bytes(range(256)) * 2_000


@pytest.fixture(params=["memory", "local"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    """An empty vault of each kind that takes content in."""
    return MemoryVault() if request.param == "memory" else LocalVault(tmp_path / "vault")


def test_a_vault_returns_what_it_was_given(vault: Vault) -> None:
    """By CID, by its text and by its URI."""
    cid = vault.put(b"hello world")

    assert str(cid) == "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"
    assert vault.get(cid) == vault.get(str(cid)) == vault.get(cid.uri) == b"hello world"


def test_large_content_is_kept_as_a_tree(vault: Vault) -> None:
    """512,000 bytes are two leaves and a root, each readable under its own CID."""
    cid = vault.put(LARGE)

    assert cid == cid_of(LARGE)
    assert vault.get(cid) == LARGE
    assert vault.get(Cid.of_block(LARGE[:CHUNK_SIZE])) == LARGE[:CHUNK_SIZE]


def test_putting_twice_changes_nothing(vault: Vault) -> None:
    """The name depends on the content alone."""
    assert vault.put(LARGE) == vault.put(LARGE)


def test_what_was_never_put_is_not_stored(vault: Vault) -> None:
    """The error is a LookupError that names the CID, the vault and the remedy."""
    cid = cid_of(b"elsewhere")

    assert not vault.has(cid)
    with pytest.raises(NotInVault) as missing:
        vault.get(cid)
    assert isinstance(missing.value, LookupError)
    assert missing.value.cid == str(cid)
    assert missing.value.vault in str(missing.value)
    assert missing.value.remedy in str(missing.value)


def test_a_vault_has_what_was_put(vault: Vault) -> None:
    """Asking costs no read of the content."""
    assert vault.has(vault.put(LARGE))


def test_equal_json_values_share_a_cid(vault: Vault) -> None:
    """Order of keys and white space are no part of the value; the bytes are what any tool would hash."""
    cid = vault.put_json({"b": [1, 2.5, None, True], "a": "é"})

    assert vault.get(cid) == '{"a":"é","b":[1,2.5,null,true]}'.encode()
    assert vault.put_json({"a": "é", "b": (1, 2.5, None, True)}) == cid
    assert vault.get_json(cid) == {"a": "é", "b": [1, 2.5, None, True]}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes", "\ud800", {"a": object()}])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    """Nothing is kept that would read back as something else."""
    with pytest.raises(InvalidJson):
        canonical_json(value)  # type: ignore[arg-type]


def test_a_value_that_holds_itself_is_refused() -> None:
    """It would have no end."""
    endless: list[object] = []
    endless.append(endless)

    with pytest.raises(InvalidJson, match="Circular reference"):
        canonical_json(endless)  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [b"no json", b"\xff", b"[" * 100_000])
def test_content_that_is_no_json_is_not_read_as_such(vault: Vault, content: bytes) -> None:
    """The bytes are genuine and the error says what they are not."""
    cid = vault.put(content)

    with pytest.raises(UnreadableContent, match="no JSON") as refused:
        vault.get_json(cid)
    assert refused.value.cid == str(cid)


@pytest.mark.parametrize("block", range(3))
def test_a_changed_block_is_noticed(tmp_path: Path, block: int) -> None:
    """Whichever block of a tree was touched, the read fails, names it and shows both hashes."""
    vault = LocalVault(tmp_path)
    root = vault.put(LARGE)
    victim = list(blocks_of(chunks_of(LARGE)))[block]
    vault.path_of(victim.cid).write_bytes(b"something else")

    with pytest.raises(IntegrityError) as noticed:
        vault.get(root)
    assert str(victim.cid) in str(noticed.value)
    assert noticed.value.expected == victim.cid.digest.hex()
    assert noticed.value.actual == Cid.of_block(b"something else").digest.hex()


def test_a_lost_block_is_named(tmp_path: Path) -> None:
    """When a leaf is gone, it is the leaf that is reported, not the root."""
    vault = LocalVault(tmp_path)
    root = vault.put(LARGE)
    leaf = Cid.of_block(LARGE[CHUNK_SIZE:])
    vault.path_of(leaf).unlink()

    with pytest.raises(NotInVault) as missing:
        vault.get(root)
    assert missing.value.cid == str(leaf)


def test_putting_content_again_heals_it(tmp_path: Path) -> None:
    """A file that was cut short by a crash does not stay broken."""
    vault = LocalVault(tmp_path)
    cid = vault.put(b"hello world")
    vault.path_of(cid).write_bytes(b"hello")

    vault.put(b"hello world")

    assert vault.get(cid) == b"hello world"


def test_a_second_store_on_the_folder_reads_the_first_ones_content(tmp_path: Path) -> None:
    """What was put lasts longer than the object."""
    cid = LocalVault(tmp_path).put(LARGE)

    assert LocalVault(str(tmp_path)).get(cid) == LARGE


def test_blocks_are_spread_over_folders_and_nothing_else_is_left(tmp_path: Path) -> None:
    """One file a block, in a folder named after two characters of its CID."""
    vault = LocalVault(tmp_path)
    vault.put(LARGE)

    files = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    names = [str(block.cid) for block in blocks_of(chunks_of(LARGE))]
    assert files == sorted(Path(name[-3:-1], name) for name in names)


def put_repeatedly(folder: str) -> str:
    """Put the same large content ten times; runs in processes of its own."""
    vault = LocalVault(folder)
    return str([vault.put(LARGE) for _ in range(10)][-1])


def test_processes_may_write_the_same_content_at_once(tmp_path: Path) -> None:
    """Nobody ever reads half a block, and no unfinished file stays."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as processes, ThreadPoolExecutor(2) as threads:
        writers = [processes.submit(put_repeatedly, str(tmp_path)) for _ in range(2)]
        writers += [threads.submit(put_repeatedly, str(tmp_path)) for _ in range(2)]
        cids = {writer.result() for writer in writers}

    assert cids == {str(cid_of(LARGE))}
    assert LocalVault(tmp_path).get(cids.pop()) == LARGE
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 3


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    """The error names the path and what the system said."""
    (tmp_path / "file").write_bytes(b"")
    vault = LocalVault(tmp_path / "file")

    with pytest.raises(VaultUnavailable) as failed:
        vault.put(b"hello world")
    assert failed.value.place == str(vault.path_of(cid_of(b"hello world")))


def test_a_block_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    """A folder where a file belongs is neither content nor its absence."""
    vault = LocalVault(tmp_path)
    vault.path_of(cid_of(b"hello world")).mkdir(parents=True)

    with pytest.raises(VaultUnavailable):
        vault.get(cid_of(b"hello world"))


def test_a_vault_makes_its_folder_only_when_it_keeps_something(tmp_path: Path) -> None:
    """Looking leaves no trace."""
    vault = LocalVault(tmp_path / "vault")

    assert not vault.has(cid_of(b""))
    assert not vault.folder.exists()


def test_the_default_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`LAZAI_VAULT` decides, then the user's data folder."""
    monkeypatch.setenv("LAZAI_VAULT", str(tmp_path / "named"))
    assert LocalVault().folder == tmp_path / "named"

    monkeypatch.delenv("LAZAI_VAULT")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_folder() == tmp_path / "data" / "lazai" / "vault"

    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local" / "share" / "lazai" / "vault"

    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_folder() == tmp_path / "Library" / "Application Support" / "lazai" / "vault"

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_folder() == tmp_path / "local" / "lazai" / "vault"


def test_canonical_json_reads_back_as_the_same_value() -> None:
    """Large integers and every plane of Unicode survive."""
    value: dict[str, Json] = {"wei": 2**256 - 1, "text": "\u2028 \U0001f600", "nested": {"": []}}

    assert json.loads(canonical_json(value)) == value

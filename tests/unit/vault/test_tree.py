"""Content gets the name that IPFS would give it, and is read back from any tree that IPFS would write."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from Crypto.Cipher import ChaCha20

from lazai_py._errors import UnreadableContent
from lazai_py.vault import Cid, Codec, MemoryVault, cid_of
from lazai_py.vault.dagpb import Link, encode_node
from lazai_py.vault.tree import CHUNK_SIZE, blocks_of, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Made with npm's ipfs-unixfs-importer 17.1.1 (cidVersion 1, rawLeaves, chunks of 262144, balanced, 174 children) from
# the bytes 0, 1, ..., 250, 0, 1, ... of each length.
IMPORTER_VECTORS = {
    0: "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
    1: "bafkreidogqfzz75tpkmjzjke425xqcrmpcib2p5tg44hnbirumdbpl5adu",
    CHUNK_SIZE - 1: "bafkreiagptg6ztonoojy4wflk3wwusl5xt4vcy6uult4wa7oemsjtxhjsu",
    CHUNK_SIZE: "bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy",
    CHUNK_SIZE + 1: "bafybeiexg2oqkfnj56l7fcmawswqbijt5shq4b5rg6a546uwpkqqzwjioi",
    2 * CHUNK_SIZE: "bafybeihjlsmgtdumwxouubhh32wpo5k73zuptoz5bcxxcx3tflxmhyct2a",
    173 * CHUNK_SIZE + 1: "bafybeihuo24jp7z4bvvptps2iucxibbnkj6y2i2lucpkkgmuf3psuozx54",
    174 * CHUNK_SIZE: "bafybeihpe5snhzneq7xs53nivmsopto5lrogo3wjynauqylqeym5a3irbm",
    174 * CHUNK_SIZE + 1: "bafybeib4y7ghw2rq7bracc4xwtxrbzo7cfvagdpte2tmrkgwl6dyard3cm",
    175 * CHUNK_SIZE: "bafybeie73j3heycdgkdsehpoe6cxh2y3iywtf6djpi3dzqrywevvjmazny",
    175 * CHUNK_SIZE + 1: "bafybeihzhgkxa5ea4r5cr73r73tsf3ppwpstcxnsuyqxio3vy7xpikkhmi",
    348 * CHUNK_SIZE + 1: "bafybeicfutb2ww7mu3ge6wekarjrg5lo6zva7z4kqj6t77ayda7gw55f4e",
}

# Published in Kubo's test/cli/add_test.go ("UnixFSFileMaxLinks=174"): a ChaCha20 key stream, MiB -> CID, cut into
# chunks of 1 MiB with raw leaves. The cut differs from ours, the tree over it does not.
KUBO_VECTORS = {
    174: "bafybeigwduxcf2aawppv3isnfeshnimkyplvw3hthxjhr2bdeje4tdaicu",
    175: "bafybeidhd7lo2n2v7lta5yamob3xwhbxcczmmtmhquwhjesi35jntf7mpu",
}


def numbered_bytes(length: int) -> bytes:
    """Bytes that count to 250 and begin again, so that no two chunks are alike."""
    return (bytes(range(251)) * (length // 251 + 1))[:length]


def key_stream(mebibytes: int) -> Iterator[bytes]:
    """The deterministic input of Kubo's tests, in chunks of 1 MiB."""
    cipher = ChaCha20.new(key=hashlib.sha256(b"v1-seed").digest(), nonce=bytes(12))
    for _ in range(mebibytes):
        yield cipher.encrypt(bytes(1 << 20))


def stored(*blocks: tuple[bytes, Codec]) -> Callable[[Cid], bytes]:
    """A way to fetch exactly these blocks."""
    return {Cid.of_block(data, codec): data for data, codec in blocks}.__getitem__


def inner(*children: tuple[Cid, int]) -> bytes:
    """An inner node that states a size for each child, true or not."""
    return encode_node([Link(cid, size, size) for cid, size in children])


@pytest.mark.parametrize(("length", "cid"), IMPORTER_VECTORS.items())
def test_content_has_the_cid_that_ipfs_gives_it(length: int, cid: str) -> None:
    """At every length where the tree changes its shape, the name is the one of an independent importer."""
    assert str(cid_of(numbered_bytes(length))) == cid


@pytest.mark.parametrize(("mebibytes", "cid"), KUBO_VECTORS.items())
def test_trees_of_one_and_two_levels_have_the_cids_that_kubo_publishes(mebibytes: int, cid: str) -> None:
    """174 leaves fill one node; one more makes a second level."""
    *_, root = blocks_of(key_stream(mebibytes))

    assert str(root.cid) == cid


@pytest.mark.parametrize("length", [0, 1, CHUNK_SIZE, CHUNK_SIZE + 1, 174 * CHUNK_SIZE + 1])
def test_content_is_read_back_as_it_was_put(length: int) -> None:
    """Cutting and joining are inverse to each other, for one block, one level and two."""
    vault = MemoryVault()
    content = numbered_bytes(length)

    assert vault.get(vault.put(content)) == content


def test_a_tree_of_version_0_with_content_in_its_leaves_is_read() -> None:
    """What `ipfs add` writes without options is read: dag-pb leaves, links in version 0 (from ipfs-unixfs-importer)."""
    blocks = [
        "0a0e080212086f6e652074776f201808",
        "0a0e08021208746872656520666f1808",
        "0a0d08021207757220666976651807",
        (
            "12280a2212208ae36c7fdf99e5b8e94605d0c5871a79909cda8a97381bde13258a76822eceb01200181012280a22122057c86a17c50447aad"
            "02733a31e39f729ccfa69fed9703845188a2667daf1f594120018100a080802181020082008"
        ),
        "12280a22122041f9bcd3fe645115293d2d88d3c255231fb595bc41cbb5e57fb7c08677525b451200180f0a06080218072007",
        (
            "12280a22122053b5e63f04ff54b4e03c2d2dddd57c037caa6658e2da99c33fb1ee1dd0b42dfc1200187e12280a221220cd2679030b3120fb2"
            "396b0b888864d9a80125362961e485bf2c319fb6a94bafd120018410a080802181720102007"
        ),
    ]
    fetch = stored(*((bytes.fromhex(block), Codec.DAG_PB) for block in blocks))

    assert join(Cid.parse("QmNqKZFjsFxqTevaXe3RhV7y5zYW9bvtbyu8EmneFvRWWR"), fetch) == b"one two three four five"


def test_the_empty_file_of_version_0_is_read() -> None:
    """`QmbFMke1...` is what every IPFS node calls the empty file."""
    fetch = stored((bytes.fromhex("0a0408021800"), Codec.DAG_PB))

    assert join(Cid.parse("QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH"), fetch) == b""


def test_packed_sizes_and_unknown_fields_are_read() -> None:
    """Protobuf lets a writer pack repeated numbers and add fields; neither hides the content."""
    leaf = b"abc"
    link = bytes.fromhex("0a24") + bytes(Cid.of_block(leaf)) + bytes.fromhex("12001803")
    node = b"\x12" + bytes([len(link)]) + link + bytes.fromhex("0a09" + "0802" + "1803" + "220103" + "3801")

    assert join(Cid.of_block(node, Codec.DAG_PB), stored((leaf, Codec.RAW), (node, Codec.DAG_PB))) == leaf


def test_a_folder_is_not_read_as_a_file() -> None:
    """A directory (from ipfs-unixfs-importer) is refused by name."""
    folder = bytes.fromhex(
        "122f0a24015512207692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed1205612e74787418030a020801"
    )
    root = Cid.parse("bafybeibw3mhkkme4e7pfiq3okv5gtykudusniffhofgzxxd3tdel7hghei")

    with pytest.raises(UnreadableContent, match="a directory, not a file") as refused:
        join(root, stored((folder, Codec.DAG_PB)))

    assert refused.value.cid == str(root)


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        ("", "no UnixFS entry"),
        ("0a", "number in it does not end"),
        ("0affffffffffffffffffff01", "number in it does not end"),
        ("0a0508", "no UnixFS protobuf"),
        ("0d00000000", "no UnixFS protobuf"),
        ("0802", "a number where bytes belong"),
        ("0a020a00", "bytes where a number belongs"),
        ("0a0408021805", "promises 5 bytes and its parts make 0"),
        ("0a0408022001", "0 children and 1 sizes"),
        ("12020a00" + "0a0408022001", "a link cannot be followed"),
        ("12021800" + "0a0408022001", "a link has no hash"),
        ("0a020804", "a symbolic link"),
    ],
)
def test_a_block_that_is_no_file_node_is_refused(node: str, reason: str) -> None:
    """A stranger's bytes under a genuine hash end in one typed error, whatever they are."""
    block = bytes.fromhex(node)

    with pytest.raises(UnreadableContent, match=reason):
        join(Cid.of_block(block, Codec.DAG_PB), stored((block, Codec.DAG_PB)))


@pytest.mark.parametrize("promised", [2, 4])
def test_a_child_of_another_size_than_its_parent_says_is_refused(promised: int) -> None:
    """Sizes are what bounds the reading, so a lie about them ends it."""
    leaf = b"abc"
    root = inner((Cid.of_block(leaf), promised))

    with pytest.raises(UnreadableContent, match=f"has 3 bytes, its parent promised {promised}"):
        join(Cid.of_block(root, Codec.DAG_PB), stored((leaf, Codec.RAW), (root, Codec.DAG_PB)))


def test_a_tree_of_empty_children_is_refused() -> None:
    """Layers of nodes that hold nothing could be made to take for ever: 1,000 to the 20th fetches here."""
    level, blocks = Cid.of_block(b""), [(b"", Codec.RAW)]
    for _ in range(20):
        node = inner(*[(level, 0)] * 1_000)
        level = Cid.of_block(node, Codec.DAG_PB)
        blocks.append((node, Codec.DAG_PB))

    with pytest.raises(UnreadableContent, match="promised 0"):
        join(level, stored(*blocks))


def test_a_tree_that_repeats_itself_is_cut_off_at_the_limit() -> None:
    """Ten small blocks can promise a thousand million bytes; the promise alone is refused."""
    level, size, blocks = Cid.of_block(b"a"), 1, [(b"a", Codec.RAW)]
    for _ in range(9):
        node = inner(*[(level, size)] * 10)
        level, size = Cid.of_block(node, Codec.DAG_PB), size * 10
        blocks.append((node, Codec.DAG_PB))

    with pytest.raises(UnreadableContent, match="has 1000000000 bytes, more than the limit of 1048576"):
        join(level, stored(*blocks), limit=1 << 20)


def test_a_very_deep_tree_is_read() -> None:
    """Depth costs no stack: 5,000 nodes below each other hold one leaf."""
    level, blocks = Cid.of_block(b"abc"), [(b"abc", Codec.RAW)]
    for _ in range(5_000):
        node = inner((level, 3))
        level = Cid.of_block(node, Codec.DAG_PB)
        blocks.append((node, Codec.DAG_PB))

    assert join(level, stored(*blocks)) == b"abc"

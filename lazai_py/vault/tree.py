"""Content as a tree of blocks, cut and joined as IPFS does it, so that both give the same name to the same bytes.

The parameters are those of `ipfs add --cid-version=1 --raw-leaves`: chunks of 256 KiB, raw leaves, a balanced tree of
at most 174 links a node. Content of one chunk is its own only block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lazai_py._errors import UnreadableContent
from lazai_py.vault.cid import Cid, Codec
from lazai_py.vault.dagpb import FileNode, Link, NodeError, decode_node, encode_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CHUNK_SIZE = 262_144
MAX_LINKS = 174


class Block(NamedTuple):
    """Bytes and the name that their hash gives them."""

    cid: Cid
    data: bytes


def cid_of(content: bytes) -> Cid:
    """The CID that `ipfs add --cid-version=1 --raw-leaves` gives to `content`; nothing is stored."""
    *_, root = blocks_of(chunks_of(content))
    return root.cid


def chunks_of(content: bytes) -> Iterator[bytes]:
    """Cut content into chunks of `CHUNK_SIZE`; empty content is one empty chunk."""
    for start in range(0, max(len(content), 1), CHUNK_SIZE):
        yield content[start : start + CHUNK_SIZE]


def blocks_of(chunks: Iterable[bytes]) -> Iterator[Block]:
    """The tree over some chunks, children before parents: the last block is the root.

    Args:
        chunks: the content in order, cut in pieces of which none but an only one is empty; at least one.
    """
    layer: list[Link] = []
    for chunk in chunks:
        leaf = Block(Cid.of_block(chunk), chunk)
        layer.append(Link(leaf.cid, len(chunk), len(chunk)))
        yield leaf
    while len(layer) > 1:
        parents = [_parent(layer[start : start + MAX_LINKS]) for start in range(0, len(layer), MAX_LINKS)]
        layer = [link for link, _ in parents]
        yield from (block for _, block in parents)


def _parent(children: Sequence[Link]) -> tuple[Link, Block]:
    data = encode_node(children)
    block = Block(Cid.of_block(data, Codec.DAG_PB), data)
    size = sum(child.size for child in children)
    return Link(block.cid, size, len(data) + sum(child.total for child in children)), block


def join(root: Cid, fetch: Callable[[Cid], bytes], *, limit: int | None = None) -> bytes:
    """Put content together again from its blocks.

    A stranger may have written the tree, so it is walked without recursion, no node may hold more or less than its
    parent said, and an inner child may not be empty: the size that the root states, times the depth, bounds
    the work.

    Args:
        root: the CID of the content.
        fetch: returns the block of a CID, its hash checked.
        limit: the most bytes of content to accept; None for no limit.

    Raises:
        UnreadableContent: the blocks are no file, contradict each other about sizes, or hold more than `limit`.
    """
    pieces: list[bytes] = []
    pending: list[tuple[Cid, int | None]] = [(root, None)]
    while pending:
        cid, promised = pending.pop()
        node = _node(root, cid, fetch(cid))
        if promised is None and limit is not None and node.size > limit:
            raise UnreadableContent(str(root), f"it has {node.size} bytes, more than the limit of {limit}")
        if promised is not None and (node.size != promised or promised == 0):
            raise UnreadableContent(str(root), f"block {cid} has {node.size} bytes, its parent promised {promised}")
        pieces.append(node.data)
        pending.extend(reversed(node.children))
    return b"".join(pieces)


def _node(root: Cid, cid: Cid, block: bytes) -> FileNode:
    if cid.codec is Codec.RAW:
        return FileNode(block, ())
    try:
        return decode_node(block)
    except NodeError as error:
        raise UnreadableContent(str(root), f"block {cid} cannot be read: {error}") from None

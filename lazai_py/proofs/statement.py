"""What a proof is about: the statement, and the one number of it that the circuit sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eth_abi import encode

from lazai_py._types import Address, keccak
from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import mimc
from lazai_py.proofs.field import ORDER

BLOCK = 32
"""How many inputs one block of the hash holds, 7 bits each."""
_INPUT_BITS = 7


@dataclass(frozen=True, slots=True)
class Statement:
    """That a model made a content from a prompt, for one collection on one chain."""

    chain_id: int
    collection: Address
    commitment: bytes
    prompt: str
    content: str

    @property
    def digest(self) -> bytes:
        """The hash that binds all of it: `Statements.hash` in Solidity."""
        hashes = (keccak(self.prompt.encode()), keccak(self.content.encode()))
        kinds = ["uint256", "address", "bytes32", "bytes32", "bytes32"]
        return keccak(encode(kinds, [self.chain_id, self.collection, self.commitment, *hashes]))

    @property
    def binding(self) -> int:
        """The digest as an element of the field, which the hash of the public signal begins with."""
        return int.from_bytes(self.digest, "big") % ORDER


def blocks(image: Sequence[int], label: int) -> Iterator[int]:
    """Yield the blocks of an image: the first input highest, the label above the inputs of the last block."""
    for start in range(0, len(image), BLOCK):
        block = 0
        for number in range(start, start + BLOCK):
            block = block << _INPUT_BITS | (image[number] if number < len(image) else 0)
        yield block | (label << _INPUT_BITS * BLOCK if start + BLOCK >= len(image) else 0)


def public_signal(network: IntegerNetwork, statement: Statement) -> int:
    """Return what `ProofVerifier` hands to the proof's equation for a statement whose content is the right one.

    Raises:
        InvalidPrompt: the statement's prompt is none of this network.
    """
    images = network.images(statement.prompt)
    return mimc.digest(statement.binding, (block for image in images for block in blocks(image, network.label(image))))

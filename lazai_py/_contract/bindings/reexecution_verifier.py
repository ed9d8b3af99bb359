"""ReexecutionVerifier, typed.

Generated from `contracts/verification/ReexecutionVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Statement(Struct):
    """The struct `Statement`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "address", "bytes", "bytes")

    commitment: bytes
    collection: Address
    prompt: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class NetworkInstalled(Event):
    """A network can be asked from now on.

    Solidity: `NetworkInstalled(bytes32,address,uint32[],uint8[])`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("408f3e2aa242a0ed7f62b7fdc548c696b835636f66b3171f0917cb1c37f39810")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("commitment", "bytes32", indexed=True),
        Parameter("installer", "address", indexed=True),
        Parameter("sizes", "uint32[]"),
        Parameter("shifts", "uint8[]"),
    )

    commitment: bytes
    installer: Address
    sizes: tuple[int, ...]
    shifts: tuple[int, ...]


_ANSWER: Function[bytes] = Function(
    "answer",
    bytes.fromhex("47b0045b"),
    inputs=(Parameter("commitment", "bytes32"), Parameter("prompt", "bytes")),
    outputs=(Parameter("content", "bytes"),),
)
_BLOB_OF: Function[Address] = Function(
    "blobOf",
    bytes.fromhex("e5ce3770"),
    inputs=(Parameter("weights", "bytes"),),
    outputs=(Parameter("blob", "address"),),
)
_INSTALL: Function[bytes] = Function(
    "install",
    bytes.fromhex("4ff62673"),
    inputs=(
        Parameter("sizes", "uint32[]"),
        Parameter("shifts", "uint8[]"),
        Parameter("biases", "int32[]"),
        Parameter("blobs", "address[]"),
    ),
    outputs=(Parameter("commitment", "bytes32"),),
)
_IS_INSTALLED: Function[bool] = Function(
    "isInstalled",
    bytes.fromhex("83aa1b0b"),
    inputs=(Parameter("commitment", "bytes32"),),
    outputs=(Parameter("installed", "bool"),),
)
_STORE: Function[Address] = Function(
    "store", bytes.fromhex("b374012b"), inputs=(Parameter("weights", "bytes"),), outputs=(Parameter("blob", "address"),)
)
_VERIFY: Function[bool] = Function(
    "verify",
    bytes.fromhex("a7e08be8"),
    inputs=(Parameter("statement", Statement), Parameter("proof", "bytes")),
    outputs=(Parameter("valid", "bool"),),
)


class ReexecutionVerifier(Contract):
    """Re-execution: integer networks whose weights are contract code, run by whoever asks."""

    NAME = "ReexecutionVerifier"
    EVENTS = (NetworkInstalled,)

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def answer(self, commitment: bytes, prompt: bytes) -> bytes:
        """What a network answers to a prompt; empty when the network is not installed or the prompt is none of
        it.
        """
        return self._view(_ANSWER, commitment, prompt)

    def blob_of(self, weights: bytes) -> Address:
        """Where `store` puts these weights, or has put them."""
        return self._view(_BLOB_OF, weights)

    def install(
        self, sizes: Sequence[int], shifts: Sequence[int], biases: Sequence[int], blobs: Sequence[AddressLike]
    ) -> Intent[Sent]:
        """Makes a network known under its commitment.

        Parameters:
            sizes: inputs, then the neurons of each layer.
            shifts: of each layer but the last.
            biases: of each neuron, layer by layer.
            blobs: where `store` put the weights, in order.
        """
        return self._intent(_INSTALL, sizes, shifts, biases, blobs)

    def is_installed(self, commitment: bytes) -> bool:
        """Whether a network is installed."""
        return self._view(_IS_INSTALLED, commitment)

    def store(self, weights: bytes) -> Intent[Sent]:
        """Stores weights as the code of a new contract; does nothing when it is there already.

        Parameters:
            weights: 1 to 24,544 bytes.

        A plan's result:
            blob: where they are: depends on this contract and the weights alone.
        """
        return self._intent(_STORE, weights)

    def verify(self, statement: Statement, proof: bytes) -> bool:
        """Whether the statement is known to be true now, on this chain.

        Parameters:
            proof: what the way of verifying needs besides; empty where it needs nothing. It must not be
                usable for any other chain, collection, model, prompt or content.
        """
        return self._view(_VERIFY, statement, proof)

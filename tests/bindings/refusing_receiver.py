"""RefusingReceiver, typed.

Generated from `contracts/mocks/RefusingReceiver.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract

_POLITE: Function[bool] = Function("POLITE", bytes.fromhex("12e37fa5"), outputs=(Parameter("", "bool"),))
_ON_ERC1155_BATCH_RECEIVED: Function[bytes] = Function(
    "onERC1155BatchReceived",
    bytes.fromhex("bc197c81"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("tokenIds", "uint256[]"),
        Parameter("", "uint256[]"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("", "bytes4"),),
)
_ON_ERC1155_RECEIVED: Function[bytes] = Function(
    "onERC1155Received",
    bytes.fromhex("f23a6e61"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("tokenId", "uint256"),
        Parameter("", "uint256"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("", "bytes4"),),
)
_ON_ERC721_RECEIVED: Function[bytes] = Function(
    "onERC721Received",
    bytes.fromhex("150b7a02"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("tokenId", "uint256"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("", "bytes4"),),
)


class RefusingReceiver(Contract):
    """A contract that is asked whether it takes tokens, or coins, and says no, for tests."""

    NAME = "RefusingReceiver"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False
    CONSTRUCTOR = (Parameter("polite", "bool"),)

    @classmethod
    def creation(cls, polite: bool) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(polite)

    def polite(self) -> bool:
        """Whether it answers a wrong value instead of reverting."""
        return self._view(_POLITE)

    def on_erc1155_batch_received(
        self, item_0: AddressLike, item_1: AddressLike, token_ids: Sequence[int], item_3: Sequence[int], item_4: bytes
    ) -> bytes:
        """Whether the contract takes tokens of several ids."""
        return self._view(_ON_ERC1155_BATCH_RECEIVED, item_0, item_1, token_ids, item_3, item_4)

    def on_erc1155_received(
        self, item_0: AddressLike, item_1: AddressLike, token_id: int, item_3: int, item_4: bytes
    ) -> bytes:
        """Whether the contract takes tokens of an id."""
        return self._view(_ON_ERC1155_RECEIVED, item_0, item_1, token_id, item_3, item_4)

    def on_erc721_received(self, item_0: AddressLike, item_1: AddressLike, token_id: int, item_3: bytes) -> bytes:
        """Refuses a token of ERC-721."""
        return self._view(_ON_ERC721_RECEIVED, item_0, item_1, token_id, item_3)

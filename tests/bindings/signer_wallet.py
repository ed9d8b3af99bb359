"""SignerWallet, typed.

Generated from `contracts/mocks/SignerWallet.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent

_IS_VALID_SIGNATURE: Function[bytes] = Function(
    "isValidSignature",
    bytes.fromhex("1626ba7e"),
    inputs=(Parameter("hash", "bytes32"), Parameter("signature", "bytes")),
    outputs=(Parameter("magicValue", "bytes4"),),
)
_ON_ERC1155_BATCH_RECEIVED: Function[bytes] = Function(
    "onERC1155BatchReceived",
    bytes.fromhex("bc197c81"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("", "uint256[]"),
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
        Parameter("", "uint256"),
        Parameter("", "uint256"),
        Parameter("", "bytes"),
    ),
    outputs=(Parameter("", "bytes4"),),
)
_SUPPORTS_INTERFACE: Function[bool] = Function(
    "supportsInterface",
    bytes.fromhex("01ffc9a7"),
    inputs=(Parameter("interfaceId", "bytes4"),),
    outputs=(Parameter("", "bool"),),
)


class SignerWallet(Contract):
    """A contract wallet whose one key signs for it by ERC-1271, for tests."""

    NAME = "SignerWallet"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False
    CONSTRUCTOR = (Parameter("key", "address"),)

    @classmethod
    def creation(cls, key: AddressLike) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(key)

    def is_valid_signature(self, hash_: bytes, signature: bytes) -> bytes:
        """`isValidSignature`.

        Parameters:
            hash_: hash of the data to be signed
            signature: signature byte array associated with `hash`
        """
        return self._view(_IS_VALID_SIGNATURE, hash_, signature)

    def on_erc1155_batch_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: Sequence[int], item_3: Sequence[int], item_4: bytes
    ) -> Intent[Sent]:
        """Whether the contract takes tokens of several ids."""
        return self._intent(_ON_ERC1155_BATCH_RECEIVED, item_0, item_1, item_2, item_3, item_4)

    def on_erc1155_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: int, item_3: int, item_4: bytes
    ) -> Intent[Sent]:
        """Whether the contract takes tokens of an id."""
        return self._intent(_ON_ERC1155_RECEIVED, item_0, item_1, item_2, item_3, item_4)

    def supports_interface(self, interface_id: bytes) -> bool:
        """Whether the contract implements an interface, by its ERC-165 id."""
        return self._view(_SUPPORTS_INTERFACE, interface_id)

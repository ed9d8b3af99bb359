"""ReentrantReceiver, typed.

Generated from `contracts/mocks/ReentrantReceiver.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent

_ANSWER: Function[bytes] = Function("answer", bytes.fromhex("85bb7d69"), outputs=(Parameter("", "bytes"),))
_ARM: Function[None] = Function(
    "arm", bytes.fromhex("3522bfd0"), inputs=(Parameter("target", "address"), Parameter("data", "bytes"))
)
_CALLS: Function[int] = Function("calls", bytes.fromhex("305f72b7"), outputs=(Parameter("", "uint256"),))
_EXECUTE: Function[bytes] = Function(
    "execute",
    bytes.fromhex("b61d27f6"),
    inputs=(Parameter("target", "address"), Parameter("value", "uint256"), Parameter("data", "bytes")),
    outputs=(Parameter("result", "bytes"),),
)
_ON_ERC1155_BATCH_RECEIVED: Function[bytes] = Function(
    "onERC1155BatchReceived",
    bytes.fromhex("bc197c81"),
    inputs=(
        Parameter("", "address"),
        Parameter("", "address"),
        Parameter("", "uint256[]"),
        Parameter("", "uint256[]"),
        Parameter("data", "bytes"),
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
        Parameter("data", "bytes"),
    ),
    outputs=(Parameter("", "bytes4"),),
)
_ON_ERC721_RECEIVED: Function[bytes] = Function(
    "onERC721Received",
    bytes.fromhex("150b7a02"),
    inputs=(Parameter("", "address"), Parameter("", "address"), Parameter("", "uint256"), Parameter("data", "bytes")),
    outputs=(Parameter("", "bytes4"),),
)
_RECEIVED: Function[bytes] = Function("received", bytes.fromhex("83a6deb5"), outputs=(Parameter("", "bytes"),))
_SUCCEEDED: Function[bool] = Function("succeeded", bytes.fromhex("93415250"), outputs=(Parameter("", "bool"),))
_SUPPORTS_INTERFACE: Function[bool] = Function(
    "supportsInterface",
    bytes.fromhex("01ffc9a7"),
    inputs=(Parameter("interfaceId", "bytes4"),),
    outputs=(Parameter("supported", "bool"),),
)


class ReentrantReceiver(Contract):
    """A holder that calls back whenever it receives coins or tokens, for tests."""

    NAME = "ReentrantReceiver"
    EVENTS = ()
    ARTIFACTS = Path(__file__).parents[1] / "artifacts"
    __test__ = False

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def answer(self) -> bytes:
        """What the last call answered: its result or its error."""
        return self._view(_ANSWER)

    def arm(self, target: AddressLike, data: bytes) -> Intent[Sent]:
        """Sets the call to make whenever there is an opportunity."""
        return self._intent(_ARM, target, data)

    def calls(self) -> int:
        """How many times the call was made."""
        return self._view(_CALLS)

    def execute(self, target: AddressLike, value: int, data: bytes) -> Intent[Sent]:
        """Makes a call of its own, as an account would."""
        return self._intent(_EXECUTE, target, value, data)

    def on_erc1155_batch_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: Sequence[int], item_3: Sequence[int], data: bytes
    ) -> Intent[Sent]:
        """Whether the contract takes tokens of several ids.

        Parameters:
            data: additional data with no specified format
        """
        return self._intent(_ON_ERC1155_BATCH_RECEIVED, item_0, item_1, item_2, item_3, data)

    def on_erc1155_received(
        self, item_0: AddressLike, item_1: AddressLike, item_2: int, item_3: int, data: bytes
    ) -> Intent[Sent]:
        """Whether the contract takes tokens of an id.

        Parameters:
            data: additional data with no specified format
        """
        return self._intent(_ON_ERC1155_RECEIVED, item_0, item_1, item_2, item_3, data)

    def on_erc721_received(self, item_0: AddressLike, item_1: AddressLike, item_2: int, data: bytes) -> Intent[Sent]:
        """`onERC721Received`."""
        return self._intent(_ON_ERC721_RECEIVED, item_0, item_1, item_2, data)

    def received(self) -> bytes:
        """What came along with the last tokens."""
        return self._view(_RECEIVED)

    def succeeded(self) -> bool:
        """Whether the last call succeeded."""
        return self._view(_SUCCEEDED)

    def supports_interface(self, interface_id: bytes) -> bool:
        """Whether the contract implements an interface, by its ERC-165 id."""
        return self._view(_SUPPORTS_INTERFACE, interface_id)

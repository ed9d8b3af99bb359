"""A chain, people on it, and the gas of what they do: what every measurement shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lazai_py._chain.accounts import PrivateKey
from lazai_py._chain.devrpc import AnvilEngine
from lazai_py._chain.engine import Call
from lazai_py._chain.sender import Sender
from lazai_py._contract import codec
from lazai_py._contract.abi import Parameter
from lazai_py._contract.artifact import Artifact
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, metric, to_address

TEST_TOKEN = Path(__file__).parents[2] / "tests" / "artifacts" / "TestToken.json"
START = 2_000_000_000
DAY = 86_400
METRIC = metric("inference_calls")
# 59 bytes, as long as an IPFS URI with a CIDv1.
URI = "ipfs://" + "b" * 52
UNIT = 10**18
# How many tokens the batches of a class are of.
MINTS = 100


@dataclass
class Meter:
    """A chain, people on it, and the gas of what they did, by the name of the operation."""

    engine: AnvilEngine
    accounts: Sequence[PrivateKey]
    gas: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine.ask("anvil_setBlockTimestampInterval", 1)
        self.engine.set_time(START)
        self.dat = DataAnchoringToken(self.engine, self.deploy(DataAnchoringToken.creation()))
        kinds = (Parameter("name", "string"), Parameter("symbol", "string"), Parameter("decimals", "uint8"))
        arguments = codec.encode(kinds, ("US dollar", "USD", 6))
        self.usd = Erc20(self.engine, self.deploy(Artifact.read(TEST_TOKEN).bytecode + arguments))

    def deploy(self, code: bytes) -> Address:
        """Creates a contract; returns where it is."""
        return to_address(Sender(self.engine, self.accounts[0]).send(Call(None, code)).contract_address)

    def sender(self, by: int = 0) -> Sender:
        """The account of that number, as somebody who sends."""
        return Sender(self.engine, self.accounts[by])

    def send(self, intent: Intent[Sent], by: int = 0) -> int:
        """Sends for the account of that number; returns the gas of the whole transaction."""
        return intent.send(self.sender(by)).receipt.gas_used

    def record(self, name: str, intent: Intent[Sent], *, by: int = 0, each: int = 1) -> None:
        """Sends, and notes the gas, divided by how many operations it was, rounded up."""
        self.gas[name] = -(-self.send(intent, by) // each)


def token_id(serial: int, class_id: int = 1) -> int:
    """The id of a token."""
    return class_id << 128 | serial

"""The misbehaving contracts of `contracts/mocks`, callable by the names of their functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from lazai_py._chain.engine import Call, Engine
from lazai_py._contract import codec
from lazai_py._contract.abi import AddressLike, Function, Parameter
from lazai_py._contract.artifact import Artifact
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.intent import Intent, Sender, Sent
from lazai_py._types import Wei, keccak

ARTIFACTS = Path(__file__).parents[1] / "artifacts"


class Mock(Erc20):
    """A contract of the tests. Those of an ERC-20 can be used as one."""

    def __init__(self, engine: Engine, address: AddressLike, artifact: Artifact) -> None:
        super().__init__(engine, address)
        self._functions = {item["name"]: _function(item) for item in artifact.abi if item["type"] == "function"}

    @classmethod
    def deploy(cls, sender: Sender, name: str, *arguments: object) -> Self:
        """Deploys the contract of that name."""
        artifact = Artifact.read(ARTIFACTS / f"{name}.json")
        inputs: list[dict[str, Any]] = next(
            (item["inputs"] for item in artifact.abi if item["type"] == "constructor"), []
        )
        code = artifact.bytecode + codec.encode(_parameters(inputs), arguments)
        receipt = sender.send(Call(None, code, sender=sender.address))
        assert receipt.contract_address is not None
        return cls(sender.engine, receipt.contract_address, artifact)

    def does(self, name: str, *arguments: object, pay: int = 0) -> Intent[Sent]:
        """The intent to call a function."""
        return self._intent(self._functions[name], *arguments, pay=Wei(pay))

    def says(self, name: str, *arguments: object) -> Any:
        """What a view answers."""
        return self._view(self._functions[name], *arguments)


def _function(item: dict[str, Any]) -> Function[Any]:
    kinds = ",".join(each["type"] for each in item["inputs"])
    selector = keccak(f"{item['name']}({kinds})".encode())[:4]
    return Function(item["name"], selector, _parameters(item["inputs"]), _parameters(item["outputs"]))


def _parameters(items: list[dict[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(Parameter(each["name"], each["type"]) for each in items)

"""The compiled contracts that come with the package."""

from __future__ import annotations

import pytest

from lazai_py._contract.artifact import Artifact, artifact
from tests.bindings.test_token import TestToken


def test_an_artifact_has_the_contracts_code_and_abi() -> None:
    """Creation code ends with the deployed code and is within the limit of EIP-170."""
    dat = artifact("DataAnchoringToken")
    assert dat.source == "contracts/assets/dat/DataAnchoringToken.sol"
    assert dat.deployed_bytecode in dat.bytecode
    assert len(dat.deployed_bytecode) <= 24_576
    assert "settleRevenueETH" in {entry["name"] for entry in dat.abi if entry["type"] == "function"}


def test_an_artifact_is_read_once() -> None:
    """The second look is free."""
    assert artifact("DataAnchoringToken") is artifact("DataAnchoringToken")


def test_a_name_without_an_artifact_raises() -> None:
    """Only contracts of the package have one."""
    with pytest.raises(FileNotFoundError, match=r"Unknown\.json"):
        artifact("Unknown")


def test_an_interface_has_no_code() -> None:
    """Nobody deploys somebody else's contract from here."""
    assert (artifact("Erc20").bytecode, artifact("Erc20").deployed_bytecode) == (b"", b"")


@pytest.fixture
def token() -> Artifact:
    """A contract with one immutable value: its decimals."""
    return TestToken.artifact()


def test_deployed_code_is_recognised_whatever_its_immutable_values_are(token: Artifact) -> None:
    """The places of immutable values are passed over, and only those."""
    ((start, length),) = set(token.immutables)
    code = bytearray(token.deployed_bytecode)
    code[start : start + length] = (6).to_bytes(length, "big")
    assert token.is_code(bytes(code))
    code[start + length] ^= 1
    assert not token.is_code(bytes(code))


@pytest.mark.parametrize("code", [b"", b"\x60\x80"])
def test_other_code_is_not_the_contract(token: Artifact, code: bytes) -> None:
    """No code, and too short a one."""
    assert not token.is_code(code)

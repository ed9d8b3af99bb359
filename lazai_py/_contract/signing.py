"""Signing what a contract checks by EIP-712, in the domain that it names itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from lazai_py._chain.accounts import Signer, TypedFields


class Domained(Protocol):
    """A contract that names its domain (ERC-5267)."""

    def eip712_domain(self) -> Any:
        """Return the domain, as a binding has it."""


def sign(contract: Domained, signer: Signer, types: TypedFields, message: Mapping[str, object]) -> bytes:
    """Return a signature of a struct that only this contract on this chain takes."""
    domain = contract.eip712_domain()
    fields = {
        "name": domain.name,
        "version": domain.version,
        "chainId": domain.chain_id,
        "verifyingContract": domain.verifying_contract,
    }
    return signer.sign_typed_data(fields, types, message)

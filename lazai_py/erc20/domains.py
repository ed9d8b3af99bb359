"""EIP-712: the domain that signatures for a token are made in."""

from __future__ import annotations

from typing import Any

from lazai_py._contract.bindings.signed_erc20 import Eip712DomainResult, SignedErc20
from lazai_py._errors import ContractError, UnknownDomain
from lazai_py._types import Address, keccak

Domain = dict[str, Any]
"""The fields of a domain by their names in EIP-712."""

_GUESSED = keccak(b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")
_FIRST_VERSION = "1"
_HERE = ("chainId", "verifyingContract")


def domain_of(token: SignedErc20) -> Domain:
    """Return the domain of a token: what it says itself (ERC-5267), or else a guess that its separator confirms.

    Raises:
        UnknownDomain: it says nothing, the guess is wrong, or it is the domain of something else than this token here.
    """
    here = dict(zip(_HERE, (token.engine.chain_id(), token.address), strict=True))
    try:
        said = token.eip712_domain()
    except ContractError:
        return _guessed(token, here)
    domain = _fields(said)
    # What is signed in the domain of another token is worth something there.
    if said.extensions or {name: domain.get(name) for name in _HERE} != here:
        raise UnknownDomain(token.address, f"it names {said.verifying_contract} on chain {said.chain_id}")
    return domain


def _fields(said: Eip712DomainResult) -> Domain:
    """Return the fields that are in use: each has a bit, in the order of EIP-712."""
    values = zip(("name", "version", *_HERE, "salt"), said[1:6], strict=True)
    return {name: value for place, (name, value) in enumerate(values) if said.fields[0] >> place & 1}


def _guessed(token: SignedErc20, here: Domain) -> Domain:
    try:
        name, separator = token.name(), token.domain_separator()
    except ContractError:
        raise UnknownDomain(token.address, "it answers neither eip712Domain nor name and DOMAIN_SEPARATOR") from None
    version = _version(token)
    if _separator(name, version, here["chainId"], token.address) != separator:
        raise UnknownDomain(token.address, f"it is not that of {name!r} in version {version!r}")
    return {"name": name, "version": version, **here}


def _version(token: SignedErc20) -> str:
    try:
        return token.version()
    except ContractError:
        return _FIRST_VERSION


def _separator(name: str, version: str, chain_id: int, token: Address) -> bytes:
    texts = keccak(name.encode()) + keccak(version.encode())
    return keccak(_GUESSED + texts + chain_id.to_bytes(32) + bytes.fromhex(token[2:]).rjust(32, b"\0"))

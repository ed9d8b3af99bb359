"""ServiceRegistry, typed.

Generated from `contracts/network/ServiceRegistry.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from lazai_py._contract.abi import AddressLike, Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address


@dataclass(frozen=True, slots=True)
class Service(Struct):
    """The struct `Service`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("string", "string", "bytes32", "bytes")

    endpoint: str
    terms_uri: str
    metric: bytes
    public_key: bytes


class Eip712DomainResult(NamedTuple):
    """What `eip712Domain` returns."""

    fields: bytes
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: bytes
    extensions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ServiceAnnounced(Event):
    """A service announced itself, or withdrew with everything empty.

    Solidity: `ServiceAnnounced(address,uint256,string,string,bytes32,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("76a49b8238dcb0600ce2f069fd57dab6a399991ba19cb4e1909f76a718ec045e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("service", "address", indexed=True),
        Parameter("nonce", "uint256"),
        Parameter("endpoint", "string"),
        Parameter("termsURI", "string"),
        Parameter("metric", "bytes32", indexed=True),
        Parameter("publicKey", "bytes"),
    )

    service: Address
    nonce: int
    endpoint: str
    terms_uri: str
    metric: bytes
    public_key: bytes


_ANNOUNCE: Function[None] = Function(
    "announce", bytes.fromhex("9d46504e"), inputs=(Parameter("announcement", Service),)
)
_ANNOUNCE_FOR: Function[None] = Function(
    "announceFor",
    bytes.fromhex("2de29ceb"),
    inputs=(
        Parameter("service", "address"),
        Parameter("announcement", Service),
        Parameter("deadline", "uint256"),
        Parameter("signature", "bytes"),
    ),
)
_EIP712_DOMAIN: Function[Eip712DomainResult] = Function(
    "eip712Domain",
    bytes.fromhex("84b0196e"),
    outputs=(
        Parameter("fields", "bytes1"),
        Parameter("name", "string"),
        Parameter("version", "string"),
        Parameter("chainId", "uint256"),
        Parameter("verifyingContract", "address"),
        Parameter("salt", "bytes32"),
        Parameter("extensions", "uint256[]"),
    ),
    result=Eip712DomainResult,
)
_NONCE_OF: Function[int] = Function(
    "nonceOf",
    bytes.fromhex("ed2a2d64"),
    inputs=(Parameter("service", "address"),),
    outputs=(Parameter("nonce", "uint256"),),
)
_SERVICE_OF: Function[Service] = Function(
    "serviceOf",
    bytes.fromhex("fe9b11ec"),
    inputs=(Parameter("service", "address"),),
    outputs=(Parameter("announcement", Service),),
)


class ServiceRegistry(Contract):
    """Service registry: services say where they are, and nobody says it for them."""

    NAME = "ServiceRegistry"
    EVENTS = (ServiceAnnounced,)

    @classmethod
    def creation(cls) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation()

    def announce(self, announcement: Service) -> Intent[Sent]:
        """Announces the caller; replaces what it announced before."""
        return self._intent(_ANNOUNCE, announcement)

    def announce_for(
        self, service: AddressLike, announcement: Service, deadline: int, signature: bytes
    ) -> Intent[Sent]:
        """Announces a service by its signature; anyone may send it.

        Parameters:
            deadline: the last second at which it can be sent.
            signature: of the account, or by ERC-1271.
        """
        return self._intent(_ANNOUNCE_FOR, service, announcement, deadline, signature)

    def eip712_domain(self) -> Eip712DomainResult:
        """The EIP-712 domain that signatures for this contract are bound to, by ERC-5267."""
        return self._view(_EIP712_DOMAIN)

    def nonce_of(self, service: AddressLike) -> int:
        """The number of announcements of a service, which its next signature must carry."""
        return self._view(_NONCE_OF, service)

    def service_of(self, service: AddressLike) -> Service:
        """What a service last announced; empty when it never did."""
        return self._view(_SERVICE_OF, service)

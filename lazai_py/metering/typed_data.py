"""EIP-712 hashes and signatures of everything that metering signs, by hand: general encoders take twenty times as long.

The domains of vouchers, sessions and announcements are those of the contracts. Receipts never reach a chain and have
a domain of their own, bound to the chain and the token contract whose quota they account for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lazai_py._chain.accounts import recovered
from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._contract.bindings.service_registry import Service
from lazai_py._types import NATIVE, Address, keccak
from lazai_py.metering.errors import BadSignature

VOUCHER = (
    "Voucher(uint256 tokenId,address reserver,address service,address session,uint32 generation,bytes32 metric,"
    "uint256 cumulative,uint64 deadline,bytes32 call)"
)
SESSION = (
    "Session(uint256 tokenId,address reserver,address service,uint32 generation,address key,uint256 cap,"
    "uint64 expireAt)"
)
RECEIPT = "Receipt(bytes32 voucher,uint256 units,uint256 used,bytes32 request,bytes32 response,uint64 time)"
ANNOUNCEMENT = (
    "Announcement(address service,string endpoint,string termsURI,bytes32 metric,bytes publicKey,uint256 nonce,"
    "uint256 deadline)"
)
DOMAIN = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"

NO_CALL = bytes(32)
"""The `call` of a voucher that pays for no single call: the one that closes a session."""

NO_SESSION = NATIVE
"""The `session` of a voucher that the reserver itself signed."""

SIGNATURE_BYTES = 65
SESSION_HEAD_BYTES = 64 + SIGNATURE_BYTES
_HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0

_VOUCHER, _SESSION, _RECEIPT, _ANNOUNCEMENT, _DOMAIN = (
    keccak(text.encode()) for text in (VOUCHER, SESSION, RECEIPT, ANNOUNCEMENT, DOMAIN)
)


@dataclass(frozen=True, slots=True)
class Domain:
    """Where a signature counts.

    Parameters:
        name: the name of the domain; every domain here has version 1.
        chain_id: the chain.
        contract: the contract that checks the signature, or that it is about.
    """

    name: str
    chain_id: int
    contract: Address

    @classmethod
    def of_dat(cls, chain_id: int, dat: Address) -> Domain:
        """Return the domain of vouchers and sessions for the token contract `dat`."""
        return cls("DataAnchoringToken", chain_id, dat)

    @classmethod
    def of_receipts(cls, chain_id: int, dat: Address) -> Domain:
        """Return the domain of receipts for calls paid with quota of `dat`."""
        return cls("LazAI Metering", chain_id, dat)

    @classmethod
    def of_registry(cls, chain_id: int, registry: Address) -> Domain:
        """Return the domain of announcements in the service registry."""
        return cls("ServiceRegistry", chain_id, registry)

    def digest(self, struct_hash: bytes) -> bytes:
        """Return the 32 bytes that are signed for a struct with this hash."""
        return keccak(b"\x19\x01" + _separator(self) + struct_hash)


@lru_cache(maxsize=256)
def _separator(domain: Domain) -> bytes:
    texts = keccak(domain.name.encode()) + keccak(b"1")
    return keccak(_DOMAIN + texts + _uint(domain.chain_id) + _address(domain.contract))


@dataclass(frozen=True, slots=True)
class Session:
    """What a reserver lets a session key do: sign vouchers of one reservation up to a sum and a time.

    Parameters:
        token_id, reserver, service, generation: the reservation.
        key: the address of the session key.
        cap: the highest cumulative amount that it may sign, in smallest units.
        expire_at: the last second at which what it signed counts.
    """

    token_id: int
    reserver: Address
    service: Address
    generation: int
    key: Address
    cap: int
    expire_at: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a service says of one paid call.

    Parameters:
        voucher: the digest of the voucher that paid for the call.
        units: what the call used, in smallest units.
        used: all that was used in the voucher's reservation, this call included.
        request: the hash of the request; see `protocol.request_hash`.
        response: the Keccak hash of the exact bytes of the answer's body.
        time: when the call ended, in seconds since 1970.
    """

    voucher: bytes
    units: int
    used: int
    request: bytes
    response: bytes
    time: int


@dataclass(frozen=True, slots=True)
class SessionSignature:
    """The parts of a voucher's signature by a session key.

    Parameters:
        cap, expire_at: as in the `Session` that the reserver signed.
        key_signature: the session key's over the voucher, 65 bytes.
        grant: the reserver's over the `Session`.
    """

    cap: int
    expire_at: int
    key_signature: bytes
    grant: bytes

    def pack(self) -> bytes:
        """Return the signature as the contract takes it."""
        return _uint(self.cap) + _uint(self.expire_at) + self.key_signature + self.grant

    @classmethod
    def unpack(cls, signature: bytes) -> SessionSignature:
        """Return the parts of a packed signature.

        Raises:
            BadSignature: it is too short to have them.
        """
        if len(signature) <= SESSION_HEAD_BYTES:
            raise BadSignature(f"a session's signature has more than {SESSION_HEAD_BYTES} bytes, not {len(signature)}")
        cap, expire_at = int.from_bytes(signature[:32]), int.from_bytes(signature[32:64])
        return cls(cap, expire_at, signature[64:SESSION_HEAD_BYTES], signature[SESSION_HEAD_BYTES:])

    def session(self, voucher: Voucher) -> Session:
        """Return the session that the reserver must have signed for this voucher to count."""
        return Session(
            token_id=voucher.token_id,
            reserver=voucher.reserver,
            service=voucher.service,
            generation=voucher.generation,
            key=voucher.session,
            cap=self.cap,
            expire_at=self.expire_at,
        )


def hash_voucher(voucher: Voucher) -> bytes:
    """Return the struct hash of a voucher."""
    parties = _address(voucher.reserver) + _address(voucher.service) + _address(voucher.session)
    sums = _uint(voucher.cumulative) + _uint(voucher.deadline)
    head = _VOUCHER + _uint(voucher.token_id) + parties + _uint(voucher.generation)
    return keccak(head + voucher.metric + sums + voucher.call)


def hash_session(session: Session) -> bytes:
    """Return the struct hash of a session."""
    parties = _address(session.reserver) + _address(session.service)
    bounds = _uint(session.cap) + _uint(session.expire_at)
    head = _SESSION + _uint(session.token_id) + parties + _uint(session.generation)
    return keccak(head + _address(session.key) + bounds)


def hash_receipt(receipt: Receipt) -> bytes:
    """Return the struct hash of a receipt."""
    sums = _uint(receipt.units) + _uint(receipt.used)
    return keccak(_RECEIPT + receipt.voucher + sums + receipt.request + receipt.response + _uint(receipt.time))


def hash_announcement(service: Address, announcement: Service, *, nonce: int, deadline: int) -> bytes:
    """Return the struct hash of what a service says of itself.

    Parameters:
        service: who says it.
        announcement: what it says.
        nonce: how often it has announced itself before.
        deadline: the last second at which it can be sent.
    """
    texts = keccak(announcement.endpoint.encode()) + keccak(announcement.terms_uri.encode())
    head = _ANNOUNCEMENT + _address(service) + texts + announcement.metric
    return keccak(head + keccak(announcement.public_key) + _uint(nonce) + _uint(deadline))


def recover(digest: bytes, signature: bytes) -> Address:
    """Return the account that signed `digest`.

    Raises:
        BadSignature: not 65 bytes, not a signature, or the malleable twin (high s) of one.
    """
    if len(signature) != SIGNATURE_BYTES or signature[64] not in (27, 28):
        raise BadSignature("an account's signature has 65 bytes and ends with 27 or 28")
    if int.from_bytes(signature[32:64]) > _HALF_ORDER:
        raise BadSignature("the signature is malleable: its s is in the upper half")
    signer = recovered(digest, signature)
    if signer is None:
        raise BadSignature("these 65 bytes are no signature of anything")
    return signer


def _uint(value: int) -> bytes:
    return value.to_bytes(32)


def _address(value: Address) -> bytes:
    return bytes.fromhex(value[2:]).rjust(32, b"\0")

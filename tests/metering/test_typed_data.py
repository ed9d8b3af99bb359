"""What is signed hashes the same here, in general EIP-712 encoders, and in the contracts."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from eth_account.messages import encode_typed_data

from lazai_py import LazAI
from lazai_py._chain.accounts import PrivateKey
from lazai_py._contract.bindings.data_anchoring_token import Voucher
from lazai_py._contract.bindings.service_registry import Service as Says
from lazai_py._types import Address, keccak
from lazai_py.errors import InvalidServiceSignature
from lazai_py.metering import Refusal, Reservation, typed_data
from lazai_py.metering.errors import BadSignature
from lazai_py.metering.typed_data import (
    NO_CALL,
    NO_SESSION,
    Domain,
    Receipt,
    Session,
    SessionSignature,
    hash_announcement,
    hash_receipt,
    hash_session,
    hash_voucher,
    recover,
)
from lazai_py.metering.vouchers import check_signature, grant_session

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent.parent / "vectors/typed_data.json").read_text("utf-8"))
RESERVER = PrivateKey(bytes.fromhex(VECTORS["keys"]["reserver"]))
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


def _read(name: str) -> tuple[dict[str, Any], tuple[Any, ...]]:
    vector = VECTORS[name]
    kinds = [field["type"] for field in vector["fields"]]
    values = [vector["message"][field["name"]] for field in vector["fields"]]
    return vector, tuple(_value(*pair) for pair in zip(kinds, values, strict=True))


def _value(kind: str, text: str) -> Any:
    if kind.startswith("uint"):
        return int(text)
    return bytes.fromhex(text[2:]) if kind.startswith("bytes") else text


def _struct_hash(name: str, values: Sequence[Any]) -> bytes:
    if name == "Voucher":
        return hash_voucher(Voucher(*values))
    if name == "Session":
        return hash_session(Session(*values))
    if name == "Receipt":
        return hash_receipt(Receipt(*values))
    service, endpoint, terms_uri, metric, key, nonce, deadline = values
    return hash_announcement(service, Says(endpoint, terms_uri, metric, key), nonce=nonce, deadline=deadline)


def _domain(vector: dict[str, Any]) -> Domain:
    domain = vector["domain"]
    return Domain(domain["name"], domain["chainId"], domain["verifyingContract"])


@pytest.mark.parametrize("name", ["Voucher", "Session", "Receipt", "Announcement"])
def test_a_hash_equals_its_golden_vector(name: str) -> None:
    """The digest and the signature are those that are written down."""
    vector, values = _read(name)
    digest = _domain(vector).digest(_struct_hash(name, values))
    assert digest.hex() == vector["digest"][2:]
    assert RESERVER.sign_hash(digest).hex() == vector["signature"][2:]
    assert recover(digest, bytes.fromhex(vector["signature"][2:])) == RESERVER.address


@pytest.mark.parametrize("name", ["Voucher", "Session", "Receipt", "Announcement"])
def test_a_golden_vector_is_what_eth_account_makes_of_the_message(name: str) -> None:
    """A general encoder, given the same fields, comes to the same digest."""
    vector, values = _read(name)
    names = [field["name"] for field in vector["fields"]]
    signable = encode_typed_data(vector["domain"], {name: vector["fields"]}, dict(zip(names, values, strict=True)))
    assert keccak(b"\x19" + signable.version + signable.header + signable.body).hex() == vector["digest"][2:]


@pytest.mark.parametrize("name", ["Voucher", "Session", "Receipt", "Announcement"])
def test_a_type_string_names_the_fields_of_its_golden_vector(name: str) -> None:
    """The type strings that are hashed are those that the vectors spell out."""
    fields = ",".join(f"{field['type']} {field['name']}" for field in VECTORS[name]["fields"])
    assert getattr(typed_data, name.upper()) == f"{name}({fields})"


def test_the_domains_are_those_that_the_contracts_answer(lz: LazAI) -> None:
    """EIP-5267 of the token contract and of the registry names the same domain."""
    contract = lz.dat.contract
    answered = contract.eip712_domain()
    ours = Domain.of_dat(lz.chain_id, contract.address)
    assert (answered.name, answered.chain_id, answered.verifying_contract) == astuple(ours)
    assert answered.version == "1"


def _voucher(reservation: Reservation, cumulative: int, *, session: Address = NO_SESSION) -> Voucher:
    return reservation.voucher(session=session, metric=keccak(b"calls"), cumulative=cumulative, call=NO_CALL)


def test_the_contract_pays_a_voucher_that_was_signed_here(lz: LazAI, alice: LazAI, reservation: Reservation) -> None:
    """`redeem` accepts the signature and pays the difference to what was redeemed."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    vouchers = [_voucher(reservation, 30), _voucher(reservation, 50), _voucher(reservation, 40)]
    key = lz.chain.actor("alice")
    signatures = [key.sign_hash(domain.digest(hash_voucher(each))) for each in vouchers]
    outcome = lz.metering.redeem(vouchers, signatures)
    assert [(int(each.paid), each.refusal) for each in outcome] == [(30, None), (20, None), (0, Refusal.NOTHING_NEW)]


def test_the_contract_pays_a_voucher_of_a_session_key_up_to_its_cap(lz: LazAI, reservation: Reservation) -> None:
    """The packed signature of a session counts, and not one unit above its cap."""
    domain = Domain.of_dat(lz.chain_id, lz.dat.address)
    reserver, key = lz.chain.actor("alice"), PrivateKey(keccak(b"session key"))
    parties = (reservation.token_id, reservation.reserver, reservation.service, reservation.generation)
    bounds = Session(*parties, key.address, cap=60, expire_at=reservation.until)
    grant = grant_session(reserver, bounds, domain)
    vouchers = [_voucher(reservation, sum_, session=key.address) for sum_ in (60, 61)]
    signed = [key.sign_hash(domain.digest(hash_voucher(each))) for each in vouchers]
    packed = [SessionSignature(60, reservation.until, each, grant).pack() for each in signed]
    outcome = lz.metering.redeem(vouchers, packed)
    assert [(int(each.paid), each.refusal) for each in outcome] == [(60, None), (0, Refusal.BAD_SIGNATURE)]
    assert SessionSignature.unpack(packed[0]).session(vouchers[0]) == bounds


def test_the_registry_takes_an_announcement_that_was_signed_here(lz: LazAI, operator: PrivateKey) -> None:
    """Anyone sends it, once; the service needs no coins."""
    services = lz.metering.services
    deadline = lz.engine.block().timestamp + 60
    signed = services.sign(operator, "https://digits.example", metric="calls", deadline=deadline, public_key=b"\x02")
    assert services.get(operator) is None
    services.send(signed)
    found = services.get(operator)
    assert found == Says("https://digits.example", "", keccak(b"calls"), b"\x02")
    with pytest.raises(InvalidServiceSignature):
        services.send(signed)


def test_a_malleable_twin_of_a_signature_is_refused() -> None:
    """The same signature with the other s recovers to the same key and does not count."""
    digest = keccak(b"anything")
    signature = RESERVER.sign_hash(digest)
    twin = signature[:32] + (ORDER - int.from_bytes(signature[32:64])).to_bytes(32) + bytes([55 - signature[64]])
    with pytest.raises(BadSignature, match="malleable"):
        recover(digest, twin)


@pytest.mark.parametrize("signature", [b"", bytes(65), bytes(64) + b"\x1b", b"\xff" * 64 + b"\x1b", bytes(66)])
def test_bytes_that_are_no_signature_are_refused(signature: bytes) -> None:
    """Whatever the bytes are, the answer is a typed error."""
    with pytest.raises(BadSignature):
        recover(keccak(b"anything"), signature)


def _median_ms(action: Callable[[], object]) -> float:
    times = []
    for _ in range(200):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return sorted(times)[100] * 1_000


def test_a_voucher_is_signed_and_checked_in_less_than_a_millisecond(lz: LazAI, reservation: Reservation) -> None:
    """Each from the voucher to the signature, and back to its signer, hashing included."""
    domain, key = Domain.of_dat(lz.chain_id, lz.dat.address), lz.chain.actor("alice")
    voucher = _voucher(reservation, 30)
    signature = key.sign_hash(domain.digest(hash_voucher(voucher)))
    assert _median_ms(lambda: key.sign_hash(domain.digest(hash_voucher(voucher)))) < 1
    assert _median_ms(lambda: check_signature(voucher, signature, domain)) < 1

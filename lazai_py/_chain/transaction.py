"""Transactions as they are signed and sent: EIP-1559, and legacy for chains and signatures without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from lazai_py._chain import rlp
from lazai_py._chain.engine import Call, Fees
from lazai_py._types import Address, Hash, keccak, to_address

_TYPE_1559 = 2
_HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0


@dataclass(frozen=True, slots=True)
class Transaction:
    """A call with everything a signature covers.

    Parameters:
        chain_id: the chain it is valid on; None only in legacy transactions from before EIP-155.
        nonce: the sender's count of earlier transactions.
        gas: the gas limit.
        fees: the fee for each gas; without a priority fee the transaction is a legacy one.
        to, value, data: the call.
    """

    chain_id: int | None
    nonce: int
    gas: int
    fees: Fees
    to: Address | None
    value: int
    data: bytes

    @classmethod
    def of(cls, call: Call, *, chain_id: int, nonce: int, gas: int, fees: Fees) -> Self:
        """Return the transaction that makes `call`."""
        return cls(chain_id, nonce, gas, fees, call.to, call.value, call.data)

    @property
    def is_legacy(self) -> bool:
        """Whether it is written in the format from before EIP-1559."""
        return self.fees.priority_fee is None

    def signing_hash(self) -> bytes:
        """Return the 32 bytes to sign."""
        if not self.is_legacy:
            return keccak(bytes([_TYPE_1559]) + rlp.encode(self._fields()))
        tail: list[rlp.Item] = [] if self.chain_id is None else [rlp.number(self.chain_id), b"", b""]
        return keccak(rlp.encode(self._fields() + tail))

    def encode(self, signature: bytes) -> bytes:
        """Return the raw transaction.

        Parameters:
            signature: 65 bytes, r, s and the recovery id (0 or 1).
        """
        r, s, parity = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big"), signature[64]
        if not self.is_legacy:
            return bytes([_TYPE_1559]) + rlp.encode([*self._fields(), *map(rlp.number, (parity, r, s))])
        v = parity + (27 if self.chain_id is None else 35 + 2 * self.chain_id)
        return rlp.encode([*self._fields(), rlp.number(v), rlp.number(r), rlp.number(s)])

    def _fields(self) -> list[rlp.Item]:
        call: list[rlp.Item] = [
            rlp.number(self.gas),
            bytes.fromhex(self.to[2:]) if self.to else b"",
            rlp.number(self.value),
            self.data,
        ]
        if self.fees.priority_fee is None:
            return [rlp.number(self.nonce), rlp.number(self.fees.max_fee), *call]
        head = (self.chain_id or 0, self.nonce, self.fees.priority_fee, self.fees.max_fee)
        return [*map(rlp.number, head), *call, []]


@dataclass(frozen=True, slots=True)
class Signed:
    """A raw transaction, read back: what it says, who signed it, and its hash."""

    transaction: Transaction
    sender: Address
    tx_hash: Hash


def hash_of(raw: bytes) -> Hash:
    """Return the hash that the chain knows a raw transaction by."""
    return Hash("0x" + keccak(raw).hex())


def read(raw: bytes) -> Signed:
    """Return what a raw transaction says and who signed it.

    Raises:
        ValueError: it is malformed, of a type other than legacy or EIP-1559, or its signature is invalid.
    """
    if raw[:1] == bytes([_TYPE_1559]):
        transaction, signature = _read_1559(rlp.decode_list(raw[1:]))
    elif raw[:1] and raw[0] >= 0xC0:
        transaction, signature = _read_legacy(rlp.decode_list(raw))
    else:
        raise ValueError("transactions of this type are not read here")
    return Signed(transaction, _signer(transaction.signing_hash(), signature), hash_of(raw))


def _read_1559(items: list[rlp.Item]) -> tuple[Transaction, bytes]:
    if len(items) != 12 or items[8] != []:
        raise ValueError("an EIP-1559 transaction has 12 fields, and none here has an access list")
    chain_id, nonce, priority, max_fee, gas = map(_int, items[:5])
    to, data = _bytes(items[5]), _bytes(items[7])
    transaction = Transaction(chain_id, nonce, gas, Fees(max_fee, priority), _to(to), _int(items[6]), data)
    return transaction, _signature(*map(_int, (items[10], items[11], items[9])))


def _read_legacy(items: list[rlp.Item]) -> tuple[Transaction, bytes]:
    if len(items) != 9:
        raise ValueError("a legacy transaction has 9 fields")
    nonce, price, gas, value, v, r, s = (_int(items[i]) for i in (0, 1, 2, 4, 6, 7, 8))
    chain_id, parity = divmod(v - 35, 2) if v >= 35 else (None, v - 27)
    transaction = Transaction(chain_id, nonce, gas, Fees(price, None), _to(_bytes(items[3])), value, _bytes(items[5]))
    return transaction, _signature(r, s, parity)


def _int(item: rlp.Item) -> int:
    digits = _bytes(item)
    if digits[:1] == b"\0" or len(digits) > 32:
        raise ValueError("a number is not written in the one allowed way")
    return int.from_bytes(digits, "big")


def _bytes(item: rlp.Item) -> bytes:
    if not isinstance(item, bytes):
        raise ValueError("a list stands where bytes belong")
    return item


def _to(item: bytes) -> Address | None:
    if item and len(item) != 20:
        raise ValueError("the recipient is not 20 bytes")
    return to_address(item) if item else None


def _signature(r: int, s: int, parity: int) -> bytes:
    if parity not in (0, 1) or s > _HALF_ORDER:
        raise ValueError("the signature is malleable or has no parity")
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes([parity])


def _signer(digest: bytes, signature: bytes) -> Address:
    from coincurve import PublicKey

    try:
        public = PublicKey.from_signature_and_message(signature, digest, hasher=None)
    except Exception as error:  # coincurve raises bare Exception for signatures outside the curve
        raise ValueError("the signature is not valid") from error
    return to_address(keccak(public.format(compressed=False)[1:])[12:])

"""Who signs: a key, a mnemonic, a keystore file, an eth_account account, or the node itself.

A key never appears in a repr, a message or a pickle.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Protocol, runtime_checkable

import coincurve

from lazai_py._chain.engine import Engine
from lazai_py._chain.transaction import Transaction
from lazai_py._errors import InvalidKey, NoAccount
from lazai_py._types import Address, keccak, to_address

TypedFields = Mapping[str, Sequence[Mapping[str, str]]]
"""EIP-712 types: by struct name, the fields with name and type."""

OPENING_VARIABLE = "LAZAI_KEYSTORE_PASSWORD"
"""The environment variable that opens a keystore when no password is given."""

_WORDS = frozenset({12, 15, 18, 21, 24})


@runtime_checkable
class Account(Protocol):
    """Something that can act on a chain; `Signer` says what it needs to act everywhere."""

    @property
    def address(self) -> Address:
        """The account's address."""


@runtime_checkable
class Signer(Account, Protocol):
    """An account that signs here, so that only its signatures leave this process."""

    def sign_transaction(self, transaction: Transaction) -> bytes:
        """Return the raw signed transaction."""

    def sign_hash(self, digest: bytes) -> bytes:
        """Return a 65-byte signature (r, s, v of 27 or 28) of 32 bytes that need no prefix."""

    def sign_typed_data(self, domain: Mapping[str, Any], types: TypedFields, message: Mapping[str, Any]) -> bytes:
        """Return a 65-byte signature of EIP-712 data."""


def signer_of(account: Account | None) -> Signer:
    """Return an account that signs here.

    Raises:
        NoAccount: there is none, or the node signs for it.
    """
    if not isinstance(account, Signer):
        raise NoAccount
    return account


class PrivateKey:
    """An account by its private key.

    Parameters:
        secret: 32 bytes.

    Raises:
        InvalidKey: they are not 32, or no number that a key can be.
    """

    __slots__ = ("_address", "_key")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != 32:
            raise InvalidKey(f"a private key has 32 bytes, not {len(secret)}")
        try:
            self._key = coincurve.PrivateKey(secret)
        except ValueError:
            raise InvalidKey("the number is outside the range of keys") from None
        self._address = _address_of(self._key.public_key)

    @property
    def address(self) -> Address:
        """The account's address."""
        return self._address

    def sign_transaction(self, transaction: Transaction) -> bytes:
        """See `Signer.sign_transaction`."""
        return transaction.encode(self._key.sign_recoverable(transaction.signing_hash(), hasher=None))

    def sign_hash(self, digest: bytes) -> bytes:
        """See `Signer.sign_hash`."""
        signature = self._key.sign_recoverable(digest, hasher=None)
        return signature[:64] + bytes([27 + signature[64]])

    def sign_typed_data(self, domain: Mapping[str, Any], types: TypedFields, message: Mapping[str, Any]) -> bytes:
        """See `Signer.sign_typed_data`."""
        return self.sign_hash(typed_hash(domain, types, message))

    def __repr__(self) -> str:
        return f"PrivateKey(address={self._address!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is not pickled; pickle its address, and load the key where it is used")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An account whose key the node holds; the node signs its transactions."""

    address: Address


class Mnemonic:
    """The accounts of a BIP-39 mnemonic, at the path m/44'/60'/0'/0/index.

    Parameters:
        words: 12, 15, 18, 21 or 24 English words.
        passphrase: the optional extra word.

    Raises:
        InvalidKey: the words are not a mnemonic.
    """

    __slots__ = ("_seed",)

    def __init__(self, words: str, *, passphrase: str = "") -> None:
        from eth_account.hdaccount.mnemonic import Mnemonic as Bip39

        normal = " ".join(words.split())
        if not Bip39().is_mnemonic_valid(normal):
            raise InvalidKey("the words are not a BIP-39 mnemonic, or one is mistyped")
        self._seed: bytes = Bip39.to_seed(normal, passphrase)

    def account(self, index: int = 0) -> PrivateKey:
        """Return the account with this index, 0 to 2**31 - 1."""
        from eth_account.hdaccount import key_from_seed

        return PrivateKey(key_from_seed(self._seed, f"m/44'/60'/0'/0/{index}"))

    def __repr__(self) -> str:
        return "Mnemonic()"


Password = str | Callable[[], str]
"""A password, or what asks for it only when it is needed."""


def from_keystore(path: Path, password: Password | None = None) -> PrivateKey:
    """Return the account in an encrypted keystore file (version 3).

    Parameters:
        path: the file.
        password: the password, or a function that asks for it; left out, LAZAI_KEYSTORE_PASSWORD has it.

    Raises:
        InvalidKey: there is no such keystore, or the password does not open it.
    """
    from eth_account import Account as EthAccount

    opened = password() if callable(password) else password or os.environ.get(OPENING_VARIABLE)
    if opened is None:
        raise InvalidKey(f"{path} is locked", remedy=f"Pass password=..., or set {OPENING_VARIABLE}")
    try:
        return PrivateKey(bytes(EthAccount.decrypt(json.loads(path.read_text()), opened)))
    except OSError as error:
        raise InvalidKey(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, TypeError, KeyError, NotImplementedError):
        # The reasons name ciphers and MACs; what a person can do is the same for all of them.
        raise InvalidKey(
            f"{path} does not open", remedy="Check the password, and that the file is a version 3 keystore"
        ) from None


def account_from(
    source: object, *, password: Password | None = None, index: int = 0, engine: Engine | None = None
) -> Account:
    """Return the account that `source` stands for.

    Parameters:
        source: an account of this package or of eth_account, a key of 32 bytes or in hex, a mnemonic, the path
            of a keystore file, or, with `engine`, the address of an account that the node holds.
        password: opens a keystore; see `from_keystore`.
        index: which account of a mnemonic.
        engine: the node that may hold the account.

    Raises:
        InvalidKey: it is none of these. The value itself is not repeated, for it may be a secret.
    """
    if isinstance(source, Account) and not _is_foreign(source):
        return source
    if _is_foreign(source):
        return PrivateKey(bytes(source.key))  # type: ignore[attr-defined]
    if isinstance(source, bytes | bytearray):
        return PrivateKey(bytes(source))
    if isinstance(source, Path):
        return from_keystore(source, password)
    if isinstance(source, str):
        return _from_text(source.strip(), password=password, index=index, engine=engine)
    raise InvalidKey(f"a {type(source).__name__} is no account")


def typed_hash(domain: Mapping[str, Any], types: TypedFields, message: Mapping[str, Any]) -> bytes:
    """Return the 32 bytes that are signed of EIP-712 data."""
    from eth_account.messages import encode_typed_data

    signable = encode_typed_data(dict(domain), {k: list(v) for k, v in types.items()}, dict(message))
    return keccak(b"\x19" + signable.version + signable.header + signable.body)


def recovered(digest: bytes, signature: bytes) -> Address | None:
    """Return the account whose signature of 32 bytes this is; None when it is no signature of anything."""
    try:
        recoverable = signature[:64] + bytes([signature[64] - 27])
        return _address_of(coincurve.PublicKey.from_signature_and_message(recoverable, digest, hasher=None))
    except (ValueError, IndexError):
        return None


def parts(signature: bytes) -> tuple[int, bytes, bytes]:
    """Return a signature as older contracts take it: v, r, s."""
    return signature[64], signature[:32], signature[32:64]


def _address_of(key: coincurve.PublicKey) -> Address:
    return to_address(keccak(key.format(compressed=False)[1:])[12:])


def _is_foreign(source: object) -> bool:
    """Whether it is an account of eth_account, which signs dictionaries and shows its key."""
    return hasattr(source, "key") and hasattr(source, "address")


def _from_text(text: str, *, password: Password | None, index: int, engine: Engine | None) -> Account:
    if re.fullmatch(r"(0x)?[0-9a-fA-F]{64}", text):
        return PrivateKey(bytes.fromhex(text.removeprefix("0x")))
    if re.fullmatch(r"0x[0-9a-fA-F]{40}", text):
        return _unlocked(to_address(text), engine)
    if len(text.split()) in _WORDS:
        return Mnemonic(text).account(index)
    if len(text) < 1024 and Path(text).expanduser().is_file():
        return from_keystore(Path(text).expanduser(), password)
    raise InvalidKey(f"a text of {len(text)} characters is neither a key, a mnemonic nor an existing file")


def _unlocked(address: Address, engine: Engine | None) -> Unlocked:
    if engine is None or address not in engine.accounts():
        raise InvalidKey(
            f"{address} is an address, and no node at hand signs for it",
            remedy="Pass its key, mnemonic or keystore, or unlock it on the node",
        )
    return Unlocked(address)

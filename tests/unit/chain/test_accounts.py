"""Where keys come from, and that they go nowhere else."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from eth_account import Account as EthAccount
from eth_account.messages import encode_typed_data

from lazai_py._chain.accounts import (
    Account,
    Mnemonic,
    PrivateKey,
    Signer,
    Unlocked,
    account_from,
    parts,
    recovered,
    signer_of,
    typed_hash,
)
from lazai_py._chain.dev import DEV_MNEMONIC, dev_accounts
from lazai_py._chain.engine import Fees
from lazai_py._chain.revm import RevmEngine
from lazai_py._chain.transaction import Transaction
from lazai_py._errors import InvalidKey, NoAccount
from lazai_py._types import to_address

SECRET = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
OWNER = to_address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")
DOMAIN = {"name": "Tea", "version": "1", "chainId": 31337, "verifyingContract": OWNER}
TYPES = {"Order": [{"name": "cups", "type": "uint256"}, {"name": "to", "type": "address"}]}
MESSAGE = {"cups": 3, "to": OWNER}


@pytest.fixture(scope="module")
def keystore(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A keystore as other programs write it, with few rounds so that it opens quickly."""
    path = tmp_path_factory.mktemp("keys") / "key.json"
    path.write_text(json.dumps(EthAccount.encrypt(bytes.fromhex(SECRET), "open sesame", kdf="pbkdf2", iterations=10)))
    return path


class TestSources:
    """What an account can be made of."""

    @pytest.mark.parametrize("source", ["0x" + SECRET, SECRET, SECRET.upper(), f" 0x{SECRET}\n", bytes.fromhex(SECRET)])
    def test_a_key_is_read_in_every_spelling(self, source: str | bytes) -> None:
        """With 0x and without, as text and as bytes."""
        assert account_from(source).address == OWNER

    def test_a_mnemonic_gives_its_accounts(self) -> None:
        """By index, along the path that wallets use."""
        assert account_from(DEV_MNEMONIC).address == OWNER
        assert account_from(DEV_MNEMONIC, index=1).address == "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
        assert [account.address for account in dev_accounts(2)] == [OWNER, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"]

    def test_a_passphrase_makes_another_wallet(self) -> None:
        """The twenty-fifth word counts."""
        plain, guarded = Mnemonic(DEV_MNEMONIC), Mnemonic(DEV_MNEMONIC, passphrase="x")
        assert plain.account().address == OWNER
        assert guarded.account().address == EthAccount.from_key(_derived(DEV_MNEMONIC, "x")).address

    def test_a_keystore_opens_with_its_password(self, keystore: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Given, asked for, or from the environment."""
        assert account_from(keystore, password="open sesame").address == OWNER
        assert account_from(str(keystore), password=lambda: "open sesame").address == OWNER
        monkeypatch.setenv("LAZAI_KEYSTORE_PASSWORD", "open sesame")
        assert account_from(keystore).address == OWNER

    def test_accounts_pass_through(self) -> None:
        """Ours unchanged, eth_account's as ours."""
        ours = PrivateKey(bytes.fromhex(SECRET))
        assert account_from(ours) is ours
        theirs = account_from(EthAccount.from_key("0x" + SECRET))
        assert isinstance(theirs, PrivateKey)
        assert theirs.address == OWNER

    def test_an_address_stands_for_an_account_of_the_node(self) -> None:
        """If the node holds it; otherwise the error says so."""
        engine = RevmEngine(accounts=[OWNER])
        assert account_from(OWNER.lower(), engine=engine) == Unlocked(OWNER)
        with pytest.raises(InvalidKey, match="no node at hand signs for it"):
            account_from("0x" + "11" * 20, engine=engine)
        with pytest.raises(InvalidKey, match="unlock it on the node"):
            account_from(OWNER)

    @pytest.mark.parametrize(
        ("source", "reason"),
        [
            ("0x" + "00" * 32, "outside the range"),
            ("0x" + "ff" * 32, "outside the range"),
            (b"\x01" * 31, "32 bytes, not 31"),
            (DEV_MNEMONIC.replace("junk", "test"), "mistyped"),
            ("no such file", "a text of 12 characters"),
            (42, "a int is no account"),
        ],
    )
    def test_what_is_no_key_is_refused(self, source: object, reason: str) -> None:
        """With the reason and what to pass instead."""
        with pytest.raises(InvalidKey, match=reason):
            account_from(source)

    def test_a_keystore_that_stays_shut_says_why(
        self, keystore: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No password, a wrong one, no keystore, no file."""
        monkeypatch.delenv("LAZAI_KEYSTORE_PASSWORD", raising=False)
        with pytest.raises(InvalidKey, match="LAZAI_KEYSTORE_PASSWORD"):
            account_from(keystore)
        with pytest.raises(InvalidKey, match="Check the password"):
            account_from(keystore, password="wrong")
        (tmp_path / "other.json").write_text('{"a": 1}')
        with pytest.raises(InvalidKey, match="version 3 keystore"):
            account_from(tmp_path / "other.json", password="x")
        with pytest.raises(InvalidKey, match="No such file"):
            account_from(tmp_path / "none.json", password="x")


class TestSecrecy:
    """Keys stay where they are."""

    def test_a_key_shows_its_address_only(self) -> None:
        """In every way of printing it."""
        account = PrivateKey(bytes.fromhex(SECRET))
        assert repr(account) == str(account) == f"PrivateKey(address='{OWNER}')"
        assert repr(Mnemonic(DEV_MNEMONIC)) == "Mnemonic()"

    def test_a_key_is_not_pickled(self) -> None:
        """Nor copied into another process by accident."""
        with pytest.raises(TypeError, match="not pickled"):
            pickle.dumps(PrivateKey(bytes.fromhex(SECRET)))

    @pytest.mark.parametrize("source", [SECRET + "00", SECRET[:-1], DEV_MNEMONIC + " more", bytes.fromhex(SECRET) * 2])
    def test_an_error_repeats_no_secret(self, source: str | bytes) -> None:
        """A key with a digit too many may still be guessed from the rest."""
        with pytest.raises(InvalidKey) as refusal:
            account_from(source)
        shown = str(refusal.value) + repr(refusal.value) + repr(refusal.value.__dict__)
        assert "ac0974" not in shown
        assert "junk" not in shown


class TestSigning:
    """Signatures are those of every other library."""

    def test_what_signs_here_is_a_signer(self) -> None:
        """An unlocked account is not."""
        assert isinstance(PrivateKey(b"\x01" * 32), Signer)
        assert isinstance(Unlocked(OWNER), Account)
        assert not isinstance(Unlocked(OWNER), Signer)

    def test_typed_data_are_signed_as_elsewhere(self) -> None:
        """The signature of eth_account, byte for byte."""
        theirs = EthAccount.from_key("0x" + SECRET).sign_message(encode_typed_data(DOMAIN, TYPES, MESSAGE))
        assert PrivateKey(bytes.fromhex(SECRET)).sign_typed_data(DOMAIN, TYPES, MESSAGE) == bytes(theirs.signature)

    def test_a_signature_names_its_account(self) -> None:
        """And nobody when it is none."""
        key, digest = PrivateKey(bytes.fromhex(SECRET)), typed_hash(DOMAIN, TYPES, MESSAGE)
        signature = key.sign_hash(digest)
        assert signature == key.sign_typed_data(DOMAIN, TYPES, MESSAGE)
        assert recovered(digest, signature) == key.address == signer_of(key).address
        assert parts(signature) == (signature[64], signature[:32], signature[32:64])
        for garbage in (b"", signature[:64], signature[:64] + b"\x00", bytes(64) + b"\x1b", signature[:64] + b"\xff"):
            assert recovered(digest, garbage) is None

    @pytest.mark.parametrize("account", [Unlocked(OWNER), None])
    def test_who_does_not_sign_here_is_no_signer(self, account: Account | None) -> None:
        """The node's accounts, and nobody."""
        with pytest.raises(NoAccount):
            signer_of(account)

    @pytest.mark.parametrize("to", [OWNER, None])
    @pytest.mark.parametrize("priority", [None, 0, 3])
    def test_transactions_are_signed_as_elsewhere(self, to: str | None, priority: int | None) -> None:
        """Legacy and EIP-1559, calls and creations, byte for byte."""
        fees = {"gasPrice": 9} if priority is None else {"maxFeePerGas": 9, "maxPriorityFeePerGas": priority, "type": 2}
        fields = {"chainId": 31337, "nonce": 0, "gas": 10**6, "value": 2**70, "data": b"\x00" * 300, **fees}
        theirs = EthAccount.from_key("0x" + SECRET).sign_transaction(fields | ({"to": to} if to else {}))
        ours = Transaction(31337, 0, 10**6, Fees(9, priority), OWNER if to else None, 2**70, b"\x00" * 300)
        assert PrivateKey(bytes.fromhex(SECRET)).sign_transaction(ours) == bytes(theirs.raw_transaction)


def _derived(words: str, passphrase: str) -> bytes:
    EthAccount.enable_unaudited_hdwallet_features()
    return bytes(EthAccount.from_mnemonic(words, passphrase=passphrase).key)

"""Connecting: to any node, as any account, to the chain that is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.anvil import Anvil
from lazai_py._chain.dev import DEV_MNEMONIC, dev_accounts
from lazai_py._chain.revm import RevmEngine
from lazai_py.deployment import Deployment
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    ChainMismatch,
    InputError,
    InvalidKey,
    MissingDependency,
    NotConnected,
    NotDeployed,
    UnknownNetwork,
    Unsupported,
)
from lazai_py.local import LocalChain
from lazai_py.vault import LocalVault, MemoryVault, default_folder

KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
FIRST = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A node with the contracts deployed."""
    with Anvil() as anvil:
        with LazAI.connect(anvil.url, KEY) as lz:
            lz.deploy()
        yield anvil.url


def keystore(folder: Path) -> Path:
    """Return a keystore file of the first account, opened by 'secret'."""
    from eth_account import Account

    file = folder / "key.json"
    file.write_text(json.dumps(Account.encrypt(bytes.fromhex(KEY[2:]), "secret", kdf="pbkdf2", iterations=2)))
    return file


def test_accounts_come_from_keys_mnemonics_keystores_libraries_and_nodes(url: str, tmp_path: Path) -> None:
    """All of them are the same account here."""
    from eth_account import Account

    sources: list[object] = [
        KEY,
        KEY.removeprefix("0x"),
        bytes.fromhex(KEY[2:]),
        DEV_MNEMONIC,
        Account.from_key(KEY),
        dev_accounts()[0],
        FIRST.lower(),
    ]
    for source in sources:
        with LazAI.connect(url, source) as lz:
            assert lz.address == FIRST
            assert lz.dat.create_class({"name": "x"}).controller() == FIRST
    with LazAI.connect(url, keystore(tmp_path), password="secret") as lz:
        assert lz.address == FIRST
    with LazAI.connect(url, keystore(tmp_path), password=lambda: "secret") as lz:
        assert lz.address == FIRST


def test_a_wrong_password_is_an_invalid_key(url: str, tmp_path: Path) -> None:
    """And the password is not repeated."""
    with pytest.raises(InvalidKey, match="does not open") as refused:
        LazAI.connect(url, keystore(tmp_path), password="guess-me-not")
    assert "guess-me-not" not in str(refused.value)


def test_a_key_never_appears_in_what_is_printed(url: str) -> None:
    """Neither whole nor in part."""
    with LazAI.connect(url, KEY) as lz:
        shown = f"{lz!r} {lz.account!r} {lz.sender!r} {vars(lz)!r}"
    assert KEY[2:18] not in shown
    assert repr(lz) == f"LazAI(chain 31337, {FIRST})"


def test_a_connection_of_web3_is_used_as_it_is(url: str) -> None:
    """With its own settings and middleware."""
    from web3 import HTTPProvider, Web3

    with LazAI.connect(Web3(HTTPProvider(url)), KEY) as lz:
        assert lz.dat.create_class({"name": "x"}).verify().ok


def test_what_is_no_url_names_no_network() -> None:
    """The error shows the value and what a URL looks like."""
    with pytest.raises(UnknownNetwork, match=r"'mainnet' names no network.*http://127\.0\.0\.1:8545"):
        LazAI.connect("mainnet")
    with pytest.raises(InputError, match="int is neither"):
        LazAI.connect(5)


def test_nobody_at_home() -> None:
    """The URL is named, and the remedy is to start the node."""
    nobody = "http://127.0.0.1:9"
    with pytest.raises(NotConnected, match="Start the node") as refused:
        LazAI.connect(nobody)
    assert refused.value.url == nobody
    assert isinstance(refused.value, ConnectionError)


def test_a_foreign_chain_is_refused(url: str) -> None:
    """When another one was meant."""
    with pytest.raises(ChainMismatch) as refused:
        LazAI.connect(url, chain_id=1)
    assert (refused.value.expected, refused.value.actual) == (1, 31337)
    assert "leave chain_id out" in str(refused.value)
    LazAI.connect(url, chain_id=31337).close()


def test_the_deployment_of_another_chain_is_refused(url: str, tmp_path: Path) -> None:
    """As a value and as a file."""
    file = Deployment(1, {}).save(tmp_path)
    for deployment in (Deployment(1, {}), file, str(file)):
        with pytest.raises(ChainMismatch) as refused:
            LazAI.connect(url, deployment=deployment)
        assert (refused.value.expected, refused.value.actual) == (1, 31337)


def test_contracts_are_found_without_being_told_where(url: str) -> None:
    """They have one address on every chain."""
    with LazAI.connect(url) as told, LazAI.connect(url, deployment=told.deployment) as knowing:
        assert told.dat.address == knowing.dat.address


def test_a_chain_without_the_contracts_says_so() -> None:
    """With the address that was looked at and the command that helps; the rest works."""
    with LazAI.local("revm", deploy=False) as lz:
        assert lz.balance() == ether(10_000)
        with pytest.raises(NotDeployed, match="lazai deploy") as refused:
            lz.dat.cls(1)
    assert (refused.value.contract, refused.value.chain_id) == ("DataAnchoringToken", 31337)
    assert refused.value.address is not None


def test_a_deployment_that_points_nowhere_says_so(url: str, tmp_path: Path) -> None:
    """There is no contract at the address that the file names."""
    with LazAI.connect(url) as lz:
        text = lz.deployment.text().replace(lz.dat.address, FIRST)
    (tmp_path / "31337.json").write_text(text)

    with LazAI.connect(url, deployment=tmp_path / "31337.json") as lz:
        with pytest.raises(NotDeployed) as refused:
            _ = lz.dat
        assert refused.value.address == FIRST


def test_another_account_shares_chain_and_store(lz: LazAI, alice: LazAI) -> None:
    """And its own balance."""
    assert alice.engine is lz.engine
    assert alice.vault is lz.vault
    assert alice.address != lz.address
    assert alice.balance() == lz.balance(alice) == ether(1_000)
    assert alice.as_account(lz.account).address == lz.address


def test_two_handles_of_one_account_share_its_nonces(lz: LazAI) -> None:
    """Nothing collides."""
    twin = lz.as_account(lz.account)
    first, second = lz.dat.create_class({"name": "a"}), twin.dat.create_class({"name": "b"})

    assert (first.id, second.id) == (1, 2)


def test_handles_of_one_contract_are_equal_whoever_holds_them(lz: LazAI, alice: LazAI, usdc: Erc20Asset) -> None:
    """A handle says what it stands for; another contract, and a handle of another kind, are something else."""
    assert (lz.router, lz.dat, lz.aigc) == (alice.router, alice.dat, alice.aigc)
    assert len({usdc, alice.erc20(usdc), lz.erc20(lz.router), alice.revshare(usdc)}) == 3
    assert lz.revshare(usdc) != lz.erc20(usdc)
    assert repr(usdc) == f"Erc20Asset({usdc.address})"


def test_a_deployment_is_shared_by_accounts_that_were_there_before(url: str) -> None:
    """Whoever deployed it."""
    with LazAI.local("revm", deploy=False) as lz:
        other = lz.as_account(lz.chain.actor("other"))
        lz.deploy()
        assert other.dat.address == lz.dat.address


def test_the_last_receipt_belongs_to_the_thread(lz: LazAI) -> None:
    """Threads that share an account do not see each other's."""
    from threading import Thread

    seen: list[object] = []
    lz.dat.create_class({"name": "x"})
    thread = Thread(target=lambda: seen.append(lz.last_receipt))
    thread.start()
    thread.join()

    assert seen == [None]
    assert lz.last_receipt is not None
    assert lz.last_receipt.succeeded


def test_threads_share_an_account(lz: LazAI) -> None:
    """Every class is made once, and each thread is handed its own."""
    from concurrent.futures import ThreadPoolExecutor

    def create(number: int) -> tuple[int, str]:
        cls = lz.dat.create_class({"name": str(number)})
        return number, cls.metadata()["name"]

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(create, range(24)))

    assert made == [(number, str(number)) for number in range(24)]
    assert len(lz.dat.classes()) == 24


def test_content_goes_to_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unless another vault is named."""
    monkeypatch.setenv("LAZAI_VAULT", str(tmp_path))
    vault = MemoryVault()

    with LazAI.local("revm") as lz, LazAI.local("revm", deploy=False, vault=vault) as other:
        lz.dat.create_class({"name": "kept"})
        assert isinstance(lz.vault, LocalVault)
        assert lz.vault.folder == default_folder() == tmp_path
        assert other.vault is vault
    assert any(tmp_path.iterdir())


def test_closing_ends_the_chain_and_may_be_repeated() -> None:
    """For every account of the connection."""
    lz = LazAI.local("anvil", deploy=False)
    other = lz.as_account(lz.chain.accounts[1])
    url = lz.url
    assert url is not None

    other.close()
    lz.close()

    with pytest.raises(NotConnected):
        LazAI.connect(url)


def test_an_unknown_engine_is_refused() -> None:
    """By name."""
    with pytest.raises(InputError, match="'geth' runs no local chain"):
        LazAI.local("geth")  # type: ignore[arg-type]


def test_without_anvil_the_chain_runs_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless Anvil is asked for."""

    def missing() -> Path:
        raise MissingDependency("anvil", remedy="Install Foundry")

    monkeypatch.setattr("lazai_py._chain.anvil.find_anvil", missing)

    with LazAI.local() as lz:
        assert isinstance(lz.engine, RevmEngine)
        assert lz.url is None
    with pytest.raises(MissingDependency, match="anvil is not installed"):
        LazAI.local("anvil")


def test_a_network_that_is_not_local_has_no_clock_of_ours() -> None:
    """A plain node moves on by itself."""
    from lazai_py._chain.rpc import RpcEngine
    from lazai_py._chain.transport import HttpTransport

    with pytest.raises(Unsupported, match="moving the clock"):
        LocalChain(RpcEngine(HttpTransport("http://127.0.0.1:9")))


def test_a_running_anvil_is_a_local_chain_too(url: str) -> None:
    """With its clock."""
    with LazAI.connect(url, KEY) as lz:
        before = lz.chain.now()
        assert (lz.chain.advance(60) - before).total_seconds() == 60
        lz.chain.fund("0x" + "11" * 20, wei(5))
        assert lz.balance("0x" + "11" * 20) == wei(5)

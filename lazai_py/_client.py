"""`LazAI`: the door to everything."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

from lazai_py import deployment as deployments
from lazai_py._chain.accounts import Account, Password, account_from
from lazai_py._chain.dev import dev_accounts
from lazai_py._chain.engine import Engine, Receipt
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bulk import send_many
from lazai_py._contract.intent import Intent
from lazai_py._errors import ChainMismatch
from lazai_py._nouns import Nouns
from lazai_py._opening import EngineName, open_engine, start_chain
from lazai_py._sending import Nobody, Signing
from lazai_py._types import Address, Wei, to_address
from lazai_py.deployment import Deployment
from lazai_py.erc20 import Assets, Erc20Asset
from lazai_py.local import LocalChain
from lazai_py.vault import LocalVault, Vault

R = TypeVar("R")


@dataclass
class _Shared:
    """What all accounts of one connection share."""

    engine: Engine
    vault: Vault
    deployment: Deployment | None
    assets: Assets
    local: LocalChain | None = None
    closing: list[Callable[[], None]] = field(default_factory=list)


class LazAI(Nouns):
    """One account on one chain, and everything it can do there. Made by `connect` or `local`; a context manager.

    Parameters:
        shared: what all accounts of the connection share.
        account: who signs; None for reading only.
    """

    def __init__(self, shared: _Shared, account: Account | None) -> None:
        self._shared = shared
        self.account = account
        self.sender: Signing | Nobody = Nobody(shared.engine) if account is None else Signing(shared.engine, account)

    @classmethod
    def connect(
        cls,
        endpoint: object,
        account: object = None,
        *,
        password: Password | None = None,
        chain_id: int | None = None,
        deployment: Deployment | os.PathLike[str] | str | None = None,
        vault: Vault | None = None,
    ) -> LazAI:
        """Connect to a network.

        Parameters:
            endpoint: the URL of a JSON-RPC endpoint, or a `web3.Web3`.
            account: who signs: a private key, a mnemonic, the path of a keystore file, an account of eth_account, or
                the address of an account that the node holds. Reading needs none.
            password: opens a keystore file; a text, or a function that asks for it.
            chain_id: the chain that is meant; whatever the node serves when left out.
            deployment: where the contracts are: a deployment, or the `<chain-id>.json` that holds it. Left out, they
                are looked for where this package deploys them on every chain.
            vault: where content is kept; a folder of this machine when left out.

        Raises:
            UnknownNetwork, InputError: `endpoint` is no URL of a node.
            NotConnected: the node does not answer.
            ChainMismatch: it serves another chain than is meant, or than the deployment is for.
            InvalidKey: no account can be made of `account`.
        """
        known = deployment if isinstance(deployment, Deployment | None) else Deployment.read(Path(deployment))
        engine = open_engine(endpoint)
        try:
            _check_chain(engine, chain_id)
            _check_chain(engine, None if known is None else known.chain_id)
            signer = None if account is None else account_from(account, password=password, engine=engine)
        except BaseException:
            engine.close()
            raise
        return cls(_Shared(engine, vault or LocalVault(), known, Assets(engine), closing=[engine.close]), signer)

    @classmethod
    def local(
        cls, engine: EngineName = "auto", *, deploy: bool = True, vault: Vault | None = None, port: int = 0
    ) -> LazAI:
        """Start a chain on this machine with the contracts deployed, and connect to it as its first account.

        It ends with `close`, or with the process.

        Parameters:
            engine: what runs it; see `EngineName`.
            deploy: whether to deploy the contracts.
            vault: where content is kept; a folder of this machine when left out.
            port: where Anvil listens; any free port when 0.

        Raises:
            MissingDependency: the engine is not installed.
            NodeFailed: Anvil did not start.
        """
        accounts = dev_accounts()
        chain, closing = start_chain(engine, accounts, port)
        local = LocalChain(chain, accounts)
        shared = _Shared(chain, vault or LocalVault(), None, Assets(chain), local, closing=closing)
        lz = cls(shared, accounts[0])
        try:
            if deploy:
                lz.deploy()
        except BaseException:
            lz.close()
            raise
        return lz

    # --- who and where ---

    @property
    def engine(self) -> Engine:
        """The chain, at its lowest level."""
        return self._shared.engine

    @property
    def vault(self) -> Vault:
        """Where content is kept."""
        return self._shared.vault

    @property
    def assets(self) -> Assets:
        """What is known about the money on this chain: the units of ERC-20s."""
        return self._shared.assets

    @property
    def address(self) -> Address:
        """The account's address.

        Raises:
            NoAccount: nobody signs here.
        """
        return self.sender.address

    @property
    def url(self) -> str | None:
        """Where the node is; None for a chain in this process."""
        found: str | None = getattr(self.engine, "url", None)
        return found

    @property
    def chain_id(self) -> int:
        """The chain's id."""
        return self.engine.chain_id()

    @property
    def chain(self) -> LocalChain:
        """A local chain's clock, accounts and snapshots.

        Raises:
            Unsupported: the chain is not a local one.
        """
        if self._shared.local is None:
            self._shared.local = LocalChain(self.engine)
        return self._shared.local

    @property
    def deployment(self) -> Deployment:
        """Where the contracts are.

        Raises:
            NotDeployed: they are not on this chain.
        """
        if self._shared.deployment is None:
            self._shared.deployment = deployments.find(self.engine)
        return self._shared.deployment

    @property
    def last_receipt(self) -> Receipt | None:
        """The receipt of the last transaction that this thread sent through this object; None before the first."""
        return self.sender.last_receipt

    def as_account(self, account: object, *, password: Password | None = None) -> LazAI:
        """Return the same connection for another account: same chain, same vault; see `connect` for what it can be."""
        return LazAI(self._shared, account_from(account, password=password, engine=self.engine))

    def anew(self, *, vault: Vault | None = None) -> LazAI:
        """Return the same account on the same chain with nothing remembered of it, and perhaps with another vault.

        It does not own the chain: closing it closes nothing.
        """
        shared = self._shared
        fresh = _Shared(shared.engine, vault or shared.vault, shared.deployment, Assets(shared.engine), shared.local)
        return LazAI(fresh, self.account)

    # --- what it can do ---

    def erc20(self, address: AddressLike) -> Erc20Asset:
        """Return an ERC-20 token by its address."""
        return Erc20Asset(address, self.sender, self.assets)

    def balance(self, owner: AddressLike | None = None) -> Wei:
        """Return what an account holds of the native coin; this account when left out."""
        return Wei(self.engine.balance(self.address if owner is None else to_address(owner)))

    def send_many(self, intents: Sequence[Intent[R]]) -> list[R]:
        """Send intents (`cls.mint.intent(...)`) as fast as the chain takes them; returns their results in order.

        Raises:
            BulkFailed: some failed; it names each and has the receipts of the others.
        """
        return send_many(self.sender, intents)

    def deploy(self) -> Deployment:
        """Create those contracts that are not on this chain yet, and return where all of them are."""
        self._shared.deployment = deployments.deploy_all(self.sender, known=self._shared.deployment)
        return self._shared.deployment

    # --- the end ---

    def close(self) -> None:
        """Let go of the connection, for all its accounts, and stop the chain that `local` started; may be repeated."""
        while self._shared.closing:
            self._shared.closing.pop()()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"LazAI(chain {self.chain_id}, {self.account.address if self.account else 'reading only'})"


def _check_chain(engine: Engine, expected: int | None) -> None:
    actual = engine.chain_id()
    if expected is not None and expected != actual:
        raise ChainMismatch(expected, actual)

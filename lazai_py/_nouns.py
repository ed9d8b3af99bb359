"""What an account can do on a chain: one noun, one property, imported when it is first used."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lazai_py._chain.accounts import Account
from lazai_py._chain.engine import Engine
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._sending import Nobody, Signing
from lazai_py._types import Address, to_address
from lazai_py.dat import DatCollection
from lazai_py.dat.context import Context
from lazai_py.deployment import Deployment
from lazai_py.erc20 import Assets
from lazai_py.vault import Vault

if TYPE_CHECKING:
    from lazai_py.aigc import Aigc
    from lazai_py.disputes import FraudProofs, Watcher
    from lazai_py.market.lineage import Lineage
    from lazai_py.market.router import Router
    from lazai_py.market.store import Store
    from lazai_py.market.terms import ClassLike
    from lazai_py.metering.metering import Metering
    from lazai_py.models import Models
    from lazai_py.models.watching import Watched
    from lazai_py.offerings import Offerings
    from lazai_py.payout import Payout
    from lazai_py.revshare import RevShareTokens


class Nouns(ABC):
    """The nouns of one account on one connection; `LazAI` is the connection."""

    account: Account | None
    sender: Signing | Nobody

    @property
    @abstractmethod
    def engine(self) -> Engine:
        """The chain, at its lowest level."""

    @property
    @abstractmethod
    def vault(self) -> Vault:
        """Where content is kept."""

    @property
    @abstractmethod
    def assets(self) -> Assets:
        """What is known about the money on this chain."""

    @property
    @abstractmethod
    def deployment(self) -> Deployment:
        """Where the contracts are."""

    @cached_property
    def dat(self) -> DatCollection:
        """Data Anchoring Tokens: classes, tokens, portfolios.

        Raises:
            NotDeployed: they are not on this chain.
        """
        return DatCollection(self._context)

    @cached_property
    def metering(self) -> Metering:
        """Metered services: reservations, sessions that pay, redemption, the registry.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        from lazai_py._contract.bindings.service_registry import ServiceRegistry
        from lazai_py.metering.metering import Metering

        found = self.deployment.contracts.get(ServiceRegistry.NAME)
        return Metering(self._context, None if found is None else ServiceRegistry(self.engine, found.address))

    @cached_property
    def router(self) -> Router:
        """The revenue router: terms, payments to a class and everybody behind it, what waits for whom.

        Raises:
            NotDeployed: it is not on this chain.
        """
        from lazai_py._contract.bindings.revenue_router import RevenueRouter
        from lazai_py.market import Router

        deployed = self.deployment[RevenueRouter.NAME]
        contract = RevenueRouter(self.engine, deployed.address).check_deployed()
        return Router(self._context, contract, deployed.block)

    def lineage(self, cls: ClassLike) -> Lineage:
        """Return what a class was made from and what was made from it, as a graph; see `Router.lineage`."""
        return self.router.lineage(cls)

    @cached_property
    def store(self) -> Store:
        """What is for sale: offers of quota, and tokens and quota by signed orders.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        from lazai_py._contract.bindings.access_store import AccessStore
        from lazai_py._contract.bindings.dat_exchange import DatExchange
        from lazai_py.market import Store

        contract = AccessStore(self.engine, self.deployment[AccessStore.NAME].address)
        exchange = DatExchange(self.engine, self.deployment[DatExchange.NAME].address)
        return Store(self._context, contract.check_deployed(), exchange.check_deployed())

    @cached_property
    def revshare(self) -> RevShareTokens:
        """RevShare tokens: `lz.revshare(address)` is one of them."""
        from lazai_py.revshare import RevShareTokens
        from lazai_py.revshare.context import Surroundings

        around = Surroundings(self.sender, self.account, self.vault, self.assets)
        return RevShareTokens(around, lambda: self.deployment[DataAnchoringToken.NAME].address)

    @cached_property
    def offerings(self) -> Offerings:
        """Model offerings: `lz.offerings.create(model, terms)`, `lz.offerings.at(address)`.

        Raises:
            NotDeployed: their factory is not on this chain.
        """
        from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory
        from lazai_py.offerings import Offerings

        deployed = self.deployment[ModelOfferingFactory.NAME]
        factory = ModelOfferingFactory(self.engine, deployed.address).check_deployed()
        return Offerings(factory, self.sender, self.account, self.assets, self.revshare)

    def payout(self, account: AddressLike | None = None, *, shares: Sequence[AddressLike] = ()) -> Payout:
        """Return everything that an account is owed, to look at and to claim in one transaction.

        Parameters:
            account: the account that signs here when left out. Anyone may have anyone paid.
            shares: RevShare tokens to look at, besides those found. Found is every one that ever emitted an ERC-20
                `Transfer` to the account and says by ERC-165 that it is one, as all that this package makes do; of
                a node that answers no queries without an address, only those that this deployment's factories made.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        from lazai_py._contract.bindings.aigc_factory import AigcFactory
        from lazai_py._contract.bindings.payout import Payout as Contract
        from lazai_py.payout import Payout
        from lazai_py.payout.flows import Flows
        from lazai_py.payout.shares import Shares
        from lazai_py.payout.sources import Sources
        from lazai_py.payout.trade import Trade
        from lazai_py.payout.works import Works

        owner, context = self.sender.address if account is None else to_address(account), self._context
        contract = Contract(self.engine, self.deployment[Contract.NAME].address).check_deployed()
        sources = Sources(
            context,
            Flows(context, self.router),
            Shares(context, self._revshare_factories(), owner),
            self.offerings.contract,
            Works(AigcFactory(self.engine, self.deployment[AigcFactory.NAME].address), context.since),
            Trade(self.store.contract, self.store.exchange, context.since),
            owner,
        )
        return Payout(context, contract, sources, [to_address(each) for each in shares])

    def _revshare_factories(self) -> tuple[Address, ...]:
        from lazai_py._contract.bindings.rev_share_token_factory import RevShareTokenFactory
        from lazai_py._contract.bindings.rev_share_votes_token_factory import RevShareVotesTokenFactory

        return tuple(self.deployment[each.NAME].address for each in (RevShareTokenFactory, RevShareVotesTokenFactory))

    @cached_property
    def models(self) -> Models:
        """Models: the registry of their versions, and the verifier that computes again what they answer.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        from lazai_py._contract.bindings.model_registry import ModelRegistry
        from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier
        from lazai_py.models import Models

        models = ModelRegistry(self.engine, self.deployment[ModelRegistry.NAME].address)
        reexecution = ReexecutionVerifier(self.engine, self.deployment[ReexecutionVerifier.NAME].address)
        return Models(models, reexecution, self.sender, self.vault, self._inlet_of)

    def _inlet_of(self, class_id: int) -> Address:
        # Asked for when it is needed: a deployment without a router has models all the same.
        return self.router.inlet(class_id)

    @cached_property
    def fraud_proofs(self) -> FraudProofs:
        """Bonded results of integer networks: propose, defend, watch.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        return self.fraud_proofs_at(None)

    def fraud_proofs_at(self, verifier: AddressLike | None) -> FraudProofs:
        """Return the bonded results of one verifier contract; that of the deployment for None."""
        from lazai_py._contract.bindings.optimistic_verifier import OptimisticVerifier
        from lazai_py.disputes import FraudProofs

        address = self.deployment[OptimisticVerifier.NAME].address if verifier is None else to_address(verifier)
        return FraudProofs(OptimisticVerifier(self.engine, address), self.sender)

    def watch(self, *models: Watched, verifier: AddressLike | None = None, since: int | None = None) -> Watcher:
        """Return who challenges wrong results of models for this account: `for act in lz.watch(model).run(): ...`.

        Parameters:
            models: networks, or models whose networks are in the vault.
            verifier: the contract where results are bonded. Left out, the one that the models name, or for networks
                that of the deployment.
            since: from which block on proposals matter; left out, from the first that can still be open.

        Raises:
            NotDeployed: there is no such contract on this chain.
            InvalidNetwork, VaultError: the network of a model cannot be found.
            InputError: a model is not verified by fraud proofs, or they name different contracts.
        """
        from lazai_py.models.watching import networks_of, verifier_of

        chosen = verifier_of(self.models, models) if verifier is None else verifier
        return self.fraud_proofs_at(chosen).watcher(*networks_of(self.models, models), since=since)

    @cached_property
    def aigc(self) -> Aigc:
        """Works that models made: collections of them, mints in three ways, how believable they are.

        Raises:
            NotDeployed: the contracts are not on this chain.
        """
        from lazai_py._contract.bindings.aigc_factory import AigcFactory
        from lazai_py.aigc import Aigc
        from lazai_py.aigc.terms import Surroundings

        deployed = self.deployment[AigcFactory.NAME]
        factory = AigcFactory(self.engine, deployed.address)
        return Aigc(factory, Surroundings(self.models, self.sender, deployed.block))

    @cached_property
    def _context(self) -> Context:
        deployed = self.deployment[DataAnchoringToken.NAME]
        contract = DataAnchoringToken(self.engine, deployed.address).check_deployed()
        return Context(contract, self.sender, self.account, self.vault, self.assets, deployed.block)

"""The contracts that the package knows, typed.

Generated from `contracts` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from lazai_py._contract.bindings.access_store import AccessStore
from lazai_py._contract.bindings.aigc_factory import AigcFactory
from lazai_py._contract.bindings.aigc_token import AigcToken
from lazai_py._contract.bindings.dat_exchange import DatExchange
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.bindings.inlet import Inlet
from lazai_py._contract.bindings.model_offering import ModelOffering
from lazai_py._contract.bindings.model_offering_factory import ModelOfferingFactory
from lazai_py._contract.bindings.model_registry import ModelRegistry
from lazai_py._contract.bindings.optimistic_verifier import OptimisticVerifier
from lazai_py._contract.bindings.payout import Payout
from lazai_py._contract.bindings.proof_verifier import ProofVerifier
from lazai_py._contract.bindings.reexecution_verifier import ReexecutionVerifier
from lazai_py._contract.bindings.rev_share_token import RevShareToken
from lazai_py._contract.bindings.rev_share_token_factory import RevShareTokenFactory
from lazai_py._contract.bindings.rev_share_votes_token import RevShareVotesToken
from lazai_py._contract.bindings.rev_share_votes_token_factory import RevShareVotesTokenFactory
from lazai_py._contract.bindings.revenue_router import RevenueRouter
from lazai_py._contract.bindings.service_registry import ServiceRegistry
from lazai_py._contract.bindings.signed_erc20 import SignedErc20
from lazai_py._contract.contract import Contract

CONTRACTS: tuple[type[Contract], ...] = (
    AccessStore,
    AigcFactory,
    AigcToken,
    DatExchange,
    DataAnchoringToken,
    Erc20,
    Inlet,
    ModelOffering,
    ModelOfferingFactory,
    ModelRegistry,
    OptimisticVerifier,
    Payout,
    ProofVerifier,
    ReexecutionVerifier,
    RevShareToken,
    RevShareTokenFactory,
    RevShareVotesToken,
    RevShareVotesTokenFactory,
    RevenueRouter,
    ServiceRegistry,
    SignedErc20,
)

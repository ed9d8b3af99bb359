"""The contracts that the package knows, typed.

Generated from `contracts` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from lazai_py._contract.bindings.access_store import AccessStore
from lazai_py._contract.bindings.dat_exchange import DatExchange
from lazai_py._contract.bindings.data_anchoring_token import DataAnchoringToken
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._contract.bindings.inlet import Inlet
from lazai_py._contract.bindings.payout import Payout
from lazai_py._contract.bindings.revenue_router import RevenueRouter
from lazai_py._contract.bindings.service_registry import ServiceRegistry
from lazai_py._contract.contract import Contract

CONTRACTS: tuple[type[Contract], ...] = (
    AccessStore,
    DatExchange,
    DataAnchoringToken,
    Erc20,
    Inlet,
    Payout,
    RevenueRouter,
    ServiceRegistry,
)

"""An open AI-asset economy on any EVM chain: anchor data, models and agents, meter them, and be paid.

    from lazai_py import LazAI, ether

    with LazAI.local() as lz:
        cls = lz.dat.create_class({"name": "digits"}, unit="inference", data=b"...")
        token = cls.mint(lz.address, quota=1_000, share=500)
        token.consume(50)
        cls.settle(ether("1.5"))
        token.claim()

Importing this package reads no key, opens no connection and starts nothing; what is heavy is imported when it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lazai_py._client import LazAI
    from lazai_py._contract.bulk import BatchPlan
    from lazai_py._contract.intent import Intent, Sent
    from lazai_py._contract.plan import Plan
    from lazai_py._errors import ContractError, LazAIError
    from lazai_py._types import NATIVE, Address, Amount, TokenAmount, Units, Wei, ether, gwei, metric, to_address, wei
    from lazai_py.dat import DatClass, MintOrder, Portfolio, Token, Verification
    from lazai_py.deployment import Deployment
    from lazai_py.revshare import RevShare, RevShareTerms

__all__ = [
    "NATIVE",
    "Address",
    "Amount",
    "BatchPlan",
    "ContractError",
    "DatClass",
    "Deployment",
    "Intent",
    "LazAI",
    "LazAIError",
    "MintOrder",
    "Plan",
    "Portfolio",
    "RevShare",
    "RevShareTerms",
    "Sent",
    "Token",
    "TokenAmount",
    "Units",
    "Verification",
    "Wei",
    "__version__",
    "ether",
    "gwei",
    "metric",
    "to_address",
    "wei",
]

__version__ = "0.1.0"

_HOMES = {
    "lazai_py._client": ("LazAI",),
    "lazai_py._contract.bulk": ("BatchPlan",),
    "lazai_py._contract.intent": ("Intent", "Sent"),
    "lazai_py._contract.plan": ("Plan",),
    "lazai_py._errors": ("ContractError", "LazAIError"),
    "lazai_py._types": (
        "NATIVE",
        "Address",
        "Amount",
        "TokenAmount",
        "Units",
        "Wei",
        "ether",
        "gwei",
        "metric",
        "to_address",
        "wei",
    ),
    "lazai_py.dat": ("DatClass", "MintOrder", "Portfolio", "Token", "Verification"),
    "lazai_py.deployment": ("Deployment",),
    "lazai_py.revshare": ("RevShare", "RevShareTerms"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        reason = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(reason)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
